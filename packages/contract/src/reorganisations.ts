import type { HeldRecognition, TierFall } from "@ntm/domain/criteria"
import {
  type AppliedReorganisation,
  type HoldingOutcome,
  type PlanPreview,
  type RecordedReorganisation,
  Reorganisation
} from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { get, listing, post } from "./endpoint.ts"
import { Nothing } from "./query.ts"
import { asking, writing } from "./writing.ts"

/** What an event would do, whole: to units and codes, to what rests on them, and to the tiers that they hold. */
export interface Preflight {
  readonly id: string
  /** Names the register that it was planned on. */
  readonly version: number
  readonly preview: PlanPreview
  /** Facts, recognitions, assignments and whatever else rests on units that the event concerns, with what becomes of each. */
  readonly holdings: ReadonlyArray<HoldingOutcome>
  /** Tiers that the units of `preview.effects` would hold from the day on, those with anything to say. */
  readonly recognitions: ReadonlyArray<HeldRecognition>
  /** Of those that hold a tier, or were formed of units that did: criteria that they would fall below. */
  readonly falls: ReadonlyArray<TierFall>
}

const Version = Schema.FiniteFromString.check(Schema.isInt(), Schema.isGreaterThanOrEqualTo(0))

/** Up to a day, as known at a moment (now): what was applied later had not happened, what was taken back since was in force. */
const Asked = Schema.Struct({ as_of: Schema.optionalKey(Day), known_at: Schema.optionalKey(Moment) })

const Id = Schema.Struct({ id: Schema.NonEmptyString })

export const reorganisations = {
  /** Every applied event, those taken back among them, in the order of application. */
  list: listing<AppliedReorganisation>()("/reorganisations", Nothing, Asked),
  /** One event with its body, which `apply` takes again as it is, and with how much it changed. The newest of that id. */
  get: get<RecordedReorganisation>()("/reorganisations/:id", Id, Asked),
  /** What an event would do, before anything is written. */
  preview: asking(post<Preflight>()("/reorganisations/preview", Nothing, Nothing, Reorganisation)),
  /** Writes an event, wholly or not at all. With the `version` of a preview, only on that register: 409 if it changed. */
  apply: post<{ readonly id: string; readonly version: number }>()(
    "/reorganisations",
    Nothing,
    Schema.Struct({ version: Schema.optionalKey(Version) }),
    Reorganisation
  ),
  /** Takes an applied event back; 409 while a later one rests on it. The body is an empty object. */
  undo: writing({ changes: "/reorganisations/:id" })(
    post<{ readonly id: string; readonly version: number }>()("/reorganisations/:id/undo", Id, Nothing, Nothing)
  )
}
