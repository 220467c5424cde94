import { describe, expect, it } from "vitest"
import { type Fetch, JsonText, makeClient } from "./client.ts"
import { ApiProblem } from "./problem.ts"

const answering =
  (body: string, status = 200): Fetch =>
  () =>
    new Response(body, { status })

const problemOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (cause: unknown) => cause
  )
  if (!(error instanceof ApiProblem)) throw new Error("expected an ApiProblem", { cause: error })
  return error.problem
}

describe("makeClient", () => {
  it("asks the address of the endpoint and hands back the JSON answer", async () => {
    const asked: Array<string> = []
    const client = makeClient((url, init) => {
      asked.push(`${init.headers["accept"]} ${url}`)
      return Promise.resolve(Response.json({ items: [] }))
    }, "http://127.0.0.1:4100")
    expect(await client.documents.figures({ document: "a", q: "vốn", limit: 3 })).toEqual({ items: [] })
    await client.health({})
    expect(asked).toEqual([
      "application/json http://127.0.0.1:4100/api/v1/figures?document=a&q=v%E1%BB%91n&limit=3",
      "application/json http://127.0.0.1:4100/api/v1/health"
    ])
  })

  it("sends a body as JSON by POST", async () => {
    const asked: Array<unknown> = []
    const client = makeClient((url, { method, headers, body }) => {
      asked.push([method, url, headers["content-type"], body])
      return Response.json({ id: "a", version: 2 })
    }, "")
    expect(await client.reorganisations.apply({ version: 1, body: { id: "a" } })).toEqual({ id: "a", version: 2 })
    await client.reorganisations.undo({ id: "a/b", body: {} })
    expect(asked).toEqual([
      ["POST", "/api/v1/reorganisations?version=1", "application/json", '{"id":"a"}'],
      ["POST", "/api/v1/reorganisations/a%2Fb/undo", "application/json", "{}"]
    ])
  })

  it("sends the text of a file byte by byte", async () => {
    const sent: Array<unknown> = []
    const client = makeClient((url, { body }) => {
      sent.push([url, body])
      return Response.json({})
    }, "")
    await client.boundaries.check({ as_of: "2025-07-01", file: "a b.geojson", body: new JsonText('{ "type":\n 1.0 }') })
    expect(sent).toEqual([["/api/v1/boundaries/check?as_of=2025-07-01&file=a+b.geojson", '{ "type":\n 1.0 }']])
  })

  it("turns a problem of the server into ApiProblem, with its detail as message", async () => {
    const problem = {
      type: "urn:ntm:problem:x",
      title: "Không có",
      titleEn: "None",
      status: 404,
      detail: "Không có văn bản “a”"
    }
    const call = makeClient(answering(JSON.stringify(problem), 404), "").documents.get({ id: "a" })
    await expect(call).rejects.toThrow("Không có văn bản “a”")
    expect(await problemOf(call)).toEqual(problem)
  })

  it("reports a server that cannot be reached as status 0", async () => {
    const client = makeClient(() => Promise.reject(new TypeError("fetch failed")), "http://h")
    expect(await problemOf(client.health({}))).toMatchObject({ type: "urn:ntm:problem:unreachable", status: 0 })
  })

  it("reports an answer that breaks off as status 0", async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error("socket closed")) })
    expect(await problemOf(makeClient(() => new Response(broken), "").health({}))).toMatchObject({ status: 0 })
  })

  it.each([
    ["a page that is not JSON", "<html>Bad gateway</html>", 502],
    ["JSON that is no problem", "null", 500],
    ["a page with status 200", "<html></html>", 200]
  ])("reports %s as unreadable and keeps the status", async (_name, body, status) => {
    expect(await problemOf(makeClient(answering(body, status), "").health({}))).toMatchObject({
      type: "urn:ntm:problem:unreadable",
      status
    })
  })

  it("passes the caller's own abort through as it is", async () => {
    const stop = new AbortController()
    const reason = new Error("left the page")
    stop.abort(reason)
    const client = makeClient((_url, init) => Promise.reject(init.signal?.reason ?? new Error("no signal")), "")
    await expect(client.health({}, stop.signal)).rejects.toBe(reason)
  })

  it("rejects, and asks nothing, when a path field is empty", async () => {
    const client = makeClient(() => Promise.reject(new Error("must not be asked")), "")
    expect(await problemOf(client.documents.get({ id: "" }))).toMatchObject({ status: 422 })
  })
})
