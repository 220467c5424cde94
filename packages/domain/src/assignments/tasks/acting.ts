import type { Actor } from "../../criteria/index.ts"
import { ancestorsOn, type Unit } from "../../units/index.ts"
import { type Day, foldVietnamese } from "../../values/index.ts"
import { membersOn } from "../agencies/directory.ts"
import type { Agency } from "../agencies/agency.ts"
import type { Reading } from "../agencies/reading.ts"
import { holdersOf } from "./owners.ts"
import type { Owner } from "./task.ts"

/** As which an actor stands to a task on a day. The office is always the office, and may stand in for the lead. */
export interface ActingAs {
  readonly lead: boolean
  readonly helps: boolean
  readonly office: boolean
}

const levelOf: Readonly<Record<Actor["role"], Unit["level"] | null>> = {
  communeOfficer: "commune",
  districtOffice: "district",
  department: null,
  provincialOffice: "province",
  supervisor: null
}

const speaksForUnit = (actor: Actor, unit: Unit, { chronicle }: Reading, day: Day): boolean => {
  if (unit.level !== levelOf[actor.role]) return false
  const { scope } = actor
  return (
    scope === "all" ||
    scope.includes(unit.id) ||
    ancestorsOn(chronicle.register, unit.id, day).some(({ id }) => scope.includes(id))
  )
}

/** Whether an agency bears a name, or ever bore it. */
export const isCalled = (agency: Agency, name: string): boolean => {
  const folded = foldVietnamese(name)
  return [...agency.names.map((one) => one.name), ...agency.alsoWritten].some((one) => foldVietnamese(one) === folded)
}

const speaksForAgency = (actor: Actor, agency: Agency, { directory }: Reading, day: Day): boolean => {
  const { agency: own, role } = actor
  if (role !== "department" || own === null) return false
  return isCalled(agency, own) || membersOn(directory, agency, day).some((member) => isCalled(member, own))
}

const speaksFor = (actor: Actor, owners: ReadonlyArray<Owner>, reading: Reading, day: Day): boolean =>
  holdersOf(owners, reading, day).some((holder) => {
    if (holder._tag === "unit") return speaksForUnit(actor, holder.unit, reading, day)
    return holder._tag === "agency" && speaksForAgency(actor, holder.agency, reading, day)
  })

/**
 * As what somebody stands to those who owe something, on the day of the act.
 *
 * **Details** A department is known by any name that it ever bore: whoever took over acts. An officer answers for the units of his level
 * within his scope. The provincial office acts within its province.
 */
export const actingAs = (
  actor: Actor,
  owed: { readonly owners: ReadonlyArray<Owner>; readonly coordinating: ReadonlyArray<Owner> },
  reading: Reading,
  day: Day
): ActingAs => ({
  lead: speaksFor(actor, owed.owners, reading, day),
  helps: speaksFor(actor, owed.coordinating, reading, day),
  office: actor.role === "provincialOffice" && (actor.scope === "all" || actor.scope.includes(reading.province.id))
})
