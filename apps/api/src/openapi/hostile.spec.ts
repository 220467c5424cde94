import { API_ROOT } from "@ntm/contract"
import { renameSync, writeFileSync } from "node:fs"
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openApiDocument } from "./document.ts"
import type { Shape } from "./given.ts"
import { makeHold, operationsIn } from "./testing/hold.ts"
import { textIn } from "./testing/asked.ts"
import { givenBodies } from "./testing/bodies.ts"
import { pilotWithRoles } from "../testing/roles.ts"
import { ORIGIN } from "./testing/pilot.ts"
import { poolsOf } from "./testing/pools.ts"
import { openProvider } from "./testing/provider.ts"
import { makeRecipes } from "./testing/recipes.ts"
import { makeRequests } from "./testing/requests.ts"
import { makeSucceeding, toldIn } from "./testing/succeeding.ts"

/** Of so many each operation has been answered with what it is asked for, at least once. */
const ENOUGH = 1500

/** The pilot is loaded, and asked what is heavy, beside as many others as there are processors: longest that this takes, milliseconds. */
const BUSY_MS = 900_000

/** How many, from which seed and which number on: `npm run fuzz -- requests` says so. */
const number = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise)
const [count, seed, from] = [number("NTM_REQUESTS", ENOUGH), number("NTM_SEED", 20_250_305), number("NTM_FROM", 0)]
/** When it is to end with what it has, milliseconds since 1970; and the file that is told how far it is. */
const until = number("NTM_UNTIL", Number.POSITIVE_INFINITY)
const tallyFile = process.env["NTM_TALLY"]
/** Requests after which the file is written anew. */
const TELLS = 250

/** Examples that cannot be taken as they stand, and why. */
const restsOnOthers: ReadonlySet<string> = new Set([
  // Who tries it has a password, a link, a code or a terminal of their own.
  "session.signIn",
  "session.secondFactor",
  "session.link",
  "session.password",
  "session.confirm",
  "session.startSecondFactor",
  "session.endSecondFactor",
  "devices.token",
  "devices.answer",
  // The machine's owner is nobody's person, and has no calendar.
  "session.renewCalendar",
  // A file, not JSON.
  "evidence.keep",
  // The address has to be the partner's own.
  "webhooks.create"
])

const document = openApiDocument("0.0.0")
const schemas = (document["components"] as { readonly schemas: Shape }).schemas
const operations = operationsIn(document)

describe("requests that are made up of the document", () => {
  let pilot: Awaited<ReturnType<typeof pilotWithRoles>>
  let elsewhere: Awaited<ReturnType<typeof openProvider>>
  beforeAll(async () => {
    elsewhere = await openProvider()
    pilot = await pilotWithRoles({ demonstration: true, providers: [elsewhere.provider], proxies: 1 })
  }, BUSY_MS)
  afterAll(async () => {
    await pilot?.end()
    elsewhere.close()
  })

  const sent = (path: string, body: unknown, seen?: string) =>
    pilot.app.request(`${ORIGIN}${API_ROOT}${path}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${pilot.key}`,
        "content-type": "application/json",
        ...(seen === undefined ? {} : { "if-match": seen })
      },
      body: JSON.stringify(body)
    })

  it(
    "bodies of its examples are taken by the demonstration, each as it stands",
    async () => {
      const taken = operations.filter(
        ({ method, operationId, path }) => method === "POST" && !path.includes("{") && !restsOnOthers.has(operationId)
      )
      // What a change would do is asked before it is made.
      const previews = (path: string) => /\/(?:preview|check)$/.test(path)
      const inOrder = taken.toSorted((a, b) => Number(previews(b.path)) - Number(previews(a.path)))
      const refused: Array<string> = []
      /** By the path of the change, the tag that its preview told. */
      const tags = new Map<string, string>()
      for (const { operationId, path } of inOrder) {
        const response = await sent(path, givenBodies[operationId], tags.get(path))
        const text = await response.text()
        if (response.status !== 200) refused.push(`${operationId} ${response.status} ${text}`)
        const tag = previews(path) ? textIn(JSON.parse(text), "tag") : ""
        if (tag !== "") tags.set(path.slice(0, path.lastIndexOf("/")), tag)
      }
      expect(refused).toEqual([])
      expect(inOrder.length).toBeGreaterThan(20)
      // Elsewhere units are called what they are called.
      expect((await sent("/reorganisations/vi-du-sap-xep/undo", {})).status).toBe(200)
    },
    BUSY_MS
  )

  it(
    "are answered as the document tells, hostile ones too, and never by a fault of the program",
    async () => {
      const ask = async (path: string): Promise<unknown> =>
        (
          await pilot.app.request(`${ORIGIN}/api/v1${path}`, { headers: { authorization: `Bearer ${pilot.key}` } })
        ).json()
      const pools = await poolsOf(ask)
      const root = `${ORIGIN}${API_ROOT}`
      const recipes = makeRecipes(pools, elsewhere.provider.id)
      const succeeding = makeSucceeding(operations, recipes, { root, owner: pilot.key })
      const keys = { owner: pilot.key, roles: pilot.keys }
      const made = makeRequests(operations, schemas, pools, keys, succeeding)
      const { hold } = makeHold(document)
      const wrong = new Map<string, string>()
      const statuses = new Map<number, number>()
      // Those that are never asked are told too.
      const spent = new Map<string, { readonly statuses: Record<string, number>; readonly ms: Array<number> }>(
        operations.map(({ operationId }) => [operationId, { statuses: {}, ms: [] }])
      )
      // For who puts several processes together, and looks on.
      const tell = (): void => {
        if (tallyFile === undefined) return
        const whole = JSON.stringify({ operations: Object.fromEntries(spent), wrong: [...wrong] })
        writeFileSync(`${tallyFile}.new`, whole)
        renameSync(`${tallyFile}.new`, tallyFile)
      }
      for (let index = from; index < from + count && Date.now() < until; index += 1) {
        if (index % TELLS === 0) tell()
        const { init, learn, operation, url } = made(seed, index)
        const begun = performance.now()
        const response = await pilot.app.request(url, init)
        const { status } = response
        const text = textOf(new Uint8Array(await response.arrayBuffer()), response.headers.get("content-encoding"))
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        const kept = spent.get(operation?.operationId ?? "-") ?? { statuses: {}, ms: [] }
        spent.set(operation?.operationId ?? "-", kept)
        kept.statuses[status] = (kept.statuses[status] ?? 0) + 1
        kept.ms.push(performance.now() - begun)
        const path = new URL(url).pathname.slice("/api/v1".length)
        // An address that was twisted may be another question's, or none's.
        const asked = operation !== null && fits(operation.path, path) ? operation : null
        const mediaType = response.headers.get("content-type") ?? ""
        if (asked !== null) succeeding.hear(asked, status)
        if (status === 200) learn?.(toldIn(text, mediaType), response)
        const bare = init.method === "HEAD" && status < 500
        const fault = bare || (asked === null && status < 400) ? null : hold(asked, { status, text, mediaType })
        const kind = `${operation?.operationId} ${fault}`.slice(0, 160)
        if (fault !== null && !wrong.has(kind))
          wrong.set(kind, `${index}: ${init.method} ${url.slice(0, 300)} ${String(init.body ?? "").slice(0, 300)}`)
      }
      const tally = [...statuses].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`)
      const total = [...statuses.values()].reduce((sum, times) => sum + times, 0)
      console.info(
        `${total} of ${count} requests, seed ${seed}: ${tally.join(", ")}; ${succeeding.answered.size} of ${operations.length} questions answered with what they are asked for`
      )
      const sums = [...spent].map(([key, { ms }]) => [key, ms.reduce((sum, one) => sum + one, 0)] as const)
      const longest = sums.toSorted(([, a], [, b]) => b - a).slice(0, 8)
      console.info(`the most time: ${longest.map(([key, ms]) => `${key} ${(ms / 1000).toFixed(1)} s`).join(", ")}`)
      tell()
      expect({ wrong: [...wrong], logged: pilot.logged.slice(0, 5) }).toEqual({ wrong: [], logged: [] })
      const never = operations.map(({ operationId }) => operationId).filter((each) => !succeeding.answered.has(each))
      if (total >= ENOUGH) expect(never).toEqual([])
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
