import type { AgencyOnDay } from "@ntm/contract"
import { type AgencyId, type Letter, Letters } from "@ntm/domain/assignments"
import type { Day } from "@ntm/domain/values"
import { type DueAnswer, dueDigest } from "@ntm/exchange"
import { Cause, Clock, Effect, Exit, Schedule } from "effect"
import { digestDay } from "./daily.ts"
import type { DigestRecipient } from "./recipients.ts"

/** What making and delivering letters asks for. */
export interface Post {
  /** What is due on a day, of an agency or of all. */
  readonly due: (day: Day, agency: AgencyId | null) => Promise<DueAnswer>
  readonly agencies: (day: Day) => Promise<ReadonlyArray<AgencyOnDay>>
  readonly recipients: ReadonlyArray<DigestRecipient>
  readonly send: (letter: Letter) => Promise<void>
  /** Told in one line what went wrong. */
  readonly tell: (line: string) => void
}

/** What all of these recipients are told of the day; agencies that are not known are told of, and their letters are not made. */
const lettersOn = async ({ agencies, due, recipients, tell }: Post, day: Day): Promise<ReadonlyArray<Letter>> => {
  const asked = recipients.some(({ about }) => about !== "")
  const known = new Map(asked ? (await agencies(day)).map((one) => [String(one.agency.id), one]) : [])
  const letters: Array<Letter> = []
  for (const [about, its] of Map.groupBy(recipients, (recipient) => recipient.about)) {
    const whose = about === "" ? null : known.get(about)
    if (whose === undefined) {
      const missed = its.map(({ address }) => address).join(", ")
      tell(`Bản tin ngày ${day}: không có cơ quan “${about}”, không gửi cho ${missed}`)
      continue
    }
    const digest = dueDigest(await due(day, whose?.agency.id ?? null), "vi", whose?.name ?? null)
    letters.push(...its.map(({ address }) => ({ day, recipient: address, about, ...digest })))
  }
  return letters
}

/**
 * Makes the letters of the day that is due at a moment, unless that is the day `made`, and delivers whatever waits; answers the day.
 *
 * **Details** Letters that another program made, or this one before it was started again, are there already and stay as they are.
 */
export const postOnce = Effect.fn("postOnce")(function* (post: Post, made: Day | null, now: number) {
  const letters = yield* Letters
  const day = digestDay(now)
  if (day !== made) yield* letters.put(yield* Effect.promise(() => lettersOn(post, day)), now)
  const { failures } = yield* letters.deliver(post.send, now)
  for (const { attempts, error, givenUp, letter } of failures) {
    const what = `Bản tin ngày ${letter.day} cho ${letter.recipient}`
    post.tell(
      givenUp
        ? `${what}: thôi gửi sau ${attempts} lần, vẫn giữ trong cơ sở dữ liệu: ${error}`
        : `${what} chưa gửi được, lần ${attempts}, sẽ gửi lại: ${error}`
    )
  }
  return day
})

/**
 * Sends the digest of each morning, once whatever happens, for as long as it runs.
 *
 * **Details** Looks every minute. What a mail server does not take is tried again, and so is a day of which nothing could be told; a fault is told
 * once for as long as it stays the same.
 */
export const dailyPost = (post: Post): Effect.Effect<unknown, never, Letters> =>
  Effect.suspend(() => {
    let made: Day | null = null
    let fault: string | null = null
    return Effect.gen(function* () {
      const round = yield* Effect.exit(postOnce(post, made, yield* Clock.currentTimeMillis))
      if (Exit.isSuccess(round)) {
        made = round.value
        fault = null
        return
      }
      const cause = Cause.squash(round.cause)
      const said = cause instanceof Error ? cause.message : String(cause)
      if (said !== fault) post.tell(`Chưa lập được bản tin để gửi, sẽ thử lại: ${said}`)
      fault = said
    }).pipe(Effect.repeat(Schedule.spaced("1 minute")))
  })
