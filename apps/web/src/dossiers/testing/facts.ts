import type { AnswerOf, api, DossierLine } from "@ntm/contract"
import { TaskKey } from "@ntm/domain/assignments"
import { CriteriaSetId, InputKey } from "@ntm/domain/criteria"
import {
  type DossierEvent,
  DossierEventId,
  DossierId,
  type DossierStanding,
  type DossierStepStanding,
  type Paper,
  type PaperStanding,
  type Procedure,
  ProcedureId
} from "@ntm/domain/dossiers"
import { day, plan } from "@ntm/domain/testing"
import { Dong, Moment } from "@ntm/domain/values"
import { oldHaiPhong, vinhAn, vinhBaoDistrict } from "../../units/testing/register.ts"
import { shipped } from "./origin.ts"

const head = { asOf: "2025-06-20", knownAt: "2025-06-20T10:00:00.000Z" }
const officer = { name: "Xã Vĩnh An", role: "communeOfficer" as const, agency: null }
const recorded = { recordedAt: Moment.make("2025-06-02T02:00:00.000Z"), recordedBy: officer, illustrative: false }
const said = (vi: string) => ({ vi, en: vi })
const set = CriteriaSetId.make("xa-ntm-nang-cao-2021-2025")

const paper = (key: string, name: string, more: Partial<Paper> = {}): Paper => ({
  key,
  name: said(name),
  from: "handed",
  maxAgeMonths: null,
  required: true,
  ...more
})

const report = paper("report", "Báo cáo kết quả của xã", { maxAgeMonths: 6 })
const assessed = paper("assessment", "Bảng đánh giá theo bộ tiêu chí", { from: "assessment" })
const debt = paper("debt", "Xác nhận không nợ đọng", { from: "debt" })
const opinions = paper("opinions", "Tổng hợp ý kiến", { from: "consultation" })

export const procedure: Procedure = {
  id: ProcedureId.make("xa-ba-cap"),
  level: "commune",
  tiers: ["standard", "advanced"],
  form: "threeTier",
  name: said("Xét, công nhận xã"),
  document: "18/2022/QĐ-TTg",
  from: day("2022-08-02"),
  to: day("2025-06-30"),
  steps: [
    {
      key: "consult",
      name: said("Lấy ý kiến Nhân dân"),
      who: said("UBND xã"),
      after: [],
      days: { days: 15, count: "calendar" },
      papers: ["opinions"],
      rule: { _tag: "consultation", days: 15 },
      confidence: "verified",
      source: "Điều 7"
    },
    {
      key: "survey",
      name: said("Khảo sát sự hài lòng"),
      who: said("Mặt trận Tổ quốc"),
      after: ["consult"],
      days: null,
      papers: [],
      rule: { _tag: "survey", satisfied: 90, asked: null },
      confidence: "recalled",
      source: "chưa đối chiếu"
    },
    {
      key: "decide",
      name: said("Quyết định công nhận"),
      who: said("Chủ tịch UBND tỉnh"),
      after: ["survey"],
      days: { days: 5, count: "working" },
      papers: ["report", "assessment", "debt"],
      rule: { _tag: "decision" },
      confidence: "verified",
      source: "Điều 9"
    }
  ],
  papers: [report, assessed, debt, opinions]
}

const event = (id: number, on: string, body: DossierEvent["body"]): DossierEvent => ({
  id: DossierEventId.make(id),
  dossier: DossierId.make(3),
  day: day(on),
  body,
  document: null,
  evidence: [],
  note: null,
  ...recorded
})

const consulted = event(1, "2025-06-19", {
  _tag: "consultation",
  step: "consult",
  from: day("2025-06-02"),
  to: day("2025-06-18"),
  opinions: 120,
  against: 4
})
const surveyed = event(2, "2025-06-20", {
  _tag: "surveyed",
  step: "survey",
  population: 2000,
  of: "households",
  confidence: 95,
  margin: 5,
  results: [{ content: "Giao thông", asked: 400, answered: 380, satisfied: 361 }],
  input: InputKey.make("residentSatisfactionPct")
})

const stands = (of: Paper, state: PaperStanding["state"], sentence: string, more: Partial<PaperStanding> = {}) => ({
  paper: of,
  state,
  issuedOn: null,
  event: null,
  fact: null,
  sentence: said(sentence),
  ...more
})

const papers: ReadonlyArray<PaperStanding> = [
  stands(report, "missing", "chưa có ai nộp"),
  stands(assessed, "there", "đạt 19/19 tiêu chí", {
    fact: {
      of: "assessment",
      set,
      asOf: day("2024-12-31"),
      verdict: "met",
      met: 19,
      outOf: 19,
      seal: "a1b2c3d4e5f60718"
    }
  }),
  stands(debt, "contradicted", "còn nợ quá hạn 350 triệu đồng", {
    fact: { of: "debt", overdue: Dong.make(350_000_000) }
  }),
  stands(opinions, "there", "công khai 17 ngày", { fact: { of: "event", event: consulted.id } })
]

const [consult, survey, decide] = procedure.steps
const step = (of: typeof consult, more: Partial<DossierStepStanding> = {}): DossierStepStanding => ({
  step: of,
  state: "waiting",
  begunOn: null,
  doneOn: null,
  due: null,
  days: null,
  lateDays: 0,
  expectedEnd: null,
  papers: papers.filter(({ paper: { key } }) => of.papers.includes(key)),
  rule: null,
  tasks: [],
  ...more
})

export const standing: DossierStanding = {
  dossier: {
    id: DossierId.make(3),
    unit: vinhAn.id,
    tier: "advanced",
    criteriaSet: set,
    procedure: procedure.id,
    asOf: day("2024-12-31"),
    openedOn: day("2025-06-02"),
    override: "UBND tỉnh đồng ý mở trước",
    document: "Tờ trình 12/TTr-UBND",
    note: null,
    tasks: [],
    ...recorded
  },
  unit: vinhAn,
  procedure,
  state: "open",
  opening: {
    allowed: false,
    reasons: [{ kind: "debt", overridable: true, vi: "còn nợ đọng quá hạn", en: "overdue debt" }],
    remarks: [said("chưa rõ tỷ lệ hài lòng phải đạt")]
  },
  steps: [
    step(consult, {
      state: "done",
      begunOn: day("2025-06-02"),
      doneOn: day("2025-06-19"),
      due: day("2025-06-17"),
      lateDays: 2,
      rule: { holds: true, sentence: said("công khai 17 ngày, cần 15") }
    }),
    ...(survey === undefined
      ? []
      : [
          step(survey, {
            state: "begun",
            begunOn: day("2025-06-19"),
            due: day("2025-06-30"),
            days: 10,
            rule: { holds: true, sentence: said("95 % hài lòng, cần 90 %") },
            tasks: [
              {
                key: "kh-61-2025-haiphong/2.1",
                no: "2.1",
                title: "Khảo sát mức hài lòng",
                who: "UBMTTQ thành phố",
                state: "inProgress",
                due: day("2025-05-30"),
                lateDays: 21
              }
            ]
          })
        ]),
    ...(decide === undefined ? [] : [step(decide, { expectedEnd: day("2025-07-07") })])
  ],
  papers,
  at: "survey",
  missing: 1,
  expectedEnd: day("2025-07-07"),
  recognition: null,
  waiting: [
    {
      task: TaskKey.make("kh-61-2025-haiphong/2.1"),
      depth: 1,
      heldUp: TaskKey.make("kh-61-2025-haiphong/6"),
      why: "hồ sơ phải có kết quả khảo sát",
      sentence: said("Khảo sát mức hài lòng (UBMTTQ thành phố), quá hạn 21 ngày")
    }
  ],
  next: [
    { _tag: "step", step: "survey", event: "done" },
    { _tag: "paper", paper: "report" },
    { _tag: "surveyed", step: "survey" },
    { _tag: "returned", to: ["consult", "survey"] },
    { _tag: "closed" }
  ],
  events: [consulted, surveyed]
}

export const line: DossierLine = {
  id: standing.dossier.id,
  unit: { code: vinhAn.code, name: vinhAn.name, type: vinhAn.type },
  tier: "advanced",
  procedure: procedure.id,
  state: "open",
  at: { key: "survey", ...said("Khảo sát sự hài lòng") },
  since: "2025-06-19",
  openedOn: "2025-06-02",
  expectedEnd: "2025-07-07",
  lateDays: 4,
  missing: 1,
  overridden: true,
  illustrative: false
}

const decidedLine: DossierLine = {
  ...line,
  id: DossierId.make(1),
  unit: { code: vinhBaoDistrict.code, name: vinhBaoDistrict.name, type: vinhBaoDistrict.type },
  state: "recognised",
  at: null,
  since: null,
  expectedEnd: null,
  lateDays: 0,
  missing: 0,
  overridden: false
}

const ofSet = {
  id: set,
  name: "Bộ tiêu chí xã nông thôn mới nâng cao",
  tier: "advanced",
  level: "commune",
  types: null,
  doNotEvaluate: false,
  derivesFrom: null,
  period: { from: "2021-01-01", to: "2025-12-31" }
}

/** What the server answers to the pages of dossiers, by path. */
export const dossiersAnswers = {
  "/documents": { items: [plan] },
  "/units": { asOf: head.asOf, items: [oldHaiPhong] },
  "/units/31": { asOf: head.asOf, unit: oldHaiPhong, above: [] },
  "/units/11830": { asOf: head.asOf, unit: vinhAn, above: [vinhBaoDistrict, oldHaiPhong] },
  "/criteria-sets": { items: [ofSet] },
  "/criteria-sets/xa-ntm-nang-cao-2021-2025": {
    inputs: [{ input: "residentSatisfactionPct", name: "Tỷ lệ người dân hài lòng", measure: "percent" }]
  },
  "/dossiers": { ...head, next: null, items: [line, decidedLine] } satisfies AnswerOf<typeof api.dossiers.list>,
  "/dossiers/3": { ...head, standing } satisfies AnswerOf<typeof api.dossiers.one>,
  "/dossiers/procedures": { ...head, next: null, items: [shipped(procedure)] },
  "/dossiers/check": { ...head, check: standing.opening, procedure } satisfies AnswerOf<typeof api.dossiers.check>,
  "/dossiers/3/rehearsal": {
    ...head,
    rehearsal: {
      dossier: 3,
      day: day(head.asOf),
      marginPercent: 5,
      passes: false,
      findings: [
        { kind: "paperMissing", severity: "blocking", place: "report", sentence: said("Chưa có báo cáo của xã") },
        {
          kind: "taskOpen",
          severity: "blocking",
          place: "kh-61-2025-haiphong/2.1",
          sentence: said("Việc 2.1 chưa xong")
        },
        { kind: "nearThreshold", severity: "question", place: "17.1", sentence: said("Chỉ tiêu 17.1 chỉ vượt mức 1 %") }
      ]
    }
  } satisfies AnswerOf<typeof api.dossiers.rehearsal>
}
