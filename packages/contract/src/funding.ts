import { DocumentId } from "@ntm/domain/documents"
import {
  EntryRecording,
  type FundingEntry,
  type FundingEntryId,
  type FundingPivot,
  type FundingSource,
  FundingStage,
  type FundingTable,
  type OwnBudget,
  type StageComparison,
  WorkId,
  type YearLine
} from "@ntm/domain/funding"
import { type Unit, UnitCode, UnitLevel } from "@ntm/domain/units"
import { Day, type Dong, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { download, get, listing, post } from "./endpoint.ts"
import { Nothing } from "./query.ts"

const Year = Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 2000, maximum: 2100 }))
const AnyWorkId = Schema.FiniteFromString.pipe(Schema.decodeTo(WorkId))

/**
 * Of a unit (the whole country where it is left out), as of a day (today), as known at a moment (now).
 *
 * **Details** `boundaries`: the day on which `unit` carries its code, and units are as they then stood. Unless told: `as_of`; where a
 * budget year is asked about, its last day or `as_of`, whichever is earlier.
 */
const Asked = {
  unit: Schema.optionalKey(UnitCode),
  as_of: Schema.optionalKey(Day),
  known_at: Schema.optionalKey(Moment),
  boundaries: Schema.optionalKey(Day)
}

/** An entry to be recorded; `unit` is the code that it carries on the day. What is left out is null, `stated`, not illustrative. */
export const EntryBody = Schema.Struct({
  unit: UnitCode,
  tier: Schema.optionalKey(UnitLevel),
  source: EntryRecording.fields.source,
  year: EntryRecording.fields.year,
  stage: EntryRecording.fields.stage,
  amount: Schema.Number,
  day: Day,
  kind: Schema.optionalKey(EntryRecording.fields.kind),
  agency: Schema.optionalKey(EntryRecording.fields.agency),
  from: Schema.optionalKey(EntryRecording.fields.from),
  content: Schema.optionalKey(EntryRecording.fields.content),
  quantity: Schema.optionalKey(EntryRecording.fields.quantity),
  work: Schema.optionalKey(EntryRecording.fields.work),
  document: Schema.optionalKey(EntryRecording.fields.document),
  place: Schema.optionalKey(EntryRecording.fields.place),
  reason: Schema.optionalKey(EntryRecording.fields.reason),
  adjusts: Schema.optionalKey(EntryRecording.fields.adjusts),
  illustrative: Schema.optionalKey(Schema.Boolean)
})
export type EntryBody = typeof EntryBody.Type

/** Asked again with `knownAt` the answer is the same for ever; null while nothing was recorded. */
export interface AsOf {
  readonly asOf: string
  readonly knownAt: string | null
}

/** An entry as lists show it, with the unit that it stands on and who passed the money on to it. */
export interface ListedEntry extends FundingEntry {
  readonly unitCode: string
  readonly unitName: string
  /** The giver as people name it, unit or agency; null where the entry names none. */
  readonly giverName: string | null
}

export const funding = {
  /** Phụ lục 02 and its like as documents print them, put together again from the entries. */
  tables: listing<FundingTable>()(
    "/funding/tables",
    Nothing,
    Schema.Struct({ document: Schema.optionalKey(DocumentId), as_of: Schema.optionalKey(Day) })
  ),
  /** The tree of sources, parents before children. */
  sources: listing<FundingSource>()("/funding/sources", Nothing, Nothing),
  /** Years, stages and tiers for which anything of the unit is stated, with the totals: what can be asked for. */
  stated: listing<
    {
      readonly year: number
      readonly stage: FundingStage
      readonly tier: UnitLevel
      readonly amount: Dong
      readonly illustrative: boolean
    },
    AsOf & { readonly unit: Unit | null }
  >()("/funding/stated", Nothing, Schema.Struct(Asked)),
  /**
   * Any source by any unit right below one, for a budget year and a stage.
   *
   * **Details** `tier`: at which it is summed; the highest below the unit at which anything is stated, unless told.
   */
  pivot: get<AsOf & { readonly boundaries: string; readonly pivot: FundingPivot }>()(
    "/funding/pivot",
    Nothing,
    Schema.Struct({
      ...Asked,
      year: Year,
      stage: FundingStage,
      tier: Schema.optionalKey(UnitLevel)
    })
  ),
  /** From the plan to the payment, by source; against the calendar of the budget year. */
  stages: get<
    AsOf & {
      readonly unit: Unit | null
      readonly tier: UnitLevel
      readonly comparison: StageComparison
      readonly ownBudget: OwnBudget
    }
  >()("/funding/stages", Nothing, Schema.Struct({ ...Asked, year: Year, tier: Schema.optionalKey(UnitLevel) })),
  /** A year against another, by source, each at its own stage (`stage` unless `from_stage` is told) and the highest tier stated. */
  years: get<
    AsOf & {
      readonly unit: Unit | null
      readonly from: { readonly year: number; readonly stage: FundingStage; readonly tier: UnitLevel }
      readonly to: { readonly year: number; readonly stage: FundingStage; readonly tier: UnitLevel }
      readonly lines: ReadonlyArray<YearLine>
    }
  >()(
    "/funding/years",
    Nothing,
    Schema.Struct({
      ...Asked,
      from: Year,
      to: Year,
      stage: FundingStage,
      from_stage: Schema.optionalKey(FundingStage)
    })
  ),
  /**
   * Entries one by one, in the order of recording: of a unit and all below it, or of a work.
   */
  entries: listing<ListedEntry, AsOf>()(
    "/funding/entries",
    Nothing,
    Schema.Struct({
      ...Asked,
      work: Schema.optionalKey(AnyWorkId),
      year: Schema.optionalKey(Year),
      stage: Schema.optionalKey(FundingStage)
    })
  ),
  /**
   * Money of a unit and all below it as activities of IATI 2.03 (XML), one for each unit and source. docs/open-formats.md says what it tells.
   *
   * **Details** Of each year and stage only what is stated at one tier, so that nothing counts twice: the one that a pivot would sum unless
   * another is told.
   */
  activities: download("/funding/iati", Nothing, Schema.Struct({ ...Asked, tier: Schema.optionalKey(UnitLevel) })),
  /** Records a batch, wholly or not at all: refused with every problem of every row (`rows[3].amount`). */
  record: post<{
    readonly recordedAt: Moment
    readonly items: ReadonlyArray<{ readonly row: number; readonly id: FundingEntryId }>
  }>()(
    "/funding/entries",
    Nothing,
    Nothing,
    Schema.Struct({ rows: Schema.Array(Schema.Unknown).check(Schema.isMaxLength(20_000)) })
  )
}
