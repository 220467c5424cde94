import { Role } from "@ntm/domain/people"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { todayInVietnam } from "../http/today.ts"
import { peopleApp, visitor } from "../testing/people-app.ts"
import { demonstrationPeople } from "./demonstration.ts"
import { firstStart } from "./first-start.ts"
import { register } from "./desk.ts"
import { People } from "@ntm/domain/people"
import { Effect, Exit } from "effect"

const today = todayInVietnam(new Date())

describe("people who are made up", () => {
  let started: Awaited<ReturnType<typeof peopleApp>>
  beforeAll(async () => {
    started = await peopleApp({ server: null, people: async () => ({ demonstration: true }) })
    await started.run(firstStart({ accounts: started.accounts, today, demonstration: true }))
  })
  afterAll(() => started.end())

  it("are one for each role, can be tried by anybody, and are told from people", async () => {
    for (const role of Role.literals) {
      const person = visitor(started.app)
      expect((await person.post("/session/demonstration", { role })).status).toBe(200)
      const { told } = await person.get("/session")
      expect([told.person.demonstration, told.grants.map((grant: { readonly role: string }) => grant.role)]).toEqual([
        true,
        [role]
      ])
    }
    expect((await visitor(started.app).get("/session")).told.ways.demonstration).toEqual(Role.literals)
  })

  it("are made up once, and do not stand in for an administrator", async () => {
    const before = await started.run(Effect.flatMap(People, (port) => port.journal()))
    const link = await started.run(firstStart({ accounts: started.accounts, today, demonstration: true }))
    expect(link?.link).toContain("/dang-nhap#")
    expect(await started.run(Effect.flatMap(People, (port) => port.journal()))).toEqual(before)
  })

  it("are refused by the rules where this is no demonstration, whoever asks", async () => {
    const elsewhere = await peopleApp({ server: null })
    const chronicle = await elsewhere.run(register)
    const batch = await demonstrationPeople(elsewhere.accounts, { chronicle, day: today, known: new Set() })
    const by = { person: null, name: "ntm" }
    const tried = await elsewhere.run(
      Effect.exit(Effect.flatMap(People, (port) => port.record(batch, { by, chronicle, demonstration: false })))
    )
    expect(Exit.isFailure(tried) && JSON.stringify(tried.cause)).toContain("demonstration")
    expect(await elsewhere.run(Effect.flatMap(People, (port) => port.journal()))).toEqual([])
    const guest = visitor(elsewhere.app)
    expect((await guest.post("/session/demonstration", { role: "leader" })).status).toBe(404)
    await elsewhere.end()
  })
})
