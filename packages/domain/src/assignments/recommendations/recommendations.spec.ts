import { describe, expect, it } from "vitest"
import type { Actor } from "../../criteria/index.ts"
import { UnitId } from "../../units/index.ts"
import { Day, Dong, Moment } from "../../values/index.ts"
import type { ClosingFacts } from "../closing/facts.ts"
import type { TaskEventRecording } from "../tasks/event.ts"
import { bookOn } from "../tasks/book.ts"
import { assignment, key, office, recorded, recording, testDocument, testPlan, to } from "../testing/tasks.ts"
import { askedRecommendations } from "./asked.ts"
import { checkRecommendationEvents } from "./check-events.ts"
import { type RecommendationEvent, RecommendationEventId, type RecommendationRecording } from "./event.ts"
import type { Recommendation } from "./recommendation.ts"
import { recommendationStandings } from "./standings.ts"

const day = Day.make
const recommendation = (no: string, more: Partial<Recommendation> = {}): Recommendation => ({
  document: testDocument,
  no,
  place: 1,
  supervisor: "Ban Đô thị HĐND thành phố",
  addressee: "UBND thành phố Hải Phòng",
  title: `Kiến nghị ${no}`,
  summary: null,
  points: [],
  options: [{ no: 1, name: "Theo lĩnh vực", method: "…", requirements: [], drawbacks: [] }],
  section: null,
  dueText: null,
  tasks: ["1"],
  figures: [],
  closing: null,
  contrasts: [],
  ...more
})
const plan = testPlan([
  assignment("1", { lead: "UBND thành phố Hải Phòng" }),
  assignment("2", { lead: "UBND các huyện" })
])
const asked = askedRecommendations(
  [
    recommendation("a"),
    recommendation("b", {
      addressee: "UBND các huyện",
      tasks: ["2"],
      closing: { _tag: "noOverdueDebt", of: "own" },
      contrasts: [
        {
          says: "Không còn nợ",
          document: testDocument,
          place: null,
          figures: [],
          condition: { _tag: "noOverdueDebt", of: "own" }
        }
      ]
    })
  ],
  plan
)
const event = (no: string, on: string, body: RecommendationRecording["body"]): RecommendationRecording => ({
  recommendation: key(no),
  day: day(on),
  body,
  document: null,
  evidence: [],
  illustrative: false
})
const journal = (all: ReadonlyArray<RecommendationRecording>): ReadonlyArray<RecommendationEvent> =>
  all.map((one, at) => ({
    ...one,
    id: RecommendationEventId.make(at + 1),
    recordedAt: Moment.make("2025-02-01T00:00:00Z"),
    recordedBy: { name: "Văn phòng", role: "provincialOffice", agency: null }
  }))
const answer = (no: string, on = "2025-02-10") => event(no, on, { _tag: "answered", text: "Tiếp thu", option: null })
const debts = (amounts: Readonly<Record<number, number>>): ClosingFacts => ({
  money: () => null,
  overdueDebt: (unit) => Dong.make(amounts[unit] ?? 0),
  batch: () => null,
  verdict: () => null,
  holds: () => null,
  states: () => false,
  approvals: () => null,
  registered: () => null
})
const standings = (
  events: ReadonlyArray<RecommendationRecording>,
  facts: ClosingFacts | null = null,
  tasks: ReadonlyArray<TaskEventRecording> = []
) => {
  const book = bookOn(plan, { events: recorded(...tasks), day: day("2025-03-01"), knownAt: null, facts })
  const all = recommendationStandings(asked, { events: journal(events), book, knownAt: null, facts })
  return (no: string) => all.find((one) => one.key === key(no))
}

describe("a recommendation", () => {
  it("to several units is one for each, with each one's own task", () => {
    expect(asked.map((one) => one.key)).toEqual(["a", "b", "b@313", "b@318"].map(key))
    expect(asked[2]).toMatchObject({ parent: key("b"), tasks: [key("2@313")] })
  })

  it("is open until it is answered, and carried out when somebody finds so or its tasks are done", () => {
    expect(standings([])("a")).toMatchObject({ state: "open", by: "nothing" })
    expect(standings([answer("a")])("a")).toMatchObject({ state: "answered", since: "2025-02-10" })
    const found = event("a", "2025-02-20", { _tag: "carriedOut", text: null })
    expect(standings([answer("a"), found])("a")).toMatchObject({ state: "carriedOut", by: "events" })
    const done = [recording("1", "2025-02-05", to("submitted")), recording("1", "2025-02-06", to("accepted"))]
    expect(standings([answer("a")], null, done)("a")).toMatchObject({ state: "carriedOut", by: "tasks" })
  })

  it("closes on the evidence, each unit's on its own, and is reopened when the facts fall back", () => {
    const [anLao, island] = [UnitId.make(2), UnitId.make(3)]
    const some = standings([], debts({ [island]: 7_000_000 }))
    expect([some("b@313")?.state, some("b@318")?.state, some("b")?.state]).toEqual(["carriedOut", "open", "open"])
    const found = event("b@313", "2025-02-20", { _tag: "carriedOut", text: null })
    const fallen = standings([found], debts({ [anLao]: 1 }))
    expect(fallen("b@313")).toMatchObject({ state: "reopened", by: "evidence" })
    expect(fallen("b")?.state).toBe("reopened")
  })

  it("shows beside what is said what the facts say", () => {
    const shown = standings([], debts({ [UnitId.make(3)]: 7_000_000 }))("b@318")?.contrasts[0]
    expect(shown).toMatchObject({ says: "Không còn nợ", outcome: { holds: false, now: 7_000_000 } })
    expect(shown?.outcome?.sentence.vi).toBe("Không còn nợ đọng xây dựng cơ bản quá hạn: còn 7 triệu đồng")
  })

  it("is answered by its addressee or the office, found carried out and reopened by the office alone", () => {
    const checking = (actor: Actor, events: ReadonlyArray<RecommendationRecording> = []) => ({
      recommendations: asked,
      plan,
      events: journal(events),
      actor,
      today: day("2025-03-01")
    })
    const problems = (
      actor: Actor,
      batch: ReadonlyArray<RecommendationRecording>,
      before: ReadonlyArray<RecommendationRecording> = []
    ) =>
      checkRecommendationEvents(batch, checking(actor, before))?.problems.map(({ field, kind }) => [field, kind]) ?? []
    const district: Actor = { name: "Huyện", role: "districtOffice", scope: [UnitId.make(2)], agency: null }
    const found = event("b@313", "2025-02-20", { _tag: "carriedOut", text: null })
    const reopened = (reason: string | null) => event("b@313", "2025-02-21", { _tag: "reopened", reason })
    expect(problems(district, [answer("b@313")])).toEqual([])
    expect(problems(district, [answer("b@318")])).toEqual([[null, "notAllowed"]])
    expect(problems(district, [found])).toEqual([[null, "notAllowed"]])
    expect(problems(office, [found, reopened("còn nợ")])).toEqual([])
    expect(problems(office, [reopened("còn nợ")])).toEqual([["body", "noSuchMove"]])
    const again = checkRecommendationEvents([found], checking(office, [found]))?.problems[0]?.sentence
    expect(again?.vi).toMatch(/^Kiến nghị .* \(do .* ghi lúc .*\): không ghi được bước này$/)
    expect(again?.en).toMatch(/\(recorded by .* at .*Z\): not from there$/)
    expect(problems(office, [reopened(null)], [found])).toEqual([["body.reason", "reasonMissing"]])
    expect(problems(office, [answer("b")])).toEqual([["recommendation", "sharedRecommendation"]])
    expect(problems(office, [answer("c")])).toEqual([["recommendation", "unknownRecommendation"]])
    expect(problems(office, [answer("a", "2025-03-02")])).toEqual([["day", "futureDay"]])
    expect(problems(office, [answer("a", "2025-01-09")])).toEqual([["day", "dayBeforeDocument"]])
    expect(problems(office, [answer("a", "2025-02-10"), answer("a", "2025-02-09")])).toEqual([["day", "dayBack"]])
    expect(problems(office, [event("a", "2025-02-10", { _tag: "answered", text: "Chọn", option: 3 })])).toEqual([
      ["body.option", "unknownOption"]
    ])
    expect(problems(office, [event("a", "2025-02-10", { _tag: "measure", task: key("9"), text: null })])).toEqual([
      ["body.task", "unknownTask"]
    ])
    expect(problems(office, [event("a", "2025-02-10", { _tag: "measure", task: null, text: " " })])).toEqual([
      ["body", "measureEmpty"]
    ])
  })
})
