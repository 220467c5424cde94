import type { Bilingual } from "@ntm/domain/values"

/** What stands in the way of reading a file, or a remark on it: which file, where inside it (JSON pointer), and why. */
export interface InputProblem {
  readonly file: string
  readonly path: string
  readonly message: Bilingual
}

/** Collects what is wrong with one file, so that a person sees all of it at once. */
export class Reading {
  readonly problems: Array<InputProblem> = []
  readonly warnings: Array<InputProblem> = []
  readonly file: string

  constructor(file: string) {
    this.file = file
  }

  problem(path: string, vi: string, en: string): void {
    this.problems.push({ file: this.file, path, message: { vi, en } })
  }

  warning(path: string, vi: string, en: string): void {
    this.warnings.push({ file: this.file, path, message: { vi, en } })
  }
}
