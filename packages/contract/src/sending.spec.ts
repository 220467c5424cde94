import { describe, expect, it } from "vitest"
import { type Fetch, makeClient } from "./client.ts"
import { ApiProblem } from "./problem.ts"
import { writingOf } from "./writing.ts"
import { api } from "./client.ts"

const inProgress = () =>
  Response.json(
    { type: "urn:ntm:problem:idempotency-key-in-progress", title: "Đang thực hiện", titleEn: "Under way", status: 409 },
    { status: 409 }
  )

/** Answers one after the other, and hears what was sent. */
const server = (...answers: ReadonlyArray<() => Response>) => {
  const sent: Array<Readonly<Record<string, string>>> = []
  const waited: Array<number> = []
  let at = 0
  const fetch: Fetch = (_, { headers }) => {
    sent.push(headers)
    const answer = answers[Math.min(at, answers.length - 1)]
    at += 1
    if (answer === undefined) throw new Error("nothing more to answer")
    return answer()
  }
  const client = makeClient(fetch, "", (ms) => {
    waited.push(ms)
    return Promise.resolve()
  })
  return { client, sent, waited, keys: () => sent.map((headers) => headers["idempotency-key"]) }
}
const broken = (): Response => {
  throw new TypeError("socket hang up")
}
const ok = () => Response.json({ done: true })

describe("a change that the client sends", () => {
  it("bears a key of its own, each another", async () => {
    const { client, keys } = server(ok)
    await client.works.report({ body: { rows: [] } })
    await client.works.report({ body: { rows: [] } })
    const [a, b] = keys()
    expect(a).toMatch(/^[0-9a-f]{32}$/)
    expect(b).not.toBe(a)
  })

  it("is sent once more under the same key where the connection broke, and no more often", async () => {
    const { client, keys } = server(broken, ok)
    expect(await client.works.report({ body: { rows: [] } })).toEqual({ done: true })
    expect(keys()).toHaveLength(2)
    expect(new Set(keys()).size).toBe(1)
    const dead = server(broken)
    const problem = await dead.client.works.report({ body: { rows: [] } }).catch((cause: unknown) => cause)
    expect(problem instanceof ApiProblem && problem.problem.type).toBe("urn:ntm:problem:unreachable")
    expect(dead.keys()).toHaveLength(2)
  })

  it("waits for the same change that is under way", async () => {
    const { client, keys, waited } = server(broken, inProgress, inProgress, ok)
    expect(await client.evidence.keep({ name: "a.pdf", body: new Uint8Array([1]) })).toEqual({ done: true })
    expect(waited).toEqual([1000, 1000])
    expect(new Set(keys()).size).toBe(1)
  })

  it("is not sent again after it was refused, nor after whoever asked gave up", async () => {
    const refused = server(() =>
      Response.json({ type: "t", title: "Sai", titleEn: "Wrong", status: 422 }, { status: 422 })
    )
    await expect(refused.client.works.report({ body: { rows: [] } })).rejects.toBeInstanceOf(ApiProblem)
    expect(refused.sent).toHaveLength(1)
    const stop = new AbortController()
    const left = server(() => {
      stop.abort()
      return broken()
    })
    await expect(left.client.works.report({ body: { rows: [] } }, stop.signal)).rejects.toThrow("socket hang up")
    expect(left.sent).toHaveLength(1)
  })

  it("says what was seen of what it changes", async () => {
    const { client, sent } = server(ok)
    await client.criteria.load({ file: "a.json", body: {}, ifMatch: '"v"' })
    await client.criteria.load({ body: {}, ifMatch: null })
    expect(sent.map((headers) => headers["if-match"])).toEqual(['"v"', undefined])
  })

  it("bears none where it only reads", async () => {
    const { client, keys } = server(broken, ok)
    await expect(client.criteria.preview({ body: {} })).rejects.toBeInstanceOf(ApiProblem)
    await client.documents.list({})
    expect(keys()).toEqual([undefined, undefined])
  })
})

describe("what questions with a body do", () => {
  const all = (group: object, above: string): ReadonlyArray<readonly [string, object & { path: string }]> =>
    Object.entries(group).flatMap(([name, member]: [string, object]) =>
      "path" in member && typeof member.path === "string"
        ? [[`${above}${name}`, { ...member, path: member.path }] as const]
        : all(member, `${above}${name}.`)
    )
  const endpoints = all(api, "")

  it("is told of readings that are there", () => {
    const read = new Set(endpoints.flatMap(([, member]) => (writingOf(member) === null ? [member.path] : [])))
    const changes = endpoints.flatMap(([, member]) => writingOf(member)?.changes ?? [])
    expect(changes.length).toBeGreaterThan(8)
    expect(changes.filter((path) => !read.has(path))).toEqual([])
  })

  it("replaces nothing that has no tag", () => {
    const untold = endpoints.filter(([, member]) => {
      const told = writingOf(member)
      return told?.replaces === true && told.changes === null
    })
    expect(untold).toEqual([])
  })
})
