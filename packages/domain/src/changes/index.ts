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
export { type AuditQuestion, Changes, type EntryQuestion, type HeldQuestion } from "./changes.ts"
export {
  type DifferenceKind,
  differenceOf,
  type FactDifference,
  heldField,
  type HeldField,
  heldFields,
  HeldNoun,
  type HeldRow,
  heldWords
} from "./difference.ts"
export {
  cursorOf,
  FeedCursor,
  type FeedPage,
  type FeedPlace,
  type FeedQuestion,
  type FeedRecord,
  placeOf
} from "./feed.ts"
export { audienceOf, ChangedNoun, fedNouns, nounWords, technicalNouns } from "./noun.ts"
export { type ChangedBy, ChangesBy, referenceLoad } from "./provenance.ts"
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
export { type ChangedField, type ChangedRow, changedRows, type RowsTold } from "./lines.ts"
export { type Headline, HEADLINE_ROWS, headlineOf, originWords } from "./trail/headline.ts"
export { innerFields } from "./trail/inner-fields.ts"
export type { ChangedLine } from "./trail/lines.ts"
export {
  KeptKind,
  type KnownNames,
  type Named,
  NameFound,
  type Names,
  namesOf,
  type Place,
  type Reference
} from "./trail/names.ts"
export { type KeptReference, referencesOf } from "./trail/references.ts"
export { columnField, partField } from "./trail/telling.ts"
export { vocabularies } from "./trail/vocabularies.ts"
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
