import { defineWords } from "../language/words.ts"

export const setWords = defineWords({
  vi: {
    title: "Các bộ tiêu chí",
    lead: "Mỗi bộ nói gì, chắc đến đâu, và được nạp khi nào",
    set: "Bộ tiêu chí",
    frameOption: (name: string) => `${name} (mới có khung)`,
    frame: "mới có khung",
    frameLong:
      "Mới biết tên tiêu chí; chỉ tiêu và mức phải đạt chưa có trong hệ thống, nên chưa đánh giá đơn vị nào theo bộ này. Khi văn phòng có phụ lục, nạp bằng lệnh: ntm sets load TỆP.",
    period: (from: string, to: string) => `Áp dụng từ ${from} đến ${to}`,
    bases: "Căn cứ",
    noBasis: "chưa ghi văn bản nào",
    lines: (count: number) => `${count} tiêu chí`,
    linesLead: "Như bộ tự ghi; chỗ chưa đọc trong văn bản có dấu",
    noLines: "chưa có chỉ tiêu nào trong hệ thống",
    versions: "Các lần nạp",
    versionsLead: "Điều đã biết trước mỗi lần nạp vẫn hỏi lại được, và câu trả lời không đổi",
    shippedChanged:
      "Bản kèm chương trình nay khác lúc văn phòng nạp. Bản văn phòng nạp vẫn giữ; muốn dùng bản kèm chương trình thì nạp tệp của nó.",
    from: "Được biết từ",
    until: "Đến",
    by: "Từ đâu",
    size: "Cỡ",
    now: "nay",
    program: (version: string) => `kèm chương trình ${version}`.trimEnd(),
    follows: (id: string) => `đọc lại theo ${id}`,
    counts: (criteria: number, indicators: number) => `${criteria} tiêu chí, ${indicators} chỉ tiêu`
  },
  en: {
    title: "Criteria sets",
    lead: "What each set says, how sure that is, and when it was loaded",
    set: "Criteria set",
    frameOption: (name) => `${name} (only a frame)`,
    frame: "only a frame",
    frameLong:
      "Only the names of its criteria are known; indicators and thresholds are not in the system, so no unit is judged by it. Once the office has the annex: ntm sets load FILE.",
    period: (from, to) => `In force from ${from} to ${to}`,
    bases: "Legal bases",
    noBasis: "no decision is named",
    lines: (count) => `${count} criteria`,
    linesLead: "As the set itself states them; what was not read in a source is marked",
    noLines: "no indicator is known to the system",
    versions: "Loads",
    versionsLead: "What was known before each of them can still be asked, and the answer is the same",
    shippedChanged:
      "The program has come with another body since the office loaded its own. The office's stays; load the program's file to return to it.",
    from: "Known from",
    until: "Until",
    by: "From whom",
    size: "Size",
    now: "now",
    program: (version) => `with the program ${version}`.trimEnd(),
    follows: (id) => `because of ${id}`,
    counts: (criteria, indicators) => `${criteria} criteria, ${indicators} indicators`
  }
})
