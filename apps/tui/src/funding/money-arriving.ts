import type { Problem } from "@ntm/contract"
import { both } from "../language/lang.ts"
import { firstSpot } from "./money-going.ts"
import type { MoneyAnswer, MoneyRead } from "./money-reads.ts"
import { rowCursor, TOTAL, tableRows } from "./money-rows.ts"
import { goKey, type MoneyState, openKey, stored } from "./money-state.ts"

/** The tab after an answer. An answer to a way that was given up is dropped. */
export const moneyLoaded = (money: MoneyState, read: MoneyRead, answer: MoneyAnswer): MoneyState => {
  switch (answer._tag) {
    case "Opened": {
      if (read._tag !== "Open" || read.key !== openKey(money.turn)) return money
      const going = firstSpot(answer.stated, answer.unit, read.hint)
      return { ...money, stated: answer.stated, failed: null, going, goingAt: null, turn: money.turn + 1 }
    }
    case "Arrived": {
      if (read.key !== goKey(money.turn)) return money
      const { pivot, spot } = answer
      const next: MoneyState = { ...money, spot, pivot, going: null, goingAt: null, at: money.goingAt ?? TOTAL }
      const rows = tableRows(next)
      return { ...next, at: rows[rowCursor(next, rows)]?.key ?? TOTAL }
    }
    default:
      return stored(money, read, answer)
  }
}

/** The tab after a question that failed: it is told, and asked again on r only. A way that led nowhere is not gone. */
export const moneyFailed = (money: MoneyState, read: MoneyRead, problem: Problem): MoneyState => {
  if (read._tag === "Open") return read.key === openKey(money.turn) ? { ...money, failed: problem } : money
  if (read._tag !== "Go") return stored(money, read, { _tag: "Failed", problem })
  if (read.key !== goKey(money.turn)) return money
  if (money.spot === null) return { ...money, going: null, failed: problem }
  const text = both(problem.detail ?? problem.title, problem.detailEn ?? problem.titleEn)
  const left = money.trail.at(-1)
  const trail = left !== undefined && left.spot.unit === money.spot.unit ? money.trail.slice(0, -1) : money.trail
  return { ...money, going: null, goingAt: null, trail, said: { text, tone: "bad" } }
}
