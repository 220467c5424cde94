import { ItemEventRecording, ItemRecording } from "@ntm/domain/inventory"
import { Result, Schema, SchemaIssue } from "effect"
import type { RowProblem } from "../files/row-problems.ts"
import type { RowsFile } from "../files/rows-file.ts"

const strict = { errors: "all", onExcessProperty: "error" } as const
const decodeItem = Schema.decodeUnknownResult(ItemRecording, strict)
const decodeEvent = Schema.decodeUnknownResult(ItemEventRecording, strict)

/** What a row may leave out, as the API has it. */
const usual = { document: null, evidence: [], note: null, illustrative: false }

const words: Readonly<Record<SchemaIssue.Leaf["_tag"], string>> = {
  MissingKey: "thiếu · missing",
  UnexpectedKey: "không có khoá này · unknown key",
  InvalidType: "sai kiểu giá trị · a value of another type is needed",
  InvalidValue: "giá trị không hợp lệ · invalid value",
  Forbidden: "không được phép · not allowed",
  OneOf: "chưa rõ là dạng nào · more than one form fits"
}

const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1({ leafHook: (issue) => words[issue._tag] })

const stepOf = (step: unknown): unknown =>
  typeof step === "object" && step !== null && "key" in step ? step.key : step

const pathOf = (path: ReadonlyArray<unknown>): string =>
  path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("")

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
    const found = issuesOf(read.failure.issue).issues.map(({ message, path = [] }) => {
      const [vi = "", en] = message.split(" · ")
      const place = placeOf(`rows[${at}]${pathOf(path.map(stepOf))}`)
      return en === undefined
        ? { file, place, message: { vi: "không đúng dạng nào được phép", en: "of no form that is allowed" } }
        : { file, place, message: { vi, en } }
    })
    return [...new Map(found.map((one) => [one.place.vi, one])).values()]
  })
