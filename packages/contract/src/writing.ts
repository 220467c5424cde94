/** What sending a question with a body does. */
export interface Writing {
  /**
   * `facts`: changes them, all in one transaction with the key of the request. `accounts`: changes what the library of accounts keeps, which is done at
   * most once under a key. `nothing`: it only reads, or it lets somebody in or out, and may be sent as often as one likes.
   */
  readonly writes: "facts" | "accounts" | "nothing"
  /** The answer tells a secret: it is told once. */
  readonly secret: boolean
  /** The path of the reading whose tag (`ETag`) may be sent with the change as `If-Match`: it is made only where nothing changed since. */
  readonly changes: string | null
  /** What is there is replaced: the change is made by nobody who does not say what they have seen. */
  readonly replaces: boolean
}

const usual: Writing = { writes: "facts", secret: false, changes: null, replaces: false }

/** Whether an endpoint is sent something. */
const isSent = (endpoint: object): boolean => "body" in endpoint || "sends" in endpoint

/** What sending a question does; null for one that is sent nothing. */
export const writingOf = (endpoint: object): Writing | null =>
  isSent(endpoint)
    ? { ...usual, ...("writing" in endpoint && typeof endpoint.writing === "object" ? endpoint.writing : {}) }
    : null

/** What a preview tells besides: what the change would be made of, as it stands. */
export interface Previewed {
  /** To be sent with the change as `If-Match`; null where nothing of it is there yet. */
  readonly tag: string | null
}

/** A line of a list that can be changed. */
export interface Tagged {
  /** The line as it stands, to be sent with a change of it as `If-Match`. */
  readonly tag: string
}

/** Says of a question with a body what sending it does, as far as it is not what most of them do. */
export const writing =
  (told: Partial<Writing>) =>
  <E extends object>(endpoint: E): E & { readonly writing: Partial<Writing> } => ({ ...endpoint, writing: told })

/** Says of a question with a body that it only reads. */
export const asking = writing({ writes: "nothing" })
