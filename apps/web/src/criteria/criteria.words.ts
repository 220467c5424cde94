import { defineWords } from "../language/words.ts"

export const criteriaWords = defineWords({
  vi: {
    pages: "Các trang về tiêu chí",
    tabs: {
      assessments: "Đánh giá",
      replacement: "Thay bộ tiêu chí",
      targets: "Chỉ tiêu kế hoạch",
      results: "Số công bố",
      sets: "Các bộ tiêu chí",
      entry: "Nhập số liệu"
    },
    title: "Kết quả theo bộ tiêu chí",
    lead: (day: string) => `Phụ lục 01 · kết quả thực hiện đến ngày ${day}`,
    set: "Bộ tiêu chí",
    levels: { commune: "Cấp xã", district: "Cấp huyện", province: "Cấp tỉnh" },
    units: {
      commune: (count: number) => `${count} xã`,
      district: (count: number) => `${count} huyện`,
      province: (count: number) => `${count} tỉnh`
    },
    evaluated: "Đơn vị đánh giá",
    evaluatedUnits: (units: string) => `${units} được đánh giá`,
    stated: "Bình quân văn bản ghi",
    computed: "Bình quân tính từ bảng",
    holds: "Khớp với bảng",
    differs: "Không khớp với bảng",
    differsLong: (stated: string, computed: string) =>
      `Văn bản ghi bình quân ${stated}, cộng các dòng của bảng ra ${computed}.`,
    criterion: "Tiêu chí",
    met: "Số đơn vị đạt",
    share: "Tỷ lệ",
    moreThanEvaluated: "nhiều hơn số đơn vị được đánh giá",
    notes: "Ghi chú",
    empty: "Văn bản này không công bố kết quả theo bộ tiêu chí.",
    no: "TT"
  },
  en: {
    pages: "Pages about criteria",
    tabs: {
      assessments: "Assessments",
      replacement: "Replace a set",
      targets: "Targets",
      results: "Published results",
      sets: "Criteria sets",
      entry: "Enter values"
    },
    title: "Results by criteria set",
    lead: (day) => `Annex 01 · results up to ${day}`,
    set: "Criteria set",
    levels: { commune: "Commune level", district: "District level", province: "Province level" },
    units: {
      commune: (count) => (count === 1 ? "1 commune" : `${count} communes`),
      district: (count) => (count === 1 ? "1 district" : `${count} districts`),
      province: (count) => (count === 1 ? "1 province" : `${count} provinces`)
    },
    evaluated: "Units assessed",
    evaluatedUnits: (units) => `${units} assessed`,
    stated: "Average stated",
    computed: "Average from the table",
    holds: "Agrees with the table",
    differs: "Disagrees with the table",
    differsLong: (stated, computed) =>
      `The document states an average of ${stated}; the lines of the table give ${computed}.`,
    criterion: "Criterion",
    met: "Units that meet it",
    share: "Share",
    moreThanEvaluated: "more than the units assessed",
    notes: "Notes",
    empty: "This document publishes no results by criteria set.",
    no: "No."
  }
})
