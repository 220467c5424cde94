import { quoted } from "@ntm/domain/values"
import { Result } from "effect"
import { type CellReader, choiceCell, dayCell, textCell, yesCell } from "../files/cells.ts"
import type { RowForm } from "../files/rows-file.ts"

const tiers = [
  { key: "standard", names: ["đạt chuẩn", "đạt chuẩn nông thôn mới"] },
  { key: "advanced", names: ["nâng cao", "nông thôn mới nâng cao"] },
  { key: "model", names: ["kiểu mẫu", "nông thôn mới kiểu mẫu"] },
  { key: "modern", names: ["hiện đại"] },
  { key: "special", names: ["đặc thù"] },
  { key: "completed", names: ["hoàn thành nhiệm vụ", "hoàn thành"] },
  { key: "civilised", names: ["đô thị văn minh"] }
] as const

/** "prepare: kh-61-2025-haiphong/1.2 | submit: kh-61-2025-haiphong/6": which tasks carry out which step. */
const tasksCell: CellReader = (text) => {
  const tasks = text.split(/[;,|]/).map((part) => {
    const [, step = "", task = ""] = /^\s*([a-zA-Z\d]+)\s*:\s*(\S+)\s*$/.exec(part) ?? []
    return { step, task }
  })
  return tasks.every(({ task }) => task !== "")
    ? Result.succeed(tasks)
    : Result.fail({
        vi: `${quoted(text)} phải có dạng “bước: mã nhiệm vụ | bước: mã nhiệm vụ”`,
        en: `${quoted(text)} must read “step: task | step: task”`
      })
}

/** Dossiers to be opened: a row for each. What is left out is left to the server: the procedure is that of the day. */
export const dossierOpeningForm: RowForm = {
  moneyAt: [],
  columns: [
    { field: "unit", headings: ["đơn vị", "mã đơn vị"], needed: true, read: textCell },
    { field: "tier", headings: ["hạng", "đề nghị", "danh hiệu"], needed: true, read: choiceCell(tiers) },
    { field: "criteriaSet", headings: ["bộ tiêu chí", "mã bộ tiêu chí"], needed: true, read: textCell },
    { field: "asOf", headings: ["kết quả đến ngày", "kết quả tính đến"], needed: true, read: dayCell },
    { field: "openedOn", headings: ["ngày mở"], needed: true, read: dayCell },
    { field: "procedure", headings: ["trình tự", "mã trình tự"], read: textCell },
    { field: "override", headings: ["lý do mở", "lý do vẫn mở"], read: textCell },
    { field: "document", headings: ["văn bản"], read: textCell },
    { field: "note", headings: ["ghi chú"], read: textCell },
    { field: "tasks", headings: ["nhiệm vụ"], read: tasksCell },
    { field: "illustrative", headings: ["số minh họa", "minh họa"], read: yesCell }
  ],
  row: (fields) => fields
}
