import { Funding, FundingTable } from "@ntm/domain/funding"
import { Effect, Layer } from "effect"
import { Database } from "../database/database.ts"
import { reader } from "../database/read.ts"

/** `Funding` on PostgreSQL. Amounts run along the table's sources; an amount that was not stated is null. */
export const fundingLayer: Layer.Layer<Funding, never, Database> = Layer.effect(
  Funding,
  Effect.gen(function* () {
    const fundingTables = reader(yield* Database)(FundingTable)

    const tables: Funding["Service"]["tables"] = Effect.fn("Funding.tables")(function* (document) {
      return yield* fundingTables(
        (sql) => sql`
          select t.document_id as document, t.key as table, t.name, t.title, t.year, t.stage, t.printed_unit as "printedUnit", t.sources,
            (select coalesce(json_agg(json_build_object('row', r.row, 'unit', r.unit, 'kind', r.kind, 'amounts',
                (select coalesce(json_agg(e.amount order by s.at), '[]')
                  from jsonb_array_elements(t.sources) with ordinality as s(source, at)
                  left join funding_entry e on e.document_id = r.document_id and e.table_key = r.table_key and e.row = r.row
                    and e.source = s.source ->> 'key')) order by r.row), '[]')
              from funding_row r where r.document_id = t.document_id and r.table_key = t.key) as rows
          from funding_table t join document d on d.id = t.document_id
          ${document === null ? sql`` : sql`where t.document_id = ${document}`}
          order by d.date desc nulls last, d.position, d.id, t.position`
      )
    })

    const later = () => Effect.die(new Error("the journal of funding has no tables yet"))
    return Funding.of({ tables, record: later, sums: later, tiers: later, entries: later, moment: later })
  })
)
