import {
  ItemEventRecording,
  ItemRecording,
  type InventoryProblem,
  type InventoryRefused,
  inventoryRefusalFor
} from "@ntm/domain/inventory"
import { UnitId } from "@ntm/domain/units"
import { Effect, Result, Schema } from "effect"
import { bodyProblems } from "../http/body.ts"

const { optionalKey } = Schema
const strict = { errors: "all", onExcessProperty: "error" } as const

/** What a row may leave out: it is then nothing, and not made up for illustration. */
export const ItemRow = ItemRecording.mapFields((fields) => ({
  ...fields,
  unit: Schema.Union([Schema.String, UnitId]),
  document: optionalKey(fields.document),
  evidence: optionalKey(fields.evidence),
  note: optionalKey(fields.note),
  illustrative: optionalKey(Schema.Boolean)
}))

export const EventRow = ItemEventRecording.mapFields((fields) => ({
  ...fields,
  document: optionalKey(fields.document)
}))

const decodeItem = Schema.decodeUnknownResult(ItemRow, strict)
const decodeEvent = Schema.decodeUnknownResult(EventRow, strict)

type Failed = Parameters<typeof bodyProblems>[0]

/** What of a row is of no form that can be read. */
const formProblems = (row: number, issue: Failed): ReadonlyArray<InventoryProblem> =>
  bodyProblems(issue).map(({ path, message, messageEn }) => ({
    row,
    field: path === "" ? null : path,
    kind: "form",
    sentence: {
      // Where it stands is told by the field.
      vi: path === "" ? `dòng này: ${message}` : message,
      en: path === "" ? `the row: ${messageEn ?? message}` : (messageEn ?? message)
    }
  }))

/** Reads all rows, or refuses with what is wrong with the form of each. */
const reading = <Body, A>(
  decode: (row: unknown) => Result.Result<Body, { readonly issue: Failed }>,
  whole: (body: Body) => A,
  rows: ReadonlyArray<unknown>
): Effect.Effect<ReadonlyArray<A>, InventoryRefused> => {
  const read = rows.map((row) => decode(row))
  const refusal = inventoryRefusalFor(
    read.flatMap((each, row) => (Result.isFailure(each) ? formProblems(row, each.failure.issue) : []))
  )
  return refusal === null
    ? Effect.succeed(read.flatMap((each) => (Result.isSuccess(each) ? [whole(each.success)] : [])))
    : Effect.fail(refusal)
}

export const readItemRows = (rows: ReadonlyArray<unknown>) =>
  reading(
    (row) => decodeItem(row),
    (body): ItemRecording => ({
      ...body,
      document: body.document ?? null,
      evidence: body.evidence ?? [],
      note: body.note ?? null,
      illustrative: body.illustrative ?? false
    }),
    rows
  )

export const readItemEventRows = (rows: ReadonlyArray<unknown>) =>
  reading(
    (row) => decodeEvent(row),
    (body): ItemEventRecording => ({ ...body, document: body.document ?? null }),
    rows
  )
