import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { makeClient } from "@ntm/contract"
import { fundingSources } from "@ntm/domain/funding"
import { csvLines } from "@ntm/exchange"
import { afterAll, describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { runAction } from "../shell/actions.ts"
import { readArguments } from "../shell/arguments.ts"
import { entries, pivotOf, stages, stated, years } from "../testing/money-sample.ts"
import { ROOM } from "../units/table.ts"
import { fundingActions } from "./funding-command.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-funding-"))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** What the API answers, by path. */
const answers: Readonly<Record<string, unknown>> = {
  "/funding/pivot": pivotOf({ unit: "31", year: 2024, stage: "mobilised" }),
  "/funding/stages": stages,
  "/funding/years": years,
  "/funding/stated": { asOf: "2026-11-22", knownAt: null, unit: null, items: stated },
  "/funding/entries": entries,
  "/funding/sources": { items: fundingSources }
}

const refusal = {
  type: "urn:ntm:problem:funding-refused",
  title: "Không ghi được các bút toán",
  titleEn: "The entries cannot be recorded",
  status: 422,
  detail: "1 lỗi ở 1 dòng; chưa ghi gì",
  errors: [{ path: "rows[0].source", kind: "sourceLevelEnded", message: "ngân sách huyện không còn từ 01/07/2025" }]
}

const ntm = async (...args: ReadonlyArray<string>) => {
  const parsed = readArguments(["funding", ...args], {})
  if (parsed._tag !== "Run") throw new Error(parsed.message.en)
  let out = ""
  let err = ""
  const asked: Array<string> = []
  const sent: Array<unknown> = []
  const output = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), colour: false }
  const client = makeClient((url, init) => {
    const address = decodeURIComponent(url.replace("/api/v1", ""))
    if (init.method === "POST") {
      const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : null
      sent.push(body)
      return JSON.stringify(body).includes("district")
        ? Response.json(refusal, { status: 422 })
        : Response.json({ recordedAt: "2026-01-01T00:00:00.000Z", items: [{ row: 0, id: 1 }] })
    }
    asked.push(address)
    const path = address.split("?")[0] ?? ""
    if (address === "/funding/entries?year=2023") return Response.json({ ...entries, next: "x" })
    return path in answers ? Response.json(answers[path]) : Response.json({ ...refusal, status: 404 }, { status: 404 })
  }, "")
  const code = await runAction(fundingActions, parsed.request, output, client)
  const wide = args.includes("--json") || args.includes("--csv")
  for (const line of wide ? [] : out.split("\n")) expect(width(line)).toBeLessThanOrEqual(ROOM)
  return { asked, code, err, out, sent }
}

const table = ["table", "--unit", "31", "--year", "2024", "--stage", "mobilised"] as const

describe("ntm funding table", () => {
  it("prints any source by any unit in triệu đồng, with a footnote at what is not explained", async () => {
    const { asked, code, out } = await ntm(
      ...table,
      "--tier",
      "district",
      "--boundaries",
      "31/12/2024",
      "--as-of",
      "1/3/2025"
    )
    expect(code).toBe(0)
    expect(asked).toEqual([
      "/funding/pivot?unit=31&as_of=2025-03-01&boundaries=2024-12-31&year=2024&stage=mobilised&tier=district"
    ])
    expect(out).toMatchInlineSnapshot(`
      "thành phố Hải Phòng (31) · Năm 2024 · Huy động · Cộng theo cấp: Cấp huyện · ĐVT:
      triệu đồng
      tính đến 22/11/2026 · theo ranh giới ngày 31/12/2024

                                                                    Đầu tư
                                                                      công
                                             Ngân sách    Vốn đầu      cấp    Vốn tín
                                  Tổng cộng  trực tiếp    tư công     tỉnh       dụng
      ──────────────────────────  ─────────  ─────────  ─────────  ───────  ─────────
      Tổng                        2.201.000  1.101.000  1.001.000  998.225  1.100.000
      huyện An Lão                1.601.000    501.000   493.227¹  490.452  1.100.000
      huyện Cát Hải                 600.000    600.000    507.773  507.773          –
      Tỷ trọng                        100 %       50 %     90,9 %    100 %       50 %

      –: không công bố, khác với 0
      Các cấp đã công bố: Cấp huyện 2.201.000, Cấp xã 900

      Điểm cần xem:
      ¹ ▲ huyện An Lão, vốn đầu tư công: văn bản ghi 493227, các phần cộng lại
          490452
      "
    `)
  })

  it("cuts no amount where they are long: the columns stand below each other", async () => {
    const { out } = await ntm(...table, "--in", "đồng")
    expect(out).toMatch(/huyện An Lão +1\.601\.000\.000\.000 +501\.000\.000\.000/)
    expect(out).toMatch(/huyện An Lão +.*1\.100\.000\.000\.000$/m)
  })

  it("is a table for spreadsheets in đồng, with what is not explained beside, and one JSON object", async () => {
    const { out } = await ntm(...table, "--csv")
    const lines = csvLines(out) ?? []
    expect(lines[0]?.cells.slice(0, 4)).toEqual(["Mã đơn vị", "Đơn vị", "Loại dòng", "Tổng cộng (đồng)"])
    expect(lines[2]?.cells.slice(0, 6)).toEqual([
      "313",
      "huyện An Lão",
      "unit",
      "1601000000000",
      "501000000000",
      "493227000000"
    ])
    expect(lines[2]?.cells[10]).toBe("2775000000")
    expect(JSON.parse((await ntm(...table, "--json")).out)).toEqual(answers["/funding/pivot"])
  })

  it("asks for the year and the stage, and refuses what does not go with it", async () => {
    expect(await ntm("table", "--year", "2024")).toMatchObject({
      code: 2,
      asked: [],
      err: expect.stringContaining("“funding table” cần --stage.")
    })
    expect((await ntm(...table, "--work", "3")).err).toContain("--work không dùng với “funding table”.")
    expect((await ntm(...table, "--in", "xu")).err).toContain("--in phải là đồng, nghìn, triệu hoặc tỷ.")
    expect((await ntm(...table, "--csv", "--json")).err).toContain("Chọn --json hoặc --csv, không cả hai.")
    expect((await ntm(...table, "--as-of", "31/6/2025")).err).toContain("--as-of: Ngày “31/6/2025” không có trong lịch")
    expect((await ntm("tabel")).err).toContain("Có phải ý bạn là “table”?")
  })
})

describe("ntm funding", () => {
  it("stages: from the plan to the payment, against the calendar", async () => {
    const { out } = await ntm("stages", "--unit", "313", "--year", "2024")
    expect(out).toContain("Thời gian giải ngân đã qua: 100 % (hạn giải ngân 31/01/2025)")
    expect(out).toMatch(/^Tổng cộng +1\.700\.000 +– +1\.601\.000 +800\.500 +50 +50$/m)
    expect(out).toMatch(/^ {2}Ngân sách trực tiếp° /m)
    expect(out.replaceAll("\n", " ")).toContain(
      "Vốn tự cân đối trong ngân sách trực tiếp (huy động): 498.225 triệu đồng / 501.000 triệu đồng (99,4 %)"
    )
  })

  it("years: a year against another, blanks where nothing is stated", async () => {
    const { asked, out } = await ntm(
      "years",
      "--from",
      "2024",
      "--to",
      "2025",
      "--stage",
      "planned",
      "--from-stage",
      "mobilised"
    )
    expect(asked).toEqual(["/funding/years?from=2024&to=2025&stage=planned&from_stage=mobilised"])
    expect(out).toMatch(/^Tổng cộng +2\.201\.000 +23\.802\.000 +21\.601\.000 +981,4$/m)
    expect(out).toMatch(/^ {2}Vốn tín dụng +1\.100\.000 +– +– +–$/m)
  })

  it("stated and sources: what can be asked for", async () => {
    expect((await ntm("stated", "--in", "tỷ")).out).toMatch(
      /^2024 +Giải ngân \(disbursed\) +Cấp xã \(commune\) +0,7 +số minh họa$/m
    )
    expect((await ntm("sources")).out).toMatch(/^ {4}Hiến đất +community\.land +m²$/m)
  })

  it("entries: one by one", async () => {
    const { err, out } = await ntm("entries", "--work", "3")
    expect(out).toMatch(/^ 7 +31\/12\/2024 +huyện An Lão… +Vốn đầu tư công +Huy động +2\.775 +chưa giải t…$/m)
    expect(err).toBe("")
    // In đồng the amount needs more room: the names give way, the amount never does.
    expect((await ntm("entries", "--in", "đồng")).out).toMatch(/ 2\.775\.000\.000 /)
  })

  it("says apart from the table where these are not all", async () => {
    const { err, out } = await ntm("entries", "--year", "2023")
    expect(out).not.toContain("thu hẹp")
    expect(err).toContain("hãy thu hẹp câu hỏi")
  })

  it("entries as CSV can be recorded again as they are", async () => {
    const { out } = await ntm("entries", "--csv")
    const { code, sent } = await ntm(
      "record",
      file("lai.csv", out.replace(",313,district,", ",313,,").replace("313,district", "313,"))
    )
    expect(code).toBe(0)
    expect(sent).toEqual([
      {
        rows: [
          {
            unit: "313",
            source: "investment",
            year: 2024,
            stage: "mobilised",
            kind: "unexplained",
            amount: 2_775_000_000,
            day: "2024-12-31",
            document: "61/KH-UBND",
            place: "Phụ lục 02, dòng 3",
            illustrative: false
          }
        ]
      }
    ])
  })
})

describe("ntm funding record", () => {
  it("sends nothing of a file that cannot be read whole, and tells every place", async () => {
    const path = file("sai.csv", "unit;source;year;stage;Số tiền;day\n313;all;2024;planned;2.775;31/6/2024\n")
    const { code, err, sent } = await ntm("record", path)
    expect([code, sent]).toEqual([2, []])
    expect(err).toBe(
      `${path}: 2 chỗ không đúng, chưa gửi gì\n- dòng 1, cột Số tiền: chưa ghi đơn vị tiền: viết vào tiêu đề, như “Số tiền (triệu đồng)”, hoặc thêm cột “ĐVT”\n- dòng 2, cột day: Ngày “31/6/2024” không có trong lịch\n`
    )
  })

  it("puts the server's refusal into the words of the file", async () => {
    const path = file(
      "huyen.csv",
      "Mã đơn vị;Nguồn vốn;Năm;Giai đoạn;Số tiền (triệu đồng);Ngày\n\n11824;investment.district;2026;Kế hoạch;5;1/2/2026\n"
    )
    const { code, err } = await ntm("record", path)
    expect(code).toBe(2)
    expect(err).toBe(
      `${path}: Không ghi được các bút toán\n1 lỗi ở 1 dòng; chưa ghi gì\n- dòng 3, cột Nguồn vốn: ngân sách huyện không còn từ 01/07/2025\n`
    )
  })
})
