import { CriteriaSet, CriteriaSetNotFound, CriteriaSets, SetResults } from "@ntm/domain/criteria"
import { Effect, Layer } from "effect"
import { Database, type Tag } from "../database/database.ts"
import { reader } from "../database/read.ts"

const setFields = (sql: Tag) => sql`
  s.id, s.name, s.level, s.tier, s.period_from as "periodFrom", s.period_to as "periodTo",
  s.official_criteria as "officialCriteria", s.official_indicators as "officialIndicators", s.do_not_evaluate as "doNotEvaluate", s.source,
  (select coalesce(json_agg(json_build_object('number', b.number, 'date', b.date, 'role', b.role) order by b.position), '[]')
    from criteria_set_basis b where b.set_id = s.id) as "legalBases",
  (select coalesce(json_agg(json_build_object('no', c.no, 'name', c.name, 'indicators',
      (select coalesce(json_agg(json_build_object('code', i.code, 'name', i.name, 'measure', i.measure, 'unit', i.unit, 'rule', i.rule,
          'confidence', i.confidence, 'nameConfidence', i.name_confidence, 'leadAgency', i.lead_agency) order by i.position), '[]')
        from indicator i where i.set_id = c.set_id and i.criterion_no = c.no)) order by c.position), '[]')
    from criterion c where c.set_id = s.id) as criteria`

/** `CriteriaSets` on PostgreSQL. Sets come in the order in which they were loaded. */
export const criteriaLayer: Layer.Layer<CriteriaSets, never, Database> = Layer.effect(
  CriteriaSets,
  Effect.gen(function* () {
    const read = reader(yield* Database)
    const sets = read(CriteriaSet)
    const setResults = read(SetResults)

    const list: CriteriaSets["Service"]["list"] = Effect.fn("CriteriaSets.list")(function* () {
      return yield* sets((sql) => sql`select ${setFields(sql)} from criteria_set s order by s.position, s.id`)
    })

    const get: CriteriaSets["Service"]["get"] = Effect.fn("CriteriaSets.get")(function* (id) {
      const [set] = yield* sets((sql) => sql`select ${setFields(sql)} from criteria_set s where s.id = ${id}`)
      return set === undefined ? yield* new CriteriaSetNotFound({ id }) : set
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

    return CriteriaSets.of({ list, get, results })
  })
)
