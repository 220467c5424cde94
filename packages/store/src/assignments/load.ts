import type { Assignment } from "@ntm/domain/assignments"
import type { Row } from "../reference/insert.ts"
import type { assignment } from "./tables.ts"

/** What a person may search an assignment by. */
const searchable = (one: Assignment): string =>
  [one.no, one.title, one.lead, ...one.coLeads, ...one.coordinating, one.deliverable, one.section, one.notes]
    .filter((part) => part !== null)
    .join(" ")

export const assignmentRows = (assignments: ReadonlyArray<Assignment>): ReadonlyArray<Row<typeof assignment>> =>
  assignments.map(({ document: documentId, ...fields }, position) => ({
    ...fields,
    coLeads: [...fields.coLeads],
    coordinating: [...fields.coordinating],
    documentId,
    position,
    folded: searchable({ document: documentId, ...fields })
  }))
