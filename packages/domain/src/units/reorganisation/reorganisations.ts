import type { Effect } from "effect"
import { Context, Schema } from "effect"
import type { Day, Moment } from "../../values/index.ts"
import type { Chronicle } from "../chronicle.ts"
import type { Plan } from "./plan.ts"
import type { ReorganisationRefused } from "./refusal.ts"
import type { Reorganisation, ReorganisationDocument } from "./reorganisation.ts"

/** The register changed since the plan was made: it has to be made again, and looked at again. */
export class RegisterChanged extends Schema.TaggedError<RegisterChanged>()("RegisterChanged", {
  event: Schema.String
}) {
  override get message() {
    const { event } = this
    return `Danh mục đã thay đổi từ khi lập phương án ${event}; hãy xem trước lại · The register changed since ${event} was planned; preview it again`
  }
}

/** The whole register at one version: the same version always holds the same. */
export interface RegisterSnapshot {
  readonly version: number
  readonly chronicle: Chronicle
}

/** The register as known at a moment; two of one `version` hold the same. */
export interface KnownRegister {
  readonly version: string
  readonly chronicle: Chronicle
}

/** An event that was applied, perhaps taken back since. Moments are ISO 8601 in UTC. */
export interface AppliedReorganisation {
  readonly id: string
  readonly document: ReorganisationDocument
  readonly day: Day
  readonly appliedAt: string
  readonly undoneAt: string | null
}

/** An event as it was applied: with it another office can apply the same. */
export interface RecordedReorganisation extends AppliedReorganisation {
  readonly body: Reorganisation
  /** Rows that it ended and began, and what units gave to each other by it; null once it was taken back. */
  readonly changed: { readonly ends: number; readonly begins: number; readonly transfers: number } | null
}

export class ReorganisationNotFound extends Schema.TaggedError<ReorganisationNotFound>()("ReorganisationNotFound", {
  id: Schema.String
}) {
  override get message() {
    return `Không có sự kiện sắp xếp “${this.id}” · No reorganisation “${this.id}”`
  }
}

/** Events that change the registers. What cannot be right is decided by `plan` and `undo`; this keeps what they decide. */
export class Reorganisations extends Context.Service<
  Reorganisations,
  {
    /** Everything at once, read anew only when it changed; rows come by id and day. */
    readonly register: () => Effect.Effect<RegisterSnapshot>
    /** As known at a moment: what was applied later had not happened, what is undone since was in force. */
    readonly registerAt: (moment: Moment) => Effect.Effect<KnownRegister>
    /** Every applied event, those taken back among them, in the order of application. */
    readonly list: () => Effect.Effect<ReadonlyArray<AppliedReorganisation>>
    /** The newest event of that id, in force or taken back. */
    readonly get: (id: string) => Effect.Effect<RecordedReorganisation, ReorganisationNotFound>
    /**
     * Writes what `plan` made from the snapshot of this version, wholly or not at all; answers the new version.
     *
     * **Details** Refused when anything about units was written since then, by whomever.
     */
    readonly apply: (plan: Plan, version: number) => Effect.Effect<number, RegisterChanged>
    /** Takes an applied event back while nothing later rests on it, no event and no record; answers the new version. */
    readonly undo: (id: string) => Effect.Effect<number, ReorganisationRefused>
  }
>()("@ntm/domain/units/Reorganisations") {}
