import {
  assess,
  assessedSet,
  type Columns,
  columnsOf,
  compile,
  type CriteriaSet,
  type Fact,
  inputColumn,
  type InputCatalogue,
  type InputKey,
  MET,
  type Program
} from "@ntm/domain/criteria"
import type { Chronicle, Unit, UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Result } from "effect"
import { Book, type Place } from "./book.ts"
import type { Draw } from "./draw.ts"
import type { Wish } from "./invert.ts"
import { valueIn } from "./ranges.ts"
import type { Wanted } from "./wanted.ts"
import { askAll, conditionInputs } from "./wishes.ts"

/** A value that was made up; `from`: the first day of the year that it is the sum of. */
export interface MadeValue {
  readonly unit: UnitId
  readonly input: InputKey
  readonly value: number
  readonly day: Day
  readonly from: Day | null
}

export interface Making {
  readonly chronicle: Chronicle
  readonly day: Day
  readonly wanted: ReadonlyArray<Wanted>
  readonly inputs: InputCatalogue
  /** Answers to conditions that are not drawn. */
  readonly stated: ReadonlyMap<string, number>
  readonly draw: Draw
  readonly wrong: (unit: Unit, line: string, vi: string, en: string) => void
}

const levels = ["commune", "district"] as const

const profiled = ({ attributes, id, type }: Unit) => ({ id, type, attributes: attributes ?? {} })

/** Values that conditions rest on: as stated for all, else yes or no as drawn; numbers close to what they are held against. */
const madeConditions = (wanted: ReadonlyArray<Wanted>, { day, draw, stated }: Making): ReadonlyArray<MadeValue> => {
  const made = new Map<string, MadeValue>()
  for (const { set, units } of wanted)
    for (const [input, than] of conditionInputs(set))
      for (const unit of units) {
        const at = draw("condition", input, unit.code)
        const near = than === null ? Math.round(at) : Math.max(1, Math.round(than) - 1) + Math.floor(at * 4)
        made.set(`${unit.id} ${input}`, { unit: unit.id, input, value: stated.get(input) ?? near, day, from: null })
      }
  return [...made.values()]
}

const yearsOf = ({ leaf }: Wish, day: Day): ReadonlyArray<number> => {
  if (leaf.of !== "window") return []
  const last = Number(day.slice(0, 4)) - (leaf.before ? 1 : 0)
  return Array.from({ length: leaf.years }, (_, at) => last - leaf.years + 1 + at)
}

/** A value for the place; over the years of a window it is said again for each, or as a sum put into the last. */
const madeOf = (place: Place, { day, draw, inputs, wrong }: Making): ReadonlyArray<MadeValue> => {
  const { lines, range, unit, wish } = place
  const { input, leaf } = wish
  const spec = inputs.get(input)
  const value = spec && valueIn(range, spec, draw("value", input, unit.code))
  if (value === undefined) {
    wrong(
      unit,
      lines,
      `không có giá trị nào của “${input}” cho kết quả mong muốn`,
      `no value of “${input}” gives what is wanted`
    )
    return []
  }
  if (leaf.of !== "window") return [{ unit: unit.id, input, value, day, from: null }]
  const years = yearsOf(wish, day)
  return years.map((year, at) => ({
    unit: unit.id,
    input,
    value: leaf.how === "sum" && at < years.length - 1 ? 0 : value,
    day: Day.make(`${year}-12-31`),
    from: Day.make(`${year}-01-01`)
  }))
}

const programOf = (sets: ReadonlyArray<CriteriaSet>, day: Day): Program => Result.getOrThrow(compile(sets, day))

interface Level {
  readonly units: ReadonlyArray<Unit>
  readonly sets: ReadonlyArray<CriteriaSet>
  readonly wanted: ReadonlyArray<Wanted>
}

/** Units of the level that stand in the table. */
const levelOf = (level: (typeof levels)[number], { wanted }: Making): Level => {
  const own = wanted.filter(({ set }) => set.level === level)
  const units = [...new Map(own.flatMap((one) => one.units).map((unit) => [unit.id, unit])).values()]
  return { units, sets: own.map(({ set }) => set), wanted: own }
}

/** Facts for the evaluator out of single values: windows are joined as their leaf says. */
const factsOf = (
  values: ReadonlyArray<MadeValue>,
  program: Program,
  units: ReadonlySet<UnitId>
): ReadonlyArray<Fact> => {
  const facts = values
    .filter(({ from, unit }) => from === null && units.has(unit))
    .map(({ day, input, unit, value }): Fact => ({ unit, column: inputColumn(input), value, day }))
  for (const { key, source } of program.columns.values()) {
    if (source.of !== "window") continue
    const yearly = Map.groupBy(
      values.filter(({ from, input, unit }) => from !== null && input === source.input && units.has(unit)),
      ({ unit }) => unit
    )
    for (const [unit, own] of yearly) {
      const sum = own.reduce((total, { value }) => total + value, 0)
      // Every year of an average, a least or a most was given the same value.
      facts.push({ unit, column: key, value: source.how === "sum" ? sum : (own[0]?.value ?? sum) })
    }
  }
  return facts
}

/** What the evaluator makes of the values is what was wanted, unit by unit and criterion by criterion. */
const verify = (program: Program, columns: Columns, { wanted }: Level, wrong: Making["wrong"]): void => {
  const assessment = assess(program, columns)
  const place = new Map(columns.units.map((unit, at) => [unit, at]))
  for (const { met, set, units } of wanted) {
    const bound = assessedSet(assessment, set.id)
    for (const unit of units) {
      const at = place.get(unit.id) ?? -1
      for (const [index, { codes, no }] of bound?.criteria.entries() ?? []) {
        const meeting = met.get(no)
        const found = codes[at] === MET
        if (meeting === undefined || found === meeting.has(unit.id)) continue
        const lines = bound?.lines.filter((one) => one.criterion === index && (one.codes[at] === MET) === found) ?? []
        const told = `${set.id} ${no} (${lines.map(({ code }) => code).join(", ")})`
        wrong(
          unit,
          told,
          found ? "đạt, phải là chưa đạt" : "chưa đạt, phải là đạt",
          found ? "is met, must not be" : "is not met, must be"
        )
      }
    }
  }
}

/**
 * Values for every unit of the table that the evaluator finds to meet what the table says, and not what it does not.
 *
 * **Details** Rules are turned around one by one; what several sets ask of one input is joined, so a value satisfies all of them
 * at once. Every value is drawn by the unit's code and the input. Afterwards the evaluator judges them: `wrong` is told of
 * every unit and line that did not come out as wanted.
 */
export const makeValues = (making: Making): ReadonlyArray<MadeValue> => {
  const { day, draw, wrong } = making
  const book = new Book(making.chronicle, day, making.inputs)
  const made = levels.map((name) => {
    const level = levelOf(name, making)
    const program = programOf(level.sets, day)
    const ids = new Set(level.units.map(({ id }) => id))
    const conditions = madeConditions(level.wanted, making)
    const columns = columnsOf(level.units.map(profiled), factsOf(conditions, program, ids))
    askAll(program, columns, level.wanted, book, draw, (unit, line) =>
      wrong(unit, line, "không giá trị nào cho kết quả như bảng ghi", "no value gives what the table says")
    )
    return { level, program, ids, conditions }
  })
  const conditions = made.flatMap((one) => one.conditions)
  const given = new Set(conditions.map(({ input, unit }) => `${unit} ${input}`))
  const asked = [...book.places()].filter(({ unit, wish }) => !given.has(`${unit.id} ${wish.input}`))
  const values = [...conditions, ...asked.flatMap((place) => madeOf(place, making))]
  for (const { ids, level, program } of made)
    verify(program, columnsOf(level.units.map(profiled), factsOf(values, program, ids)), level, wrong)
  return values
}
