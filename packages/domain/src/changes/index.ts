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
