import { ApiProblem } from "@ntm/contract"
import { InputKey } from "@ntm/domain/criteria"
import { describe, expect, it } from "vitest"
import { isLocalOnly, problemsByRow, readEntry } from "./entry.ts"
import { formGroups } from "./form-groups.ts"
import { pasted } from "./pasted.ts"

const units = [
  { code: "11623", name: "An Đồng", type: "xã" },
  { code: "11590", name: "An Hòa", type: "xã" },
  { code: "11854", name: "An Hòa", type: "xã" }
]

describe("what is typed into a field", () => {
  it("is nothing, a number as it is written here, or told to be wrong", () => {
    expect(readEntry("  ", "amount")).toEqual({ _tag: "Blank" })
    expect(readEntry("1.234,5", "amount")).toEqual({ _tag: "Value", value: 1234.5 })
    expect(readEntry("95,5 %", "percent")).toEqual({ _tag: "Value", value: 95.5 })
    expect(readEntry("95.5", "percent")._tag).toBe("Wrong")
    expect(readEntry("95,5 %", "amount")._tag).toBe("Wrong")
  })

  it("ticks an attestation as sheets do, and guesses nothing else", () => {
    const ticked = ["Có", "x", "đạt", "1", "Không", "0", "chưa"].map((text) => readEntry(text, "attestation"))
    expect(ticked.map((entry) => (entry._tag === "Value" ? entry.value : entry._tag))).toEqual([1, 1, 1, 1, 0, 0, 0])
    expect(readEntry("2", "attestation")._tag).toBe("Wrong")
  })
})

describe("cells copied from a spreadsheet", () => {
  it("go down from the line in focus, blank ones too, and what is left over is told", () => {
    const { beyond, texts } = pasted("70,5\r\n\r\n81\r\n9\r\n", units, 1)
    expect([...texts]).toEqual([
      [1, "70,5"],
      [2, ""]
    ])
    expect(beyond).toBe(2)
  })

  it("find their line by code or name in any order; a name that two units carry is not guessed", () => {
    const { texts, unmatched } = pasted("xã an dong\t70\nAn Hòa\t80\n11854\t90\tNơi khác\nKhông có\t1", units, 0)
    expect([...texts]).toEqual([
      [0, "70"],
      [2, "Nơi khác"]
    ])
    expect(unmatched).toEqual(["An Hòa", "Không có"])
    expect([...pasted("11590\tAn Hòa\t75", units, 0).texts]).toEqual([[1, "75"]])
  })

  it("are refused where code and name are of two units", () => {
    expect(pasted("11854\tAn Đồng\t75", units, 0)).toMatchObject({ unmatched: ["11854 An Đồng"] })
  })
})

describe("a refusal", () => {
  const refusal = (type: string, paths: ReadonlyArray<string>) =>
    new ApiProblem({
      type,
      title: "",
      titleEn: "",
      status: 422,
      errors: paths.map((path) => ({ path, message: path }))
    })

  it("is told row by row; what concerns no row stands apart", () => {
    const rows = problemsByRow(refusal("x", ["rows[0].value", "rows[12].evidence[0].link", "rows[0]", "rows"]))
    expect([...rows].map(([row, found]) => [row, found.length])).toEqual([
      [0, 2],
      [12, 1],
      [-1, 1]
    ])
    expect(problemsByRow(new Error("x")).size).toBe(0)
  })

  it("says when changes are taken on the server's own machine only", () => {
    expect(isLocalOnly(refusal("urn:ntm:problem:changes-stay-local", []))).toBe(true)
    expect(isLocalOnly(refusal("urn:ntm:problem:observations-refused", []))).toBe(false)
  })
})

it("groups a form by criterion, men and women with the indicator that asks for both, the rest at the end", () => {
  const item = (key: string) => ({ input: { key } })
  const indicator = (input: string) => ({ input: InputKey.make(input), rule: null })
  const set = {
    criteria: [
      { no: 1, name: "Quy hoạch", indicators: [indicator("plan")] },
      { no: 2, name: "Lao động", indicators: [indicator("labour")] }
    ]
  }
  const groups = formGroups(set, ["debt", "labour/women", "plan", "labour/men"].map(item))
  expect(groups.map(({ criterion, items }) => [criterion?.no ?? null, items.map(({ input }) => input.key)])).toEqual([
    [1, ["plan"]],
    [2, ["labour/women", "labour/men"]],
    [null, ["debt"]]
  ])
})
