import { Effect } from "effect"
import { setTimeout as sleep } from "node:timers/promises"
import type { Sql } from "postgres"
import { clientFor } from "./client.ts"
import { addressOf, badUrl, explain } from "./explain.ts"
import { DatabaseUnavailable, problem } from "./problem.ts"

const OLDEST = 150_000

/** What a server must be able to do for this program; asked before anything is written. */
const checkServer = async (client: Sql): Promise<void> => {
  const [server] = await client<Array<{ number: number; version: string; encoding: string; collation: boolean }>>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding,
      exists (select from pg_collation where collname = 'vi-VN-x-icu') as collation`
  if (server === undefined) throw new Error("no answer")
  if (server.number < OLDEST) {
    throw problem(
      "tooOld",
      `Cần PostgreSQL 15 trở lên; máy chủ là ${server.version}.`,
      `PostgreSQL 15 or newer is needed; the server is ${server.version}.`
    )
  }
  if (server.encoding !== "UTF8") {
    throw problem(
      "wrongEncoding",
      `Cơ sở dữ liệu phải dùng mã UTF8; hiện dùng ${server.encoding}. Hãy tạo lại: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0;`,
      `The database must be encoded in UTF8; it is ${server.encoding}. Create it anew: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0;`
    )
  }
  if (!server.collation) {
    throw problem(
      "noCollation",
      "PostgreSQL này được dựng không có ICU nên không xếp được thứ tự tiếng Việt (thiếu vi-VN-x-icu).",
      "This PostgreSQL was built without ICU and cannot sort Vietnamese (vi-VN-x-icu is missing)."
    )
  }
}

const PASSING = ["unreachable", "notReady"]
const POLL_MS = 200

const attempt = async (url: string): Promise<DatabaseUnavailable | null> => {
  const client = clientFor(url, { max: 1, connectTimeout: 5 })
  try {
    await checkServer(client)
    return null
  } catch (cause) {
    return cause instanceof DatabaseUnavailable ? cause : explain(cause, url)
  } finally {
    await client.end({ timeout: 1 }).catch(() => undefined)
  }
}

/**
 * Waits until the server at `url` answers, and sees that it fits: version, encoding, Vietnamese order.
 *
 * **Details** A server that is not there or still starts is tried again for `seconds` (10); a wrong password, a missing
 * database or one that does not fit fails at once.
 */
export const waitUntilReady = (options: {
  readonly url: string
  readonly seconds?: number
}): Effect.Effect<void, DatabaseUnavailable> =>
  Effect.tryPromise({
    try: async (signal) => {
      if (addressOf(options.url) === null) throw badUrl()
      const deadline = Date.now() + (options.seconds ?? 10) * 1000
      while (!signal.aborted) {
        const refusal = await attempt(options.url)
        if (refusal === null) return
        if (!PASSING.includes(refusal.problem) || Date.now() > deadline) throw refusal
        await sleep(POLL_MS)
      }
    },
    catch: (cause) => (cause instanceof DatabaseUnavailable ? cause : explain(cause, options.url))
  })
