import { WorkId } from "@ntm/domain/funding"
import { UnitId } from "@ntm/domain/units"
import {
  type Batch,
  BatchId,
  LandEventRecording,
  LandGiftRecording,
  ReportRecording,
  WorkRecording,
  type WorksRefused,
  worksRefusalFor
} from "@ntm/domain/works"
import { Effect, Schema } from "effect"
import { type ReadRows, rowsReader } from "../http/rows.ts"

const { optionalKey } = Schema

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

const worksIn = rowsReader(WorkBody)
const reportsIn = rowsReader(ReportRow)
const giftsIn = rowsReader(GiftRow)
const eventsIn = rowsReader(LandEventRecording)

/** All rows made whole, or refused with what is wrong with the form of each. */
const taken = <Body, A>(
  { bodies, problems }: ReadRows<Body>,
  whole: (body: Body) => A
): Effect.Effect<ReadonlyArray<A>, WorksRefused> => {
  const refusal = worksRefusalFor(problems)
  return refusal === null ? Effect.succeed(bodies.map(whole)) : Effect.fail(refusal)
}

/** Works of a batch; one that names none is of this one. */
export const readWorkRows = (batch: Batch, rows: ReadonlyArray<unknown>) =>
  taken(worksIn(rows), (body): WorkRecording => ({
    ...body,
    batch: body.batch ?? batch.id,
    size: body.size ?? null,
    serves: body.serves ?? [],
    document: body.document ?? null,
    illustrative: body.illustrative ?? false
  }))

export const readReportRows = (rows: ReadonlyArray<unknown>) =>
  taken(reportsIn(rows), (body): ReportRecording => ({
    ...body,
    document: body.document ?? null,
    evidence: body.evidence ?? [],
    note: body.note ?? null,
    illustrative: body.illustrative ?? false
  }))

export const readGiftRows = (rows: ReadonlyArray<unknown>) =>
  taken(giftsIn(rows), (body): LandGiftRecording => ({
    ...body,
    work: body.work ?? null,
    document: body.document ?? null,
    illustrative: body.illustrative ?? false
  }))

export const readEventRows = (rows: ReadonlyArray<unknown>) => taken(eventsIn(rows), (body): LandEventRecording => body)
