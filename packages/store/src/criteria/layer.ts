import { CriteriaSet, CriteriaSetNotFound, CriteriaSets, SetResults, SetVersion } from "@ntm/domain/criteria"
import { Moment } from "@ntm/domain/values"
import { Effect, Layer, Result, Schema } from "effect"
import { Database, query } from "../database/database.ts"
import { writeLock } from "../database/lock.ts"
import { queryOn, reader } from "../database/read.ts"
import { inTransaction } from "../database/transaction.ts"
import { isoMoment, settle } from "../observations/ledger.ts"
import { knownThen } from "./knowledge.ts"
import { selectVersions, writeSets } from "./loading.ts"

/** The set stands whole in one column: what SQL asks about its lines stands beside it in `criterion` and `indicator`. */
const WholeSet = Schema.Struct({ source: CriteriaSet })

const Version = Schema.Struct({ version: Schema.String })
const Since = Schema.Struct({ moment: Schema.NullOr(Moment) })

/** `CriteriaSets` on PostgreSQL. Sets come in the order in which they were loaded. */
export const criteriaLayer: Layer.Layer<CriteriaSets, never, Database> = Layer.effect(
  CriteriaSets,
  Effect.gen(function* () {
    const own = yield* Database
    const read = reader(own)
    const ask = queryOn(own)
    const settled = (knownAt: Moment) => Effect.orDie(ask((sql) => settle(sql, knownAt)))
    const sets = read(WholeSet)
    const setResults = read(SetResults)
    const versions = read(Version)
    const firsts = read(Since)

    const list: CriteriaSets["Service"]["list"] = Effect.fn("CriteriaSets.list")(function* (knownAt = null) {
      if (knownAt !== null) yield* settled(knownAt)
      const rows = yield* sets(
        (sql) => sql`select source from criteria_set_version where ${knownThen(sql, knownAt)} order by position, set_id`
      )
      return rows.map(({ source }) => source)
    })

    const get: CriteriaSets["Service"]["get"] = Effect.fn("CriteriaSets.get")(function* (id) {
      const [row] = yield* sets(
        (sql) => sql`select source from criteria_set_version where set_id = ${id} and known_until is null`
      )
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

    const version: CriteriaSets["Service"]["version"] = Effect.fn("CriteriaSets.version")(function* (knownAt) {
      yield* settled(knownAt)
      const [last] = yield* versions(
        (sql) => sql`
          select coalesce(${isoMoment(sql, sql`max(moment)`)}, '') as version from (
            select max(known_from) as moment from criteria_set_version where known_from <= ${knownAt}
            union all select max(known_until) from criteria_set_version where known_until <= ${knownAt}
            union all select max(known_from) from recognition where known_from <= ${knownAt}
            union all select max(known_until) from recognition where known_until <= ${knownAt}) changes`
      )
      return last?.version ?? ""
    })

    const knownSince: CriteriaSets["Service"]["knownSince"] = Effect.fn("CriteriaSets.knownSince")(function* () {
      const [first] = yield* firsts(
        (sql) => sql`select ${isoMoment(sql, sql`min(known_from)`)} as moment from criteria_set_version`
      )
      return first?.moment ?? null
    })

    const versionsOf = read(SetVersion)
    const kept: CriteriaSets["Service"]["versions"] = Effect.fn("CriteriaSets.versions")(function* (id) {
      return yield* versionsOf((sql) => selectVersions(sql, id))
    })

    const load: CriteriaSets["Service"]["load"] = Effect.fn("CriteriaSets.load")(function* (decide, source) {
      const current = yield* Effect.serviceOption(Database)
      return yield* Effect.gen(function* () {
        // Held before anything is read: what was decided on is what stands until it is written.
        yield* Effect.orDie(query(writeLock))
        const changed = decide(yield* list())
        if (Result.isFailure(changed)) return yield* changed.failure
        return yield* Effect.orDie(query((sql) => writeSets(sql, changed.success, source)))
      }).pipe(
        inTransaction,
        Effect.provideService(Database, current._tag === "Some" ? current.value : own),
        Effect.catchTag("QueryFailed", Effect.die)
      )
    })

    return CriteriaSets.of({ version, list, get, results, knownSince, versions: kept, load })
  })
)
