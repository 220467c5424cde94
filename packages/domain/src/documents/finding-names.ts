import type { Bilingual } from "../values/index.ts"
import type { FindingKind } from "./finding.ts"

/** What each kind of finding is called. */
export const findingNames: Readonly<Record<FindingKind, Bilingual>> = {
  columnSum: { vi: "Cộng ngang không khớp", en: "Row does not add up" },
  rowSum: { vi: "Cộng dọc không khớp", en: "Column does not add up" },
  partsExceedTotal: { vi: "Các phần vượt tổng", en: "Parts exceed the total" },
  partsFallShort: { vi: "Các phần chưa đủ tổng", en: "Parts fall short of the total" },
  partExceedsWhole: { vi: "Phần lớn hơn toàn bộ", en: "Part exceeds the whole" },
  percent: { vi: "Tỷ lệ phần trăm không đúng", en: "Percentage is wrong" },
  difference: { vi: "Hiệu số không đúng", en: "Difference is wrong" },
  restatement: { vi: "Nhắc lại khác số đã nêu", en: "Restated differently" },
  sameQuantity: { vi: "Cùng một số liệu, ghi khác nhau", en: "Same quantity, stated differently" },
  computed: { vi: "Khác số tính từ hệ thống", en: "Differs from the system's own facts" },
  printedForm: { vi: "Cách in không khớp giá trị", en: "Printed form does not match the value" },
  incomparableUnits: { vi: "Đơn vị tính không so được", en: "Units cannot be compared" }
}
