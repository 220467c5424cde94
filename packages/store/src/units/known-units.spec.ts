import { countOn, Reorganisations, standingUnits, storyIn, unitsOn, Units, wholeTree } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"

const days = ["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01", "2026-01-01"].map((day) => Day.make(day))

onEveryDatabase(
  "units of a register and those of the tables",
  ({ run }) => {
    it.each(days)("are the same on %s: lists, trees, counts and what each was formed from", async (asOf) => {
      const { chronicle } = await run(Effect.flatMap(Reorganisations, (port) => port.register()))
      const { register } = chronicle
      const units = await run(Effect.map(Units, (port) => port))
      const open = { asOf, level: null, parent: null }
      expect(standingUnits(register, open)).toEqual(await run(units.find({ ...open, query: null, limit: 100_000 })))
      expect(countOn(register, asOf)).toEqual(await run(units.count(asOf)))
      expect(wholeTree(register, asOf, null)).toEqual(await run(units.tree(asOf, null)))
      const standing = unitsOn(register, asOf)
      expect(standing.length).toBeGreaterThan(0)
      for (const unit of standing) {
        expect(wholeTree(register, asOf, unit.code)).toEqual(await run(units.tree(asOf, unit.code)))
        expect(storyIn(chronicle, unit)).toEqual(await run(units.get(unit.code, asOf)))
        const below = { asOf, level: null, parent: unit.code }
        expect(standingUnits(register, below)).toEqual(await run(units.find({ ...below, query: null, limit: 1000 })))
      }
    })
  },
  loadAll(sampleFacts, sampleSource)
)
