import { dayAt } from "../values/index.ts"
import { asDong } from "./amounts.ts"
import type { Dated } from "./history.ts"
import type { DebtStanding } from "./standing.ts"

export const noDebt: DebtStanding = { amount: asDong(0), overdue: asDong(0), parts: [] }

const debtOfParts = (parts: DebtStanding["parts"], overdueAfter: number): DebtStanding => {
  let [amount, overdue] = [0, 0]
  for (const part of parts) {
    amount += part.amount
    if (part.ageDays > overdueAfter) overdue += part.amount
  }
  return { amount: asDong(amount), overdue: asDong(overdue), parts }
}

/**
 * What was accepted and is not paid: payments settle the oldest acceptance first, whenever they were made.
 *
 * **Details** Both in the order of days. `overdueAfter`: how many days an acceptance may stay unpaid. Never negative: what was paid ahead
 * of any acceptance is no debt of anybody.
 */
export const debtOf = (
  acceptances: ReadonlyArray<Dated>,
  payments: ReadonlyArray<Dated>,
  today: number,
  overdueAfter: number
): DebtStanding => {
  let paid = payments.reduce((sum, { amount }) => sum + amount, 0)
  const parts: Array<DebtStanding["parts"][number]> = []
  for (const { amount, day } of acceptances) {
    const settled = Math.min(Math.max(paid, 0), amount)
    paid -= settled
    if (amount > settled) parts.push({ acceptedOn: dayAt(day), ageDays: today - day, amount: asDong(amount - settled) })
  }
  return parts.length === 0 ? noDebt : debtOfParts(parts, overdueAfter)
}

/** Debts of several works together, by the day of acceptance. */
export const debtTogether = (debts: Iterable<DebtStanding>): DebtStanding => {
  const byDay = new Map<string, DebtStanding["parts"][number]>()
  let [amount, overdue] = [0, 0]
  for (const debt of debts) {
    amount += debt.amount
    overdue += debt.overdue
    for (const part of debt.parts) {
      const known = byDay.get(part.acceptedOn)
      byDay.set(part.acceptedOn, known === undefined ? part : { ...known, amount: asDong(known.amount + part.amount) })
    }
  }
  const parts = [...byDay.values()].sort((a, b) => b.ageDays - a.ageDays)
  return { amount: asDong(amount), overdue: asDong(overdue), parts }
}
