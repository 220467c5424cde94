import type { FundingEntryKind, FundingFlag, FundingStage, PivotRow } from "@ntm/domain/funding"
import type { UnitLevel } from "@ntm/domain/units"
import { both, type Lang, say } from "../language/lang.ts"

/** Words that the command and the screen of money share. */
export const moneyWords = {
  country: both("Cả nước", "The country"),
  total: both("Tổng", "Total"),
  unit: both("Đơn vị", "Unit"),
  source: both("Nguồn vốn", "Source"),
  year: both("Năm", "Year"),
  stage: both("Giai đoạn", "Stage"),
  tier: both("Cộng theo cấp", "Summed at"),
  amount: both("Số tiền", "Amount"),
  share: both("Tỷ trọng", "Share"),
  unexplained: both("chưa giải thích được", "unexplained"),
  illustrative: both("số minh họa", "illustrative"),
  blank: both("–: không công bố, khác với 0", "–: not stated, which is not 0"),
  asOf: both("tính đến", "as of"),
  boundaries: both("theo ranh giới ngày", "on the boundaries of"),
  known: both("biết đến", "known at"),
  none: both("Chưa ghi khoản vốn nào.", "No money was recorded."),
  flags: both("Điểm cần xem", "To be looked at")
} as const

export const tierNames = {
  province: both("Cấp tỉnh", "Province"),
  district: both("Cấp huyện", "District"),
  commune: both("Cấp xã", "Commune"),
  village: both("Cấp thôn", "Village")
} as const satisfies Record<UnitLevel, unknown>

export const entryKindNames = {
  stated: both("ghi nhận", "stated"),
  adjustment: both("điều chỉnh", "adjustment"),
  carryOver: both("chuyển nguồn", "carry-over"),
  rounding: both("làm tròn", "rounding"),
  unexplained: both("chưa giải thích được", "unexplained")
} as const satisfies Record<FundingEntryKind, unknown>

export const flagNames = {
  unexplained: both("Tổng không bằng các phần", "The total is not the sum of its parts"),
  stageExceeds: both("Giai đoạn sau lớn hơn giai đoạn trước", "More at a stage than at the one before"),
  finerExceeds: both("Cấp dưới cộng lại lớn hơn cấp trên", "Units below state more than the unit above"),
  copied: both("Trùng số của dòng khác", "The very amount of another row"),
  endedUnit: both("Ghi cho đơn vị đã kết thúc", "Recorded for a unit that has ended"),
  overdrawn: both("Điều chỉnh quá số đang có", "Adjusted by more than there was")
} as const satisfies Record<FundingFlag["kind"], unknown>

/** Marks of a number: what is doubted, by its severity; what was made up. They say it without a colour. */
export const flagMark = { error: "▲", warning: "△" } as const satisfies Record<FundingFlag["severity"], string>
export const illustrativeMark = "°"

const rowNames = {
  whole: both("Cả đơn vị, gồm cấp dưới", "The whole unit, with all below"),
  own: both("Phần của chính đơn vị", "The unit's own"),
  rest: both("Chênh lệch của dòng tổng", "Left over by the total"),
  ended: both("đã kết thúc", "ended")
} as const

/** Whose money a row is: "huyện An Lão", an agency, the unit's own, what the total row leaves over. */
export const rowName = ({ agency, kind, unit }: Pick<PivotRow, "agency" | "kind" | "unit">, lang: Lang): string => {
  const named = unit === null ? say(moneyWords.country, lang) : `${unit.type} ${unit.name}`
  switch (kind) {
    case "unit":
      return named
    case "agency":
      return agency ?? named
    case "ended":
      return `${named} (${say(rowNames.ended, lang)})`
    case "whole":
    case "own":
    case "rest":
      return say(rowNames[kind], lang)
  }
}

export const stageOrder: ReadonlyArray<FundingStage> = ["planned", "allocated", "mobilised", "disbursed"]
