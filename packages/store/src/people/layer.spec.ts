import { Email, type GrantBody, GrantId, People, PersonId, type PersonRecording, standingsOf } from "@ntm/domain/people"
import { chronicleOf } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect, Exit } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { inTransaction } from "../database/transaction.ts"
import { onEveryDatabase } from "../testing/on-database.ts"

const an = PersonId.make("an")
const by = { person: null, name: "ntm" }
const writer = { by, chronicle: chronicleOf([]), demonstration: false }
const invited = (name: string, demonstration = false): PersonRecording => ({
  person: PersonId.make(name),
  what: { _tag: "invited", name, email: Email.make(`${name}@example.vn`), kind: "human", demonstration }
})
const given = (more: Partial<GrantBody> = {}): PersonRecording => ({
  person: an,
  what: {
    _tag: "given",
    grant: {
      role: "administrator",
      units: "all",
      agency: null,
      criteria: ["xa/", "income"],
      from: Day.make("2025-01-01"),
      to: null,
      ...more
    }
  }
})
const record = (...batch: ReadonlyArray<PersonRecording>) =>
  Effect.flatMap(People, (port) => port.record(batch, writer))
const journal = Effect.flatMap(People, (port) => port.journal())
const closed: PersonRecording = { person: an, what: { _tag: "closed", reason: "nghỉ hưu\tTab\\" } }

onEveryDatabase("People", ({ exit, run }) => {
  it("come back as they were recorded, with when and by whom", async () => {
    expect(await run(Effect.flatMap(People, (port) => port.moment()))).toBeNull()
    const first = await run(record(invited("an"), given()))
    const second = await run(
      Effect.flatMap(People, (port) => port.record([invited("binh")], { ...writer, by: { person: an, name: "An" } }))
    )
    expect([first.ids, second.ids]).toEqual([[1, 2], [3]])
    expect(await run(journal)).toEqual([
      { id: 1, ...invited("an"), recordedAt: first.recordedAt, recordedBy: by },
      { id: 2, ...given(), recordedAt: first.recordedAt, recordedBy: by },
      { id: 3, ...invited("binh"), recordedAt: second.recordedAt, recordedBy: { person: "an", name: "An" } }
    ])
    expect(await run(Effect.flatMap(People, (port) => port.moment()))).toBe(second.recordedAt)
    const then = standingsOf(await run(journal), first.recordedAt)
    expect([...then.keys()]).toEqual(["an"])
  })

  it("are refused with every reason, and nothing of the batch is kept", async () => {
    const before = await run(journal)
    const refused = await exit(record(invited("chi"), invited("an"), invited("x", true)))
    expect(Exit.isFailure(refused) && JSON.stringify(refused.cause)).toContain("alreadyKnown")
    expect(Exit.isFailure(refused) && JSON.stringify(refused.cause)).toContain("demonstration")
    expect(await run(journal)).toEqual(before)
  })

  it("keep an administrator, also where two are taken away at once", async () => {
    await run(record({ ...given(), person: PersonId.make("binh") }))
    const end = (person: string, grant: number): PersonRecording => ({
      person: PersonId.make(person),
      what: { _tag: "ended", grant: GrantId.make(grant), last: Day.make("2025-01-01"), reason: null }
    })
    const both = await Promise.all([exit(record(end("an", 2))), exit(record(end("binh", 4)))])
    expect(both.filter(Exit.isSuccess)).toHaveLength(1)
    expect(await run(journal)).toHaveLength(5)
  })

  it("take part in a transaction, and go with it", async () => {
    const before = await run(journal)
    await exit(inTransaction(Effect.andThen(record(invited("dung")), Effect.fail("no"))))
    expect(await run(journal)).toEqual(before)
  })

  it("are never changed or taken out", async () => {
    for (const statement of [
      "update person_event set person = 'x'",
      "delete from person_event",
      "truncate person_event"
    ]) {
      const tried = await exit(query((sql) => sql.unsafe(statement)))
      expect(Exit.isFailure(tried)).toBe(true)
    }
    const giang = PersonId.make("giang")
    expect((await run(record(invited("giang"), { ...closed, person: giang }))).ids).toEqual([6, 7])
    expect((await run(journal)).at(-1)?.what).toEqual(closed.what)
  })
})
