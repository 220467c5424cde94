import type { MoneyHint, MoneyRead } from "./money-reads.ts"
import { goKey, type MoneyState, openKey, pageKey } from "./money-state.ts"

const room = "money"

/** The questions whose answers the tab needs now and does not have. */
export const moneyWanted = (money: MoneyState, hint: MoneyHint): ReadonlyArray<MoneyRead> => {
  const { answers, failed, going, stated, turn, view } = money
  if (failed !== null) return []
  if (stated === null) return [{ room, _tag: "Open", key: openKey(turn), hint }]
  const reads: Array<MoneyRead> = []
  if (going !== null) reads.push({ room, _tag: "Go", key: goKey(turn), to: going })
  if (view._tag !== "Page" || answers.has(pageKey(view))) return reads
  const { asOf, of, spot } = view
  const key = pageKey(view)
  reads.push(of === "stages" ? { room, _tag: "Stages", key, spot } : { room, _tag: "Entries", key, spot, asOf })
  return reads
}
