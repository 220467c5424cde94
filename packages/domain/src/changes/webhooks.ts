import { Context, type Effect, Schema } from "effect"
import type { PersonId, UnitSet } from "../people/index.ts"
import type { Moment } from "../values/index.ts"
import type { Sequence } from "./change.ts"
import type { FeedRecord } from "./feed.ts"
import type { ChangedNoun } from "./noun.ts"
import type { DeliveryLine, WebhookLine } from "./webhook.ts"

/** An endpoint as somebody asks for it. */
export interface WebhookOpening {
  readonly person: PersonId | null
  readonly url: string
  readonly description: string
  readonly nouns: ReadonlyArray<ChangedNoun> | null
  readonly secret: string
  /** What is entered behind this is sent; null: behind the last entry now. */
  readonly since: Sequence | null
}

/** What is handed to a receiver. */
export interface WebhookMessage {
  readonly id: string
  readonly url: string
  /** Each signs: the present one, and for a day the one before. */
  readonly secrets: ReadonlyArray<string>
  readonly at: Moment
  readonly since: Sequence
  readonly until: Sequence
  /** Null where there are too many: they are to be asked for. */
  readonly records: ReadonlyArray<FeedRecord> | null
}

/** What a receiver said. `status` null: nothing. */
export interface Received {
  readonly status: number | null
  readonly answer: string
  readonly tookMs: number
}

/** What somebody may be told: records of these units that pass. */
export interface Audience {
  readonly units: UnitSet
  readonly isTold: (record: FeedRecord) => boolean
}

/** What became of one endpoint whose time had come. */
export interface DeliveryOutcome {
  readonly endpoint: number
  readonly url: string
  readonly result: "delivered" | "nothing" | "failed" | "switchedOff"
  readonly received: Received | null
}

export class WebhookNotFound extends Schema.TaggedError<WebhookNotFound>()("WebhookNotFound", { id: Schema.Int }) {
  override get message() {
    return `Không có webhook số ${this.id} · There is no webhook ${this.id}`
  }
}

/** Endpoints to which changes are sent, and the log of sending. */
export class Webhooks extends Context.Service<
  Webhooks,
  {
    /** Those of one person, or all for null. */
    readonly list: (person: PersonId | null) => Effect.Effect<ReadonlyArray<WebhookLine>>
    readonly create: (opening: WebhookOpening, now: number) => Effect.Effect<number>
    /** Another secret; the one before signs beside it until a moment. */
    readonly rotate: (id: number, secret: string, formerUntil: number) => Effect.Effect<void, WebhookNotFound>
    readonly turn: (id: number, active: boolean, now: number) => Effect.Effect<void, WebhookNotFound>
    readonly replay: (id: number, since: Sequence, now: number) => Effect.Effect<void, WebhookNotFound>
    readonly remove: (id: number, now: number) => Effect.Effect<void, WebhookNotFound>
    /** Attempts, the newest first, before the number of one where that is told; at most `limit`. */
    readonly deliveries: (
      id: number,
      before: number | null,
      limit: number
    ) => Effect.Effect<ReadonlyArray<DeliveryLine>, WebhookNotFound>
    /**
     * Hands over to the next endpoint whose time has come and that nobody else is serving; null where there is none.
     *
     * **Details** `audience`: what the owner may be told now; null: nothing any more. Its row is held meanwhile, and what became of it is noted in
     * the same transaction. A program that dies in between sends the same message again, under the same id.
     */
    readonly deliver: (options: {
      readonly send: (message: WebhookMessage) => Promise<Received>
      readonly audience: (person: PersonId | null) => Effect.Effect<Audience | null>
      readonly now: () => number
      readonly random: () => number
    }) => Effect.Effect<DeliveryOutcome | null>
  }
>()("@ntm/domain/changes/Webhooks") {}
