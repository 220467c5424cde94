import { Effect } from "effect"
import { overdueDebtInput, type Values } from "../criteria/index.ts"
import { standInOn } from "../funding/index.ts"
import { ancestorsOn, type UnitId, unitOn } from "../units/index.ts"
import { type Bilingual, type Day, dayNumber, type Moment } from "../values/index.ts"
import { moneyWords } from "./alert-words.ts"
import type { WorkInBook, WorksBook } from "./book.ts"
import type { WorksAsOf } from "./counting.ts"

/** What the works on the ground of a unit owe: nợ đọng XDCB as the criterion asks for it. */
export interface UnitDebt {
  /** In đồng: what is overdue by the programme's limit. */
  readonly overdue: number
  /** The works of which anything was accepted. */
  readonly works: ReadonlyArray<WorkInBook>
}

/** A book with the moment of what it holds: asked again as known at it, it is the same. Null while nothing was recorded. */
export interface KnownBook {
  readonly book: WorksBook
  readonly moment: Moment | null
}

/** Where books are read. */
export interface Books {
  /** Of what works are known by now, their money included: asked again as known at it, a book is the same. Null without any work. */
  readonly moment: Effect.Effect<Moment | null>
  readonly bookOf: (asked: WorksAsOf) => Effect.Effect<WorksBook>
}

/** Debts of units and everything below them, on the boundaries of a day. */
const debtsOn = (book: WorksBook, boundaries: Day): ReadonlyMap<UnitId, UnitDebt> => {
  const { register } = book.chronicle
  const found = new Map<UnitId, { overdue: number; works: Array<WorkInBook> }>()
  for (const own of book.works) {
    const { accepted, debt } = own.standing()
    const at = accepted > 0 ? standInOn(book.chronicle, own.work.unit, boundaries) : null
    if (at === null) continue
    for (const { id } of [at, ...ancestorsOn(register, at.id, boundaries)]) {
      const known = found.get(id) ?? { overdue: 0, works: [] }
      known.overdue += debt.overdue
      known.works.push(own)
      found.set(id, known)
    }
  }
  return found
}

const kept = new WeakMap<WorksBook, Map<Day, ReadonlyMap<UnitId, UnitDebt>>>()

const debtsKept = (book: WorksBook, boundaries: Day): ReadonlyMap<UnitId, UnitDebt> => {
  const days = kept.get(book) ?? new Map<Day, ReadonlyMap<UnitId, UnitDebt>>()
  kept.set(book, days)
  const known = days.get(boundaries) ?? debtsOn(book, boundaries)
  days.set(boundaries, known)
  return known
}

/** The day among those of a unit that is nearest to one: itself, where the unit stands on it. */
const standingDay = ({ chronicle: { register } }: WorksBook, unit: UnitId, day: Day): Day => {
  if (unitOn(register, unit, day) !== undefined) return day
  const rows = register.byId.get(unit) ?? []
  const [first, last] = [rows[0]?.validFrom ?? null, rows.at(-1)?.validTo ?? null]
  return first !== null && day < first ? first : last !== null && day > last ? last : day
}

/**
 * What the works of a unit owe on the day of a book; undefined where no work on its ground has an acceptance.
 *
 * **Details** On its ground as of `boundaries`. Debts follow works over reorganisations: that of a unit is the sum of those of the works
 * that lie in it now. Of a unit that does not stand then, as of the nearest day on which it does.
 */
export const unitDebtOf = (book: WorksBook, unit: UnitId, boundaries: Day = book.asOf): UnitDebt | undefined =>
  debtsKept(book, standingDay(book, unit, boundaries)).get(unit)

/**
 * Values in which the overdue construction debt of a unit is that of its works, wherever they have acceptances; else what was reported.
 *
 * **Details** As of the day and as known at the moment of the question. The moment of the answer covers works too.
 */
export const withConstructionDebt = (values: Values, books: Books): Values => ({
  series: values.series,
  columns: Effect.fnUntraced(function* (question) {
    const read = yield* values.columns(question)
    const moment = yield* books.moment
    if (moment === null) return read
    const knownAt = question.knownAt ?? (read.knownAt === null || read.knownAt < moment ? moment : read.knownAt)
    const place = question.inputs.indexOf(overdueDebtInput)
    if (place < 0) return { ...read, knownAt }
    const book = yield* books.bookOf({ asOf: question.asOf, knownAt })
    const boundaries = question.boundariesOn ?? question.asOf
    const day = dayNumber(boundaries > question.asOf ? boundaries : question.asOf)
    const told = read.values[place]?.slice() ?? new Float64Array(read.units.length).fill(Number.NaN)
    const days = read.days?.[place]?.slice() ?? null
    for (const [at, unit] of read.units.entries()) {
      const debt = unitDebtOf(book, unit, boundaries)
      if (debt === undefined) continue
      told[at] = debt.overdue
      if (days !== null) days[at] = day
    }
    return {
      ...read,
      knownAt,
      values: read.values.map((column, at) => (at === place ? told : column)),
      days: read.days?.map((column, at) => (at === place ? (days ?? column) : column)) ?? null
    }
  })
})

/** That what was reported of a unit's debt is not what its works owe; null where they agree. */
const debtDisagreement = (reported: number, { overdue, works }: UnitDebt): Bilingual | null => {
  if (reported === overdue) return null
  const owing = works.filter((own) => own.standing().debt.overdue > 0).length
  return {
    vi: `Số đã báo cáo là ${moneyWords(Math.round(reported))}, sổ công trình cho thấy nợ đọng quá hạn ${moneyWords(overdue)} ở ${owing}/${works.length} công trình đã nghiệm thu`,
    en: `Reported is ${moneyWords(Math.round(reported))}; the works owe ${moneyWords(overdue)} overdue, in ${owing} of ${works.length} with acceptances`
  }
}

/** The debt of a unit as its verdicts tell it: which works owe, and whether something else was reported. */
export interface ToldDebt {
  readonly overdue: number
  /** Works of which anything was accepted. */
  readonly accepted: number
  /** Those of them that owe, the most first. */
  readonly owing: ReadonlyArray<{ readonly code: string; readonly name: string; readonly overdue: number }>
  readonly illustrative: boolean
  readonly says: Bilingual
  readonly differs: Bilingual | null
}

const debtSays = ({ overdue, works }: UnitDebt, owing: number): Bilingual =>
  overdue > 0
    ? {
        vi: `Theo sổ công trình: ${works.length} công trình đã nghiệm thu, ${owing} công trình nợ đọng quá hạn ${moneyWords(overdue)}`,
        en: `By the journal of works: ${works.length} with acceptances, ${owing} of them owe ${moneyWords(overdue)} overdue`
      }
    : {
        vi: `Theo sổ công trình: ${works.length} công trình đã nghiệm thu, không có nợ đọng quá hạn`,
        en: `By the journal of works: ${works.length} with acceptances, nothing overdue`
      }

/** Tells a debt beside what was reported of it; null where nothing was. */
export const tellDebt = (debt: UnitDebt, reported: number | null): ToldDebt => {
  const owing = debt.works
    .flatMap((own) => {
      const { overdue } = own.standing().debt
      return overdue > 0 ? [{ code: own.work.code, name: own.work.name, overdue: Number(overdue) }] : []
    })
    .toSorted((a, b) => b.overdue - a.overdue)
  return {
    overdue: debt.overdue,
    accepted: debt.works.length,
    owing,
    illustrative: debt.works.some(({ work }) => work.illustrative),
    says: debtSays(debt, owing.length),
    differs: reported === null ? null : debtDisagreement(reported, debt)
  }
}
