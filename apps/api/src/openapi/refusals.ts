import { problemCatalogue, type ListedProblem } from "../http/problems.ts"

/** What every question can come to. */
const ALWAYS = [
  "MalformedAddress",
  "AddressTooLong",
  "InvalidParameters",
  "InternalFault",
  "DataUnavailable",
  "TookTooLong",
  "NotReady",
  "TooManyRequests",
  "TooManyAtOnce",
  "TooBusy"
]

/** What reading comes to besides. */
const OF_READING = ["NotAcceptable"]
const OF_A_LIST = ["NotAcceptable", "CursorRefused"]

/** Where people can sign in. */
const BY_ACCOUNTS = ["SignInNeeded", "CredentialRefused", "AccessRefused", "OutsideScope"]

const OF_JSON = ["NotJson", "BodyEncoded", "InvalidBody", "BodyTooLarge", "ChangesStayLocal", "RowsNotFound"]
const OF_A_FILE = [
  "NotAFile",
  "BodyEncoded",
  "BodyCutOff",
  "BodyTooLarge",
  "ChangesStayLocal",
  "EvidenceRefused",
  "NotScanned"
]

/** What a question about accounts can come to: its handlers ask the library, which tells by codes. */
const OF_ACCOUNTS = ["SignInRefused", "NoSuchWay", "AccountNotFound", "PeopleRefused"]

/**
 * The problems that a question can be answered with, by what it sends, what it reads, and the errors that its handler's type names; null where the type
 * names none apart, as for accounts. `changing`: by what it changes.
 */
export const refusalsOf = (
  sends: "nothing" | "json" | "file",
  reads: "list" | "one" | "file",
  errors: ReadonlyArray<string> | null,
  changing: ReadonlyArray<string>
): ReadonlyArray<ListedProblem> => {
  const sent = { nothing: [], json: OF_JSON, file: OF_A_FILE }[sends]
  const read = sends === "nothing" ? { list: OF_A_LIST, one: OF_READING, file: OF_READING }[reads] : []
  const own = errors ?? (sends === "file" ? [] : OF_ACCOUNTS)
  const tags = new Set([...ALWAYS, ...BY_ACCOUNTS, ...sent, ...read, ...changing, ...own])
  return problemCatalogue.filter(({ tag }) => tags.has(tag))
}
