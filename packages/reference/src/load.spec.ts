import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { loadReference, ownDataDirectory, referenceOf } from "./load.ts"
import { type Problem, ReferenceError } from "./problem.ts"

const OLD = "units/old.csv"
const NEW = "units/new.csv"
const LINKS = "units/communes.csv"
const INDEX = "units/registers.json"
const SET = "criteria/xa-mau.json"
const HEAD = "documents/kh-mau/document.json"
const FUNDING = "documents/kh-mau/appendix-02-funding.json"
const ANNEX = "documents/kh-mau/appendix-03-assignments.json"
const TASKS = "documents/kh-mau/tasks.json"

/** A folder as small as it can be: one province with a commune, reorganised once; one set; one document. */
const small: Readonly<Record<string, string>> = {
  [INDEX]: JSON.stringify({
    registers: [
      {
        file: "old.csv",
        counts: { province: 1, district: 1, commune: 2 },
        within: { "31": { district: 1, commune: 2 } }
      },
      { file: "new.csv", counts: { province: 1, district: 0, commune: 1 }, within: {} }
    ],
    reorganisations: [
      { file: "provinces.csv", day: "2025-07-01", from: "old.csv", to: "new.csv" },
      { file: "communes.csv", day: "2025-07-01", from: "old.csv", to: "new.csv" }
    ],
    events: [
      { id: "mau", day: "2025-07-01", document: { number: "1/NQ", issuer: null, issuedOn: null }, keepCodes: true }
    ]
  }),
  [OLD]: [
    "code,name,type,level,parent_code,valid_to",
    "31,Hải Phòng,thành phố trung ương,province,,2025-06-30",
    "316,Vĩnh Bảo,huyện,district,31,2025-06-30",
    "11824,Vĩnh Bảo,thị trấn,commune,316,2025-06-30",
    "11836,Vĩnh Hưng,xã,commune,316,2025-06-30"
  ].join("\n"),
  [NEW]: [
    "code,name,type,level,parent_code,population,valid_from",
    "31,Hải Phòng,thành phố,province,,4664124,2025-07-01",
    "11824,Vĩnh Bảo,xã,commune,31,,2025-07-01"
  ].join("\n"),
  "units/provinces.csv": "from_code,to_code,share\n31,31,whole\n",
  [LINKS]: "from_code,to_code,share,inferred,note\n11824,11824,whole,,\n11836,11824,whole,yes,\n",
  [SET]: JSON.stringify({
    id: "xa-mau",
    name: "Bộ mẫu",
    level: "commune",
    tier: "ntm",
    period: { from: "2021-01-01", to: "2025-12-31" },
    legalBasis: [{ number: "318/QĐ-TTg", date: "2022-03-08" }],
    criteria: [
      { no: 1, name: "Quy hoạch", indicators: [{ code: "1.1", name: "Có quy hoạch", rule: { op: "attested" } }] },
      {
        no: 2,
        name: "Điện",
        indicators: [{ code: "2.1", name: "Có điện", rule: { op: "all", rules: [{ op: ">=" }] } }]
      }
    ],
    counts: { criteria: 2, indicators: 2, conditions: 0, official: { criteria: null, indicators: null } },
    sources: {}
  }),
  [HEAD]: JSON.stringify({ kind: "Kế hoạch", title: "Kế hoạch mẫu" }),
  [FUNDING]: JSON.stringify({
    table: "Phụ lục 02",
    title: null,
    year: 2024,
    unit: "tỷ đồng",
    columns: [{ key: "total", label: "Tổng" }],
    rows: [{ unit: "Tổng", rowKind: "total", total: 3734.307 }]
  }),
  [ANNEX]: JSON.stringify([
    { no: "I", title: "Hồ sơ" },
    { no: "1", title: "Báo cáo", parentNo: "I", start: "2025-04-01", due: "2025-04-30" }
  ]),
  [TASKS]: JSON.stringify([{ no: "II", title: "Việc khác" }])
}

const encoder = new TextEncoder()

const load = (changed: Readonly<Record<string, string | Uint8Array | null>>) => {
  const files = Object.entries({ ...small, ...changed }).flatMap(([name, content]) =>
    content === null ? [] : [[name, typeof content === "string" ? encoder.encode(content) : content] as const]
  )
  return Effect.runPromise(Effect.result(referenceOf(new Map(files), "/data")))
}

const problemsOf = async (changed: Parameters<typeof load>[0]) => {
  const result = await load(changed)
  return Result.isFailure(result) ? result.failure.problems : []
}

/** The file with one piece of its text replaced. */
const edited = (file: string, from: string, to: string) => {
  const text = small[file] ?? ""
  if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`)
  return { [file]: text.replace(from, to) }
}

/** "units/old.csv 5 code". */
const placeOf = ({ file, row, path }: Problem) => [file, row, path].filter((part) => part !== null).join(" ")

describe("loading a data folder", () => {
  it("takes a sound one, and moves the decimal point of money exactly", async () => {
    const result = await load({})
    if (Result.isFailure(result)) throw result.failure
    const { register, lineage } = result.success.chronicle
    expect(register.rows.map(({ id, code }) => [id, code])).toEqual([
      [1, "31"],
      [2, "316"],
      [3, "11824"],
      [4, "11836"],
      [1, "31"],
      [3, "11824"]
    ])
    expect(lineage.transfers.map(({ fromId, toId, inferred }) => [fromId, toId, inferred])).toEqual([[4, 3, true]])
    expect(result.success.criteriaSets[0]?.criteria[0]?.indicators[0]?.confidence).toBe("unknown")
    expect(result.success.documents[0]?.folder).toBe("/data/documents/kh-mau")
    expect(result.success.documents[0]?.fundingTables[0]?.rows[0]?.amounts).toEqual([3_734_307_000_000])
  })

  // What is broken: the file, what stands there, what is put in its place; then where the problem is said to be, and why.
  const broken: ReadonlyArray<
    readonly [name: string, file: string, from: string, to: string, place: string, vi: RegExp]
  > = [
    ["a code twice", OLD, "11836,", "11824,", `${OLD} 5 code`, /mã 11824 đã có ở dòng 4/],
    [
      "an unknown parent",
      OLD,
      "xã,commune,316",
      "xã,commune,999",
      `${OLD} 5 parent_code`,
      /không có đơn vị cấp trên 999/
    ],
    [
      "a reorganisation without its event",
      INDEX,
      '"id":"mau","day":"2025-07-01"',
      '"id":"mau","day":"2025-07-02"',
      `${INDEX} reorganisations[0].day`,
      /đúng một sự kiện ngày 2025-07-01/
    ],
    ["no parent", NEW, "commune,31,", "commune,,", `${NEW} 3 parent_code`, /11824 thiếu đơn vị cấp trên/],
    ["a day that the calendar lacks", NEW, ",,2025-07-01", ",,2025-02-30", `${NEW} 3 valid_from`, /2025-02-30/],
    ["a code that lost its zero", NEW, "11824,", "1824,", `${NEW} 3 code`, /phải là chuỗi theo mẫu/],
    ["a population with separators", NEW, "4664124", "4.664.124", `${NEW} 2 population`, /phải là một số/],
    ["a type of another level", OLD, "thị trấn", "huyện", `${OLD} 4 type`, /cấp xã không có loại “huyện”/],
    ["a lost line", OLD, "\n11836,Vĩnh Hưng,xã,commune,316,2025-06-30", "", OLD, /có 1 đơn vị cấp xã, phải là 2/],
    [
      "a line cut short",
      OLD,
      "11836,Vĩnh Hưng,xã,commune,316,2025-06-30",
      "11836,Vĩnh",
      `${OLD} 5`,
      /không đọc được như bảng CSV/
    ],
    [
      "periods that overlap",
      NEW,
      "4664124,2025-07-01",
      "4664124,2025-06-30",
      `${NEW} 2 valid_from`,
      /trùng thời gian với units\/old\.csv/
    ],
    [
      "lineage from nowhere",
      LINKS,
      "11836,",
      "11837,",
      `${LINKS} 3 from_code`,
      /không có đơn vị 11837 kết thúc ngày 2025-06-30/
    ],
    [
      "a commune without successor",
      LINKS,
      "11836,11824,whole,yes,\n",
      "",
      `${OLD} 5`,
      /Vĩnh Hưng \(11836\) không có đơn vị kế tiếp/
    ],
    [
      "a unit with one part only",
      LINKS,
      "11836,11824,whole",
      "11836,11824,part",
      LINKS,
      /đơn vị 11836 phải chuyển toàn bộ/
    ],
    ["a link twice", LINKS, "11836,", "11824,", `${LINKS} 3`, /đã có ở dòng 2/],
    [
      "a register that the index lacks",
      INDEX,
      '"from":"old.csv"',
      '"from":"odd.csv"',
      `${INDEX} reorganisations[0].from`,
      /“odd\.csv” không có/
    ],
    ["an unreadable set", SET, "}", "", SET, /không phải JSON hợp lệ/],
    [
      "an unknown operator",
      SET,
      '"op":"attested"',
      '"op":"=>"',
      `${SET} /criteria/0/indicators/0/rule/op`,
      /không hiểu “=>”/
    ],
    [
      "an unknown operator inside a rule",
      SET,
      '[{"op":">="}]',
      '[{"op":"≥"}]',
      `${SET} /criteria/1/indicators/0/rule/rules/0/op`,
      /“≥”/
    ],
    ["a criterion number twice", SET, '"no":2', '"no":1', `${SET} /criteria/1/no`, /“1” đã dùng ở \/criteria\/0\/no/],
    ["an indicator code twice", SET, '"2.1"', '"1.1"', `${SET} /criteria/1/indicators/0/code`, /“1\.1” đã dùng/],
    ["an unknown tier", SET, '"tier":"ntm"', '"tier":"vang"', `${SET} /tier`, /không hiểu “vang”/],
    ["a set under another name", SET, '"id":"xa-mau"', '"id":"xa-khac"', `${SET} /id`, /khác tên tệp/],
    ["a document under another name", HEAD, "{", '{"id":"kh-khac",', `${HEAD} id`, /khác tên thư mục/],
    [
      "an unknown source of funding",
      FUNDING,
      '"key":"total"',
      '"key":"oda"',
      `${FUNDING} columns[0].key`,
      /không biết nguồn vốn “oda”/
    ],
    [
      "money of a unit that did not stand",
      FUNDING,
      '"Tổng","rowKind":"total"',
      '"huyện Lạ","rowKind":"district"',
      `${FUNDING} rows[0].unit`,
      /không có đơn vị “huyện Lạ”/
    ],
    ["a table without a unit of money", FUNDING, '"unit":"tỷ đồng",', "", `${FUNDING} unit`, /thiếu khóa này/],
    ["a number as a string", FUNDING, "3734.307", '"3734"', `${FUNDING} rows[0].total`, /phải là một số/],
    ["a fraction of a đồng", FUNDING, "3734.307", "0.0000000001", `${FUNDING} rows[0].total`, /./],
    [
      "an assignment without parent",
      ANNEX,
      '"parentNo":"I"',
      '"parentNo":"V"',
      `${ANNEX} [1].parentNo`,
      /không có nhiệm vụ cấp trên “V”/
    ],
    [
      "an assignment due before it starts",
      ANNEX,
      "2025-04-30",
      "2025-03-30",
      `${ANNEX} [1].due`,
      /hạn 2025-03-30 trước ngày bắt đầu 2025-04-01/
    ],
    ["a number used in two files", TASKS, '"II"', '"I"', `${TASKS} [0].no`, /số “I” đã dùng ở .*appendix-03/]
  ]

  it.each(broken)("names file, place and reason of %s", async (_, file, from, to, place, vi) => {
    const problems = await problemsOf(edited(file, from, to))
    const found = problems.find((each) => placeOf(each) === place)
    expect(found?.reason.vi, JSON.stringify(problems)).toMatch(vi)
    expect(["", found?.reason.vi]).not.toContain(found?.reason.en)
  })

  it("names a missing file, one that is not UTF-8, and letters that are not composed", async () => {
    expect(await problemsOf({ [OLD]: null })).toMatchObject([{ file: OLD, reason: { vi: "thiếu tệp này" } }])
    const latin = await problemsOf({ [SET]: Uint8Array.of(0x7b, 0xe9, 0x7d) })
    expect(latin).toMatchObject([{ file: SET, reason: { vi: "không phải mã UTF-8" } }])
    const loose = await problemsOf(edited(OLD, "Vĩnh Hưng", "Vĩnh Hưng".normalize("NFD")))
    expect(loose).toMatchObject([{ file: OLD, row: 5 }])
  })

  it("lists every problem of one load, not the first", async () => {
    const problems = await problemsOf({
      ...edited(OLD, "thị trấn", "huyện"),
      ...edited(SET, '"op":"attested"', '"op":"=>"'),
      ...edited(TASKS, '"II"', '"I"')
    })
    expect(problems.map((problem) => problem.file)).toEqual([OLD, SET, TASKS])
  })

  it("says no more than thirty problems in its message, and how many there are", async () => {
    const rows = Array.from({ length: 50 }, (_, index) => ({ no: String(index), title: "Việc", parentNo: "không có" }))
    const result = await load({ [TASKS]: JSON.stringify(rows) })
    const message = Result.isFailure(result) ? result.failure.message : ""
    expect(message).toContain("có 51 lỗi · The reference data has 51 problems")
    expect(message.split("\n")).toHaveLength(32)
    expect(message).toContain("… và 21 lỗi khác · and 21 more")
  })

  it("never half-loads or breaks down, wherever a file is cut off", async () => {
    const outcomes = new Set<string>()
    for (const [file, text] of Object.entries(small)) {
      for (let length = 0; length < text.trimEnd().length; length += 7) {
        outcomes.add((await load({ [file]: text.slice(0, length) }))._tag)
      }
    }
    expect(outcomes).toEqual(new Set(["Failure"]))
  })
})

describe("loading from disk", () => {
  it("says which folder cannot be read", async () => {
    const result = await Effect.runPromise(Effect.result(loadReference("/khong-co/thu-muc-nay")))
    expect(Result.isFailure(result) && result.failure).toBeInstanceOf(ReferenceError)
    expect(Result.isFailure(result) && result.failure.message).toContain(
      "/khong-co/thu-muc-nay: không đọc được thư mục"
    )
  })

  it("finds one wrong line in a copy of the whole folder", async () => {
    const copy = await mkdtemp(join(tmpdir(), "ntm-reference-"))
    try {
      await cp(ownDataDirectory, copy, { recursive: true })
      const file = join(copy, "units/register-2025.csv")
      const lines = (await readFile(file, "utf8")).split("\n")
      lines[3000] = (lines[3000] ?? "").replace(/,commune,\d\d,/, ",commune,99,")
      await writeFile(file, lines.join("\n"))
      const result = await Effect.runPromise(Effect.result(loadReference(copy)))
      const problems = Result.isFailure(result) ? result.failure.problems : []
      expect(problems[0]).toMatchObject({ file: "units/register-2025.csv", row: 3001, path: "parent_code" })
    } finally {
      await rm(copy, { recursive: true })
    }
  })
})
