import type { AuditOutcome } from "@ntm/exchange"
import type { Lang } from "../language/lang.ts"
import { exit, type Output } from "../shell/output.ts"
import { auditJson } from "./audit-json.ts"
import { problemsText, remarksText, reportText } from "./audit-text.ts"

/** Reads the folders and checks what they state. Rejects only on a fault of the program. */
export type Audit = (paths: ReadonlyArray<string>) => Promise<AuditOutcome>

/**
 * Audits the folders and prints the outcome. Returns the exit code: 0 no findings, 1 findings, 2 unreadable input.
 *
 * **Details** The report goes to `out`; remarks about the input go to `err`, so that a pipe carries only the report.
 * With `json`, `out` receives exactly one JSON object, also for unreadable input.
 */
export const runAudit = async (
  paths: ReadonlyArray<string>,
  io: Output & { readonly json: boolean; readonly lang: Lang },
  audit: Audit
): Promise<number> => {
  const outcome = await audit(paths)
  if (io.json) io.out(auditJson(outcome))
  else if (outcome._tag === "Audited") io.out(reportText(outcome, io.lang, io.colour))
  if (outcome.warnings.length > 0) io.err(remarksText(outcome.warnings, io.lang))
  if (outcome._tag === "Unreadable") {
    io.err(problemsText(outcome.problems, io.lang))
    return exit.misuse
  }
  return outcome.findings.length === 0 ? exit.done : exit.findings
}
