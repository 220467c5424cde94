import type { Access, HeldGrant } from "../../people/index.ts"
import { type Register, type UnitId, unitOn } from "../../units/index.ts"
import type { OfficeRole } from "./observation.ts"
import type { Actor } from "./workflow.ts"

/** The office that a grant acts for; null for who reports no values. */
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
    default:
      return null
  }
}

/** Who may do most comes first: somebody with several grants acts by the first that fits. */
const order: ReadonlyArray<OfficeRole> = ["provincialOffice", "department", "districtOffice", "communeOfficer"]

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
      const { writes } = held
      if (role === null || (writes !== "all" && !units.every((unit) => writes.has(unit)))) return []
      return [{ name: person.name, role, scope: writes === "all" ? "all" : [...writes], agency: held.grant.agency }]
    })
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
}
