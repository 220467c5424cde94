import { Recognition, Recognitions } from "@ntm/domain/criteria"
import { Effect, Layer } from "effect"
import { Database } from "../database/database.ts"
import { reader } from "../database/read.ts"
import type { Row } from "../reference/insert.ts"
import type { recognition } from "./recognition-tables.ts"

export const recognitionRows = (all: ReadonlyArray<Recognition>): ReadonlyArray<Row<typeof recognition>> => all

/** `Recognitions` on PostgreSQL. */
export const recognitionsLayer: Layer.Layer<Recognitions, never, Database> = Layer.effect(
  Recognitions,
  Effect.gen(function* () {
    const rows = reader(yield* Database)(Recognition)
    const list: Recognitions["Service"]["list"] = Effect.fn("Recognitions.list")(function* () {
      return yield* rows(
        (sql) => sql`
          select unit, tier, criteria_set as "criteriaSet", document, decided_on as "decidedOn", revoked_on as "revokedOn",
            note, illustrative
          from recognition order by unit, decided_on, id`
      )
    })
    return Recognitions.of({ list })
  })
)
