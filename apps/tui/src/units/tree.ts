import type { Unit } from "@ntm/domain/units"
import { say } from "../language/lang.ts"
import { type Answer, type Asking, codeOf, dayText, labelOf } from "./asking.ts"
import { table } from "./table.ts"
import { countWords, numberText, unitWords } from "./unit-words.ts"

interface Branch {
  readonly unit: Unit
  readonly children: ReadonlyArray<Branch>
}

/** Most units that one answer of the API holds; no unit has as many directly below it. */
const MOST = 1000

const below = async ({ client, signal }: Asking, parent: Unit, asOf: string): Promise<ReadonlyArray<Branch>> => {
  const { items } = await client.units.list({ parent: parent.code, as_of: asOf, limit: MOST }, signal)
  return items.map((unit) => ({ unit, children: [] }))
}

/** Down to communes; a commune's own tree has its villages. */
const grow = async (asking: Asking, parent: Unit, asOf: string): Promise<ReadonlyArray<Branch>> =>
  Promise.all(
    (await below(asking, parent, asOf)).map(async (branch) =>
      branch.unit.level === "district" ? { ...branch, children: await below(asking, branch.unit, asOf) } : branch
    )
  )

const rowsOf = (branches: ReadonlyArray<Branch>, depth: number): ReadonlyArray<ReadonlyArray<string>> =>
  branches.flatMap(({ unit, children }) => [
    [
      `${"  ".repeat(depth)}${unit.type} ${unit.name}`,
      unit.code,
      numberText(unit.areaKm2),
      numberText(unit.population)
    ],
    ...rowsOf(children, depth + 1)
  ])

/** `ntm units tree [CODE|NAME]`: a unit with what lies below it on the day, or the provinces. */
export const tree = async (asking: Asking): Promise<Answer> => {
  const { client, lang, signal, words } = asking
  const column = (word: keyof typeof unitWords) => say(unitWords[word], lang)
  const printed = (branches: ReadonlyArray<Branch>) =>
    branches.length === 0
      ? [say(unitWords.nothing, lang)]
      : table(
          [
            { title: column("unit") },
            { title: column("code") },
            { title: column("area"), align: "right" },
            { title: column("population"), align: "right" }
          ],
          rowsOf(branches, 0)
        )
  if (words === "") {
    const { asOf, counts, items } = await client.units.list(
      { level: "province", as_of: asking.asOf, limit: MOST },
      signal
    )
    const children = items.map((unit) => ({ unit, children: [] }))
    return {
      json: { asOf, counts, unit: null, children },
      lines: [`${column("onDay")} ${dayText(asOf)} · ${countWords(counts, lang)}`, "", ...printed(children)]
    }
  }
  const { asOf, unit } = await client.units.get({ code: await codeOf(asking), as_of: asking.asOf }, signal)
  const children = await grow(asking, unit, asOf)
  return {
    json: { asOf, unit, children },
    lines: [`${labelOf(unit)} · ${column("onDay").toLowerCase()} ${dayText(asOf)}`, "", ...printed(children)]
  }
}
