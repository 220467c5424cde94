import { stageNames } from "@ntm/domain/funding"
import { defineWords } from "../language/words.ts"

type Stages = Readonly<Record<keyof typeof stageNames, string>>
const stagesVi: Stages = {
  planned: stageNames.planned.vi,
  allocated: stageNames.allocated.vi,
  mobilised: stageNames.mobilised.vi,
  disbursed: stageNames.disbursed.vi
}
const stagesEn: Stages = {
  planned: stageNames.planned.en,
  allocated: stageNames.allocated.en,
  mobilised: stageNames.mobilised.en,
  disbursed: stageNames.disbursed.en
}

export const pivotWords = defineWords({
  vi: {
    title: "Nguồn lực thực hiện",
    lead: (unit: string, stage: string, year: number, day: string) =>
      `${unit} · ${stage} · năm ${year} · tính đến ${day}`,
    country: "Cả nước",
    year: "Năm",
    stage: "Giai đoạn",
    stages: stagesVi,
    tier: "Cộng theo cấp",
    tiers: { province: "Cấp tỉnh", district: "Cấp huyện", commune: "Cấp xã", village: "Cấp thôn" },
    tierNote: "Mỗi bút toán chỉ được cộng ở đúng một cấp, nên không khoản nào bị tính hai lần.",
    boundaries: "Theo ranh giới ngày",
    usualBoundaries: "Cuối niên độ",
    table: (year: number) => `Nguồn vốn theo đơn vị, năm ${year}`,
    boundariesOn: (day: string) => `Đơn vị theo ranh giới ngày ${day}.`,
    unit: "Đơn vị",
    total: "Tổng",
    rows: {
      whole: "Cả đơn vị, gồm các cấp dưới",
      own: "Phần của chính đơn vị",
      rest: "Làm tròn và phần chưa giải thích của dòng tổng",
      ended: "đã kết thúc"
    },
    agency: "cơ quan",
    openParts: (source: string) => `Mở chi tiết: ${source}`,
    closeParts: (source: string) => `Thu gọn: ${source}`,
    openAll: "Mở mọi nguồn",
    closeAll: "Thu về hai bậc",
    sum: "Cộng",
    unexplained: (amount: string) => `chưa giải thích được ${amount}`,
    keys: "Bấm vào một số, hoặc dùng phím mũi tên rồi Enter, để xem số đó từ đâu ra.",
    legend: "Ô tô màu: có phần chưa giải thích được. “–”: không công bố, khác với 0.",
    shares: "Cơ cấu nguồn vốn",
    sharesLead: "tỷ trọng trong tổng nguồn lực; cộng lại đúng 100 %",
    flags: "Điểm cần xem",
    flagsLead: "những chỗ số liệu không khép hoặc trái lẽ thường; hệ thống nêu ra, không tự sửa",
    noFlags: "Không có điểm nào: mọi hàng, cột và giai đoạn đều khép.",
    flagKinds: {
      unexplained: "Tổng không bằng các phần",
      stageExceeds: "Giai đoạn sau lớn hơn giai đoạn trước",
      finerExceeds: "Cấp dưới cộng lại lớn hơn cấp trên",
      copied: "Trùng số của dòng liền kề",
      endedUnit: "Ghi cho đơn vị đã kết thúc",
      overdrawn: "Điều chỉnh quá số đang có"
    },
    empty: "Chưa có khoản vốn nào của đơn vị này được ghi nhận tính đến ngày này.",
    cell: {
      amount: "Số tiền",
      unexplained: "Trong đó chưa giải thích được",
      share: "Tỷ trọng so với nguồn cấp trên",
      blank: "Không công bố số nào ở ô này (khác với 0).",
      flags: "Vì sao có dấu",
      findings: "Phát hiện trong văn bản",
      entries: "Bút toán tạo nên số này",
      more: (count: number) => `và ${count} bút toán khác`,
      all: "Xem mọi bút toán",
      down: (unit: string) => `Xem bảng của ${unit}`,
      none: "Không có bút toán nào ở cấp này."
    }
  },
  en: {
    title: "Resources",
    lead: (unit, stage, year, day) => `${unit} · ${stage} · ${year} · as of ${day}`,
    country: "The country",
    year: "Year",
    stage: "Stage",
    stages: stagesEn,
    tier: "Summed at",
    tiers: { province: "Province tier", district: "District tier", commune: "Commune tier", village: "Village tier" },
    tierNote: "Every entry is summed at one tier only, so nothing counts twice.",
    boundaries: "Boundaries of",
    usualBoundaries: "End of the year",
    table: (year) => `Sources by unit, ${year}`,
    boundariesOn: (day) => `Units by their boundaries on ${day}.`,
    unit: "Unit",
    total: "Total",
    rows: {
      whole: "The whole unit, with all below it",
      own: "The unit's own",
      rest: "Rounding, and what the total row does not explain",
      ended: "ended"
    },
    agency: "agency",
    openParts: (source) => `Show the parts: ${source}`,
    closeParts: (source) => `Hide the parts: ${source}`,
    openAll: "Show every source",
    closeAll: "Back to two levels",
    sum: "Sum",
    unexplained: (amount) => `${amount} unexplained`,
    keys: "Press a number, or use the arrow keys and Enter, to see where it comes from.",
    legend: "Filled cells hold something unexplained. “–”: not stated, which is not 0.",
    shares: "Resources by source",
    sharesLead: "share of the total; they add up to exactly 100 %",
    flags: "To be looked at",
    flagsLead: "where numbers do not add up or go against reason; they are told, never corrected",
    noFlags: "Nothing: every row, column and stage adds up.",
    flagKinds: {
      unexplained: "The total is not the sum of its parts",
      stageExceeds: "More at a stage than at the one before",
      finerExceeds: "Units below state more than the unit above",
      copied: "The very amount of the neighbouring row",
      endedUnit: "Recorded for a unit that has ended",
      overdrawn: "Adjusted by more than there was"
    },
    empty: "No money of this unit has been recorded as of this day.",
    cell: {
      amount: "Amount",
      unexplained: "Of it unexplained",
      share: "Share of the source above",
      blank: "Nothing is stated in this cell (which is not 0).",
      flags: "Why it is marked",
      findings: "Findings in the document",
      entries: "Entries that make up this number",
      more: (count) => `and ${count} more entries`,
      all: "See all entries",
      down: (unit) => `See the table of ${unit}`,
      none: "No entries at this tier."
    }
  }
})
