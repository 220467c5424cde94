import type { Agencies, Assignments, Recommendations, Tasks, WorkCalendars } from "@ntm/domain/assignments"
import type { Changes, Requests, Webhooks } from "@ntm/domain/changes"
import type { CriteriaSets, EvidenceFiles, Observations, Recognitions, Targets } from "@ntm/domain/criteria"
import type { Documents } from "@ntm/domain/documents"
import type { Dossiers } from "@ntm/domain/dossiers"
import type { Funding } from "@ntm/domain/funding"
import type { Inventory } from "@ntm/domain/inventory"
import type { People } from "@ntm/domain/people"
import type { Boundaries, Reorganisations, Units } from "@ntm/domain/units"
import type { Works } from "@ntm/domain/works"
import type { ManagedRuntime } from "effect"

/** The domain's ports that the API asks. */
export type Ports =
  | Documents
  | Units
  | Boundaries
  | Reorganisations
  | CriteriaSets
  | Observations
  | EvidenceFiles
  | Recognitions
  | Targets
  | Funding
  | Works
  | Inventory
  | Assignments
  | Agencies
  | WorkCalendars
  | Tasks
  | Recommendations
  | People
  | Changes
  | Webhooks
  | Requests
  | Dossiers

/** Whatever stands behind the ports: the store, or a few rows in memory. */
export type Runtime = ManagedRuntime.ManagedRuntime<Ports, never>

/** Writes one line about a fault of ours. */
export type Log = (line: string) => void

/** What an answer needs besides its effect. */
export interface Answering {
  readonly runtime: Runtime
  readonly log: Log
  /** Whether a defect means that the data cannot be reached just now (503), rather than a fault of ours (500). */
  readonly isOutage: (defect: unknown) => boolean
  /** After so many milliseconds an answer that has not begun is given up. */
  readonly answerMs: number
}

/** Shorter than a silent connection is let be (`LIMITS`), so that whoever waits is told. */
export const ANSWER_MS = 90_000
