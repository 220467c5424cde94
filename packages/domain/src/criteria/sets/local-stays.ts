import type { Amendment, AmendmentChange } from "./amendment.ts"
import { codeOf, inOrder } from "./set-on.ts"
import { stricterRule } from "./stricter.ts"

type Replace = Extract<AmendmentChange, { readonly change: "replace" }>

/** What the province asks for on a line, by its own decision; `isInForce`: no decision of the nation has taken its place since. */
interface Own {
  readonly by: Amendment
  readonly change: Replace
  readonly isInForce: boolean
}

/** Only another number or rule for the same thing can be compared; what is measured otherwise is the nation's to say. */
const isComparable = ({ appliesWhen, measure, unit }: Replace): boolean =>
  appliesWhen === null && measure === null && unit === null

const wordsOf = ({ evidence, leadAgency, name, note }: Replace) => ({
  ...(name === null ? {} : { name }),
  ...(leadAgency === null ? {} : { leadAgency }),
  ...(note === null ? {} : { note }),
  ...(evidence === null ? {} : { evidence })
})

/**
 * Decisions of the nation and of a province as they work on the province's set.
 *
 * **Details** What the province asks for stays when the nation changes the line later and asks for no more than that; where it asks
 * for more, or for something else, the nation's word holds until the province decides anew. Such a line bears the province's
 * decision still: the nation's change of it is left out, and where that brings new words, or comes after one that held, the
 * province's is put down again from that day on. The nation's come first and the province's after them, each in the order given.
 */
export const staying = (
  national: ReadonlyArray<Amendment>,
  own: ReadonlyArray<Amendment>
): ReadonlyArray<Amendment> => {
  const mine = new Set(own)
  const asked = new Map<string, Own>()
  const kept = new Map<Amendment, Amendment>()
  const again: Array<Amendment> = []
  const remains = (by: Amendment, change: AmendmentChange): boolean => {
    const code = codeOf(change)
    const before = code === null ? undefined : asked.get(code)
    if (code === null || before === undefined || change.change === "mention" || change.change === "reword") return true
    if (change.change !== "replace") return asked.delete(code)
    if (!isComparable(change) || stricterRule(change.rule, before.change.rule).is !== "asStrict") {
      asked.set(code, { ...before, isInForce: false })
      return true
    }
    const words = wordsOf(change)
    if (!before.isInForce || Object.keys(words).length > 0)
      again.push({ ...before.by, from: by.from, changes: [{ ...before.change, ...words }] })
    asked.set(code, { ...before, isInForce: true })
    return false
  }
  for (const by of inOrder([...national, ...own]))
    if (mine.has(by)) {
      for (const change of by.changes)
        if (change.change === "replace") asked.set(change.code, { by, change, isInForce: true })
        else if (change.change === "drop") asked.delete(change.code)
    } else kept.set(by, { ...by, changes: by.changes.filter((change) => remains(by, change)) })
  return [...national.map((by) => kept.get(by) ?? by), ...own, ...again]
}
