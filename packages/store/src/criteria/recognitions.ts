import { Recognition, Recognitions } from "@ntm/domain/criteria"
import { Effect, Layer } from "effect"
import { Database } from "../database/database.ts"
import { queryOn, reader } from "../database/read.ts"
import { settle } from "../observations/ledger.ts"
import { knownThen } from "./knowledge.ts"

/** `Recognitions` on PostgreSQL. */
export const recognitionsLayer: Layer.Layer<Recognitions, never, Database> = Layer.effect(
  Recognitions,
  Effect.gen(function* () {
    const own = yield* Database
    const rows = reader(own)(Recognition)
    const ask = queryOn(own)
    const list: Recognitions["Service"]["list"] = Effect.fn("Recognitions.list")(function* (knownAt = null) {
      if (knownAt !== null) yield* Effect.orDie(ask((sql) => settle(sql, knownAt)))
      return yield* rows(
        (sql) => sql`
          select unit, tier, criteria_set as "criteriaSet", document, decided_on as "decidedOn", revoked_on as "revokedOn",
            note, illustrative
          from recognition where ${knownThen(sql, knownAt)} order by unit, decided_on, id`
      )
    })
    return Recognitions.of({ list })
  })
)
