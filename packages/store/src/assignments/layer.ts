import { Assignment, Assignments } from "@ntm/domain/assignments"
import { Effect, Layer } from "effect"
import { Database, type Tag } from "../database/database.ts"
import { reader } from "../database/read.ts"
import { searched } from "../database/search.ts"

const columns = (sql: Tag) => sql`
  a.document_id as document, a.no, a.parent_no as "parentNo", a.title, a.lead, a.co_leads as "coLeads", a.coordinating,
  a.start, a.due, a.due_text as "dueText", a.deliverable, a.section, a.notes`

/** `Assignments` on PostgreSQL. */
export const assignmentsLayer: Layer.Layer<Assignments, never, Database> = Layer.effect(
  Assignments,
  Effect.gen(function* () {
    const assignments = reader(yield* Database)(Assignment)

    const list: Assignments["Service"]["list"] = Effect.fn("Assignments.list")(function* ({ document, query }) {
      const wanted = searched(query)
      return yield* assignments(
        (sql) => sql`
          select ${columns(sql)}
          from assignment a join document d on d.id = a.document_id
          where true
            ${document === null ? sql`` : sql`and a.document_id = ${document}`}
            ${wanted === null ? sql`` : sql`and a.folded like '%' || vn_fold(${wanted}) || '%'`}
          order by a.due nulls last, d.date desc nulls last, d.position, d.id, a.position`
      )
    })

    const printed: Assignments["Service"]["printed"] = Effect.fn("Assignments.printed")(() =>
      assignments(
        (sql) => sql`
          select ${columns(sql)} from assignment a join document d on d.id = a.document_id order by d.position, d.id, a.position`
      )
    )

    return Assignments.of({ list, printed })
  })
)
