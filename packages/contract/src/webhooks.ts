import { ChangedNoun, type DeliveryLine, Sequence, type WebhookLine, WebhookUrl } from "@ntm/domain/changes"
import { Schema } from "effect"
import { listing, post } from "./endpoint.ts"
import { Nothing } from "./query.ts"
import { type Tagged, writing } from "./writing.ts"

const ById = Schema.Struct({
  id: Schema.FiniteFromString.check(Schema.isInt(), Schema.isBetween({ minimum: 1, maximum: 2_147_483_647 }))
})

/** Told once and kept from everybody afterwards. */
export interface WithSecret {
  readonly id: number
  /** `whsec_…`, as Standard Webhooks have it. */
  readonly secret: string
}

type Done = { readonly done: true }

export const webhooks = {
  /** One's own; everybody's for an administrator. */
  list: listing<WebhookLine & Tagged>()("/webhooks", Nothing, Nothing),
  /** Begins to send what changes from now on, or since an entry. */
  create: writing({ secret: true })(
    post<WithSecret>()(
      "/webhooks",
      Nothing,
      Nothing,
      Schema.Struct({
        url: WebhookUrl,
        description: Schema.NonEmptyString.check(Schema.isMaxLength(200)),
        nouns: Schema.optionalKey(Schema.NullOr(Schema.NonEmptyArray(ChangedNoun))),
        since: Schema.optionalKey(Sequence)
      })
    )
  ),
  /** Another secret; the one before signs beside it for a day. */
  rotate: writing({ changes: "/webhooks", secret: true })(
    post<WithSecret>()("/webhooks/:id/rotate", ById, Nothing, Nothing)
  ),
  /** Switches it off, or on again. */
  switch: writing({ changes: "/webhooks" })(
    post<Done>()("/webhooks/:id/switch", ById, Nothing, Schema.Struct({ active: Schema.Boolean }))
  ),
  /** Sends everything since an entry once more. */
  replay: writing({ changes: "/webhooks" })(
    post<Done>()("/webhooks/:id/replay", ById, Nothing, Schema.Struct({ since: Sequence }))
  ),
  remove: writing({ changes: "/webhooks" })(post<Done>()("/webhooks/:id/remove", ById, Nothing, Nothing)),
  /** Attempts, the newest first. */
  deliveries: listing<DeliveryLine>()("/webhooks/:id/deliveries", ById, Nothing, 100)
}
