import { type Document, documentLabel } from "../documents/index.ts"
import { type Chronicle, type Holding, successorsOf, type UnitId, unitsOn } from "../units/index.ts"
import { addDays, type Day, foldVietnamese } from "../values/index.ts"
import { addressees } from "./addressees.ts"
import type { Assignment } from "./assignment.ts"

/** The province whose office or committee issued the document; null for a national one, or where it cannot be told. */
export const provinceOf = (
  document: Pick<Document, "issuer" | "locality">,
  { register }: Chronicle,
  day: Day
): UnitId | null => {
  const said = foldVietnamese(`${document.issuer ?? ""} ${document.locality ?? ""}`)
  const named = unitsOn(register, day).filter(
    (unit) => unit.level === "province" && ` ${said} `.includes(` ${foldVietnamese(unit.name)} `)
  )
  return named.length === 1 ? (named[0]?.id ?? null) : null
}

/**
 * The assignments that units owe on the day before an event, by unit.
 *
 * **Details** Agencies are read as of the day of their document and followed to the units that took their place. An assignment
 * whose due day has passed by then is over, one without a due day stands.
 */
export const assignmentHoldings = (
  assignments: ReadonlyArray<Assignment>,
  documents: ReadonlyArray<Document>,
  chronicle: Chronicle,
  eventDay: Day
): ReadonlyArray<Holding> => {
  const eve = addDays(eventDay, -1)
  const byId = new Map(documents.map((document) => [document.id, document]))
  const places = new Map(
    documents.map((document) => [
      document.id,
      document.date === null ? null : provinceOf(document, chronicle, document.date)
    ])
  )
  const meant = new Map<string, ReadonlyArray<UnitId>>()
  const unitsOf = (agency: string, province: UnitId, issued: Day): ReadonlyArray<UnitId> => {
    const key = `${province} ${issued} ${agency}`
    const known = meant.get(key)
    if (known !== undefined) return known
    const units = addressees(agency, chronicle.register, province, issued).flatMap((unit) =>
      successorsOf(chronicle, unit.id, issued, eve).map((heir) => heir.unit.id)
    )
    const made = [...new Set(units)]
    meant.set(key, made)
    return made
  }
  return assignments.flatMap((assignment): ReadonlyArray<Holding> => {
    const document = byId.get(assignment.document)
    const province = places.get(assignment.document) ?? null
    const issued = document?.date ?? null
    if (document === undefined || province === null || issued === null || issued > eve) return []
    if (assignment.due !== null && assignment.due < eventDay) return []
    const agencies = [assignment.lead ?? "", ...assignment.coLeads, ...assignment.coordinating]
    const units = new Set(agencies.flatMap((agency) => unitsOf(agency, province, issued)))
    const { no, title } = assignment
    const source = documentLabel(document)
    return [...units].map((unit) => ({
      kind: "assignment",
      unit,
      count: 1,
      label: { vi: `Nhiệm vụ ${no}: ${title} (${source})`, en: `Assignment ${no}: ${title} (${source})` }
    }))
  })
}
