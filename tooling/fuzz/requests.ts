import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { Schema } from "effect"
import { root, run, say } from "../tasks/steps.ts"

/** Processes at the most: each loads the pilot into a database of its own. */
const MOST = 4

/** What one process tells when it is done. */
const Tally = Schema.fromJsonString(
  Schema.Struct({
    operations: Schema.Record(
      Schema.String,
      Schema.Struct({ statuses: Schema.Record(Schema.String, Schema.Int), ms: Schema.Array(Schema.Finite) })
    ),
    wrong: Schema.Array(Schema.Tuple([Schema.String, Schema.String]))
  })
)

/** How requests are told that the document tells nothing of. */
const NONE = "-"

/** Of so many, on all processes, each question has to be answered with what it is asked for. */
const ENOUGH = 3000

/** How often it is looked how far the processes are, milliseconds. */
const TELLS = 30_000

const readTally = Schema.decodeUnknownSync(Tally)

const tallyIn = (file: string): typeof Tally.Type | null => {
  try {
    return readTally(readFileSync(file, "utf8"))
  } catch {
    // A process that has only begun, or ended early, tells nothing; its exit code says so.
    return null
  }
}

const at = (sorted: ReadonlyArray<number>, share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(9)

/** How often it was answered by a status of a hundred. */
const inHundred = (statuses: ReadonlyMap<string, number>, first: string): number =>
  [...statuses].reduce((sum, [status, times]) => sum + (status.startsWith(first) ? times : 0), 0)

/**
 * Every question with what it was answered by, and how long that took; the slowest in all first. Those that were never answered with what they are
 * asked for are told once more, and answered.
 */
const print = (tallies: ReadonlyArray<typeof Tally.Type>, seconds: number): ReadonlyArray<string> => {
  interface Own {
    readonly statuses: Map<string, number>
    readonly ms: Array<number>
  }
  const all = new Map<string, Own>()
  const total = new Map<string, number>()
  for (const { operations } of tallies)
    for (const [name, { ms, statuses }] of Object.entries(operations)) {
      const own: Own = all.get(name) ?? { statuses: new Map(), ms: [] }
      all.set(name, own)
      for (const one of ms) own.ms.push(one)
      for (const [status, times] of Object.entries(statuses))
        for (const counts of [own.statuses, total]) counts.set(status, (counts.get(status) ?? 0) + times)
    }
  const told = (counts: ReadonlyMap<string, number>): string =>
    [...counts]
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([status, times]) => `${status}: ${times}`)
      .join(", ")
  const lines = [...all].map(([name, { ms, statuses }]) => ({
    name,
    statuses,
    sorted: ms.toSorted((a, b) => a - b),
    sum: ms.reduce((sum, one) => sum + one, 0)
  }))
  console.log(
    `${"question".padEnd(36)}${"times".padStart(7)}${"2xx".padStart(7)}${"4xx".padStart(7)}${"p50 ms".padStart(9)}${"p99 ms".padStart(9)}${"all s".padStart(8)}`
  )
  for (const { name, sorted, statuses, sum } of lines.toSorted((a, b) => b.sum - a.sum))
    console.log(
      `${name.padEnd(36)}${[sorted.length, inHundred(statuses, "2"), inHundred(statuses, "4")].map((times) => String(times).padStart(7)).join("")}${at(sorted, 0.5)}${at(sorted, 0.99)}${(sum / 1000).toFixed(1).padStart(8)}   ${told(statuses)}`
    )
  const count = lines.reduce((sum, { sorted }) => sum + sorted.length, 0)
  const wrong = tallies.reduce((sum, tally) => sum + tally.wrong.length, 0)
  const faults = inHundred(total, "5")
  const never = lines.flatMap(({ name, statuses }) => (name === NONE || inHundred(statuses, "2") > 0 ? [] : [name]))
  console.log(
    `\n${count.toLocaleString("en")} requests in ${seconds.toFixed(0)} s: ${told(total)}; ${faults} faults of the program, ${wrong} kinds of answers that the document does not tell`
  )
  const known = lines.filter(({ name }) => name !== NONE).length
  console.log(
    `${known - never.length} of ${known} questions were answered with what they are asked for${never.length === 0 ? "" : `; never: ${never.join(", ")}`}`
  )
  return never
}

/** Tells how far the processes are, and every fault once, as soon as it is seen. */
const makeTelling = (files: ReadonlyArray<string>, count: number) => {
  const seen = new Set<string>()
  return (): void => {
    const tallies = files.flatMap((file) => tallyIn(file) ?? [])
    const done = tallies
      .flatMap(({ operations }) => Object.values(operations))
      .reduce((sum, { ms }) => sum + ms.length, 0)
    const share = Math.floor((done * 100) / count)
    say(`đã gửi ${done} (${share} %)`, `${done} sent (${share} %)`)
    for (const [kind, request] of tallies.flatMap(({ wrong }) => wrong)) {
      if (!seen.has(kind)) console.log(`${kind}\n  ${request}`)
      seen.add(kind)
    }
  }
}

/**
 * Sends requests that are made up of the OpenAPI document to the API as it runs on the pilot, by its owner, every role and nobody; resolves with
 * an exit code.
 *
 * **Details** The spec of the suite does it (`apps/api/src/openapi/hostile.spec.ts`), with more of them and on as many processes as there are
 * processors; none of two processes sends the same. After `minutes`, or as it is asked to end, it ends with what
 * it has. It fails where an answer is not as the document tells, or where of enough requests a question was never answered with what it is asked for.
 */
export const fuzzRequests = async (count: number, seed: number, from: number, minutes: number): Promise<number> => {
  const processes = Math.max(1, Math.min(availableParallelism(), MOST, Math.ceil(count / 1000)))
  const share = Math.ceil(count / processes)
  const folder = mkdtempSync(join(tmpdir(), "ntm-fuzz-"))
  const started = performance.now()
  const shares = Array.from({ length: processes }, (_, at) => {
    const begin = from + at * share
    return { begin, requests: Math.min(share, from + count - begin), file: join(folder, `${at}.json`) }
  })
  const telling = setInterval(
    makeTelling(
      shares.map(({ file }) => file),
      count
    ),
    TELLS
  )
  const ending = new AbortController()
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => ending.abort())
  try {
    const codes = await Promise.all(
      shares.map(({ begin, file, requests }) => {
        const env = {
          ...process.env,
          NTM_REQUESTS: String(requests),
          NTM_SEED: String(seed),
          NTM_FROM: String(begin),
          NTM_TALLY: file,
          NTM_UNTIL: String(Date.now() + minutes * 60_000)
        }
        const options = { cwd: join(root, "apps/api"), env, signal: ending.signal }
        return run("vitest", ["run", "src/openapi/hostile.spec.ts"], options).catch((fault: unknown) => {
          if (ending.signal.aborted) return 1
          throw fault
        })
      })
    )
    const tallies = shares.flatMap(({ file }) => tallyIn(file) ?? [])
    const never = print(tallies, (performance.now() - started) / 1000)
    const sent = tallies
      .flatMap(({ operations }) => Object.values(operations))
      .reduce((sum, { ms }) => sum + ms.length, 0)
    return Math.max(...codes, sent >= ENOUGH && never.length > 0 ? 1 : 0)
  } finally {
    clearInterval(telling)
    // A process that was only just ended may be at a last line.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
