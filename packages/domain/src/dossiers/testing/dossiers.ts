import { testCalendar, testChronicle } from "../../assignments/testing/tasks.ts"
import { type Actor, CriteriaSetId } from "../../criteria/index.ts"
import { UnitId } from "../../units/index.ts"
import { Day, Dong, Moment } from "../../values/index.ts"
import type { CheckingEvents } from "../check-events.ts"
import { type Dossier, DossierId } from "../dossier.ts"
import { type DossierAsked } from "../dossier-standing.ts"
import { type DossierEvent, type DossierEventBody, DossierEventId, type DossierEventRecording } from "../event.ts"
import type { DossierFacts } from "../facts.ts"
import { type DossierStep, type Paper, type Procedure, ProcedureId } from "../procedure.ts"

const day = Day.make

const step = (key: string, after: ReadonlyArray<string>, more: Partial<DossierStep> = {}): DossierStep => ({
  key,
  name: { vi: `bước ${key}`, en: `step ${key}` },
  who: { vi: "UBND xã", en: "the commune" },
  after,
  days: null,
  papers: [],
  rule: null,
  confidence: "recalled",
  source: "…",
  ...more
})

const paper = (key: string, from: Paper["from"], more: Partial<Paper> = {}): Paper => ({
  key,
  name: { vi: `giấy ${key}`, en: `paper ${key}` },
  from,
  maxAgeMonths: null,
  required: true,
  ...more
})

/** A commune's way with every kind of step and paper; its numbers are made up. */
export const testProcedure: Procedure = {
  id: ProcedureId.make("xa-thu"),
  level: "commune",
  tiers: ["standard", "advanced"],
  form: "threeTier",
  name: { vi: "Công nhận xã", en: "A commune" },
  document: "18/2022/QĐ-TTg",
  from: day("2022-08-02"),
  to: day("2025-06-30"),
  steps: [
    step("report", [], { days: { days: 10, count: "working" }, papers: ["assessment", "debt"] }),
    step("consultation", ["report"], { papers: ["opinions"], rule: { _tag: "consultation", days: 15 } }),
    step("survey", ["report"], { papers: ["survey"], rule: { _tag: "survey", satisfied: 90, asked: null } }),
    step("submit", ["consultation", "survey"], { days: { days: 5, count: "working" }, papers: ["request", "photos"] }),
    step("appraisal", ["submit"], {
      days: { days: 30, count: "calendar" },
      papers: ["appraised"],
      rule: { _tag: "appraisal" }
    }),
    step("vote", ["appraisal"], { papers: ["minutes"], rule: { _tag: "vote", inFavour: 90, present: 70 } }),
    step("decision", ["vote"], { days: { days: 5, count: "working" }, rule: { _tag: "decision" } }),
    step("publication", ["decision"], { rule: { _tag: "publication" } })
  ],
  papers: [
    paper("assessment", "assessment"),
    paper("debt", "debt"),
    paper("opinions", "consultation"),
    paper("survey", "survey"),
    paper("request", "handed", { maxAgeMonths: 6 }),
    paper("photos", "handed", { required: false }),
    paper("appraised", "handed"),
    paper("minutes", "vote")
  ]
}

const recordedBy = { name: "Văn phòng điều phối", role: "provincialOffice", agency: null } as const

/** Of xã Bát Trang, opened on 2025-03-03, a Monday. */
export const testDossier: Dossier = {
  id: DossierId.make(7),
  unit: UnitId.make(4),
  tier: "standard",
  criteriaSet: CriteriaSetId.make("xa-ntm-2021-2025"),
  procedure: testProcedure.id,
  asOf: day("2024-12-31"),
  openedOn: day("2025-03-03"),
  override: null,
  document: null,
  note: null,
  tasks: [],
  illustrative: true,
  recordedAt: Moment.make("2025-03-03T02:00:00.000Z"),
  recordedBy
}

/** The whole set met, no debt. */
export const soundFacts: DossierFacts = {
  assessment: {
    set: CriteriaSetId.make("xa-ntm-2021-2025"),
    asOf: day("2024-12-31"),
    verdict: "met",
    met: 19,
    outOf: 19,
    seal: null
  },
  overdueDebt: Dong.make(0)
}

export const recording = (on: string, body: DossierEventBody): DossierEventRecording => ({
  dossier: testDossier.id,
  day: day(on),
  body,
  document: null,
  evidence: [],
  note: null,
  illustrative: true
})

/** As recorded: one second after the other, in the evening of the day. */
export const recorded = (events: ReadonlyArray<DossierEventRecording>): ReadonlyArray<DossierEvent> =>
  events.map((event, at) => ({
    ...event,
    id: DossierEventId.make(at + 1),
    recordedAt: Moment.make(`${event.day}T12:00:${String(at % 60).padStart(2, "0")}.000Z`),
    recordedBy
  }))

export const done = (key: string): DossierEventBody => ({ _tag: "step", step: key, event: "done", by: null })
export const begun = (key: string): DossierEventBody => ({ _tag: "step", step: key, event: "begun", by: null })
export const handed = (key: string, issuedOn: string): DossierEventBody => ({
  _tag: "paper",
  paper: key,
  issuedOn: day(issuedOn),
  title: `Giấy ${key}`
})
export const consulted = (from: string, to: string): DossierEventBody => ({
  _tag: "consultation",
  step: "consultation",
  from: day(from),
  to: day(to),
  opinions: 12,
  against: 1
})
export const surveyed = (satisfied: number, answered = 280): DossierEventBody => ({
  _tag: "surveyed",
  step: "survey",
  population: 1000,
  of: "households",
  confidence: 95,
  margin: 5,
  results: [{ content: "Kết quả xây dựng nông thôn mới", asked: 300, answered, satisfied }],
  input: null
})
export const voted = (inFavour: number, present = 10, members = 12): DossierEventBody => ({
  _tag: "voted",
  step: "vote",
  members,
  present,
  inFavour
})
export const decided = (on: string, recognised = true): DossierEventBody => ({
  _tag: "decided",
  recognised,
  document: "100/QĐ-UBND",
  decidedOn: day(on)
})

/** From the report to the publication, each by its rule. */
export const wholeWay: ReadonlyArray<DossierEventRecording> = [
  recording("2025-03-10", done("report")),
  recording("2025-03-26", consulted("2025-03-11", "2025-03-26")),
  recording("2025-03-26", done("consultation")),
  recording("2025-03-27", surveyed(266)),
  recording("2025-03-27", done("survey")),
  recording("2025-03-28", handed("request", "2025-03-28")),
  recording("2025-03-28", done("submit")),
  recording("2025-04-10", handed("appraised", "2025-04-10")),
  recording("2025-04-10", done("appraisal")),
  recording("2025-04-11", voted(9)),
  recording("2025-04-11", done("vote")),
  recording("2025-04-15", decided("2025-04-14")),
  recording("2025-04-20", done("publication"))
]

export const office: Actor = { name: "Văn phòng điều phối", role: "provincialOffice", scope: "all", agency: null }

/** What events are checked against, after some of them. */
export const checking = (
  events: ReadonlyArray<DossierEventRecording> = [],
  more: Partial<CheckingEvents> = {}
): CheckingEvents => ({
  journal: { dossiers: [testDossier], events: recorded(events) },
  procedureOf: ({ procedure }) => (procedure === testProcedure.id ? testProcedure : undefined),
  actor: office,
  chronicle: testChronicle,
  calendar: testCalendar,
  factsOf: () => soundFacts,
  today: day("2025-12-31"),
  ...more
})

/** What the standing of the dossier on a day is made of. */
export const askedOn = (
  on: string,
  events: ReadonlyArray<DossierEventRecording> = [],
  more: Partial<DossierAsked> = {}
): DossierAsked => ({
  dossier: testDossier,
  unit: testChronicle.register.rows.find(({ id }) => id === testDossier.unit) ?? null,
  procedure: testProcedure,
  events: recorded(events),
  calendar: testCalendar,
  day: day(on),
  knownAt: null,
  facts: soundFacts,
  opening: { allowed: true, reasons: [], remarks: [] },
  tasks: new Map(),
  waiting: [],
  ...more
})
