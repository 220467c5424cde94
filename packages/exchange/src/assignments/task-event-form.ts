import { choiceCell, dayCell, textCell } from "../files/cells.ts"
import type { RowForm } from "../files/rows-file.ts"
import type { Fields } from "../files/sheet.ts"
import { beside, besideColumns, dayColumn, tellColumns } from "./event-cells.ts"

const kinds = [
  { key: "inProgress", names: ["bắt đầu", "đang thực hiện", "rút lại"] },
  { key: "submitted", names: ["nộp kết quả", "nộp", "đã nộp"] },
  { key: "accepted", names: ["nghiệm thu", "đã nghiệm thu"] },
  { key: "returned", names: ["trả lại", "bị trả lại"] },
  { key: "cancelled", names: ["hủy", "đã hủy"] },
  { key: "notStarted", names: ["khôi phục"] },
  { key: "extended", names: ["gia hạn"] },
  { key: "note", names: ["tiến độ", "ghi chú"] }
] as const
type Kind = (typeof kinds)[number]["key"]

const keys: ReadonlySet<unknown> = new Set(kinds.map(({ key }) => key))
const isKind = (value: unknown): value is Kind => keys.has(value)

/** Columns that only some kinds have. Whether a reason is needed depends on who moves it: the server says. */
const own = ["before", "after", "text", "reason"]
const asks = (kind: Kind) =>
  kind === "extended"
    ? { needs: ["after", "reason"], may: ["before"] }
    : kind === "note"
      ? { needs: ["text"], may: [] }
      : { needs: [], may: ["reason"] }

const body = (kind: Kind, { after, before, reason, text }: Fields): object => {
  if (kind === "note") return { _tag: "note", text }
  if (kind === "extended") return { _tag: "extended", before: before ?? null, after, reason }
  return { _tag: "moved", to: kind, reason: reason ?? null }
}

/** What happened to tasks: a row for each event, of which each kind asks for its own columns. */
export const taskEventForm: RowForm = {
  moneyAt: [],
  columns: [
    { field: "task", headings: ["nhiệm vụ", "mã nhiệm vụ"], needed: true, read: textCell },
    dayColumn,
    { field: "event", headings: ["việc"], needed: true, read: choiceCell(kinds), at: ["body.to", "body._tag"] },
    { field: "before", headings: ["hạn cũ", "due before"], read: dayCell, at: ["body.before"] },
    { field: "after", headings: ["hạn mới", "due after"], read: dayCell, at: ["body.after"] },
    { field: "text", headings: ["nội dung"], read: textCell, at: ["body.text"] },
    { field: "reason", headings: ["lý do"], read: textCell, at: ["body.reason"] },
    ...besideColumns
  ],
  row: (fields, tell) => {
    const { day, event, task } = fields
    if (!isKind(event)) return { task, day, body: {}, ...beside(fields) }
    tellColumns(kinds.find(({ key }) => key === event)?.names[0] ?? event, asks(event), own, fields, tell)
    return { task, day, body: body(event, fields), ...beside(fields) }
  }
}
