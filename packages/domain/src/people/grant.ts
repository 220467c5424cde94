import { Schema } from "effect"
import { UnitId } from "../units/index.ts"
import { Day } from "../values/index.ts"
import { Role } from "./role.ts"

/** Given in the order of recording. */
export const GrantId = Schema.Int.check(Schema.isGreaterThan(0)).pipe(Schema.brand("GrantId"))
export type GrantId = typeof GrantId.Type

const Text = Schema.NonEmptyString.check(Schema.isMaxLength(200))

const fields = {
  role: Role,
  /** Units with everything below them; how they follow reorganisations see `scopeOf`. */
  units: Schema.Union([Schema.Literal("all"), Schema.NonEmptyArray(UnitId)]),
  /** The agency that somebody acts for, as criteria sets name it. */
  agency: Schema.NullOr(Text),
  /** Keys of inputs, or of all that begin so: "xa-ntm-2021-2025/3.2", "xa-ntm-2021-2025/". */
  criteria: Schema.Union([Schema.Literal("all"), Schema.NonEmptyArray(Text)]),
  from: Day,
  /** The last day; null while nobody has set an end. */
  to: Schema.NullOr(Day)
}

/** What somebody is given to be: a role, where, for which agency and criteria, from a day to a day. */
export const GrantBody = Schema.Struct(fields)
export type GrantBody = typeof GrantBody.Type

/** As it is kept: `to` is the earlier of the day that it was given to and of that on which it was ended. */
export const Grant = Schema.Struct({ id: GrantId, ...fields })
export type Grant = typeof Grant.Type

/** Whether a grant holds on the day: ends included. */
export const holdsOn = ({ from, to }: Pick<Grant, "from" | "to">, day: Day): boolean =>
  from <= day && (to === null || day <= to)

/** Whether what somebody may do about criteria takes in an input. */
export const coversInput = ({ criteria }: Pick<Grant, "criteria">, input: string): boolean =>
  criteria === "all" || criteria.some((key) => input === key || (key.endsWith("/") && input.startsWith(key)))
