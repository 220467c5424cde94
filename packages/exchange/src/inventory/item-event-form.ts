import { tellColumns } from "../assignments/event-cells.ts"
import { choiceCell, dayCell, textCell, wholeCell } from "../files/cells.ts"
import type { RowForm } from "../files/rows-file.ts"
import type { Fields } from "../files/sheet.ts"

const kinds = [
  { key: "ended", names: ["thôi tính", "không còn"] },
  { key: "renewed", names: ["phân hạng lại", "đánh giá lại"] },
  { key: "withdrawn", names: ["rút lại"] }
] as const
type Kind = (typeof kinds)[number]["key"]

const own = ["stars", "until", "reason"]
const asks = {
  ended: { needs: ["reason"], may: [] },
  renewed: { needs: ["stars"], may: ["until"] },
  withdrawn: { needs: ["reason"], may: [] }
} as const satisfies Record<Kind, { readonly needs: ReadonlyArray<string>; readonly may: ReadonlyArray<string> }>

const isKind = (value: unknown): value is Kind => typeof value === "string" && Object.hasOwn(asks, value)

const body = (kind: Kind, { reason, stars, until }: Fields): object =>
  kind === "renewed" ? { _tag: kind, stars, until: until ?? null } : { _tag: kind, reason }

/** What became of entries of registers: a row for each event. */
export const itemEventForm: RowForm = {
  moneyAt: [],
  columns: [
    { field: "item", headings: ["số mục", "mục"], needed: true, read: wholeCell },
    { field: "day", headings: ["ngày"], needed: true, read: dayCell },
    { field: "event", headings: ["việc"], needed: true, read: choiceCell(kinds), at: ["body._tag"] },
    { field: "stars", headings: ["số sao", "sao"], read: wholeCell, at: ["body.stars"] },
    { field: "until", headings: ["hết hạn", "có giá trị đến"], read: dayCell, at: ["body.until"] },
    { field: "reason", headings: ["lý do"], read: textCell, at: ["body.reason"] },
    { field: "document", headings: ["văn bản"], read: textCell }
  ],
  row: (fields, tell) => {
    const { day, document, event, item } = fields
    if (!isKind(event)) return { item, day, body: {}, document: document ?? null }
    tellColumns(kinds.find(({ key }) => key === event)?.names[0] ?? event, asks[event], own, fields, tell)
    return { item, day, body: body(event, fields), document: document ?? null }
  }
}
