import {
  type BoundLine,
  type CriteriaSet,
  type CriteriaSetId,
  type InputKey,
  isLeftOut,
  type Judged,
  type JudgedPlace,
  type Known,
  partsOf,
  placesOf,
  reaches,
  setsOf,
  type Target,
  tierWords,
  verdictOf
} from "../criteria/index.ts"
import { ancestorsOn, type Unit, type UnitId } from "../units/index.ts"
import type { Bilingual, Day } from "../values/index.ts"
import type { WorkInBook, WorksBook } from "./book.ts"
import { slipWords } from "./slip-words.ts"
import type { Slip } from "./standing.ts"

/** A target of a plan with the units that its scope means on the day. */
export interface PlannedTarget {
  readonly target: Target
  readonly named: ReadonlyArray<Unit>
}

/** Units of one level that are to be judged by these sets before it can be told what late works hold back. */
export interface SlipQuestion {
  readonly units: ReadonlyArray<Unit>
  readonly sets: ReadonlyArray<CriteriaSetId>
}

/** What is known on the day of the book beside works. */
export interface SlipWorld {
  readonly known: Known
  /** The answers to `slipQuestions`. */
  readonly judged: ReadonlyArray<Judged>
  readonly targets: ReadonlyArray<PlannedTarget>
}

type Hold = Slip["holds"][number]

/** Whether the unit does not have the work yet: once it is handed over nothing waits for it, though nobody may operate it. */
const isAwaited = (own: WorkInBook): boolean => !["handedOver", "operating"].includes(own.standing().state)

/** What has to be judged, by level, so that `slipsOf` can tell what these works hold back; empty where none is late. */
export const slipQuestions = (
  { asOf }: WorksBook,
  works: ReadonlyArray<WorkInBook>,
  known: Known
): ReadonlyArray<SlipQuestion> => {
  const units = new Map<UnitId, Unit>()
  for (const own of works) if (own.unit !== null && own.isLate() && isAwaited(own)) units.set(own.unit.id, own.unit)
  return [...Map.groupBy(units.values(), ({ level }) => level).values()].map((group) => ({
    units: group,
    sets: [...new Set(group.flatMap((unit) => setsOf(known, unit, asOf).map(({ id }) => id)))]
  }))
}

/** Lines of a set by the inputs that their rules read; made once a set. */
const linesByInput = () => {
  const kept = new WeakMap<ReadonlyArray<BoundLine>, ReadonlyMap<InputKey, ReadonlyArray<BoundLine>>>()
  return (lines: ReadonlyArray<BoundLine>): ReadonlyMap<InputKey, ReadonlyArray<BoundLine>> => {
    const known = kept.get(lines)
    if (known !== undefined) return known
    const found = new Map<InputKey, Array<BoundLine>>()
    for (const line of lines) {
      const { rule } = line.source.line
      if (rule === null || line.place === "requires") continue
      for (const input of partsOf(rule).inputs) {
        const own = found.get(input)
        if (own === undefined) found.set(input, [line])
        else own.push(line)
      }
    }
    kept.set(lines, found)
    return found
  }
}

/** Asks everything about one day once, however many works ask. */
const makeAsking = (book: WorksBook, { judged, known, targets }: SlipWorld) => {
  const { asOf } = book
  const { register } = known.chronicle
  const lines = linesByInput()
  const places = new Map<UnitId, ReadonlyArray<readonly [CriteriaSetId, JudgedPlace]>>()
  const placesAt = (unit: Unit) => {
    const before = places.get(unit.id)
    if (before !== undefined) return before
    const found = setsOf(known, unit, asOf).flatMap(({ id }) =>
      judged.flatMap((one) => placesOf(one, id, [unit]).map((place) => [id, place] as const))
    )
    places.set(unit.id, found)
    return found
  }

  /** Targets that count the unit under one of these sets and fall due from the day on, before another. */
  const targetsAt = (unit: Unit, sets: ReadonlyArray<string>, no: number | null, doneBy: Day): Hold["targets"] => {
    const above = new Set([unit.id, ...ancestorsOn(register, unit.id, asOf).map(({ id }) => id)])
    return targets.flatMap(({ named, target }) => {
      const { by, document, id, level, subject, text } = target
      if (subject._tag !== "criteria" || !sets.includes(subject.set) || (level !== null && level !== unit.level))
        return []
      const counts = subject.numbers.length === 0 || (no !== null && subject.numbers.includes(no))
      const concerned = named.some((one) => above.has(one.id)) && !isLeftOut(target, unit)
      return counts && concerned && by >= asOf && by < doneBy ? [{ document, id, text, by }] : []
    })
  }

  /** The lines of one set that wait for an input, as far as the unit does not meet them. */
  const holdsIn = (unit: Unit, set: CriteriaSetId, { at, bound, group }: JudgedPlace, input: InputKey, doneBy: Day) => {
    const used: CriteriaSet | undefined = group.sets.get(set)
    if (used === undefined) return []
    const held = known.held(asOf).get(unit.id)
    const waits = held === undefined || !reaches(unit.level, used.tier, held)
    return (lines(bound.lines).get(input) ?? []).flatMap((line): ReadonlyArray<Hold> => {
      const verdict = verdictOf(line.codes[at])
      if (verdict === "met" || verdict === "exempt") return []
      const criterion = used.criteria[line.criterion]
      const told = [...(criterion?.indicators ?? used.conditions)].find(({ code }) => code === line.code)
      return [
        {
          input,
          set: used.id,
          criterion: criterion === undefined ? null : { no: criterion.no, name: criterion.name },
          indicator: { code: line.code, name: told?.name ?? line.code },
          verdict,
          targets: targetsAt(unit, [set, used.id], criterion?.no ?? null, doneBy),
          recognition: waits ? tierWords(used.tier, unit.level) : null
        }
      ]
    })
  }
  const holdsOf = (unit: Unit, input: InputKey, doneBy: Day): ReadonlyArray<Hold> =>
    placesAt(unit).flatMap(([set, place]) => holdsIn(unit, set, place, input, doneBy))
  const titles = new Map<string, Bilingual>(known.sets.map(({ id, level, tier }) => [id, tierWords(tier, level)]))
  return { holdsOf, titleOf: ({ set }: Hold): Bilingual => titles.get(set) ?? { vi: set, en: set } }
}

/**
 * What works that are late hold back on the day of their book, the latest first: indicators that they serve and that their unit does not
 * meet, the recognition that waits for them, the targets of plans that will fall due before the work is done.
 *
 * **Details** A work is done by its expected finish, or by the forecast out of its pace where that is later. A work that is late and
 * holds nothing back is not told, nor is one that was handed over.
 */
export const slipsOf = (book: WorksBook, works: ReadonlyArray<WorkInBook>, world: SlipWorld): ReadonlyArray<Slip> => {
  const { holdsOf, titleOf } = makeAsking(book, world)
  return works
    .filter((own) => own.isLate() && isAwaited(own))
    .flatMap((own): ReadonlyArray<Slip> => {
      const { unit, work } = own
      if (unit === null) return []
      const { daysBehind, expectedFinish, forecast } = own.standing()
      const doneBy = forecast !== null && forecast.finish > expectedFinish ? forecast.finish : expectedFinish
      const holds = work.serves.flatMap((input) => holdsOf(unit, input, doneBy))
      return holds.length === 0
        ? []
        : [{ work: work.id, daysBehind, expectedFinish, holds, sentence: slipWords(own.standing(), holds, titleOf) }]
    })
    .toSorted((a, b) => b.daysBehind - a.daysBehind || a.work - b.work)
}
