import { LINES_FORM, TABLE_FORM } from "./forms.ts"

/** In what other forms than JSON a question that is no list is answered to who accepts them, by its path. */
const others: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ["/assessments/units/:code/proof", ["text/markdown"]],
  ["/changes", [LINES_FORM]],
  ["/funding/pivot", [TABLE_FORM]],
  ["/funding/stages", [TABLE_FORM]],
  ["/funding/years", [TABLE_FORM]],
  ["/inventory/counts", [TABLE_FORM]],
  ["/works/curve", [TABLE_FORM]],
  ["/works/land", [TABLE_FORM]]
])

export const otherForms = (path: string): ReadonlyArray<string> => others.get(path) ?? []
