import fc from "fast-check"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { apply, plan } from "../../units/index.ts"
import { code, country, event, idOf, newCommune } from "../../units/testing/country.ts"
import { Day } from "../../values/index.ts"
import { blankIndicator } from "../../testing/criteria.ts"
import { SetInput } from "../sets/criteria-set.ts"
import { checkRecordings } from "./observation-checks.ts"
import { catalogueOf } from "./observation-input.ts"
import { Recording } from "./observation-recording.ts"
import { InputKey } from "../rules/condition.ts"

const inputs = Schema.decodeUnknownSync(Schema.Array(SetInput))(
  [
    ["attested", "attestation", null],
    ["share", "percent", "%"],
    ["households", "count", "% hộ"],
    ["schools", "count", "trường"],
    ["income", "money", "triệu đồng/người/năm"]
  ].map(([input, measure, unit]) => ({ input, name: input, measure, unit, bySex: false, carry: { carry: "none" } }))
)

const catalogue = catalogueOf([{ inputs, criteria: [], conditions: [] }])

const chronicle = apply(
  country,
  Result.getOrThrow(
    plan(
      country,
      event("x", "2025-07-01", {
        change: "merge",
        from: [{ unit: code("10101") }, { unit: code("10102") }],
        into: newCommune("10109", "101")
      })
    )
  )
)

const today = Day.make("2025-12-31")
const actor = { name: "Lan", role: "provincialOffice", scope: "all", agency: null } as const

const recording = (rest: Partial<{ readonly [K in keyof Recording]: unknown }> = {}): Recording =>
  Schema.decodeUnknownSync(Recording)({
    unit: "10103",
    input: "income",
    day: "2025-12-31",
    kind: "stock",
    from: null,
    value: 1,
    state: "approved",
    source: { from: "form" },
    evidence: [],
    note: null,
    supersedes: null,
    illustrative: false,
    ...rest
  })

const check = (...batch: ReadonlyArray<Recording>) =>
  checkRecordings({ chronicle, inputs: catalogue, actor, today }, batch)
const kindsOf = (...batch: ReadonlyArray<Recording>) => check(...batch).problems.map(({ row, kind }) => [row, kind])

describe("checks of values to be recorded", () => {
  it("take units by their code on the day, or by their id", () => {
    const { accepted, problems } = check(
      recording({ unit: "10109" }),
      recording({ unit: idOf("10101"), day: "2025-06-30" }),
      recording({ unit: "10102", day: "2025-06-30" })
    )
    expect(problems).toEqual([])
    expect(accepted.map(({ row, unit }) => [row, unit])).toEqual([
      [0, chronicle.register.nextId - 1],
      [1, idOf("10101")],
      [2, idOf("10102")]
    ])
  })

  it("name the successors of a unit that has ended, and the predecessors of one that had not begun", () => {
    const [gone, young, never] = check(
      recording({ unit: "10101" }),
      recording({ unit: "10109", day: "2025-06-30" }),
      recording({ unit: "99999" })
    ).problems
    expect(gone?.sentence.vi).toBe(
      "Đơn vị “10101” không tồn tại vào ngày 31/12/2025: xã Số 10101 (10101) chỉ có đến 30/06/2025; ngày đó là xã Mới 10109 (10109)"
    )
    expect(young?.sentence.vi).toBe(
      "Đơn vị “10109” không tồn tại vào ngày 30/06/2025: xã Mới 10109 (10109) chỉ có từ 01/07/2025; ngày đó là xã Số 10101 (10101), xã Số 10102 (10102)"
    )
    expect(never).toMatchObject({ row: 2, field: "unit", kind: "unknownUnit" })
  })

  it("hold a value against what its input can be", () => {
    const of = (input: string, value: number) => kindsOf(recording({ input, value })).map(([, kind]) => kind)
    expect([of("attested", 0), of("attested", 1), of("attested", 0.5)]).toEqual([[], [], ["notAttestation"]])
    expect([of("share", 0), of("share", 100), of("share", 100.1), of("share", -1)]).toEqual([
      [],
      [],
      ["outOfRange"],
      ["outOfRange"]
    ])
    expect(of("households", 101)).toEqual(["outOfRange"])
    expect([of("schools", 3), of("schools", 2.5), of("schools", -1)]).toEqual([[], ["notWhole"], ["outOfRange"]])
    expect([of("income", 68.5), of("income", -1)]).toEqual([[], ["outOfRange"]])
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(of("income", value)).toEqual(["notNumber"])
    expect(of("unheard of", 1)).toEqual(["unknownInput"])
  })

  it("take a negative zero for zero", () => {
    expect(Object.is(check(recording({ value: -0 })).accepted[0]?.value, 0)).toBe(true)
  })

  it("ask a period of a flow and of a total to date, and none of a stock", () => {
    expect(kindsOf(recording({ from: "2025-01-01" }))).toEqual([[0, "periodNotAsked"]])
    expect(kindsOf(recording({ kind: "flow" }), recording({ kind: "toDate", input: "share" }))).toEqual([
      [0, "periodMissing"],
      [1, "periodMissing"]
    ])
    expect(kindsOf(recording({ kind: "flow", from: "2026-01-01" }))).toEqual([[0, "periodReversed"]])
    expect(kindsOf(recording({ kind: "flow", from: "1990-01-01" }))).toEqual([[0, "periodTooLong"]])
    expect(kindsOf(recording({ kind: "flow", from: "2025-12-31" }))).toEqual([])
  })

  it("refuse a day that has not come", () => {
    expect(kindsOf(recording({ day: "2026-01-01" }))).toEqual([[0, "futureDay"]])
  })

  it("refuse the same value said twice, unless the sources differ; and two corrections of one observation", () => {
    expect(
      kindsOf(
        recording(),
        recording({ value: 2 }),
        recording({ source: { from: "import", name: "a" } }),
        recording({ supersedes: 5 }),
        recording({ supersedes: 5 })
      )
    ).toEqual([
      [1, "duplicateInBatch"],
      [4, "duplicateInBatch"]
    ])
  })

  it("tell everything that is wrong with a row, whatever order the rows come in", () => {
    const rows = [
      recording(),
      recording({ unit: "99999", value: -1, day: "2026-01-01" }),
      recording({ input: "share", value: 101, kind: "flow" }),
      recording({ input: "attested", value: 7, state: "verified" })
    ]
    expect(kindsOf(...rows)).toEqual([
      [1, "unknownUnit"],
      [1, "outOfRange"],
      [1, "futureDay"],
      [2, "outOfRange"],
      [2, "periodMissing"],
      [3, "notAttestation"],
      [3, "notAllowed"]
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (order) => {
        const told = check(...order.map((at) => rows[at] ?? recording())).problems
        expect(told.map(({ row, kind }) => `${order[row]} ${kind}`).sort()).toEqual(
          kindsOf(...rows)
            .map(([row, kind]) => `${row} ${kind}`)
            .sort()
        )
      })
    )
  })
})

describe("the catalogue of inputs", () => {
  it("joins what several sets ask, with the agencies in charge, men and women apart", () => {
    const line = { ...blankIndicator("1.1"), input: InputKey.make("share"), leadAgency: "Sở Y tế" }
    const set = (more: object) => ({ inputs: inputs.slice(1, 2), criteria: [], conditions: [line], ...more })
    const joined = catalogueOf([
      set({}),
      set({ conditions: [{ ...line, leadAgency: "Sở Xây dựng" }] }),
      set({ inputs: inputs.slice(1, 2).map((input) => ({ ...input, bySex: true })) })
    ])
    expect([...joined.keys()]).toEqual(["share", "share/men", "share/women"])
    expect(joined.get(InputKey.make("share"))).toMatchObject({ kind: "percent", agencies: ["Sở Y tế", "Sở Xây dựng"] })
    const other = catalogueOf([
      set({}),
      set({ inputs: inputs.slice(4).map((input) => ({ ...input, input: line.input })) })
    ])
    expect(other.get(line.input)?.kind).toBe("amount")
  })
})
