import { foldVietnamese } from "@ntm/domain/values"

/** A line of a grid, as pasted names are held against it. */
interface Line {
  readonly code: string
  readonly name: string
  readonly type: string
}

/** What a paste would write: a text for each line of the grid that it reaches, and what reaches none. */
export interface Pasted {
  readonly texts: ReadonlyMap<number, string>
  /** Lines of the paste that name no unit, or more than one. */
  readonly unmatched: ReadonlyArray<string>
  /** Values below the last line of the grid. */
  readonly beyond: number
}

const cellsOf = (text: string): ReadonlyArray<ReadonlyArray<string>> => {
  const lines = text.replace(/\r\n?/g, "\n").split("\n")
  // A copied column ends with a line break; blank cells inside it are cells.
  if (lines.at(-1) === "") lines.pop()
  return lines.map((line) => line.split("\t").map((cell) => cell.trim()))
}

/**
 * Reads cells copied from a spreadsheet.
 *
 * **Details** One column goes down from the line that has the focus. Of several the last holds the values, and a code or a name
 * in the others says whose they are: so the order of the sheet does not matter, and a name that several units carry is not guessed.
 */
export const pasted = (text: string, lines: ReadonlyArray<Line>, from: number): Pasted => {
  const cells = cellsOf(text)
  if (cells.every(({ length }) => length === 1)) {
    const reached = cells.slice(0, lines.length - from)
    return {
      texts: new Map(reached.map(([cell = ""], at) => [from + at, cell])),
      unmatched: [],
      beyond: cells.length - reached.length
    }
  }
  const places = new Map<string, Array<number>>()
  const known = (key: string, at: number) => {
    const all = places.get(key) ?? []
    if (!all.includes(at)) places.set(key, [...all, at])
  }
  lines.forEach(({ code, name, type }, at) => {
    known(code, at)
    known(foldVietnamese(name), at)
    known(foldVietnamese(`${type} ${name}`), at)
  })
  const texts = new Map<number, string>()
  const unmatched: Array<string> = []
  for (const row of cells) {
    const names = row.slice(0, -1)
    const found = names.flatMap((name) => {
      const at = places.get(foldVietnamese(name))
      return at?.length === 1 ? at : []
    })
    const [at] = found
    if (at === undefined || new Set(found).size > 1) unmatched.push(names.join(" "))
    else texts.set(at, row.at(-1) ?? "")
  }
  return { texts, unmatched, beyond: 0 }
}
