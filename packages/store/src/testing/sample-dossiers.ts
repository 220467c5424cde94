import { weekendsOff } from "@ntm/domain/assignments"
import { CriteriaSetId, SetInput } from "@ntm/domain/criteria"
import {
  DossierEventRecording,
  type DossierOpener,
  DossierOpening,
  type DossierWriter,
  Procedure
} from "@ntm/domain/dossiers"
import { chronicleOf, UnitId } from "@ntm/domain/units"
import { Schema } from "effect"
import type { ImportedDossier } from "../dossiers/importing.ts"
import type { Facts } from "../reference/facts.ts"
import { decodeList } from "./decode-list.ts"
import { sampleFacts } from "./sample.ts"
import { sampleSets } from "./sample-criteria.ts"
import { provincialOffice } from "./sample-observations.ts"
import { sampleReorganisations, sampleUnits } from "./sample-units.ts"

const named = (text: string) => ({ vi: text, en: text })
const step = (key: string, after: ReadonlyArray<string>, rest: object = {}) => ({
  key,
  name: named(key),
  who: named("UBND xã"),
  after,
  days: null,
  papers: [],
  rule: null,
  confidence: "unknown",
  source: "mẫu",
  ...rest
})

/** The papers, the opinion of the people, and a decision. */
export const sampleProcedures = decodeList(Procedure)([
  {
    id: "xa-hai-cap",
    level: "commune",
    tiers: ["standard", "advanced"],
    form: "twoTier",
    name: named("Công nhận xã"),
    document: "18/2022/QĐ-TTg",
    from: "2025-07-01",
    to: null,
    steps: [
      step("prepare", [], { papers: ["report"] }),
      step("survey", ["prepare"], { rule: { _tag: "survey", satisfied: 80, asked: null } }),
      step("decide", ["survey"], { rule: { _tag: "decision" } }),
      step("publish", ["decide"], { rule: { _tag: "publication" } })
    ],
    papers: [{ key: "report", name: named("Báo cáo"), from: "handed", maxAgeMonths: null, required: true }]
  }
])

/** What somebody says of a dossier for xã Vĩnh Bảo, but for what is said. */
export const sampleOpening = (rest: Partial<{ readonly [K in keyof DossierOpening]: unknown }> = {}): DossierOpening =>
  Schema.decodeUnknownSync(DossierOpening)({
    unit: "11824",
    tier: "standard",
    criteriaSet: "xa-ntm-2021-2025",
    procedure: "xa-hai-cap",
    asOf: "2025-12-31",
    openedOn: "2026-01-05",
    override: null,
    document: "12/TTr-UBND",
    note: "Đợt 1\n“lần đầu” \\",
    tasks: [{ step: "prepare", task: "kh-61-2025/1" }],
    illustrative: false,
    ...rest
  })

const chronicle = chronicleOf(sampleUnits, sampleReorganisations)

export const sampleOpener: DossierOpener = {
  actor: provincialOffice,
  chronicle,
  sets: new Set([CriteriaSetId.make("xa-ntm-2021-2025")]),
  check: () => ({ allowed: true, reasons: [], remarks: [] })
}

export const sampleDossierWriter: DossierWriter = {
  actor: provincialOffice,
  chronicle,
  calendar: weekendsOff,
  factsOf: () => ({ assessment: null, overdueDebt: null })
}

/** Something that happened to dossier 1, on a day of February 2026. */
export const sampleDossierEvent = (
  body: object,
  rest: Partial<{ readonly [K in keyof DossierEventRecording]: unknown }> = {}
): DossierEventRecording =>
  Schema.decodeUnknownSync(DossierEventRecording)({
    dossier: 1,
    day: "2026-02-10",
    body,
    document: null,
    evidence: [],
    note: null,
    illustrative: false,
    ...rest
  })

export const handedIn = { _tag: "paper", paper: "report", issuedOn: "2026-01-20", title: "Báo cáo “kết quả”" }
export const surveyed = (satisfied: number) => ({
  _tag: "surveyed",
  step: "survey",
  population: 1000,
  of: "households",
  confidence: 95,
  margin: 5,
  results: [{ content: "Giao thông", asked: 400, answered: 400, satisfied }],
  input: "satisfaction"
})
export const done = (key: string) => ({ _tag: "step", step: key, event: "done", by: null })
export const decided = { _tag: "decided", recognised: true, document: "99/QĐ-UBND", decidedOn: "2026-02-10" }

/** What happened to a dossier as an import tells it. */
export const toldByImport = (body: object, day: string): ImportedDossier["events"][number] => {
  const { dossier: _, ...event } = sampleDossierEvent(body, { day })
  return event
}

/** A dossier of xã An Lão that a document tells of. */
export const sampleImported: ImportedDossier = {
  key: "an-lao",
  opening: {
    ...sampleOpening({ openedOn: "2025-08-01", asOf: "2025-07-31", illustrative: true }),
    unit: UnitId.make(8)
  },
  events: [
    toldByImport({ ...handedIn, issuedOn: "2025-08-09" }, "2025-08-10"),
    toldByImport({ ...done("prepare"), event: "begun" }, "2025-08-11")
  ]
}

const satisfaction = decodeList(SetInput)([
  {
    input: "satisfaction",
    name: "Tỷ lệ người dân hài lòng",
    unit: "%",
    measure: "percent",
    bySex: false,
    carry: { carry: "none" }
  }
])

/** The sample facts with procedures and these dossiers; the first set asks how many are satisfied. */
export const sampleWithDossiers = (...dossiers: ReadonlyArray<ImportedDossier>): Facts => ({
  ...sampleFacts,
  criteriaSets: sampleSets.map((set, at) => (at === 0 ? { ...set, inputs: satisfaction } : set)),
  dossiers: { procedures: sampleProcedures, dossiers }
})
