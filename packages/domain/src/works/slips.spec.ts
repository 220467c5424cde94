import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { flat, InputKey, judgeUnits, knownOf, Recognition, type Rule, Target } from "../criteria/index.ts"
import { DocumentId } from "../documents/index.ts"
import {
  blankIndicator,
  blankSet,
  journalOver,
  planFrom,
  recordsOf,
  toldReport,
  toldWork,
  type ToldValue,
  worksJournal
} from "../testing/facts.ts"
import { unitByCode, UnitCode } from "../units/index.ts"
import { country, idOf } from "../units/testing/country.ts"
import { Day } from "../values/index.ts"
import { bookOn } from "./book.ts"
import { slipQuestions, slipsOf } from "./slips.ts"

const commune = idOf("10101")
const road = InputKey.make("road")
const house = InputKey.make("house")
const asOf = Day.make("2024-07-01")

const atLeast = (input: InputKey, than: number): Rule => ({
  op: ">=",
  measure: { of: "input", input },
  threshold: flat(than)
})
const input = (key: InputKey) => ({
  input: key,
  name: key,
  unit: "%",
  measure: "percent",
  bySex: false,
  carry: { carry: "none" } as const
})
const standard = {
  ...blankSet("xa"),
  criteria: [
    {
      no: 2,
      name: "Giao thông",
      indicators: [{ ...blankIndicator("2.1"), name: "Đường cứng hóa", rule: atLeast(road, 80) }]
    },
    {
      no: 6,
      name: "Văn hóa",
      indicators: [{ ...blankIndicator("6.1"), name: "Nhà văn hóa", rule: atLeast(house, 50) }]
    }
  ],
  inputs: [input(road), input(house)]
}
const model = {
  ...standard,
  ...blankSet("kieu-mau"),
  tier: "model" as const,
  criteria: standard.criteria.slice(0, 1),
  inputs: [input(road)]
}

const target = (more: Partial<Target> = {}): Target =>
  Target.make({
    document: DocumentId.make("kh-1"),
    id: "t1",
    group: { no: "III.1", title: "Hạ tầng" },
    text: "100 % số xã đạt tiêu chí 2",
    subject: { _tag: "criteria", set: standard.id, numbers: [2] },
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
    from: Day.make("2024-01-01"),
    by: Day.make("2024-09-30"),
    note: null,
    ...more
  })

const granted = Recognition.make({
  unit: commune,
  tier: "standard",
  criteriaSet: null,
  document: "1/QĐ",
  decidedOn: Day.make("2020-01-01"),
  revokedOn: null,
  note: null,
  illustrative: false
})

interface Told {
  readonly values?: ReadonlyArray<ToldValue>
  readonly recognitions?: ReadonlyArray<Recognition>
  readonly targets?: ReadonlyArray<Target>
  readonly serves?: ReadonlyArray<InputKey>
  readonly done?: boolean
  /** Nothing but the handover is told, a month after the day on which it was planned. */
  readonly handedOver?: boolean
}

/** A road of three steps that should have been begun on 2024-05-01; nothing is. */
const slips = ({
  done = false,
  handedOver = false,
  recognitions = [],
  serves = [road],
  targets = [],
  values = []
}: Told = {}) => {
  const milestones = planFrom(Day.make("2024-05-01"), ["construction", "acceptance", "handover"])
  const steps = milestones.map(({ step }, at) =>
    toldReport(at + 1, 1, "2024-06-30", { _tag: "step", step, event: "done", by: null })
  )
  const journal = worksJournal({
    works: [toldWork({ id: 1, unit: commune, milestones, serves })],
    reports: done ? steps : handedOver ? steps.slice(2) : []
  })
  const book = bookOn(journal, [], country, { asOf, knownAt: null, overdueAfter: 90 })
  const known = knownOf({ chronicle: country, sets: [standard, model], recognitions })
  const question = { asOf, knownAt: null, accept: "approved" } as const
  const judged = slipQuestions(book, book.works, known).map(({ sets, units }) =>
    Effect.runSync(judgeUnits(known, journalOver(recordsOf(values)), question, sets, units))
  )
  const province = unitByCode(country.register, UnitCode.make("10"), asOf)
  const named = province === undefined ? [] : [province]
  return slipsOf(book, book.works, { known, judged, targets: targets.map((one) => ({ target: one, named })) })
}

const value = (key: InputKey, told: number): ToldValue => ({
  unit: commune,
  input: key,
  value: told,
  day: "2024-01-31"
})

describe("what a late work holds back", () => {
  it("is told from the indicator that it serves up to the recognition and the target, in one sentence", () => {
    const [slip, ...others] = slips({ values: [value(road, 70)], recognitions: [granted], targets: [target()] })
    expect(others).toEqual([])
    expect(slip).toMatchObject({ work: 1, daysBehind: 61, expectedFinish: "2024-12-27" })
    expect(
      slip?.holds.map(({ criterion, indicator, recognition, set, verdict }) => [
        set,
        criterion?.no,
        indicator.code,
        verdict,
        recognition?.vi
      ])
    ).toEqual([
      ["xa", 2, "2.1", "notMet", undefined],
      ["kieu-mau", 2, "2.1", "notMet", "Xã nông thôn mới kiểu mẫu"]
    ])
    expect(slip?.holds.map(({ targets }) => targets.map(({ id }) => id))).toEqual([["t1"], []])
    expect(slip?.sentence.vi).toBe(
      "Công trình “Đường số 1” chậm 61 ngày, dự kiến xong 27/12/2024: chỉ tiêu 2.1 của tiêu chí Giao thông (xã đạt chuẩn nông thôn mới) chưa đạt; chỉ tiêu 2.1 của tiêu chí Giao thông (xã nông thôn mới kiểu mẫu) chưa đạt, hồ sơ đề nghị công nhận xã nông thôn mới kiểu mẫu phải chờ, chỉ tiêu năm 2024 “100 % số xã đạt tiêu chí 2” hạn 30/09/2024 có nguy cơ lỡ"
    )
  })

  it("is what is not met, or not known to be; what is met is held back by nothing", () => {
    expect(slips({ values: [value(road, 90)] })).toEqual([])
    expect(slips()[0]?.holds.map(({ verdict }) => verdict)).toEqual(["noData", "noData"])
    expect(slips({ serves: [] })).toEqual([])
    expect(slips({ done: true })).toEqual([])
    expect(slips({ handedOver: true })).toEqual([])
    expect(
      slips({ serves: [house], values: [value(house, 10)] })[0]?.holds.map(({ criterion }) => criterion?.no)
    ).toEqual([6])
  })

  it("counts targets that fall due from the day on and before the work is done, of units and criteria that it is about", () => {
    const held = (one: Target) => slips({ targets: [one] })[0]?.holds[0]?.targets.length
    expect(held(target())).toBe(1)
    expect(held(target({ by: Day.make("2024-12-27") }))).toBe(0)
    expect(held(target({ by: Day.make("2024-06-30") }))).toBe(0)
    expect(held(target({ subject: { _tag: "criteria", set: standard.id, numbers: [6] } }))).toBe(0)
    expect(held(target({ subject: { _tag: "criteria", set: standard.id, numbers: [] } }))).toBe(1)
    expect(held(target({ level: "district" }))).toBe(0)
  })
})
