import type { FundingEntry } from "@ntm/domain/funding"
import { WorkId } from "@ntm/domain/funding"
import { type Unit, UnitCode } from "@ntm/domain/units"
import { Day, type Dong, Moment } from "@ntm/domain/values"
import {
  type Alert,
  type AlertRule,
  Batch,
  type BatchStanding,
  BatchId,
  type DebtStanding,
  type GiftStanding,
  type LandGiftId,
  type LandStanding,
  type ReportId,
  type SCurve,
  Sector,
  type Slip,
  type WorkReport,
  type WorkStanding,
  type WorksTally
} from "@ntm/domain/works"
import { Schema } from "effect"
import { download, get, listing, post } from "./endpoint.ts"
import { Limit, Nothing, SearchText } from "./query.ts"
import { writing } from "./writing.ts"

/** Of works in a unit (the whole country where it is left out) or a batch, as of a day (today), as known at a moment (now). */
const Asked = {
  unit: Schema.optionalKey(UnitCode),
  batch: Schema.optionalKey(BatchId),
  as_of: Schema.optionalKey(Day),
  known_at: Schema.optionalKey(Moment)
}

/** Asked again with `knownAt` the answer is the same for ever; null while nothing was recorded. */
export interface AsOf {
  readonly asOf: string
  readonly knownAt: string | null
}

/** A unit as lists of works name it. */
export type WorkUnit = Pick<Unit, "id" | "code" | "name" | "type">

/** A work as lists show it; the rest is asked of the work itself. */
export interface WorkLine {
  readonly id: WorkId
  readonly code: string
  readonly name: string
  readonly sector: Sector
  readonly batch: string | null
  readonly unit: WorkUnit | null
  readonly state: WorkStanding["state"]
  readonly value: Dong
  readonly donePercent: number
  readonly plannedPercent: number
  readonly paidPercent: number
  readonly debt: Dong
  readonly daysBehind: number
  readonly plannedFinish: string
  readonly expectedFinish: string
  readonly problems: number
  readonly illustrative: boolean
}

const Rows = Schema.Struct({ rows: Schema.Array(Schema.Unknown).check(Schema.isMaxLength(20_000)) })

export interface Recorded<Id> {
  readonly recordedAt: Moment
  readonly items: ReadonlyArray<{ readonly row: number; readonly id: Id }>
}

export const works = {
  /** Works, the latest first. */
  list: listing<WorkLine, AsOf & { readonly tally: WorksTally }>()(
    "/works",
    Nothing,
    Schema.Struct({
      ...Asked,
      sector: Schema.optionalKey(Sector),
      state: Schema.optionalKey(
        Schema.Literals(["planned", "preparing", "building", "accepted", "handedOver", "operating"])
      ),
      /** Only works that are late by at least so many days. */
      late: Schema.optionalKey(
        Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 0, maximum: 3650 }))
      ),
      q: Schema.optionalKey(SearchText),
      sort: Schema.optionalKey(Schema.Literals(["late", "value", "name", "debt"]))
    }),
    200
  ),
  /** One work with everything that was said of it, what it holds back, and its money. */
  one: get<
    AsOf & {
      readonly standing: WorkStanding
      readonly slip: Slip | null
      readonly reports: ReadonlyArray<WorkReport>
      readonly entries: ReadonlyArray<FundingEntry>
      readonly curve: SCurve
      /** Land given for it and not taken back, with what was done of it by the day. */
      readonly gifts: ReadonlyArray<GiftStanding>
    }
  >()(
    "/works/:id",
    Schema.Struct({ id: Schema.FiniteFromString.pipe(Schema.decodeTo(WorkId)) }),
    Schema.Struct({ as_of: Asked.as_of, known_at: Asked.known_at })
  ),
  /** Batches with their critical path and their districts side by side. */
  batches: listing<BatchStanding, AsOf>()(
    "/works/batches",
    Nothing,
    Schema.Struct({ unit: Asked.unit, as_of: Asked.as_of, known_at: Asked.known_at })
  ),
  /** Planned against built against paid, weighted by cost. */
  curve: get<AsOf & { readonly curve: SCurve }>()("/works/curve", Nothing, Schema.Struct(Asked)),
  /** Works that hold criteria back, the worst first. */
  slips: listing<Slip & { readonly line: WorkLine }, AsOf>()("/works/slips", Nothing, Schema.Struct(Asked), 200),
  /** Construction debt by work, the most first; and by unit right below the one asked for. */
  debt: listing<
    { readonly line: WorkLine; readonly debt: DebtStanding },
    AsOf & {
      readonly limitDays: number
      readonly owed: DebtStanding
      readonly units: ReadonlyArray<{ readonly unit: WorkUnit; readonly works: number; readonly debt: DebtStanding }>
    }
  >()("/works/debt", Nothing, Schema.Struct(Asked), 200),
  /** Land given by households, by unit right below the one asked for. */
  land: get<
    AsOf & {
      readonly total: LandStanding
      readonly units: ReadonlyArray<{ readonly unit: WorkUnit; readonly land: LandStanding }>
    }
  >()("/works/land", Nothing, Schema.Struct(Asked)),
  /** Rules of alerts on the day. `counts`: how often each fired, along `rules`; `items`: rule by rule, the worst first; at most `each` of one. */
  alerts: listing<Alert, AsOf & { readonly rules: ReadonlyArray<AlertRule>; readonly counts: ReadonlyArray<number> }>()(
    "/works/alerts",
    Nothing,
    Schema.Struct({ ...Asked, each: Schema.optionalKey(Limit) })
  ),
  /**
   * Works as a release package of Open Contracting 1.1: one release each, as it stands on the day. docs/open-formats.md says what it tells.
   *
   * **Details** The address of the package names the day and the moment, so that the very same one can be asked for again.
   */
  releases: download("/works/ocds/releases", Nothing, Schema.Struct(Asked)),
  /** The same as a record package: the release of each work, and the compiled one. */
  records: download("/works/ocds/records", Nothing, Schema.Struct(Asked)),
  /** Puts down a batch with its works, wholly or not at all. */
  approve: post<Recorded<WorkId>>()(
    "/works",
    Nothing,
    Nothing,
    Schema.Struct({
      batch: Batch.mapFields(({ unit: _, ...fields }) => ({ ...fields, unit: UnitCode })),
      rows: Rows.fields.rows
    })
  ),
  /** Records reports about works, wholly or not at all. */
  report: writing({ changes: "/works/:id" })(post<Recorded<ReportId>>()("/works/reports", Nothing, Nothing, Rows)),
  /** Records land that households agreed to give. */
  giveLand: post<Recorded<LandGiftId>>()("/works/land", Nothing, Nothing, Rows),
  /** Records what happened to it since: cleared, records updated, support paid, taken back. */
  followLand: post<Recorded<LandGiftId>>()("/works/land/events", Nothing, Nothing, Rows)
}
