import type { ProcedureOrigin } from "@ntm/domain/dossiers"
import { Moment } from "@ntm/domain/values"

/** A procedure that came with the program. */
export const procedureOrigin: ProcedureOrigin = {
  knownFrom: Moment.make("2025-01-01T00:00:00.000Z"),
  recordedBy: null,
  programVersion: "0.1.0",
  file: null,
  sha256: null,
  shippedChanged: false
}
