import type { Target } from "../criteria/index.ts"
import { type Document, documentLabel } from "../documents/index.ts"
import { type Chronicle, type Holding, successorsOf, type UnitId, unitsOn } from "../units/index.ts"
import { addDays, type Day, foldVietnamese } from "../values/index.ts"
import { addressees } from "./addressees.ts"
import type { Assignment } from "./assignment.ts"
import type { TaskBook } from "./tasks/book.ts"
import { isOwed } from "./tasks/load-of.ts"
import { isClosed } from "./tasks/state-of.ts"
import { TaskKey } from "./tasks/task-key.ts"

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

/** A document that something is asked in, as far as units are concerned. */
interface Asking {
  readonly document: Document
  readonly province: UnitId
  readonly issued: Day
}

/** Reads names of agencies as of the day of their document, and follows the units to the eve of an event. */
const readerOf = (documents: ReadonlyArray<Document>, chronicle: Chronicle, eventDay: Day) => {
  const eve = addDays(eventDay, -1)
  const asking = new Map(
    documents.flatMap((document): ReadonlyArray<readonly [string, Asking]> => {
      const { date: issued } = document
      const province = issued === null || issued > eve ? null : provinceOf(document, chronicle, issued)
      return issued === null || province === null ? [] : [[document.id, { document, province, issued }]]
    })
  )
  const meant = new Map<string, ReadonlyArray<UnitId>>()
  const unitsOf = (agency: string, { issued, province }: Asking): ReadonlyArray<UnitId> => {
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
  return { asking, unitsOf }
}

const holding = (unit: UnitId, no: string, title: string, source: string): Holding => ({
  kind: "assignment",
  unit,
  count: 1,
  label: { vi: `Nhiệm vụ ${no}: ${title} (${source})`, en: `Assignment ${no}: ${title} (${source})` }
})

/** Of which assignment of a document a task is an instance. */
const assignmentOf = ({ document, no }: Pick<Assignment, "document" | "no">): TaskKey =>
  TaskKey.make(`${document}/${no}`)

/**
 * What rests on units by how tasks stand, duties among them: on those that lead what is open of one, then on those that help, each once.
 *
 * **Details** It rests on nobody once it was accepted or cancelled, and on whoever owes it until then, however long it is overdue: of a
 * district after districts on its communes.
 */
const restingIn = (book: TaskBook, documents: ReadonlyArray<Document>): ReadonlyArray<Holding> => {
  const labels = new Map(documents.map((document) => [document.id, documentLabel(document)]))
  const open = book.standings.filter((standing) => isOwed(standing) && !isClosed(standing.state))
  return Array.from(Map.groupBy(open, ({ task }) => assignmentOf(task))).flatMap(([key, parts]) => {
    const [{ task } = { task: undefined }] = parts
    if (task === undefined) return []
    const holders = [...parts.flatMap((one) => one.holders), ...parts.flatMap((one) => one.coHolders)]
    const units = new Set(holders.flatMap((holder) => (holder._tag === "unit" ? [holder.unit.id] : [])))
    const { title } = book.plan.byKey.get(key) ?? task
    return Array.from(units, (unit) => holding(unit, task.no, title, labels.get(task.document) ?? task.document))
  })
}

/**
 * The assignments that units owe on the day before an event, by unit.
 *
 * **Details** That a due day has passed ends nothing: what is overdue is owed still. `book`: how tasks stand on that day, and who owes them
 * then; what a unit has done of an assignment, or what was cancelled, rests on it no more. What it does not know (null: nothing at all) is
 * owed by whoever its document names: agencies are read as of the day of the document and followed to the units that took their place.
 */
export const assignmentHoldings = (
  assignments: ReadonlyArray<Assignment>,
  documents: ReadonlyArray<Document>,
  chronicle: Chronicle,
  eventDay: Day,
  book: TaskBook | null = null
): ReadonlyArray<Holding> => {
  const { asking, unitsOf } = readerOf(documents, chronicle, eventDay)
  const named = assignments.flatMap((assignment): ReadonlyArray<Holding> => {
    const asked = asking.get(assignment.document)
    if (asked === undefined || book?.plan.byKey.has(assignmentOf(assignment)) === true) return []
    const { coLeads, coordinating, lead, no, title } = assignment
    const units = new Set([lead ?? "", ...coLeads, ...coordinating].flatMap((agency) => unitsOf(agency, asked)))
    const source = documentLabel(asked.document)
    return Array.from(units, (unit) => holding(unit, no, title, source))
  })
  return [...(book === null ? [] : restingIn(book, documents)), ...named]
}

/**
 * The targets that plans set for units by name and that still run on the day before an event, by unit.
 *
 * **Details** A target for all communes of a province names none of them, so it rests on none. Directions without a number are
 * left out: nothing is to be set again.
 */
export const targetHoldings = (
  targets: ReadonlyArray<Target>,
  documents: ReadonlyArray<Document>,
  chronicle: Chronicle,
  eventDay: Day
): ReadonlyArray<Holding> => {
  const { asking, unitsOf } = readerOf(documents, chronicle, eventDay)
  return targets.flatMap(({ by, document, group, scope, subject, text }): ReadonlyArray<Holding> => {
    const asked = asking.get(document)
    if (asked === undefined || by < eventDay || subject._tag === "orientation") return []
    // A unit is named as who speaks for it would be.
    const units = new Set(scope.units.flatMap((name) => unitsOf(`UBND ${name}`, asked)))
    const source = documentLabel(asked.document)
    return [...units].map((unit) => ({
      kind: "target",
      unit,
      count: 1,
      label: { vi: `Chỉ tiêu ${group.no}: ${text} (${source})`, en: `Target ${group.no}: ${text} (${source})` }
    }))
  })
}
