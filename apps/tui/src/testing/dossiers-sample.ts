import type { AnswerOf, api, DossierLine } from "@ntm/contract"
import { CriteriaSetId } from "@ntm/domain/criteria"
import {
  DossierEventId,
  DossierId,
  type DossierStanding,
  type DossierStep,
  type DossierStepStanding,
  type Paper,
  type PaperStanding,
  type Procedure,
  ProcedureId,
  type ProcedureOrigin
} from "@ntm/domain/dossiers"
import { Day, Moment } from "@ntm/domain/values"
import { sampleHead, taskKey } from "./tasks-sample.ts"
import { sample } from "./unit-sample.ts"

const day = Day.make
const head = { ...sampleHead, asOf: day("2025-06-20") }

const step = (key: string, vi: string, more: Partial<DossierStep> = {}): DossierStep => ({
  key,
  name: { vi, en: `Step ${key}` },
  who: { vi: "UBND huyện", en: "District committee" },
  after: [],
  days: null,
  papers: [],
  rule: null,
  confidence: "recalled",
  source: "18/2022/QĐ-TTg",
  ...more
})

const consultation = step("consultation", "Lấy ý kiến Nhân dân", { rule: { _tag: "consultation", days: 15 } })
const survey = step("survey", "Khảo sát sự hài lòng", {
  after: ["consultation"],
  rule: { _tag: "survey", satisfied: 90, asked: null }
})
const appraisal = step("appraisal", "Hội đồng thẩm định", {
  after: ["survey"],
  days: { days: 20, count: "working" },
  rule: { _tag: "appraisal" }
})

const paper = (key: string, vi: string, more: Partial<Paper> = {}): Paper => ({
  key,
  name: { vi, en: `Paper ${key}` },
  from: "handed",
  maxAgeMonths: null,
  required: true,
  ...more
})
const letter = paper("letter", "Tờ trình của UBND huyện")
const report = paper("report", "Báo cáo kết quả thực hiện")
const photos = paper("photos", "Hình ảnh minh họa", { required: false })

/** Loaded by an office. */
export const procedureOrigin: ProcedureOrigin = {
  knownFrom: Moment.make("2025-01-01T00:00:00.000Z"),
  recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice", agency: null },
  programVersion: null,
  file: "trinh-tu.json",
  sha256: null,
  shippedChanged: false
}

export const procedure: Procedure = {
  id: ProcedureId.make("huyen-2022"),
  level: "district",
  tiers: ["advanced"],
  form: "threeTier",
  name: { vi: "Xét, công nhận huyện nông thôn mới nâng cao", en: "Recognition of an advanced district" },
  document: "18/2022/QĐ-TTg",
  from: day("2022-08-02"),
  to: day("2025-06-30"),
  steps: [consultation, survey, appraisal],
  papers: [letter, report, photos]
}

const paperStanding = (of: Paper, state: PaperStanding["state"]): PaperStanding => ({
  paper: of,
  state,
  issuedOn: state === "there" ? day("2025-05-10") : null,
  event: null,
  fact: null,
  sentence: state === "there" ? { vi: "Đã nộp", en: "Handed in" } : { vi: "Chưa ai nộp", en: "Nobody handed it in" }
})
const papers = [paperStanding(photos, "missing"), paperStanding(letter, "missing"), paperStanding(report, "there")]

const stepStanding = (
  of: DossierStep,
  state: DossierStepStanding["state"],
  more: Partial<DossierStepStanding> = {}
): DossierStepStanding => ({
  step: of,
  state,
  begunOn: null,
  doneOn: null,
  due: null,
  days: null,
  lateDays: 0,
  expectedEnd: null,
  papers: [],
  rule: null,
  tasks: [],
  ...more
})

export const dossierStanding: DossierStanding = {
  dossier: {
    id: DossierId.make(3),
    unit: sample.vinhBao.id,
    tier: "advanced",
    criteriaSet: CriteriaSetId.make("huyen-ntm-nang-cao-2021-2025"),
    procedure: procedure.id,
    asOf: day("2025-03-31"),
    openedOn: day("2025-04-01"),
    override: null,
    document: null,
    note: null,
    tasks: [],
    illustrative: true,
    recordedAt: Moment.make("2025-04-01T00:00:00Z"),
    recordedBy: { name: "Văn phòng", role: "provincialOffice", agency: null }
  },
  unit: sample.vinhBao,
  procedure,
  state: "open",
  opening: { allowed: true, reasons: [], remarks: [] },
  steps: [
    stepStanding(consultation, "done", {
      begunOn: day("2025-04-10"),
      doneOn: day("2025-04-30"),
      rule: { holds: true, sentence: { vi: "Công khai 20 ngày, 3 ý kiến", en: "Public for 20 days, 3 opinions" } }
    }),
    stepStanding(survey, "begun", { begunOn: day("2025-05-05"), due: day("2025-06-10"), days: -10, lateDays: 10 }),
    stepStanding(appraisal, "waiting")
  ],
  papers,
  at: "survey",
  missing: 1,
  expectedEnd: day("2025-07-18"),
  recognition: null,
  waiting: [
    {
      task: taskKey("4"),
      depth: 1,
      heldUp: null,
      why: null,
      sentence: { vi: "4. Khảo sát: chưa bắt đầu, còn 5 ngày", en: "4. Survey: not begun, 5 days left" }
    }
  ],
  next: [
    { _tag: "step", step: "survey", event: "done" },
    { _tag: "surveyed", step: "survey" },
    { _tag: "paper", paper: "letter" },
    { _tag: "closed" }
  ],
  events: [
    {
      id: DossierEventId.make(1),
      dossier: DossierId.make(3),
      day: day("2025-04-30"),
      body: {
        _tag: "consultation",
        step: "consultation",
        from: day("2025-04-10"),
        to: day("2025-04-30"),
        opinions: 3,
        against: 0
      },
      document: "15/UBND",
      evidence: [],
      note: null,
      illustrative: true,
      recordedAt: Moment.make("2025-04-30T00:00:00Z"),
      recordedBy: { name: "Văn phòng", role: "provincialOffice", agency: null }
    }
  ]
}

const { code, name, type } = sample.vinhBao

export const dossierLine: DossierLine = {
  id: DossierId.make(3),
  unit: { code, name, type },
  tier: "advanced",
  procedure: procedure.id,
  state: "open",
  at: { key: "survey", vi: survey.name.vi, en: survey.name.en },
  since: "2025-06-02",
  openedOn: "2025-04-01",
  expectedEnd: "2025-07-18",
  lateDays: 10,
  missing: 1,
  overridden: false,
  illustrative: true
}

type Dossiers = typeof api.dossiers

export const dossierAnswers: {
  readonly list: AnswerOf<Dossiers["list"]>
  readonly one: AnswerOf<Dossiers["one"]>
  readonly rehearsal: AnswerOf<Dossiers["rehearsal"]>
  readonly check: AnswerOf<Dossiers["check"]>
} = {
  list: {
    ...head,
    next: null,
    items: [
      dossierLine,
      {
        ...dossierLine,
        id: DossierId.make(4),
        unit: { code: sample.city.code, name: sample.city.name, type: sample.city.type },
        tier: "completed",
        state: "recognised",
        at: null,
        missing: 0,
        lateDays: 0,
        expectedEnd: null,
        illustrative: false
      }
    ]
  },
  one: { ...head, standing: dossierStanding },
  rehearsal: {
    ...head,
    rehearsal: {
      dossier: 3,
      day: day("2025-06-20"),
      marginPercent: 5,
      passes: false,
      findings: [
        {
          kind: "nearThreshold",
          severity: "question",
          place: "5.1",
          sentence: { vi: "5.1 đạt 91,2 %, ngưỡng 90 %", en: "5.1 is 91.2 %, threshold 90 %" }
        },
        {
          kind: "paperMissing",
          severity: "blocking",
          place: "letter",
          sentence: { vi: "Thiếu Tờ trình của UBND huyện", en: "The letter is wanting" }
        }
      ]
    }
  },
  check: {
    ...head,
    check: {
      allowed: false,
      reasons: [
        { kind: "notMet", overridable: true, vi: "Chưa đạt tiêu chí 5", en: "Criterion 5 is not met" },
        { kind: "debt", overridable: true, vi: "Còn nợ đọng quá hạn", en: "There is overdue debt" }
      ],
      remarks: []
    },
    procedure
  }
}
