import { procedure } from "@ntm/domain/works"
import { choiceCell, dayCell, moneyCell, textCell, wholeCell, yesCell } from "../files/cells.ts"
import type { RowForm, Tell } from "../files/rows-file.ts"
import { type Fields, moneyUnitColumn } from "../files/sheet.ts"

export const stepCell = choiceCell(procedure.map(({ key, name }) => ({ key, names: [name.vi, name.en] })))

const kinds = [
  { key: "begun", names: ["bắt đầu bước", "bắt đầu"] },
  { key: "done", names: ["xong bước", "hoàn thành"] },
  { key: "volume", names: ["khối lượng"] },
  { key: "accepted", names: ["nghiệm thu khối lượng", "nghiệm thu"] },
  { key: "time", names: ["đổi thời gian"] },
  { key: "value", names: ["đổi giá trị"] },
  { key: "scope", names: ["đổi quy mô"] },
  { key: "problem", names: ["vướng mắc"] },
  { key: "solved", names: ["đã tháo gỡ"] },
  { key: "paper", names: ["giấy tờ", "ảnh"] },
  { key: "withdrawn", names: ["rút báo cáo"] }
] as const
type Kind = (typeof kinds)[number]["key"]

/** Columns that each kind of report asks for, and that it may have. */
const asks = {
  begun: { needs: ["step"], may: [] },
  done: { needs: ["step"], may: ["by"] },
  volume: { needs: ["amount"], may: [] },
  accepted: { needs: ["amount"], may: [] },
  time: { needs: ["step", "dayBefore", "dayAfter", "reason"], may: [] },
  value: { needs: ["amountBefore", "amount", "reason"], may: [] },
  scope: { needs: ["textBefore", "text", "reason"], may: [] },
  problem: { needs: ["category", "text"], may: [] },
  solved: { needs: ["report"], may: ["text"] },
  paper: { needs: ["text"], may: [] },
  withdrawn: { needs: ["report", "reason"], may: [] }
} as const satisfies Record<Kind, { readonly needs: ReadonlyArray<string>; readonly may: ReadonlyArray<string> }>

const categoryCell = choiceCell([
  { key: "land", names: ["mặt bằng"] },
  { key: "money", names: ["vốn"] },
  { key: "contractor", names: ["nhà thầu"] },
  { key: "design", names: ["thiết kế"] },
  { key: "weather", names: ["thời tiết"] },
  { key: "procedure", names: ["thủ tục"] },
  { key: "other", names: ["khác"] }
])

const own = [
  "step",
  "by",
  "amount",
  "amountBefore",
  "dayBefore",
  "dayAfter",
  "textBefore",
  "text",
  "category",
  "report",
  "reason"
]

const isKind = (value: unknown): value is Kind => kinds.some(({ key }) => key === value)

const body = (kind: Kind, fields: Fields): object => {
  const { amount, amountBefore, by, category, dayAfter, dayBefore, reason, report, step, text, textBefore } = fields
  switch (kind) {
    case "begun":
    case "done":
      return { _tag: "step", step, event: kind, by: by ?? null }
    case "volume":
      return { _tag: "volume", done: amount }
    case "accepted":
      return { _tag: "accepted", amount }
    case "time":
      return { _tag: "change", change: { _tag: "time", step, before: dayBefore, after: dayAfter }, reason }
    case "value":
      return { _tag: "change", change: { _tag: "value", before: amountBefore, after: amount }, reason }
    case "scope":
      return { _tag: "change", change: { _tag: "scope", before: textBefore, after: text }, reason }
    case "problem":
      return { _tag: "problem", category, text }
    case "solved":
      return { _tag: "solved", problem: report, text: text ?? null }
    case "paper":
      return { _tag: "paper", title: text }
    case "withdrawn":
      return { _tag: "withdrawn", report, reason }
  }
}

const tellColumns = (kind: Kind, fields: Fields, tell: Tell): void => {
  const { may, needs } = asks[kind]
  const allowed: ReadonlyArray<string> = [...needs, ...may]
  const [name] = kinds.find(({ key }) => key === kind)?.names ?? [kind]
  for (const field of needs)
    if (fields[field] === undefined)
      tell(field, `báo cáo “${name}” cần cột này`, `a report “${kind}” needs this column`)
  for (const field of own)
    if (fields[field] !== undefined && !allowed.includes(field))
      tell(field, `không dùng với báo cáo “${name}”`, `does not go with a report “${kind}”`)
}

/** Reports about works: a row for each. Amounts and texts of all kinds of reports share their columns. */
export const reportForm: RowForm = {
  moneyAt: [
    ["body", "done"],
    ["body", "amount"]
  ],
  columns: [
    { field: "work", headings: ["công trình", "mã công trình"], needed: true, read: textCell },
    { field: "day", headings: ["ngày"], needed: true, read: dayCell },
    {
      field: "report kind",
      headings: ["báo cáo", "loại báo cáo"],
      needed: true,
      read: choiceCell(kinds),
      at: ["body._tag"]
    },
    { field: "step", headings: ["bước"], read: stepCell, at: ["body.step", "body.change.step"] },
    { field: "by", headings: ["bên nhận", "người nhận"], read: textCell, at: ["body.by"] },
    {
      field: "amount",
      headings: ["số tiền", "giá trị"],
      read: moneyCell,
      at: ["body.done", "body.amount", "body.change.after"]
    },
    { field: "amountBefore", headings: ["giá trị cũ", "value before"], read: moneyCell, at: ["body.change.before"] },
    moneyUnitColumn,
    { field: "dayBefore", headings: ["ngày cũ", "day before"], read: dayCell },
    { field: "dayAfter", headings: ["ngày mới", "day after"], read: dayCell },
    { field: "textBefore", headings: ["nội dung cũ", "text before"], read: textCell },
    { field: "text", headings: ["nội dung"], read: textCell, at: ["body.text", "body.title"] },
    { field: "category", headings: ["nhóm vướng mắc"], read: categoryCell, at: ["body.category"] },
    { field: "report", headings: ["số báo cáo"], read: wholeCell, at: ["body.problem", "body.report"] },
    { field: "reason", headings: ["lý do"], read: textCell, at: ["body.reason"] },
    { field: "document", headings: ["văn bản"], read: textCell },
    { field: "note", headings: ["ghi chú"], read: textCell },
    { field: "illustrative", headings: ["số minh họa", "minh họa"], read: yesCell }
  ],
  row: (fields, tell) => {
    const { day, document, illustrative, note, work } = fields
    const kind = fields["report kind"]
    if (isKind(kind)) tellColumns(kind, fields, tell)
    return {
      // The system's own number, or the code of the work.
      work: typeof work === "string" && /^[1-9]\d*$/.test(work) ? Number(work) : work,
      day,
      body: isKind(kind) ? body(kind, fields) : {},
      document: document ?? null,
      evidence: [],
      note: note ?? null,
      illustrative: illustrative ?? false
    }
  }
}
