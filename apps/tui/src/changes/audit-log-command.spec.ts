import { makeClient } from "@ntm/contract"
import {
  chainHash,
  type Checkpoint,
  differenceOf,
  type FactDifference,
  heldField,
  HeldNoun,
  type SealedEntry,
  Sequence
} from "@ntm/domain/changes"
import { Moment } from "@ntm/domain/values"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { runAuditLog } from "./audit-log-command.ts"

const moment = Moment.make("2025-06-03T07:05:00.000Z")

/** 1,203 entries: more than a page. */
const chain: ReadonlyArray<SealedEntry> = (() => {
  const entries: Array<SealedEntry> = []
  let previous = ""
  for (let seq = 1; seq <= 1203; seq++) {
    const open: SealedEntry = {
      seq: Sequence.make(seq),
      moment,
      person: null,
      origin: null,
      noun: "work",
      op: "insert",
      rows: 1,
      units: "{7}",
      firstId: null,
      lastId: null,
      columns: null,
      digest: `${seq}`,
      content: `${seq}`,
      hash: ""
    }
    previous = chainHash(previous, open)
    entries.push({ ...open, hash: previous })
  }
  return entries
})()

const entry = {
  seq: 5,
  moment,
  person: { id: "p1", name: "Nguyễn Thị Lan" },
  origin: { name: "Lan", question: "POST /api/v1/works", address: "10.0.0.7", request: "r", agent: null },
  noun: "work",
  op: "update",
  rows: 1,
  units: [{ id: 7, code: "11824", name: "xã Vĩnh Bảo" }],
  unitCount: 1,
  firstId: null,
  lastId: null,
  headline: { did: { vi: "Sửa công trình", en: "Work, changed" }, about: { vi: "Mới", en: "Mới", to: null } },
  more: false,
  changed: [
    {
      no: 1,
      changed: [
        {
          field: "name",
          words: { vi: "tên", en: "name" },
          before: "Cũ",
          after: "Mới",
          lines: [
            {
              words: { vi: "tên", en: "name" },
              before: { vi: "Cũ", en: "Cũ", to: null },
              after: { vi: "Mới", en: "Mới", to: null }
            }
          ]
        }
      ]
    }
  ]
}

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ntm-audit-"))
})
afterAll(() => rm(folder, { recursive: true }))

const sealOf = ({ hash, seq }: SealedEntry) => ({ seq, moment, hash })

const run = async (
  operands: ReadonlyArray<string>,
  options: Readonly<Record<string, string>> = {},
  entries: ReadonlyArray<SealedEntry> = chain,
  {
    differences = [],
    facts,
    head = entries.at(-1)
  }: {
    readonly head?: SealedEntry | undefined
    readonly differences?: ReadonlyArray<FactDifference>
    /** The end of the trail that facts were held against; that of the chain unless told. */
    readonly facts?: Checkpoint
  } = {}
) => {
  const said: Array<string> = []
  const asked: Array<string> = []
  const answer = (url: URL): unknown => {
    const number = (name: string, other: number) => Number(url.searchParams.get(name) ?? other)
    if (url.pathname.endsWith("/audit")) return { items: [entry], next: null }
    if (url.pathname.endsWith("/audit/5")) {
      const { changed, more: _, ...head } = entry
      return { entry: head, items: changed, next: url.searchParams.has("cursor") ? null : "r1" }
    }
    if (url.pathname.endsWith("/checkpoint")) {
      const seq = number("seq", head?.seq ?? 0)
      return sealOf(entries.find((one) => one.seq === seq) ?? chain[0] ?? expect.fail())
    }
    if (url.pathname.endsWith("/differences")) {
      const items = differences.filter(({ noun }) => noun === url.searchParams.get("noun"))
      const limit = number("limit", 10)
      return {
        head: facts ?? (head && sealOf(head)),
        items: items.slice(0, limit),
        next: items.length > limit ? "n" : null
      }
    }
    const after = number("after", 0)
    return { items: entries.filter(({ seq }) => seq > after).slice(0, number("limit", 10)), head: head && sealOf(head) }
  }
  const json = options["json"] !== undefined
  const client = makeClient((url) => {
    asked.push(url)
    return new Response(JSON.stringify(answer(new URL(url))))
  }, "http://h")
  const write = (text: string) => void said.push(text)
  const request = { command: "audit-log", operands, lang: "vi" as const, server: "http://h", json, options }
  const code = await runAuditLog(request, { out: write, err: write, colour: false }, client)
  return { code, text: said.join(""), asked }
}

const same = `Dữ liệu khớp với nhật ký: ${HeldNoun.literals.length} loại đã đối chiếu\n`

it("verifies the whole chain, page by page, or from an entry on", async () => {
  const whole = await run(["verify"])
  expect([whole.code, whole.text]).toEqual([
    0,
    `Nguyên vẹn: 1203 mục đã kiểm tra; mục cuối 1203\n${chain.at(-1)?.hash}\n${same}`
  ])
  expect((await run(["verify"], { from: "1200" })).text).toContain("Nguyên vẹn: 4 mục đã kiểm tra; mục cuối 1203")
})

it("names the first entry that does not fit, and says so by its exit code", async () => {
  const changed = chain.map((one) => (one.seq === 1100 ? { ...one, person: "x" } : one))
  const found = await run(["verify"], {}, changed)
  expect([found.code, found.text]).toEqual([
    1,
    `KHÔNG NGUYÊN VẸN, mục 1100: mã băm không khớp: mục này, hoặc mục ngay trước, đã bị sửa\n${same}`
  ])
  expect((await run(["verify"], {}, chain.slice(0, 1000), { head: chain.at(-1) })).text).toContain(
    "mục 1001: nhật ký bị cắt ngắn"
  )
})

it("finds a tail that was cut off by a checkpoint that was kept", async () => {
  const file = join(folder, "mốc.json")
  const { text } = await run(["checkpoint"])
  await writeFile(file, text)
  expect((await run(["verify"], { checkpoint: file })).code).toBe(0)
  const cut = await run(["verify"], { checkpoint: file }, chain.slice(0, 1200))
  expect([cut.code, cut.text]).toEqual([
    1,
    `KHÔNG NGUYÊN VẸN, mục 1201: nhật ký bị cắt ngắn: các mục từ đây trở đi không còn\n${same}`
  ])
  await writeFile(file, "{}")
  const misread = await run(["verify"], { checkpoint: file })
  expect([misread.code, misread.text]).toEqual([2, expect.stringContaining("không đọc được điểm mốc")])
})

const renamed = differenceOf({
  noun: "work",
  key: "31/12",
  kind: "changed",
  entry: Sequence.make(45),
  fields: [heldField("work", "name", { journal: "Đường thôn 1", stands: "Đường thôn 2" })]
})

it("tells what was changed without an entry: the thing, the field, what the trail says and what stands", async () => {
  const gone = differenceOf({ noun: "dossier", key: "4", kind: "missing", entry: Sequence.make(7) })
  const found = await run(["verify"], {}, chain, { differences: [renamed, gone] })
  expect(found.code).toBe(1)
  expect(found.text).toBe(`Nguyên vẹn: 1203 mục đã kiểm tra; mục cuối 1203
${chain.at(-1)?.hash}
DỮ LIỆU KHÔNG KHỚP VỚI NHẬT KÝ: 2 chỗ
công trình 31/12: đã bị sửa mà nhật ký không ghi (mục 45)
   tên: nhật ký Đường thôn 1; dữ liệu Đường thôn 2
hồ sơ 4: đã bị xóa mà nhật ký không ghi (mục 7)
`)
  const told = await run(["verify"], { json: "" }, chain, { differences: [renamed] })
  expect([told.code, JSON.parse(told.text)]).toMatchObject([
    1,
    { sound: false, entries: 1203, broken: null, more: false, differences: [JSON.parse(JSON.stringify(renamed))] }
  ])
})

it("tells a hundred things, and that there are more", async () => {
  const many = Array.from({ length: 1001 }, (_, at) =>
    differenceOf({ noun: "unit", key: `${at}`, kind: "added", entry: null })
  )
  const { text } = await run(["verify"], {}, chain, { differences: many })
  expect(text).toContain("KHÔNG KHỚP VỚI NHẬT KÝ: ít nhất 1000 chỗ\n")
  expect(text.match(/được thêm vào/g)).toHaveLength(100)
  expect(text).toContain("… 900 chỗ khác: xem --json\n")
})

it("does not take another chain than the one that facts were held against", async () => {
  const other = { seq: Sequence.make(1200), moment, hash: "another" }
  expect((await run(["verify"], {}, chain, { facts: other })).text).toContain(
    "KHÔNG NGUYÊN VẸN, mục 1200: mã băm khác với điểm mốc đã lưu"
  )
  const later = { seq: Sequence.make(1204), moment, hash: "another" }
  expect((await run(["verify"], {}, chain, { facts: later })).text).toContain("mục 1204: nhật ký bị cắt ngắn")
})

it("lists what was changed by whom, before and after, in words", async () => {
  const { asked, code, text } = await run(["list"], { unit: "11824", person: "lan@example.vn" })
  expect(code).toBe(0)
  expect(asked).toEqual(["http://h/api/v1/audit?unit=11824&person=lan%40example.vn&limit=20"])
  expect(text).toBe(
    [
      "5  03/06/2025 14:05  Sửa công trình: Mới",
      "   Nguyễn Thị Lan, từ 10.0.0.7",
      "   Đơn vị: xã Vĩnh Bảo (11824)",
      "   Tên: Cũ → Mới",
      "\n"
    ].join("\n")
  )
})

it("lists technical entries too where all are asked for", async () => {
  const { asked } = await run(["list"], { all: "" })
  expect(asked).toEqual(["http://h/api/v1/audit?include=technical&limit=20"])
})

it("shows one entry whole, page by page", async () => {
  const first = await run(["show", "5"])
  expect([first.code, first.asked]).toEqual([0, ["http://h/api/v1/audit/5?limit=100"]])
  expect(first.text).toContain(
    ["   Tên: Cũ → Mới", "   … các dòng sau: ntm audit-log show 5 --cursor r1", ""].join("\n")
  )
  const last = await run(["show", "5"], { cursor: "r1", limit: "1" })
  expect(last.asked).toEqual(["http://h/api/v1/audit/5?cursor=r1&limit=1"])
  expect(last.text).not.toContain("--cursor")
  expect((await run(["show"])).code).toBe(2)
})

it("knows no other job", async () => {
  expect((await run(["sửa"])).code).toBe(2)
})
