import { Schema } from "effect"
import { TaskKey, TaskState, WorkCalendar } from "../assignments/index.ts"
import { Evidence, InputKey, Seal, sealOf, type VerdictProof } from "../criteria/index.ts"
import { Unit } from "../units/index.ts"
import { Bilingual, Day, Moment } from "../values/index.ts"
import { Dossier } from "./dossier.ts"
import { type DossierAsked, dossierStanding, eventsUntil } from "./dossier-standing.ts"
import { DossierEvent } from "./event.ts"
import { DossierFacts } from "./facts.ts"
import { Procedure } from "./procedure.ts"
import { namesOfProof } from "./line-names.ts"
import { rehearse, type StatedValue } from "./rehearsing.ts"
import type { Rehearsal } from "./rehearsal.ts"
import type { DossierStanding } from "./standing.ts"
import { tasksToRehearse } from "./waiting.ts"

export const BUNDLE_FORMAT = "ntm-dossier-bundle"
export const BUNDLE_VERSION = 1

const text = Schema.String

const Reason = Schema.Struct({
  ...Bilingual.fields,
  kind: Schema.Literals([
    "noProcedure",
    "unitNotStanding",
    "alreadyOpen",
    "alreadyHeld",
    "lowerTier",
    "notJudged",
    "notMet",
    "grant",
    "debt"
  ]),
  overridable: Schema.Boolean
})

const Task = Schema.Struct({
  key: text,
  no: text,
  title: text,
  who: text,
  state: TaskState,
  due: Schema.NullOr(Day),
  lateDays: Schema.Int
})

const Link = Schema.Struct({
  task: TaskKey,
  depth: Schema.Int,
  heldUp: Schema.NullOr(TaskKey),
  why: Schema.NullOr(text),
  sentence: Bilingual
})

const Stated = Schema.Struct({
  input: InputKey,
  name: Bilingual,
  values: Schema.Array(Schema.Struct({ source: text, day: Day, value: Schema.Finite }))
})

/**
 * A dossier as the next level gets it: all that its standing and its rehearsal are made of, so that both can be made again without the server.
 *
 * **Details** `standing` and `rehearsal` are what came out when it was sealed; `verifyBundle` makes them anew. `proof` is the sealed proof of the
 * assessment, null where the unit could not be judged. `files`: the evidence that papers name, by the hash of its content.
 */
export const DossierBundle = Schema.Struct({
  format: Schema.Literal(BUNDLE_FORMAT),
  version: Schema.Literal(BUNDLE_VERSION),
  day: Day,
  knownAt: Schema.NullOr(Moment),
  marginPercent: Schema.Finite,
  dossier: Dossier,
  unit: Schema.NullOr(Unit),
  procedure: Procedure,
  events: Schema.Array(DossierEvent),
  calendar: WorkCalendar,
  facts: DossierFacts,
  opening: Schema.Struct({
    allowed: Schema.Boolean,
    reasons: Schema.Array(Reason),
    remarks: Schema.Array(Bilingual)
  }),
  tasks: Schema.Array(Schema.Struct({ step: text, tasks: Schema.Array(Task) })),
  waiting: Schema.Array(Link),
  stated: Schema.Array(Stated),
  proof: Schema.Unknown,
  files: Schema.Array(Schema.Struct({ event: Schema.Int, evidence: Evidence })),
  standing: Schema.Unknown,
  rehearsal: Schema.Unknown,
  seal: Seal
})
export type DossierBundle = typeof DossierBundle.Type

/** What a bundle is made of. */
export interface Bundling extends DossierAsked {
  readonly marginPercent: number
  readonly stated: ReadonlyArray<StatedValue>
  /** Of the assessment that `facts` tell; null: the unit could not be judged. */
  readonly proof: VerdictProof | null
}

/** The evidence that events name, in their order. */
const filesOf = (events: ReadonlyArray<DossierEvent>): DossierBundle["files"] =>
  events.flatMap(({ evidence, id }) => evidence.map((one) => ({ event: id, evidence: one })))

/** The rehearsal of a dossier that stands so. */
export const rehearsalOf = (
  standing: DossierStanding,
  { day, facts, marginPercent, proof, stated }: Pick<Bundling, "day" | "facts" | "marginPercent" | "proof" | "stated">
): Rehearsal =>
  rehearse({
    standing,
    day,
    marginPercent,
    explanation: proof?.tree ?? null,
    names: namesOfProof(proof),
    stated,
    tasks: tasksToRehearse(standing),
    overdueDebt: facts.overdueDebt
  })

/** What comes out of what a bundle holds. */
export const madeOf = (bundling: Bundling): Pick<DossierBundle, "standing" | "rehearsal" | "files"> => {
  const standing = dossierStanding(bundling)
  return { standing, rehearsal: rehearsalOf(standing, bundling), files: filesOf(standing.events) }
}

/** A dossier with its rehearsal, sealed. It says nothing of when it was made: of the same day and moment it is the same, byte by byte. */
export const dossierBundle = (bundling: Bundling): DossierBundle => {
  const { calendar, day, dossier, facts, knownAt, marginPercent, opening, procedure, proof, stated, unit, waiting } =
    bundling
  const content: Omit<DossierBundle, "seal"> = {
    format: BUNDLE_FORMAT,
    version: BUNDLE_VERSION,
    day,
    knownAt,
    marginPercent,
    dossier,
    unit,
    procedure,
    events: eventsUntil(bundling.events, bundling),
    calendar,
    facts,
    opening,
    tasks: [...bundling.tasks].map(([step, tasks]) => ({ step, tasks })),
    waiting,
    stated,
    proof,
    ...madeOf(bundling)
  }
  return { ...content, seal: sealOf(content) }
}
