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
  "TooManyRequests"
]

/** Where people can sign in. */
const BY_ACCOUNTS = ["SignInNeeded", "CredentialRefused", "AccessRefused", "OutsideScope"]

const OF_JSON = ["NotJson", "InvalidBody", "BodyTooLarge", "ChangesStayLocal", "RowsNotFound"]
const OF_A_FILE = ["NotAFile", "BodyCutOff", "BodyTooLarge", "ChangesStayLocal", "EvidenceRefused"]

/** What a question about accounts can come to: its handlers ask the library, which tells by codes. */
const OF_ACCOUNTS = ["SignInRefused", "NoSuchWay", "AccountNotFound", "PeopleRefused"]

/**
 * The problems that a question can be answered with, by what it sends and by the errors that its handler's type names; null where the type
 * names none apart, as for accounts.
 */
export const refusalsOf = (
  sends: "nothing" | "json" | "file",
  errors: ReadonlyArray<string> | null
): ReadonlyArray<ListedProblem> => {
  const sent = { nothing: [], json: OF_JSON, file: OF_A_FILE }[sends]
  const own = errors ?? (sends === "file" ? [] : OF_ACCOUNTS)
  const tags = new Set([...ALWAYS, ...BY_ACCOUNTS, ...sent, ...own])
  return problemCatalogue.filter(({ tag }) => tags.has(tag))
}
