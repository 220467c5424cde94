import type { AuditOutcome } from "@ntm/exchange"
import { describe, expect, it } from "vitest"
import { error, warning } from "../testing/sample.ts"
import { runAudit } from "./audit.ts"

const audited = (findings: Extract<AuditOutcome, { _tag: "Audited" }>["findings"]): AuditOutcome => ({
  _tag: "Audited",
  documents: [{ id: "kh-61-2025", label: "61/KH-UBND", folder: "./kh-61", figures: 1140, tables: 1 }],
  findings,
  warnings: [{ file: "figures.json", path: "/3/foo", message: { vi: "khóa lạ", en: "unknown key" } }],
  checked: { relations: 1156, held: 1150, open: findings.length === 0 ? 0 : 4 },
  openSplits: []
})

const unreadable: AuditOutcome = {
  _tag: "Unreadable",
  problems: [
    { file: "a/figures.json", path: "/7/value", message: { vi: "phải là số", en: "must be a number" } },
    { file: "b", path: "", message: { vi: "không có thư mục này", en: "no such folder" } }
  ],
  warnings: []
}

const run = async (outcome: AuditOutcome, { colour = false, json = false, lang = "vi" as "vi" | "en" } = {}) => {
  let out = ""
  let err = ""
  const io = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    colour,
    json,
    lang
  }
  const code = await runAudit(["./kh-61"], io, async (paths) => {
    expect(paths).toEqual(["./kh-61"])
    return outcome
  })
  return { code, out, err, lines: out.split("\n") }
}

describe("ntm audit", () => {
  it("prints errors before warnings, each with both numbers, the difference, places and cause", async () => {
    const { code, out } = await run(audited([warning, error]))
    expect(code).toBe(1)
    expect(out).toMatchInlineSnapshot(`
      "Đã đọc 61/KH-UBND · 1.140 số liệu, 1 bảng · ./kh-61

      ▲ LỖI · không thể cùng đúng (1)

        1. huyện Cát Hải: ghi 896.210, cộng được 0
           Cộng ngang không khớp
           Văn bản ghi       896.210 triệu đồng
           Tính ra           0 triệu đồng
           Chênh lệch        +896.210 triệu đồng
           Có thể do         trùng dòng trên, huyện Thủy Nguyên
           Nơi ghi           61/KH-UBND · huyện Cát Hải · Vốn đầu tư công – tổng: 896.210 triệu đồng
                             bảng appendix-02-funding, dòng 3, cột investment · appendix-02-funding.json → /rows/2/investment
                             61/KH-UBND · huyện Cát Hải · Vốn đầu tư công thành phố: 0 triệu đồng
                             bảng appendix-02-funding, dòng 3, cột city · appendix-02-funding.json → /rows/2/city

      △ CẢNH BÁO · khó cùng đúng, hoặc sai làm tròn (1)

        2. 634 trên 789 công trình là 80 %, không phải 81 %
           Tỷ lệ phần trăm không đúng
           Văn bản ghi       81 %
           Tính ra           80,355 %
           Chênh lệch        +0,645 %
           Có thể do         Làm tròn sai
           Nơi ghi           61/KH-UBND, mục I.2 · Công trình đã hoàn thành: 634 công trình
                             figures.json → /17

      1 lỗi, 1 cảnh báo · đã đối chiếu 1.156 quan hệ, 1.150 khớp, 4 chưa kết luận được
      "
    `)
  })

  it("ends with 0 and one line where nothing is found", async () => {
    const { code, lines } = await run(audited([]))
    expect(code).toBe(0)
    expect(lines.at(-2)).toBe("Không có phát hiện nào. · đã đối chiếu 1.156 quan hệ, 1.150 khớp")
  })

  it("names the splits that nothing decides, and they are no findings", async () => {
    const [place] = error.places
    const outcome = audited([])
    const message = {
      vi: "Vốn: ghi 9 tỷ đồng, các phần cộng lại được 7 tỷ đồng",
      en: "Capital: 9 stated, parts give 7"
    }
    const { code, out } = await run({
      ...outcome,
      ...(outcome._tag === "Audited" ? { openSplits: [{ place, message }] } : {})
    })
    expect(code).toBe(0)
    expect(out).toContain("CHƯA KẾT LUẬN")
    expect(out).toContain(`–  ${message.vi} (`)
  })

  it("says what cannot be read on stderr only, in both languages, and ends with 2", async () => {
    const { code, err, out } = await run(unreadable)
    expect([code, out]).toEqual([2, ""])
    expect(err).toBe(
      "Không đọc được: a/figures.json → /7/value: phải là số\n  must be a number\nKhông đọc được: b: không có thư mục này\n  no such folder\nChưa đối chiếu gì; sửa các chỗ trên rồi chạy lại.\n"
    )
  })

  it("keeps remarks about the input out of the report", async () => {
    const { err, out } = await run(audited([]))
    expect(err).toBe("Lưu ý: figures.json → /3/foo: khóa lạ\n")
    expect(out).not.toContain("khóa lạ")
  })

  it("prints exactly one JSON object with --json, whatever the outcome", async () => {
    const found = await run(audited([warning, error]), { json: true })
    expect(found.code).toBe(1)
    expect(JSON.parse(found.out)).toMatchObject({
      status: "findings",
      summary: { errors: 1, warnings: 1, relations: 1156, held: 1150, open: 4 },
      findings: [{ id: "columnSum:2", difference: 896_210 }, { id: "percent:works" }]
    })
    expect(JSON.parse((await run(audited([]), { json: true })).out)).toMatchObject({ status: "clean" })
    const bad = await run(unreadable, { json: true })
    expect([bad.code, JSON.parse(bad.out).status]).toEqual([2, "unreadable"])
  })

  it("colours only where colours were asked for, and the words stay the same", async () => {
    const plain = await run(audited([error]))
    const coloured = await run(audited([error]), { colour: true })
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g")
    expect(plain.out).not.toMatch(escapes)
    expect(coloured.out).toMatch(escapes)
    expect(coloured.out.replace(escapes, "")).toBe(plain.out)
  })

  it("speaks English when asked", async () => {
    const { out } = await run(audited([error, warning]), { lang: "en" })
    expect(out).toContain("Cát Hải: states 896.210, adds up to 0")
    expect(out).toContain("1 error, 1 warning · checked 1.156 relations")
  })
})
