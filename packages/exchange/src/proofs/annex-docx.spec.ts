import { inflateRawSync } from "node:zlib"
import { type AnnexDocument, checkEvidence, evidenceKinds } from "@ntm/domain/criteria"
import { describe, expect, it } from "vitest"
import { annexDocx, DOCX } from "./index.ts"

const line = {
  name: "2. Tỷ lệ hài lòng",
  verdict: "Chưa đạt",
  met: "notMet",
  why: "88,9 %, chưa đạt mức ≥ 90 %",
  formula: "từ 90 %",
  numbers: ["90 % – mọi đơn vị"],
  values: ["88,9 % (31/12/2024)"],
  asked: ["≥ 90 %: mọi đơn vị"],
  decision: "321/QĐ-TTg ngày 08/03/2022 (đến 14/01/2025)",
  certainty: "đã đọc trong nguồn",
  agency: "Ủy ban Mặt trận Tổ quốc"
} as const

const annex: AnnexDocument = {
  lang: "vi",
  title: "PHỤ LỤC: CĂN CỨ CỦA KẾT QUẢ ĐÁNH GIÁ",
  about: [
    { label: "Đơn vị", text: "thành phố Hải Phòng (mã 31)" },
    { label: "Bộ tiêu chí", text: "Tỉnh hoàn thành nhiệm vụ (tinh)" }
  ],
  verdict: { label: "Kết quả", verdict: "Chưa đạt", counts: "0/2 tiêu chí" },
  bases: [{ name: "Tỉnh hoàn thành nhiệm vụ", lines: ["321/QĐ-TTg ngày 08/03/2022"] }],
  sets: [
    {
      name: "Tỉnh hoàn thành nhiệm vụ",
      verdict: "Chưa đạt",
      groups: [{ title: "2. Sự hài lòng: Chưa đạt", lines: [line] }]
    },
    { name: "Huyện nông thôn mới", verdict: "Đạt", groups: [] }
  ],
  values: [["Tỷ lệ hài lòng", "88,9 %", "31/12/2024", "đã duyệt; văn bản 61/KH-UBND"]],
  hash: "ab".repeat(32),
  language: 1
}

/** The text of one entry of a ZIP file. */
const entryOf = (content: Uint8Array, name: string): string => {
  const zip = Buffer.from(content)
  let at = zip.readUInt32LE(zip.length - 6)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [packed, length, extra, comment] = [20, 28, 30, 32].map((from) =>
      from === 20 ? zip.readUInt32LE(at + from) : zip.readUInt16LE(at + from)
    )
    const local = zip.readUInt32LE(at + 42)
    if (zip.toString("utf8", at + 46, at + 46 + (length ?? 0)) === name) {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      return inflateRawSync(zip.subarray(start, start + (packed ?? 0))).toString("utf8")
    }
    at += 46 + (length ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  throw new Error(`no ${name}`)
}

const partsOf = async (of: AnnexDocument) => {
  const content = await annexDocx(of)
  return { content, body: entryOf(content, "word/document.xml") }
}

const textOf = (xml: string): string => xml.replaceAll(/<\/w:(p|tc)>/gu, "\n").replaceAll(/<[^>]+>/gu, "")

describe("an annex as a Word file", () => {
  it("is one by its content, in Times New Roman, A4 across", async () => {
    const { body, content } = await partsOf(annex)
    expect(checkEvidence("a.docx", content)).toBe(evidenceKinds.docx)
    expect(evidenceKinds.docx.mediaType).toBe(DOCX)
    expect(entryOf(content, "word/styles.xml")).toContain('w:ascii="Times New Roman"')
    expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/)
  })

  it("tells everything that the annex has, in its order", async () => {
    const { body } = await partsOf(annex)
    const told = [
      "PHỤ LỤC",
      "CĂN CỨ CỦA KẾT QUẢ ĐÁNH GIÁ",
      "Đơn vị: thành phố Hải Phòng (mã 31)",
      "Kết quả: Chưa đạt (0/2 tiêu chí)",
      "I. CĂN CỨ PHÁP LÝ",
      "– 321/QĐ-TTg ngày 08/03/2022",
      "2. Sự hài lòng: Chưa đạt",
      line.name,
      line.agency,
      line.values[0],
      line.asked[0],
      line.why,
      line.decision,
      line.certainty,
      "Huyện nông thôn mới: Đạt",
      "III. SỐ LIỆU VÀ NGUỒN",
      "đã duyệt; văn bản 61/KH-UBND",
      `Mã băm SHA-256: ${annex.hash}`,
      "Chạy “ntm verify TỆP”"
    ]
    const text = textOf(body)
    const places = told.map((one) => text.indexOf(one, text.indexOf("PHỤ LỤC")))
    expect(places.filter((place) => place < 0)).toEqual([])
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
  })

  it("has tables that fit between the margins, with heads on every sheet and lines that are not torn", async () => {
    const { body } = await partsOf(annex)
    const across = Math.round((297 - 20 - 15) * (1440 / 25.4))
    const widths = [...body.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/gu)].map(([, grid = ""]) =>
      [...grid.matchAll(/w:w="(\d+)"/gu)].reduce((sum, [, width]) => sum + Number(width), 0)
    )
    expect(widths).toHaveLength(3)
    for (const width of widths) expect(Math.abs(width - across)).toBeLessThan(10)
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(3)
    expect(body).toContain("<w:cantSplit/>")
  })

  it("carries the hash and the number of the page on every sheet", async () => {
    const { content } = await partsOf(annex)
    const footer = entryOf(content, "word/footer1.xml")
    expect(footer).toContain(annex.hash)
    expect(footer).toMatch(/PAGE.*NUMPAGES/su)
    expect(textOf(entryOf(content, "word/header1.xml"))).toContain("thành phố Hải Phòng (mã 31)")
  })

  it("holds what others wrote, whatever it is", async () => {
    const hostile = 'a & b <w:p> "c" \u0000\u0008\uD800\uFFFF ]]> \u202E'
    const { body } = await partsOf({ ...annex, values: [[hostile, "", "", hostile]] })
    expect(body).toContain("a &amp; b &lt;w:p&gt;")
    expect(["\u0000", "\u0008", "\uFFFF"].filter((sign) => body.includes(sign))).toEqual([])
  })

  it("speaks English where the annex does", async () => {
    expect(textOf((await partsOf({ ...annex, lang: "en" })).body)).toContain("III. VALUES AND THEIR SOURCES")
  })
})
