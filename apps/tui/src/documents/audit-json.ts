import type { AuditOutcome } from "@ntm/exchange"
import { bySeverity } from "./finding-words.ts"

const text = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/**
 * The outcome as one JSON object and a newline.
 *
 * **Details** `status` is "clean", "findings" or "unreadable", as the exit codes 0, 1 and 2. Numbers are in each
 * finding's own `unit`.
 */
export const auditJson = (outcome: AuditOutcome): string => {
  if (outcome._tag === "Unreadable")
    return text({ status: "unreadable", problems: outcome.problems, inputWarnings: outcome.warnings })
  const { checked, documents, openSplits, warnings } = outcome
  const findings = bySeverity(outcome.findings)
  const errors = findings.filter((finding) => finding.severity === "error").length
  return text({
    status: findings.length === 0 ? "clean" : "findings",
    summary: { errors, warnings: findings.length - errors, ...checked },
    documents,
    findings,
    openSplits,
    inputWarnings: warnings
  })
}
