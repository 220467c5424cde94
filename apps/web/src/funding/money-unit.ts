import type { MoneyUnit } from "@ntm/domain/values"
import { createSignal } from "solid-js"
import { keep, kept } from "../data/kept.ts"

/** Units of money in which the screens show amounts. */
export const shownUnits = ["triệu đồng", "tỷ đồng"] as const satisfies ReadonlyArray<MoneyUnit>
export type ShownUnit = (typeof shownUnits)[number]

const [shownUnit, setSignal] = createSignal<ShownUnit>(kept("moneyUnit") === "tỷ đồng" ? "tỷ đồng" : "triệu đồng")

/** The unit of money in use on the page of resources; reactive, remembered on this machine. */
export { shownUnit }

export const setShownUnit = (unit: ShownUnit): void => {
  setSignal(unit)
  keep("moneyUnit", unit)
}
