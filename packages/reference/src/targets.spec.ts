import { DocumentId } from "@ntm/domain/documents"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { loadReference } from "./load.ts"
import { pilot } from "./pilot.ts"
import { problemList } from "./problem.ts"
import { readSetCodes } from "./set-codes.ts"
import { readTargets } from "./targets.ts"

const FILE = "documents/kh/targets-2025.json"

const encode = (json: unknown) => new TextEncoder().encode(JSON.stringify(json))

type Change = Readonly<Record<string, unknown>>

const target = {
  id: "t-1",
  group: "III.2",
  groupTitle: "Hạ tầng",
  subject: "xã",
  scope: { text: "tất cả các xã", units: [], count: null },
  criteriaSet: "xa-ntm",
  criterionNos: [2, 3],
  criterionNames: ["Giao thông", "Thủy lợi"],
  measure: "Tỷ lệ xã đạt tiêu chí",
  operator: "=",
  value: 100,
  unit: "%",
  action: "giữ vững"
}

const read = (...targets: ReadonlyArray<Change>) => {
  const { problems, report } = problemList()
  const codes = {
    "xa-ntm": { set: "xa-ntm-2021-2025", name: "Bộ xã" },
    "phuong-vm": { set: null, name: "Bộ phường văn minh" }
  }
  const files = new Map([
    [FILE, encode(targets.map((one) => ({ ...target, ...one })))],
    ["documents/set-codes.json", encode(codes)]
  ])
  const known = readSetCodes(files, new Set(["xa-ntm-2021-2025"]), report)
  return { targets: readTargets(files, FILE, DocumentId.make("kh"), known, report), problems }
}

describe("targets of a plan", () => {
  it("count units under our set by the numbers of criteria, within the year of the file", () => {
    const { targets, problems } = read({})
    expect(problems).toEqual([])
    expect(targets).toMatchObject([
      {
        subject: { _tag: "criteria", set: "xa-ntm-2021-2025", numbers: [2, 3] },
        level: "commune",
        text: "Tỷ lệ xã đạt tiêu chí: Giao thông, Thủy lợi",
        from: "2025-01-01",
        by: "2025-12-31",
        note: null
      }
    ])
  })

  it("are told and never judged where the system has no such set, and say which one is meant", () => {
    const { targets } = read({ subject: "phường", criteriaSet: "phuong-vm" })
    expect(targets[0]?.subject).toEqual({ _tag: "orientation" })
    expect(targets[0]?.note).toBe("Theo Bộ phường văn minh, tiêu chí 2, 3; bộ này chưa có trong hệ thống.")
  })

  it("keep an addition as printed, and a word for a value in the note", () => {
    const { targets } = read({ added: 12, total: 102, outOf: 181, value: "đạt" })
    expect(targets[0]).toMatchObject({ added: 12, total: 102, outOf: 181, baseline: null, value: null })
    expect(targets[0]?.note).toBe("Mức phải đạt ghi bằng chữ: “đạt”.")
  })

  it("are refused with file, path and reason", () => {
    const paths = (...targets: ReadonlyArray<Change>) =>
      read(...targets).problems.map(({ file, path, reason }) => `${file} ${path}: ${reason.vi}`)
    expect(paths({}, {})).toEqual([`${FILE} [1].id: chỉ tiêu “t-1” có hai lần`])
    expect(paths({ criteriaSet: "xa" })).toEqual([`${FILE} [0].criteriaSet: không biết bộ tiêu chí “xa”`])
    expect(paths({ criteriaSet: null })).toEqual([`${FILE} [0].criterionNos: có số tiêu chí mà không có bộ`])
    expect(paths({ scope: { text: "06 huyện", units: ["A", "B"], count: 6 } })).toEqual([
      `${FILE} [0].scope.units: liệt kê 2 đơn vị, phải là 6`
    ])
    expect(paths({ operator: "≥" })[0]).toMatch(/^documents\/kh\/targets-2025\.json \[0\]\.operator: /)
    expect(paths({ added: -1 })[0]).toContain("[0].added")
  })

  it("refuse a code that stands for a set which is not there", () => {
    const { problems, report } = problemList()
    readSetCodes(new Map([["documents/set-codes.json", encode({ x: { set: "y", name: "Y" } })]]), new Set(), report)
    expect(problems).toMatchObject([{ file: "documents/set-codes.json", path: "x.set" }])
  })

  it("of the pilot's plan are all 65: 44 count units, 4 are values of the city, the rest are told only", async () => {
    const { documents } = await Effect.runPromise(loadReference())
    const targets = documents.find(({ id }) => id === pilot.plan)?.targets ?? []
    const tags = Map.groupBy(targets, ({ subject }) => subject._tag)
    expect([targets.length, tags.get("criteria")?.length, tags.get("value")?.length]).toEqual([65, 44, 4])
    expect(tags.get("value")?.map(({ value, unit, level }) => [value, unit, level])).toEqual([
      [70, "%", "province"],
      [4, "m²/người", "province"],
      [80, "%", "province"],
      [90, "%", "province"]
    ])
    const orientations = tags.get("orientation") ?? []
    expect(orientations.filter(({ note }) => note?.includes("bộ này chưa có trong hệ thống") === true)).toHaveLength(10)
  })
})
