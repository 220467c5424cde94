import type { Day } from "../../values/index.ts"

/** A letter to one recipient, about what is due on a day. Its day, its recipient and what it is about tell it from all others. */
export interface Letter {
  readonly day: Day
  /** Address: "van-phong@haiphong.gov.vn". */
  readonly recipient: string
  /** The agency that it is about; "" for all of them. */
  readonly about: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** A letter that was not taken: told each time, tried again unless it was given up. */
export interface LetterFailure {
  readonly letter: Letter
  readonly attempts: number
  readonly error: string
  readonly givenUp: boolean
}

const MINUTE_MS = 60_000
const LONGEST_MS = 6 * 60 * MINUTE_MS
const KEPT_TRYING_MS = 7 * 24 * 60 * MINUTE_MS

/**
 * When a letter is tried again after so many attempts that failed, in milliseconds; null: not any more.
 *
 * **Details** After a minute, two, four and so on, at most six hours, for a week from its day: a mail server that is away over a long holiday gets
 * it still.
 */
export const nextAttempt = (
  attempts: number,
  { day, now }: { readonly day: Day; readonly now: number }
): number | null =>
  now - Date.parse(day) >= KEPT_TRYING_MS
    ? null
    : now + Math.min(LONGEST_MS, MINUTE_MS * 2 ** Math.min(attempts - 1, 20))
