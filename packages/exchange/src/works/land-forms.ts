import { choiceCell, dayCell, moneyCell, numberCell, textCell, wholeCell, yesCell } from "../files/cells.ts"
import type { RowForm } from "../files/rows-file.ts"
import { moneyUnitColumn } from "../files/sheet.ts"

/** Land that households agreed to give: a row for each gift. What is left out is none. */
export const giftForm: RowForm = {
  moneyAt: [],
  columns: [
    { field: "unit", headings: ["mã đơn vị", "đơn vị"], needed: true, read: textCell },
    { field: "work", headings: ["công trình", "số công trình"], read: wholeCell },
    { field: "household", headings: ["hộ", "mã hộ"], needed: true, read: textCell },
    { field: "residential", headings: ["đất ở", "residential land"], read: numberCell },
    { field: "agricultural", headings: ["đất nông nghiệp", "agricultural land"], read: numberCell },
    { field: "structures", headings: ["công trình phải dỡ", "vật kiến trúc"], read: wholeCell },
    { field: "eligible", headings: ["đủ điều kiện hỗ trợ"], read: wholeCell },
    { field: "parcels", headings: ["số thửa", "thửa"], read: wholeCell },
    { field: "day", headings: ["ngày"], needed: true, read: dayCell },
    { field: "document", headings: ["văn bản"], read: textCell },
    { field: "illustrative", headings: ["số minh họa", "minh họa"], read: yesCell }
  ],
  row: (gift) => ({
    work: null,
    residential: 0,
    agricultural: 0,
    structures: 0,
    eligible: 0,
    parcels: 0,
    document: null,
    illustrative: false,
    ...gift
  })
}

const eventCell = choiceCell([
  { key: "cleared", names: ["đã giải phóng", "đã bàn giao mặt bằng"] },
  { key: "updated", names: ["đã chỉnh lý"] },
  { key: "paid", names: ["đã hỗ trợ"] },
  { key: "withdrawn", names: ["rút lại"] }
])

/** What happened to gifts of land since: a row for each event, of which each kind asks for its own column. */
export const landEventForm: RowForm = {
  moneyAt: [["event", "amount"]],
  columns: [
    { field: "gift", headings: ["số hiến đất", "khoản hiến đất"], needed: true, read: wholeCell },
    { field: "day", headings: ["ngày"], needed: true, read: dayCell },
    { field: "event", headings: ["việc"], needed: true, read: eventCell, at: ["event._tag", "event"] },
    { field: "parcels", headings: ["số thửa", "thửa"], read: wholeCell, at: ["event.parcels"] },
    { field: "amount", headings: ["số tiền"], read: moneyCell, at: ["event.amount"] },
    moneyUnitColumn,
    { field: "reason", headings: ["lý do"], read: textCell, at: ["event.reason"] }
  ],
  row: ({ amount, day, event, gift, parcels, reason }, tell) => {
    const asked = { updated: { parcels }, paid: { amount }, withdrawn: { reason } }
    const own = event === "updated" || event === "paid" || event === "withdrawn" ? asked[event] : {}
    for (const [field, value] of Object.entries(own))
      if (value === undefined)
        tell(field, `việc “${String(event)}” cần cột này`, `“${String(event)}” needs this column`)
    for (const [field, value] of Object.entries({ parcels, amount, reason }))
      if (value !== undefined && !(field in own))
        tell(field, `không dùng với việc “${String(event)}”`, `does not go with “${String(event)}”`)
    return { gift, day, event: { _tag: event, ...own } }
  }
}
