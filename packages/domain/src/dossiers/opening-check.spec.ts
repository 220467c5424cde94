import { describe, expect, it } from "vitest"
import { TaskKey } from "../assignments/index.ts"
import { testChronicle } from "../assignments/testing/tasks.ts"
import {
  CriteriaSetId,
  type HeldRecognition,
  type LineExplanation,
  type SetExplanation,
  type Tier,
  type Verdict
} from "../criteria/index.ts"
import { UnitCode, UnitId } from "../units/index.ts"
import { Day, Dong } from "../values/index.ts"
import { checkDossierOpenings, type CheckingOpenings } from "./check-openings.ts"
import type { DossierOpening } from "./dossier.ts"
import type { LineNames } from "./line-names.ts"
import { openingCheck, type OpeningFacts } from "./opening-check.ts"
import { formOn, procedureFor } from "./procedure-for.ts"
import { ProcedureId } from "./procedure.ts"
import { DossiersRefused } from "./refusal.ts"
import { office, recorded, testDossier, testProcedure, wholeWay } from "./testing/dossiers.ts"
import { besideOthers, underWay } from "./under-way.ts"

const day = Day.make
const unit = testChronicle.register.rows.find(({ id }) => id === 4)
if (unit === undefined) throw new Error("no commune")

const line = (code: string, verdict: Verdict): LineExplanation => ({
  code,
  verdict,
  says: { vi: `${code} …`, en: `${code} …` },
  legalBasis: null,
  from: null,
  to: null,
  rule: null
})
const explained = (verdict: Verdict, more: Partial<SetExplanation> = {}): SetExplanation => ({
  set: "xa-ntm-2021-2025",
  day: day("2024-12-31"),
  unit: 4,
  verdict,
  met: verdict === "met" ? 19 : 17,
  outOf: 19,
  requires: [],
  conditions: [],
  criteria: [],
  grant: [line("full-set", verdict), line("satisfaction", "noThreshold")],
  withdraw: null,
  ...more
})
const holding = (tier: Tier): HeldRecognition => ({
  kind: "decided",
  unit: unit.id,
  tier,
  recognition: {
    unit: unit.id,
    tier,
    criteriaSet: null,
    document: "9/QĐ-UBND",
    decidedOn: day("2022-12-20"),
    revokedOn: null,
    note: null,
    illustrative: true
  }
})
/** What the set calls its lines; one of them nobody names. */
const names: LineNames = (place, code) => {
  const known = { satisfaction: "Người dân hài lòng", "xa-ntm": "đạt chuẩn NTM" }
  const name = Object.entries(known).find(([key]) => key === code)?.[1]
  return name === undefined || place === "indicator" ? null : { name, unit: null }
}
const facts = (more: Partial<OpeningFacts> = {}): OpeningFacts => ({
  unit,
  tier: "standard",
  day: day("2025-03-03"),
  procedure: testProcedure,
  explanation: explained("met"),
  names,
  held: null,
  overdueDebt: Dong.make(0),
  ...more
})
const reasons = (more: Partial<OpeningFacts>) => openingCheck(facts(more)).reasons.map(({ kind }) => kind)

describe("whether a dossier may be opened", () => {
  it("is allowed where the whole set is met, nothing is owed and the tier is not held; what nobody can tell is a remark", () => {
    const { allowed, reasons: why, remarks } = openingCheck(facts())
    expect([allowed, why]).toEqual([true, []])
    expect(remarks.map(({ vi }) => vi)).toEqual([
      "điều kiện công nhận “Người dân hài lòng” chưa xét được, vì chưa biết mức quy định: satisfaction …"
    ])
    expect(openingCheck(facts({ overdueDebt: null })).remarks).toHaveLength(2)
  })

  it("tells every reason why not at once", () => {
    const criteria = [
      { no: 5, name: "Trường học", verdict: "notMet", indicators: [] },
      { no: 17, name: "Môi trường", verdict: "noData", indicators: [] },
      { no: 18, name: "Nhà ở", verdict: "exempt", indicators: [] }
    ] as const
    const { allowed, reasons: why } = openingCheck(
      facts({
        tier: "advanced",
        explanation: explained("notMet", { criteria, requires: [line("xa-ntm", "notMet")] }),
        overdueDebt: Dong.make(12_000_000)
      })
    )
    expect(allowed).toBe(false)
    expect(why.map(({ kind, overridable, vi }) => [kind, overridable, vi])).toEqual([
      [
        "lowerTier",
        true,
        "chưa được công nhận Xã đạt chuẩn nông thôn mới, phải có trước khi đề nghị Xã nông thôn mới nâng cao"
      ],
      ["notMet", true, "đạt 17/19 tiêu chí; chưa đạt: “đạt chuẩn NTM”, 5; chưa đủ số liệu: 17"],
      ["grant", true, "điều kiện công nhận “full-set”: full-set …"],
      ["debt", true, "còn nợ đọng xây dựng cơ bản 12 triệu đồng"]
    ])
  })

  it("asks for the tier below, and that the tier or a higher one is not held by a decision", () => {
    expect(reasons({ tier: "advanced", held: holding("standard") })).toEqual([])
    expect(reasons({ held: holding("standard") })).toEqual(["alreadyHeld"])
    expect(reasons({ held: holding("model") })).toEqual(["alreadyHeld"])
    const provisional = {
      kind: "provisional",
      unit: unit.id,
      tier: "standard",
      predecessors: [],
      inferred: false
    } as const
    // What follows from predecessors is for a decision to confirm.
    expect(reasons({ held: provisional })).toEqual([])
    expect(reasons({ tier: "advanced", held: provisional })).toEqual([])
    expect(reasons({ explanation: null })).toEqual(["notJudged"])
    const none = openingCheck(facts({ procedure: undefined }))
    expect(none.reasons).toMatchObject([{ kind: "noProcedure", overridable: false }])
  })

  it("knows of one dossier for a tier at a time", () => {
    const journal = { dossiers: [testDossier], events: [] }
    const open = underWay(journal, () => testProcedure)
    expect(besideOthers(openingCheck(facts()), open, unit.id, "standard")).toMatchObject({
      allowed: false,
      reasons: [{ kind: "alreadyOpen", overridable: false }]
    })
    expect(besideOthers(openingCheck(facts()), open, unit.id, "advanced").allowed).toBe(true)
    expect(underWay({ ...journal, events: recorded(wholeWay) }, () => testProcedure)).toEqual([])
  })
})

describe("the procedure of a dossier", () => {
  it("is that of level, tier, day and form of government", () => {
    const two = {
      ...testProcedure,
      id: ProcedureId.make("xa-hai-cap"),
      form: "twoTier",
      from: day("2025-07-01"),
      to: null
    } as const
    const on = (text: string, more = {}) =>
      procedureFor([testProcedure, two], { level: "commune", tier: "standard", day: day(text), ...more })?.id
    expect([on("2022-08-01"), on("2022-08-02"), on("2025-06-30"), on("2025-07-01")]).toEqual([
      undefined,
      "xa-thu",
      "xa-thu",
      "xa-hai-cap"
    ])
    expect(on("2025-07-01", { form: "threeTier" })).toBeUndefined()
    expect(on("2025-06-30", { level: "district" })).toBeUndefined()
    expect([formOn(day("2025-06-30")), formOn(day("2025-07-01"))]).toEqual(["threeTier", "twoTier"])
  })
})

const opening = (more: Partial<DossierOpening> = {}): DossierOpening => ({
  unit: UnitCode.make("11635"),
  tier: "standard",
  criteriaSet: CriteriaSetId.make("xa-ntm-2021-2025"),
  procedure: testProcedure.id,
  asOf: day("2024-12-31"),
  openedOn: day("2025-03-03"),
  override: null,
  document: null,
  note: null,
  tasks: [],
  illustrative: false,
  ...more
})
const checking = (more: Partial<CheckingOpenings> = {}): CheckingOpenings => ({
  journal: { dossiers: [], events: [] },
  procedures: [testProcedure],
  procedureOf: () => testProcedure,
  actor: office,
  chronicle: testChronicle,
  sets: new Set([CriteriaSetId.make("xa-ntm-2021-2025")]),
  check: () => openingCheck(facts()),
  today: day("2025-12-31"),
  ...more
})
const problems = (batch: ReadonlyArray<DossierOpening>, more: Partial<CheckingOpenings> = {}) => {
  const checked = checkDossierOpenings(batch, checking(more))
  return checked instanceof DossiersRefused ? checked.problems.map(({ field, kind, row }) => [row, field, kind]) : []
}

describe("opening dossiers", () => {
  it("gives the unit that carries the code on the day", () => {
    expect(checkDossierOpenings([opening()], checking())).toEqual([opening({ unit: unit.id })])
  })

  it("is refused with everything that is wrong, by row", () => {
    expect(
      problems([
        opening({ unit: UnitCode.make("99999") }),
        opening({ unit: UnitId.make(999) }),
        opening({ unit: UnitId.make(2), openedOn: day("2025-07-01") }),
        opening({ openedOn: day("2026-01-01"), criteriaSet: CriteriaSetId.make("khac") }),
        opening({
          unit: UnitCode.make("11638"),
          procedure: ProcedureId.make("khac"),
          tasks: [{ step: "report", task: TaskKey.make("kh/1") }]
        }),
        opening({ unit: UnitCode.make("11638"), tasks: [{ step: "nothing", task: TaskKey.make("kh/1") }] })
      ])
    ).toEqual([
      [0, "unit", "unknownUnit"],
      [1, "unit", "unknownUnit"],
      [2, "unit", "unitNotStanding"],
      [3, "openedOn", "futureDay"],
      [3, "criteriaSet", "unknownSet"],
      [3, "procedure", "procedureOfOther"],
      [4, "procedure", "unknownProcedure"],
      [5, "tasks[0].step", "unknownStep"],
      [5, "unit", "alreadyOpen"]
    ])
  })

  it("names tasks that there are, where somebody can tell", () => {
    const tasks = [{ step: "report", task: TaskKey.make("kh-mau/1") }]
    expect(problems([opening({ tasks })], { isTask: () => false })).toEqual([[0, "tasks[0].task", "unknownTask"]])
    expect(problems([opening({ tasks })], { isTask: () => true })).toEqual([])
    expect(problems([opening({ tasks })])).toEqual([])
  })

  it("needs a reason where the facts do not allow it, and with one it is opened nevertheless", () => {
    const check = () => openingCheck(facts({ explanation: explained("notMet"), held: holding("standard") }))
    expect(problems([opening()], { check })).toEqual([
      [0, "override", "alreadyHeld"],
      [0, "override", "notAllowedByAssessment"],
      [0, "override", "notAllowedByAssessment"]
    ])
    expect(problems([opening({ override: "Bổ sung theo thông báo" })], { check })).toEqual([])
  })

  it("opens one for a tier at a time, by an office that answers for the unit", () => {
    const journal = { dossiers: [testDossier], events: [] }
    const override = "Vẫn mở"
    expect(problems([opening({ override })], { journal })).toEqual([[0, "unit", "alreadyOpen"]])
    expect(problems([opening({ override, tier: "advanced" })], { journal })).toEqual([])
    const other = { ...office, role: "communeOfficer", scope: [UnitId.make(5)] } as const
    expect(problems([opening()], { actor: other })).toEqual([[0, "unit", "notInScope"]])
  })
})
