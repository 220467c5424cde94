import { defineWords } from "../language/words.ts"

export const entryWords = defineWords({
  vi: {
    title: "Bút toán vốn",
    lead: (unit: string, day: string) => `${unit} và mọi đơn vị trực thuộc · tính đến ${day}`,
    ofWork: "Bút toán của một công trình",
    back: "Về công trình",
    source: "Nguồn vốn",
    anySource: "Mọi nguồn",
    anyYear: "Mọi năm",
    anyStage: "Mọi giai đoạn",
    kind: "Loại bút toán",
    anyKind: "Mọi loại",
    kinds: {
      stated: "Ghi theo văn bản",
      adjustment: "Điều chỉnh",
      carryOver: "Chuyển nguồn",
      rounding: "Làm tròn",
      unexplained: "Chưa giải thích được"
    },
    columns: {
      day: "Ngày",
      unit: "Đơn vị",
      source: "Nguồn · giai đoạn",
      amount: "Số tiền",
      from: "Căn cứ",
      why: "Lý do, ghi chú"
    },
    from: (giver: string) => `từ ${giver}`,
    year: (stage: string, year: number) => `${stage} · ${year}`,
    tier: (tier: string) => `cộng ở ${tier}`,
    adjusts: (id: number) => `điều chỉnh bút toán số ${id}`,
    recorded: (day: string, name: string) => `ghi ngày ${day}, ${name}`,
    noDocument: "không nêu văn bản",
    counted: (count: number) => `${count} bút toán`,
    more: "Danh sách chỉ hiện 1.000 bút toán đầu tiên; hãy lọc theo đơn vị, năm hoặc giai đoạn.",
    table: "Danh sách bút toán",
    none: "Không có bút toán nào khớp với điều kiện đã chọn.",
    ofTheWork: (id: number) => `công trình số ${id}`
  },
  en: {
    title: "Entries",
    lead: (unit, day) => `${unit} and everything below it · as of ${day}`,
    ofWork: "Entries of a work",
    back: "Back to the work",
    source: "Source",
    anySource: "Any source",
    anyYear: "Any year",
    anyStage: "Any stage",
    kind: "Kind of entry",
    anyKind: "Any kind",
    kinds: {
      stated: "As stated",
      adjustment: "Adjustment",
      carryOver: "Carried over",
      rounding: "Rounding",
      unexplained: "Unexplained"
    },
    columns: {
      day: "Day",
      unit: "Unit",
      source: "Source · stage",
      amount: "Amount",
      from: "Stated by",
      why: "Reason, notes"
    },
    from: (giver) => `from ${giver}`,
    year: (stage, year) => `${stage} · ${year}`,
    tier: (tier) => `summed at the ${tier}`,
    adjusts: (id) => `adjusts entry no. ${id}`,
    recorded: (day, name) => `recorded on ${day}, ${name}`,
    noDocument: "no document named",
    counted: (count) => `${count} entries`,
    more: "Only the first 1,000 entries are listed; narrow them by unit, year or stage.",
    table: "List of entries",
    none: "No entry fits what was chosen.",
    ofTheWork: (id) => `work no. ${id}`
  }
})
