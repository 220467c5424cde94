import { type Chronicle, chronicleOf } from "@ntm/domain/units"
import { Effect } from "effect"
import { beforeAll, describe, expect, it } from "vitest"
import { readDocuments } from "../documents.ts"
import { type DataFiles, readDataFiles } from "../files.ts"
import { loadReference, ownDataDirectory } from "../load.ts"
import { problemList } from "../problem.ts"
import { readUndertakings } from "./undertakings.ts"

const ANNEX = "documents/kh-61-2025-haiphong/appendix-03-assignments.json"
const TASKING = "documents/kh-61-2025-haiphong/tasking.json"
const RULES = "documents/kh-61-2025-haiphong/duties.json"
const LINKS = "documents/tb-20-2025-haiphong/recommendation-links.json"
const LIMITS = "documents/tb-20-2025-haiphong/limitation-links.json"

let files: DataFiles = new Map()
let chronicle: Chronicle = chronicleOf([])
beforeAll(async () => {
  files = await Effect.runPromise(readDataFiles(ownDataDirectory))
  ;({ chronicle } = await Effect.runPromise(loadReference()))
})

/** Problems of the real folder after a text in one of its files was replaced by another. */
const told = (file: string, from: string | RegExp, to: string) => {
  const text = new TextDecoder().decode(files.get(file))
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  const { problems, report } = problemList()
  const all = new Map([...files, [file, new TextEncoder().encode(changed)] as const])
  // Targets name sets by codes; they are no matter of this.
  const documents = readDocuments(
    new Map([...all].filter(([name]) => !/targets-\d{4}\.json$/.test(name))),
    "/data",
    new Map(),
    report
  )
  readUndertakings(all, documents, chronicle, report)
  return problems.map((one) => [one.file, one.path, one.reason.vi, one.reason.en])
}

describe("what the data may not say of tasks is refused with file, place and reason", () => {
  it("a due day before the start", () => {
    expect(told(ANNEX, '"due": "2025-06-16"', '"due": "2025-05-16"')).toEqual([
      [ANNEX, "[10].due", "hạn 2025-05-16 trước ngày bắt đầu 2025-06-01", "due 2025-05-16, before it starts 2025-06-01"]
    ])
  })

  it("a window without an end, unless it says that it cannot be read", () => {
    expect(told(ANNEX, /"dueText": "30\/4\/2025 – [^"]*"/, '"dueText": null')).toEqual([
      [
        ANNEX,
        "[1].due",
        "bắt đầu 2025-04-30 mà không có hạn; nếu không đọc được thì ghi “dueText”",
        "starts 2025-04-30 and has no end; if it cannot be read, say so in “dueText”"
      ]
    ])
  })

  it("a day that is in no calendar", () => {
    expect(told(ANNEX, '"due": "2025-06-30"', '"due": "2025-06-31"')).toEqual([
      [ANNEX, "[13].due", "Ngày “2025-06-31” không có trong lịch", "The day “2025-06-31” is not in the calendar"]
    ])
  })

  it("an agency that nobody knows", () => {
    expect(told(ANNEX, '"lead": "Sở Giao thông vận tải"', '"lead": "Sở Vũ trụ"')).toEqual([
      [ANNEX, "[3].lead", "không biết cơ quan, đơn vị “Sở Vũ trụ”", "no agency or unit is known as “Sở Vũ trụ”"]
    ])
  })

  it("a co-ordinator who is the lead", () => {
    const found = told(
      ANNEX,
      /"lead": "Sở Nội vụ",\s*"coordinating": \[\]/,
      '"lead": "Sở Nội vụ", "coordinating": ["Sở Lao động - Thương binh và Xã hội"]'
    )
    expect(found).toEqual([
      [
        ANNEX,
        "[5].coordinating[0]",
        "“Sở Lao động - Thương binh và Xã hội” vừa chủ trì vừa phối hợp",
        "“Sở Lao động - Thương binh và Xã hội” both leads and co-ordinates"
      ]
    ])
  })

  it("tasks that wait for each other in a circle", () => {
    const found = told(TASKING, /"1.1",\s*"1.2"/, '"6"')
    expect(found).toHaveLength(1)
    expect(found[0]?.slice(0, 2)).toEqual([TASKING, "dependencies[0]"])
    expect(found[0]?.[2]).toMatch(/^các nhiệm vụ chờ nhau vòng tròn: 1 → 2 → .*→ 6 → 1$/)
  })

  it("a province that there is not, a rule that the text does not bear out", () => {
    expect(told(TASKING, '"province": "31"', '"province": "99"')[0]?.slice(0, 2)).toEqual([TASKING, "province"])
    expect(told(RULES, '"vi-2-2-06"', '"vi-1-1-01"')).toEqual([
      [
        RULES,
        "rules[1].nos[0]",
        "văn bản không nêu “vi-1-1-01” lặp lại",
        "the document does not say that “vi-1-1-01” comes again"
      ]
    ])
  })

  it("an agency that ends without anybody taking over, a calendar that the law does not bear out", () => {
    const passes = /, "passesTo": \[\{"agency": "hp-so-tc"[^\]]*\]/
    expect(told("agencies.json", passes, "").map(([, path]) => path)).toEqual(["[3].passesTo"])
    const labour = /\s*\{"day": "2025-05-01"[^\n]*\n/
    expect(told("calendar/vn.json", labour, "\n")).toEqual([
      ["calendar/vn.json", "days", "Ngày Quốc tế lao động năm 2025 có 0 ngày, phải là 1", expect.any(String)]
    ])
  })

  it("figures, recommendations and limitations that there are not", () => {
    expect(told(LINKS, "nguon-luc-2024-tong", "nguon-luc-2024-khac")[0]?.slice(0, 3)).toEqual([
      LINKS,
      "[0].contrasts[0].figures[0]",
      "văn bản “kh-61-2025-haiphong” không có số liệu “nguon-luc-2024-khac”"
    ])
    expect(told(LINKS, '"kn-tp-07"', '"kn-tp-70"')[0]?.slice(0, 2)).toEqual([LINKS, "[0].no"])
    expect(told(LIMITS, '"kn-tp-05"', '"kn-tp-50"')[0]?.slice(0, 2)).toEqual([LIMITS, "[0].recommendations[0]"])
  })
})
