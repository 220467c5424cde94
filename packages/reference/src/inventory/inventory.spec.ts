import { Effect } from "effect"
import { beforeAll, describe, expect, it } from "vitest"
import { type DataFiles, readDataFiles } from "../files.ts"
import { loadReference, ownDataDirectory, type Reference } from "../load.ts"
import { problemList } from "../problem.ts"
import { readItems } from "./entries.ts"
import { readItemTargets } from "./targets.ts"

let reference: Reference
let files: DataFiles
beforeAll(async () => {
  reference = await Effect.runPromise(loadReference())
  files = await Effect.runPromise(readDataFiles(ownDataDirectory))
})

/** What is wrong when a file says something else. */
const problems = (file: string, change: (text: string) => string, read: typeof readItems | typeof readItemTargets) => {
  const list = problemList()
  const changed = change(new TextDecoder().decode(files.get(file)))
  const told = new Map(files).set(file, new TextEncoder().encode(changed))
  read(told, reference.chronicle, list.report)
  return list.problems.map(({ path, reason }) => `${path}: ${reason.vi}`)
}

describe("registers of the pilot", () => {
  it("hold what the documents state: documents issued with number and day, and the meeting of 27/12/2024", () => {
    const { items } = reference.inventory
    const numbers = items.flatMap(({ body, day }) => (body._tag === "issued" ? [`${body.number} ${day}`] : []))
    expect(numbers).toHaveLength(21)
    expect(numbers).toContain("61/KH-UBND 2025-03-05")
    expect(numbers).toContain("57/KH-UBND 2024-03-05")
    expect(numbers).toContain("1290/KH-UBND 2022-05-11")
    expect(new Set(numbers).size).toBe(21)
    expect(items.filter(({ body }) => body._tag === "meeting")).toMatchObject([
      { day: "2024-12-27", unit: "31", document: "tb-2712-2024-haiphong" }
    ])
    expect(items.find(({ body }) => body._tag === "issued" && body.number === "57/KH-UBND")?.document).toBe(
      "61/KH-UBND"
    )
  })

  it("face what the documents want of them, in the words and by the value of their figures", () => {
    expect(reference.inventory.targets).toMatchObject([
      {
        document: "kh-61-2025-haiphong",
        kind: "smartVillage",
        value: 1,
        per: "commune",
        text: "Mô hình thôn thông minh tối thiểu mỗi xã: ít nhất 1 mô hình/xã (xã NTM kiểu mẫu)"
      },
      { document: "tb-2712-2024-haiphong", kind: "smartCommune", per: "district", units: ["316", "315", "313", "314"] }
    ])
  })

  it("are refused with file, place and reason", () => {
    const entries = "pilot/inventory.json"
    expect(problems(entries, (text) => text.replace("57/KH-UBND", "58/KH-UBND"), readItems)).toEqual([
      "issued[0].numbers[1]: văn bản “kh-61-2025-haiphong” không nêu 58/KH-UBND cùng với ngày ban hành"
    ])
    expect(problems(entries, (text) => text.replace('"30"', '"99"'), readItems)[0]).toBe(
      "issued[2].unit: không có đơn vị mã 99 ngày 2022-05-11"
    )
    expect(
      problems(entries, (text) => text.replace("tb-2712-2024-haiphong", "tb-20-2025-haiphong"), readItems)
    ).toEqual(["meetings[0].document: văn bản “tb-20-2025-haiphong” không nêu ngày họp"])
    const targets = "inventory/targets.json"
    expect(problems(targets, (text) => text.replace("toi-thieu", "khac"), readItemTargets)).toEqual([
      "[0].figure: văn bản “kh-61-2025-haiphong” không có số liệu “so-mo-hinh-thon-thong-minh-khac”"
    ])
    expect(problems(targets, (text) => text.replace('"315"', '"317"'), readItemTargets)).toEqual([
      "[1].units[1]: mã 317 ngày 2024-12-27 không phải là Tiên Lãng"
    ])
  })
})
