import { CriteriaSet } from "@ntm/domain/criteria"
import { apply, plan, Reorganisation } from "@ntm/domain/units"
import { makeClient } from "@ntm/contract"
import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { criteriaSet } from "../testing/facts.ts"
import { observationsOf } from "../testing/observations.ts"
import { appInMemory } from "../testing/ports.ts"
import { registerInMemory } from "../testing/register.ts"

const input = (key: string, measure: string, unit: string | null, carry: Record<string, unknown>) => ({
  input: key,
  name: key,
  unit,
  measure,
  bySex: false,
  carry
})

const set = Schema.decodeUnknownSync(CriteriaSet)({
  ...criteriaSet,
  inputs: [
    input("roads", "count", "km", { carry: "sum", weight: "population" }),
    input("planning", "attestation", null, { carry: "attested" })
  ]
})

/** After the joining of July, Tân Hưng (what is left of it) and Thanh Xuân are merged whole. */
const merging = Schema.decodeUnknownSync(Reorganisation)({
  id: "merging",
  document: { number: "9/NQ-UBTVQH15", issuer: null, issuedOn: null },
  day: "2025-10-01",
  changes: [
    {
      change: "merge",
      from: [{ unit: { code: "11836" } }, { unit: { code: "10813" } }],
      into: { new: { key: "a", code: "11900", name: "Ân Hưng", type: "xã", level: "commune", parent: { code: "31" } } }
    }
  ]
})
const july = registerInMemory()
const chronicle = apply(july, Result.getOrThrow(plan(july, merging)))
const [taker] = chronicle.register.rows.filter(({ validFrom, code }) => validFrom === "2025-07-01" && code === "11824")

const told = (unit: number, key: string, value: number, day: string) => ({ unit, input: key, value, day })
const observations = observationsOf([
  told(5, "roads", 10, "2025-01-10"),
  told(6, "roads", 20, "2025-01-10"),
  told(7, "roads", 40, "2025-01-10"),
  told(7, "roads", 25, "2025-08-01"),
  told(8, "roads", 5, "2025-08-01"),
  told(taker?.id ?? 0, "planning", 1, "2025-11-01")
])
const { app } = appInMemory({}, chronicle, { sets: [set], observations })
const client = makeClient((url, init) => app.request(`http://127.0.0.1${url}`, init), "")
const asked = async (key: string, query: { readonly as_of: string; readonly boundaries: string }, parent = "31") => {
  const answer = await client.series.asked({ input: key, unit: parent, ...query })
  return { answer, of: (name: string) => answer.items.find(({ unit }) => unit.name === name) }
}

describe("a series on any day's boundaries, over HTTP", () => {
  it("adds up whole units exactly, names its parts and says that the value is provisional", async () => {
    const { answer, of } = await asked("roads", { as_of: "2025-12-31", boundaries: "2025-10-01" })
    expect(answer).toMatchObject({ asOf: "2025-12-31", boundaries: "2025-10-01", input: { key: "roads", unit: "km" } })
    expect(answer.knownAt).not.toBeNull()
    expect(answer.items.map(({ unit }) => unit.name)).toEqual(["Ân Hưng", "Vĩnh Bảo"])
    expect(of("Ân Hưng")).toMatchObject({
      kind: "derived",
      value: 30,
      low: 30,
      high: 30,
      provisional: true,
      basis: "exact",
      way: "forward",
      parts: [
        { unit: { code: "11836", name: "Tân Hưng" }, day: "2025-08-01", value: 25, share: { low: 1, high: 1 } },
        { unit: { code: "10813" }, day: "2025-08-01", value: 5, whole: true }
      ]
    })
  })

  it("gives bounds and an estimate where a unit was divided, and marks an inferred link", async () => {
    const { of } = await asked("roads", { as_of: "2025-07-31", boundaries: "2025-07-01" })
    expect(of("Vĩnh Bảo")).toMatchObject({
      value: null,
      low: 30,
      high: 70,
      estimate: 44,
      basis: "apportioned",
      inferred: true
    })
    expect(of("Vĩnh Bảo")?.parts.find(({ unit }) => unit.code === "11836")).toMatchObject({
      value: 40,
      share: { estimate: 0.35 },
      whole: false
    })
  })

  it("gives a unit's own report first, as it stood on the day", async () => {
    const { of } = await asked("roads", { as_of: "2025-02-01", boundaries: "2025-02-01" }, "316")
    expect(of("Tân Hưng")).toMatchObject({
      kind: "reported",
      value: 40,
      provisional: false,
      basis: "own",
      way: null,
      parts: [{ day: "2025-01-10", share: { low: 1, high: 1, estimate: 1 } }]
    })
  })

  it("says why there is none: what is attested of a merged unit is not attested of what it was formed of", async () => {
    const { of } = await asked("planning", { as_of: "2025-12-31", boundaries: "2024-12-31" })
    expect(of("Vĩnh An")).toMatchObject({ kind: "none", parts: [], reason: { kind: "notBackward" } })
    const { of: at } = await asked("planning", { as_of: "2025-12-31", boundaries: "2025-12-31" })
    expect(at("Vĩnh Bảo")).toMatchObject({ kind: "reported", value: true, low: null, high: null })
    expect(at("Ân Hưng")).toMatchObject({ kind: "none", reason: { kind: "missing" } })
  })

  it("reads the code of the parent on the day of the boundaries, and knows only inputs that sets ask for", async () => {
    const early = { as_of: "2025-12-31", boundaries: "2024-12-31" }
    expect((await asked("roads", early, "30")).answer.items.map(({ unit }) => unit.code)).toEqual(["10813"])
    const later = { as_of: "2024-12-31", boundaries: "2025-12-31" }
    await expect(asked("roads", later, "30")).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(asked("bridges", early)).rejects.toMatchObject({ problem: { status: 404 } })
    await expect(asked("roads", { ...early, boundaries: "2025-13-01" })).rejects.toMatchObject({
      problem: { status: 422, errors: [{ path: "boundaries" }] }
    })
  })
})
