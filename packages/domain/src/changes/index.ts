export { isToldTo } from "./audience.ts"
export {
  beginning,
  type ChainBreak,
  chainHash,
  Checkpoint,
  follow,
  followedTo,
  followFrom,
  type Following,
  SealedEntry
} from "./chain.ts"
export { Change, ChangeOp, ChangeOrigin, Sequence } from "./change.ts"
export { type AuditQuestion, Changes } from "./changes.ts"
export {
  cursorOf,
  FeedCursor,
  type FeedPage,
  type FeedPlace,
  type FeedQuestion,
  type FeedRecord,
  placeOf
} from "./feed.ts"
export { audienceOf, ChangedNoun, fedNouns, nounWords } from "./noun.ts"
export { type ChangedBy, ChangesBy } from "./provenance.ts"
export {
  type AnsweredChange,
  type AskedChange,
  KeyInProgress,
  KeyReused,
  KeyUnsettled,
  Requests,
  ToldOnce,
  WithinChange
} from "./requests.ts"
export { fieldWords, innerFields } from "./field-words.ts"
export { type ChangedField, changedRows } from "./lines.ts"
export {
  BOTH_SECRETS_MS,
  type DeliveryLine,
  isGivenUp,
  isPublicAddress,
  nextDelivery,
  RECEIVER_MS,
  receiverGone,
  switchedOff,
  wantsNoMore,
  type WebhookLine,
  WebhookUrl
} from "./webhook.ts"
export {
  type Audience,
  type DeliveryOutcome,
  type Received,
  type WebhookMessage,
  WebhookNotFound,
  type WebhookOpening,
  Webhooks
} from "./webhooks.ts"
