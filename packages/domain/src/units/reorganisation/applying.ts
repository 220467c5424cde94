import { Result } from "effect"
import { addDays, formatDay } from "../../values/index.ts"
import { type Chronicle, chronicleOf, eventOf } from "../chronicle.ts"
import { reaches } from "./fate.ts"
import { labelOf, refusal } from "./naming.ts"
import type { Plan } from "./plan.ts"
import { type Refusal, ReorganisationRefused } from "./refusal.ts"
import type { Unit } from "../unit.ts"

/** The chronicle after the event. The plan must have been made from this very chronicle. */
export const apply = (chronicle: Chronicle, plan: Plan): Chronicle => {
  const closed = new Map(plan.ends.map((row) => [row.id, row]))
  const rows = chronicle.register.rows.map((row) => (row.validTo === null ? (closed.get(row.id) ?? row) : row))
  return chronicleOf([...rows, ...plan.begins], [...chronicle.events, plan])
}

/** What rests on an applied event, as refusals that name the later event; empty if it can be taken back. */
const restingOn = (chronicle: Chronicle, plan: Plan): ReadonlyArray<Refusal> => {
  const { register } = chronicle
  const { day, id: event } = plan.reorganisation
  const ended = new Map(plan.ends.map((row) => [row.id, row]))
  const begun = new Map(plan.begins.map((row) => [row.id, row]))
  const found: Array<Refusal> = []
  const rests = (row: Unit, from: Unit["validFrom"], vi: string, en: string) => {
    const since = from ?? day
    const later = eventOf(chronicle, row.id, since)?.reorganisation
    const by =
      later === undefined
        ? { vi: "", en: "" }
        : { vi: ` theo ${later.document.number}`, en: ` by ${later.document.number}` }
    const label = labelOf(row)
    const sentence = `Sự kiện ${event} không hoàn tác được: ${label} ${vi} ngày ${formatDay(since)}${by.vi}`
    found.push(
      refusal("laterEvent", null, label, sentence, `${event} cannot be undone: ${label} ${en} on ${since}${by.en}`)
    )
  }
  /** Rows from the day on that this event did not begin itself. */
  const foreign = (rows: ReadonlyArray<Unit> | undefined) =>
    (rows ?? []).filter((row) => reaches(row, day) && !(begun.has(row.id) && row.validFrom === day))

  for (const row of plan.begins) {
    const current = register.byId.get(row.id)?.find(({ validFrom }) => validFrom === day)
    if (current?.validTo !== null) {
      const end = current?.validTo ?? day
      rests(row, addDays(end, 1), "đã thay đổi", "changes")
    }
    if (ended.get(row.id)?.code === row.code) continue
    for (const child of foreign(register.byParent.get(row.id))) {
      if (!begun.has(child.id))
        rests(child, child.validFrom, `đã đặt dưới ${labelOf(row)}`, `came below ${labelOf(row)}`)
    }
  }
  for (const row of plan.ends) {
    for (const other of foreign(register.byCode.get(row.code))) {
      if (other.id !== row.id) rests(other, other.validFrom, `đã lấy mã ${row.code}`, `took the code ${row.code}`)
    }
    if (row.parentId === null || ended.has(row.parentId)) continue
    const parents = register.byId.get(row.parentId) ?? []
    const last = parents.at(-1)
    const other = parents.find((parent) => reaches(parent, day) && parent.code !== row.parentCode)
    if (last !== undefined && last.validTo !== null) rests(last, addDays(last.validTo, 1), "đã kết thúc", "ends")
    else if (other !== undefined) rests(other, other.validFrom, "đã đổi mã", "changes its code")
  }
  return found
}

/** The chronicle without an applied event that nothing rests on: what it began goes, what it ended stands again. */
export const takenBack = (chronicle: Chronicle, plan: Plan): Chronicle => {
  const { day } = plan.reorganisation
  const begun = new Set(plan.begins.map((row) => row.id))
  const closed = new Map(plan.ends.map((row) => [row.id, row]))
  const rows = chronicle.register.rows
    .filter((row) => !(row.validFrom === day && begun.has(row.id)))
    .map((row) => {
      const end = closed.get(row.id)
      return end !== undefined && row.validTo === end.validTo ? { ...row, validTo: null } : row
    })
  return chronicleOf(
    rows,
    chronicle.events.filter((event) => event !== plan)
  )
}

/**
 * The chronicle as if the event had not been, with ids of its new units free again.
 *
 * **Details** Refused while a later applied event rests on it: one that changed what this one made, put units below
 * it, took a code that it set free, or ended a parent that would be needed again.
 */
export const undo = (chronicle: Chronicle, eventId: string): Result.Result<Chronicle, ReorganisationRefused> => {
  const plan = chronicle.events.find((event) => event.reorganisation.id === eventId)
  const refuse = (first: Refusal, others: ReadonlyArray<Refusal>) =>
    Result.fail(new ReorganisationRefused({ event: eventId, refusals: [first, ...others] }))
  if (plan === undefined) {
    const vi = `Không có sự kiện ${eventId} nào đã được áp dụng`
    return refuse(refusal("eventUnknown", null, null, vi, `No event ${eventId} has been applied`), [])
  }
  const [first, ...others] = restingOn(chronicle, plan)
  if (first !== undefined) return refuse(first, others)
  return Result.succeed(takenBack(chronicle, plan))
}
