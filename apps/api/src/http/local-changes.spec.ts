import { describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"
import { isLoopback } from "./local-changes.ts"

const undo = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }
const path = "/api/v1/reorganisations/khong-co/undo"

describe("changes, while nobody can sign in", () => {
  it("are refused on a server that listens beyond this machine", async () => {
    const { app } = appInMemory({ host: "0.0.0.0" })
    const answer = await app.request(`http://localhost${path}`, undo)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ type: "urn:ntm:problem:changes-stay-local", status: 403 })
  })

  it("are refused to a page whose own name was made to point here", async () => {
    const { app } = appInMemory()
    expect((await app.request(`http://example.org:4100${path}`, undo)).status).toBe(403)
    expect((await app.request(`http://127.0.0.1:4100${path}`, undo)).status).not.toBe(403)
  })

  it("leave reading and previews to everyone", async () => {
    const { app } = appInMemory({ host: "0.0.0.0" })
    expect((await app.request("http://ntm.example.org/api/v1/units")).status).toBe(200)
    const preview = await app.request("http://ntm.example.org/api/v1/reorganisations/preview", undo)
    expect(preview.status).toBe(422)
    const whatIf = await app.request("http://ntm.example.org/api/v1/assessments/units/11836/what-if", undo)
    expect(whatIf.status).not.toBe(403)
  })
})

describe("this machine's own names", () => {
  it("are localhost, 127.x and ::1, and nothing that only begins like them", () => {
    expect(["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"].map(isLoopback)).toEqual(Array(5).fill(true))
    expect(["0.0.0.0", "localhost.evil.org", "127.0.0.1.evil.org", "10.0.0.1", "::"].map(isLoopback)).toEqual(
      Array(5).fill(false)
    )
  })
})
