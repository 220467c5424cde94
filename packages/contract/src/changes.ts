import {
  ChangedNoun,
  type ChangedRow,
  type ChangeOp,
  type ChangeOrigin,
  type Checkpoint,
  type FactDifference,
  FeedCursor,
  type FeedRecord,
  type Headline,
  HeldNoun,
  type SealedEntry,
  Sequence
} from "@ntm/domain/changes"
import { UnitCode, type UnitId } from "@ntm/domain/units"
import type { Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { get, listing } from "./endpoint.ts"
import { Limit, Nothing } from "./query.ts"

const said = (vi: string, en: string) => ({ message: `${vi} · ${en}` })

/** The number of an entry in an address. */
const EntryNumber = Schema.FiniteFromString.check(
  Schema.isInt(said("phải là số thứ tự của một mục", "must be the number of an entry")),
  Schema.isBetween({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
).pipe(Schema.decodeTo(Sequence))

/** A unit of an entry, by the name that it has now, or had last. */
export interface ChangedUnit {
  readonly id: UnitId
  readonly code: string
  readonly name: string
}

/** What an entry of the audit trail says of itself, in words. */
export interface AuditHead {
  readonly seq: Sequence
  readonly moment: Moment
  /** Null: the program itself, or somebody on the machine of the data. */
  readonly person: { readonly id: string; readonly name: string } | null
  readonly origin: ChangeOrigin | null
  readonly noun: ChangedNoun
  readonly op: ChangeOp
  /** What was done, of what: in words, as a list of entries tells it. */
  readonly headline: Headline
  readonly rows: number
  /** At most twenty; `unitCount` says how many there are. */
  readonly units: ReadonlyArray<ChangedUnit>
  readonly unitCount: number
  /** Numbers of the rows of a large batch, which the entry does not repeat. */
  readonly firstId: number | null
  readonly lastId: number | null
}

/** An entry as a list tells it: its head, and how what it holds begins. */
export interface AuditEntry extends AuditHead {
  /** The first three rows, each field before and after: as texts as they are kept, and in words (`lines`); of a text the first 300 signs. */
  readonly changed: ReadonlyArray<ChangedRow>
  /** Whether it has more than is told here, further rows or longer texts: `/audit/:seq` has all of it. */
  readonly more: boolean
}

export const audit = {
  /**
   * The newest first: of a unit and everything below it, of a person, of a noun. `include=technical`: also what only the program keeps, and each part of a
   * load of reference data, which is one entry else; of a noun that is asked for, everything.
   */
  list: listing<AuditEntry>()(
    "/audit",
    Nothing,
    Schema.Struct({
      unit: Schema.optionalKey(UnitCode),
      person: Schema.optionalKey(Schema.NonEmptyString.check(Schema.isMaxLength(254))),
      noun: Schema.optionalKey(ChangedNoun),
      include: Schema.optionalKey(Schema.Literals(["technical"]))
    }),
    100
  ),
  /** One entry whole: everything that it holds, row by row, no text cut. */
  entry: listing<ChangedRow, { readonly entry: AuditHead }>()(
    "/audit/:seq",
    Schema.Struct({ seq: EntryNumber }),
    Nothing,
    100
  ),
  /** As they are sealed, in the order of their numbers: whoever follows the chain needs no trust in this program. */
  sealed: listing<SealedEntry, { readonly head: Checkpoint }>()(
    "/audit/sealed",
    Nothing,
    Schema.Struct({ after: Schema.optionalKey(EntryNumber) })
  ),
  /**
   * Facts that are not what the trail says of them: changed, deleted or put in without an entry, and values in force that do not come of what was
   * recorded. None where all of them are as they were written. Whoever follows the chain afterwards, up to `head` at least, has proven what they were held against.
   */
  differences: listing<FactDifference, { readonly head: Checkpoint }>()(
    "/audit/differences",
    Nothing,
    Schema.Struct({ noun: Schema.optionalKey(HeldNoun) }),
    100
  ),
  /** The end of the chain, or its seal at an entry: to be kept where nobody who can write here can. */
  checkpoint: get<Checkpoint>()("/audit/checkpoint", Nothing, Schema.Struct({ seq: Schema.optionalKey(EntryNumber) }))
}

/** Records of the feed with the codes of their units. */
export interface FedRecord extends FeedRecord {
  readonly unitCodes: ReadonlyArray<string>
}

const Wait = Schema.FiniteFromString.check(
  Schema.isInt(said("phải là số giây từ 0 đến 30", "must be seconds from 0 to 30")),
  Schema.isBetween({ minimum: 0, maximum: 30 })
)

export const changes = {
  /**
   * Everything that changed since a cursor, each once, in the order in which it was committed. `wait`: seconds to wait while there is nothing.
   * NDJSON too, up to the present.
   */
  list: get<{
    readonly records: ReadonlyArray<FedRecord>
    /** To be asked with next. */
    readonly next: FeedCursor
    /** Whether there is more already. */
    readonly more: boolean
  }>()(
    "/changes",
    Nothing,
    Schema.Struct({
      since: Schema.optionalKey(FeedCursor),
      unit: Schema.optionalKey(UnitCode),
      noun: Schema.optionalKey(ChangedNoun),
      wait: Schema.optionalKey(Wait),
      limit: Schema.optionalKey(Limit)
    })
  )
}
