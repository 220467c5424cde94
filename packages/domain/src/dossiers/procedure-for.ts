import type { Tier } from "../criteria/index.ts"
import type { UnitLevel } from "../units/index.ts"
import { type Bilingual, Day } from "../values/index.ts"
import type { Procedure } from "./procedure.ts"

/** The first day of local government in two tiers, province and commune (Luật Tổ chức chính quyền địa phương 72/2025/QH15). */
const TWO_TIERS_FROM = Day.make("2025-07-01")

/** The form of local government on a day. */
export const formOn = (day: Day): Procedure["form"] => (day < TWO_TIERS_FROM ? "threeTier" : "twoTier")

export const formWords: Readonly<Record<Procedure["form"], Bilingual>> = {
  threeTier: { vi: "chính quyền ba cấp", en: "three tiers of government" },
  twoTier: { vi: "chính quyền hai cấp", en: "two tiers of government" }
}

const holdsOn = ({ from, to }: Procedure, day: Day): boolean => from <= day && (to === null || day <= to)

/** The procedure by which units of a level are asked for a tier under a form of local government on a day; undefined where there is none. */
export const procedureFor = (
  procedures: ReadonlyArray<Procedure>,
  {
    day,
    form,
    level,
    tier
  }: { readonly level: UnitLevel; readonly tier: Tier; readonly form?: Procedure["form"]; readonly day: Day }
): Procedure | undefined =>
  procedures.find(
    (one) => one.level === level && one.tiers.includes(tier) && one.form === (form ?? formOn(day)) && holdsOn(one, day)
  )
