import { Context, type Effect } from "effect"
import type { PersonId, UnitSet } from "../people/index.ts"
import type { Checkpoint, SealedEntry } from "./chain.ts"
import type { Change, Sequence } from "./change.ts"
import type { FactDifference, HeldNoun } from "./difference.ts"
import type { FeedPage, FeedQuestion } from "./feed.ts"
import type { ChangedNoun } from "./noun.ts"
import type { NameFound } from "./trail/names.ts"
import type { KeptReference } from "./trail/references.ts"

/** Which entries of the audit trail are wanted: the newest first, before a number. Null: of all. */
export interface AuditQuestion {
  readonly units: UnitSet
  readonly person: PersonId | null
  readonly noun: ChangedNoun | null
  readonly before: Sequence | null
  readonly limit: number
  /**
   * Also what only the program keeps (`technicalNouns`), and each entry of a load of reference data (`referenceLoad`) besides the load itself. Whoever asks
   * for a noun is told all of it.
   */
  readonly technical: boolean
  /** The most rows that an entry is told with; `Change.rows` says how many it has. */
  readonly rows: number
}

/** One entry, as far as it is of units that somebody sees, with some of its rows: at most `rows`, behind the first `skip`. */
export interface EntryQuestion {
  readonly seq: Sequence
  readonly units: UnitSet
  readonly skip: number
  readonly rows: number
}

/** Which facts are to be held against the journal: those of a noun, behind a key (null: from the first), and how many differences at most are told. */
export interface HeldQuestion {
  readonly noun: HeldNoun
  readonly after: string | null
  readonly limit: number
}

/** The journal of everything that changed. The store's triggers write it; nobody else can. */
export class Changes extends Context.Service<
  Changes,
  {
    readonly list: (question: AuditQuestion) => Effect.Effect<ReadonlyArray<Change>>
    /** An entry with a part of its rows; null where there is none, or none for who asks. */
    readonly entry: (question: EntryQuestion) => Effect.Effect<Change | null>
    /** What is known of things that entries name, in one question; of what is gone, or not for who asks, nothing. */
    readonly named: (references: ReadonlyArray<KeptReference>) => Effect.Effect<ReadonlyArray<NameFound>>
    /** As they are sealed, in the order of their numbers, after one. */
    readonly sealed: (after: Sequence, limit: number) => Effect.Effect<ReadonlyArray<SealedEntry>>
    /** The last entry, as the journal notes it beside the entries. */
    readonly head: () => Effect.Effect<Checkpoint>
    /** The number of the last entry: as long as it is the same nothing has changed. The program's own question, whoever it is at work for. */
    readonly last: () => Effect.Effect<Sequence>
    /** The hash of an entry; null where there is none. */
    readonly sealOf: (seq: Sequence) => Effect.Effect<Checkpoint | null>
    /**
     * Where the facts of a noun are not what the journal says, in the order of their keys; none where all of them are as they were written.
     *
     * **Details** The program's own question, which no policy of rows hides anything from: only for who sees everything.
     */
    readonly differences: (question: HeldQuestion) => Effect.Effect<ReadonlyArray<FactDifference>>
    readonly feed: (question: FeedQuestion) => Effect.Effect<FeedPage>
  }
>()("@ntm/domain/changes/Changes") {}
