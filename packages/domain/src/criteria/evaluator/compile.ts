import { Result } from "effect"
import type { Day } from "../../values/index.ts"
import type { AssessableLine, AssessableSet } from "./assessable.ts"
import { RulesRefused } from "./compile-error.ts"
import { inOrder } from "./compile-order.ts"
import type { Rule } from "../rules/rule.ts"
import { type ColumnNeed, followedThreshold, noUses, useCondition, useRule, type Uses } from "./compile-uses.ts"

/** Objects and lists in each other, in a rule as written. No law comes near; a hostile file does not overflow the stack. */
const MOST_NESTED = 100

/** Where a line stands in its set; one that `requires` has that set's id for its code, and that set's verdict. */
export type LinePlace = "requires" | "condition" | "indicator" | "grant" | "withdraw"

/** A line of a set with everything that it rests on, other sets' rules included. */
export interface ProgramLine {
  readonly place: LinePlace
  /** Place of the criterion in the set; −1 for what is no indicator. */
  readonly criterion: number
  readonly line: AssessableLine
  /** Keys of the columns that its verdict depends on. */
  readonly columns: ReadonlySet<string>
}

type Unplaced = Omit<ProgramLine, "columns">

export interface ProgramSet {
  readonly set: AssessableSet
  readonly lines: ReadonlyArray<ProgramLine>
}

/** Criteria sets made ready for a day. */
export interface Program {
  readonly day: Day
  /** Each after the sets that it rests on. */
  readonly sets: ReadonlyArray<ProgramSet>
  /** Distinct columns that the rules read, by key. */
  readonly columns: ReadonlyMap<string, ColumnNeed>
}

/** Whether the value nests no deeper than `left` objects and lists. */
export const isShallow = (value: unknown, left: number): boolean =>
  typeof value !== "object" ||
  value === null ||
  (left > 0 && Object.values(value).every((inner) => isShallow(inner, left - 1)))

const line = (code: string, rule: Rule | null): AssessableLine => ({ code, rule, appliesWhen: null })

/**
 * Lines of a set in the order of their printing; conditions first, what recognition asks for last.
 *
 * **Details** A condition that every criterion is met ("Đạt chín tiêu chí") is what a set asks anyway: it is no line of its own.
 */
const linesOf = ({ conditions, criteria, recognition, requires }: AssessableSet): ReadonlyArray<Unplaced> => [
  ...requires.map(({ set }) => ({ place: "requires" as const, criterion: -1, line: line(set, null) })),
  ...conditions
    .filter(({ rule }) => rule?.op !== "allCriteria")
    .map((line) => ({ place: "condition" as const, criterion: -1, line })),
  ...criteria.flatMap(({ indicators }, criterion) =>
    indicators.map((line) => ({ place: "indicator" as const, criterion, line }))
  ),
  ...recognition.grant.map(({ id, rule }) => ({ place: "grant" as const, criterion: -1, line: line(id, rule) })),
  ...(recognition.withdraw === null
    ? []
    : [{ place: "withdraw" as const, criterion: -1, line: line("withdraw", recognition.withdraw) }])
]

/** Whether the line asks for the set's own result: it is not part of it. */
export const isGate = (place: LinePlace): boolean => place === "grant" || place === "withdraw"

const indicatorOf = (set: AssessableSet | undefined, code: string): AssessableLine | undefined =>
  set?.criteria.flatMap(({ indicators }) => indicators).find((line) => line.code === code) ??
  set?.conditions.find((line) => line.code === code)

/** The threshold of another set's line that a relative one follows; null where there is none to follow. */
export const followed = (
  sets: ReadonlyArray<AssessableSet>,
  reference: { readonly set: string; readonly code: string }
) =>
  followedThreshold(
    indicatorOf(
      sets.find(({ id }) => id === reference.set),
      reference.code
    )?.rule ?? null
  )

const usesOf = (set: AssessableSet, { line, place }: Unplaced, sets: ReadonlyArray<AssessableSet>): Uses => {
  const uses = noUses()
  if (place === "requires") uses.verdicts.push({ set: line.code, criterion: null })
  for (const { when } of set.regionOverrides) useCondition(uses, when)
  if (line.appliesWhen !== null) useCondition(uses, line.appliesWhen)
  if (line.rule !== null) useRule(uses, line.rule, sets)
  return uses
}

/**
 * Makes sets ready for judging units on a day. The sets are those in force on it.
 *
 * **Details** Sets are put in the order in which they rest on each other (thresholds of others, criteria of others, tiers
 * that are checked again). A set that is asked for and not among them is not known: what rests on it has no threshold.
 * Fails with `RulesRefused` for sets that rest on each other in a circle, a set given twice, rules nested deeper than
 * any law, and indicators that ask for their own set's result.
 */
export const compile = (sets: ReadonlyArray<AssessableSet>, day: Day): Result.Result<Program, RulesRefused> => {
  const byId = new Map<string, AssessableSet>()
  const lines = new Map<string, ReadonlyArray<Unplaced & { readonly uses: Uses }>>()
  for (const set of sets) {
    const refuse = (reason: RulesRefused["reason"], code: string | null) =>
      Result.fail(new RulesRefused({ reason, sets: [set.id], code }))
    if (byId.has(set.id)) return refuse("sameSetTwice", null)
    byId.set(set.id, set)
    if (!isShallow(set.regionOverrides, MOST_NESTED)) return refuse("tooDeep", null)
    const parts: Array<Unplaced & { readonly uses: Uses }> = []
    for (const part of linesOf(set)) {
      if (!isShallow([part.line.rule, part.line.appliesWhen], MOST_NESTED)) return refuse("tooDeep", part.line.code)
      const uses = usesOf(set, part, sets)
      if (uses.own && !isGate(part.place)) return refuse("ownVerdict", part.line.code)
      parts.push({ ...part, uses })
    }
    lines.set(set.id, parts)
  }
  const rests = new Map<string, ReadonlySet<string>>()
  for (const [id, parts] of lines) {
    rests.set(id, new Set(parts.flatMap(({ uses }) => [...uses.verdicts, ...uses.thresholds].map(({ set }) => set))))
  }
  return Result.map(inOrder(rests), (order) => {
    const columns = new Map<string, ColumnNeed>()
    const done = new Map<string, ProgramSet>()
    /** Keys that a line rests on directly or by way of sets before it. */
    const reach = (uses: Uses, own: ReadonlyArray<ProgramLine>): ReadonlySet<string> => {
      const keys = new Set(uses.columns.keys())
      const take = (part: ProgramLine) => part.columns.forEach((key) => keys.add(key))
      for (const { set, criterion } of uses.verdicts) {
        const other = done.get(set)
        if (other === undefined) continue
        const counts = ({ place, criterion: at }: ProgramLine) =>
          criterion === null ? !isGate(place) : place === "indicator" && other.set.criteria[at]?.no === criterion
        other.lines.filter(counts).forEach(take)
      }
      for (const { set, code } of uses.thresholds) {
        done
          .get(set)
          ?.lines.filter(({ line }) => line.code === code)
          .forEach(take)
      }
      if (uses.own) own.filter(({ place }) => !isGate(place)).forEach(take)
      return keys
    }
    for (const id of order) {
      const set = byId.get(id)
      if (set === undefined) continue
      const ready: Array<ProgramLine> = []
      for (const { uses, ...part } of lines.get(id) ?? []) {
        for (const need of uses.columns.values()) {
          columns.set(need.key, { ...need, ages: need.ages || columns.get(need.key)?.ages === true })
        }
        ready.push({ ...part, columns: reach(uses, ready) })
      }
      done.set(id, { set, lines: ready })
    }
    return { day, sets: [...done.values()], columns }
  })
}
