import { CriteriaSet, CriteriaSetNotFound, CriteriaSets, SetResults } from "@ntm/domain/criteria"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { reader } from "../database/read.ts"

/** The set stands whole in one column: what SQL asks about its lines stands beside it in `criterion` and `indicator`. */
const WholeSet = Schema.Struct({ source: CriteriaSet })

const Version = Schema.Struct({ version: Schema.String })

/** `CriteriaSets` on PostgreSQL. Sets come in the order in which they were loaded. */
export const criteriaLayer: Layer.Layer<CriteriaSets, never, Database> = Layer.effect(
  CriteriaSets,
  Effect.gen(function* () {
    const read = reader(yield* Database)
    const sets = read(WholeSet)
    const setResults = read(SetResults)
    const versions = read(Version)

    const list: CriteriaSets["Service"]["list"] = Effect.fn("CriteriaSets.list")(function* () {
      const rows = yield* sets((sql) => sql`select source from criteria_set order by position, id`)
      return rows.map(({ source }) => source)
    })

    const get: CriteriaSets["Service"]["get"] = Effect.fn("CriteriaSets.get")(function* (id) {
      const [row] = yield* sets((sql) => sql`select source from criteria_set where id = ${id}`)
      return row === undefined ? yield* new CriteriaSetNotFound({ id }) : row.source
    })

    const results: CriteriaSets["Service"]["results"] = Effect.fn("CriteriaSets.results")(function* (document) {
      return yield* setResults(
        (sql) => sql`
          select r.document_id as document, r.as_of as "asOf", r.code, r.name, r.level, r.unit_word as "unitWord",
            r.evaluated_count as "evaluatedCount", r.evaluated_units as "evaluatedUnits", to_json(r.stated_average) as "statedAverage",
            r.stated_average_decimals as "statedAverageDecimals", r.out_of as "outOf", r.notes,
            (select coalesce(json_agg(json_build_object('no', l.no, 'name', l.name, 'metCount', l.met_count, 'printed', l.printed)
                order by l.position), '[]')
              from set_result_line l where l.document_id = r.document_id and l.result_position = r.position) as criteria
          from set_result r where r.document_id = ${document} order by r.position`
      )
    })

    const version: CriteriaSets["Service"]["version"] = Effect.fn("CriteriaSets.version")(function* () {
      const [newest] = yield* versions((sql) => sql`select coalesce(max(id), 0)::text as version from source_import`)
      return newest?.version ?? "0"
    })

    return CriteriaSets.of({ version, list, get, results })
  })
)
