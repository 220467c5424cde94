import { type Columns, NO, UNKNOWN, YES } from "./columns.ts"
import { isGate, type Program, type ProgramLine } from "./compile.ts"
import {
  type BoundCriteria,
  type BoundLine,
  type BoundSet,
  REGIONS,
  type Run,
  type Scope,
  VALUES
} from "./kernels-bound.ts"
import { ALL, combine, countMet } from "./kernels-combine.ts"
import { bindRule, passOn } from "./kernels-rule.ts"
import { scopeOf, truthIn } from "./kernels-scope.ts"
import { EXEMPT, NO_DATA, NO_THRESHOLD } from "../rules/verdict.ts"

const nothing: Run = () => {}

const bindLine = (scope: Scope, own: BoundCriteria | null, source: ProgramLine): BoundLine => {
  const { criterion, line, place } = source
  const shape = { code: line.code, place, criterion, source }
  if (place === "requires") {
    const codes = scope.newCodes().fill(NO_THRESHOLD)
    const other = scope.others.get(line.code)
    return {
      ...shape,
      codes,
      run: other === undefined ? nothing : passOn(codes, other.codes),
      rule: null,
      appliesWhen: null
    }
  }
  const rule = line.rule === null ? null : bindRule({ scope, own }, line.rule)
  const judged = rule?.codes ?? scope.newCodes().fill(NO_THRESHOLD)
  if (line.appliesWhen === null) return { ...shape, codes: judged, run: rule?.run ?? nothing, rule, appliesWhen: null }
  const appliesWhen = truthIn(scope, line.appliesWhen)
  const codes = scope.newCodes()
  const run: Run = (from, to) => {
    rule?.run(from, to)
    for (let at = from; at < to; at++) {
      const truth = appliesWhen.codes[at] ?? UNKNOWN
      codes[at] = truth === YES ? (judged[at] ?? NO_DATA) : truth === NO ? EXEMPT : NO_DATA
    }
  }
  return { ...shape, codes, run, rule, appliesWhen }
}

const codesOf = (parts: ReadonlyArray<{ readonly codes: Uint8Array }>) => parts.map(({ codes }) => codes)

/** Conditions and thresholds in the order in which they were made: each after what it rests on. */
const movingOf = ({ moveRegions, thresholds, truths }: Scope): Run => {
  const made = [...truths.values(), ...thresholds.values()]
  const byRegion = made.filter(({ rests }) => rests === REGIONS)
  const byValue = made.filter(({ rests }) => rests === VALUES)
  return (from, to) => {
    if (moveRegions?.(from, to) === true) for (const { run } of byRegion) run(from, to)
    for (const { run } of byValue) run(from, to)
  }
}

/** Makes one set of a program ready for columns; `others` are those before it. */
export const bindSet = (
  program: Program,
  { set, lines: sources }: Program["sets"][number],
  columns: Columns,
  others: ReadonlyMap<string, BoundSet>
): BoundSet => {
  const { size } = columns
  const scope = scopeOf(program, set, columns, others)
  const lines = sources.filter(({ place }) => !isGate(place)).map((line) => bindLine(scope, null, line))
  const criteria = set.criteria.map(({ no, name }, place) => {
    const codes = scope.newCodes()
    const indicators = lines.filter(({ criterion }) => criterion === place)
    return { no, name, codes, run: combine(codes, codesOf(indicators), ALL) }
  })
  const gates = sources.filter(({ place }) => isGate(place)).map((line) => bindLine(scope, criteria, line))
  const conditions = lines.filter(({ place }) => place !== "indicator")
  const codes = new Uint8Array(size)
  const met = new Uint16Array(size)
  const grant = new Uint8Array(size)
  return {
    set,
    scope,
    move: movingOf(scope),
    lines,
    gates,
    criteria,
    met,
    countMet: countMet(met, codesOf(criteria)),
    codes,
    run: combine(codes, codesOf([...conditions, ...criteria]), ALL),
    grant,
    runGrant: combine(grant, codesOf(gates.filter(({ place }) => place === "grant")), ALL),
    withdraw: gates.find(({ place }) => place === "withdraw")?.codes ?? new Uint8Array(size).fill(NO_THRESHOLD)
  }
}
