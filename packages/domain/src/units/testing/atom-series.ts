import fc from "fast-check"
import type { CarryRule } from "../facts/carry-rule.ts"
import type { Answer } from "../facts/answer.ts"
import { type AsAsked, unitsAs } from "../facts/units-as.ts"
import type { UnitId } from "../unit.ts"
import type { Chronicle } from "../chronicle.ts"
import type { Day } from "../../values/index.ts"
import { type Atom, type AtomModel, dayIn, idOn, type Standing, type Telling, totalOf } from "./atoms.ts"

export const anyTelling: fc.Arbitrary<Telling> = fc.record({
  shares: fc.constantFrom("known", "unknown", "some"),
  people: fc.boolean()
})
export const allTold: fc.Arbitrary<Telling> = fc.constant({ shares: "known", people: true })

const people = (atoms: ReadonlyArray<Atom>) => totalOf(atoms, (atom) => atom.people)

/** A rule with the truth that it is held against; a rate of nobody is not a number and never reported. */
export interface Kind {
  readonly rule: CarryRule
  readonly truth: (atoms: ReadonlyArray<Atom>) => number | boolean
}

export const things = {
  rule: { carry: "sum", weight: "population" },
  truth: (atoms) => totalOf(atoms, (atom) => atom.things)
} as const satisfies Kind
export const inhabitants = { rule: { carry: "sum", weight: "population" }, truth: people } as const satisfies Kind
export const percent = {
  rule: { carry: "average", weight: "population", min: 0, max: 100 },
  truth: (atoms) => (100 * totalOf(atoms, (atom) => atom.having)) / people(atoms)
} as const satisfies Kind
export const income = {
  rule: { carry: "average", weight: "population", min: 0, max: null },
  truth: (atoms) => totalOf(atoms, (atom) => atom.income) / people(atoms)
} as const satisfies Kind
export const clean = {
  rule: { carry: "attested" },
  truth: (atoms) => atoms.every((atom) => atom.clean)
} as const satisfies Kind
/** What is had everywhere on the ground: its least level. */
export const level = {
  rule: { carry: "lowest" },
  truth: (atoms) => Math.min(...atoms.map((atom) => atom.things % 4))
} as const satisfies Kind
export const anyKind: fc.Arbitrary<Kind> = fc.constantFrom<Kind>(things, inhabitants, percent, income, clean)

export interface Said {
  readonly unit: UnitId
  readonly day: Day
  readonly value: number | boolean
}

const reportable = (value: number | boolean) => typeof value === "boolean" || Number.isFinite(value)

/** What all units report in one standing, 30 days after it began. */
export const saidIn = ({ chronicle }: AtomModel, { truth }: Kind, standing: Standing): ReadonlyArray<Said> => {
  const day = dayIn(standing, 30)
  return [...standing.units].flatMap(([code, atoms]) => {
    const value = truth(atoms)
    return reportable(value) ? [{ unit: idOn(chronicle, code, day), day, value }] : []
  })
}

/** Who reports when: yes or no, dealt to the units of each standing in turn. */
export const votes = fc.oneof(
  fc.array(fc.constantFrom(true, true, true, false), { minLength: 23, maxLength: 23 }),
  fc.constant([true, true, true, true, true, ...Array.from({ length: 40 }, () => false)])
)

/** What those report whose turn it is. */
export const saidBy = (model: AtomModel, kind: Kind, reporting: ReadonlyArray<boolean>): ReadonlyArray<Said> =>
  model.standings
    .flatMap((standing) => saidIn(model, kind, standing))
    .filter((_, index) => reporting[index % reporting.length] === true)

export const standingAt = ({ standings }: AtomModel, at: number): Standing => {
  const standing = standings[at % standings.length]
  if (standing === undefined) throw new Error("no standing")
  return standing
}

/** 60 days after the standing began, when all that was said in it is known. */
export const askedIn = (on: Standing, boundaries: Standing): AsAsked => ({
  on: dayIn(on, 60),
  boundaries: dayIn(boundaries, 60),
  level: "commune"
})

/** The answers for all units of a standing, each with the atoms that it is about. */
export const answered = (
  chronicle: Chronicle,
  { rule }: Kind,
  said: ReadonlyArray<Said>,
  on: Standing,
  at: Standing
): ReadonlyArray<{ readonly answer: Answer<Said>; readonly atoms: ReadonlyArray<Atom> }> => {
  const asked = askedIn(on, at)
  const units = [...at.units.keys()].map((code) => idOn(chronicle, code, asked.boundaries))
  const answers = unitsAs(chronicle, rule, said, { ...asked, units })
  return [...at.units.values()].flatMap((atoms, index) => {
    const answer = answers[index]
    return answer === undefined ? [] : [{ answer, atoms }]
  })
}
