import { describe, expect, it } from "vitest"
import { reconcile } from "./reconcile.ts"
import { content, figure, findingsOn, gist, table } from "./sample.ts"

const appendix = table({
  unit: "triệu đồng",
  columns: ["district"],
  rows: { Tổng: [18_258], "Vĩnh Bảo": [18_258], "Tiên Lãng": [0], "An Dương": [18_259] }
})

describe("the printed form of a figure", () => {
  it("“18.258 tỷ” says eighteen thousand where the table prints 18.258 triệu", () => {
    const plan = content([figure("district", 18.258, "tỷ đồng", { printed: "18.258" })], [appendix])
    const [finding, ...more] = reconcile([plan]).findings
    expect(more).toEqual([])
    expect(finding).toMatchObject({
      kind: "printedForm",
      severity: "error",
      stated: 18_258,
      expected: 18.258,
      cause: { kind: "separatorMisread" }
    })
    expect(finding?.places.map(({ path, printed }) => [path, printed])).toEqual([
      ["/0", "18.258 tỷ đồng"],
      ["/rows/0/district", "18.258 triệu đồng"],
      ["/rows/1/district", "18.258 triệu đồng"]
    ])
    expect(finding?.message.vi).toBe(
      "district: in “18.258 tỷ đồng”, trong khi giá trị là 18,258 tỷ đồng (bảng in 18.258 triệu đồng)"
    )
  })

  it("holds where it reads as the value, with or without its unit", () => {
    const same = (printed: string) => findingsOn(figure("f", 3734.307, "tỷ đồng", { printed }))
    expect(same("3.734,307")).toEqual([])
    expect(same("3.734,307 tỷ")).toEqual([])
    expect(same("3.734,307 tỷ đồng")).toEqual([])
  })

  it("is read without its unit", () => {
    const [finding] = findingsOn(figure("f", 18.258, "tỷ đồng", { printed: "18.258 tỷ" }))
    expect(finding?.cause?.kind).toBe("separatorMisread")
    expect(finding?.message.vi).toContain("in “18.258 tỷ đồng”")
    expect(finding?.places[0].printed).toBe("18.258 tỷ")
  })

  it("with a comma between thousands is a separator too, and says which", () => {
    const [finding] = findingsOn(figure("f", 18_258, "triệu đồng", { printed: "18,258" }))
    expect(finding?.cause).toMatchObject({
      kind: "separatorMisread",
      text: { vi: expect.stringContaining("Dấu phẩy") }
    })
  })

  it("of another number altogether has no cause", () => {
    expect(findingsOn(figure("f", 137, "xã", { printed: "173" })).map(gist)).toEqual(["printedForm · f · no cause"])
  })

  it.each(["4.3", "137/137", "80-90", "khoảng 137", "một trăm", "", "18.258 nghìn"])("“%s” is left open", (printed) => {
    const { findings, checked } = reconcile([content([figure("f", 137, "xã", { printed })])])
    expect(findings).toEqual([])
    expect(checked).toEqual({ relations: 1, held: 0, open: 1 })
  })
})

describe("many misprinted figures and many cells", () => {
  it("are matched without reading every cell for every figure", () => {
    const figures = Array.from({ length: 4000 }, (_, i) =>
      figure(`f${i}`, i + 0.125, "tỷ đồng", { printed: `${i + 1}` })
    )
    const rows = Object.fromEntries(Array.from({ length: 4000 }, (_, i) => [`r${i}`, [1_000_000 * i + 7, 5_000_000]]))
    const big = table({ unit: "triệu đồng", columns: ["a", "b"], rows })
    expect(reconcile([content(figures, [big])]).findings).toHaveLength(4000)
  })
})
