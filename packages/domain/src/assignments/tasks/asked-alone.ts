import type { DocumentId } from "../../documents/index.ts"
import { type Chronicle, unitByCode } from "../../units/index.ts"
import type { AgencyDirectory } from "../agencies/directory.ts"
import type { Assignment } from "../assignment.ts"
import type { Duty } from "../duties/duty.ts"
import type { Recommendation } from "../recommendations/recommendation.ts"
import { ownersOf } from "./owners.ts"
import type { Tasking } from "./tasking.ts"

/** What a document asks of one unit alone. Its key does not say of which unit: this does, by the code on the day of the document. */
export interface AskedAlone {
  readonly asks: "task" | "recommendation"
  readonly document: DocumentId
  readonly no: string
  readonly code: string
}

/** What documents ask, and how they are read. */
export interface AskingSources {
  readonly assignments: ReadonlyArray<Assignment>
  readonly duties: ReadonlyArray<Duty>
  readonly recommendations: ReadonlyArray<Recommendation>
  readonly taskings: ReadonlyArray<Tasking>
  readonly agencies: AgencyDirectory
  readonly chronicle: Chronicle
}

/**
 * Assignments, duties and recommendations that one unit alone owes.
 *
 * **Details** What several owe has an instance for each, whose key ends with its code; what one owes is under the key of the whole, whatever period
 * follows. What the province itself owes is not among it: it is told within the province, as what its agencies owe. Who has to know by the key alone whose it is, as policies of the database do, asks here.
 */
export const askedAlone = (sources: AskingSources): ReadonlyArray<AskedAlone> => {
  const { agencies, assignments, chronicle, duties, recommendations, taskings } = sources
  return taskings.flatMap(({ askedOn, document, province }): ReadonlyArray<AskedAlone> => {
    const unit = unitByCode(chronicle.register, province, askedOn)
    if (unit === undefined) return []
    const reading = { directory: agencies, chronicle, province: { id: unit.id, code: unit.code }, askedOn }
    const alone = (asks: AskedAlone["asks"], no: string, names: ReadonlyArray<string>): ReadonlyArray<AskedAlone> => {
      const [only, ...others] = ownersOf(names, reading)
      return only?._tag === "unit" && only.unit !== unit.id && others.length === 0
        ? [{ asks, document, no, code: only.code }]
        : []
    }
    const here = <A extends { readonly document: DocumentId }>(all: ReadonlyArray<A>): ReadonlyArray<A> =>
      all.filter((one) => one.document === document)
    return [
      ...here(assignments).flatMap(({ coLeads, lead, no }) =>
        alone("task", no, [...(lead === null ? [] : [lead]), ...coLeads])
      ),
      ...here(duties).flatMap(({ lead, no }) => alone("task", no, [lead])),
      ...here(recommendations).flatMap(({ addressee, no }) => alone("recommendation", no, [addressee]))
    ]
  })
}
