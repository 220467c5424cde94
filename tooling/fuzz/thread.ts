// One thread of the fuzzer: runs its share of the cases and tells what it found.
import { parentPort, workerData } from "node:worker_threads"
import { runCase } from "./case.ts"
import type { Found, Share } from "./share.ts"

/** No case may take longer, milliseconds of its thread; most take a fraction of one. */
const LONGEST = 1000

/** So many cases that went wrong are told; then the thread ends. */
const MOST_WRONG = 10

const { at, from, seed, step, to }: Share = workerData
const place = new Int32Array(at)
const counts = { refused: 0, notCompiled: 0, judged: 0 }
let [cases, verdicts, met, open, longest] = [0, 0, 0, 0, 0]
const wrong: Array<Found["wrong"][number]> = []

/** By the thread's own time: what else the machine does is no case's fault. */
const spent = (): number => {
  const { system, user } = process.threadCpuUsage()
  return (system + user) / 1000
}

for (let index = from; index < to && wrong.length < MOST_WRONG; index += step) {
  Atomics.store(place, 0, index)
  let document = ""
  try {
    const before = spent()
    const told = runCase(seed, index)
    const own = spent() - before
    document = JSON.stringify(told.document)
    longest = Math.max(longest, own)
    cases += 1
    counts[told.outcome] += 1
    verdicts += told.verdicts
    met += told.met
    open += told.open
    const slow = own > LONGEST ? [`took ${own.toFixed(0)} ms`] : []
    const why = [...told.wrong, ...slow].join("; ")
    if (why !== "") wrong.push({ index, why, document })
  } catch (error) {
    wrong.push({ index, why: error instanceof Error ? (error.stack ?? error.message) : String(error), document })
  }
}

const found: Found = { cases, ...counts, verdicts, met, open, longest, wrong }
parentPort?.postMessage(found, [])
