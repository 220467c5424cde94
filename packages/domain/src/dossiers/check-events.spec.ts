import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { UnitId } from "../units/index.ts"
import { addDays, Day, Dong } from "../values/index.ts"
import { checkDossierEvents } from "./check-events.ts"
import { DossierId } from "./dossier.ts"
import { dossierStanding } from "./dossier-standing.ts"
import type { DossierEventBody, DossierEventRecording } from "./event.ts"
import { isWanting } from "./paper-standing.ts"
import { stepsBefore } from "./path.ts"
import {
  askedOn,
  begun,
  checking,
  consulted,
  decided,
  done,
  handed,
  office,
  recorded,
  recording,
  soundFacts,
  surveyed,
  testProcedure,
  voted,
  wholeWay
} from "./testing/dossiers.ts"

const problems = (batch: ReadonlyArray<DossierEventRecording>, ...world: Parameters<typeof checking>) =>
  (checkDossierEvents(batch, checking(...world))?.problems ?? []).map(({ field, kind, row }) => [row, field, kind])
const told = (batch: ReadonlyArray<DossierEventRecording>, ...world: Parameters<typeof checking>) =>
  checkDossierEvents(batch, checking(...world))?.problems.map(({ sentence }) => sentence.vi)

describe("what may be recorded of a dossier", () => {
  it("is the whole way by its rules, at once or one after the other", () => {
    expect(checkDossierEvents(wholeWay, checking())).toBeNull()
    for (const [at, event] of wholeWay.entries())
      expect(checkDossierEvents([event], checking(wholeWay.slice(0, at)))).toBeNull()
  })

  it("is refused with all that is wrong, by row; a row that is wrong changes nothing for those behind it", () => {
    const batch = [
      recording("2025-03-10", done("submit")),
      recording("2025-03-10", done("nothing")),
      recording("2025-03-10", done("report")),
      recording("2025-03-11", done("report")),
      recording("2025-03-09", begun("consultation")),
      recording("2025-03-02", begun("consultation")),
      recording("2026-03-02", begun("consultation")),
      recording("2025-03-12", begun("consultation")),
      recording("2025-03-12", begun("consultation")),
      { ...recording("2025-03-12", begun("survey")), dossier: DossierId.make(99) }
    ]
    expect(problems(batch)).toEqual([
      [0, "body.step", "stepBeforePredecessor"],
      [1, "body.step", "unknownStep"],
      [3, "body.step", "stepDoneTwice"],
      [4, "day", "dayBack"],
      [5, "day", "dayBeforeOpening"],
      [6, "day", "futureDay"],
      [8, null, "duplicate"],
      [9, "dossier", "unknownDossier"]
    ])
    expect(told(batch)?.[0]).toBe("bước “bước submit” phải chờ: bước consultation; bước survey")
  })

  it("asks for papers and for a result that holds before a step is done", () => {
    const facts = { assessment: null, overdueDebt: null }
    expect(told([recording("2025-03-10", done("report"))], [], { factsOf: () => facts })).toEqual([
      "bước “bước report” còn thiếu: giấy assessment: chưa đánh giá được theo bộ tiêu chí; giấy debt: chưa có số liệu về nợ đọng xây dựng cơ bản"
    ])
    const notMet = { ...soundFacts, overdueDebt: Dong.make(5_000_000) }
    const report = recording("2025-03-10", done("report"))
    expect(problems([report], [], { factsOf: () => notMet })).toEqual([[0, "body.step", "papersMissing"]])
    // Handed in nevertheless it is there, and a rehearsal says that the facts contradict it.
    const handedIn = recording("2025-03-10", handed("debt", "2025-03-09"))
    expect(problems([handedIn, report], [], { factsOf: () => notMet })).toEqual([])
    const before = wholeWay.slice(0, 1)
    expect(problems([recording("2025-03-27", done("survey"))], before)).toEqual([
      [0, "body.step", "papersMissing"],
      [0, "body.step", "ruleNotMet"]
    ])
    expect(problems([recording("2025-03-27", surveyed(200)), recording("2025-03-27", done("survey"))], before)).toEqual(
      [
        [1, "body.step", "papersMissing"],
        [1, "body.step", "ruleNotMet"]
      ]
    )
    // What a later survey says counts.
    const twice = [surveyed(200), surveyed(270)].map((body) => recording("2025-03-27", body))
    expect(problems([...twice, recording("2025-03-27", done("survey"))], before)).toEqual([])
  })

  it("counts fifteen days of consultation: from 01/06 to 16/06, and over the holidays of April to the next working day", () => {
    const open = (from: string, to: string, on = to) =>
      problems([recording(on, consulted(from, to))], wholeWay.slice(0, 1))
    expect(open("2025-06-01", "2025-06-16")).toEqual([])
    expect(open("2025-06-01", "2025-06-15")).toEqual([[0, "body.to", "consultationTooShort"]])
    expect(told([recording("2025-06-15", consulted("2025-06-01", "2025-06-15"))], wholeWay.slice(0, 1))).toEqual([
      "phải công khai 15 ngày: từ 01/06/2025 đến hết 16/06/2025, mới đến 15/06/2025"
    ])
    // 15/04 + 15 days is 30/04, a holiday like 01/05: it is over on 02/05.
    expect(open("2025-04-15", "2025-04-30")).toEqual([[0, "body.to", "consultationTooShort"]])
    expect(open("2025-04-15", "2025-05-02")).toEqual([])
    expect(open("2025-06-01", "2025-06-20", "2025-06-17")).toEqual([[0, "body.to", "futureDay"]])
    expect(open("2025-03-05", "2025-03-30")).toEqual([[0, "body.from", "dayBeforeOpening"]])
  })

  it("refuses counts that cannot be, and results that a step does not ask for", () => {
    const to = (at: number, ...bodies: ReadonlyArray<DossierEventBody>) =>
      problems(
        bodies.map((body) => recording("2025-04-11", body)),
        wholeWay.slice(0, at)
      )
    expect(to(9, voted(11, 10, 9))).toEqual([
      [0, "body.present", "votesOver"],
      [0, "body.inFavour", "votesOver"]
    ])
    // Six of twelve members are no quorum of 70 %: that it was voted is a fact, that it carried is not.
    expect(to(9, voted(6, 6), done("vote"))).toEqual([
      [1, "body.step", "papersMissing"],
      [1, "body.step", "ruleNotMet"]
    ])
    expect(to(9, voted(8, 9), done("vote"))).toContainEqual([1, "body.step", "ruleNotMet"])
    expect(to(1, { ...voted(9), step: "survey" } as DossierEventBody)).toEqual([[0, "body.step", "stepNotOfRule"]])
    expect(to(11, done("decision"))).toEqual([[0, "body.step", "stepNotOfRule"]])
    const over = { ...surveyed(270), population: 200 } as DossierEventBody
    expect(to(1, over)).toEqual([[0, "body.results[0].asked", "surveyWrong"]])
    expect(to(1, handed("nothing", "2025-04-10"))).toEqual([[0, "body.paper", "unknownPaper"]])
    expect(to(1, handed("request", "2025-04-12"))).toEqual([[0, "body.issuedOn", "futureDay"]])
  })

  it("decides last and once; what was decided takes nothing but what follows it", () => {
    const decide = (at: number, ...bodies: ReadonlyArray<DossierEventBody>) =>
      problems(
        bodies.map((body) => recording("2025-05-20", body)),
        wholeWay.slice(0, at)
      )
    expect(decide(9, decided("2025-05-20"))).toEqual([[0, "body", "stepBeforePredecessor"]])
    expect(decide(11, decided("2025-04-10"))).toEqual([[0, "body.decidedOn", "stepBeforePredecessor"]])
    expect(decide(11, decided("2025-05-21"))).toEqual([[0, "body.decidedOn", "futureDay"]])
    expect(decide(11, decided("2025-05-20"), decided("2025-05-19"))).toEqual([[1, "body", "decided"]])
    expect(decide(12, done("publication"), handed("photos", "2025-05-20"))).toEqual([[1, "body", "decided"]])
    expect(decide(12, { _tag: "closed", reason: "…" })).toEqual([[0, "body", "decided"]])
    expect(decide(11, decided("2025-05-20", false), done("publication"))).toEqual([[1, "body", "decided"]])
    expect(decide(3, { _tag: "closed", reason: "Xã sáp nhập" }, done("survey"))).toEqual([[1, "body", "decided"]])
  })

  it("ends what was recognised, and nothing else", () => {
    const expired = (from: string) => ({ _tag: "expired", from: Day.make(from), reason: "Hết thời hạn" }) as const
    const end = (at: number, ...from: ReadonlyArray<string>) =>
      problems(
        from.map((one) => recording("2025-05-20", expired(one))),
        wholeWay.slice(0, at)
      )
    expect(end(11, "2025-05-20")).toEqual([[0, "body", "notRecognised"]])
    expect(end(12, "2025-05-20")).toEqual([])
    expect(end(12, "2025-04-01")).toEqual([[0, "body.from", "dayBeforeOpening"]])
    expect(end(12, "2025-05-20", "2025-05-21")).toEqual([[1, "body", "alreadyEnded"]])
  })

  it("sends back to a step that was begun, by an office above", () => {
    const back = (to: string) => recording("2025-04-12", { _tag: "returned", to, reason: "Thiếu phiếu" })
    expect(problems([back("survey")], wholeWay.slice(0, 9))).toEqual([])
    expect(problems([back("vote")], wholeWay.slice(0, 9))).toEqual([[0, "body.to", "stepBeforePredecessor"]])
    expect(problems([back("nothing")], wholeWay.slice(0, 9))).toEqual([[0, "body.to", "unknownStep"]])
    const commune = { ...office, role: "communeOfficer", scope: [UnitId.make(4)] } as const
    expect(problems([back("survey")], wholeWay.slice(0, 9), { actor: commune })).toEqual([[0, "body", "notAllowed"]])
    expect(
      problems(
        [wholeWay[11]].flatMap((one) => one ?? []),
        wholeWay.slice(0, 11),
        { actor: commune }
      )
    ).toEqual([[0, "body", "notAllowed"]])
    const other = { ...commune, scope: [UnitId.make(5)] } as const
    expect(problems([recording("2025-03-10", done("report"))], [], { actor: other })).toEqual([
      [0, "unit", "notInScope"]
    ])
    expect(problems([recording("2025-03-10", done("report"))], [], { procedureOf: () => undefined })).toEqual([
      [0, "dossier", "unknownProcedure"]
    ])
  })
})

const steps = testProcedure.steps.map(({ key }) => key)
const anyStep = fc.constantFrom(...steps)
const span = fc.tuple(fc.nat(60), fc.nat(40))
const start = Day.make("2025-03-03")
const anyBody: fc.Arbitrary<DossierEventBody> = fc.oneof(
  { weight: 8, arbitrary: anyStep.map(done) },
  { weight: 2, arbitrary: anyStep.map(begun) },
  {
    weight: 4,
    arbitrary: fc.constantFrom("request", "photos", "appraised", "debt").map((key) => handed(key, "2025-03-01"))
  },
  {
    weight: 3,
    arbitrary: span.map(([from, length]) => consulted(addDays(start, from), addDays(start, from + length)))
  },
  { weight: 3, arbitrary: fc.integer({ min: 200, max: 280 }).map((satisfied) => surveyed(satisfied)) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 10 }).map((inFavour) => voted(inFavour)) },
  { weight: 1, arbitrary: anyStep.map((to) => ({ _tag: "returned", to, reason: "…" }) as const) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(200), fc.boolean()).map(([at, yes]) => decided(addDays(start, at), yes)) },
  {
    weight: 1,
    arbitrary: fc.nat(250).map((at) => ({ _tag: "expired", from: addDays(start, at), reason: "…" }) as const)
  },
  { weight: 1, arbitrary: fc.constant({ _tag: "closed", reason: "…" } as const) }
)
/** Things that happen to a dossier, in the order of days, on few of them so that many can follow each other. */
const anyCourse = fc.array(fc.tuple(fc.nat(3), anyBody), { minLength: 1, maxLength: 100 }).map((told) => {
  let on = start
  return told.map(([later, body]) => {
    on = addDays(on, later)
    return recording(on, body)
  })
})
/** The whole way with anything in between: chance alone hardly ever comes to a decision. */
const anyWay = fc
  .array(fc.array(anyBody, { maxLength: 3 }), { minLength: wholeWay.length, maxLength: wholeWay.length })
  .map((between) =>
    wholeWay.flatMap((event, at) => [event, ...(between[at] ?? []).map((body) => recording(event.day, body))])
  )

describe("the laws of what may be recorded", () => {
  it("no state is reached but by its rule, whatever anybody tries to record", () => {
    let recognised = 0
    fc.assert(
      fc.property(fc.oneof(anyCourse, anyWay), (tried) => {
        const accepted: Array<DossierEventRecording> = []
        for (const event of tried) if (checkDossierEvents([event], checking(accepted)) === null) accepted.push(event)
        const on = accepted.at(-1)?.day ?? start
        const { events, papers, state, steps: standings } = dossierStanding(askedOn(on, accepted))
        expect(events).toEqual(recorded(accepted))
        const doneSteps = new Set(standings.filter((one) => one.state === "done").map(({ step }) => step.key))
        for (const { doneOn, rule, step } of standings) {
          if (doneOn === null) continue
          for (const key of stepsBefore(testProcedure, step.key)) expect(doneSteps.has(key)).toBe(true)
          if (rule !== null) expect(rule.holds).toBe(true)
          expect(["consultation", "survey", "vote"].includes(step.key) && rule === null).toBe(false)
        }
        const decision = accepted.findLast(({ body }) => body._tag === "decided")?.body
        const ended = accepted.some(({ body }) => body._tag === "expired")
        if (decision === undefined) expect(["open", "returned", "closed"]).toContain(state)
        if (state === "recognised" || state === "expired") {
          recognised += 1
          expect(decision).toMatchObject({ recognised: true })
          expect(papers.filter(isWanting)).toEqual([])
          expect(doneSteps.has("decision")).toBe(true)
        }
        if (state === "expired") expect(ended).toBe(true)
      }),
      { numRuns: 150 }
    )
    // The law would hold for nothing if nobody were ever recognised.
    expect(recognised).toBeGreaterThan(0)
  })

  it("whatever is offered next is taken, where only the day and the numbers are left to say", () => {
    fc.assert(
      fc.property(fc.nat(wholeWay.length), (count) => {
        const events = wholeWay.slice(0, count)
        const on = events.at(-1)?.day ?? start
        for (const next of dossierStanding(askedOn(on, events)).next) {
          if (next._tag !== "step") continue
          expect(
            checkDossierEvents(
              [recording(on, { ...done(next.step), event: next.event } as DossierEventBody)],
              checking(events)
            )
          ).toBeNull()
        }
      })
    )
  })
})
