import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { makeClient } from "@ntm/contract"
import { evidenceSamples } from "@ntm/domain/testing"
import { afterAll, describe, expect, it } from "vitest"
import { width } from "../parts/text.ts"
import { readArguments } from "../shell/arguments.ts"
import { ROOM } from "../units/table.ts"
import { runObservations } from "./observations-command.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-observations-"))
afterAll(() => rmSync(folder, { recursive: true }))

const hashOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex")
const file = (name: string, text: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const unit = { id: 9, code: "11824", type: "xã", name: "Vĩnh Bảo", level: "commune" }
const by = { name: "Nguyễn Thị Lan", role: "provincialOffice", agency: null }
const recordOf = (id: number, value: number, state: string, rest: object = {}) => ({
  observation: {
    id,
    unit: 9,
    input: "income",
    day: "2025-12-31",
    kind: "stock",
    from: null,
    value,
    state,
    recordedAt: "2026-01-05T01:00:00.000Z",
    recordedBy: by,
    source: { from: "document", document: "12/BC-UBND", place: "mục 3" },
    evidence: [],
    note: null,
    supersedes: null,
    illustrative: false,
    ...rest
  },
  moves: []
})
const income = { key: "income", name: "Thu nhập", unit: "triệu đồng/người/năm", kind: "amount", agencies: [] }

/** What the API answers to reading questions, by address. */
const answers: Readonly<Record<string, unknown>> = {
  "/units/11824/observations?as_of=2026-01-30": {
    asOf: "2026-01-30",
    unit,
    items: [
      {
        input: income,
        sets: [],
        ageDays: 30,
        inForce: recordOf(1, 68.5, "approved"),
        pending: recordOf(2, 70, "draft")
      },
      {
        input: { ...income, key: "planning", name: "Quy hoạch" },
        sets: [],
        ageDays: null,
        inForce: null,
        pending: null
      }
    ]
  },
  "/inputs/income/observations?unit=31": {
    asOf: "2026-01-30",
    input: income,
    items: [{ unit, ageDays: 30, inForce: recordOf(1, 68.5, "approved", { illustrative: true }), pending: null }]
  },
  "/observations?unit=11824&input=income": {
    asOf: "2026-01-30",
    unit,
    items: [
      {
        ...recordOf(1, 68.5, "submitted", {
          evidence: [
            { file: "biên bản.pdf", sha256: "a".repeat(64), bytes: 1536 },
            { link: "https://haiphong.gov.vn/a", title: "Cổng thông tin" }
          ]
        }),
        moves: [{ observation: 1, state: "returned", at: "2026-01-06T01:00:00.000Z", by, reason: "thiếu biên bản" }]
      }
    ]
  }
}

const refusal = {
  type: "urn:ntm:problem:observations-refused",
  title: "Không ghi được số liệu",
  titleEn: "The values cannot be recorded",
  status: 422,
  detail: "1 lỗi ở 1 dòng; chưa ghi gì",
  errors: [{ path: "rows[1].value", kind: "outOfRange", message: "“Hộ nghèo”: 101 phải từ 0 đến 100 %" }]
}

const ntm = async (...args: ReadonlyArray<string>) => {
  const parsed = readArguments(["observations", ...args], {})
  if (parsed._tag !== "Run") throw new Error(parsed.message.en)
  let out = ""
  let err = ""
  const sent: Array<{ readonly address: string; readonly rows: ReadonlyArray<Record<string, unknown>> }> = []
  const output = { out: (text: string) => void (out += text), err: (text: string) => void (err += text), colour: false }
  const client = makeClient((url, init) => {
    const address = url.replace("/api/v1", "")
    if (address === `/evidence/${hashOf(evidenceSamples.pdf)}`)
      return new Response(evidenceSamples.pdf, {
        headers: {
          "content-type": "application/pdf",
          "content-disposition": "inline; filename*=UTF-8''..%2Fbi%C3%AAn%20b%E1%BA%A3n.pdf"
        }
      })
    if (init.method !== "POST")
      return address in answers
        ? Response.json(answers[address])
        : Response.json({ ...refusal, status: 404 }, { status: 404 })
    if (init.body instanceof Uint8Array) {
      const content = createHash("sha256").update(init.body).digest("hex")
      sent.push({ address, rows: [] })
      return Response.json({ sha256: content, bytes: init.body.length, mediaType: "application/pdf", name: "a.pdf" })
    }
    const body: { readonly rows?: ReadonlyArray<Record<string, unknown>> } = JSON.parse(init.body ?? "{}")
    const rows = body.rows ?? []
    sent.push({ address, rows })
    if (rows.some((row) => row["value"] === 101)) return Response.json(refusal, { status: 422 })
    return Response.json({ items: rows, rows: 3, differing: 0 })
  }, "")
  const code = await runObservations(parsed.request, output, client)
  for (const line of args.includes("--json") ? [] : out.split("\n")) expect(width(line)).toBeLessThanOrEqual(ROOM)
  return { code, out, err, sent }
}

describe("ntm observations list", () => {
  it("shows every input of a unit, with what is in force and what waits", async () => {
    expect((await ntm("list", "--unit", "11824", "--as-of", "30/1/2026")).out).toMatchInlineSnapshot(`
      "xã Vĩnh Bảo (11824) · 30/01/2026

      Chỉ tiêu            Giá trị  Ngày        Trạng thái  Đang chờ
      ──────────  ───────────────  ──────────  ──────────  ────────────
      Thu nhập               68,5  31/12/2025  đã duyệt    70 (dự thảo)
        income
      Quy hoạch   chưa có số liệu
        planning
      "
    `)
  })

  it("shows an input over the communes of a province, and marks what is made up", async () => {
    expect((await ntm("list", "--input", "income", "--unit", "31")).out).toMatchInlineSnapshot(`
      "Thu nhập (triệu đồng/người/năm) · 30/01/2026

      Đơn vị               Giá trị  Ngày        Trạng thái
      ───────────────────  ───────  ──────────  ──────────
      xã Vĩnh Bảo (11824)     68,5  31/12/2025  đã duyệt °

      ° số minh họa
      "
    `)
  })

  it("tells the history of a value, with its moves and their reasons, and what proves it", async () => {
    expect((await ntm("history", "--unit", "11824", "--input", "income")).out).toMatchInlineSnapshot(`
      "xã Vĩnh Bảo (11824) · income

      Số  Ngày        Giá trị  Trạng thái  Người ghi       Nguồn
      ──  ──────────  ───────  ──────────  ──────────────  ─────────────────
       1  31/12/2025     68,5  bị trả lại  Nguyễn Thị Lan  12/BC-UBND, mục 3
          06/01/2026        →  bị trả lại  Nguyễn Thị Lan  thiếu biên bản

      Minh chứng:
      #1  biên bản.pdf (1,5 KB)
          aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      #1  Cổng thông tin
          https://haiphong.gov.vn/a

      Lấy tệp về: ntm observations evidence SHA256
      "
    `)
  })
})

describe("ntm observations record", () => {
  it("sends a CSV file as the API takes it: Vietnamese headings, numbers, days and attestations", async () => {
    const path = file(
      "so-lieu.csv",
      '\uFEFFMã đơn vị;Chỉ tiêu;Ngày;Giá trị;Văn bản;Vị trí;Ghi chú\r\n11824;income;31/12/2025;68,5;12/BC-UBND;mục 3;"đã; ""soát"""\r\n\r\n11824;planning;2025-12-31;Đạt;;;\r\n'
    )
    const { code, out, sent } = await ntm("record", path)
    expect([code, out]).toEqual([0, `Đã ghi 2 số liệu từ ${path}.\n`])
    expect(sent).toEqual([
      {
        address: "/observations",
        rows: [
          {
            unit: "11824",
            input: "income",
            day: "2025-12-31",
            value: 68.5,
            note: 'đã; "soát"',
            source: { from: "document", document: "12/BC-UBND", place: "mục 3" }
          },
          {
            unit: "11824",
            input: "planning",
            day: "2025-12-31",
            value: 1,
            source: { from: "import", name: "so-lieu.csv" }
          }
        ]
      }
    ])
  })

  it("names the line and the column of everything that cannot be read, and sends nothing", async () => {
    const path = file(
      "sai.csv",
      "unit,input,day,value\n11824,income,31/6/2025,abc\n11824,income,2025-06-30,\n1,2,3,4,5\n"
    )
    const { code, err, sent } = await ntm("record", path)
    expect([code, sent]).toEqual([2, []])
    expect(err).toContain("dòng 2, cột day: Ngày “31/6/2025” không có trong lịch")
    expect(err).toContain("dòng 2, cột value: “abc” không phải là số")
    expect(err).toContain("dòng 3, cột value: Chưa có số")
    expect(err).toContain("dòng 4: thừa ô")
  })

  it("puts the server's refusal into the words of the file", async () => {
    const path = file("ngheo.csv", "unit,input,day,value\n\n11824,poverty,2025-12-31,1\n11824,poverty,2025-12-30,101\n")
    const { code, err } = await ntm("record", path)
    expect(code).toBe(2)
    expect(err).toBe(
      `${path}: Không ghi được số liệu\n1 lỗi ở 1 dòng; chưa ghi gì\n- dòng 4, cột value: “Hộ nghèo”: 101 phải từ 0 đến 100 %\n`
    )
    const json = file("ngheo.json", JSON.stringify([{ value: 1 }, { value: 101 }]))
    expect((await ntm("record", json)).err).toContain("- rows[1].value: “Hộ nghèo”")
  })

  it.each([
    ["tieu-de.csv", "ma,value\n1,2\n", "không hiểu cột “ma”; thiếu cột “unit”"],
    ["mo.csv", 'unit,input,day,value\n"1', "có dấu ngoặc kép không đóng"],
    ["hong.json", '{"rows": [', "JSON hỏng"],
    ["so.json", '{"rows": 5}', "phải là một danh sách"],
    ["rong.csv", "", "thiếu cột “unit”"]
  ])("refuses %s and says why", async (name, text, why) => {
    const { code, err, sent } = await ntm("record", file(name, text))
    expect([code, sent]).toEqual([2, []])
    expect(err).toContain(why)
  })

  it("refuses a file that is not there, or not UTF-8", async () => {
    expect((await ntm("record", join(folder, "none.csv"))).err).toContain("không đọc được tệp")
    const path = file("latin.csv", "")
    writeFileSync(path, Buffer.from([0x75, 0xff, 0xfe]))
    expect((await ntm("record", path)).err).toContain("tệp không phải UTF-8")
  })
})

describe("evidence of values", () => {
  const rows =
    "unit,input,day,value,minh chứng\n11824,income,2025-12-31,68,a.pdf | ảnh.jpg\n11824,poverty,2025-12-31,1,a.pdf\n"
  const paper = { file: "a.pdf", sha256: hashOf(evidenceSamples.pdf), bytes: evidenceSamples.pdf.length }
  const picture = { file: "ảnh.jpg", sha256: hashOf(evidenceSamples.jpeg), bytes: evidenceSamples.jpeg.length }
  const sheet = { file: "bảng.xlsx", sha256: hashOf(evidenceSamples.xlsx), bytes: evidenceSamples.xlsx.length }

  it("is handed in before the values, each file once: of a row by its column, of all rows by --evidence", async () => {
    file("a.pdf", evidenceSamples.pdf)
    file("ảnh.jpg", evidenceSamples.jpeg)
    const all = file("bảng.xlsx", evidenceSamples.xlsx)
    const path = file("minh-chung.csv", rows)
    const { code, out, sent } = await ntm("record", path, "--evidence", all, "--evidence", join(folder, "a.pdf"))
    expect([code, out]).toEqual([0, `Đã ghi 2 số liệu từ ${path}.\nKèm 3 tệp minh chứng.\n`])
    expect(sent.map(({ address }) => decodeURIComponent(address.replaceAll("+", " ")))).toEqual([
      "/evidence?name=a.pdf",
      "/evidence?name=ảnh.jpg",
      "/evidence?name=bảng.xlsx",
      "/observations"
    ])
    expect(sent[3]?.rows.map((row) => row["evidence"])).toEqual([
      [paper, picture, sheet],
      [paper, sheet]
    ])
  })

  it("that cannot be used is told by line before anything is sent", async () => {
    const bad = file("trang.pdf", "<html>")
    const path = file("thieu.csv", "unit,input,day,value,evidence\n1,a,2025-01-01,1,không-có.pdf\n")
    const { code, err, sent } = await ntm("record", path, "--evidence", bad)
    expect([code, sent]).toEqual([2, []])
    expect(err).toContain("không dùng được 2 minh chứng, chưa gửi gì")
    expect(err).toContain(`- dòng 2: ${join(folder, "không-có.pdf")}: không đọc được tệp`)
    expect(err).toContain(`- --evidence: ${bad}: Nội dung tệp không thuộc loại nào được nhận`)
  })

  it("is fetched by its hash into a file that was not there", async () => {
    const out = join(folder, "lấy về.pdf")
    const fetched = await ntm("evidence", paper.sha256, "--out", out)
    expect([fetched.code, fetched.out]).toEqual([0, `Đã lưu ${out} (application/pdf, 69 B).\n`])
    expect(new Uint8Array(readFileSync(out))).toEqual(evidenceSamples.pdf)
    const again = await ntm("evidence", paper.sha256, "--out", out)
    expect([again.code, again.err]).toEqual([2, `${out}: đã có tệp này; hãy chọn tên khác\n`])
  })

  it("that is not kept is told", async () => {
    expect((await ntm("evidence", "0".repeat(64))).code).toBe(2)
  })
})

describe("ntm observations move and rebuild", () => {
  it("moves observations with a reason", async () => {
    const { out, sent } = await ntm("move", "12", "13", "--to", "returned", "--reason", "thiếu biên bản")
    expect(out).toBe("Đã chuyển 2 số liệu sang “bị trả lại”.\n")
    expect(sent[0]).toEqual({
      address: "/observations/moves",
      rows: [
        { observation: 12, to: "returned", reason: "thiếu biên bản" },
        { observation: 13, to: "returned", reason: "thiếu biên bản" }
      ]
    })
  })

  it("says how many derived rows were not as they should be", async () => {
    expect((await ntm("rebuild")).out).toBe("Đã dựng lại 3 dòng, 0 dòng từng khác.\n")
  })

  it.each([
    [["lst"], "Có phải ý bạn là “list”?"],
    [["list"], "cần --unit MÃ hoặc --input CHỈ-TIÊU"],
    [["history", "--unit", "1"], "“observations history” cần --unit MÃ và --input CHỈ-TIÊU"],
    [["history", "--unit", "1", "--input", "income", "--accept", "draft"], "--accept không dùng với"],
    [["list", "--unit", "1", "--accept", "all"], "--accept phải là một trong"],
    [["list", "--unit", "1", "--as-of", "31/6/2025"], "--as-of: Ngày “31/6/2025” không có trong lịch"],
    [["move", "--to", "approved"], "cần số hiệu của số liệu"],
    [["move", "x", "--to", "approved"], "không phải “x”"],
    [["move", "1", "--to", "done"], "--to phải là một trong"],
    [["record"], "cần đúng một tệp"],
    [["evidence", "../x"], "cần đúng một mã băm"],
    [["list", "--evidence", "a.pdf"], "--evidence không dùng với"],
    [["rebuild", "x"], "không nhận “x”"],
    [["rebuild", "--unit", "1"], "--unit không dùng với"]
  ])("%j is a misuse that says why", async (args, why) => {
    const { code, err, out } = await ntm(...args)
    expect([code, out]).toEqual([2, ""])
    expect(err).toContain(why)
    expect(err).toContain("ntm help observations")
  })
})
