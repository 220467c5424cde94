import type { WebhookNotFound } from "@ntm/domain/changes"
import { Data } from "effect"

/** The chain of the audit trail is of the whole country: not for who sees a part of it. */
export class EverythingNeeded extends Data.TaggedError("EverythingNeeded")<{}> {}

/** There is no entry with this number, or none for who asks. */
export class EntryNotFound extends Data.TaggedError("EntryNotFound")<{ readonly seq: number }> {}

/** Nothing can be sent from an entry on that is not there yet: what stands between would never be told. */
export class EntryAhead extends Data.TaggedError("EntryAhead")<{ readonly since: number; readonly last: number }> {}

/** Where a webhook may not be sent. */
export class WebhookRefused extends Data.TaggedError("WebhookRefused")<{
  readonly reason: "insecure" | "private" | "unknown" | "unlisted"
}> {}

/** What the room of changes can answer instead of a success. */
export type ChangesApiError = EverythingNeeded | EntryNotFound | EntryAhead | WebhookRefused | WebhookNotFound
