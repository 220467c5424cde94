import { countOn, levelPeriods, levelWords, rankOf, type Register, type Unit } from "../units/index.ts"
import { dong, formatDay, formatNumber } from "../values/index.ts"
import { Result } from "effect"
import { firstDayOf, lastDayOf } from "./budget-year.ts"
import type { EntryRecording } from "./entry.ts"
import { type EntryFault, fault } from "./refusal-of.ts"
import type { FundingSource } from "./source.ts"
import { isWithin, sourceOf } from "./source-tree.ts"
import { stageNames } from "./stage.ts"

/** "nhân dân đóng góp": a source within a sentence. */
const named = ({ name }: FundingSource) => ({ vi: `“${name.vi}”`, en: `“${name.en}”` })

/** Whole đồng in the range of amounts; what is stated is not negative, what is taken or left over may be. */
export const amountFault = ({ amount, kind }: EntryRecording): EntryFault | null => {
  if (!Number.isFinite(amount))
    return fault("amount", "notMoney", "Số tiền không phải là số", "The amount is no number")
  const whole = dong(amount)
  if (Result.isFailure(whole)) {
    const { vi, en } = whole.failure.sentence
    return fault("amount", "notMoney", vi, en)
  }
  return kind === "stated" && amount < 0
    ? fault(
        "amount",
        "notMoney",
        `${formatNumber(amount)} đồng: số tiền ghi nhận không được âm; ghi giảm bằng bút toán điều chỉnh`,
        `${amount} đồng: what is stated is not negative; record an adjustment to take something away`
      )
    : null
}

/** An entry is summed at its unit's level, which includes everything below, or at a level below, and then it is the unit's own. */
export const tierFault = ({ tier }: EntryRecording, { level, name, type }: Unit): EntryFault | null =>
  rankOf[tier] >= rankOf[level]
    ? null
    : fault(
        "tier",
        "tierBelowNothing",
        `${type} ${name} thuộc ${levelWords[level].vi}, không cộng ở ${levelWords[tier].vi} được`,
        `${type} ${name} is a ${levelWords[level].en}: it cannot be summed at the level of a ${levelWords[tier].en}`
      )

/** A budget is given while its level exists, to units of that level or below. */
export const sourceFault = (register: Register, entry: EntryRecording, unit: Unit): EntryFault | null => {
  const source = sourceOf(entry.source)
  const { budgetOf } = source
  if (budgetOf === null || budgetOf === "central") return null
  const { vi, en } = named(source)
  if (countOn(register, entry.day)[budgetOf] === 0) {
    const last = levelPeriods(register, budgetOf)
      .flatMap(({ to }) => to ?? [])
      .findLast((day) => day < entry.day)
    return last === undefined
      ? fault(
          "source",
          "sourceLevelEnded",
          `${vi}: không có ${levelWords[budgetOf].vi} vào ngày ${formatDay(entry.day)}`,
          `${en}: no ${levelWords[budgetOf].en} stands on ${entry.day}`
        )
      : fault(
          "source",
          "sourceLevelEnded",
          `${vi}: không còn ngân sách ${levelWords[budgetOf].vi} sau ngày ${formatDay(last)}`,
          `${en}: there is no budget of a ${levelWords[budgetOf].en} after ${last}`
        )
  }
  return rankOf[unit.level] >= rankOf[budgetOf]
    ? null
    : fault(
        "source",
        "sourceNotGiven",
        `${vi} không cấp cho ${unit.type} ${unit.name}: ngân sách ${levelWords[budgetOf].vi} chỉ cấp cho ${levelWords[budgetOf].vi} trở xuống`,
        `${en} is not given to ${unit.type} ${unit.name}: only to a ${levelWords[budgetOf].en} or below`
      )
}

/** Sources outside of the budget: nobody allocates them. */
const isRaised = ({ key }: FundingSource): boolean =>
  isWithin(key, "credit") || isWithin(key, "enterprise") || isWithin(key, "community")

/** Budget is planned, allocated, paid; what is raised is planned, mobilised, paid. Of budget, documents publish what was mobilised too. */
export const stageFault = ({ document, source: key, stage }: EntryRecording): EntryFault | null => {
  const source = sourceOf(key)
  const { vi, en } = named(source)
  if (isRaised(source) && stage === "allocated")
    return fault(
      "stage",
      "stageNotOfSource",
      `${vi} không phải vốn ngân sách nên không có bước “${stageNames.allocated.vi}”; ghi “${stageNames.mobilised.vi}”`,
      `${en} is no budget and is not allocated: record it as mobilised`
    )
  return isWithin(key, "budget") && stage === "mobilised" && document === null
    ? fault(
        "stage",
        "stageNotOfSource",
        `${vi} là vốn ngân sách: ghi “${stageNames.allocated.vi}”; kết quả huy động chỉ ghi theo văn bản công bố`,
        `${en} is budget: record it as allocated; what was mobilised is taken from a document that publishes it`
      )
    : null
}

/** A gift in kind keeps its quantity beside its value. */
export const quantityFault = ({ kind, quantity, source: key }: EntryRecording): EntryFault | null => {
  const source = sourceOf(key)
  const { vi, en } = named(source)
  const asked = source.inKind
  if (asked === null)
    return quantity === null
      ? null
      : fault("quantity", "quantityNotAsked", `${vi} không ghi bằng hiện vật`, `${en} is not given in kind`)
  if (quantity === null)
    return kind === "stated"
      ? fault(
          "quantity",
          "quantityMissing",
          `${vi} phải ghi số lượng (${asked}) bên cạnh giá trị`,
          `${en} needs its quantity (${asked}) beside its value`
        )
      : null
  return asked === "hiện vật" || quantity.unit === asked
    ? null
    : fault(
        "quantity",
        "quantityMissing",
        `${vi} tính bằng ${asked}, không phải ${quantity.unit}`,
        `${en} is counted in ${asked}, not in ${quantity.unit}`
      )
}

/** Adjustments and carry-overs say why; only an adjustment is about an earlier entry. */
export const reasonFaults = ({ adjusts, document, kind, reason }: EntryRecording): ReadonlyArray<EntryFault> => {
  const faults: Array<EntryFault> = []
  if ((kind === "adjustment" || kind === "carryOver") && (reason ?? "").trim() === "")
    faults.push(
      kind === "adjustment"
        ? fault("reason", "reasonMissing", "Điều chỉnh phải nêu lý do", "An adjustment needs its reason")
        : fault("reason", "reasonMissing", "Chuyển nguồn phải nêu lý do", "A carry-over needs its reason")
    )
  if (kind === "adjustment" && adjusts === null)
    faults.push(
      fault("adjusts", "unknownEntry", "Điều chỉnh phải nêu bút toán được điều chỉnh", "An adjustment names its entry")
    )
  if (kind !== "adjustment" && adjusts !== null)
    faults.push(
      fault(
        "adjusts",
        "adjustsOther",
        "Chỉ bút toán điều chỉnh mới nêu bút toán khác",
        "Only an adjustment is about an entry"
      )
    )
  if ((kind === "rounding" || kind === "unexplained") && document === null)
    faults.push(
      fault(
        "kind",
        "notAllowed",
        "Phần làm tròn hoặc chưa giải thích được chỉ ghi từ bảng của một văn bản",
        "Rounding and what is not explained come of a document's table only"
      )
    )
  return faults
}

/** A place is one of a document: without it nobody finds it again. */
export const placeFault = ({ document, place }: EntryRecording): EntryFault | null =>
  place === null || document !== null
    ? null
    : fault(
        "document",
        "documentMissing",
        "Có vị trí trong văn bản nhưng không ghi văn bản nào",
        "A place in a document is given without the document"
      )

/** A plan may come before its year, a correction after it; all else falls within the time in which money of the year can be paid. */
export const dayFault = ({ day, kind, stage, year }: EntryRecording): EntryFault | null => {
  const [first, last] = [firstDayOf(year), lastDayOf(year)]
  const mayPrecede = stage === "planned" || stage === "allocated"
  const mayFollow = kind === "adjustment" || kind === "carryOver"
  if (day < first && !mayPrecede)
    return fault(
      "day",
      "dayOutsideYear",
      `Ngày ${formatDay(day)} trước niên độ ${year}`,
      `${day} is before the budget year ${year}`
    )
  return day > last && !mayFollow
    ? fault(
        "day",
        "dayOutsideYear",
        `Ngày ${formatDay(day)} sau hạn thanh toán của niên độ ${year} (${formatDay(last)})`,
        `${day} is after the last day on which money of ${year} is paid (${last})`
      )
    : null
}
