import { Schema } from "effect"
import type { Bilingual } from "../values/index.ts"

/** What a change can be of. */
export const ChangedNoun = Schema.Literals([
  "observation",
  "observationNote",
  "observationMove",
  "evidenceFile",
  "fundingEntry",
  "fundingNote",
  "workBatch",
  "work",
  "workReport",
  "landGift",
  "landEvent",
  "taskEvent",
  "recommendationEvent",
  "dossier",
  "dossierEvent",
  "inventoryItem",
  "inventoryEvent",
  "recognition",
  "unit",
  "transfer",
  "reorganisation",
  "boundaryImport",
  "boundary",
  "document",
  "legalBasis",
  "figure",
  "printedTable",
  "printedRow",
  "criteriaSet",
  "criteriaSetVersion",
  "criteriaSetBasis",
  "criterion",
  "indicator",
  "setResult",
  "setResultLine",
  "target",
  "fundingTable",
  "worksRules",
  "assignment",
  "agency",
  "workCalendar",
  "tasking",
  "duty",
  "recommendation",
  "limitation",
  "dossierProcedure",
  "dossierProcedureVersion",
  "inventoryTarget",
  "personEvent",
  "accountEvent",
  "webhookEndpoint",
  "sourceImport",
  "observationInput",
  "observedUnit",
  "observationSource",
  "observationRecorder",
  "fundingAgency",
  "fundingPaper",
  "finding"
])
export type ChangedNoun = typeof ChangedNoun.Type

export const nounWords: Readonly<Record<ChangedNoun, Bilingual>> = {
  observation: { vi: "số liệu", en: "value" },
  observationNote: { vi: "minh chứng của số liệu", en: "evidence of a value" },
  observationMove: { vi: "bước xử lý số liệu", en: "step of a value" },
  evidenceFile: { vi: "tệp minh chứng", en: "file of evidence" },
  fundingEntry: { vi: "bút toán nguồn vốn", en: "funding entry" },
  fundingNote: { vi: "ghi chú bút toán", en: "note on a funding entry" },
  workBatch: { vi: "danh mục công trình", en: "list of works" },
  work: { vi: "công trình", en: "work" },
  workReport: { vi: "báo cáo công trình", en: "report on a work" },
  landGift: { vi: "hiến đất", en: "gift of land" },
  landEvent: { vi: "diễn biến hiến đất", en: "event of a gift of land" },
  taskEvent: { vi: "diễn biến nhiệm vụ", en: "event of a task" },
  recommendationEvent: { vi: "diễn biến kiến nghị", en: "event of a recommendation" },
  dossier: { vi: "hồ sơ", en: "dossier" },
  dossierEvent: { vi: "bước của hồ sơ", en: "event of a dossier" },
  inventoryItem: { vi: "mục sổ theo dõi", en: "entry of a register" },
  inventoryEvent: { vi: "diễn biến mục sổ", en: "event of an entry of a register" },
  recognition: { vi: "công nhận", en: "recognition" },
  unit: { vi: "đơn vị hành chính", en: "administrative unit" },
  transfer: { vi: "phần chuyển giữa đơn vị", en: "part passed between units" },
  reorganisation: { vi: "sắp xếp đơn vị", en: "reorganisation" },
  boundaryImport: { vi: "tệp ranh giới", en: "file of boundaries" },
  boundary: { vi: "ranh giới", en: "boundary" },
  document: { vi: "văn bản", en: "document" },
  legalBasis: { vi: "căn cứ pháp lý", en: "legal basis" },
  figure: { vi: "số liệu công bố", en: "published figure" },
  printedTable: { vi: "bảng in", en: "printed table" },
  printedRow: { vi: "dòng bảng in", en: "row of a printed table" },
  criteriaSet: { vi: "bộ tiêu chí", en: "criteria set" },
  criteriaSetVersion: { vi: "bản của bộ tiêu chí", en: "version of a criteria set" },
  criteriaSetBasis: { vi: "căn cứ của bộ tiêu chí", en: "basis of a criteria set" },
  criterion: { vi: "tiêu chí", en: "criterion" },
  indicator: { vi: "chỉ tiêu", en: "indicator" },
  setResult: { vi: "kết quả bộ tiêu chí", en: "result of a criteria set" },
  setResultLine: { vi: "dòng kết quả bộ tiêu chí", en: "line of a result of a criteria set" },
  target: { vi: "chỉ tiêu kế hoạch", en: "target" },
  fundingTable: { vi: "bảng vốn", en: "funding table" },
  worksRules: { vi: "ngưỡng cảnh báo công trình", en: "rules of alerts on works" },
  assignment: { vi: "nhiệm vụ được giao", en: "assignment" },
  agency: { vi: "cơ quan", en: "agency" },
  workCalendar: { vi: "lịch làm việc", en: "calendar of working days" },
  tasking: { vi: "cách đọc nhiệm vụ", en: "reading of assignments" },
  duty: { vi: "trách nhiệm thường xuyên", en: "duty" },
  recommendation: { vi: "kiến nghị", en: "recommendation" },
  limitation: { vi: "hạn chế", en: "limitation" },
  dossierProcedure: { vi: "trình tự hồ sơ", en: "procedure of dossiers" },
  dossierProcedureVersion: { vi: "bản của trình tự hồ sơ", en: "version of a procedure of dossiers" },
  inventoryTarget: { vi: "chỉ tiêu của sổ theo dõi", en: "target of a register" },
  personEvent: { vi: "người dùng và quyền", en: "person and grants" },
  accountEvent: { vi: "tài khoản, khóa và đăng nhập", en: "accounts, keys and sign-ins" },
  webhookEndpoint: { vi: "webhook", en: "webhook" },
  sourceImport: { vi: "lần nạp dữ liệu", en: "load" },
  observationInput: { vi: "số hiệu chỉ tiêu", en: "number of an input" },
  observedUnit: { vi: "nơi lưu số liệu của đơn vị", en: "where values of a unit are kept" },
  observationSource: { vi: "nguồn số liệu", en: "source of values" },
  observationRecorder: { vi: "người ghi", en: "recorder" },
  fundingAgency: { vi: "cơ quan giữ vốn", en: "agency that holds money" },
  fundingPaper: { vi: "chỗ trong văn bản về vốn", en: "place of a document on money" },
  finding: { vi: "phát hiện", en: "finding" }
}

/**
 * Who may be told of it by the feed: `scoped`: who sees its units; `all`: everybody who follows it; `none`: told by the audit trail alone, or with
 * what it belongs to.
 */
export const audienceOf = (noun: ChangedNoun): "scoped" | "all" | "none" => {
  switch (noun) {
    case "personEvent":
    case "accountEvent":
    case "webhookEndpoint":
    case "sourceImport":
    case "observationInput":
    case "observedUnit":
    case "observationSource":
    case "observationRecorder":
    case "fundingAgency":
    case "fundingPaper":
    case "finding":
    case "observationNote":
    case "fundingNote":
    case "evidenceFile":
    case "boundaryImport":
    case "boundary":
      return "none"
    case "observation":
    case "observationMove":
    case "fundingEntry":
    case "workBatch":
    case "work":
    case "workReport":
    case "landGift":
    case "landEvent":
    case "taskEvent":
    case "recommendationEvent":
    case "dossier":
    case "dossierEvent":
    case "inventoryItem":
    case "inventoryEvent":
    case "recognition":
      return "scoped"
    default:
      return "all"
  }
}

/** What the feed tells of. */
export const fedNouns: ReadonlyArray<ChangedNoun> = ChangedNoun.literals.filter((noun) => audienceOf(noun) !== "none")

/**
 * What only the program keeps: by which numbers values know their inputs, sources and recorders, where they lie, and what is derived of documents. Nobody
 * writes these by themselves; the trail holds them, and tells of them where they are asked for.
 */
export const technicalNouns: ReadonlyArray<ChangedNoun> = [
  "observationInput",
  "observedUnit",
  "observationSource",
  "observationRecorder",
  "fundingAgency",
  "fundingPaper",
  "finding"
]
