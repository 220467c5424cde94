import type { Bilingual } from "@ntm/domain/values"

/** What is wrong with one place of a file of rows: "dòng 5, cột Số tiền". An empty place is the file as a whole. */
export interface RowProblem {
  readonly file: string
  readonly place: Bilingual
  readonly message: Bilingual
}

/** Most problems that are told of one file: a person mends the first ones and reads again. */
const MOST_TOLD = 200

export const wholeFile: Bilingual = { vi: "", en: "" }

/** "dòng 5, cột Số tiền"; the line alone where no column is meant. */
export const placeAt = (line: number, column: string | null): Bilingual => ({
  vi: `dòng ${line}${column === null ? "" : `, cột ${column}`}`,
  en: `line ${line}${column === null ? "" : `, column ${column}`}`
})

/** Collects what is wrong with a file of rows, so that a person sees all of it at once. */
export class RowProblems {
  readonly file: string
  readonly #told: Array<RowProblem & { readonly line: number }> = []

  constructor(file: string) {
    this.file = file
  }

  get count(): number {
    return this.#told.length
  }

  tell(place: Bilingual, message: Bilingual, line = 0): void {
    this.#told.push({ file: this.file, place, message, line })
  }

  tellAt(line: number, column: string | null, message: Bilingual): void {
    this.tell(placeAt(line, column), message, line)
  }

  /** In the order of the lines; the first of very many. */
  told(): ReadonlyArray<RowProblem> {
    const told = this.#told
      .toSorted((a, b) => a.line - b.line)
      .map(({ file, message, place }): RowProblem => ({ file, place, message }))
    const left = told.length - MOST_TOLD
    const more = { vi: `và ${left} điều nữa`, en: `and ${left} more` }
    return left <= 0 ? told : [...told.slice(0, MOST_TOLD), { file: this.file, place: wholeFile, message: more }]
  }
}
