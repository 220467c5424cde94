import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { CriteriaSetId, type Target } from "../criteria/index.ts"
import { type Document, DocumentId } from "../documents/index.ts"
import {
  apply,
  chronicleOf,
  type Change,
  outcomesOf,
  plan,
  type Unit,
  UnitCode,
  UnitId,
  type UnitLevel
} from "../units/index.ts"
import { Day } from "../values/index.ts"
import type { Assignment } from "./assignment.ts"
import { agencyDirectory } from "./agencies/directory.ts"
import { weekendsOff } from "./calendar/work-calendar.ts"
import { assignmentHoldings, targetHoldings } from "./holdings.ts"
import { bookOn } from "./tasks/book.ts"
import type { TaskEventBody, TaskEventRecording } from "./tasks/event.ts"
import { planOf } from "./tasks/plan-of.ts"
import { TaskKey } from "./tasks/task-key.ts"
import { recorded as taskRecorded, to } from "./testing/tasks.ts"

const row = (id: number, code: string, type: string, name: string, level: UnitLevel, parent: number | null): Unit => ({
  id: UnitId.make(id),
  code: UnitCode.make(code),
  name,
  type,
  level,
  parentId: parent === null ? null : UnitId.make(parent),
  parentCode: null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: null
})

const country = chronicleOf([
  row(1, "31", "thành phố trung ương", "Hải Phòng", "province", null),
  row(2, "313", "huyện", "An Lão", "district", 1),
  row(3, "11635", "xã", "Bát Trang", "commune", 2),
  row(4, "11638", "xã", "Trường Thọ", "commune", 2),
  row(5, "30", "tỉnh", "Hải Dương", "province", null)
])

const plan61: Document = {
  id: DocumentId.make("kh-61"),
  number: "61/KH-UBND",
  kind: "Kế hoạch",
  issuer: "UBND thành phố Hải Phòng",
  date: Day.make("2025-03-05"),
  title: "Kế hoạch",
  period: null,
  locality: "thành phố Hải Phòng",
  bases: []
}

const task = (no: string, lead: string, due: string | null): Assignment => ({
  document: plan61.id,
  no,
  parentNo: null,
  title: "Rà soát",
  lead,
  coLeads: [],
  coordinating: ["UBND các huyện"],
  start: null,
  due: due === null ? null : Day.make(due),
  dueText: null,
  deliverable: null,
  section: null,
  notes: null
})

const event = (day: string, ...changes: readonly [Change, ...Array<Change>]) => ({
  id: `E-${day}`,
  document: { number: `${day}/NQ`, issuer: null, issuedOn: null },
  day: Day.make(day),
  changes
})
const tasks = [task("1", "UBND cấp xã", "2025-12-31"), task("2", "Sở Y tế", "2025-03-31"), task("3", "Sở Y tế", null)]
const july = Day.make("2025-07-01")

describe("assignments that units owe on the eve of an event", () => {
  it("are told for each unit that an agency's name means; that a day has passed ends nothing", () => {
    const owed = assignmentHoldings(tasks, [plan61], country, july)
    expect(owed.map(({ unit, label }) => `${unit} ${label.vi}`)).toEqual([
      "3 Nhiệm vụ 1: Rà soát (61/KH-UBND)",
      "4 Nhiệm vụ 1: Rà soát (61/KH-UBND)",
      "2 Nhiệm vụ 1: Rà soát (61/KH-UBND)",
      "2 Nhiệm vụ 2: Rà soát (61/KH-UBND)",
      "2 Nhiệm vụ 3: Rà soát (61/KH-UBND)"
    ])
  })

  it("rest no more on a unit that has done its part, nor on those who help once all have; what is overdue does", () => {
    const asked = {
      assignments: [task("1", "UBND cấp xã", "2025-06-10"), task("2", "Sở Y tế", null)],
      duties: [],
      taskings: [
        {
          document: plan61.id,
          province: UnitCode.make("31"),
          askedOn: Day.make("2025-03-05"),
          inferred: false,
          note: null,
          dependencies: [],
          closing: []
        }
      ],
      agencies: agencyDirectory([]),
      calendar: weekendsOff,
      chronicle: country
    }
    const happened = (no: string, ...bodies: ReadonlyArray<TaskEventBody>) =>
      bodies.map((body) => ({
        task: TaskKey.make(`kh-61/${no}`),
        day: Day.make("2025-06-01"),
        body,
        document: null,
        evidence: [],
        illustrative: false
      }))
    const owedAfter = (...rows: ReadonlyArray<TaskEventRecording>) => {
      const day = Day.make("2025-06-30")
      const book = bookOn(planOf(asked, day), { events: taskRecorded(...rows), day, knownAt: null, facts: null })
      // The book knows when it was asked and where: a document that does not say its own day takes nothing away.
      const owed = assignmentHoldings(asked.assignments, [{ ...plan61, date: null }], country, july, book)
      return owed.map(({ unit, label }) => `${unit} ${label.vi.slice(0, 10)}`)
    }
    // Due on 10 June, and nobody has said that it is done: on the eve of July it is twenty days overdue.
    expect(owedAfter()).toEqual(["3 Nhiệm vụ 1", "4 Nhiệm vụ 1", "2 Nhiệm vụ 1", "2 Nhiệm vụ 2"])
    const done = happened("1@11635", to("submitted"), to("accepted"))
    expect(owedAfter(...done)).toEqual(["4 Nhiệm vụ 1", "2 Nhiệm vụ 1", "2 Nhiệm vụ 2"])
    const all = [...done, ...happened("1@11638", to("cancelled", "gộp")), ...happened("2", to("cancelled", "thôi"))]
    expect(owedAfter(...all)).toEqual([])
  })

  it("have followed units that changed between the document and the event", () => {
    const merge: Change = {
      change: "merge",
      from: [{ unit: { code: UnitCode.make("11635") } }, { unit: { code: UnitCode.make("11638") } }],
      into: {
        new: {
          key: "n",
          code: UnitCode.make("11640"),
          name: "An Trường",
          type: "xã",
          level: "commune",
          parent: { code: UnitCode.make("313") }
        }
      }
    }
    const merged = apply(country, Result.getOrThrow(plan(country, event("2025-05-01", merge))))
    const owed = assignmentHoldings(tasks, [plan61], merged, july)
    const heir = merged.register.byCode.get(UnitCode.make("11640"))?.[0]?.id
    expect(owed.filter(({ label }) => label.vi.startsWith("Nhiệm vụ 1")).map(({ unit }) => unit)).toEqual([heir, 2])
  })

  it("of a level that ends go to the unit above", () => {
    const made = Result.getOrThrow(
      plan(country, event("2025-07-01", { change: "endLevel", level: "district", within: null }))
    )
    const [outcome] = outcomesOf(made, assignmentHoldings(tasks, [plan61], country, july)).filter(
      ({ unit }) => unit === UnitId.make(2)
    )
    expect(outcome).toMatchObject({ fate: "follows", to: [1] })
  })

  it("of a document whose province or day cannot be told are nobody's", () => {
    const national = { ...plan61, issuer: "Thủ tướng Chính phủ", locality: null }
    expect(assignmentHoldings(tasks, [national], country, july)).toEqual([])
    expect(assignmentHoldings(tasks, [{ ...plan61, date: null }], country, july)).toEqual([])
  })
})

describe("targets that plans set for units by name", () => {
  const target: Target = {
    document: plan61.id,
    id: "t-iii-1-04",
    group: { no: "III.1", title: "Quy hoạch" },
    text: "Số huyện đạt tiêu chí: Quy hoạch",
    subject: { _tag: "criteria", set: CriteriaSetId.make("huyen-ntm-2021-2025"), numbers: [1] },
    level: "district",
    scope: { text: "huyện An Lão", units: ["huyện An Lão"], count: 1 },
    operator: "=",
    value: 1,
    unit: "huyện",
    baseline: null,
    added: null,
    total: null,
    outOf: null,
    action: "giữ vững",
    from: Day.make("2025-01-01"),
    by: Day.make("2025-12-31"),
    note: null
  }
  const set = (targets: ReadonlyArray<Target>) => targetHoldings(targets, [plan61], country, july)

  it("rest on those units, and have to be set again where their level ends", () => {
    const holdings = set([target])
    expect(holdings.map(({ kind, label, unit }) => [kind, unit, label.vi])).toEqual([
      ["target", 2, "Chỉ tiêu III.1: Số huyện đạt tiêu chí: Quy hoạch (61/KH-UBND)"]
    ])
    const made = Result.getOrThrow(
      plan(country, event("2025-07-01", { change: "endLevel", level: "district", within: null }))
    )
    expect(outcomesOf(made, holdings)).toMatchObject([{ lot: "closed", fate: "history" }])
  })

  it("rest on nobody where they name no unit, give only a direction, or have run out", () => {
    expect(set([{ ...target, scope: { ...target.scope, units: [] } }])).toEqual([])
    expect(set([{ ...target, subject: { _tag: "orientation" } }])).toEqual([])
    expect(set([{ ...target, by: Day.make("2025-06-30") }])).toEqual([])
  })
})
