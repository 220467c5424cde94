import { auditFolders } from "@ntm/exchange"
import type { RunCommand } from "../shell/output.ts"
import { runAudit } from "./audit.ts"

/** `ntm audit PATH… [--json]`. */
export const runAuditCommand: RunCommand = ({ json, lang, operands }, output) =>
  runAudit(operands, { ...output, json, lang }, auditFolders)
