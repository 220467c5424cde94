import { type Dong, formatMoney, type MoneyUnit } from "@ntm/domain/values"
import { language } from "../language/language.ts"

const unitWords: Readonly<Record<MoneyUnit, { readonly vi: string; readonly en: string }>> = {
  đồng: { vi: "đồng", en: "đồng" },
  "nghìn đồng": { vi: "nghìn đồng", en: "thousand đồng" },
  "triệu đồng": { vi: "triệu đồng", en: "million đồng" },
  "tỷ đồng": { vi: "tỷ đồng", en: "billion đồng" }
}

/** A unit of money in words of the language in use. */
export const unitText = (unit: MoneyUnit): string => unitWords[unit][language()]

/** "4.688 tỷ đồng"; in English the digits are written the same way, the unit in English. */
export const moneyText = (amount: Dong, unit: MoneyUnit, decimals: number): string =>
  `${formatMoney(amount, { unit, decimals, withUnit: false })} ${unitText(unit)}`

const MILLION = 1_000_000
const BILLION = 1000 * MILLION

/** "1,5 tỷ đồng", "30 triệu đồng": an amount at a glance, in the unit that suits its size. */
export const readableMoney = (amount: Dong): string => {
  if (Math.abs(amount) >= BILLION) return moneyText(amount, "tỷ đồng", 1)
  return Math.abs(amount) >= MILLION ? moneyText(amount, "triệu đồng", 0) : moneyText(amount, "đồng", 0)
}
