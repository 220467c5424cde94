import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { makeClient } from "@ntm/contract"
import { csvLines } from "@ntm/exchange"
import { afterAll, describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { runAction } from "../shell/actions.ts"
import { readArguments } from "../shell/arguments.ts"
import { workAnswer, worksAnswers } from "../testing/works-sample.ts"
import { ROOM } from "../units/table.ts"
import { worksActions } from "./works-command.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-works-"))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const answers: Readonly<Record<string, unknown>> = {
  "/works": worksAnswers.list,
  "/works/1": workAnswer,
  "/works/curve": worksAnswers.curve,
  "/works/batches": worksAnswers.batches,
  "/works/slips": worksAnswers.slips,
  "/works/debt": worksAnswers.debt,
  "/works/land": worksAnswers.land,
  "/works/alerts": worksAnswers.alerts
}

const refusal = {
  type: "urn:ntm:problem:works-refused",
  title: "Không ghi được",
  titleEn: "It cannot be recorded",
  status: 422,
  detail: "1 lỗi ở 1 dòng; chưa ghi gì",
  errors: [{ path: "rows[1].body.done", kind: "volumeBack", message: "khối lượng không thể giảm" }]
}

const ntm = async (...args: ReadonlyArray<string>) => {
  const parsed = readArguments(["works", ...args], {})
  if (parsed._tag !== "Run") throw new Error(parsed.message.en)
  let out = ""
  let err = ""
  const asked: Array<string> = []
  const sent: Array<{ readonly path: string; readonly body: unknown }> = []
  const output = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), colour: false }
  const client = makeClient((url, init) => {
    const address = decodeURIComponent(url.replace("/api/v1", ""))
    if (init.method === "POST") {
      const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : null
      sent.push({ path: address, body })
      return JSON.stringify(body).includes("13000000")
        ? Response.json(refusal, { status: 422 })
        : Response.json({ recordedAt: "2026-01-01T00:00:00.000Z", items: [{ row: 0, id: 1 }] })
    }
    asked.push(address)
    if (address === "/works?limit=1") return Response.json({ ...worksAnswers.list, next: "x" })
    if (address === "/works?unit=99")
      return Response.json({ ...worksAnswers.list, tally: { ...worksAnswers.list.tally, works: 0 }, items: [] })
    const path = address.split("?")[0] ?? ""
    return path in answers ? Response.json(answers[path]) : Response.json({ ...refusal, status: 404 }, { status: 404 })
  }, "")
  const code = await runAction(worksActions, parsed.request, output, client)
  const wide = args.includes("--json") || args.includes("--csv")
  for (const line of wide ? [] : out.split("\n")) expect(width(line)).toBeLessThanOrEqual(ROOM)
  return { asked, code, err, out, sent }
}

describe("ntm works", () => {
  it("list: works together, then one by one, asked with every filter", async () => {
    const { asked, code, out } = await ntm(
      ..."list --unit 31 --batch KM2024 --sector transport --state building --late 30".split(" "),
      ..."--q duong --sort debt --limit 5 --as-of 1/12/2024".split(" ")
    )
    expect(code).toBe(0)
    expect(asked).toEqual([
      "/works?unit=31&batch=KM2024&as_of=2024-12-01&sector=transport&state=building&late=30&q=duong&sort=debt&limit=5"
    ])
    expect(out).toContain("3 công trình · 0 xã · 30,5 tỷ đồng ° số minh họa")
    expect(out).toMatch(/^ 1 +Đường trục xã An Thắng° +huyện An Lão +42,9 +100 +14,3 +181$/m)
  })

  it("list says apart from the table where these are not all", async () => {
    const { err, out } = await ntm("list", "--limit", "1")
    expect(err).toContain("tăng --limit")
    expect(out).not.toContain("--limit")
  })

  it("list says that there are none, without bars of nothing", async () => {
    expect((await ntm("list", "--unit", "99")).out).toBe("tính đến 01/12/2024\nKhông có công trình nào.\n")
  })

  it("show: one work with its chain, curve, money and what it holds back", async () => {
    const { asked, out } = await ntm("show", "1", "--as-of", "2024-12-01")
    expect(asked).toEqual(["/works/1?as_of=2024-12-01"])
    expect(out).toContain("Nợ đọng: 500, quá hạn 500")
    expect(out).toMatch(/● ▶ {2}Thi công/)
    expect(out).toContain("2.1 Đường trục xã được nhựa hóa")
    expect(JSON.parse((await ntm("show", "1", "--json")).out)).toEqual(workAnswer)
  })

  it("curve: a picture and its numbers, blank after the day", async () => {
    const { out } = await ntm("curve", "--unit", "31")
    expect(out).toMatch(/^100 ┤/m)
    expect(out).toMatch(/^01\/12\/2024 +67,2 +47,5 +37,7$/m)
    expect(out).toMatch(/^31\/12\/2024 +67,2 +– +–$/m)
    expect(csvLines((await ntm("curve", "--csv")).out)?.at(-1)?.cells).toEqual(["2025-08-31", "100", "", ""])
  })

  it("batches, slips, debt, land and alerts", async () => {
    expect((await ntm("batches")).out).toMatch(/thành phố Hải Phòng +3 +█+▌▒+░+ +47,5 +181 ngày +500$/m)
    expect((await ntm("slips")).out).toContain("1 · Đường trục xã An Thắng · huyện An Lão · 181 ngày")
    expect((await ntm("debt")).out).toMatch(/^huyện An Lão \(313\) +500 +500$/m)
    expect((await ntm("land")).out).toMatch(/^huyện An Lão +1 +12,5 +30 +1 +2 +0$/m)
    expect((await ntm("alerts")).out).toContain("Nợ quá hạn (> 90 ngày): 1")
  })

  it("are tables for spreadsheets too, every row as wide as the heading", async () => {
    for (const action of ["list", "batches", "curve", "slips", "debt", "land", "alerts"]) {
      const lines = csvLines((await ntm(action, "--csv")).out) ?? []
      expect(lines.length).toBeGreaterThan(1)
      for (const { cells } of lines) expect([action, cells.length]).toEqual([action, lines[0]?.cells.length])
    }
  })

  it("refuses what does not go together, and names what was meant", async () => {
    expect((await ntm("show")).err).toContain("“works show” cần đúng một SỐ.")
    expect((await ntm("show", "1", "--csv")).err).toContain("--csv không dùng với “works show”.")
    expect((await ntm("curve", "x")).err).toContain("“works curve” không nhận “x”.")
    expect((await ntm("batches", "--batch", "KM2024")).err).toContain("--batch không dùng với “works batches”.")
    expect(await ntm("curv")).toMatchObject({ code: 2, asked: [], err: expect.stringContaining("“curve”?") })
  })
})

describe("ntm works approve, report, give-land, follow-land", () => {
  it("send a file as the API takes it", async () => {
    const works = file(
      "dot.csv",
      "Đợt;Tên đợt;Đơn vị của đợt;Năm của đợt;Mã công trình;Tên công trình;Mã đơn vị;Lĩnh vực;Chủ đầu tư;Tổng mức đầu tư (tỷ đồng);Thi công từ;Thi công đến\nKM2025;Đợt 2025;31;2025;D-01;Đường;11824;Giao thông;UBND xã;2,5;1/5/2025;30/9/2025\n"
    )
    const { out, sent } = await ntm("approve", works)
    expect(out).toBe(`Đã ghi 1 công trình từ ${works}.\n`)
    expect(sent).toMatchObject([
      { path: "/works", body: { batch: { id: "KM2025", unit: "31" }, rows: [{ code: "D-01", cost: 2_500_000_000 }] } }
    ])
    const land = file("dat.csv", "Mã đơn vị;Hộ;Đất ở;Ngày\n11824;H-01;12,5;5/3/2024\n")
    expect((await ntm("give-land", land)).sent).toMatchObject([
      { path: "/works/land", body: { rows: [{ residential: 12.5 }] } }
    ])
    const events = file("viec.csv", "Số hiến đất;Ngày;Việc\n3;1/6/2024;Đã giải phóng\n")
    expect((await ntm("follow-land", events)).sent).toMatchObject([
      { path: "/works/land/events", body: { rows: [{ gift: 3, event: { _tag: "cleared" } }] } }
    ])
  })

  it("put the server's refusal into the words of the file", async () => {
    const reports = file(
      "bao-cao.csv",
      "Công trình;Ngày;Báo cáo;Số tiền (triệu đồng)\n7;1/6/2024;Khối lượng;12\n7;1/7/2024;Khối lượng;13\n"
    )
    const { code, err } = await ntm("report", reports)
    expect(code).toBe(2)
    expect(err).toBe(
      `${reports}: Không ghi được\n1 lỗi ở 1 dòng; chưa ghi gì\n- dòng 3, cột Số tiền (triệu đồng): khối lượng không thể giảm\n`
    )
  })
})
