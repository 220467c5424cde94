import { describe, expect, it } from "vitest"
import { Change } from "./change.ts"
import { changedRows } from "./lines.ts"
import { HEADLINE_ROWS, headlineOf, originWords } from "./trail/headline.ts"
import { type NameFound, type Names, namesOf } from "./trail/names.ts"
import { referencesOf } from "./trail/references.ts"
import { Schema } from "effect"

const found: ReadonlyArray<Pick<NameFound, "kind" | "key"> & Partial<NameFound>> = [
  { kind: "work", key: "12", name: "Đường thôn 3", page: "12" },
  { kind: "recorder", key: "4", name: "Nguyễn Thị Lan", code: "communeOfficer" },
  { kind: "inputAt", key: "5", input: "xa/3.2" },
  { kind: "step", key: "appraisal", name: "Thẩm định hồ sơ" }
]

const names = namesOf(
  found.map((one) => ({ name: null, code: null, page: null, unit: null, day: null, input: null, ...one })),
  {
    unit: (key) => (key === 7 || key === "11824" ? { code: "11824", name: "xã Vĩnh Bảo" } : undefined),
    person: (id) => (id === "p1" ? "Trần Văn Ba" : undefined),
    input: (key) => (key === "xa/3.2" ? "Tỷ lệ hộ dùng nước sạch" : undefined)
  }
)

const rowsOf = (
  noun: Change["noun"],
  { after = null, before = null }: Partial<Pick<Change, "after" | "before">>,
  most = 20
) => changedRows({ noun, before, after }, { most, names }).map(({ changed: fields }) => fields)

/** What is said of the first row: "tên: Cũ → Mới". */
const said = (noun: Change["noun"], rows: Partial<Pick<Change, "after" | "before">>) =>
  (rowsOf(noun, rows)[0] ?? [])
    .flatMap(({ lines }) => lines)
    .map(({ after, before, words }) => `${words.vi}: ${before?.vi ?? "–"} → ${after?.vi ?? "–"}`)

const changed = (given: object): Change =>
  Schema.decodeUnknownSync(Change)({
    seq: 1,
    moment: "2025-06-03T07:05:00.000Z",
    person: null,
    origin: null,
    op: "insert",
    rows: 1,
    units: [],
    firstId: null,
    lastId: null,
    before: null,
    after: null,
    ...given
  })

describe("rows of an entry", () => {
  it("tell of an update what differs, as it is kept and in words", () => {
    const before = [{ id: 1, name: "Cũ", province: 31, cost: 1_250_000_000, approved_on: null, unit: 7 }]
    const after = [{ id: 1, name: "Mới", province: 32, cost: 1_300_000_000, approved_on: "2025-06-30", unit: 7 }]
    const [fields = []] = rowsOf("work", { before, after })
    expect(fields.map(({ after: now, before: then, field }) => [field, then, now])).toEqual([
      ["name", "Cũ", "Mới"],
      ["cost", "1250000000", "1300000000"],
      ["approved_on", null, "2025-06-30"]
    ])
    expect(said("work", { before, after })).toEqual([
      "tên: Cũ → Mới",
      "tổng mức đầu tư: 1.250.000.000 đồng → 1.300.000.000 đồng",
      "ngày phê duyệt: – → 30/06/2025"
    ])
  })

  it("leave out rows that were written again as they were, and those behind as many as are wanted", () => {
    const rows = [
      { id: 1, name: "A" },
      { id: 2, name: "B" },
      { id: 3, name: "C" }
    ]
    expect(rowsOf("work", { before: rows, after: rows })).toEqual([])
    expect(rowsOf("work", { after: rows }, 2)).toHaveLength(2)
  })

  it("are told in places of their own, and no text longer than is wanted: what is cut says so", () => {
    const long = `${"á".repeat(9)}👍${"b".repeat(20)}`
    const after = [
      { id: 1, name: "A" },
      { id: 2, name: long }
    ]
    const rows = changedRows(
      {
        noun: "work",
        before: [
          { id: 1, name: "A" },
          { id: 2, name: "B" }
        ],
        after
      },
      { most: 20, longest: 10, names }
    )
    expect(rows).toEqual([
      {
        no: 2,
        changed: [
          {
            field: "name",
            words: { vi: "tên", en: "name" },
            before: "B",
            // The sign behind the ninth has two halves, and is told whole or not at all.
            after: `${"á".repeat(9)}…`,
            lines: [
              {
                words: { vi: "tên", en: "name" },
                before: { vi: "B", en: "B", to: null },
                after: { vi: `${"á".repeat(9)}…`, en: `${"á".repeat(9)}…`, to: null }
              }
            ],
            cut: true
          }
        ]
      }
    ])
    const [whole] = changedRows({ noun: "work", before: null, after }, { most: 1, longest: 10, names })
    expect(whole?.changed.map((field) => "cut" in field)).toEqual([false, false])
  })

  it("tell numbers and codes by the names of what they stand for, with its page", () => {
    const after = [
      { unit: 7, value: 95.5, day: "2025-12-31", input: 5, recorder: 4, kind: 0, state: 2, illustrative: false }
    ]
    expect(said("observation", { after })).toEqual([
      "đơn vị: – → xã Vĩnh Bảo (11824)",
      "chỉ tiêu: – → Tỷ lệ hộ dùng nước sạch",
      "giá trị: – → 95,5",
      "trạng thái: – → đã nộp",
      "ngày: – → 31/12/2025",
      "loại số liệu: – → tại một ngày",
      "người ghi: – → Nguyễn Thị Lan, công chức cấp xã"
    ])
    const [[unit] = []] = rowsOf("observation", { after })
    expect(unit?.lines[0]?.after?.to).toEqual({ page: "unit", key: "11824" })
  })

  it("tell an event part by part, moments as they are here, and what is not known by its number", () => {
    const body = {
      _tag: "given",
      grant: { role: "localOfficer", units: [7, 8], agency: null, criteria: "all", from: "2025-06-01", to: null }
    }
    const row = { id: 3, person: "p1", body, recorded_at: "2025-06-03T17:05:00+00:00", recorder: "p9" }
    expect(said("personEvent", { after: [row] })).toEqual([
      "việc: – → cấp quyền",
      "vai trò: – → cán bộ địa phương",
      "đơn vị: – → xã Vĩnh Bảo (11824), số 8",
      "tiêu chí: – → tất cả",
      "từ: – → 01/06/2025",
      "người dùng: – → Trần Văn Ba",
      "người ghi: – → p9",
      "số hiệu: – → 3"
    ])
    expect(
      said("recognition", { before: [{ known_until: null }], after: [{ known_until: "2025-06-03T17:05:00+00:00" }] })
    ).toEqual(["thay bằng bản khác lúc: – → 04/06/2025 00:05"])
  })

  it("tell lists line by line, files by their names, and what is too much as it is kept alone", () => {
    const milestones = [
      { step: "survey", after: [], start: "2025-01-01", due: "2025-01-20" },
      { step: "listing", after: ["survey"], start: "2025-01-21", due: "2025-02-04" }
    ]
    const evidence = [
      { file: "bien-ban.pdf", sha256: "0", bytes: 1 },
      { link: "https://x.vn/a", title: null }
    ]
    const one = said("work", { after: [{ milestones, evidence, size: { amount: 1.2, unit: "km" } }] })
    expect(one).toEqual([
      "kế hoạch từng bước: – → bước: Khảo sát · bắt đầu: 01/01/2025 · thời hạn: 20/01/2025\nbước: Chấp thuận danh mục · bắt đầu: 21/01/2025 · sau bước: Khảo sát · thời hạn: 04/02/2025",
      "quy mô: – → 1,2 km",
      "minh chứng: – → bien-ban.pdf\nhttps://x.vn/a"
    ])
    expect(said("target", { after: [{ body: { a: 1 } }] })).toEqual(["nội dung: – → xem dữ liệu gốc"])
    expect(said("limitation", { after: [{ body: { title: "Thiếu vốn đối ứng", points: [] } }] })).toEqual([
      "nội dung: – → Thiếu vốn đối ứng (xem dữ liệu gốc)"
    ])
    const named = { name: { vi: "Công nhận xã", en: "A commune" } }
    expect(
      said("dossierProcedure", { before: [{ body: { names: [{ name: "Sở A" }] } }], after: [{ body: named }] })
    ).toEqual(["nội dung: Sở A (xem dữ liệu gốc) → Công nhận xã (xem dữ liệu gốc)"])
    // Both sides would read alike: what differs is seen as it is kept.
    expect(said("figure", { before: [{ label: "1" }], after: [{ label: 1 }] })).toEqual([])
    expect(said("document", { before: [{ date: "2025-01-02" }], after: [{ date: "02/01/2025" }] })).toEqual([
      "ngày ban hành: xem dữ liệu gốc → xem dữ liệu gốc"
    ])
  })
})

describe("what an entry says at its head", () => {
  const headline = (given: object) => headlineOf(changed(given), names)

  it("is what was done, of what, or of how many", () => {
    const row = { id: 12, name: "Đường thôn 3" }
    expect(headline({ noun: "work", op: "update", before: [row], after: [row] })).toEqual({
      did: { vi: "Sửa công trình", en: "Work, changed" },
      about: { vi: "Đường thôn 3", en: "Đường thôn 3", to: { page: "work", key: "12" } }
    })
    const step = { dossier: 3, body: { _tag: "step", step: "appraisal", event: "done", by: null } }
    expect(headline({ noun: "dossierEvent", after: [step] }).did.vi).toBe("Ghi bước của hồ sơ")
    const invited = { person: "p1", body: { _tag: "invited", name: "Trần Văn Ba" } }
    const given = { person: "p1", body: { _tag: "given", grant: {} } }
    expect(headline({ noun: "personEvent", rows: 2, after: [invited, given] })).toMatchObject({
      did: { vi: "Mời người dùng, cấp quyền" },
      about: { vi: "Trần Văn Ba" }
    })
    expect(headline({ noun: "personEvent", rows: 2, after: [given, given] }).did.vi).toBe("Cấp quyền (2)")
    expect(headline({ noun: "sourceImport", after: [{ name: "reference", program_version: "1.2.0" }] })).toMatchObject({
      did: { vi: "Ghi mới lần nạp dữ liệu" },
      about: { vi: "dữ liệu kèm chương trình, 1.2.0", en: "what the program brings along, 1.2.0" }
    })
    expect(headline({ noun: "unit", rows: 1200, after: [row, { id: 13, name: "Khác" }] })).toEqual({
      did: { vi: "Ghi mới 1.200 đơn vị hành chính", en: "Administrative unit, new (1.200)" },
      about: null
    })
  })

  it("looks no further than the first row that is about something else, nor at many rows at all", () => {
    const asked: Array<string> = []
    const noting: Names = ({ key }) => {
      asked.push(key)
      return undefined
    }
    const reports = (...works: ReadonlyArray<number>) =>
      changed({ noun: "workReport", rows: works.length, after: works.map((work) => ({ work })) })
    expect(headlineOf(reports(1, 1, 2, 3, 4), noting).about).toBeNull()
    expect(asked).toEqual(["1", "1", "2"])
    asked.length = 0
    const many = reports(...Array.from({ length: HEADLINE_ROWS + 1 }, () => 1))
    expect(headlineOf({ ...many, after: many.after?.slice(0, HEADLINE_ROWS) ?? null }, noting)).toEqual({
      did: { vi: "Ghi mới 21 báo cáo công trình", en: "Report on a work, new (21)" },
      about: null
    })
    expect(asked).toEqual([])
  })

  it("says from where it came, with what", () => {
    const origin = { name: null, question: null, request: null }
    expect(originWords(null).vi).toBe("trên chính máy chủ")
    expect(originWords({ ...origin, address: "10.0.0.7", agent: "Mozilla/5.0 (Windows NT 10.0) Chrome/140" }).vi).toBe(
      "từ 10.0.0.7, bằng trình duyệt trên Windows"
    )
    expect(originWords({ ...origin, address: "10.0.0.7", agent: "curl/8.5.0" }).vi).toBe("từ 10.0.0.7, bằng curl")
  })

  it("needs the names that are asked for, each once", () => {
    const entry = changed({
      noun: "workReport",
      rows: 2,
      after: [
        { work: 12, unit: 7 },
        { work: 12, recorder: 4 }
      ]
    })
    expect(referencesOf([entry, entry], { most: 20 })).toEqual([
      { kind: "work", key: "12" },
      { kind: "recorder", key: "4" }
    ])
    const rows = { noun: "workReport", rows: 2, after: [{ recorder: 4 }, { recorder: 5 }] }
    expect(referencesOf([changed(rows)], { most: 1 })).toEqual([{ kind: "recorder", key: "4" }])
    // Nobody reads thousands of tasks in a line: it is seen as it is kept, and none of them is looked up.
    const measures = Array.from({ length: 4000 }, (_, at) => ({ task: `kh-61/${at}` }))
    const body = { _tag: "measure", text: "x", measures }
    const long = changed({ noun: "recommendationEvent", after: [{ body }] })
    expect(referencesOf([long], { most: 1 })).toEqual([])
    expect(said("recommendationEvent", { after: [{ body }] })).toEqual([
      "việc: – → ghi biện pháp thực hiện kiến nghị",
      "nội dung: – → x",
      "measures: – → xem dữ liệu gốc"
    ])
  })
})
