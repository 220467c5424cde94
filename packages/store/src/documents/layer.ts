import { Document, DocumentId, DocumentNotFound, Documents, Figure, Finding, PrintedTable } from "@ntm/domain/documents"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { reader } from "../database/read.ts"
import { searched } from "../database/search.ts"
import { basesJson, figureJson, tablesJson } from "./json.ts"

const Summary = Schema.Struct({
  ...Document.fields,
  counts: Schema.Struct({
    figures: Schema.Int,
    tables: Schema.Int,
    criteriaSets: Schema.Int,
    fundingTables: Schema.Int,
    assignments: Schema.Int,
    findings: Schema.Int
  })
})
const Content = Schema.Struct({
  document: Document,
  figures: Schema.Array(Figure),
  tables: Schema.Array(PrintedTable)
})
const InDocument = Schema.Struct({ document: DocumentId, figure: Figure })

/** `Documents` on PostgreSQL. Documents come newest first, undated ones last. */
export const documentsLayer: Layer.Layer<Documents, never, Database> = Layer.effect(
  Documents,
  Effect.gen(function* () {
    const read = reader(yield* Database)
    const summaries = read(Summary)
    const contents = read(Content)
    const inDocuments = read(InDocument)
    const payloads = read(Schema.Struct({ payload: Finding }))

    const list: Documents["Service"]["list"] = Effect.fn("Documents.list")(function* () {
      return yield* summaries(
        (sql) => sql`
          select d.id, d.number, d.kind, d.issuer, d.date, d.title, d.period, d.locality, ${basesJson(sql)} as bases,
            json_build_object(
              'figures', (select count(*) from figure f where f.document_id = d.id),
              'tables', (select count(*) from printed_table t where t.document_id = d.id),
              'criteriaSets', (select count(*) from set_result s where s.document_id = d.id),
              'fundingTables', (select count(*) from funding_table t where t.document_id = d.id),
              'assignments', (select count(*) from assignment a where a.document_id = d.id),
              'findings', (select count(*) from finding g where g.documents @> array[d.id])) as counts
          from document d order by d.date desc nulls last, d.position, d.id`
      )
    })

    const get: Documents["Service"]["get"] = Effect.fn("Documents.get")(function* (id) {
      const [content] = yield* contents(
        (sql) => sql`
          select json_build_object('id', d.id, 'number', d.number, 'kind', d.kind, 'issuer', d.issuer, 'date', d.date, 'title', d.title,
              'period', d.period, 'locality', d.locality, 'bases', ${basesJson(sql)}) as document,
            (select coalesce(json_agg(${figureJson(sql)} order by f.position), '[]') from figure f where f.document_id = d.id) as figures,
            ${tablesJson(sql)} as tables
          from document d where d.id = ${id}`
      )
      return content === undefined ? yield* new DocumentNotFound({ id }) : content
    })

    const figures: Documents["Service"]["figures"] = Effect.fn("Documents.figures")(function* ({
      document,
      query,
      limit
    }) {
      const wanted = searched(query)
      return yield* inDocuments(
        (sql) => sql`
          select f.document_id as document, ${figureJson(sql)} as figure
          from figure f join document d on d.id = f.document_id
          where true
            ${document === null ? sql`` : sql`and f.document_id = ${document}`}
            ${wanted === null ? sql`` : sql`and (f.folded like '%' || vn_fold(${wanted}) || '%' or d.folded like '%' || vn_fold(${wanted}) || '%')`}
          order by d.date desc nulls last, d.position, d.id, f.position
          limit ${limit}`
      )
    })

    const findings: Documents["Service"]["findings"] = Effect.fn("Documents.findings")(function* (document) {
      const rows = yield* payloads(
        (sql) => sql`
          select g.payload from finding g
          ${document === null ? sql`` : sql`where g.documents @> array[${document}]::text[]`}
          order by g.position, g.id`
      )
      return rows.map((row) => row.payload)
    })

    return Documents.of({ list, get, figures, findings })
  })
)
