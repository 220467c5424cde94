import { Boundaries, BoundaryImport, RegisterChanged, UnitBoundary } from "@ntm/domain/units"
import { Effect, Layer, Schema } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import { writeLock } from "../database/lock.ts"
import { reader } from "../database/read.ts"
import { inTransaction } from "../database/transaction.ts"
import { versionOf } from "./applying.ts"
import { writeBoundaries } from "./boundaries-writing.ts"

const selectImports = (sql: Tag) => sql`
  select i.id, i.file, i.sha256, i.as_of as "asOf",
    to_char(i.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
    (select count(*)::int from boundary b where b.import_id = i.id) as units,
    (select count(*)::int from boundary b where b.import_id = i.id and b.superseded_by is null) as "inForce",
    (select coalesce(json_agg(json_build_object('id', s.import_id, 'units', s.units) order by s.import_id), '[]')
      from (select import_id, count(*)::int as units from boundary where superseded_by = i.id group by import_id) s) as supersedes
  from boundary_import i order by i.id desc`

/** `Boundaries` on PostgreSQL. */
export const boundariesLayer: Layer.Layer<Boundaries, never, Database> = Layer.effect(
  Boundaries,
  Effect.gen(function* () {
    const own = yield* Database
    const read = reader(own)
    const versions = read(Schema.Struct({ version: Schema.Int }))
    const boundaries = read(UnitBoundary)
    const imported = read(BoundaryImport)

    const version: Boundaries["Service"]["version"] = Effect.fn("Boundaries.version")(function* () {
      const [row] = yield* versions((sql) => sql`select coalesce(max(id), 0) as version from boundary_import`)
      return row?.version ?? 0
    })

    const of: Boundaries["Service"]["of"] = Effect.fn("Boundaries.of")(function* (units) {
      return yield* boundaries(
        (sql) => sql`
          select unit_id as unit, code, as_of as "asOf", formed, polygons from boundary
          where unit_id = any(${`{${units.join(",")}}`}::int[]) and superseded_by is null order by import_id desc, code`
      )
    })

    const imports: Boundaries["Service"]["imports"] = Effect.fn("Boundaries.imports")(function* () {
      return yield* imported(selectImports)
    })

    const replace: Boundaries["Service"]["replace"] = Effect.fn("Boundaries.replace")(function* (file) {
      const current = yield* Effect.serviceOption(Database)
      return yield* inTransaction(
        Effect.gen(function* () {
          const now = yield* query(async (sql) => {
            await writeLock(sql)
            return versionOf(sql)
          })
          if (now !== file.version) return yield* new RegisterChanged({ event: file.file ?? file.sha256.slice(0, 12) })
          const { id, state } = yield* query((sql) => writeBoundaries(sql, file))
          const recorded = (yield* imports()).find((each) => each.id === id)
          return recorded === undefined
            ? yield* Effect.die(new Error(`the import ${id} is not there`))
            : { state, import: recorded }
        })
      ).pipe(
        Effect.provideService(Database, current._tag === "Some" ? current.value : own),
        Effect.catchTag("QueryFailed", Effect.die)
      )
    })

    return Boundaries.of({ version, of, imports, replace })
  })
)
