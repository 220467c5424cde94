import { DocumentId, type DocumentSummary, type Figure, type Finding, type Place } from "../documents/index.ts"
import type { SetResults } from "../criteria/index.ts"
import type { FundingTable } from "../funding/index.ts"
import { Day, Dong } from "../values/index.ts"
import type { AssignmentOnDay } from "../assignments/index.ts"

export { blankIndicator, blankSet } from "./criteria.ts"
export * as hostile from "../criteria/testing/hostile.ts"
export * as meaning from "../criteria/testing/naive.ts"
export { evidenceSamples } from "./evidence.ts"
export * as taskSamples from "../assignments/testing/tasks.ts"
export { blankEntry, fundingOver } from "./funding.ts"
export * as dossierSamples from "../dossiers/testing/dossiers.ts"
export { toldItem } from "../inventory/testing/told.ts"
export {
  manyWorks,
  planFrom,
  toldGift,
  toldLandEvent,
  toldPayment,
  toldReport,
  toldWork,
  worksJournal
} from "./works.ts"
export { journalOver, recordsOf, type ToldValue } from "./journal.ts"

/** A few facts of the pilot's plan, enough for the screens to speak. */
export const planId = DocumentId.make("kh-61-2025-haiphong")
export const day = (text: string): Day => Day.make(text)
const million = (amount: number | null) => (amount === null ? null : Dong.make(amount * 1_000_000))

export const plan: DocumentSummary = {
  id: planId,
  number: "61/KH-UBND",
  kind: "Kế hoạch",
  issuer: "UBND thành phố Hải Phòng",
  date: day("2025-03-05"),
  title: "Thực hiện Chương trình MTQG xây dựng nông thôn mới năm 2025",
  period: "2025",
  locality: "Thành phố Hải Phòng",
  bases: [],
  counts: { figures: 2, tables: 1, criteriaSets: 1, fundingTables: 1, assignments: 3, findings: 1 }
}

const place = (column: string, printed: string): Place => ({
  document: planId,
  documentLabel: "61/KH-UBND",
  file: "appendix-02-funding.json",
  path: `rows[1].${column}`,
  label: `Phụ lục 02, huyện Cát Hải, ${column}`,
  section: null,
  figure: null,
  table: "appendix-02-funding",
  row: 1,
  column,
  printed
})

export const catHaiFinding: Finding = {
  id: "cat-hai",
  kind: "columnSum",
  severity: "error",
  places: [place("public", "896.210 triệu đồng"), place("city", "0 triệu đồng")],
  stated: 896210,
  expected: 0,
  difference: 896210,
  unit: "triệu đồng",
  cause: { kind: "copiedFromNeighbour", text: { vi: "Bằng ô ở dòng trên.", en: "Equals the cell above." } },
  message: { vi: "Vốn đầu tư công của Cát Hải không bằng các phần cộng lại", en: "Cát Hải does not add up" }
}

export const fundingTable: FundingTable = {
  document: planId,
  table: "appendix-02-funding",
  name: "Phụ lục 02",
  title: "Kết quả huy động nguồn lực năm 2024",
  year: 2024,
  stage: "mobilised",
  printedUnit: "triệu đồng",
  sources: [
    { key: "total", label: "Tổng cộng", parent: null },
    { key: "public", label: "Vốn đầu tư công – tổng", parent: "total" },
    { key: "city", label: "Thành phố", parent: "public" },
    { key: "district", label: "Huyện, xã", parent: "public" },
    { key: "credit", label: "Tín dụng", parent: "total" }
  ],
  rows: [
    { row: 0, unit: "Tổng", kind: "total", amounts: [1_001_013, 896_210, 0, null, 104_803].map(million) },
    { row: 1, unit: "huyện Cát Hải", kind: "district", amounts: [1_001_013, 896_210, 0, null, 104_803].map(million) }
  ]
}

export const results: SetResults = {
  document: planId,
  asOf: day("2024-12-31"),
  code: "xa-ntm-kieu-mau",
  name: "Bộ tiêu chí về xã NTM kiểu mẫu",
  level: "commune",
  unitWord: "xã",
  evaluatedCount: 137,
  evaluatedUnits: [],
  statedAverage: 4.3,
  statedAverageDecimals: 1,
  outOf: 5,
  criteria: [105, 107, 137, 137, 137].map((metCount, index) => ({
    no: index + 1,
    name: `Tiêu chí ${index + 1}`,
    metCount,
    printed: String(metCount)
  })),
  notes: null
}

/** An assignment of the plan, seen from the day that `days` is counted from. */
export const assignment = (
  no: string,
  parentNo: string | null,
  due: string | null,
  days: number | null
): AssignmentOnDay => ({
  document: planId,
  no,
  parentNo,
  title: `Việc ${no}`,
  lead: "Sở Nông nghiệp và Môi trường",
  coLeads: [],
  coordinating: [],
  start: null,
  due: due === null ? null : day(due),
  dueText: null,
  deliverable: null,
  section: null,
  notes: null,
  dueState: days === null ? "noDue" : days < 0 ? "overdue" : days <= 14 ? "dueSoon" : "open",
  days
})

/** All that a figure may leave unsaid. */
export const blankFigure: Omit<Figure, "id" | "label"> = {
  section: null,
  value: null,
  decimals: 0,
  valueMax: null,
  unit: null,
  asOf: null,
  period: null,
  scope: null,
  qualifier: null,
  printed: null,
  note: null,
  quantity: null,
  breakdownOf: null,
  breakdownBy: null,
  outOf: null,
  statedPercentOf: null,
  restates: null,
  differenceOf: null,
  computedFrom: null
}

/** A figure with its words and value; relations as given. */
export const figure = (id: string, label: string, value: number, more: Partial<Figure> = {}): Figure => ({
  ...blankFigure,
  id,
  section: "I.1.1",
  label,
  value,
  unit: "xã",
  asOf: "2024-12-31",
  ...more
})
