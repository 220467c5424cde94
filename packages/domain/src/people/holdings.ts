import type { Holding } from "../units/index.ts"
import type { Day } from "../values/index.ts"
import { holdsOn } from "./grant.ts"
import { roleWords } from "./role.ts"
import type { PersonStanding } from "./standing.ts"

/** What people have of units on a day, for the pre-flight of an event: one line a grant and unit. */
export const scopeHoldings = (standings: Iterable<PersonStanding>, day: Day): ReadonlyArray<Holding> =>
  [...standings].flatMap(({ grants, person }) =>
    grants.flatMap((grant) =>
      !person.active || grant.units === "all" || !holdsOn(grant, day)
        ? []
        : grant.units.map((unit) => ({
            kind: "scope" as const,
            unit,
            count: 1,
            label: {
              vi: `${person.name} (${roleWords[grant.role].vi})`,
              en: `${person.name} (${roleWords[grant.role].en})`
            }
          }))
    )
  )
