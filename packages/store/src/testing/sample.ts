import { Assignment } from "@ntm/domain/assignments"
import { entriesOfTable, FundingTable, type TablePlaces } from "@ntm/domain/funding"
import { UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Result } from "effect"
import type { Facts } from "../reference/facts.ts"
import { decodeList } from "./decode-list.ts"
import { sampleRecognitions, sampleResults, sampleSets, sampleTargets } from "./sample-criteria.ts"
import { sampleFindings, sampleNotice, samplePlan } from "./sample-documents.ts"
import { sampleReorganisations, sampleUnits } from "./sample-units.ts"

const printed = (credit: number, anLao: number) =>
  decodeList(FundingTable)([
    {
      document: "kh-61-2025",
      table: "appendix-02-funding",
      name: "Phụ lục 02",
      title: "Nguồn lực",
      year: 2024,
      stage: "mobilised",
      printedUnit: "triệu đồng",
      sources: [
        { key: "total", label: "Tổng", parent: null },
        { key: "credit", label: "Tín dụng", parent: "total" }
      ],
      rows: [
        { row: 0, unit: "An Lão", kind: null, amounts: [anLao, null] },
        { row: 2, unit: "Tổng", kind: "total", amounts: [0, credit] }
      ]
    }
  ])

/** An Lão is unit 2, the province unit 1. */
const samplePlaces: TablePlaces = {
  tier: "district",
  day: Day.make("2024-12-31"),
  counts: ["all", "credit"],
  holders: new Map([
    [0, { unit: UnitId.make(2), agency: null }],
    [2, { unit: UnitId.make(1), agency: null }]
  ])
}

/** A table whose total row agrees with nothing, with the entries that it is taken apart into. */
export const tablesWith = (credit: number, anLao: number) =>
  printed(credit, anLao).map((table) => ({ table, ...Result.getOrThrow(entriesOfTable(table, samplePlaces)) }))

/** It is printed back all the same. */
export const sampleFunding = tablesWith(-5, 9_000_000_000_000_000)

const blankAssignment = {
  parentNo: null,
  lead: null,
  coLeads: [],
  coordinating: [],
  start: null,
  due: null,
  dueText: null,
  deliverable: null,
  section: null,
  notes: null
}

export const sampleAssignments = decodeList(Assignment)(
  [
    {
      no: "1",
      title: "Xây dựng kế hoạch",
      due: "2025-04-30",
      dueText: "trước 30/4/2025",
      lead: "Sở Nông nghiệp và Môi trường"
    },
    {
      no: "1.a",
      parentNo: "1",
      title: "Rà soát tiêu chí",
      coLeads: ["Sở Y tế"],
      coordinating: ["UBND huyện An Lão", "Công an"]
    },
    {
      no: "2",
      title: "Báo cáo quý",
      start: "2025-01-01",
      due: "2025-03-31",
      deliverable: "Báo cáo",
      section: "II",
      notes: "gấp"
    },
    { no: "3", title: "Tổng kết" }
  ].map((one) => ({ document: "kh-61-2025", ...blankAssignment, ...one }))
)

/** A small import with one of everything, and the corners that a store may get wrong: blanks, zero, texts for numbers, reused codes. */
export const sampleFacts: Facts = {
  units: sampleUnits,
  reorganisations: sampleReorganisations,
  criteriaSets: sampleSets,
  documents: [sampleNotice, samplePlan],
  setResults: sampleResults,
  recognitions: sampleRecognitions,
  targets: sampleTargets,
  fundingTables: sampleFunding,
  fundingEntries: [],
  assignments: sampleAssignments,
  findings: sampleFindings
}

export const sampleSource = { importName: "sample", sha256: "a", programVersion: "0.1.0" }
