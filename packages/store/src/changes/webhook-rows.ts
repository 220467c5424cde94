import { ChangedNoun, Sequence } from "@ntm/domain/changes"
import { Moment } from "@ntm/domain/values"
import { Schema } from "effect"

/** `WebhookLine` as it comes out of the store. */
export const WebhookRow = Schema.Struct({
  id: Schema.Int,
  url: Schema.String,
  description: Schema.String,
  nouns: Schema.NullOr(Schema.Array(ChangedNoun)),
  createdAt: Moment,
  person: Schema.NullOr(Schema.String),
  delivered: Sequence,
  active: Schema.Boolean,
  failingSince: Schema.NullOr(Moment),
  attempts: Schema.Int,
  nextTry: Moment,
  notice: Schema.NullOr(Schema.String),
  formerUntil: Schema.NullOr(Moment)
})

/** `DeliveryLine` as it comes out of the store. */
export const DeliveryRow = Schema.Struct({
  id: Schema.Int,
  message: Schema.String,
  since: Sequence,
  until: Sequence,
  attempt: Schema.Int,
  at: Moment,
  tookMs: Schema.Int,
  status: Schema.NullOr(Schema.Int),
  answer: Schema.String,
  ok: Schema.Boolean
})
