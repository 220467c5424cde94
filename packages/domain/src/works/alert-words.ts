import type { Unit } from "../units/index.ts"
import {
  type Bilingual,
  Dong,
  formatDay,
  formatMoney,
  formatNumber,
  formatPercent,
  roundHalfUp
} from "../values/index.ts"
import { stepName } from "./check-plan.ts"
import type { GiftStanding } from "./land-standing.ts"
import { landOf } from "./land-standing.ts"
import type { DebtStanding, WorkStanding } from "./standing.ts"
import type { Work } from "./work.ts"

/** Triệu đồng are what offices speak in; amounts below one are told to the đồng. */
export const moneyWords = (amount: number): string => {
  const dong = Dong.make(amount)
  return Math.abs(amount) < 1_000_000
    ? formatMoney(dong, { unit: "đồng" })
    : formatMoney(dong, { unit: "triệu đồng", decimals: amount % 1_000_000 === 0 ? 0 : 1 })
}

export const workWords = ({ name }: Pick<Work, "name">): Bilingual => ({ vi: `Công trình “${name}”`, en: `“${name}”` })

export const behindWords = ({ daysBehind, expectedFinish, plannedFinish, steps, work }: WorkStanding): Bilingual => {
  const { en, vi } = workWords(work)
  const next = steps.find(({ critical, doneOn }) => critical && doneOn === null)
  const step = next === undefined ? null : stepName(next.step)
  return {
    vi: `${vi} chậm ${daysBehind} ngày so với đường găng: kế hoạch xong ${formatDay(plannedFinish)}, dự kiến ${formatDay(expectedFinish)}${step === null ? "" : `; đang ở bước “${step.vi}”`}`,
    en: `${en} is ${daysBehind} days behind its critical path: planned to be finished on ${plannedFinish}, expected on ${expectedFinish}${step === null ? "" : `; it stands at “${step.en}”`}`
  }
}

interface Disbursed {
  readonly year: number
  readonly given: number
  readonly paid: number
  readonly rate: number
  readonly calendar: number
}

export const disbursementWords = (work: Work, { calendar, given, paid, rate, year }: Disbursed): Bilingual => {
  const { en, vi } = workWords(work)
  return {
    vi: `${vi} giải ngân ${formatPercent(rate)} vốn năm ${year} (${moneyWords(paid)} trong ${moneyWords(given)}), đã qua ${formatPercent(calendar)} thời gian của niên độ (đến 31/01/${year + 1})`,
    en: `${en} has disbursed ${rate} % of its money of ${year} (${moneyWords(paid)} of ${moneyWords(given)}); ${calendar} % of the time to pay it is over (until 31/01/${year + 1})`
  }
}

export const debtWords = (
  { work }: WorkStanding,
  amount: number,
  { acceptedOn, ageDays }: DebtStanding["parts"][number],
  limit: number
): Bilingual => {
  const { en, vi } = workWords(work)
  return {
    vi: `${vi} nợ ${moneyWords(amount)} khối lượng đã nghiệm thu quá ${limit} ngày, lâu nhất từ ${formatDay(acceptedOn)} (${ageDays} ngày)`,
    en: `${en} owes ${moneyWords(amount)} for volume accepted more than ${limit} days ago, the oldest on ${acceptedOn} (${ageDays} days)`
  }
}

export const notHandedOverWords = ({ work }: WorkStanding, days: number): Bilingual => {
  const { en, vi } = workWords(work)
  return {
    vi: `${vi} thi công xong đã ${days} ngày mà chưa bàn giao`,
    en: `${en} was built ${days} days ago and is not handed over`
  }
}

export const withoutOperatorWords = ({ handedOverTo, work }: WorkStanding, days: number): Bilingual => {
  const { en, vi } = workWords(work)
  const [to, toEn] = handedOverTo === null ? ["", ""] : [` cho ${handedOverTo}`, ` to ${handedOverTo}`]
  return {
    vi: `${vi} đã bàn giao${to} ${days} ngày mà chưa có đơn vị vận hành`,
    en: `${en} was handed over${toEn} ${days} days ago and nobody operates it`
  }
}

export const aheadWords = (
  { builtAhead, donePercent, paidAhead, paidPercent, work }: WorkStanding,
  which: "paidAhead" | "builtAhead"
): Bilingual => {
  const { en, vi } = workWords(work)
  const points = roundHalfUp(Math.abs(paidPercent - donePercent), 1)
  return which === "paidAhead"
    ? {
        vi: `${vi} đã thanh toán ${formatPercent(paidPercent)}, mới làm ${formatPercent(donePercent)} giá trị hợp đồng: trả trước ${moneyWords(paidAhead)} (${formatNumber(points)} điểm)`,
        en: `${en} is paid ${paidPercent} % and built ${donePercent} % of its contract: ${moneyWords(paidAhead)} paid ahead (${points} points)`
      }
    : {
        vi: `${vi} đã làm ${formatPercent(donePercent)}, mới thanh toán ${formatPercent(paidPercent)} giá trị hợp đồng: ${moneyWords(builtAhead)} sắp thành nợ (${formatNumber(points)} điểm)`,
        en: `${en} is built ${donePercent} % and paid ${paidPercent} % of its contract: ${moneyWords(builtAhead)} about to become debt (${points} points)`
      }
}

export const landWords = (
  work: Work | null,
  unit: Unit | null,
  gifts: ReadonlyArray<GiftStanding>,
  days: number
): Bilingual => {
  const { agricultural, households, residential } = landOf(gifts)
  const area = formatNumber(residential + agricultural)
  const place =
    work === null
      ? unit === null
        ? { vi: "", en: "" }
        : { vi: ` ở ${unit.type} ${unit.name}`, en: ` in ${unit.name}` }
      : { vi: ` cho công trình “${work.name}”`, en: ` for “${work.name}”` }
  return {
    vi: `${households} hộ đã thống nhất hiến ${area} m²${place.vi} mà chưa giải phóng mặt bằng, lâu nhất ${days} ngày`,
    en: `${households} households agreed to give ${area} m²${place.en} and it is not cleared; the oldest ${days} days ago`
  }
}
