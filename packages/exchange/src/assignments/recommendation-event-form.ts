import { choiceCell, textCell, wholeCell } from "../files/cells.ts"
import type { RowForm } from "../files/rows-file.ts"
import type { Fields } from "../files/sheet.ts"
import { beside, besideColumns, dayColumn, tellColumns } from "./event-cells.ts"

const kinds = [
  { key: "answered", names: ["trả lời", "đã trả lời"] },
  { key: "measure", names: ["biện pháp"] },
  { key: "carriedOut", names: ["đã thực hiện"] },
  { key: "reopened", names: ["mở lại"] }
] as const
type Kind = (typeof kinds)[number]["key"]

const own = ["text", "option", "task", "reason"]
const asks = {
  answered: { needs: ["text"], may: ["option"] },
  // A task of the system, or words of one's own: the server says where there is neither.
  measure: { needs: [], may: ["task", "text"] },
  carriedOut: { needs: [], may: ["text"] },
  reopened: { needs: ["reason"], may: [] }
} as const satisfies Record<Kind, { readonly needs: ReadonlyArray<string>; readonly may: ReadonlyArray<string> }>

const isKind = (value: unknown): value is Kind => typeof value === "string" && Object.hasOwn(asks, value)

const body = (kind: Kind, { option, reason, task, text }: Fields): object => {
  switch (kind) {
    case "answered":
      return { _tag: kind, text, option: option ?? null }
    case "measure":
      return { _tag: kind, task: task ?? null, text: text ?? null }
    case "carriedOut":
      return { _tag: kind, text: text ?? null }
    case "reopened":
      return { _tag: kind, reason }
  }
}

/** Answers to recommendations, measures, and what the supervising body finds: a row for each. */
export const recommendationEventForm: RowForm = {
  moneyAt: [],
  columns: [
    { field: "recommendation", headings: ["kiến nghị", "mã kiến nghị"], needed: true, read: textCell },
    dayColumn,
    { field: "event", headings: ["việc"], needed: true, read: choiceCell(kinds), at: ["body._tag"] },
    { field: "text", headings: ["nội dung"], read: textCell, at: ["body.text"] },
    { field: "option", headings: ["phương án"], read: wholeCell, at: ["body.option"] },
    { field: "task", headings: ["nhiệm vụ", "mã nhiệm vụ"], read: textCell, at: ["body.task"] },
    { field: "reason", headings: ["lý do"], read: textCell, at: ["body.reason"] },
    ...besideColumns
  ],
  row: (fields, tell) => {
    const { day, event, recommendation } = fields
    if (!isKind(event)) return { recommendation, day, body: {}, ...beside(fields) }
    tellColumns(kinds.find(({ key }) => key === event)?.names[0] ?? event, asks[event], own, fields, tell)
    return { recommendation, day, body: body(event, fields), ...beside(fields) }
  }
}
