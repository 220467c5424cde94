import { createMemo } from "solid-js"
import { usePlan } from "../documents/plan.ts"
import { useAddress } from "../parts/address.ts"
import { useHome } from "../people/people.queries.ts"
import { provinceOfPlan } from "./province-of-plan.ts"
import { useUnits } from "./units.queries.ts"

/** In an address: the whole country rather than the province of the plan. */
export const COUNTRY = "ca-nuoc"

/**
 * The unit that the page speaks of: as its address says, else the highest that is theirs to see who is signed in, and for who sees all
 * the province of the plan on screen.
 *
 * **Details** `undefined` until it is known; `null` is the whole country.
 */
export const useUnitAsked = (asOf: () => string | undefined): (() => string | null | undefined) => {
  const [named] = useAddress("don-vi")
  const home = useHome()
  const plan = usePlan()
  const provinces = useUnits(() => ({ asOf: asOf(), level: "province" }))
  return createMemo(() => {
    const asked = named()
    if (asked === COUNTRY) return null
    if (asked !== undefined) return asked
    const own = home().unit
    if (own !== null) return own.code
    if (!provinces.isSuccess || plan() === undefined) return undefined
    return provinceOfPlan(plan()?.locality, provinces.data.items)?.code ?? null
  })
}
