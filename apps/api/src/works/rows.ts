import { WorkId } from "@ntm/domain/funding"
import { UnitId } from "@ntm/domain/units"
import {
  type Batch,
  BatchId,
  LandEventRecording,
  LandGiftRecording,
  ReportRecording,
  WorkRecording,
  type WorksProblem,
  type WorksRefused,
  worksRefusalFor
} from "@ntm/domain/works"
import { Effect, Result, Schema } from "effect"
import { bodyProblems } from "../http/body.ts"

const { optionalKey } = Schema
const strict = { errors: "all", onExcessProperty: "error" } as const

/** What a row may leave out: it is then nothing, and not made up for illustration. */
export const WorkBody = WorkRecording.mapFields((fields) => ({
  ...fields,
  batch: optionalKey(Schema.NullOr(BatchId)),
  size: optionalKey(fields.size),
  serves: optionalKey(fields.serves),
  document: optionalKey(fields.document),
  illustrative: optionalKey(Schema.Boolean)
}))

export const ReportRow = ReportRecording.mapFields((fields) => ({
  ...fields,
  document: optionalKey(fields.document),
  evidence: optionalKey(fields.evidence),
  note: optionalKey(fields.note),
  illustrative: optionalKey(Schema.Boolean)
}))

export const GiftRow = LandGiftRecording.mapFields((fields) => ({
  ...fields,
  unit: Schema.Union([Schema.String, UnitId]),
  work: optionalKey(Schema.NullOr(WorkId)),
  document: optionalKey(fields.document),
  illustrative: optionalKey(Schema.Boolean)
}))

const decodeWork = Schema.decodeUnknownResult(WorkBody, strict)
const decodeReport = Schema.decodeUnknownResult(ReportRow, strict)
const decodeGift = Schema.decodeUnknownResult(GiftRow, strict)
const decodeEvent = Schema.decodeUnknownResult(LandEventRecording, strict)

type Failed = Parameters<typeof bodyProblems>[0]

/** What of a row is of no form that can be read. */
const formProblems = (row: number, issue: Failed): ReadonlyArray<WorksProblem> =>
  bodyProblems(issue).map(({ path, message, messageEn }) => ({
    row,
    field: path === "" ? null : path,
    kind: "form",
    sentence: {
      vi: `${path === "" ? "dòng này" : path}: ${message}`,
      en: `${path || "the row"}: ${messageEn ?? message}`
    }
  }))

/** Reads all rows, or refuses with what is wrong with the form of each. */
const reading = <Body, A>(
  decode: (row: unknown) => Result.Result<Body, { readonly issue: Failed }>,
  whole: (body: Body) => A,
  rows: ReadonlyArray<unknown>
): Effect.Effect<ReadonlyArray<A>, WorksRefused> => {
  const read = rows.map((row) => decode(row))
  const refusal = worksRefusalFor(
    read.flatMap((each, row) => (Result.isFailure(each) ? formProblems(row, each.failure.issue) : []))
  )
  return refusal === null
    ? Effect.succeed(read.flatMap((each) => (Result.isSuccess(each) ? [whole(each.success)] : [])))
    : Effect.fail(refusal)
}

/** Works of a batch; one that names none is of this one. */
export const readWorkRows = (batch: Batch, rows: ReadonlyArray<unknown>) =>
  reading(
    (row) => decodeWork(row),
    (body): WorkRecording => ({
      ...body,
      batch: body.batch ?? batch.id,
      size: body.size ?? null,
      serves: body.serves ?? [],
      document: body.document ?? null,
      illustrative: body.illustrative ?? false
    }),
    rows
  )

export const readReportRows = (rows: ReadonlyArray<unknown>) =>
  reading(
    (row) => decodeReport(row),
    (body): ReportRecording => ({
      ...body,
      document: body.document ?? null,
      evidence: body.evidence ?? [],
      note: body.note ?? null,
      illustrative: body.illustrative ?? false
    }),
    rows
  )

export const readGiftRows = (rows: ReadonlyArray<unknown>) =>
  reading(
    (row) => decodeGift(row),
    (body): LandGiftRecording => ({
      ...body,
      work: body.work ?? null,
      document: body.document ?? null,
      illustrative: body.illustrative ?? false
    }),
    rows
  )

export const readEventRows = (rows: ReadonlyArray<unknown>) =>
  reading(
    (row) => decodeEvent(row),
    (body): LandEventRecording => body,
    rows
  )
