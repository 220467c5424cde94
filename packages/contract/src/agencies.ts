import { type Agency, AgencyId, type CalendarDay, type HolderLoad, type HolidayKey } from "@ntm/domain/assignments"
import { UnitCode } from "@ntm/domain/units"
import { type Bilingual, Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { get, listing } from "./endpoint.ts"
import { Nothing, SearchText } from "./query.ts"

const Length = Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 0, maximum: 3650 }))

/** An agency as it stands on a day: its name then, and who answers for it where it stands no more. */
export interface AgencyOnDay {
  readonly agency: Agency
  readonly name: string
  readonly stands: boolean
  readonly holders: ReadonlyArray<{ readonly id: AgencyId; readonly name: string }>
}

export const agencies = {
  /** Agencies by name, as of a day (today); those that stand no more among them, with who took over; `unit`: of a province. */
  list: listing<AgencyOnDay, { readonly asOf: string }>()(
    "/agencies",
    Nothing,
    Schema.Struct({
      unit: Schema.optionalKey(UnitCode),
      q: Schema.optionalKey(SearchText),
      as_of: Schema.optionalKey(Day)
    })
  ),
  /** One agency with its names in time, what it took over and from whom, and what it owes on the day. */
  one: get<{
    readonly asOf: string
    readonly agency: AgencyOnDay
    readonly tookOver: ReadonlyArray<{
      readonly id: AgencyId
      readonly name: string
      readonly from: string
      readonly part: string | null
    }>
    readonly load: HolderLoad | null
  }>()(
    "/agencies/:id",
    Schema.Struct({ id: AgencyId }),
    Schema.Struct({ as_of: Schema.optionalKey(Day), known_at: Schema.optionalKey(Moment) })
  ),
  /** Days off and days worked instead between two days, and the holidays by name. */
  calendar: get<{
    readonly from: string
    readonly to: string
    readonly workingDays: number
    readonly holidays: Readonly<Record<HolidayKey, Bilingual>>
    readonly days: ReadonlyArray<CalendarDay>
  }>()("/calendar", Nothing, Schema.Struct({ from: Day, to: Day })),
  /** The last day of a period of so many days after a day, counted as the law counts them. */
  period: get<{ readonly from: string; readonly end: string; readonly sentence: Bilingual }>()(
    "/calendar/period",
    Nothing,
    Schema.Struct({ from: Day, days: Length, count: Schema.optionalKey(Schema.Literals(["working", "calendar"])) })
  )
}
