import {
  type Bilingual,
  type Day,
  type Dong,
  foldVietnamese,
  type MoneyUnit,
  parseDay,
  parseMoney,
  parseVietnameseNumber,
  quoted
} from "@ntm/domain/values"
import { Result } from "effect"

/** What a cell says, or why it says nothing. `unit`: the unit of money that the heading or the row states. */
export type CellReader<Value = unknown> = (text: string, unit: MoneyUnit | undefined) => Result.Result<Value, Bilingual>

/** Any text, as it is. */
export const textCell: CellReader<string> = (text) => Result.succeed(text)

/** A day as people write it: 05/3/2025, 2025-03-05. */
export const dayCell: CellReader<Day> = (text) => Result.mapError(parseDay(text), ({ sentence }) => sentence)

/** A number as Vietnamese documents print it: 1.234,5. */
export const numberCell: CellReader<number> = (text) =>
  Result.mapBoth(parseVietnameseNumber(text), {
    onSuccess: ({ value }) => value,
    onFailure: ({ sentence }) => sentence
  })

/** A whole number, such as a year or the system's number of something. */
export const wholeCell: CellReader<number> = (text, unit) =>
  Result.flatMap(numberCell(text, unit), (value) =>
    Number.isInteger(value)
      ? Result.succeed(value)
      : Result.fail({ vi: `${quoted(text)} không phải là số nguyên`, en: `${quoted(text)} is not a whole number` })
  )

/** An amount in đồng. Its unit must be told: by the cell itself, the heading or the row. */
export const moneyCell: CellReader<Dong> = (text, unit) =>
  Result.mapBoth(parseMoney(text, unit), { onSuccess: ({ amount }) => amount, onFailure: ({ sentence }) => sentence })

const answers: ReadonlyMap<string, boolean> = new Map([
  ["co", true],
  ["x", true],
  ["yes", true],
  ["true", true],
  ["1", true],
  ["khong", false],
  ["no", false],
  ["false", false],
  ["0", false]
])

/** "có", "không". */
export const yesCell: CellReader<boolean> = (text) => {
  const answer = answers.get(foldVietnamese(text))
  return answer === undefined
    ? Result.fail({ vi: `${quoted(text)} phải là “có” hoặc “không”`, en: `${quoted(text)} must be “yes” or “no”` })
    : Result.succeed(answer)
}

/** What can be chosen, by key and by every name that people write for it. */
export interface Choice<Key extends string> {
  readonly key: Key
  readonly names: ReadonlyArray<string>
}

/** One of the choices, by its key or one of its names; diacritics and case do not matter. */
export const choiceCell = <Key extends string>(choices: ReadonlyArray<Choice<Key>>): CellReader<Key> => {
  const known = new Map(choices.flatMap(({ key, names }) => [key, ...names].map((name) => [foldVietnamese(name), key])))
  const shown = choices.map(({ key, names: [name] }) => (name === undefined ? key : `${name} (${key})`)).join(", ")
  return (text) => {
    const key = known.get(foldVietnamese(text))
    return key === undefined
      ? Result.fail({
          vi: `${quoted(text)} phải là một trong: ${shown}`,
          en: `${quoted(text)} must be one of: ${shown}`
        })
      : Result.succeed(key)
  }
}
