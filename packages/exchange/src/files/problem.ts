import type { Bilingual } from "@ntm/domain/values"

/** What stands in the way of reading a file, or a remark on it: which file, where inside it (JSON pointer), and why. */
export interface InputProblem {
  readonly file: string
  readonly path: string
  readonly message: Bilingual
}

/** Most problems, and most remarks, that are told of one file: a person mends the first ones and reads again. */
const MOST_TOLD = 200

/** Collects what is wrong with one file, so that a person sees all of it at once. */
export class Reading {
  readonly problems: Array<InputProblem> = []
  readonly warnings: Array<InputProblem> = []
  readonly file: string

  constructor(file: string) {
    this.file = file
  }

  problem(path: string, vi: string, en: string): void {
    this.add(this.problems, path, vi, en)
  }

  warning(path: string, vi: string, en: string): void {
    this.add(this.warnings, path, vi, en)
  }

  private add(list: Array<InputProblem>, path: string, vi: string, en: string): void {
    if (list.length < MOST_TOLD) list.push({ file: this.file, path, message: { vi, en } })
    else if (list.length === MOST_TOLD) {
      const message = {
        vi: `còn nữa, chỉ nêu ${MOST_TOLD} điều đầu tiên`,
        en: `there is more: only the first ${MOST_TOLD} are told`
      }
      list.push({ file: this.file, path: "", message })
    }
  }
}
