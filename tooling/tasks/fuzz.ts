// npm run fuzz: hostile rule documents and values, judged and held against the plain meaning of the rules.
// npm run fuzz -- requests: hostile requests to the API, held against the document that tells of it.
import { availableParallelism } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { Worker } from "node:worker_threads"
import { fuzzRequests } from "../fuzz/requests.ts"
import type { Found, Share } from "../fuzz/share.ts"
import { endWithParent, root, say, setUpDone } from "./steps.ts"

/** A case that a thread has been at for so long hangs, milliseconds. */
const HANGS = 60_000

/** How long it goes on at the most unless told otherwise, minutes. */
const DAY = 24 * 60

setUpDone()
endWithParent()

const usage = (): never => {
  say(
    "viết: npm run fuzz -- [requests --minutes 60] --count 1000000 --seed 1 --from 0, mỗi số là số nguyên không âm",
    "write: npm run fuzz -- [requests --minutes 60] --count 1000000 --seed 1 --from 0, each a whole number, not below 0"
  )
  process.exit(2)
}

const optionsOf = () => {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        count: { type: "string" },
        seed: { type: "string" },
        from: { type: "string" },
        minutes: { type: "string" }
      }
    })
    return positionals.every((each) => each === "requests") ? { ...values, requests: positionals.length > 0 } : usage()
  } catch {
    return usage()
  }
}
const options = optionsOf()

const whole = (name: "count" | "seed" | "from" | "minutes", otherwise: number): number => {
  const value = Number(options[name] ?? otherwise)
  return Number.isSafeInteger(value) && value >= 0 ? value : usage()
}

const [count, seed, from] = [
  whole("count", options.requests ? 100_000 : 1_000_000),
  whole("seed", Number(process.env["NTM_SEED"] ?? 20_250_305)),
  whole("from", 0)
]
if (options.requests) process.exit(await fuzzRequests(count, seed, from, whole("minutes", DAY)))
const again = (index: number): string => `npm run fuzz -- --seed ${seed} --from ${index} --count 1`

const runShare = (share: Share): Promise<Found> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(join(root, "tooling/fuzz/thread.ts"), { workerData: share })
    let [last, since] = [-1, performance.now()]
    const watch = setInterval(() => {
      const at = Atomics.load(new Int32Array(share.at), 0)
      if (at !== last) [last, since] = [at, performance.now()]
      else if (performance.now() - since > HANGS) reject(new Error(`case ${at} hangs: ${again(at)}`))
    }, 1000)
    worker.once("message", (found: Found) => resolve(found))
    worker.once("error", reject)
    worker.once("exit", () => clearInterval(watch))
  })

/** How often it is told how far it is, milliseconds. */
const TELLS = 30_000

const threads = Math.max(1, Math.min(availableParallelism(), count))
const started = performance.now()
const places = Array.from({ length: threads }, () => new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
const telling = setInterval(() => {
  const [at = from] = places.map((place) => Atomics.load(new Int32Array(place), 0)).sort((a, b) => a - b)
  const share = Math.floor((Math.max(0, at - from) * 100) / count)
  say(`đã thử ${share} %`, `${share} % tried`)
}, TELLS)
try {
  const found = await Promise.all(
    places.map((at, thread) => runShare({ seed, from: from + thread, to: from + count, step: threads, at }))
  )
  clearInterval(telling)
  const sum = (of: (one: Found) => number): string =>
    found.reduce((total, one) => total + of(one), 0).toLocaleString("en")
  const seconds = (performance.now() - started) / 1000
  console.log(
    `${sum((one) => one.cases)} hostile documents, seed ${seed}, ${seconds.toFixed(0)} s: ${sum((one) => one.refused)} refused, ` +
      `${sum((one) => one.notCompiled)} not compiled, ${sum((one) => one.judged)} judged; ${sum((one) => one.verdicts)} verdicts, ` +
      `${sum((one) => one.met)} of them met, ${sum((one) => one.open)} left open; the longest case took ${Math.max(...found.map((one) => one.longest)).toFixed(0)} ms`
  )
  const wrong = found.flatMap((one) => one.wrong)
  for (const { document, index, why } of wrong) console.error(`\ncase ${index} (${again(index)})\n${why}\n${document}`)
  // Nothing judged, or nothing met, would prove nothing.
  const idle = count >= 1000 && found.some((one) => one.judged === 0 || one.met === 0)
  if (idle) console.error("nothing was judged")
  process.exit(wrong.length > 0 || idle ? 1 : 0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
