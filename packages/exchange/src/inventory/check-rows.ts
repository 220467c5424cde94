import { ItemEventRecording, ItemRecording } from "@ntm/domain/inventory"
import { formProblems } from "@ntm/domain/values"
import { Result, Schema } from "effect"
import type { RowProblem } from "../files/row-problems.ts"
import type { RowsFile } from "../files/rows-file.ts"

const strict = { errors: "all", onExcessProperty: "error" } as const
const decodeItem = Schema.decodeUnknownResult(ItemRecording, strict)
const decodeEvent = Schema.decodeUnknownResult(ItemEventRecording, strict)

/** What a row may leave out, as the API has it. */
const usual = { document: null, evidence: [], note: null, illustrative: false }

const pathOf = (path: ReadonlyArray<string | number>): string =>
  path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("")

/** A certificate that ends before it is given: all that can be said of days without the system. */
const endsTooSoon = ({ body, day }: ItemRecording | ItemEventRecording): boolean =>
  (body._tag === "ocop" || body._tag === "renewed") && body.until !== null && body.until < day

/**
 * What of a file of entries, or of what became of them, the system would refuse whatever it holds: its form, and days that contradict.
 *
 * **Details** Whether units stand and what is listed already is the server's to say.
 */
export const checkInventoryRows = (
  file: string,
  { placeOf, rows }: RowsFile,
  what: "items" | "events"
): ReadonlyArray<RowProblem> =>
  rows.flatMap((row, at): ReadonlyArray<RowProblem> => {
    const read: Result.Result<ItemRecording | ItemEventRecording, Schema.SchemaError> =
      what === "items" ? decodeItem({ ...usual, ...row }) : decodeEvent({ document: null, ...row })
    if (Result.isSuccess(read)) {
      if (!endsTooSoon(read.success)) return []
      const message = {
        vi: "giấy chứng nhận hết hạn trước ngày được cấp",
        en: "the certificate ends before it is given"
      }
      return [{ file, place: placeOf(`rows[${at}].body.until`), message }]
    }
    const found = formProblems(read.failure.issue).map(({ message, path }) => ({
      file,
      place: placeOf(`rows[${at}]${pathOf(path)}`),
      message
    }))
    return [...new Map(found.map((one) => [one.place.vi, one])).values()]
  })
