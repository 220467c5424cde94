import type { ListedItem } from "@ntm/contract"
import { type ItemCount, ocopTerm } from "@ntm/domain/inventory"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import type { Tone } from "../parts/line.ts"
import { dayText } from "../units/asking.ts"

export const inventoryWords = {
  register: both("Sổ", "Register"),
  unit: both("Đơn vị", "Unit"),
  added: both("Trong năm", "In the year"),
  total: both("Hiện có", "There are"),
  target: both("Mục tiêu", "Target"),
  name: both("Tên", "Name"),
  day: both("Ngày", "Day"),
  state: both("Trạng thái", "State"),
  until: both("Hết hạn", "Expires"),
  stars: both("sao", "stars"),
  days: both("ngày", "days"),
  units: both("đơn vị", "units"),
  whole: both("Tổng cộng", "In total"),
  own: both("ghi cho chính đơn vị", "put down for the unit itself"),
  ended: both("ở đơn vị đã chia tách", "in units that were divided"),
  expired: both("hết hạn", "expired"),
  renewed: both("công nhận lại", "graded again"),
  people: both("người dự", "took part"),
  counts: both("đang tính", "counts"),
  notYet: both("chưa tới ngày", "not yet"),
  gone: both("đã thôi", "ended"),
  withdrawn: both("đã rút", "withdrawn"),
  byRule: both(
    `theo quy định ${ocopTerm.months} tháng (chưa đối chiếu)`,
    `by the rule of ${ocopTerm.months} months (not verified)`
  ),
  left: both("còn", "left"),
  over: both("quá", "over by"),
  illustrative: both("minh họa", "illustrative")
} as const

/** "12/30", of a target that each unit has to reach "3/7 đơn vị"; "–" without one. */
export const targetText = ({ targets }: Pick<ItemCount, "targets">, lang: Lang): string => {
  const [target] = targets
  if (target === undefined) return "–"
  return target.per === null
    ? `${formatNumber(target.actual)}/${formatNumber(target.value)}`
    : `${formatNumber(target.reached)}/${formatNumber(target.of)} ${say(inventoryWords.units, lang)}`
}

export const targetTone = ({ targets }: Pick<ItemCount, "targets">): Tone =>
  targets.length === 0 ? "dim" : targets.every(({ met }) => met) ? "good" : "warn"

/** "5 sao · đến 31/12/2026": how an entry stands. */
export const itemStateText = ({ state }: Pick<ListedItem, "state">, lang: Lang): string => {
  const words = {
    notYet: inventoryWords.notYet,
    ended: inventoryWords.gone,
    withdrawn: inventoryWords.withdrawn,
    expired: inventoryWords.expired
  } as const
  return [
    ...(state.stars === null ? [] : [`${state.stars} ${say(inventoryWords.stars, lang)}`]),
    state.because === null ? say(inventoryWords.counts, lang) : say(words[state.because], lang)
  ].join(" · ")
}

/** "31/12/2026 · còn 40 ngày"; "" of what does not expire. */
export const untilText = ({ state: { days, until, untilBy } }: Pick<ListedItem, "state">, lang: Lang): string =>
  until === null
    ? ""
    : [
        dayText(until),
        ...(days === null
          ? []
          : [
              `${say(days < 0 ? inventoryWords.over : inventoryWords.left, lang)} ${formatNumber(Math.abs(days))} ${say(inventoryWords.days, lang)}`
            ]),
        ...(untilBy === "rule" ? [say(inventoryWords.byRule, lang)] : [])
      ].join(" · ")

/** The unit of a count, or which part of the total it is. */
export const placeText = ({ place, unit }: Pick<ItemCount, "place" | "unit">, lang: Lang): string => {
  if (place === "total") return say(inventoryWords.whole, lang)
  if (place === "own") return say(inventoryWords.own, lang)
  return `${unit === null ? "?" : `${unit.type} ${unit.name}`}${place === "ended" ? ` (${say(inventoryWords.ended, lang)})` : ""}`
}
