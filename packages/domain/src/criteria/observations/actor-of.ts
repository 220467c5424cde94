import { type About, type Access, type Action, type HeldGrant, may } from "../../people/index.ts"
import { type Register, type UnitId, unitOn } from "../../units/index.ts"
import type { OfficeRole } from "./observation.ts"
import type { Actor } from "./workflow.ts"

/** The office that a grant acts for; null for who writes nothing down. */
const officeOf = (register: Register, { grant }: HeldGrant, access: Access): OfficeRole | null => {
  switch (grant.role) {
    case "administrator":
    case "coordinationOffice":
      return "provincialOffice"
    case "department":
      return "department"
    case "localOfficer": {
      const [first] = grant.units === "all" ? [] : grant.units
      const unit =
        first === undefined ? undefined : (unitOn(register, first, access.day) ?? unitOn(register, first, grant.from))
      return unit?.level === "district" ? "districtOffice" : "communeOfficer"
    }
    case "supervisor":
      return "supervisor"
    default:
      return null
  }
}

/** Who may do most comes first: somebody with several grants acts by the first that fits. */
const order: ReadonlyArray<OfficeRole> = [
  "provincialOffice",
  "department",
  "districtOffice",
  "communeOfficer",
  "supervisor"
]

/**
 * The offices that somebody may act for in the workflow of values, each with its scope written out: most powerful first, empty for
 * who records nothing. With `units`, only those that answer for all of them.
 */
export const actorsOf = (
  register: Register,
  access: Access,
  units: ReadonlyArray<UnitId> = []
): ReadonlyArray<Actor> => {
  const { person } = access
  if (person === null) return []
  return access.grants
    .flatMap((held): ReadonlyArray<Actor> => {
      const role = officeOf(register, held, access)
      // Who follows what happens acts within what they see.
      const writes = role === "supervisor" ? held.sees : held.writes
      if (role === null || (writes !== "all" && !units.every((unit) => writes.has(unit)))) return []
      const { agency, criteria } = held.grant
      return [{ name: person.name, role, scope: writes === "all" ? "all" : [...writes], agency, criteria }]
    })
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
}

/** Whether two grants give the same inputs. */
const alikeIn = ({ criteria: a = "all" }: Actor, { criteria: b = "all" }: Actor): boolean =>
  a === "all" || b === "all" ? a === b : a.length === b.length && a.every((key) => b.includes(key))

/** What grants for the same inputs answer for, together. */
const scopeTogether = (actors: ReadonlyArray<Actor>): Actor["scope"] => {
  const scopes = actors.map(({ scope }) => scope)
  const units = scopes.flatMap((scope) => (scope === "all" ? [] : scope))
  return scopes.includes("all") ? "all" : [...new Set(units)]
}

const isOneOffice = (a: Actor, b: Actor): boolean => a.role === b.role && a.agency === b.agency

/** Grants of one office for the same inputs are one: what it answers for is all of theirs. Those for other inputs stand beside. */
const joined = (first: Actor, actors: ReadonlyArray<Actor>): Actor => {
  const office = actors.filter((one) => isOneOffice(one, first))
  const firsts = office.filter((one, at) => office.findIndex((other) => alikeIn(other, one)) === at)
  const [given = first, ...also] = firsts.map((one) => ({
    ...one,
    scope: scopeTogether(office.filter((other) => alikeIn(other, one)))
  }))
  return also.length === 0
    ? given
    : { ...given, also: also.map(({ criteria = "all", scope }) => ({ criteria, scope })) }
}

/**
 * The office that somebody does an action for: of the grants that allow all of it the most powerful, with everything that it answers for by
 * grants of the same office, of each its own inputs; other offices whose grants allow it are its `others`. Null where none allows it, and then
 * `may` says why.
 */
export const actorFor = (register: Register, access: Access, action: Action, about: About = {}): Actor | null => {
  const grants = access.grants.filter((held) => may({ ...access, grants: [held] }, action, about) === null)
  const actors = actorsOf(register, { ...access, grants })
  const offices = actors.filter((one, at) => actors.findIndex((other) => isOneOffice(other, one)) === at)
  const [first, ...others] = offices.map((office) => joined(office, actors))
  if (first === undefined) return null
  return others.length === 0 ? first : { ...first, others }
}
