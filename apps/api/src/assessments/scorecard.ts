import type { LineDetail, Scorecard, ValueDetail } from "@ntm/contract"
import {
  assess,
  assessedSet,
  type ColumnNeed,
  type CriteriaSet,
  explain,
  type HeldRecognition,
  inputOf,
  type InputKey,
  type JudgedGroup,
  judgeUnits,
  type Known,
  type LatestQuestion,
  type ObservationRecord,
  Observations,
  overdueDebtInput,
  overlaid,
  type Telling
} from "@ntm/domain/criteria"
import { ancestorsOn, type Answer, type Report, type Unit, type UnitId, unitOn } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { tellDebt, type UnitDebt, unitDebtOf } from "@ntm/domain/works"
import { Effect } from "effect"
import type { BookOf } from "../works/book.ts"
import { assessedSetOf, namedUnit } from "./asking.ts"

/** A value put in the place of what is reported; null: as if nothing were. */
export interface SupposedValue {
  readonly input: InputKey
  readonly value: number | null
}

/** What is asked of one unit. */
export interface ScorecardAsked {
  readonly unit: Unit
  readonly sets: ReadonlyArray<CriteriaSet>
  readonly supposed: ReadonlyArray<SupposedValue>
}

const linesOf = (known: Known, set: CriteriaSet): ReadonlyArray<LineDetail> => {
  const bare = { measure: null, unit: null, leadAgency: null, evidence: [] }
  return [
    ...set.requires.map(({ confidence, set: id }) => ({
      ...bare,
      set: set.id,
      code: id,
      name: known.sets.find((one) => one.id === id)?.name ?? id,
      confidence
    })),
    ...[...set.conditions, ...set.criteria.flatMap(({ indicators }) => indicators)].map(
      ({ code, confidence, evidence, leadAgency, measure, name, unit }) => ({
        set: set.id,
        code,
        name,
        measure,
        unit,
        leadAgency,
        confidence,
        evidence
      })
    ),
    ...set.recognition.grant.map(({ confidence, id, name }) => ({ ...bare, set: set.id, code: id, name, confidence }))
  ]
}

const derivedOf = (known: Known, answer: Answer<Report> | undefined): Pick<ValueDetail, "derived" | "reason"> => {
  if (answer === undefined || answer.kind === "reported") return { derived: null, reason: null }
  if (answer.kind === "none") return { derived: null, reason: answer.reason.sentence }
  const { holds, inferred, parts, range } = answer
  const bounds = range ?? { low: Number(holds), high: Number(holds), estimate: Number(holds) }
  return {
    reason: null,
    derived: {
      low: bounds.low,
      high: bounds.high,
      estimate: bounds.estimate,
      inferred,
      parts: parts.flatMap(({ report, share, unit: id }) => {
        const unit = unitOn(known.chronicle.register, id, report.day)
        if (unit === undefined) return []
        const { day, value } = report
        return [{ unit: namedUnit(unit), day, value: Number(value), share: { low: share.low, high: share.high } }]
      })
    }
  }
}

/** Values by the columns that name them, with where each comes from. */
const valuesOf = (
  known: Known,
  needs: Iterable<ColumnNeed>,
  { assessment: { columns } }: JudgedGroup,
  records: ReadonlyMap<InputKey, ObservationRecord>,
  answers: ReadonlyMap<InputKey, Answer<Report>>,
  windows: ReadonlyMap<string, Answer<Report>>,
  supposed: ReadonlySet<string>,
  debt: UnitDebt | undefined
): ReadonlyArray<ValueDetail> =>
  [...needs].flatMap(({ key, source }): ReadonlyArray<ValueDetail> => {
    const input = inputOf({ source }) ?? (source.of === "window" ? source.input : null)
    if (input === null) return []
    const value = columns.values.get(key)?.values[0] ?? Number.NaN
    const told = { column: key, input, value: Number.isNaN(value) ? null : value }
    if (supposed.has(key)) return [{ ...told, record: null, derived: null, reason: null }]
    const record = source.of === "window" ? null : (records.get(input) ?? null)
    const derived = source.of === "window" ? windows.get(key) : record === null ? answers.get(input) : undefined
    const works =
      input === overdueDebtInput && debt !== undefined
        ? { works: tellDebt(debt, record?.observation.value ?? null) }
        : {}
    return [{ ...told, record, ...derivedOf(known, derived), ...works }]
  })

/** Units that what is held speaks of. */
const spokenOf = (held: HeldRecognition | undefined): ReadonlyArray<UnitId> =>
  held === undefined || !("predecessors" in held) ? [] : held.predecessors.map(({ unit }) => unit)

/** The last row of a unit up to a day. */
const lastRow = ({ chronicle: { register } }: Known, id: UnitId, day: Day): Unit | undefined =>
  register.byId.get(id)?.findLast(({ validFrom }) => validFrom === null || validFrom <= day)

export const mentionedUnits = (known: Known, units: Iterable<UnitId>, day: Day) =>
  [...new Set(units)].flatMap((id) => {
    const row = lastRow(known, id, day)
    return row === undefined ? [] : [namedUnit(row)]
  })

/** Where one unit stands under sets, and why: every value with its record, or what it was derived from. */
export const scorecardOf = Effect.fn("assessments.scorecard")(function* (
  known: Known,
  question: LatestQuestion,
  { sets, supposed, unit }: ScorecardAsked,
  bookOf: BookOf
) {
  const { accept, asOf } = question
  const port = yield* Observations
  const answers = new Map<InputKey, Answer<Report>>()
  const windows = new Map<string, Answer<Report>>()
  const telling: Telling = {
    reasons: true,
    tell: (input, _, answer) => void answers.set(input, answer),
    tellWindow: (column, _, answer) => void windows.set(column, answer)
  }
  const ids = sets.map(({ id }) => id)
  const { groups, knownAt } = yield* judgeUnits(known, port, question, ids, [unit], telling)
  const [group] = groups
  const settled = { ...question, knownAt }
  const needs = [...(group?.assessment.program.columns.values() ?? [])]
  const inputs = [...new Set(needs.flatMap((need) => inputOf(need) ?? []))]
  const found = yield* port.inForce({ ...settled, units: [unit.id], inputs })
  // What it reported about another ground is no value of its own any more.
  const own = found.filter(({ observation }) => !answers.has(observation.input))
  const records = new Map(own.map((record) => [record.observation.input, asKnown(record, knownAt)]))
  const changes = needs.flatMap((need) =>
    supposed
      .filter(({ input }) => inputOf(need) === input)
      .map(({ value }) => ({ at: 0, column: need.key, value, day: asOf }))
  )
  const judged =
    group === undefined || changes.length === 0
      ? group
      : { ...group, assessment: assess(group.assessment.program, overlaid(group.assessment.columns, changes)) }
  const { book } = yield* bookOf(settled)
  const held = known.held(asOf).get(unit.id)
  const used = sets.flatMap(({ id }) => judged?.sets.get(id) ?? [])
  const answer: Scorecard = {
    asOf,
    knownAt,
    accept,
    unit,
    above: ancestorsOn(known.chronicle.register, unit.id, asOf),
    held: held ?? null,
    sets: sets.flatMap((set) => {
      const own = judged?.sets.get(set.id)
      if (own === undefined || judged === undefined) return []
      const explanation = explain(judged.assessment, own.id, 0)
      return explanation === null ? [] : [{ set: assessedSetOf(own), explanation }]
    }),
    lines: used.flatMap((set) => linesOf(known, set)),
    values:
      judged === undefined
        ? []
        : valuesOf(
            known,
            readBy(judged, used),
            judged,
            records,
            answers,
            windows,
            new Set(changes.map(({ column }) => column)),
            unitDebtOf(book, unit.id)
          ),
    mentioned: mentionedUnits(known, spokenOf(held), asOf)
  }
  return answer
})

/** The record with the moves that were known by then. */
const asKnown = ({ moves, observation }: ObservationRecord, knownAt: string | null): ObservationRecord => ({
  observation,
  moves: knownAt === null ? moves : moves.filter(({ at }) => at <= knownAt)
})

/** The columns that these sets read, by way of others too. */
const readBy = ({ assessment }: JudgedGroup, sets: ReadonlyArray<CriteriaSet>): ReadonlyArray<ColumnNeed> => {
  const keys = new Set(
    sets.flatMap(({ id }) => {
      const bound = assessedSet(assessment, id)
      return [...(bound?.lines ?? []), ...(bound?.gates ?? [])].flatMap(({ source }) => [...source.columns])
    })
  )
  return [...assessment.program.columns.values()].filter(({ key }) => keys.has(key))
}
