import { type Letter, type LetterFailure, Letters, nextAttempt } from "@ntm/domain/assignments"
import { Effect, Layer } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import { queryOn } from "../database/read.ts"
import { inTransaction } from "../database/transaction.ts"

const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString()

interface Waiting extends Letter {
  readonly attempts: number
}

/** What became of the next letter; null where none is waiting. */
type Attempt = LetterFailure | "delivered" | null

/** Letters that are there already stay as they are. */
const put = async (sql: Tag, letters: ReadonlyArray<Letter>, now: number): Promise<number> => {
  const rows = letters.map((letter) => ({ ...letter, now: isoOf(now) }))
  const fresh = await sql`
    insert into letter (day, recipient, about, subject, text, html, next_try)
    select day, recipient, about, subject, text, html, now from json_to_recordset(${JSON.stringify(rows)}::text::json)
      as l (day date, recipient text, about text, subject text, text text, html text, now timestamptz)
    on conflict do nothing`
  return fresh.count
}

/**
 * Hands the oldest letter over whose time has come, in the transaction of `sql`, which holds its row meanwhile: who asks for the next one passes
 * it by.
 */
const attempt = async (sql: Tag, send: (letter: Letter) => Promise<void>, now: number): Promise<Attempt> => {
  const [waiting] = await sql<Array<Waiting>>`
    select day, recipient, about, subject, text, html, attempts from letter
    where delivered_at is null and given_up_at is null and next_try <= ${isoOf(now)}
    order by day, about, recipient limit 1 for update skip locked`
  if (waiting === undefined) return null
  const { about, attempts: before, day, html, recipient, subject, text } = waiting
  const letter: Letter = { day, recipient, about, subject, text, html }
  const its = sql`(day, recipient, about) = (${day}, ${recipient}, ${about})`
  const attempts = before + 1
  try {
    await send(letter)
  } catch (cause) {
    const error = cause instanceof Error ? cause.message : String(cause)
    const next = nextAttempt(attempts, { day, now })
    await sql`
      update letter set attempts = ${attempts}, last_error = ${error}, next_try = ${isoOf(next ?? now)},
        given_up_at = ${next === null ? isoOf(now) : null}
      where ${its}`
    return { letter, attempts, error, givenUp: next === null }
  }
  await sql`update letter set attempts = ${attempts}, last_error = null, delivered_at = ${isoOf(now)} where ${its}`
  return "delivered"
}

/** `Letters` on PostgreSQL. */
export const lettersLayer: Layer.Layer<Letters, never, Database> = Layer.effect(
  Letters,
  Effect.gen(function* () {
    const own = yield* Database
    return Letters.of({
      put: Effect.fn("Letters.put")((letters, now) =>
        letters.length === 0 ? Effect.succeed(0) : Effect.orDie(queryOn(own)((sql) => put(sql, letters, now)))
      ),
      deliver: Effect.fn("Letters.deliver")(function* (send, now) {
        const failures: Array<LetterFailure> = []
        let delivered = 0
        // A transaction each: what was handed over is noted before the next is tried.
        for (;;) {
          // A program that is told to stop notes first what it has handed over.
          const result = yield* inTransaction(query((sql) => attempt(sql, send, now))).pipe(
            Effect.provideService(Database, own),
            Effect.orDie,
            Effect.uninterruptible
          )
          if (result === null) return { delivered, failures }
          if (result === "delivered") delivered += 1
          else failures.push(result)
        }
      })
    })
  })
)
