import {
  type ColumnNeed,
  inputOf,
  type InputKey,
  type Known,
  type LatestQuestion,
  type ObservationRecord,
  Observations,
  overdueDebtInput,
  type ProofSource,
  stateAt
} from "@ntm/domain/criteria"
import { type Answer, type Report, type Unit, type UnitId, unitOn } from "@ntm/domain/units"
import { tellDebt, unitDebtOf } from "@ntm/domain/works"
import { Effect } from "effect"
import type { BookOf } from "../works/book.ts"
import { namedUnit } from "../assessments/asking.ts"

/** Where the values of a unit were derived from; none for what it reported itself. */
export interface Derivations {
  /** By input. */
  readonly answers: ReadonlyMap<InputKey, Answer<Report>>
  /** Of several years together, by column. */
  readonly windows: ReadonlyMap<string, Answer<Report>>
}

/** The record with the moves that were known by then: later ones are not part of what was known. */
const asKnown = ({ moves, observation }: ObservationRecord, { knownAt }: LatestQuestion): ObservationRecord => ({
  observation,
  moves: knownAt === null ? moves : moves.filter(({ at }) => at <= knownAt)
})

const titleOf = (known: Known, unit: UnitId, { asOf }: LatestQuestion): ProofSource => {
  const held = known.held(asOf).get(unit)
  if (held === undefined) return { source: "none", reason: null }
  const recognition = "recognition" in held ? held.recognition : null
  return {
    source: "title",
    kind: held.kind,
    tier: held.tier,
    document: recognition?.document ?? null,
    decidedOn: recognition?.decidedOn ?? null,
    illustrative: recognition?.illustrative ?? false,
    predecessors: "predecessors" in held ? held.predecessors : []
  }
}

/**
 * Where the value of each column of a unit comes from: its own records, those that it was derived from, its works, or what it holds.
 *
 * **Details** The records of derived values are those in force of the units that reported them; of a unit that reported again
 * since, about another ground, none is told.
 */
export const sourcesOf = Effect.fn("proofs.sources")(function* (
  known: Known,
  question: LatestQuestion,
  unit: Unit,
  needs: Iterable<ColumnNeed>,
  { answers, windows }: Derivations,
  bookOf: BookOf
) {
  const port = yield* Observations
  const { book } = yield* bookOf(question)
  const debt = unitDebtOf(book, unit.id)
  const bySource = new Map([...needs].map((need) => [need.key, need]))
  const inputs = [...new Set([...bySource.values()].flatMap((need) => inputOf(need) ?? []))]
  const parts = [...answers.values(), ...windows.values()].flatMap((answer) =>
    answer.kind === "derived" ? answer.parts : []
  )
  const units = [unit.id, ...new Set(parts.map((part) => part.unit))]
  const found = yield* port.inForce({ ...question, units, inputs })
  const records = Map.groupBy(found, ({ observation }) => observation.unit)
  const recordOf = (of: UnitId, input: InputKey, day: string | null): ObservationRecord | null => {
    const record = records
      .get(of)
      ?.find(({ observation }) => observation.input === input && (day === null || observation.day === day))
    return record === undefined ? null : asKnown(record, question)
  }
  const derivedOf = (input: InputKey, answer: Answer<Report>): ProofSource => {
    if (answer.kind !== "derived")
      return { source: "none", reason: answer.kind === "none" ? answer.reason.sentence : null }
    const { holds, inferred, range } = answer
    return {
      source: "derived",
      low: range?.low ?? Number(holds),
      high: range?.high ?? Number(holds),
      inferred,
      parts: answer.parts.flatMap(({ report, share, unit: id }) => {
        const row = unitOn(known.chronicle.register, id, report.day)
        if (row === undefined) return []
        const { low, high } = share
        const record = recordOf(id, input, report.day)
        return [{ unit: namedUnit(row), day: report.day, value: Number(report.value), share: { low, high }, record }]
      })
    }
  }
  return (column: string): ProofSource => {
    const need = bySource.get(column)
    if (need?.source.of === "held") return titleOf(known, unit.id, question)
    const over = need?.source.of === "window" ? windows.get(column) : undefined
    if (need?.source.of === "window" && over !== undefined) return derivedOf(need.source.input, over)
    const input = need === undefined ? null : inputOf(need)
    if (input === null) return { source: "computed" }
    if (input === overdueDebtInput && debt !== undefined) {
      const reported = recordOf(unit.id, input, null)?.observation.value ?? null
      const { accepted, differs, illustrative, overdue, owing } = tellDebt(debt, reported)
      return { source: "works", overdue, accepted, owing, illustrative, differs }
    }
    const answer = answers.get(input)
    if (answer !== undefined) return derivedOf(input, answer)
    const record = recordOf(unit.id, input, null)
    const state = record === null ? null : stateAt(record, question.knownAt)
    return record === null || state === null ? { source: "none", reason: null } : { source: "reported", record, state }
  }
})
