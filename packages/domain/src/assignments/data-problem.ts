import type { Bilingual } from "../values/index.ts"

/** Something wrong in what documents and data files say: where in the list that was checked ("[3].passesTo[0].agency"), and why. */
export interface DataProblem {
  readonly path: string
  readonly reason: Bilingual
}

export const problem = (path: string, vi: string, en: string): DataProblem => ({ path, reason: { vi, en } })
