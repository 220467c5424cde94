import { type EntryRecording, Funding } from "@ntm/domain/funding"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { FactsRefused, type Facts } from "../reference/facts.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleFunding, sampleSource, tablesWith } from "../testing/sample.ts"
import { sampleEntry } from "../testing/sample-funding.ts"
import { provincialOffice } from "../testing/sample-observations.ts"

const entry = (place: string, more: Partial<EntryRecording> = {}) =>
  sampleEntry({ document: "kh-61-2025", place, illustrative: true, ...more })
const facts: Facts = {
  ...sampleFacts,
  fundingEntries: [entry("mục 1"), entry("mục 2", { amount: 5_000_000 }), entry("mục 3", { amount: 7_000_000 })]
}
const journal = Effect.flatMap(Funding, (port) =>
  port.entries({ units: null, years: [2025], works: null, asOf: Day.make("2026-01-31"), knownAt: null })
)
const standing = Effect.map(journal, (entries) => {
  const sums = new Map<string, number>()
  for (const { amount, place } of entries) sums.set(place ?? "", (sums.get(place ?? "") ?? 0) + amount)
  return Object.fromEntries(sums)
})

onEveryDatabase("Funding that an import brings", ({ run }) => {
  const load = (changed: Partial<Facts>, sha256: string) =>
    loadAll({ ...facts, ...changed }, { ...sampleSource, sha256 })

  it("goes into the journal once: loaded again under a new build nothing is written", async () => {
    await run(load({}, "a"))
    const before = await run(journal)
    expect(before).toHaveLength(3)
    await run(load({}, "b"))
    expect(await run(journal)).toEqual(before)
  })

  it("is corrected by adjustments where it changed, and taken back where it is gone; the journal is never rewritten", async () => {
    const before = await run(journal)
    await run(load({ fundingEntries: [entry("mục 1"), entry("mục 2", { amount: 4_000_000 }), entry("mục 4")] }, "c"))
    const after = await run(journal)
    expect(after.slice(0, 3)).toEqual(before)
    expect(
      after.slice(3).map(({ adjusts, amount, kind, place, reason }) => [place, kind, amount, adjusts, reason])
    ).toEqual([
      ["mục 2", "adjustment", -1_000_000, before[1]?.id, "Dữ liệu tham chiếu nêu số khác"],
      ["mục 4", "stated", 1_000_000, null, null],
      ["mục 3", "adjustment", -7_000_000, before[2]?.id, "Dữ liệu tham chiếu không còn nêu khoản này"]
    ])
    expect(await run(standing)).toEqual({ "mục 1": 1_000_000, "mục 2": 4_000_000, "mục 3": 0, "mục 4": 1_000_000 })
  })

  it("comes back as it was, and what a person adjusted stays as the person left it", async () => {
    const [first] = await run(journal)
    const adjustment = entry("QĐ 9", {
      kind: "adjustment",
      amount: -200_000,
      reason: "Cắt giảm",
      adjusts: first?.id ?? null
    })
    await run(Effect.flatMap(Funding, (port) => port.record([adjustment], provincialOffice)))
    await run(load({}, "d"))
    expect(await run(standing)).toEqual({
      "mục 1": 1_000_000,
      "mục 2": 5_000_000,
      "mục 3": 7_000_000,
      "mục 4": 0,
      "QĐ 9": -200_000
    })
  })

  it("prints a table that changed as it is now", async () => {
    const changed = tablesWith(-6, 8_000_000_000_000_000)
    const tables = Effect.flatMap(Funding, (port) => port.tables(null))
    await run(load({ fundingTables: changed }, "e"))
    expect(await run(tables)).toEqual(changed.map(({ table }) => table))
    await run(load({}, "f"))
    expect(await run(tables)).toEqual(sampleFunding.map(({ table }) => table))
  })

  it("is refused wholly where a row of it is wrong", async () => {
    const before = await run(journal)
    const refused = await run(Effect.flip(load({ fundingEntries: [entry("mục 5", { unit: "99999" })] }, "g")))
    expect(refused).toBeInstanceOf(FactsRefused)
    expect(refused.message).toContain("Nguồn vốn của “sample” không ghi được: Không có đơn vị “99999”")
    expect(await run(journal)).toEqual(before)
  })
})
