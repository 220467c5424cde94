import { describe, expect, it } from "vitest"
import { InputKey, ObservationId, type ObservationRecord, catalogueOf } from "../criteria/index.ts"
import { UnitId } from "../units/index.ts"
import { Day, Moment } from "../values/index.ts"
import { endOf, observationOf, recognitionOf } from "./outcome.ts"
import { statedValues } from "./stated-values.ts"
import { decided, done, recording, surveyed, testDossier, testProcedure, wholeWay } from "./testing/dossiers.ts"
import { historyProblems } from "./told-history.ts"

const day = Day.make

describe("what follows from an event", () => {
  it("is a recognition of a decision that recognises, ended by a revocation or an expiry", () => {
    expect(recognitionOf(testDossier, recording("2025-04-15", decided("2025-04-14")))).toEqual({
      unit: 4,
      tier: "standard",
      criteriaSet: "xa-ntm-2021-2025",
      document: "100/QĐ-UBND",
      decidedOn: "2025-04-14",
      revokedOn: null,
      note: null,
      illustrative: true
    })
    expect(recognitionOf(testDossier, recording("2025-04-15", decided("2025-04-14", false)))).toBeNull()
    expect(recognitionOf(testDossier, recording("2025-04-15", done("vote")))).toBeNull()
    const from = day("2025-06-01")
    expect(endOf(recording("2025-05-05", { _tag: "expired", from, reason: "…" }))).toBe(from)
    expect(endOf(recording("2025-04-15", decided("2025-04-14")))).toBeNull()
  })

  it("is the value of a survey for the criterion that asks for it, or none and why", () => {
    const input = InputKey.make("satisfaction")
    const of = (more: object) => observationOf(testDossier, recording("2025-03-27", { ...surveyed(266), ...more }))
    expect(of({ input }).observation).toMatchObject({
      unit: 4,
      input,
      day: "2025-03-27",
      value: 95,
      illustrative: true
    })
    expect(of({})).toMatchObject({
      observation: null,
      why: { vi: "không có số liệu nào của bộ tiêu chí hỏi kết quả này" }
    })
    expect(of({ input, population: 1_000_000 }).why?.vi).toContain("chưa đủ người trả lời")
    expect(observationOf(testDossier, recording("2025-03-27", done("vote"))).observation).toBeNull()
  })
})

describe("what several sources state", () => {
  const record = (
    id: number,
    value: number,
    document: string | null,
    more: Partial<ObservationRecord["observation"]> = {}
  ): ObservationRecord => ({
    observation: {
      id: ObservationId.make(id),
      unit: UnitId.make(4),
      input: InputKey.make("clean-water"),
      day: day("2024-12-31"),
      kind: "stock",
      from: null,
      value,
      state: "submitted",
      source: document === null ? { from: "form" } : { from: "document", document, place: null },
      evidence: [],
      note: null,
      supersedes: null,
      illustrative: false,
      recordedAt: Moment.make(`2025-01-0${id}T00:00:00.000Z`),
      recordedBy: { name: "Xã", role: "communeOfficer", agency: null },
      ...more
    },
    moves: []
  })
  const asked = { inputs: new Set([InputKey.make("clean-water")]), day: day("2025-03-01"), knownAt: null }
  const stated = (records: ReadonlyArray<ObservationRecord>, more = {}) =>
    statedValues(records, catalogueOf([]), { ...asked, ...more }).map(({ values }) =>
      values.map(({ source, value }) => [source, value])
    )

  it("is told of inputs of which more than one speaks, corrections and drafts left aside", () => {
    const records = [
      record(1, 90, null),
      record(2, 96, "61/KH-UBND"),
      record(3, 97, null, { supersedes: ObservationId.make(1) }),
      record(4, 50, "nháp", { state: "draft" })
    ]
    expect(stated(records)).toEqual([
      [
        ["61/KH-UBND", 96],
        ["biểu mẫu", 97]
      ]
    ])
    expect(stated(records, { knownAt: Moment.make("2025-01-02T12:00:00.000Z") })).toEqual([
      [
        ["biểu mẫu", 90],
        ["61/KH-UBND", 96]
      ]
    ])
    expect(stated(records.slice(0, 1))).toEqual([])
    expect(stated(records, { day: day("2024-12-30") })).toEqual([])
    expect(stated(records, { inputs: new Set() })).toEqual([])
  })
})

describe("a history as a document tells it", () => {
  it("may leave papers and votes untold, and nothing else", () => {
    const asked = { openedOn: testDossier.openedOn, procedure: testProcedure }
    const told = (...keys: ReadonlyArray<string>) =>
      historyProblems(
        keys.map((key) => recording("2025-04-20", done(key))),
        asked
      )
    expect(told("report", "consultation", "survey", "submit")).toEqual([])
    expect(told("report", "submit", "nothing").map(({ event, field }) => [event, field])).toEqual([
      [1, "body.step"],
      [2, "body.step"]
    ])
    expect(historyProblems(wholeWay, asked)).toEqual([])
  })
})
