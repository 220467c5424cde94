import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { todayInVietnam } from "../http/today.ts"
import { ORIGIN, peopleApp, visitor } from "../testing/people-app.ts"
import { firstStart } from "./first-start.ts"

describe("a person's calendar", () => {
  let started: Awaited<ReturnType<typeof peopleApp>>
  let administrator: ReturnType<typeof visitor>
  beforeAll(async () => {
    started = await peopleApp({ server: null })
    const today = todayInVietnam(new Date())
    const link = await started.run(firstStart({ accounts: started.accounts, today, demonstration: false }))
    administrator = visitor(started.app)
    await administrator.post("/session/link", { token: new URL(link?.link ?? "").hash.slice(1) })
  })
  afterAll(() => started.end())

  /** As a calendar asks: without cookies. */
  const read = async (address: string) => {
    const response = await visitor(started.app).send(address.slice(ORIGIN.length))
    return { status: response.status, type: response.headers.get("content-type"), text: await response.text() }
  }

  it("has a secret address that needs no signing in; another makes it show nothing, and so does a closed account", async () => {
    const { told } = await administrator.post("/people", { name: "Lan", email: "lan@example.vn", grants: [] })
    const lan = visitor(started.app)
    await lan.post("/session/link", { token: new URL(told.link.link).hash.slice(1) })
    expect((await lan.get("/session/calendar")).told).toEqual({ address: null })

    const first: string = (await lan.post("/session/calendar")).told.address
    expect(first).toMatch(/^http:\/\/127\.0\.0\.1:4100\/api\/v1\/session\/calendar\.ics\?key=\d+-[\w-]{43}$/)
    expect((await lan.get("/session/calendar")).told).toEqual({ address: first })
    const shown = await read(first)
    expect([shown.status, shown.type]).toEqual([200, "text/calendar; charset=utf-8"])
    expect(shown.text).toContain("NAME:Nhiệm vụ nông thôn mới: Lan\r\n")

    const second: string = (await lan.post("/session/calendar")).told.address
    expect(second).not.toBe(first)
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200])
    expect(JSON.parse((await read(first)).text).detail).toContain("địa chỉ đã đổi")

    await administrator.post(`/people/${told.id}/close`, { reason: "nghỉ việc" })
    expect((await read(second)).status).toBe(404)
    await administrator.post(`/people/${told.id}/open`, {})
    expect((await read(second)).status).toBe(200)
  })

  it("cannot be guessed of another, and is nobody's who has not signed in", async () => {
    const own: string = (await administrator.post("/session/calendar")).told.address
    const id = Number(/key=(\d+)-/.exec(own)?.[1])
    expect((await read(own.replace(`key=${id}-`, `key=${id - 1}-`))).status).toBe(404)
    expect((await read(`${own}x`)).status).toBe(404)
    expect((await read(own.replace(/key=.*/, ""))).status).toBe(401)
    expect((await visitor(started.app).get("/session/calendar")).status).toBe(401)
    expect((await visitor(started.app).post("/session/calendar")).status).toBe(401)
  })
})

describe("a person's calendar whose key may stand in no address", () => {
  it("is read by a program that shows the key as a password, when it is asked for one", async () => {
    const started = await peopleApp({ server: null, people: () => Promise.resolve({ calendarKeysBeside: true }) })
    try {
      const today = todayInVietnam(new Date())
      const link = await started.run(firstStart({ accounts: started.accounts, today, demonstration: false }))
      const administrator = visitor(started.app)
      await administrator.post("/session/link", { token: new URL(link?.link ?? "").hash.slice(1) })
      const address = new URL((await administrator.post("/session/calendar")).told.address)
      expect([address.username, address.search, address.password]).toEqual(["lich", "", expect.stringMatching(/^\d+-/)])
      const read = (headers: Record<string, string>, search = "") =>
        visitor(started.app, headers).send(`${address.pathname}${search}`)
      const asked = await read({})
      expect([asked.status, asked.headers.get("www-authenticate")]).toEqual([401, expect.stringMatching(/^Basic /)])
      const basic = (password: string) => ({ authorization: `Basic ${btoa(`lich:${password}`)}` })
      expect((await read(basic(address.password))).status).toBe(200)
      expect((await read(basic(`${address.password}x`))).status).toBe(404)
      // In the address it opens nothing.
      expect((await read({}, `?key=${address.password}`)).status).toBe(404)
    } finally {
      await started.end()
    }
  })
})
