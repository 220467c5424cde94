import { defineWords } from "../language/words.ts"

export const yearsWords = defineWords({
  vi: {
    title: "So sánh năm",
    lead: (unit: string, after: string, before: string, day: string) =>
      `${unit} · ${after} so với ${before} · tính đến ${day}`,
    at: (stage: string, year: number) => `${year} · ${stage}`,
    before: "Năm gốc",
    after: "Năm so sánh",
    table: "So sánh theo nguồn vốn",
    tableLead: (before: string, after: string) => `thanh nhạt: ${before}; thanh đậm: ${after}; cùng một thang`,
    columns: { source: "Nguồn vốn", bars: "Biểu đồ", change: "Tăng, giảm", percent: "Tỷ lệ" },
    tiers: (before: string, after: string) => `Năm gốc cộng theo ${before}, năm so sánh cộng theo ${after}.`,
    fromNothing: "từ chưa có",
    empty: "Cần hai năm có số liệu để so sánh."
  },
  en: {
    title: "Year against year",
    lead: (unit, after, before, day) => `${unit} · ${after} against ${before} · as of ${day}`,
    at: (stage, year) => `${year} · ${stage}`,
    before: "Year before",
    after: "Year after",
    table: "By source",
    tableLead: (before, after) => `light bar: ${before}; dark bar: ${after}; one scale`,
    columns: { source: "Source", bars: "Chart", change: "Change", percent: "Per cent" },
    tiers: (before, after) => `The year before is summed at the ${before}, the year after at the ${after}.`,
    fromNothing: "from nothing",
    empty: "Two years with numbers are needed to compare."
  }
})
