import { boundariesOf, FundingStage } from "@ntm/domain/funding"
import { isDay } from "@ntm/domain/values"
import type { AnswerOf, api } from "@ntm/contract"
import { createMemo } from "solid-js"
import { todayHere } from "../assessments/known-at.ts"
import { usePlan } from "../documents/plan.ts"
import { addressWith, useAddress, useSetAddress } from "../parts/address.ts"
import { useHome } from "../people/people.queries.ts"
import { COUNTRY, useUnitAsked } from "../units/use-province.ts"
import { useFundingTables, useStated, type YearAtStage } from "./funding.queries.ts"

type StatedItem = AnswerOf<typeof api.funding.stated>["items"][number]

/** From the plan to the payment. */
export const stages = FundingStage.literals

/** A stage as an address has it. */
export const stageOf = (text: string | undefined): FundingStage | undefined => stages.find((each) => each === text)

/** Years with their stages of which anything is stated, the latest year first, stages from the plan to the payment. */
const statedYears = (items: ReadonlyArray<StatedItem>): ReadonlyArray<YearAtStage> => {
  const seen = new Map(items.map(({ stage, year }) => [`${year} ${stage}`, { year, stage }]))
  return [...seen.values()].toSorted((a, b) => b.year - a.year || stages.indexOf(a.stage) - stages.indexOf(b.stage))
}

/**
 * Whose money, of which year and stage, on which day the page speaks of.
 *
 * **Details** Without words in the address: the province of the plan, and the year and stage of the table that its plan publishes, if
 * anything is stated of them; else the latest.
 */
export const useFundingScope = () => {
  const [asOf, setAsOf] = useAddress("as_of")
  const [knownAt, setKnownAt] = useAddress("known_at")
  const [boundaries, setBoundaries] = useAddress("ranh-gioi")
  const [namedYear] = useAddress("nam")
  const [namedStage] = useAddress("giai-doan")
  const setAddress = useSetAddress()
  const [namedUnit] = useAddress("don-vi")
  const home = useHome()
  const unit = useUnitAsked(asOf)
  const plan = usePlan()
  const tables = useFundingTables(() => plan()?.id)
  /**
   * The day on which units are read: as the address says, else the last of the year that it names; a unit that was chosen in a table of a
   * year is of that year.
   */
  const unitsOn = createMemo(() => {
    const asked = boundaries()
    // A commune that is shown because it is theirs is today's: on an earlier day its code may be that of a part of it.
    if (asked === undefined && namedUnit() === undefined && home().unit?.level === "commune")
      return asOf() ?? todayHere()
    const named = Number(namedYear())
    const day = asOf() ?? todayHere()
    if (asked !== undefined || !Number.isInteger(named) || named < 2000 || !isDay(day)) return asked
    return boundariesOf(named, day)
  })
  const about = () => ({ unit: unit(), asOf: asOf(), knownAt: knownAt(), boundaries: unitsOn() })
  const stated = useStated(about)
  const years = createMemo(() => (stated.isSuccess ? statedYears(stated.data.items) : []))
  const usual = createMemo((): YearAtStage | undefined => {
    if (tables.isPending && plan() !== undefined) return undefined
    const printed = tables.isSuccess ? tables.data.items[0] : undefined
    return years().find(({ stage, year }) => year === printed?.year && stage === printed.stage) ?? years()[0]
  })
  const year = createMemo(() => {
    const asked = Number(namedYear())
    return Number.isInteger(asked) && asked > 0 ? asked : usual()?.year
  })
  const stage = createMemo((): FundingStage | undefined => {
    const asked = stageOf(namedStage())
    if (asked !== undefined || year() === undefined) return asked
    if (year() === usual()?.year) return usual()?.stage
    return years().find((each) => each.year === year())?.stage ?? "planned"
  })
  return {
    about,
    unit,
    asOf,
    setAsOf,
    knownAt,
    setKnownAt,
    boundaries,
    setBoundaries,
    unitsOn,
    stated,
    years,
    /** What the printed table of the plan is about. */
    usual,
    year,
    stage,
    setYear: (next: string) => setAddress({ nam: next, "giai-doan": undefined, cap: undefined }),
    setStage: (next: string) =>
      setAddress({ nam: year() === undefined ? undefined : String(year()), "giai-doan": next, cap: undefined }),
    /** The same page for another unit. */
    hrefOf: (path: string) => (code: string | null) =>
      addressWith(path, {
        "don-vi": code ?? COUNTRY,
        nam: year(),
        "giai-doan": stage(),
        "ranh-gioi": boundaries(),
        as_of: asOf(),
        known_at: knownAt()
      })
  }
}

export type FundingScope = ReturnType<typeof useFundingScope>
