import type { Assignment } from "@ntm/domain/assignments"
import { type CriteriaSet, InputKey, Recognition } from "@ntm/domain/criteria"
import { type DocumentContent, DocumentId, type Figure, type Finding, type Severity } from "@ntm/domain/documents"
import { blankFigure, blankIndicator, blankSet } from "@ntm/domain/testing"
import { type Unit, UnitCode, UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"

/** A few rows by which HTTP behaviour is tried without a database. */

export const planId = DocumentId.make("kh-61")

const figure: Figure = {
  ...blankFigure,
  id: "f1",
  label: "Tổng nguồn lực",
  value: 18_258,
  unit: "triệu đồng",
  printed: "18.258"
}

/** One document with more figures than a default page holds. */
export const plan: DocumentContent = {
  document: {
    id: planId,
    number: "61/KH-UBND",
    kind: "Kế hoạch",
    issuer: "UBND thành phố Hải Phòng",
    date: Day.make("2025-03-05"),
    title: "Kế hoạch xây dựng nông thôn mới năm 2025",
    period: null,
    locality: null,
    bases: []
  },
  figures: Array.from({ length: 150 }, (_, index) => ({ ...figure, id: `f${index + 1}` })),
  tables: []
}

const findingOf = (id: string, severity: Severity): Finding => ({
  id,
  kind: "columnSum",
  severity,
  places: [
    {
      document: planId,
      documentLabel: "61/KH-UBND",
      file: "appendix-02-funding.json",
      path: "rows[3]",
      label: "An Lão",
      section: null,
      figure: null,
      table: "appendix-02-funding",
      row: 3,
      column: null,
      printed: "2.775 triệu đồng"
    }
  ],
  stated: 2775,
  expected: 0,
  difference: 2775,
  unit: "triệu đồng",
  cause: null,
  message: { vi: "Không khớp", en: "Does not foot" }
})

export const findings: ReadonlyArray<Finding> = [findingOf("a", "error"), findingOf("b", "warning")]

export const commune: Unit = {
  id: UnitId.make(1),
  code: UnitCode.make("11824"),
  name: "Vĩnh Bảo",
  type: "xã",
  level: "commune",
  parentId: null,
  parentCode: UnitCode.make("31"),
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: Day.make("2025-07-01"),
  validTo: null
}

export const criteriaSet: CriteriaSet = {
  ...blankSet("xa-ntm-2021-2025"),
  name: "Xã nông thôn mới",
  officialCriteria: 19,
  officialIndicators: 57,
  criteria: [
    {
      no: 1,
      name: "Quy hoạch",
      indicators: [{ ...blankIndicator("1.1"), confidence: "verified" }, blankIndicator("1.2")]
    }
  ],
  inputs: [
    {
      input: InputKey.make("xa-ntm-2021-2025/1.1"),
      name: "Quy hoạch",
      unit: null,
      measure: "attestation",
      bySex: false,
      carry: { carry: "attested" }
    }
  ],
  source: { kept: true }
}

export const assignment: Assignment = {
  document: planId,
  no: "1",
  parentNo: null,
  title: "Tham mưu kế hoạch vốn",
  lead: "Sở Tài chính",
  coLeads: [],
  coordinating: [],
  start: null,
  due: Day.make("2025-04-30"),
  dueText: "trước 30/4/2025",
  deliverable: null,
  section: null,
  notes: null
}

/** Tân Hưng (11836) was recognised before the events of the register. */
export const recognitions = [
  Recognition.make({
    unit: UnitId.make(7),
    tier: "advanced",
    criteriaSet: null,
    document: "12/QĐ-UBND",
    decidedOn: Day.make("2022-05-05"),
    revokedOn: null,
    note: null,
    illustrative: false
  })
]
