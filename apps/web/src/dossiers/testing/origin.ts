import type { KnownProcedure } from "@ntm/contract"
import type { Procedure } from "@ntm/domain/dossiers"
import { Moment } from "@ntm/domain/values"

/** A procedure as it came with the program. */
export const shipped = (procedure: Procedure): KnownProcedure => ({
  ...procedure,
  known: {
    knownFrom: Moment.make("2025-01-01T00:00:00.000Z"),
    recordedBy: null,
    programVersion: "0.1.0",
    file: null,
    sha256: null,
    shippedChanged: false
  }
})
