import type { MoneyUnit } from "@ntm/domain/values"
import { createSignal } from "solid-js"
import { keep, kept } from "../data/kept.ts"

/** Units of money in which the screens show amounts. */
export const shownUnits = ["đồng", "triệu đồng", "tỷ đồng"] as const satisfies ReadonlyArray<MoneyUnit>
export type ShownUnit = (typeof shownUnits)[number]

const [shownUnit, setSignal] = createSignal<ShownUnit>(
  shownUnits.find((unit) => unit === kept("moneyUnit")) ?? "triệu đồng"
)

/** The unit of money in use on the pages of resources; reactive, remembered on this machine. */
export { shownUnit }

export const setShownUnit = (unit: ShownUnit): void => {
  setSignal(unit)
  keep("moneyUnit", unit)
}

/** Decimals at which amounts are read at a glance; the exact ones stand where an amount is opened. */
export const glanceDecimals: Readonly<Record<ShownUnit, number>> = { đồng: 0, "triệu đồng": 0, "tỷ đồng": 1 }
