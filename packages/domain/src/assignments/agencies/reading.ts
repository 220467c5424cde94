import {
  ancestorsOn,
  type Chronicle,
  childrenOn,
  successorsOf,
  type Unit,
  type UnitCode,
  type UnitId,
  unitOn
} from "../../units/index.ts"
import { addDays, type Day } from "../../values/index.ts"
import { addressees } from "../addressees.ts"
import { type AgencyDirectory, agencyHolders, agencyNamed } from "./directory.ts"
import type { Party } from "./party.ts"

/** Where names are read: agencies and units of a province, as of the day of the document. */
export interface Reading {
  readonly directory: AgencyDirectory
  readonly chronicle: Chronicle
  readonly province: { readonly id: UnitId; readonly code: UnitCode }
  readonly askedOn: Day
}

/** The last day on which it stood; undefined if it stands without an end. */
const lastDayOf = ({ register }: Chronicle, unit: UnitId): Day | undefined =>
  register.byId.get(unit)?.at(-1)?.validTo ?? undefined

const each = (units: ReadonlyArray<Unit>): ReadonlyArray<Unit> => [
  ...new Map(units.map((unit) => [unit.id, unit])).values()
]

/**
 * The units that answer on a day for what a unit was asked on an earlier one.
 *
 * **Details** Itself while it stands, else the units that took its ground. A unit whose level ended (a huyện after 2025-06-30) has no taker:
 * then those that its own units became, and the nearest unit above it where it had none. Never empty for a unit that stood on `from`, as
 * long as the unit above it stands.
 */
export const unitHolders = (chronicle: Chronicle, unit: UnitId, from: Day, day: Day): ReadonlyArray<Unit> => {
  const { register } = chronicle
  const on = day < from ? from : day
  const standing = unitOn(register, unit, on)
  if (standing !== undefined) return [standing]
  const heirs = successorsOf(chronicle, unit, from, on).map((relative) => relative.unit)
  if (heirs.length > 0) return each(heirs)
  const last = lastDayOf(chronicle, unit)
  // Of a unit that passed into others that ended in turn, those that stood last are asked.
  if (last === undefined || last < from || last >= on) return []
  const below = childrenOn(register, unit, last)
  if (below.length > 0) return each(below.flatMap((child) => unitHolders(chronicle, child.id, last, on)))
  const [above] = ancestorsOn(register, unit, last)
  return above === undefined || addDays(last, 1) > on ? [] : unitHolders(chronicle, above.id, last, on)
}

/** Who is meant by a name that a document prints, and who answers for it on a day. */
export const partyOf = (printed: string, reading: Reading, day: Day): Party => {
  const { askedOn, chronicle, directory, province } = reading
  const units = addressees(printed, chronicle.register, province.id, askedOn)
  if (units.length > 0) {
    const holders = each(units.flatMap((unit) => unitHolders(chronicle, unit.id, askedOn, day)))
    return { _tag: "units", printed, units, holders }
  }
  const named = agencyNamed(directory, printed, province.code, askedOn)
  if (named === undefined) return { _tag: "unknown", printed }
  const { agency, outdated } = named
  const on = day < askedOn ? askedOn : day
  return { _tag: "agency", printed, agency, outdatedName: outdated, holders: agencyHolders(directory, agency.id, on) }
}
