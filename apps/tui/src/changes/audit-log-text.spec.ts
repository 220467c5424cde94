import type { AuditEntry } from "@ntm/contract"
import type { ChangedField, ChangedRow } from "@ntm/domain/changes"
import { Sequence } from "@ntm/domain/changes"
import { UnitId } from "@ntm/domain/units"
import { Moment } from "@ntm/domain/values"
import { expect, it } from "vitest"
import { auditLines, wholeEntryLines } from "./audit-log-text.ts"

const plain = (text: string) => ({ vi: text, en: text, to: null })

const field = (name: string, before: string | null, after: string | null): ChangedField => ({
  field: name,
  words: { vi: name, en: name },
  before,
  after,
  lines: [
    {
      words: { vi: name, en: name },
      before: before === null ? null : plain(before),
      after: after === null ? null : plain(after)
    }
  ]
})

const entry: AuditEntry = {
  seq: Sequence.make(7),
  moment: Moment.make("2025-06-03T07:05:00.000Z"),
  person: null,
  origin: null,
  noun: "work",
  op: "insert",
  headline: { did: { vi: "Ghi mới 5 công trình", en: "Work, new (5)" }, about: null },
  rows: 5,
  units: [{ id: UnitId.make(7), code: "11824", name: "xã Vĩnh Bảo" }],
  unitCount: 4,
  firstId: null,
  lastId: null,
  changed: [],
  more: false
}

const rowsOf = (...rows: ReadonlyArray<ReadonlyArray<ChangedField>>): ReadonlyArray<ChangedRow> =>
  rows.map((changed, at) => ({ no: at + 1, changed }))

it("tells the first rows of many, a list line by line, and how many rows and units there are besides", () => {
  const changed = rowsOf(
    ...[1, 2, 3].map((no) => [field("tên", null, `Đường ${no}`), field("các bước", null, "khảo sát\nthi công")])
  )
  expect(auditLines([{ ...entry, changed, more: true }], "vi")).toEqual([
    "7  03/06/2025 14:05  Ghi mới 5 công trình",
    "   Hệ thống, trên chính máy chủ",
    "   Đơn vị: xã Vĩnh Bảo (11824), … 3 đơn vị khác",
    ...[1, 2, 3].flatMap((no) => [
      `   Dòng ${no}`,
      `     Tên: Đường ${no}`,
      "     Các bước:",
      "     - khảo sát",
      "     - thi công"
    ]),
    "   … 2 dòng nữa; xem đủ: ntm audit-log show 7",
    ""
  ])
})

it("breaks long lines to the room that there is, and cuts what is longer than anybody reads there", () => {
  const long = "vướng mặt bằng ".repeat(40).trim()
  const changed = rowsOf([field("nội dung", "ngắn", long)])
  const lines = auditLines([{ ...entry, op: "update", rows: 1, changed }], "vi")
  expect(lines.every((line) => line.length <= 80)).toBe(true)
  const told = lines.slice(3, -1)
  expect(told[0]).toMatch(/^ {3}Nội dung: ngắn → vướng/)
  expect(told.slice(1).every((line) => line.startsWith("     "))).toBe(true)
  expect(told.at(-1)).toMatch(/…$/)
  const whole = wholeEntryLines({ entry: { ...entry, op: "update", rows: 1 }, items: changed, next: null }, "vi")
  expect(whole.join(" ").match(/vướng/g)).toHaveLength(40)
})

it("tells a large batch by its numbers, and what was removed by what it was", () => {
  const batch = auditLines([{ ...entry, firstId: 1200, lastId: 9000 }], "en")
  expect(batch).toContain("   Numbers 1.200–9.000")
  const gone = auditLines([{ ...entry, op: "delete", rows: 1, changed: rowsOf([field("tên", "Đường 1", null)]) }], "vi")
  expect(gone).toContain("   Tên: Đường 1")
  expect(auditLines([], "vi")).toEqual(["Chưa có thay đổi nào."])
})
