import type { GrantLine, PersonLine } from "@ntm/contract"
import type { Grant, PersonStanding } from "@ntm/domain/people"
import { type Chronicle, unitOn } from "@ntm/domain/units"

/** A grant with its units by name, as they stood on its first day. */
export const grantLine = ({ register }: Chronicle, grant: Grant): GrantLine => ({
  ...grant,
  units:
    grant.units === "all"
      ? "all"
      : grant.units.map((id) => {
          const unit = unitOn(register, id, grant.from) ?? register.byId.get(id)?.[0]
          return { id, code: unit?.code ?? "", name: unit === undefined ? "" : `${unit.type} ${unit.name}` }
        })
})

export const personLine = (chronicle: Chronicle, { grants, person }: PersonStanding): PersonLine => ({
  ...person,
  grants: grants.map((grant) => grantLine(chronicle, grant))
})
