import type { Assignment } from "@ntm/domain/assignments"
import type { CriteriaSet, Recognition, SetResults, Target } from "@ntm/domain/criteria"
import type { DocumentContent, Finding } from "@ntm/domain/documents"
import type { EntryRecording, TableEntries } from "@ntm/domain/funding"
import type { Plan, Unit } from "@ntm/domain/units"
import type { WorksRules } from "@ntm/domain/works"
import { Schema } from "effect"
import type { ImportedDossiers } from "../dossiers/importing.ts"
import type { ImportedUndertakings } from "../assignments/undertakings.ts"
import type { ImportedInventory } from "../inventory/importing.ts"
import type { ImportedObservations } from "../observations/importing.ts"
import type { ImportedWorks } from "../works/imported.ts"

/** Everything that one import brings, in the order in which lists shall show it where no better order exists. */
export interface Facts {
  /** All rows of all units, as they stand after the reorganisations. */
  readonly units: ReadonlyArray<Unit>
  /** Events among those rows, in the order in which they were applied; they bring the transfers. */
  readonly reorganisations: ReadonlyArray<Plan>
  readonly criteriaSets: ReadonlyArray<CriteriaSet>
  readonly documents: ReadonlyArray<DocumentContent>
  readonly setResults: ReadonlyArray<SetResults>
  readonly recognitions: ReadonlyArray<Recognition>
  readonly targets: ReadonlyArray<Target>
  /** Goes into the journal, which is never rewritten: what changed is corrected there, what is gone is taken back. */
  readonly observations?: ImportedObservations
  /** Printed tables, taken apart into entries. */
  readonly fundingTables: ReadonlyArray<TableEntries>
  /** Other money that documents state. With the entries of the tables it goes into the journal, as observations do. */
  readonly fundingEntries?: ReadonlyArray<EntryRecording>
  /** What the programme holds works to. */
  readonly worksRules?: WorksRules | null
  /** Works with what was reported of them; their money goes the way of other money. */
  readonly works?: ImportedWorks
  /** Entries of registers that documents state, and what they want of them. */
  readonly inventory?: ImportedInventory
  readonly assignments: ReadonlyArray<Assignment>
  /** Agencies, working days, and what is owed beside assignments. */
  readonly undertakings?: ImportedUndertakings
  /** How recognition is asked for, and dossiers that documents tell of. */
  readonly dossiers?: ImportedDossiers
  /** Derived from the documents; kept as a cache. */
  readonly findings: ReadonlyArray<Finding>
}

/** Where facts come from. `sha256` of the content decides whether there is anything to do. */
export interface ImportSource {
  readonly importName: string
  readonly sha256: string
  readonly programVersion: string
}

/** `unchanged`: this very content was loaded before, nothing was written. */
export interface LoadOutcome {
  readonly state: "unchanged" | "loaded" | "replaced"
  readonly loadedAt: string
}

/** The facts contradict each other or what is loaded already; nothing was written. */
export class FactsRefused extends Schema.TaggedError<FactsRefused>()("FactsRefused", {
  importName: Schema.String,
  vi: Schema.String,
  en: Schema.String
}) {
  override get message() {
    return `${this.vi} · ${this.en}`
  }
}
