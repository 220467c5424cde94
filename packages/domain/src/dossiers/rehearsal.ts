import type { Bilingual, Day } from "../values/index.ts"

/**
 * What an appraisal council would find in a dossier. `paperMissing`, `paperTooOld`, `paperContradicted` (by the system's own facts);
 * `valueTooOld`: older than its rule allows; `nearThreshold`: a value meets it by less than the margin;
 * `sourcesDisagree`: two sources state the same value differently; `taskOpen`: a task of the dossier is not done; `notMet`: a line of the set;
 * `noData`; `debt`; `survey`, `consultation`, `vote`: the step's rule.
 */
export type RehearsalKind =
  | "paperMissing"
  | "paperTooOld"
  | "paperContradicted"
  | "valueTooOld"
  | "nearThreshold"
  | "sourcesDisagree"
  | "taskOpen"
  | "notMet"
  | "noData"
  | "debt"
  | "survey"
  | "consultation"
  | "vote"

export interface RehearsalFinding {
  readonly kind: RehearsalKind
  /** `blocking`: the council would send it back. `question`: it would ask. */
  readonly severity: "blocking" | "question"
  /** What it is about: a paper's key, an indicator's code, a task's key. */
  readonly place: string
  readonly sentence: Bilingual
}

export interface Rehearsal {
  readonly dossier: number
  readonly day: Day
  /** A value that meets its threshold by less than so many per cent of it is told. */
  readonly marginPercent: number
  readonly passes: boolean
  readonly findings: ReadonlyArray<RehearsalFinding>
}
