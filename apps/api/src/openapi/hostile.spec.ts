import { renameSync, writeFileSync } from "node:fs"
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openApiDocument } from "./document.ts"
import type { Shape } from "./given.ts"
import { makeHold, operationsIn } from "./testing/hold.ts"
import { pilotWithRoles } from "../testing/roles.ts"
import { ORIGIN } from "./testing/pilot.ts"
import { poolsOf } from "./testing/pools.ts"
import { makeRequests } from "./testing/requests.ts"

/** How many, from which seed and which number on: `npm run fuzz -- requests` says so. */
const number = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise)
const [count, seed, from] = [number("NTM_REQUESTS", 2000), number("NTM_SEED", 20_250_305), number("NTM_FROM", 0)]
/** When it is to end with what it has, milliseconds since 1970; and the file that is told how far it is. */
const until = number("NTM_UNTIL", Number.POSITIVE_INFINITY)
const tallyFile = process.env["NTM_TALLY"]
/** Requests after which the file is written anew. */
const TELLS = 250

const document = openApiDocument("0.0.0")
const schemas = (document["components"] as { readonly schemas: Shape }).schemas
const operations = operationsIn(document)

describe("requests that are made up of the document", () => {
  let pilot: Awaited<ReturnType<typeof pilotWithRoles>>
  beforeAll(async () => {
    pilot = await pilotWithRoles()
  }, 300_000)
  afterAll(() => pilot?.end())

  it(
    "are answered as the document tells, hostile ones too, and never by a fault of the program",
    async () => {
      const ask = async (path: string): Promise<unknown> =>
        (
          await pilot.app.request(`${ORIGIN}/api/v1${path}`, { headers: { authorization: `Bearer ${pilot.key}` } })
        ).json()
      const made = makeRequests(operations, schemas, await poolsOf(ask), { owner: pilot.key, roles: pilot.keys })
      const { hold } = makeHold(document)
      const wrong = new Map<string, string>()
      const statuses = new Map<number, number>()
      const answered = new Set<string>()
      const spent = new Map<string, { readonly statuses: Record<string, number>; readonly ms: Array<number> }>()
      // For who puts several processes together, and looks on.
      const tell = (): void => {
        if (tallyFile === undefined) return
        const whole = JSON.stringify({ operations: Object.fromEntries(spent), wrong: [...wrong] })
        writeFileSync(`${tallyFile}.new`, whole)
        renameSync(`${tallyFile}.new`, tallyFile)
      }
      for (let index = from; index < from + count && Date.now() < until; index += 1) {
        if (index % TELLS === 0) tell()
        const { init, operation, url } = made(seed, index)
        const begun = performance.now()
        const response = await pilot.app.request(url, init)
        const { status } = response
        const text = textOf(new Uint8Array(await response.arrayBuffer()), response.headers.get("content-encoding"))
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        if (status === 200 && operation !== null) answered.add(operation.operationId)
        const kept = spent.get(operation?.operationId ?? "-") ?? { statuses: {}, ms: [] }
        spent.set(operation?.operationId ?? "-", kept)
        kept.statuses[status] = (kept.statuses[status] ?? 0) + 1
        kept.ms.push(performance.now() - begun)
        const path = new URL(url).pathname.slice("/api/v1".length)
        // An address that was twisted may be another question's, or none's.
        const asked = operation !== null && fits(operation.path, path) ? operation : null
        const mediaType = response.headers.get("content-type") ?? ""
        const bare = init.method === "HEAD" && status < 500
        const fault = bare || (asked === null && status < 400) ? null : hold(asked, { status, text, mediaType })
        const kind = `${operation?.operationId} ${fault}`.slice(0, 160)
        if (fault !== null && !wrong.has(kind))
          wrong.set(kind, `${index}: ${init.method} ${url.slice(0, 300)} ${String(init.body ?? "").slice(0, 300)}`)
      }
      const tally = [...statuses].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`)
      const sent = [...statuses.values()].reduce((sum, times) => sum + times, 0)
      console.info(
        `${sent} of ${count} requests, seed ${seed}: ${tally.join(", ")}; ${answered.size} questions answered`
      )
      const sums = [...spent].map(([key, { ms }]) => [key, ms.reduce((sum, one) => sum + one, 0)] as const)
      const longest = sums.toSorted(([, a], [, b]) => b - a).slice(0, 8)
      console.info(`the most time: ${longest.map(([key, ms]) => `${key} ${(ms / 1000).toFixed(1)} s`).join(", ")}`)
      tell()
      expect({ wrong: [...wrong], logged: pilot.logged.slice(0, 5) }).toEqual({ wrong: [], logged: [] })
      if (sent >= 2000) expect(answered.size).toBeGreaterThan(60)
    },
    24 * 3_600_000
  )
})

/** The text of an answer, packed or not. */
const textOf = (body: Uint8Array, encoding: string | null): string => {
  const unpack = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync }[encoding ?? ""]
  return new TextDecoder().decode(unpack === undefined ? body : unpack(body))
}

/** Whether a path has the segments that an operation's has. */
const fits = (told: string, path: string): boolean => {
  const [a, b] = [told.split("/"), path.split("/")]
  return a.length === b.length && a.every((part, at) => (part.startsWith("{") ? b[at] !== "" : part === b[at]))
}
