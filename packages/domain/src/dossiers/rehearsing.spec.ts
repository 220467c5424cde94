import { describe, expect, it } from "vitest"
import {
  CriteriaSetId,
  InputKey,
  type LineExplanation,
  type RuleExplanation,
  type SetExplanation
} from "../criteria/index.ts"
import { UnitId } from "../units/index.ts"
import { Day, Dong, Moment } from "../values/index.ts"
import { assignment, testPlan } from "../assignments/testing/tasks.ts"
import { bookOn } from "../assignments/index.ts"
import { dossierTask } from "./dossier-task.ts"
import { DossierId } from "./dossier.ts"
import { type LineNames, nameless } from "./line-names.ts"
import { type Paper, ProcedureId } from "./procedure.ts"
import { rehearse, type Rehearsing } from "./rehearsing.ts"
import type { DossierStanding, PaperStanding } from "./standing.ts"

const day = Day.make("2025-06-20")
const says = { vi: "96 % so với ≥ 95 %", en: "96 % against ≥ 95 %" }
const rule = (more: Partial<RuleExplanation>): RuleExplanation => ({
  op: ">=",
  verdict: "met",
  says,
  value: null,
  comparison: ">=",
  threshold: null,
  gap: null,
  parts: [],
  ...more
})
const line = (code: string, more: Partial<RuleExplanation>): LineExplanation => ({
  code,
  verdict: more.verdict ?? "met",
  says,
  legalBasis: null,
  from: null,
  to: null,
  rule: rule(more)
})
const explained = (...indicators: ReadonlyArray<LineExplanation>): SetExplanation => ({
  set: "xa-ntm-2021-2025",
  day,
  unit: 1,
  verdict: "met",
  met: 1,
  outOf: 1,
  requires: [],
  conditions: [],
  criteria: [{ no: 1, name: "Quy hoạch", verdict: "met", indicators }],
  grant: [],
  withdraw: null
})
const paper = (key: string, state: PaperStanding["state"], required = true): PaperStanding => ({
  paper: { key, name: { vi: key, en: key }, from: "handed", maxAgeMonths: 6, required } satisfies Paper,
  state,
  issuedOn: null,
  event: null,
  fact: null,
  sentence: { vi: `${key}: ${state}`, en: `${key}: ${state}` }
})
const standing = (more: Partial<DossierStanding> = {}): DossierStanding => ({
  dossier: {
    id: DossierId.make(7),
    unit: UnitId.make(1),
    tier: "standard",
    criteriaSet: CriteriaSetId.make("xa-ntm-2021-2025"),
    procedure: ProcedureId.make("xa-2021"),
    asOf: day,
    openedOn: day,
    override: null,
    document: null,
    note: null,
    tasks: [],
    illustrative: true,
    recordedAt: Moment.make("2025-06-20T00:00:00Z"),
    recordedBy: { name: "Xã", role: "communeOfficer", agency: null }
  },
  unit: null,
  procedure: {
    id: ProcedureId.make("xa-2021"),
    level: "commune",
    tiers: ["standard"],
    form: "threeTier",
    name: { vi: "Xã", en: "Commune" },
    document: "18/2022/QĐ-TTg",
    from: day,
    to: null,
    steps: [
      {
        key: "vote",
        name: { vi: "Bỏ phiếu", en: "Vote" },
        who: { vi: "Hội đồng", en: "Council" },
        after: [],
        days: null,
        papers: [],
        rule: { _tag: "vote", inFavour: 90, present: null },
        confidence: "recalled",
        source: "…"
      }
    ],
    papers: []
  },
  state: "open",
  opening: { allowed: true, reasons: [], remarks: [] },
  steps: [],
  papers: [],
  at: null,
  missing: 0,
  expectedEnd: null,
  recognition: null,
  waiting: [],
  next: [],
  events: [],
  ...more
})
const played = (more: Partial<Rehearsing> = {}) =>
  rehearse({
    standing: standing(),
    day,
    marginPercent: 5,
    explanation: explained(line("1.1", {})),
    names: nameless,
    stated: [],
    tasks: [],
    overdueDebt: Dong.make(0),
    ...more
  })
const kinds = (more: Partial<Rehearsing>) =>
  played(more).findings.map(({ kind, place, severity }) => [kind, place, severity])

describe("the rehearsal of a dossier", () => {
  it("passes where nothing is wanting", () => {
    expect(played()).toEqual({ dossier: 7, day, marginPercent: 5, passes: true, findings: [] })
  })

  it("sends back what lacks a paper, or has one that is too old or that the facts contradict", () => {
    const papers = [
      paper("report", "there"),
      paper("minutes", "missing"),
      paper("survey", "tooOld"),
      paper("debt", "contradicted"),
      paper("photos", "missing", false)
    ]
    expect(kinds({ standing: standing({ papers }) })).toEqual([
      ["paperMissing", "minutes", "blocking"],
      ["paperTooOld", "survey", "blocking"],
      ["paperContradicted", "debt", "blocking"],
      ["paperMissing", "photos", "question"]
    ])
  })

  it("asks about values within the margin of their threshold, also inside a rule of several parts", () => {
    const near = rule({ gap: { amount: -1, share: -0.0105 } })
    const far = rule({ gap: { amount: -5, share: -0.0526 } })
    const explanation = explained(
      line("1.1", { op: "all", parts: [near, far] }),
      line("1.2", { gap: { amount: 0, share: 0 } })
    )
    expect(kinds({ explanation })).toEqual([
      ["nearThreshold", "1.1", "question"],
      ["nearThreshold", "1.2", "question"]
    ])
    expect(kinds({ explanation, marginPercent: 6 })).toHaveLength(3)
    expect(played({ explanation }).passes).toBe(true)
    expect(played({ explanation }).findings[0]?.sentence.vi).toBe("Chỉ tiêu 1.1 chỉ vượt mức 1,1 %: 96 % so với ≥ 95 %")
    expect(played({ explanation }).findings[1]?.sentence.vi).toBe("Chỉ tiêu 1.2 vừa đúng mức: 96 % so với ≥ 95 %")
  })

  it("asks of no margin where nothing could be more, or where it has to be equal", () => {
    const value = { columns: [], value: 100, atMost: null, day, ageDays: 0, tooOld: false }
    const met = (more: Partial<RuleExplanation> = {}) => line("1.1", { value, gap: { amount: 0, share: 0 }, ...more })
    const named =
      (unit: string | null): LineNames =>
      () => ({ name: "Hộ có điện", unit })
    expect(kinds({ explanation: explained(met()), names: named("% hộ") })).toEqual([])
    expect(kinds({ explanation: explained(met({ gap: { amount: -2, share: -0.02 } })), names: named("%") })).toEqual([])
    expect(kinds({ explanation: explained(met({ comparison: "=" })), names: named("điểm") })).toEqual([])
    // A hundred of anything but a share may be more.
    expect(kinds({ explanation: explained(met()), names: named("m²") })).toHaveLength(1)
  })

  it("names a line as the set does, never by what the program calls it", () => {
    const names: LineNames = (place, code) =>
      place === "indicator" && code === "1.2"
        ? { name: "Cắm mốc quy hoạch", unit: null }
        : { requires: { name: "đạt chuẩn NTM", unit: null }, grant: { name: "Người dân hài lòng", unit: "%" } }[
            place === "requires" ? place : "grant"
          ]
    const explanation = {
      ...explained(line("1.2", { verdict: "notMet" })),
      requires: [line("xa-ntm-2021-2025", { verdict: "notMet" })],
      grant: [line("satisfaction", { verdict: "noThreshold" })]
    }
    const { findings } = played({ explanation, names })
    expect(findings.map(({ sentence }) => sentence.vi)).toEqual([
      "Yêu cầu “đạt chuẩn NTM”: Chưa đạt",
      "Chỉ tiêu 1.2 (Cắm mốc quy hoạch): 96 % so với ≥ 95 %",
      "Điều kiện công nhận “Người dân hài lòng”: 96 % so với ≥ 95 %"
    ])
  })

  it("sends back what is not met, not known or too old", () => {
    const value = { columns: [], value: 96, atMost: null, day: Day.make("2023-01-01"), ageDays: 901, tooOld: true }
    const explanation = explained(
      line("1.1", { verdict: "notMet", gap: { amount: 3, share: 0.03 } }),
      line("1.2", { verdict: "noData" }),
      line("1.3", { verdict: "noData", value })
    )
    expect(kinds({ explanation })).toEqual([
      ["notMet", "1.1", "blocking"],
      ["noData", "1.2", "blocking"],
      ["valueTooOld", "1.3", "blocking"]
    ])
    expect(kinds({ explanation: null })).toEqual([["noData", "assessment", "blocking"]])
  })

  it("sends back debt, and asks where nobody knows of any", () => {
    const value = { columns: ["overdueDebt"], value: 5_000_000, atMost: null, day, ageDays: 0, tooOld: false }
    const explanation = { ...explained(), grant: [line("no-debt", { verdict: "notMet", comparison: "=", value })] }
    expect(kinds({ explanation, overdueDebt: Dong.make(5_000_000) })).toEqual([["debt", "debt", "blocking"]])
    expect(kinds({ overdueDebt: Dong.make(5_000_000) })).toEqual([["debt", "debt", "blocking"]])
    expect(kinds({ overdueDebt: null })).toEqual([["debt", "debt", "question"]])
  })

  it("asks about sources that state another value of the same day", () => {
    const stated = [
      {
        input: InputKey.make("clean-water"),
        name: { vi: "Tỷ lệ hộ dùng nước sạch", en: "Clean water" },
        values: [
          { source: "biểu mẫu", day, value: 98 },
          { source: "20/TB-BĐT", day, value: 96.5 },
          { source: "niên giám", day: Day.make("2024-12-31"), value: 95 }
        ]
      }
    ]
    const { findings } = played({ stated })
    expect(findings.map(({ kind }) => kind)).toEqual(["sourcesDisagree"])
    expect(findings[0]?.sentence.vi).toBe(
      "Tỷ lệ hộ dùng nước sạch ngày 20/06/2025 có số liệu khác nhau: 98 (biểu mẫu); 96,5 (20/TB-BĐT)"
    )
  })

  it("sends back a dossier with open tasks and a vote that did not carry", () => {
    const plan = testPlan([assignment("5", { due: Day.make("2025-06-30"), title: "Bỏ phiếu" })])
    const tasks = bookOn(plan, { events: [], day, knownAt: null, facts: null }).standings.map(dossierTask)
    const [step] = standing().procedure.steps
    const steps = [
      {
        step,
        state: "begun",
        begunOn: day,
        doneOn: null,
        due: null,
        days: null,
        lateDays: 0,
        expectedEnd: null,
        papers: [],
        tasks: [],
        rule: { holds: false, sentence: { vi: "8/10 phiếu", en: "8 of 10" } }
      } as const
    ]
    const { findings } = played({ tasks, standing: standing({ steps }) })
    expect(findings.map(({ kind, place }) => [kind, place])).toEqual([
      ["vote", "vote"],
      ["taskOpen", "kh-mau/5"]
    ])
    expect(findings[1]?.sentence.vi).toBe("Nhiệm vụ 5 chưa xong: Bỏ phiếu (Sở Xây dựng), hạn 30/06/2025")
  })
})
