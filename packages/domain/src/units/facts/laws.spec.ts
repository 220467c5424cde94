import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, Day } from "../../values/index.ts"
import { apply, undo } from "../reorganisation/applying.ts"
import { plan } from "../reorganisation/planning.ts"
import {
  allTold,
  anyKind,
  answered,
  anyTelling,
  askedIn,
  clean,
  inhabitants,
  level,
  saidBy,
  saidIn,
  standingAt,
  things,
  votes
} from "../testing/atom-series.ts"
import { type Atom, atomModel, dayIn, idOn, totalOf } from "../testing/atoms.ts"
import { UnitCode } from "../unit.ts"
import { epochOn, epochsOf } from "./epochs.ts"
import { handedOn, reachedBy } from "./reach.ts"
import { unitsAs } from "./units-as.ts"

const near = (value: number) => 1e-9 * Math.max(1, Math.abs(value))
const model = atomModel(anyTelling)
const turn = fc.nat({ max: 3 })
const allThings = (all: Iterable<ReadonlyArray<Atom>>) => totalOf([...all].flat(), (atom) => atom.things)

describe("laws of facts that follow", () => {
  it("the truth lies within the bounds, through any events, either way, whatever is not told of shares", () => {
    fc.assert(
      fc.property(model, anyKind, votes, turn, turn, (model, kind, reporting, on, at) => {
        const said = saidBy(model, kind, reporting)
        for (const { answer, atoms } of answered(
          model.chronicle,
          kind,
          said,
          standingAt(model, on),
          standingAt(model, at)
        )) {
          const truth = kind.truth(atoms)
          if (answer.kind === "none" || answer.range === null || Number.isNaN(truth)) continue
          const { low, high, estimate } = answer.range
          const known = Number(truth)
          expect(low).toBeLessThanOrEqual(known + near(known))
          expect(high).toBeGreaterThanOrEqual(known - near(known))
          expect(answer.exact).toBe(low === high)
          if (answer.kind === "derived" && answer.basis === "exact") expect(low).toBe(high)
          if (estimate === null) continue
          expect(estimate).toBeGreaterThanOrEqual(low - near(low))
          expect(estimate).toBeLessThanOrEqual(high + near(high))
        }
      }),
      { numRuns: 1500 }
    )
  })

  it("what is attested of a unit without its own report is attested of all its ground", () => {
    fc.assert(
      fc.property(model, votes, turn, turn, (model, reporting, on, at) => {
        const said = saidBy(model, clean, reporting)
        for (const { answer, atoms } of answered(
          model.chronicle,
          clean,
          said,
          standingAt(model, on),
          standingAt(model, at)
        )) {
          if (answer.kind !== "derived") continue
          expect(answer.holds).toBe(answer.parts.every(({ report }) => report.value === true))
          if (answer.holds === true) expect(clean.truth(atoms)).toBe(true)
        }
      })
    )
  })

  it("a level of a unit without its own report is had on all its ground", () => {
    let seen = 0
    fc.assert(
      fc.property(model, votes, turn, turn, (model, reporting, on, at) => {
        const said = saidBy(model, level, reporting)
        const standings = [standingAt(model, on), standingAt(model, at)] as const
        for (const { answer, atoms } of answered(model.chronicle, level, said, ...standings)) {
          if (answer.kind !== "derived") continue
          seen += 1
          const lowest = Math.min(...answer.parts.map(({ report }) => Number(report.value)))
          expect(answer.range).toEqual({ low: lowest, high: lowest, estimate: lowest })
          expect(lowest).toBeLessThanOrEqual(level.truth(atoms))
          if (answer.basis === "exact") expect(lowest).toBe(level.truth(atoms))
        }
      })
    )
    expect(seen).toBeGreaterThan(50)
  })

  it("counts are conserved, forward and back: estimates add up where shares are told, bounds hold the total else", () => {
    let added = 0
    fc.assert(
      fc.property(fc.oneof(model, atomModel(allTold)), turn, turn, (model, from, at) => {
        const source = standingAt(model, from)
        const later = from % model.standings.length < at % model.standings.length ? standingAt(model, at) : source
        const total = allThings(source.units.values())
        const said = saidIn(model, things, source)
        const ranges = answered(model.chronicle, things, said, later, standingAt(model, at)).map(({ answer }) => {
          if (answer.kind === "none" || answer.range === null) throw new Error(answer.kind)
          return answer.range
        })
        const sum = (of: (range: (typeof ranges)[number]) => number | null) =>
          ranges.reduce((all, range) => all + (of(range) ?? Number.NaN), 0)
        expect(sum(({ low }) => low)).toBeLessThanOrEqual(total + near(total))
        expect(sum(({ high }) => high)).toBeGreaterThanOrEqual(total - near(total))
        const estimated = sum(({ estimate }) => estimate)
        if (Number.isNaN(estimated)) return
        added++
        expect(estimated).toBeCloseTo(total, 6)
      }),
      { numRuns: 400 }
    )
    expect(added).toBeGreaterThan(200)
  })

  it("people themselves are found again by the estimate where one event told its shares of people", () => {
    fc.assert(
      fc.property(atomModel(allTold), (model) => {
        const [first, second] = model.standings
        if (first === undefined || second === undefined) return
        const said = saidIn(model, inhabitants, first)
        for (const { answer, atoms } of answered(model.chronicle, inhabitants, said, second, second)) {
          if (answer.kind === "none" || answer.range === null || answer.range.estimate === null) continue
          expect(answer.range.estimate).toBeCloseTo(inhabitants.truth(atoms), 6)
        }
      })
    )
  })

  it("nothing is told of ground that no report reaches, and whose reports are passed on has them handed on", () => {
    let [unreached, passed] = [0, 0]
    // Where one unit alone reports most ground is reached by nothing.
    const few = fc.nat({ max: 39 }).map((one) => Array.from({ length: 40 }, (_, at) => at === one))
    fc.assert(
      fc.property(
        model,
        fc.oneof(anyKind, fc.constant(level)),
        fc.oneof(votes, few),
        turn,
        turn,
        (model, kind, reporting, on, at) => {
          const { chronicle } = model
          const said = saidBy(model, kind, reporting)
          const standings = [standingAt(model, on), standingAt(model, at)] as const
          const { boundaries } = askedIn(...standings)
          const reached = reachedBy(
            chronicle,
            said.map(({ unit }) => unit),
            [kind.rule]
          )
          for (const { answer } of answered(chronicle, kind, said, ...standings)) {
            const ground = epochOn(epochsOf(chronicle), answer.unit, boundaries)
            if (ground === undefined) continue
            if (!reached(ground)) {
              unreached += 1
              expect(answer.kind).toBe("none")
            }
            if (answer.kind !== "derived" || answer.way !== "forward") continue
            passed += answer.parts.length
            for (const { unit } of answer.parts) expect(handedOn(chronicle, [unit])(ground)).toBe(true)
          }
        }
      )
    )
    expect(Math.min(unreached, passed)).toBeGreaterThan(20)
  })

  it("an event that was applied and taken back leaves no trace", () => {
    fc.assert(
      fc.property(model, anyKind, votes, turn, turn, (model, kind, reporting, on, at) => {
        const last = model.events.at(-1)
        const before = { ...model, standings: model.standings.slice(0, -1) }
        if (last === undefined) return
        const undone = Result.getOrThrow(undo(model.chronicle, last.id))
        const again = apply(undone, Result.getOrThrow(plan(undone, last)))
        const said = saidBy(before, kind, reporting)
        const asked = askedIn(standingAt(before, on), standingAt(before, at))
        const answers = unitsAs(undone, kind.rule, said, asked)
        expect(unitsAs(Result.getOrThrow(undo(again, last.id)), kind.rule, said, asked)).toEqual(answers)
        const all = saidBy(model, kind, reporting)
        const asking = askedIn(standingAt(model, on), standingAt(model, at))
        expect(unitsAs(again, kind.rule, all, asking)).toEqual(unitsAs(model.chronicle, kind.rule, all, asking))
      })
    )
  })

  it("a question about the days before an event is untouched by it, and by what is reported later", () => {
    fc.assert(
      fc.property(model, anyKind, votes, turn, turn, (model, kind, reporting, on, at) => {
        const last = model.events.at(-1)
        const before = { ...model, standings: model.standings.slice(0, -1) }
        if (last === undefined) return
        const asked = askedIn(standingAt(before, on), standingAt(before, at))
        const early = unitsAs(
          Result.getOrThrow(undo(model.chronicle, last.id)),
          kind.rule,
          saidBy(before, kind, reporting),
          asked
        )
        expect(unitsAs(model.chronicle, kind.rule, saidBy(model, kind, reporting), asked)).toEqual(early)
        const said = saidBy(model, kind, reporting)
        const known = said.filter(({ day }) => day <= asked.on)
        expect(unitsAs(model.chronicle, kind.rule, known, asked)).toEqual(
          unitsAs(model.chronicle, kind.rule, said, asked)
        )
      })
    )
  })

  it("a new name, type or attribute changes nothing", () => {
    fc.assert(
      fc.property(model, anyKind, votes, turn, turn, turn, (model, kind, reporting, on, at, which) => {
        const day = addDays(dayIn(standingAt(model, model.standings.length - 1), 0), 10)
        const code = [...standingAt(model, model.standings.length - 1).units.keys()][which] ?? "10"
        const unit = { code: UnitCode.make(code) }
        const renamed = apply(
          model.chronicle,
          Result.getOrThrow(
            plan(model.chronicle, {
              id: "rename",
              document: { number: "R/NQ", issuer: null, issuedOn: null },
              day,
              changes: [
                { change: "rename", unit, name: "Tên mới" },
                { change: "type", unit, type: code === "10" ? "thành phố" : "phường" },
                { change: "attributes", unit, set: { urban: true } }
              ]
            })
          )
        )
        const said = saidBy(model, kind, reporting)
        const asked = askedIn(standingAt(model, on), standingAt(model, at))
        const valuesOf = (chronicle: typeof renamed) =>
          unitsAs(chronicle, kind.rule, said, asked)
            .map((answer) => ({ ...answer, reason: null }))
            .toSorted((a, b) => a.unit - b.unit)
        expect(valuesOf(renamed)).toEqual(valuesOf(model.chronicle))
      })
    )
  })

  it("a derived value yields to the first value that the unit itself reports", () => {
    fc.assert(
      fc.property(model, anyKind, votes, turn, turn, (model, kind, reporting, at, which) => {
        const standing = standingAt(model, at)
        const [code = "", atoms = []] = [...standing.units][which % standing.units.size] ?? []
        const day = dayIn(standing, 45)
        const value = kind.truth(atoms)
        const own = { unit: idOn(model.chronicle, code, day), day, value }
        const said = [...saidBy(model, kind, reporting), own]
        const [answer] = unitsAs(model.chronicle, kind.rule, said, {
          ...askedIn(standing, standing),
          units: [own.unit]
        })
        expect(answer).toMatchObject({ kind: "reported", report: own, exact: true, provisional: false })
        const [earlier] = unitsAs(model.chronicle, kind.rule, said, {
          on: Day.make("2019-12-31"),
          boundaries: day,
          units: [own.unit]
        })
        expect(earlier).toMatchObject({ kind: "none", reason: { kind: "missing" } })
      })
    )
  })
})
