import {
  Agency,
  agencyDirectory,
  Duty,
  Limitation,
  planOf,
  Recommendation,
  RecommendationRecording,
  TaskEventRecording,
  Tasking,
  type TaskWriter,
  weekendsOff
} from "@ntm/domain/assignments"
import { chronicleOf } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import type { ImportedUndertakings } from "../assignments/undertakings.ts"
import { decodeList } from "./decode-list.ts"
import { sampleAssignments, sampleFacts } from "./sample.ts"
import { provincialOffice } from "./sample-observations.ts"
import { sampleReorganisations, sampleUnits } from "./sample-units.ts"

const document = "kh-61-2025"

/** One of everything that is owed beside assignments, with texts that a store may get wrong. */
export const sampleUndertakings: ImportedUndertakings = {
  agencies: decodeList(Agency)([
    {
      id: "hp-so-nnmt",
      province: "31",
      kind: "department",
      names: [
        {
          name: "Sở Nông nghiệp và Môi trường",
          from: "2025-03-01",
          to: null,
          document: "“1”\\NQ",
          confidence: "recalled"
        }
      ],
      alsoWritten: [],
      passesTo: [],
      members: []
    }
  ]),
  calendar: {
    ...weekendsOff,
    to: Day.make("2025-12-31"),
    days: [
      {
        day: Day.make("2025-04-30"),
        kind: "holiday",
        holiday: "reunification",
        source: "luật",
        confidence: "verified"
      }
    ]
  },
  taskings: decodeList(Tasking)([
    {
      document,
      province: "31",
      askedOn: "2025-03-05",
      inferred: false,
      note: null,
      dependencies: [{ no: "2", after: ["1"], why: "kế hoạch trước" }],
      closing: [{ no: "3", condition: { _tag: "noOverdueDebt", of: ["31"] } }]
    }
  ]),
  duties: decodeList(Duty)([
    {
      document,
      no: "vi-1",
      section: "VI",
      kind: "report",
      title: "Báo cáo\tnăm",
      lead: "UBND huyện An Lão",
      coordinating: [],
      reportsTo: null,
      frequency: "năm",
      rules: [
        {
          every: "year",
          only: null,
          due: { _tag: "after", days: 10, count: "working" },
          confidence: "recalled",
          source: "quy ước"
        }
      ],
      from: "2025-03-05",
      to: null,
      by: null,
      notes: null
    }
  ]),
  recommendations: decodeList(Recommendation)([
    {
      document,
      no: "kn-1",
      place: 1,
      supervisor: "Ban Đô thị",
      addressee: "UBND huyện An Lão",
      title: "Xử lý nợ",
      summary: null,
      points: ["một"],
      options: [{ no: 1, name: "A", method: "b", requirements: [], drawbacks: [] }],
      section: null,
      dueText: null,
      tasks: ["1"],
      figures: [],
      closing: null,
      contrasts: []
    }
  ]),
  limitations: decodeList(Limitation)([
    {
      document,
      id: "hc-1",
      kind: "limitation",
      nature: null,
      category: "đất đai",
      text: "Vướng mặt bằng",
      section: null,
      figures: [],
      units: [],
      recommendations: ["kn-1"]
    }
  ])
}

/** The sample facts with everything that is owed. */
export const sampleOwed = { ...sampleFacts, undertakings: sampleUndertakings }

/** The tasks of the sample documents. */
export const sampleTaskPlan = planOf(
  {
    assignments: sampleAssignments,
    duties: sampleUndertakings.duties,
    taskings: sampleUndertakings.taskings,
    agencies: agencyDirectory(sampleUndertakings.agencies),
    calendar: sampleUndertakings.calendar ?? weekendsOff,
    chronicle: chronicleOf(sampleUnits, sampleReorganisations)
  },
  Day.make("2026-12-31")
)

export const sampleTaskWriter: TaskWriter = {
  actor: provincialOffice,
  plan: sampleTaskPlan,
  closedByEvidence: new Set()
}

/** A note about task 1, but for what is said. */
export const sampleTaskEvent = (
  rest: Partial<{ readonly [K in keyof TaskEventRecording]: unknown }> = {}
): TaskEventRecording =>
  Schema.decodeUnknownSync(TaskEventRecording)({
    task: `${document}/1`,
    day: "2025-03-10",
    body: { _tag: "note", text: "Đã họp\n“lần 1” \\ ba sở" },
    document: null,
    evidence: [],
    illustrative: false,
    ...rest
  })

/** An answer to the recommendation, but for what is said. */
export const sampleAnswer = (
  rest: Partial<{ readonly [K in keyof RecommendationRecording]: unknown }> = {}
): RecommendationRecording =>
  Schema.decodeUnknownSync(RecommendationRecording)({
    recommendation: `${document}/kn-1`,
    day: "2025-03-10",
    body: { _tag: "answered", text: "Đã tiếp thu", option: 1 },
    document: "12/CV",
    evidence: [],
    illustrative: false,
    ...rest
  })
