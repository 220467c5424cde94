import { ApiProblem, makeClient } from "@ntm/contract"
import { CriteriaSetId, flat, InputKey, type Rule, Target } from "@ntm/domain/criteria"
import { blankIndicator, blankSet, type ToldValue } from "@ntm/domain/testing"
import { Day } from "@ntm/domain/values"
import { describe, expect, it } from "vitest"
import { planId } from "../testing/facts.ts"
import { observationsOf } from "../testing/observations.ts"
import { appInMemory } from "../testing/ports.ts"
import { registerInMemory } from "../testing/register.ts"

const atLeast = (input: string, than: number): Rule => ({
  op: ">=",
  measure: { of: "input", input: InputKey.make(input) },
  threshold: flat(than)
})
const inputs = ["water", "income"].map((input) => ({
  input: InputKey.make(input),
  name: input,
  unit: "%",
  measure: "percent",
  bySex: false,
  carry: { carry: "average", weight: "population", min: 0, max: 100 } as const
}))

/** Clean water of 80 % by a department, an income of 50. */
const set = {
  ...blankSet("xa-ntm-2021-2025"),
  name: "Xã nông thôn mới",
  criteria: [
    {
      no: 17,
      name: "Môi trường",
      indicators: [{ ...blankIndicator("17.1"), rule: atLeast("water", 80), leadAgency: "Sở Nông nghiệp" }]
    },
    { no: 10, name: "Thu nhập", indicators: [{ ...blankIndicator("10"), rule: atLeast("income", 50) }] }
  ],
  inputs
}
const advanced = { ...set, id: CriteriaSetId.make("xa-nang-cao"), tier: "advanced" as const }
const skeleton = { ...blankSet("khung"), name: "Khung", doNotEvaluate: true }
const districts = { ...blankSet("huyen"), name: "Huyện", level: "district" as const }

const told = (unit: number, input: string, value: number, more: Partial<ToldValue> = {}): ToldValue => ({
  unit,
  input,
  value,
  day: "2024-12-31",
  ...more
})

/** Tân Hưng (11836) is 7, Vĩnh An (11830) 6, the township 5; on 2025-07-01 parts of all become 11824. */
const values = [
  told(7, "water", 90, { illustrative: true }),
  told(7, "income", 45),
  told(6, "water", 85),
  told(6, "income", 60),
  told(5, "water", 70),
  told(7, "income", 55, { day: "2025-03-31", recordedAt: "2025-04-10T01:00:00.000Z" })
]

const target = Target.make({
  document: planId,
  id: "t1",
  group: { no: "III.1", title: "Môi trường" },
  text: "100 % số xã đạt tiêu chí 17",
  subject: { _tag: "criteria", set: set.id, numbers: [17] },
  level: "commune",
  scope: { text: "tất cả các xã", units: [], count: null },
  operator: "=",
  value: 100,
  unit: "%",
  baseline: null,
  added: null,
  total: null,
  outOf: null,
  action: null,
  from: Day.make("2025-01-01"),
  by: Day.make("2025-12-31"),
  note: null
})

/** Asks for the same, by other numbers: clean water of 88 %. */
const stricter = {
  ...advanced,
  id: CriteriaSetId.make("xa-chat-hon"),
  criteria: [
    {
      no: 1,
      name: "Môi trường, thu nhập",
      indicators: [
        { ...blankIndicator("1.1"), rule: atLeast("water", 88) },
        { ...blankIndicator("1.2"), rule: atLeast("income", 50) }
      ]
    }
  ]
}

const start = () => {
  const { app, logged } = appInMemory({}, registerInMemory(), {
    sets: [set, advanced, stricter, skeleton, districts],
    observations: observationsOf(values),
    targets: [target, { ...target, id: "t2", scope: { text: "xã Vĩnh An", units: ["xã Vĩnh An"], count: 1 } }]
  })
  return { app, logged, client: makeClient((url, init) => app.request(url, init), "") }
}
const problemOf = (call: Promise<unknown>) =>
  call.then(
    () => undefined,
    (cause: unknown) => (cause instanceof ApiProblem ? cause.problem : cause)
  )

describe("one set in the place of another", () => {
  it("tells what each unit loses and gains on the same facts, and how many rest on values that were made up", async () => {
    const { client } = start()
    const answer = await client.assessments.replacement({
      set: set.id,
      with: stricter.id,
      unit: "31",
      as_of: "2024-12-31"
    })
    expect(answer.units.map(({ after, before, lost, unit }) => [unit.name, before, after, lost])).toEqual([
      ["Tân Hưng", "notMet", "notMet", []],
      ["Vĩnh An", "met", "notMet", [{ from: "17.1", to: "1.1" }]]
    ])
    expect(answer.paired.map(({ from, lost, to }) => [from.code, to.code, lost])).toEqual([
      ["17.1", "1.1", 1],
      ["10", "1.2", 0]
    ])
    expect(answer).toMatchObject({ notJudged: 0, illustrative: 1, to: { id: "xa-chat-hon" } })
  })

  it("tells what units hold of the old set beside a new one of which only the frame is known", async () => {
    const { client } = start()
    const asked = { set: set.id, with: "khung", unit: "31", as_of: "2024-12-31" }
    const { added, dropped, frame, paired, units } = await client.assessments.replacement(asked)
    expect(units.map(({ after, metAfter, unit }) => [unit.name, after, metAfter])).toEqual([
      ["Tân Hưng", "noThreshold", 0],
      ["Vĩnh An", "noThreshold", 0]
    ])
    expect([paired, added, dropped]).toEqual([[], [], []])
    expect(frame?.reason.vi).toContain("Hệ thống chưa có phụ lục")
    expect(frame?.criteria.every(({ verdict }) => verdict === "noThreshold")).toBe(true)
    expect(frame?.verdicts.map((letters) => letters.length)).toEqual([frame?.old.length, frame?.old.length])
    expect(await problemOf(client.assessments.replacement({ ...asked, set: "khung", with: set.id }))).toMatchObject({
      errors: [{ path: "set", message: expect.stringContaining("mới có khung tiêu chí") }]
    })
  })

  it("refuses a set of another level, and the set itself, each with its parameter", async () => {
    const { client } = start()
    const asked = (other: string) =>
      problemOf(client.assessments.replacement({ set: set.id, with: other, unit: "31", as_of: "2024-12-31" }))
    expect(await asked("huyen")).toMatchObject({
      status: 422,
      errors: [{ path: "with", message: expect.stringContaining("không dành cho cùng cấp") }]
    })
    expect(await asked(set.id)).toMatchObject({ errors: [{ path: "with", message: "phải là một bộ khác" }] })
  })
})

describe("a unit's scorecard", () => {
  it("tells every value with its record, the agency, and what is missing", async () => {
    const { client } = start()
    const card = await client.assessments.unit({ code: "11836", set: set.id, as_of: "2024-12-31" })
    expect(card.sets.map(({ explanation, set: own }) => [own.id, explanation.verdict, explanation.met])).toEqual([
      ["xa-ntm-2021-2025", "notMet", 1]
    ])
    expect(card.sets[0]?.explanation.criteria[1]?.indicators[0]?.rule?.gap).toEqual({ amount: 5, share: 0.1 })
    expect(card.lines[0]).toMatchObject({ code: "17.1", leadAgency: "Sở Nông nghiệp", set: set.id })
    expect(card.values.map(({ column, record, value }) => [column, value, record?.observation.illustrative])).toEqual([
      ["input:water", 90, true],
      ["input:income", 45, false]
    ])
    expect(card.held).toMatchObject({ kind: "decided", tier: "advanced" })
    expect(card.above.map(({ code }) => code)).toEqual(["316", "31"])
  })

  it("asks every set of the unit's level that is in force, where none is named", async () => {
    const { client } = start()
    const card = await client.assessments.unit({ code: "11836", as_of: "2024-12-31" })
    expect(card.sets.map(({ set: own }) => own.id)).toEqual(["xa-ntm-2021-2025", "xa-nang-cao", "xa-chat-hon"])
    expect((await client.assessments.unit({ code: "11836", as_of: "2027-01-01" })).sets).toEqual([])
  })

  it("derives values of a new unit from those that it was formed of, and says from which", async () => {
    const { client } = start()
    const card = await client.assessments.unit({ code: "11824", set: set.id, as_of: "2025-07-01" })
    const water = card.values.find(({ input }) => input === "water")
    expect(water?.record).toBeNull()
    expect(water?.derived?.parts.map(({ unit, value }) => [unit.name, value])).toEqual([
      ["Vĩnh Bảo", 70],
      ["Vĩnh An", 85],
      ["Tân Hưng", 90]
    ])
    const income = card.values.find(({ input }) => input === "income")
    expect([income?.value, income?.reason?.vi]).toEqual([null, "Chưa có số liệu của thị trấn Vĩnh Bảo (11824)"])
  })

  it("answers as of a day, as known at a moment, and with what was not recorded by then left out", async () => {
    const { client } = start()
    const met = async (as_of: string, known_at?: string) =>
      (await client.assessments.unit({ code: "11836", set: set.id, as_of, known_at })).sets[0]?.explanation.met
    expect(await met("2025-03-30")).toBe(1)
    expect(await met("2025-03-31")).toBe(2)
    expect(await met("2025-03-31", "2025-04-09T00:00:00.000Z")).toBe(1)
  })

  it("shows what would be, and records nothing", async () => {
    const { client } = start()
    const asked = { code: "11836", set: set.id, as_of: "2024-12-31" }
    const supposed = await client.assessments.whatIf({ ...asked, body: { values: [{ input: "income", value: 51 }] } })
    expect(supposed.sets[0]?.explanation.verdict).toBe("met")
    expect(supposed.values.find(({ input }) => input === "income")).toMatchObject({ value: 51, record: null })
    const without = await client.assessments.whatIf({ ...asked, body: { values: [{ input: "water", value: null }] } })
    expect(without.sets[0]?.explanation.criteria[0]?.verdict).toBe("noData")
    expect((await client.assessments.unit(asked)).sets[0]?.explanation.verdict).toBe("notMet")
    const misspelt = client.assessments.whatIf({ ...asked, body: { values: [{ input: "incme", value: 51 }] } })
    expect(await problemOf(misspelt)).toMatchObject({ status: 422, errors: [{ path: "values[0].input" }] })
  })
})

describe("a matrix", () => {
  it("has a letter for each criterion of every unit, and marks what rests on others' or made-up values", async () => {
    const { client } = start()
    const at = async (as_of: string) =>
      (await client.assessments.matrix({ set: set.id, unit: "31", as_of })).items.map((row) => [
        row.unit.name,
        row.verdicts,
        row.provisional,
        row.illustrative
      ])
    expect(await at("2024-12-31")).toEqual([
      ["Tân Hưng", "mn", false, true],
      ["Vĩnh An", "mm", false, false]
    ])
    expect(await at("2025-07-01")).toEqual([
      ["Tân Hưng", "mm", true, true],
      ["Thanh Xuân", "dd", false, false],
      ["Vĩnh Bảo", "nd", true, true]
    ])
  })

  it("goes out one unit a line to who asks for that, and not at all to who holds it", async () => {
    const { app, client } = start()
    const path = `/api/v1/assessments?set=${set.id}&as_of=2024-12-31`
    const lines = await (await app.request(path, { headers: { accept: "application/x-ndjson" } })).text()
    const { items } = await client.assessments.matrix({ set: set.id, as_of: "2024-12-31" })
    expect(
      lines
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line))
    ).toEqual(items)
    const etag = (await app.request(path)).headers.get("etag") ?? ""
    expect((await app.request(path, { headers: { "if-none-match": etag } })).status).toBe(304)
  })

  it("is refused with the reason: no such set, a skeleton, a unit below the set's level, a unit that the set is not for", async () => {
    const { client } = start()
    const problem = async (query: { readonly set: string; readonly unit?: string }) => {
      const found = await problemOf(client.assessments.matrix({ ...query, as_of: "2024-12-31" }))
      return found !== null && typeof found === "object" && "status" in found ? found : undefined
    }
    expect(await problem({ set: "khong-co" })).toMatchObject({ status: 404 })
    expect(await problem({ set: "khung" })).toMatchObject({ status: 422, errors: [{ path: "set" }] })
    expect(await problem({ set: "huyen", unit: "11836" })).toMatchObject({
      status: 422,
      errors: [{ path: "unit" }]
    })
    expect(await problem({ set: set.id, unit: "99" })).toMatchObject({ status: 404 })
    const township = client.assessments.unit({ code: "11824", set: set.id, as_of: "2024-12-31" })
    expect(await problemOf(township)).toMatchObject({ status: 422, errors: [{ path: "set" }] })
  })
})

describe("a group", () => {
  it("is counted by criterion, with the nearest units and what changed since a day", async () => {
    const { client } = start()
    const group = await client.assessments.group({
      set: set.id,
      unit: "31",
      as_of: "2025-04-01",
      from: "2024-12-31"
    })
    expect(group.rollUp.criteria.map(({ metCount, no }) => [no, metCount])).toEqual([
      [17, 2],
      [10, 2]
    ])
    expect(group.illustrative).toBe(1)
    expect([group.average, group.bands.map(({ units }) => units)]).toEqual([2, [0, 0, 2]])
    expect(group.change?.changed).toEqual([{ unit: 7, before: "notMet", after: "met", gained: [10], lost: [] }])
    expect(group.tiers.map(({ decided, provisional, tier }) => [tier, decided, provisional])).toEqual([
      ["standard", 1, 0],
      ["advanced", 1, 0],
      ["model", 0, 0],
      ["modern", 0, 0]
    ])
  })

  it("is divided into whatever bands are asked for; bands that overlap are refused", async () => {
    const { client } = start()
    const asked = { set: set.id, unit: "31", as_of: "2024-12-31" }
    const group = await client.assessments.group({ ...asked, bands: "0,1-2" })
    expect(group.bands).toEqual([
      { from: 0, to: 0, units: 0 },
      { from: 1, to: 2, units: 2 }
    ])
    for (const bands of ["0-2,2", "2-1", "a"])
      expect(await problemOf(client.assessments.group({ ...asked, bands }))).toMatchObject({
        status: 422,
        errors: [{ path: "bands", message: expect.stringContaining("không trùng nhau") }]
      })
  })

  it("tells what units that hold the tier do not meet", async () => {
    const { client } = start()
    const group = await client.assessments.group({ set: "xa-nang-cao", unit: "31", as_of: "2024-12-31" })
    expect(group.debt).toMatchObject([{ unit: 7, lost: [{ no: 10, name: "Thu nhập" }] }])
    expect(group.nearest.map(({ unit }) => unit)).toEqual([7])
    expect(group.mentioned.map(({ name }) => name)).toEqual(["Tân Hưng"])
  })
})

describe("targets", () => {
  it("stand where the units that they name do, on the day", async () => {
    const { client } = start()
    const { items } = await client.assessments.targets({ document: planId, as_of: "2025-04-01" })
    expect(items.map(({ standing, target: { id } }) => [id, standing.state, standing.needed, standing.actual])).toEqual(
      [
        ["t1", "reached", 2, { reached: 2, outOf: 2, unknown: 0 }],
        ["t2", "reached", 1, { reached: 1, outOf: 1, unknown: 0 }]
      ]
    )
  })
})
