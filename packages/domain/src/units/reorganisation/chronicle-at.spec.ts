import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Moment } from "../../values/index.ts"
import { type Chronicle, chronicleOf } from "../chronicle.ts"
import { unitByCode } from "../register.ts"
import { code, communes, country, districts, event, newCommune } from "../testing/country.ts"
import { UnitCode } from "../unit.ts"
import { apply, undo } from "./applying.ts"
import { chronicleAt, type JournalEvent } from "./chronicle-at.ts"
import type { Plan } from "./plan.ts"
import { plan } from "./planning.ts"
import type { Change, Reorganisation } from "./reorganisation.ts"

const momentAt = (step: number): Moment => Moment.make(new Date(Date.UTC(2026, 0, 1) + step * 1000).toISOString())

/** A register that people change, one step a moment, kept as a store keeps it: rows and parts of plans in their order. */
interface Kept {
  readonly now: Chronicle
  readonly journal: ReadonlyArray<JournalEvent>
}

const inOrder = ({ events, register }: Chronicle): Chronicle =>
  chronicleOf(
    register.rows.toSorted((a, b) => a.id - b.id || ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1)),
    events
  )

const planInOrder = (made: Plan): Plan => ({
  ...made,
  ends: made.ends.toSorted((a, b) => a.id - b.id),
  begins: made.begins.toSorted((a, b) => a.id - b.id),
  transfers: made.transfers.toSorted((a, b) => a.fromId - b.fromId || a.toId - b.toId)
})

const applying = ({ journal, now }: Kept, reorganisation: Reorganisation, at: Moment): Kept | null => {
  const made = plan(now, reorganisation)
  if (Result.isFailure(made)) return null
  return {
    now: inOrder(apply(now, planInOrder(made.success))),
    journal: [...journal, { reorganisation, appliedAt: at, undoneAt: null }]
  }
}

const undoing = ({ journal, now }: Kept, id: string, at: Moment): Kept | null => {
  const taken = undo(now, id)
  if (Result.isFailure(taken)) return null
  const isIt = ({ reorganisation, undoneAt }: JournalEvent) => reorganisation.id === id && undoneAt === null
  return {
    now: inOrder(taken.success),
    journal: journal.map((one) => (isIt(one) ? { ...one, undoneAt: at } : one))
  }
}

const changes: fc.Arbitrary<readonly [Change, ...Array<Change>]> = fc
  .record({ a: fc.constantFrom(...communes), b: fc.constantFrom(...communes), mark: fc.integer({ min: 5, max: 9 }) })
  .chain(({ a, b, mark }) =>
    fc.constantFrom<readonly [Change, ...Array<Change>]>(
      [
        {
          change: "merge",
          from: [{ unit: code(a) }, { unit: code(b) }],
          into: newCommune(`${a.slice(0, 3)}9${mark}`, a.slice(0, 3))
        }
      ],
      [{ change: "transfer", from: code(a), to: { unit: code(b) }, share: 0.3 }],
      [{ change: "rename", unit: code(a), name: `Tên ${mark}` }],
      [{ change: "code", unit: code(a), code: UnitCode.make(`${a.slice(0, 3)}8${mark}`) }]
    )
  )

/** What somebody tries: an event on some day, the same one again after it was undone, or to take one back. */
const attempts = fc.array(
  fc.oneof(
    fc.record({
      apply: fc.constantFrom("A", "B", "C", "D", "E"),
      day: fc.constantFrom("2025-01-01", "2025-04-01", "2025-07-01"),
      changes
    }),
    fc.record({ undo: fc.constantFrom("A", "B", "C", "D", "E") })
  ),
  { minLength: 1, maxLength: 14 }
)

describe("the register as known at a moment", () => {
  it("never changes, whatever is applied and undone later", () => {
    fc.assert(
      fc.property(attempts, (all) => {
        let kept: Kept = { now: country, journal: [] }
        const seen: Array<Chronicle> = []
        all.forEach((attempt, step) => {
          const at = momentAt(step)
          const next =
            "undo" in attempt
              ? undoing(kept, attempt.undo, at)
              : applying(kept, event(attempt.apply, attempt.day, ...attempt.changes), at)
          kept = next ?? kept
          seen.push(kept.now)
          seen.forEach((then, moment) => {
            const known = chronicleAt(kept.now, kept.journal, momentAt(moment))
            expect(known.register.rows).toEqual(then.register.rows)
            expect(known.events).toEqual(then.events)
            expect(known.lineage.transfers).toEqual(then.lineage.transfers)
          })
        })
      })
    )
  })

  const merger = (id: string, district: string) =>
    event(id, "2025-01-01", {
      change: "merge",
      from: [{ unit: code(`${district}01`) }, { unit: code(`${district}02`) }],
      into: newCommune(`${district}91`, district)
    })
  const [one = "", two = ""] = districts
  const begun: Kept = { now: country, journal: [] }
  const first = applying(begun, merger("A", one), momentAt(1)) ?? begun
  const both = applying(first, merger("B", two), momentAt(2)) ?? begun
  const onlyB = undoing(both, "A", momentAt(3)) ?? begun
  const day = event("day", "2025-06-01", { change: "rename", unit: code(one), name: "" }).day

  it("is the very one that is known now where nothing happened since", () => {
    expect(chronicleAt(both.now, both.journal, momentAt(2))).toBe(both.now)
  })

  it("has what is undone since, under the ids that it had, beside what stayed", () => {
    const known = chronicleAt(onlyB.now, onlyB.journal, momentAt(2))
    for (const district of [one, two]) {
      const named = UnitCode.make(`${district}91`)
      expect(unitByCode(known.register, named, day)?.id).toBe(unitByCode(both.now.register, named, day)?.id)
      expect(unitByCode(both.now.register, named, day)).toBeDefined()
    }
    expect(chronicleAt(onlyB.now, onlyB.journal, momentAt(0)).register.rows).toEqual(country.register.rows)
  })

  it("leaves out what cannot be applied to registers that were shipped since", () => {
    const other = chronicleOf(country.register.rows.filter(({ code: own }) => own !== `${one}01`))
    const journal = [{ reorganisation: merger("A", one), appliedAt: momentAt(1), undoneAt: momentAt(3) }]
    expect(chronicleAt(other, journal, momentAt(2)).register.rows).toEqual(other.register.rows)
  })
})
