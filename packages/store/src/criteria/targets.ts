import { Target, Targets } from "@ntm/domain/criteria"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { reader } from "../database/read.ts"
import type { Row } from "../reference/insert.ts"
import type { target } from "./target-tables.ts"

/** Targets with their place in their own document. */
export const targetRows = (all: ReadonlyArray<Target>): ReadonlyArray<Row<typeof target>> =>
  [...Map.groupBy(all, ({ document }) => document)].flatMap(([documentId, own]) =>
    own.map((body, position) => ({ documentId, id: body.id, position, body }))
  )

/** `Targets` on PostgreSQL. */
export const targetsLayer: Layer.Layer<Targets, never, Database> = Layer.effect(
  Targets,
  Effect.gen(function* () {
    const rows = reader(yield* Database)(Schema.Struct({ body: Target }))
    const list: Targets["Service"]["list"] = Effect.fn("Targets.list")(function* (document) {
      const found = yield* rows(
        (sql) => sql`
          select body from target
          ${document === null ? sql`` : sql`where document_id = ${document}`}
          order by document_id, position`
      )
      return found.map(({ body }) => body)
    })
    return Targets.of({ list })
  })
)
