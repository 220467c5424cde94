import { Schema } from "effect"
import { foldVietnamese } from "./text.ts"

/** The units in which Vietnamese documents state money. A document that does not name one is refused. */
export const MoneyUnit = Schema.Literals(["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"])
export type MoneyUnit = typeof MoneyUnit.Type

const exponents = { đồng: 0, "nghìn đồng": 3, "triệu đồng": 6, "tỷ đồng": 9 } as const satisfies Record<
  MoneyUnit,
  number
>

/** The power of ten of one unit in đồng: 0, 3, 6 or 9. */
export const moneyUnitExponent = (unit: MoneyUnit): 0 | 3 | 6 | 9 => exponents[unit]

// The words below are compared without diacritics; a lone "đ" or "₫" has become "dong" before.
const label = /^(?:dvt|dv tinh|don vi tinh|don vi)(?: ?[:：-] ?| )/
const currency = "(?:dong(?: viet nam)?|vnd(?:ong)?)"
const forms: ReadonlyArray<readonly [MoneyUnit, RegExp]> = [
  ["đồng", new RegExp(`^${currency}$`)],
  ["nghìn đồng", new RegExp(`^(?:(?:nghin|ngan)(?: ?${currency})?|1[. ]?000 ?${currency})$`)],
  ["triệu đồng", new RegExp(`^(?:trieu(?: ?${currency})?|tr\\.? ?${currency}|1[. ]?000[. ]?000 ?${currency})$`)],
  ["tỷ đồng", new RegExp(`^(?:t[yi](?: ?${currency})?|1[. ]?000[. ]?000[. ]?000 ?${currency})$`)]
]

/**
 * The unit of money that a text names: "ĐVT: tr.đ", "Đơn vị tính: triệu đồng", "tỉ đồng", "1.000 đ", "VNĐ".
 *
 * **Details** `undefined` for everything else: rates ("triệu đồng/người/năm"), other counts ("xã"), "nghìn tỷ", blank.
 * **Gotchas** A bare "tr" or "d" is not money: tables use them for pages, schools and days.
 */
export const moneyUnitOf = (text: string): MoneyUnit | undefined => {
  const spelled = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/(?:đ|₫)(?!\p{L})/gu, "dong")
  const bare = foldVietnamese(spelled)
    .replace(/^\((.*)\)$/, "$1")
    .trim()
    .replace(label, "")
    .replace(/ ?[.,;:]+$/, "")
    .trim()
  return forms.find(([, form]) => form.test(bare))?.[0]
}
