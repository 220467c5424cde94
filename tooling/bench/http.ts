import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startBundledPostgres } from "@ntm/store"
import autocannon from "autocannon"
import { Effect, Schema } from "effect"
import { root } from "../tasks/steps.ts"
import { median } from "./print.ts"
import { listening, PRODUCT } from "./product.ts"

/** What of a bare route's requests per second, and of a bare stream's bytes, the product must reach. */
const [scoreboardAtLeast, streamAtLeast] = [0.5, 0.7]

/** A commune of the pilot with values of its own, and the last day of its life. */
const [unit, province, asOf] = ["11857", "31", "2025-06-30"]

/** Somebody of the province, held to it by row-level security: neither all units are theirs to see nor one alone. */
const ROLE = "coordinationOffice"

const CONNECTIONS = 8
const ROUNDS = 5
const ROUND_SECONDS = 2

const idIn = Schema.decodeUnknownSync(Schema.Struct({ unit: Schema.Struct({ id: Schema.Int }) }))

type Headers = Readonly<Record<string, string>>

/** Where and as whom something is asked. */
interface Question {
  readonly name: string
  readonly url: string
  readonly headers: Headers
}

/** The cookie of a made-up person of a role, signed in as on the page. */
const signedIn = async (address: string, role: string): Promise<Headers> => {
  const answer = await fetch(`${address}/api/v1/session/demonstration`, {
    method: "POST",
    headers: { origin: address, "content-type": "application/json" },
    body: JSON.stringify({ role })
  })
  if (!answer.ok) throw new Error(`nobody signs in as ${role}: ${answer.status}`)
  return {
    cookie: answer.headers
      .getSetCookie()
      .flatMap((line) => line.split(";", 1))
      .join("; ")
  }
}

/** Requests per second; every one must be answered well and whole. */
const perSecond = async ({ headers, url }: Question): Promise<number> => {
  const found = await autocannon({ url, headers, connections: CONNECTIONS, duration: ROUND_SECONDS })
  const failed = found.non2xx + found.errors + found.timeouts + found["3xx"]
  if (failed > 0 || found["2xx"] === 0) throw new Error(`${url}: ${failed} of ${found.requests.total} failed`)
  return found["2xx"] / found.duration
}

/** Bytes per second of one stream, and its lines. */
const streamed = async ({ headers, url }: Question) => {
  const started = performance.now()
  const answer = await fetch(url, { headers: { ...headers, accept: "application/x-ndjson" } })
  if (answer.status !== 200 || answer.body === null) throw new Error(`${url}: ${answer.status}`)
  const parts: Array<Uint8Array> = []
  for await (const part of answer.body) parts.push(part)
  const seconds = (performance.now() - started) / 1000
  const bytes = Buffer.concat(parts)
  return { rate: bytes.length / seconds, bytes }
}

const printRate = (name: string, rate: string, share: number, limit: string): void =>
  console.log(`  ${name.padEnd(56)}${rate.padStart(14)}${share.toFixed(2).padStart(8)} x${limit}`)

const refuseBelow = (subject: string, share: number, least: number): void => {
  if (share < least) throw new Error(`${subject} reaches ${share.toFixed(2)} of its limit, less than ${least}`)
}

/** Rounds of all questions in turn, after one that is not counted; medians, and each question's share of the first one's of the same round. */
const compared = async (questions: ReadonlyArray<Question>, rateOf: (question: Question) => Promise<number>) => {
  const rates = questions.map((): Array<number> => [])
  for (const { headers, url } of questions) await (await fetch(url, { headers })).arrayBuffer()
  for (let round = 0; round <= ROUNDS; round++)
    for (const [at, question] of questions.entries()) {
      const rate = await rateOf(question)
      if (round > 0) rates[at]?.push(rate)
    }
  return questions.map(({ name }, at) => {
    const own = rates[at] ?? []
    return {
      name,
      rate: median(own),
      share: median(own.map((rate, round) => rate / (rates[0]?.[round] ?? Number.NaN)))
    }
  })
}

/** The scoreboard of a unit through everything, beside routes that do nothing but one query. */
const benchScoreboard = async (bare: string, api: string, owner: Headers, scoped: Headers): Promise<void> => {
  const question = `${api}/assessments/units/${unit}?as_of=${asOf}`
  const known = idIn(await (await fetch(question, { headers: owner })).json())
  const packed = { "accept-encoding": "br, gzip" }
  const rows = await compared(
    [
      {
        name: "Hono, one query: its values in force (limit)",
        url: `${bare}/values/${unit}?as_of=${asOf}`,
        headers: {}
      },
      {
        name: "Hono, one query: keys and numbers of these alone",
        url: `${bare}/numbers/${known.unit.id}?as_of=${asOf}`,
        headers: {}
      },
      { name: "scoreboard, owner", url: question, headers: owner },
      { name: "scoreboard, province's office, row by row held to it", url: question, headers: scoped },
      { name: "… compressed, as browsers ask", url: question, headers: { ...scoped, ...packed } }
    ],
    perSecond
  )
  console.log(`\nA unit's scoreboard over HTTP, ${CONNECTIONS} connections: requests per second`)
  for (const { name, rate, share } of rows)
    printRate(
      name,
      `${rate.toFixed(0)} /s`,
      share,
      name.startsWith("scoreboard") ? `   at least ${scoreboardAtLeast} x` : ""
    )
  for (const { name, share } of rows.filter((row) => row.name.startsWith("scoreboard")))
    refuseBelow(name, share, scoreboardAtLeast)
}

/** The values in force of a province, a line each, beside the same lines by one query. */
const benchStream = async (bare: string, api: string, owner: Headers, scoped: Headers): Promise<void> => {
  const url = `${api}/observations/in-force?unit=${province}&as_of=${asOf}`
  const questions = [
    { name: "Hono, one query: the same lines (limit)", url: `${bare}/lines/${province}?as_of=${asOf}`, headers: {} },
    { name: "values in force, owner", url, headers: owner },
    { name: "values in force, province's office, held to it", url, headers: scoped }
  ]
  const sorted = async (question: Question): Promise<string> =>
    (await streamed(question)).bytes.toString("utf8").split("\n").toSorted().join("\n")
  const [raw = "", ...own] = await Promise.all(questions.map(sorted))
  if (raw.length < 1_000_000 || own.some((lines) => lines !== raw)) throw new Error("the streams tell other values")
  const rows = await compared(questions, async (question) => (await streamed(question)).rate)
  console.log(
    `\nThe values in force of a province as NDJSON: ${raw.split("\n").length - 1} lines, ${(raw.length / 1e6).toFixed(1)} MB`
  )
  for (const { name, rate, share } of rows)
    printRate(
      name,
      `${(rate / 1e6).toFixed(1)} MB/s`,
      share,
      name.startsWith("values") ? `   at least ${streamAtLeast} x` : ""
    )
  for (const { name, share } of rows.slice(1)) refuseBelow(name, share, streamAtLeast)
}

/** The product as it runs on the pilot, accounts on, in a process of its own; asked over loopback, beside bare routes in another. */
export const benchHttp = async (): Promise<void> => {
  const data = mkdtempSync(join(tmpdir(), "ntm-bench-"))
  // The database runs as an unprivileged account when started by root: it must reach the folder.
  chmodSync(data, 0o755)
  const measured = Effect.gen(function* () {
    // Limits count as always; only here one person asks a thousand times a second.
    const limits = { NTM_LIMIT_PERSON: "10000000", NTM_LIMIT_OWNER: "10000000" }
    const listen = (program: string, path: string, env: Headers) =>
      Effect.acquireRelease(
        Effect.promise(() => listening(program, path, env)),
        ({ stop }) => Effect.promise(stop)
      )
    const { url } = yield* startBundledPostgres({ dataDirectory: data, durable: true })
    const product = yield* listen(PRODUCT, "/ready", {
      NTM_DATA: data,
      DATABASE_URL: "",
      NTM_ACCOUNTS: "on",
      ...limits
    })
    const bare = yield* listen(join(root, "tooling/bench/http-bare.ts"), "/", { DATABASE_URL: url })
    const owner = { "x-api-key": readFileSync(join(data, "secrets/owner-key"), "utf8").trim() }
    const scoped = yield* Effect.promise(() => signedIn(product.address, ROLE))
    const api = `${product.address}/api/v1`
    yield* Effect.promise(() => benchScoreboard(bare.address, api, owner, scoped))
    yield* Effect.promise(() => benchStream(bare.address, api, owner, scoped))
  })
  try {
    await Effect.runPromise(Effect.scoped(measured))
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
