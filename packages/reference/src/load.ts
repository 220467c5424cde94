import { resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { catalogueOf, type CriteriaSet, type Recognition } from "@ntm/domain/criteria"
import type { Procedure } from "@ntm/domain/dossiers"
import type { ItemRecording, ItemTarget } from "@ntm/domain/inventory"
import { type Chronicle, chronicleOf } from "@ntm/domain/units"
import type { WorksRules } from "@ntm/domain/works"
import { Array as Arrays, Effect } from "effect"
import { checkAttributes, readAttributes, withAttributes } from "./attributes.ts"
import { chronicleOfRegisters } from "./chronicle.ts"
import { readCriteria } from "./criteria.ts"
import { readDocuments, type ReferenceDocument } from "./documents.ts"
import { readProcedures } from "./dossiers/procedures.ts"
import { type DataFiles, readDataFiles } from "./files.ts"
import { type PilotFunding, placedFunding } from "./funding-places.ts"
import { readItems } from "./inventory/entries.ts"
import { readItemTargets } from "./inventory/targets.ts"
import { readLineage } from "./lineage.ts"
import { type PilotDossier, readDossiers } from "./pilot/dossiers.ts"
import { noObservations, type PilotObservations, readObservations } from "./pilot/observations.ts"
import { readRecognitions } from "./pilot/recognitions.ts"
import { readWorks } from "./pilot/works.ts"
import { noWorks, type PilotWorks } from "./pilot/works-told.ts"
import { problemList, ReferenceError } from "./problem.ts"
import { readRegisterIndex } from "./registers.ts"
import { readSetCodes } from "./set-codes.ts"
import { readRegisters } from "./units.ts"
import { readWorksRules } from "./works-rules.ts"
import { readUndertakings, type Undertakings } from "./undertakings/undertakings.ts"

/** Everything that the product knows from the start. */
export interface Reference {
  /** Every unit from the first register to today's, and the events between. */
  readonly chronicle: Chronicle
  readonly criteriaSets: ReadonlyArray<CriteriaSet>
  readonly documents: ReadonlyArray<ReferenceDocument>
  /** Who owes what by when: agencies, working days, how assignments are read, duties, recommendations, limitations. */
  readonly undertakings: Undertakings
  /** Of the pilot province: numbers as published, which communes drawn. */
  readonly recognitions: ReadonlyArray<Recognition>
  /** Of the pilot province: as published, and made up so that the published table comes out. */
  readonly observations: PilotObservations
  /** Of the pilot province: money that its documents state. */
  readonly funding: PilotFunding
  /** Of the pilot province: numbers as published, single works drawn so that they come out. */
  readonly works: PilotWorks
  /** What the programme holds works to. */
  readonly worksRules: WorksRules | null
  /** Registers: entries that the documents state, and what they want of them. */
  readonly inventory: { readonly items: ReadonlyArray<ItemRecording>; readonly targets: ReadonlyArray<ItemTarget> }
  /** How units are recognised, by level, tier and form of government. */
  readonly procedures: ReadonlyArray<Procedure>
  /** Of the pilot province: dossiers of which its documents speak. */
  readonly dossiers: ReadonlyArray<PilotDossier>
}

/** The data folder that comes with this package. */
export const ownDataDirectory: string = fileURLToPath(new URL("../data", import.meta.url))

/** As `loadReference`, from files in memory; `directory` is where the folders of the documents stand. */
export const referenceOf = Effect.fn("referenceOf")(function* (files: DataFiles, directory: string) {
  const { problems, report } = problemList()
  const index = readRegisterIndex(files, report)
  const printed = index === undefined ? [] : readRegisters(files, index, report)
  const attributes = index === undefined ? undefined : readAttributes(files, index, report)
  const registers =
    index === undefined || attributes === undefined ? printed : withAttributes(index, printed, attributes, report)
  const lineage = index === undefined ? [] : readLineage(files, index, registers, report)
  // Events made from broken registers would only repeat their problems.
  const sound = index !== undefined && problems.length === 0
  const chronicle = sound ? chronicleOfRegisters(index, registers, lineage, report) : chronicleOf([])
  if (sound && attributes !== undefined) checkAttributes(index, chronicle, attributes, report)
  const criteriaSets = readCriteria(files, report)
  const codes = readSetCodes(files, new Set(criteriaSets.map(({ id }) => id)), report)
  const documents = readDocuments(files, directory, codes, report)
  const undertakings = readUndertakings(files, documents, sound ? chronicle : undefined, report)
  const recognitions = sound && problems.length === 0 ? readRecognitions(files, chronicle, report) : []
  // Every problem so far would come again with every value.
  const known = {
    chronicle,
    criteriaSets,
    codes,
    results: documents.flatMap(({ setResults }) => setResults),
    recognitions
  }
  const observations = problems.length === 0 ? readObservations(files, known, report) : noObservations
  const funding = problems.length === 0 ? placedFunding(chronicle, documents, report) : { tables: [], entries: [] }
  const ground = {
    chronicle,
    recognitions,
    inputs: catalogueOf(criteriaSets),
    fundingTables: documents.flatMap(({ fundingTables }) => fundingTables)
  }
  const works = problems.length === 0 ? readWorks(files, ground, report) : noWorks
  const procedures = readProcedures(files, report)
  const { calendar } = undertakings
  const asked = { chronicle, criteriaSets, documents, recognitions, procedures, calendar }
  const dossiers = problems.length === 0 ? readDossiers(files, asked, report) : []
  const reference: Reference = {
    chronicle,
    criteriaSets,
    documents,
    undertakings,
    recognitions,
    observations,
    funding,
    works,
    worksRules: readWorksRules(files, report),
    inventory: {
      items: readItems(files, sound ? chronicle : undefined, report),
      targets: readItemTargets(files, sound ? chronicle : undefined, report)
    },
    procedures,
    dossiers
  }
  return Arrays.isReadonlyArrayNonEmpty(problems) ? yield* new ReferenceError({ problems }) : reference
})

/**
 * Loads a folder of reference data: registers of units with the events between them, criteria sets, and what the documents of the
 * pilot publish.
 *
 * **Details** All or nothing: one problem anywhere and the load fails with `ReferenceError`, which lists every problem
 * with its file, line or path, and reason. The whole folder takes about a second.
 * **Gotchas** Figures and printed tables of the documents are not read here, only their folders named.
 */
export const loadReference = Effect.fn("loadReference")(function* (dataDirectory: string = ownDataDirectory) {
  const directory = resolve(dataDirectory)
  return yield* referenceOf(yield* readDataFiles(directory), directory)
})
