import type { CriteriaSetSummary } from "@ntm/contract"
import { createMemo } from "solid-js"
import { useSets } from "../criteria/criteria.queries.ts"
import { usePlan } from "../documents/plan.ts"
import { useAddress } from "../parts/address.ts"
import { useHome, useOwnAmong } from "../people/people.queries.ts"
import { byTier } from "./by-tier.ts"
import { provinceOfPlan } from "../units/province-of-plan.ts"
import { useUnits } from "../units/units.queries.ts"

const levels = ["commune", "district", "province"]

/**
 * National sets that units can be judged by, lowest level and tier first, the newest period first.
 *
 * **Details** A skeleton counts where some province has made a set of its own of it.
 */
const choosable = (sets: ReadonlyArray<CriteriaSetSummary>): ReadonlyArray<CriteriaSetSummary> => {
  const usable = new Set(
    sets.flatMap(({ derivesFrom, doNotEvaluate, id }) => (doNotEvaluate ? [] : [derivesFrom?.set ?? id]))
  )
  return sets
    .filter(({ derivesFrom, id }) => derivesFrom === null && usable.has(id))
    .toSorted(
      (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || b.periodFrom - a.periodFrom || byTier(a, b)
    )
}

/** National sets of which only the frame is known, and which no province has made its own: nothing is judged by them yet. */
const framesOf = (sets: ReadonlyArray<CriteriaSetSummary>): ReadonlyArray<CriteriaSetSummary> => {
  const usable = new Set(choosable(sets).map(({ id }) => id))
  return sets
    .filter(({ derivesFrom, id }) => derivesFrom === null && !usable.has(id))
    .toSorted((a, b) => b.periodFrom - a.periodFrom || byTier(a, b))
}

/** The sets to choose from with the one that is asked, where it is none of them: a province's own is chosen by its address alone. */
const withAsked = (
  sets: ReadonlyArray<CriteriaSetSummary>,
  all: ReadonlyArray<CriteriaSetSummary>,
  id: string | undefined
): ReadonlyArray<CriteriaSetSummary> => {
  const asked = all.find((set) => set.id === id && set.derivesFrom !== null)
  return asked === undefined || sets.includes(asked) ? sets : [...sets, asked]
}

/** The set of a day that most pages speak of: the communes' standard of the period. */
const usual = (sets: ReadonlyArray<CriteriaSetSummary>, day: string): CriteriaSetSummary | undefined => {
  const inForce = sets.filter(({ period }) => period.from <= day && day <= period.to)
  return inForce[0] ?? sets[0]
}

/**
 * Which units are looked at under which set, on which day: as the page's address says, else those of the plan on screen, as far as they are
 * theirs to see who is signed in.
 *
 * **Details** A set of provinces is asked of the whole country.
 */
export const useScope = () => {
  const [asOf, setAsOf] = useAddress("as_of")
  const [knownAt, setKnownAt] = useAddress("known_at")
  const [named, setSet] = useAddress("bo")
  const [within, setProvince] = useAddress("don-vi")
  const home = useHome()
  const ownAmong = useOwnAmong()
  const plan = usePlan()
  const sets = useSets()
  const provinces = useUnits(() => ({ asOf: asOf(), level: "province" }))
  const all = createMemo(() => (sets.isSuccess ? withAsked(choosable(sets.data.items), sets.data.items, named()) : []))
  const set = createMemo(() => {
    const chosen = named()
    if (chosen !== undefined) return all().find(({ id }) => id === chosen)
    return provinces.isSuccess ? usual(all(), asOf() ?? provinces.data.asOf) : undefined
  })
  const items = () => (provinces.isSuccess ? provinces.data.items : [])
  const province = createMemo(() => {
    const chosen = within()
    if (chosen !== undefined) return chosen
    return home().unit?.code ?? provinceOfPlan(plan()?.locality, items())?.code
  })
  return {
    asOf,
    setAsOf,
    knownAt,
    setKnownAt,
    sets: all,
    frames: () => (sets.isSuccess ? framesOf(sets.data.items) : []),
    /** The set's id, as the address has it even where no such set is known. */
    set: () => named() ?? set()?.id,
    level: () => set()?.level ?? "commune",
    setSet,
    /** The server's own today; undefined until it answered. */
    today: () => (provinces.isSuccess && asOf() === undefined ? provinces.data.asOf : undefined),
    provinces: () => ownAmong(items()),
    province,
    setProvince,
    asked: () => ({
      set: province() === undefined ? undefined : (named() ?? set()?.id),
      parent: set()?.level === "province" ? undefined : province(),
      asOf: asOf(),
      knownAt: knownAt()
    })
  }
}
