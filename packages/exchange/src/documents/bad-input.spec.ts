import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { auditFolders } from "./audit.ts"
import { audit, type Files, inFolder, plan, problemsOf, warningsOf } from "./sample.ts"

const figure = { id: "a", label: "A", value: 137, unit: "xã" }
const figures = (...list: ReadonlyArray<unknown>): Files => ({ "figures.json": list })
const table = (rest: object): Files => ({
  "appendix.json": {
    unit: "triệu đồng",
    columns: [
      { key: "all", label: "Tổng" },
      { key: "credit", label: "Tín dụng" }
    ],
    rows: [
      { name: "Tổng", rowKind: "total", all: 5, credit: 5 },
      { name: "A", all: 5, credit: 5 }
    ],
    sums: { columns: { all: ["credit"] }, rows: { total: "the other rows" } },
    ...rest
  }
})

/** What is wrong, and the one thing said about it. */
const cases: ReadonlyArray<readonly [string, Files, string]> = [
  [
    "truncated JSON",
    { "figures.json": '[{"id": "a",\n "value": 1' },
    "figures.json : JSON hỏng hoặc bị cắt cụt (dòng 2, cột 12)"
  ],
  [
    "Latin-1 bytes",
    { "document.json": Buffer.from('{"title": "K\xe9"}', "latin1") },
    "document.json : tệp không phải UTF-8; hãy lưu lại với mã UTF-8"
  ],
  [
    "UTF-16",
    { "figures.json": Buffer.from("\ufeff[]", "utf16le") },
    "figures.json : tệp không phải UTF-8; hãy lưu lại với mã UTF-8"
  ],
  ["an empty file", { "figures.json": "" }, "figures.json : tệp rỗng"],
  [
    "a NaN",
    { "figures.json": '[{"id": "a", "value": NaN, "unit": "xã"}]' },
    "figures.json : JSON hỏng hoặc bị cắt cụt"
  ],
  ["a list for the document", { "document.json": [] }, "document.json : phải là một đối tượng mô tả văn bản"],
  [
    "a day that is none",
    { "document.json": { ...plan, date: "2025-02-30" } },
    "document.json /date: “2025-02-30” không phải là ngày (yyyy-mm-dd)"
  ],
  ["figures that are no list", { "figures.json": { a: 1 } }, "figures.json : phải là một danh sách số liệu"],
  ["a figure that is no object", figures(7), "figures.json /0: phải là một đối tượng"],
  ["a figure without an id", figures({ label: "A", value: 1, unit: "xã" }), "figures.json /0/id: thiếu mã của số liệu"],
  [
    "a figure without a value",
    figures({ id: "a", label: "A", unit: "xã" }),
    "figures.json /0/value: thiếu giá trị (ghi null nếu không đọc được)"
  ],
  ["duplicate ids", figures(figure, { ...figure, value: 1 }), "figures.json /1/id: mã “a” đã dùng cho số liệu ở /0"],
  [
    "a relation to nothing",
    figures({ ...figure, breakdownOf: "b" }),
    "figures.json /0/breakdownOf: trỏ tới số liệu “b” không có trong văn bản"
  ],
  [
    "a share of nothing",
    figures({ ...figure, statedPercentOf: { of: "b", percent: 5 } }),
    "figures.json /0/statedPercentOf/of: trỏ tới số liệu “b” không có trong văn bản"
  ],
  ["a relation to itself", figures({ ...figure, restates: "a" }), "figures.json /0/restates: số liệu trỏ tới chính nó"],
  [
    "a cycle of two parts",
    figures({ ...figure, breakdownOf: "b" }, { ...figure, id: "b", breakdownOf: "a" }),
    "figures.json /0/breakdownOf: các phần tạo thành vòng: a → b → a"
  ],
  [
    "a figure without its unit",
    figures({ id: "a", label: "A", value: 4652 }),
    "figures.json /0/unit: thiếu đơn vị của số liệu"
  ],
  ["a unit of blanks", figures({ ...figure, unit: "  " }), "figures.json /0/unit: thiếu đơn vị của số liệu"],
  [
    "1.234 as a text",
    figures({ ...figure, value: "1.234" }),
    "figures.json /0/value: số viết dưới dạng chuỗi: “1.234”; hãy viết thành số"
  ],
  [
    "12,5 as a text",
    figures({ ...figure, value: "12,5" }),
    "figures.json /0/value: số viết dưới dạng chuỗi: “12,5”; hãy viết thành số"
  ],
  [
    "137 as a text",
    figures({ ...figure, value: "137" }),
    "figures.json /0/value: số viết dưới dạng chuỗi: “137”; hãy viết thành số"
  ],
  [
    "a share as a text",
    figures(figure, { ...figure, id: "b", statedPercentOf: { of: "a", percent: "5%" } }),
    "figures.json /1/statedPercentOf/percent: số viết dưới dạng chuỗi: “5%”; hãy viết thành số"
  ],
  [
    "1e999",
    { "figures.json": '[{"id": "a", "label": "A", "value": 1e999, "unit": "xã"}]' },
    "figures.json /0/value: số quá lớn"
  ],
  [
    "twenty digits",
    { "figures.json": '[{"id": "a", "label": "A", "value": 12345678901234567890, "unit": "xã"}]' },
    "figures.json /0/value: số có quá nhiều chữ số, không giữ được chính xác"
  ],
  [
    "a range that ends below its start",
    figures({ ...figure, valueMax: 100 }),
    "figures.json /0/valueMax: đầu trên của khoảng nhỏ hơn giá trị"
  ],
  [
    "impossible decimals",
    figures({ ...figure, value: 1.25, decimals: 1 }),
    "figures.json /0/decimals: số chữ số thập phân không hợp lệ"
  ],
  [
    "a relation that is a number",
    figures({ ...figure, breakdownOf: 5 }),
    "figures.json /0/breakdownOf: phải là một chuỗi"
  ],
  [
    "a difference of one",
    figures({ ...figure, differenceOf: { of: "b" } }),
    "figures.json /0/differenceOf: phải có dạng { of, less }"
  ],
  ["a table without its unit", table({ unit: null }), "appendix.json /unit: bảng không ghi đơn vị tính"],
  [
    "an unknown column in a sum",
    table({ sums: { columns: { all: ["debit"] } } }),
    "appendix.json /sums/columns/all/0: không có cột “debit”"
  ],
  [
    "an unknown target of a sum",
    table({ sums: { columns: { none: ["all"] } } }),
    "appendix.json /sums/columns/none: không có cột “none”"
  ],
  [
    "an unknown row in a sum",
    table({ sums: { rows: { total: ["B"] } } }),
    "appendix.json /sums/rows/total/0: không có dòng “B”"
  ],
  [
    "a total that no row is",
    table({ sums: { rows: { sum: "the other rows" } } }),
    "appendix.json /sums/rows/sum: không có dòng “sum”"
  ],
  [
    "a total that several rows are",
    table({
      rows: [
        { name: "A", rowKind: "total", all: 1 },
        { name: "B", rowKind: "total", all: 1 }
      ],
      sums: { rows: { total: "the other rows" } }
    }),
    "appendix.json /sums/rows/total: “total” chỉ nhiều dòng, không rõ dòng tổng"
  ],
  [
    "a cycle of sums",
    table({ sums: { columns: { all: ["credit"], credit: ["all"] } } }),
    "appendix.json /sums/columns: tổng và phần tạo thành vòng: Tổng → Tín dụng → Tổng"
  ],
  [
    "a column that sums itself",
    table({ sums: { columns: { all: ["all"] } } }),
    "appendix.json /sums/columns: tổng và phần tạo thành vòng: Tổng → Tổng"
  ],
  ["sums: null", table({ sums: null }), "appendix.json /sums: phải là một đối tượng"],
  ["sums: []", table({ sums: [] }), "appendix.json /sums: phải là một đối tượng"],
  ["sums: “x”", table({ sums: "x" }), "appendix.json /sums: phải là một đối tượng"],
  [
    "parts that are no list",
    table({ sums: { columns: { all: "credit" } } }),
    "appendix.json /sums/columns/all: phải là danh sách tên các phần"
  ],
  [
    "rows that are no list",
    table({ rows: {}, sums: { columns: {} } }),
    "appendix.json /rows: bảng phải có danh sách dòng"
  ],
  [
    "a row that is no object",
    table({ rows: [{ name: "Tổng", rowKind: "total", all: 1, credit: 1 }, [1, 1]] }),
    "appendix.json /rows/1: dòng phải là một đối tượng"
  ],
  [
    "a repeated column key",
    table({ columns: [{ key: "all" }, { key: "credit" }, { key: "all" }] }),
    "appendix.json /columns/2/key: khóa cột “all” lặp lại"
  ],
  [
    "a column without a key",
    table({ columns: [{ label: "x" }, "all", "credit"] }),
    "appendix.json /columns/0: cột phải có khóa (key)"
  ],
  [
    "a cell that is a text",
    table({ rows: [{ name: "A", rowKind: "total", all: "1.234", credit: 1234 }] }),
    "appendix.json /rows/0/all: số viết dưới dạng chuỗi: “1.234”; hãy viết thành số"
  ],
  [
    "a cell that is no number",
    table({ rows: [{ name: "A", rowKind: "total", all: true, credit: 1 }] }),
    "appendix.json /rows/0/all: phải là một số"
  ]
]

describe("input that cannot be read", () => {
  it.each(cases)("%s: is told with its file, its place and why", async (_, files, said) => {
    const outcome = await audit(files)
    expect(problemsOf(outcome)).toEqual([said])
    if (outcome._tag === "Unreadable") for (const { message } of outcome.problems) expect(message.en).not.toBe("")
  })

  it("tells everything that is wrong at once, and checks nothing", async () => {
    const outcome = await audit({
      ...figures({ ...figure, value: "1" }, { ...figure, id: "b", unit: null }),
      ...table({ unit: "" })
    })
    expect(problemsOf(outcome)).toHaveLength(3)
  })

  it("tells no more than a person can mend", async () => {
    const outcome = await audit(figures(...Array.from({ length: 5000 }, () => 1)))
    expect(problemsOf(outcome)).toHaveLength(201)
    expect(problemsOf(outcome).at(-1)).toContain("còn nữa")
  })
})

describe("input of a hostile size", () => {
  it("a file of 200 MB is refused by its size", async () => {
    const problems = await inFolder({ "figures.json": "[" }, async (folder) => {
      truncateSync(join(folder, "figures.json"), 200 * 1024 * 1024)
      return problemsOf(await auditFolders([folder]))
    })
    expect(problems).toEqual(["figures.json : tệp lớn 200 MB, chỉ đọc đến 50 MB"])
  })

  it("a chain of a hundred thousand parts is read, a ring of them refused", async () => {
    const chain = Array.from({ length: 100_000 }, (_, i) => ({
      id: `f${i}`,
      label: "x",
      value: 1,
      unit: "xã",
      ...(i > 0 && { breakdownOf: `f${i - 1}` })
    }))
    expect((await audit(figures(...chain)))._tag).toBe("Audited")
    const ring = chain.with(0, { id: "f0", label: "x", value: 1, unit: "xã", breakdownOf: "f99999" })
    const problems = problemsOf(await audit(figures(...ring)))
    expect(problems).toHaveLength(1)
    expect(problems[0]?.slice(0, 60)).toContain("các phần tạo thành vòng")
    expect(problems[0]?.length).toBeLessThan(1000)
  })

  it.each([
    ["without numbers", ""],
    ["with a number ending in zero", "1.50"]
  ])("a hundred thousand brackets %s are refused or passed over", async (_, inside) => {
    const deep = "[".repeat(100_000) + inside + "]".repeat(100_000)
    expect((await audit({ "figures.json": deep }))._tag).toBe("Unreadable")
    expect(["Audited", "Unreadable"]).toContain((await audit({ "notes.json": deep }))._tag)
  })

  it("long texts where numbers belong take no time with the square of their length", async () => {
    const long = `1${" ".repeat(200_000)}x`
    const outcome = await audit(
      figures({ id: "a", label: "A", value: long, unit: long, qualifier: long, printed: long })
    )
    expect(outcome._tag).toBe("Audited")
  })
})

describe("folders", () => {
  const saidOf = async (path: string) => problemsOf(await auditFolders([path])).map((said) => said.split(": ").at(-1))

  it("without a document, missing, or a file are told so", async () => {
    await inFolder({ "document.json": undefined, "notes.txt": "x" }, async (folder) => {
      expect(await saidOf(folder)).toEqual(["thư mục không có văn bản nào (document.json)"])
      expect(await saidOf(join(folder, "none"))).toEqual(["không có thư mục này"])
      expect(await saidOf(join(folder, "notes.txt"))).toEqual(["phải là thư mục của văn bản"])
      expect(await saidOf(`${folder}/\0`)).toEqual(["không đọc được thư mục"])
    })
    await inFolder({ "document.json": undefined, "figures.json": [] }, async (folder) => {
      expect(await saidOf(folder)).toEqual(["thiếu document.json"])
    })
    expect(problemsOf(await auditFolders([]))).toEqual([" : chưa nêu thư mục văn bản nào"])
  })

  it("in the place of a file, and links to nothing, are told so", async () => {
    await inFolder({}, async (folder) => {
      mkdirSync(join(folder, "figures.json"))
      expect(problemsOf(await auditFolders([folder]))).toEqual(["figures.json : không phải là tệp thường"])
    })
    await inFolder({}, async (folder) => {
      symlinkSync(join(folder, "none"), join(folder, "figures.json"))
      expect(problemsOf(await auditFolders([folder]))).toEqual(["figures.json : không có tệp này"])
    })
  })

  it.skipIf(process.getuid?.() === 0)("that may not be read are told so", async () => {
    await inFolder({ "figures.json": [] }, async (folder) => {
      const { chmodSync } = await import("node:fs")
      chmodSync(join(folder, "figures.json"), 0)
      expect(problemsOf(await auditFolders([folder]))).toEqual(["figures.json : không có quyền đọc"])
      chmodSync(folder, 0o100)
      expect((await auditFolders([folder]))._tag).toBe("Unreadable")
      chmodSync(folder, 0o700)
    })
  })

  it("of one name keep their findings apart", async () => {
    await inFolder({ "document.json": undefined }, async (folder) => {
      for (const [parent, value] of [
        ["x/p/doc", 1],
        ["y/p/doc", 2]
      ] as const) {
        mkdirSync(join(folder, parent), { recursive: true })
        writeFileSync(join(folder, parent, "document.json"), JSON.stringify(plan))
        writeFileSync(join(folder, parent, "figures.json"), JSON.stringify([{ ...figure, value, quantity: "q" }]))
      }
      const outcome = await auditFolders(["x/p/doc", "y/p/doc", "x/p/doc"].map((path) => join(folder, path)))
      if (outcome._tag === "Unreadable") throw new Error("both can be read")
      expect(new Set(outcome.documents.map(({ id }) => id)).size).toBe(2)
      expect(outcome.documents).toHaveLength(2)
      expect(outcome.findings).toHaveLength(1)
    })
  })
})

describe("input that is unusual but sound", () => {
  it("a byte order mark is no part of it", async () => {
    expect(await audit({ "document.json": `\ufeff${JSON.stringify(plan)}`, "figures.json": "\ufeff[]" })).toMatchObject(
      { _tag: "Audited" }
    )
  })

  it("unknown keys are remarked on, wherever they stand", async () => {
    const outcome = await audit({
      "document.json": { ...plan, extra: 1 },
      ...figures({ ...figure, breakdownof: "a" }),
      ...table({ colour: "red" })
    })
    expect(warningsOf(outcome)).toEqual([
      "document.json /extra: khóa lạ “extra”, bỏ qua",
      "figures.json /0/breakdownof: khóa lạ “breakdownof”, bỏ qua",
      "appendix.json /colour: khóa lạ “colour”, bỏ qua"
    ])
  })

  it("names that every object inherits are names like any other", async () => {
    const outcome = await audit({
      "figures.json":
        '[{"id": "__proto__", "label": "A", "value": 5, "unit": "xã"}, {"id": "constructor", "label": "B", "value": 6, "unit": "xã", "breakdownOf": "__proto__"}]',
      "appendix.json":
        '{"unit": "xã", "columns": ["constructor", "__proto__"], "rows": [{"name": "A", "constructor": 3, "__proto__": 2}, {"name": "B"}], "sums": {"columns": {"constructor": ["__proto__"]}}}'
    })
    if (outcome._tag === "Unreadable") throw new Error(problemsOf(outcome).join("\n"))
    expect(outcome.findings.map(({ kind, places }) => [kind, places[0].figure ?? places[0].column])).toEqual([
      ["columnSum", "constructor"],
      ["partExceedsWhole", "constructor"]
    ])
  })

  it("a text for a value is remarked on where a relation hangs on it", async () => {
    const outcome = await audit(figures(figure, { id: "b", label: "B", value: "đạt", breakdownOf: "a" }))
    expect(warningsOf(outcome)).toEqual([
      "figures.json /1/value: giá trị là chữ nên các quan hệ của số liệu không kiểm được"
    ])
  })

  it("a column of numbers between quotes is remarked on", async () => {
    const outcome = await audit(
      table({
        columns: ["all", "people"],
        rows: [
          { name: "T", rowKind: "total", all: 1, people: "5" },
          { name: "A", all: 1, people: "4" }
        ],
        sums: { rows: { total: "rest" } }
      })
    )
    expect(warningsOf(outcome)).toEqual([
      "appendix.json /rows: cột “people” toàn số viết dưới dạng chuỗi nên không được cộng"
    ])
  })
})
