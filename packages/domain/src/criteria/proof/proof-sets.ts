import type { AssessableSet } from "../evaluator/assessable.ts"
import { noUses, useRule } from "../evaluator/compile-uses.ts"
import type { Program, ProgramLine, ProgramSet } from "../evaluator/compile.ts"
import { partsOf } from "../rules/rule-parts.ts"

/** Sets that a line's verdict asks for. Of a tier that is checked again under no set by name, every set that could be meant. */
const askedBy = ({ line, place }: ProgramLine, sets: ReadonlyArray<AssessableSet>): ReadonlyArray<string> => {
  if (place === "requires") return [line.code]
  if (line.rule === null) return []
  const uses = noUses()
  useRule(uses, line.rule, sets)
  const again = partsOf(line.rule).rules.flatMap((rule) =>
    rule.op === "holds" && rule.revalidate && rule.set === null
      ? sets.filter(({ tier }) => tier === rule.tier).map(({ id }) => id)
      : []
  )
  return [...again, ...[...uses.verdicts, ...uses.thresholds].map(({ set }) => set)]
}

/** The set, and all sets of the program whose rules can touch its verdict, in the order of judging. */
export const restingOn = (program: Program, set: string): ReadonlyArray<ProgramSet> => {
  const sets = program.sets.map((one) => one.set)
  const wanted = new Set([set])
  for (const id of wanted) {
    const found = program.sets.find((one) => one.set.id === id)
    for (const line of found?.lines ?? []) for (const other of askedBy(line, sets)) wanted.add(other)
  }
  return program.sets.filter((one) => wanted.has(one.set.id))
}
