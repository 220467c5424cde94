import type { Verdict } from "../rules/verdict.ts"

/** What several verdicts are together, in words. */
export const allOf = (parts: ReadonlyArray<Verdict>): Verdict => {
  const order: ReadonlyArray<Verdict> = ["notMet", "noThreshold", "noData", "met", "exempt"]
  return order.find((one) => parts.includes(one)) ?? "noThreshold"
}

export const anyOf = (parts: ReadonlyArray<Verdict>): Verdict => {
  const order: ReadonlyArray<Verdict> = ["met", "noThreshold", "noData", "notMet", "exempt"]
  return order.find((one) => parts.includes(one)) ?? "noThreshold"
}

export const atLeast = (count: number, parts: ReadonlyArray<Verdict>): Verdict => {
  const asked = parts.filter((one) => one !== "exempt")
  if (asked.length === 0) return parts.length === 0 ? "noThreshold" : "exempt"
  const met = asked.filter((one) => one === "met").length
  const failed = asked.filter((one) => one === "notMet").length
  if (met >= count) return "met"
  if (asked.length - failed < count) return "notMet"
  return asked.includes("noThreshold") ? "noThreshold" : "noData"
}
