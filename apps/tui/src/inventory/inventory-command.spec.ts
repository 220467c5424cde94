import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { csvLines } from "@ntm/exchange"
import { afterAll, describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { runOn } from "../testing/asked-commands.ts"
import { ROOM } from "../units/table.ts"
import { inventoryActions } from "./inventory-command.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-registers-"))
afterAll(() => rmSync(folder, { recursive: true }))

const head = {
  asOf: "2025-06-20",
  knownAt: "2025-06-19T02:00:00.000Z",
  term: { months: 36, source: "148/QĐ-TTg (2023), 1489/QĐ-TTg (2024)", confidence: "recalled" }
}
const sauce = {
  id: 12,
  unit: 7,
  name: "Nước mắm Cát Hải loại đặc biệt đóng chai 500 ml",
  body: { _tag: "ocop", producer: "HTX Biển", stars: 3, until: null },
  day: "2022-07-01",
  document: null,
  evidence: [],
  note: null,
  illustrative: true,
  recordedAt: "2025-06-19T02:00:00.000Z",
  recordedBy: { name: "Lan", role: "provincialOffice", agency: null },
  unitCode: "11824",
  unitName: "xã Vĩnh Bảo",
  recordedFor: "xã Vĩnh An (11830)",
  state: { counts: true, because: null, stars: 4, until: "2025-07-01", untilBy: "rule", days: 11, renewed: [] }
}
const village = {
  ...sauce,
  id: 13,
  name: "Thôn Đông",
  body: { _tag: "smartVillage", village: null },
  illustrative: false,
  recordedFor: null,
  state: { counts: false, because: "withdrawn", stars: null, until: null, untilBy: null, days: null, renewed: [] }
}
const target = {
  document: "kh-61-2025-haiphong",
  id: "so-mo-hinh",
  text: "Mỗi xã có ít nhất 1 mô hình thôn thông minh",
  value: 1,
  counts: "total",
  per: "commune",
  actual: 3,
  reached: 2,
  of: 3,
  met: false
}
const count = {
  unit: { id: 6, code: "31", name: "Hải Phòng", type: "thành phố" },
  place: "total",
  kind: "smartVillage",
  year: 2025,
  added: 3,
  total: 3,
  expired: 0,
  renewed: 0,
  byStars: [],
  people: null,
  attended: null,
  targets: [target]
}
const commune = { id: 7, code: "11824", name: "Vĩnh Bảo", type: "xã" }
const answers = {
  "/inventory": { ...head, total: 2, items: [sauce, village], next: null },
  "/inventory/counts": {
    ...head,
    countedOn: "2025-06-20",
    total: [count, { ...count, kind: "meeting", added: 0, total: 0, targets: [] }],
    units: [
      { ...count, place: "own", added: 1, total: 1, targets: [] },
      {
        ...count,
        place: "unit",
        unit: commune,
        added: 2,
        total: 2,
        targets: [{ ...target, reached: 1, of: 1, met: true }]
      },
      { ...count, place: "unit", unit: { ...commune, code: "11830" }, added: 0, total: 0, targets: [] }
    ]
  }
}
const raw = (...args: ReadonlyArray<string>) => runOn(["inventory", ...args], inventoryActions, answers)
const ask = async (...args: ReadonlyArray<string>) => {
  const done = await raw(...args)
  for (const line of done.out.split("\n")) expect(width(line)).toBeLessThanOrEqual(ROOM)
  return done
}

describe("ntm inventory", () => {
  it("list: entries with stars and expiry, for whom they were recorded, and what an expiry rests on", async () => {
    const { asked, out } = await ask(..."list --unit 31 --kind ocop --expiring 30 --q mam --as-of 20/6/2025".split(" "))
    expect(asked).toEqual(["/inventory?unit=31&kind=ocop&as_of=2025-06-20&expiring=30&q=mam"])
    expect(out).toMatch(/^12 {2}01\/07\/2022 .*~01\/07\/2025/m)
    expect(out).toMatch(/^13 .*rút lại$/m)
    expect(out).toContain("36 tháng theo\n148/QĐ-TTg (2023)")
    expect(out).toContain("(nhớ lại, chưa đối chiếu)")
  })

  it("counts: what plans want of each unit beside what is there; a register without anything is left out", async () => {
    const { asked, out } = await ask("counts", "--unit", "31", "--year", "2025")
    expect(asked).toEqual(["/inventory/counts?unit=31&year=2025"])
    expect(out).toMatch(/^Tổng +3 +3 +2\/3 ≥ 1 ✗$/m)
    expect(out).toMatch(/^chính đơn vị +1 +1$/m)
    expect(out).toMatch(/^xã Vĩnh Bảo +2 +2 +1\/1 ≥ 1 ✓$/m)
    expect(out).toContain("→ Mỗi xã có ít nhất 1 mô hình thôn thông minh (kh-61-2025-haiphong)")
    expect(out).not.toContain("hội nghị")
    expect(out.match(/xã Vĩnh Bảo/g)).toHaveLength(1)
    expect(await ask("counts", "--unit", "31")).toMatchObject({ code: 2, asked: [] })
  })

  it("are tables for spreadsheets too, every row as wide as the heading", async () => {
    for (const args of [["list"], ["counts", "--year", "2025"]]) {
      const lines = csvLines((await raw(...args, "--csv")).out) ?? []
      expect(lines.length).toBeGreaterThan(1)
      for (const { cells } of lines) expect([args[0], cells.length]).toEqual([args[0], lines[0]?.cells.length])
    }
  })

  it("record and follow send a file as the API takes it; check sends nothing", async () => {
    const items = join(folder, "ocop.csv")
    writeFileSync(items, "Loại;Mã đơn vị;Tên;Ngày;Chủ thể;Số sao\nocop;11824;Mắm;1/6/2025;HTX Biển;4\n")
    expect(await raw("check", items)).toMatchObject({ code: 0, sent: [], asked: [] })
    const { out, sent } = await raw("record", items)
    expect(out).toBe(`Đã ghi 1 mục từ ${items}.\n`)
    expect(sent).toMatchObject([{ path: "/inventory", body: { rows: [{ body: { _tag: "ocop", stars: 4 } }] } }])
    const events = join(folder, "dien-bien.csv")
    writeFileSync(events, "Số mục;Ngày;Việc;Số sao\n12;1/7/2025;Phân hạng lại;5\n")
    expect(await raw("check", events, "--events")).toMatchObject({ code: 0, sent: [] })
    expect((await ask("follow", events)).sent).toMatchObject([
      { path: "/inventory/events", body: { rows: [{ item: 12, body: { _tag: "renewed", stars: 5, until: null } }] } }
    ])
  })

  it("refuses a file by line and column, and sends nothing", async () => {
    const path = join(folder, "sai.csv")
    writeFileSync(path, "Loại;Mã đơn vị;Tên;Ngày;Chủ thể;Số sao\nocop;11824;Mắm;1/6/2025;HTX Biển;7\n")
    expect(await ask("check", path)).toMatchObject({
      code: 2,
      sent: [],
      err: expect.stringContaining("dòng 2, cột Số sao: số sao phải từ 3 đến 5")
    })
    writeFileSync(path, "Loại;Mã đơn vị;Tên;Ngày\nvườn mẫu;11824;Vườn;31/6/2025\n")
    expect(await ask("record", path)).toMatchObject({
      code: 2,
      sent: [],
      err: expect.stringContaining("dòng 2, cột Ngày")
    })
  })
})
