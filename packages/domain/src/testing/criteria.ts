import { type CriteriaSet, CriteriaSetId, type Indicator, InputKey } from "../criteria/index.ts"
import { Day } from "../values/index.ts"

/** An attestation of which nothing is known but its code. */
export const blankIndicator = (code: string): Indicator => ({
  code,
  name: "Chỉ tiêu",
  measure: null,
  unit: null,
  input: InputKey.make(code),
  better: null,
  rule: null,
  appliesWhen: null,
  confidence: "unknown",
  nameConfidence: null,
  leadAgency: null,
  evidence: [],
  missing: [],
  source: null,
  note: null,
  legalBasis: null,
  from: null,
  to: null,
  versions: []
})

/** A set of communes for 2021–2025 without any line. */
export const blankSet = (id: string): CriteriaSet => ({
  id: CriteriaSetId.make(id),
  name: id,
  level: "commune",
  types: null,
  tier: "standard",
  periodFrom: 2021,
  periodTo: 2025,
  period: { from: Day.make("2021-01-01"), to: Day.make("2025-12-31") },
  legalBases: [],
  officialCriteria: null,
  officialIndicators: null,
  doNotEvaluate: false,
  derivesFrom: null,
  regions: [],
  regionOverrides: [],
  groups: [],
  requires: [],
  conditions: [],
  criteria: [],
  recognition: { legalBasis: null, grant: [], withdraw: null },
  amendments: [],
  inputs: [],
  asOf: null,
  source: {}
})
