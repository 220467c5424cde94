import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { todayInVietnam } from "../http/today.ts"
import { makeLog } from "../telemetry/log.ts"
import { requestLog } from "../telemetry/requests.ts"
import { peopleApp, visitor } from "../testing/people-app.ts"
import { firstStart } from "./first-start.ts"

const PASSWORD = "một câu dài hơn mười chữ"

describe("the log of signing in", () => {
  const lines: Array<string> = []
  const log = makeLog({ json: () => true, level: "info", write: (_, line) => void lines.push(line) })
  let started: Awaited<ReturnType<typeof peopleApp>>
  beforeAll(async () => {
    started = await peopleApp({ server: null, app: { requests: requestLog(log) } })
  })
  afterAll(() => started.end())

  const last = () => JSON.parse(lines.at(-1) ?? "{}") as Record<string, unknown>

  it("tells each attempt, by which way, how it ended and for which account; and nothing that was typed", async () => {
    const today = todayInVietnam(new Date())
    const link = await started.run(firstStart({ accounts: started.accounts, today, demonstration: false }))
    const token = new URL(link?.link ?? "").hash.slice(1)
    const person = visitor(started.app)
    await person.post("/session/link", { token })
    const { told } = await person.get("/session")
    const { email, id } = told.person
    expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual(
      expect.objectContaining({ method: "POST", route: "/api/v1/session/link", status: 200, person: id })
    )
    await person.post("/session/password", { password: PASSWORD })
    await person.post("/session/sign-out")
    expect(last()).toMatchObject({ route: "/api/v1/session/sign-out", person: id })

    const other = visitor(started.app)
    await other.post("/session/sign-in", { email, password: "sai mật khẩu rồi" })
    expect(last()).toMatchObject({ route: "/api/v1/session/sign-in", status: 403 })
    expect(last()).not.toHaveProperty("person")
    await other.post("/session/sign-in", { email, password: PASSWORD })
    expect(last()).toMatchObject({ route: "/api/v1/session/sign-in", status: 200, person: id })
    await visitor(started.app, { "x-api-key": "ntm_false" }).get("/session")
    expect(last()).toMatchObject({ status: 401 })

    const all = lines.join("\n")
    for (const typed of [token, email, PASSWORD, "sai mật khẩu rồi", "ntm_false"]) expect(all).not.toContain(typed)
  })
})
