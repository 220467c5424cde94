/**
 * Tables without row-level security, each with why it may do without: none of them says anything about a unit. Every other table has
 * policies, or it is closed (`0022_scopes.sql`); a table that is neither is refused to whoever signs in.
 */
export const sharedTables = {
  journal_ledger: "moments and last numbers of the journals: locked by whoever writes, waited for by whoever reads",
  observation_ledger: "moment and last number of the journal of values, likewise",
  observation_input: "numbers that keys of inputs have in the journal",
  observed_unit: "the province that a unit's rows are kept under, for ever",
  observation_source: "documents and forms that values were taken from, each once, without the values",
  observation_recorder: "offices that write things down, each once",
  funding_paper: "places of documents that money is stated at, without the money",
  funding_agency: "names of agencies that hold money"
} as const

/** Sequences that whoever signs in may take the next number of; those of identity columns need no leave. */
export const sharedSequences = {
  unit_register_version: "the version of the register, taken by who applies a reorganisation"
} as const

/** Tables that have row-level security and no policy: the program's own, and nobody's who signs in. */
export const closedTables = {
  account_user: "the library's of accounts",
  account_session: "the library's of accounts",
  account_way: "the library's of accounts",
  account_verification: "the library's of accounts",
  account_two_factor: "the library's of accounts",
  account_key: "the library's of accounts",
  account_device: "the library's of accounts",
  account_event: "what happened to ways of signing in, noted and read by the program itself",
  letter: "letters to recipients of the digest, sent by the program itself",
  change_draft: "what running transactions have changed, written by triggers as their owner",
  access_scope: "sets of units, made by the program itself",
  access_scope_unit: "sets of units, read by the policies as their owner"
} as const
