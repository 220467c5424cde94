import type { Columns } from "./columns.ts"
import type { Program } from "./compile.ts"
import type { BoundSet } from "./kernels-bound.ts"
import { bindSet } from "./kernels-set.ts"
import { Verdict } from "../rules/verdict.ts"

/** Verdicts of all units under all sets of a program, by columns of codes. */
export interface Assessment {
  readonly program: Program
  readonly columns: Columns
  /** In the order of the program. */
  readonly sets: ReadonlyArray<BoundSet>
}

/** The set's verdicts, or undefined if it was not assessed. */
export const assessedSet = (assessment: Assessment, id: string): BoundSet | undefined =>
  assessment.sets.find(({ set }) => set.id === id)

/** The verdict that a code stands for. */
export const verdictOf = (code: number | undefined): Verdict => Verdict.literals[code ?? -1] ?? "noThreshold"

/** Judges the units from `from` to before `to` again by what the columns hold now. */
export const judge = ({ sets }: Assessment, from: number, to: number): void => {
  for (const { criteria, gates, lines, countMet, move, run, runGrant } of sets) {
    move(from, to)
    for (const line of lines) line.run(from, to)
    for (const criterion of criteria) criterion.run(from, to)
    countMet(from, to)
    run(from, to)
    for (const gate of gates) gate.run(from, to)
    runGrant(from, to)
  }
}

/** Binds a program to columns without judging anything yet. */
export const bind = (program: Program, columns: Columns): Assessment => {
  const bound = new Map<string, BoundSet>()
  for (const source of program.sets) bound.set(source.set.id, bindSet(program, source, columns, bound))
  return { program, columns, sets: [...bound.values()] }
}

/**
 * Judges every unit of the columns under every set of the program.
 *
 * **Details** The verdicts stand in the `codes` of lines, criteria and sets, in the order of the units: see `verdictOf`. They
 * are those of the columns as they are now; `judge` brings them up to date after a change.
 */
export const assess = (program: Program, columns: Columns): Assessment => {
  const assessment = bind(program, columns)
  judge(assessment, 0, columns.size)
  return assessment
}
