import { Result } from "effect"
import { type Actor, isInScope } from "../criteria/index.ts"
import {
  ancestorsOn,
  type Chronicle,
  countOn,
  successorsOf,
  type Unit,
  type UnitId,
  unitMeant,
  unitOn
} from "../units/index.ts"
import { type Day, type Dong, dong, formatDay } from "../values/index.ts"
import type { EntryRecording, WorkId } from "./entry.ts"
import {
  amountFault,
  dayFault,
  placeFault,
  quantityFault,
  reasonFaults,
  sourceFault,
  stageFault,
  tierFault
} from "./entry-rules.ts"
import { type EntryFault, fault } from "./refusal-of.ts"
import type { FundingProblem } from "./refusal.ts"

/** What a batch of entries is checked against. */
export interface FundingChecking {
  readonly chronicle: Chronicle
  readonly actor: Actor
  /** The day of recording in Việt Nam: nothing is of a later one. */
  readonly today: Day
  /** The works that the batch names, each with the unit that it was approved for; one that is missing is not known. */
  readonly works: ReadonlyMap<WorkId, UnitId>
}

/** An entry that stands every check that needs no journal. */
export interface CheckedEntry extends Omit<EntryRecording, "unit" | "amount"> {
  /** Index of the row in the batch. */
  readonly row: number
  readonly unit: UnitId
  readonly amount: Dong
}

/** What stands the checks, and everything that does not, by row. */
export interface CheckedEntries {
  readonly accepted: ReadonlyArray<CheckedEntry>
  readonly problems: ReadonlyArray<FundingProblem>
}

/** The unit that holds the ground of another on the day: itself, or the one that it passed into. */
const heirOn = (chronicle: Chronicle, id: UnitId, day: Day): UnitId | null => {
  if (unitOn(chronicle.register, id, day) !== undefined) return id
  const last = chronicle.register.byId.get(id)?.findLast(({ validTo }) => validTo !== null && validTo < day)
  if (last === undefined || last.validTo === null) return null
  const heirs = successorsOf(chronicle, id, last.validTo, day)
  return heirs.length === 1 ? (heirs[0]?.unit.id ?? null) : null
}

/** A work is paid for by its unit, or by one above it. */
const workFault = (
  { chronicle, works }: FundingChecking,
  { day, work }: EntryRecording,
  unit: Unit
): EntryFault | null => {
  if (work === null) return null
  const of = works.get(work)
  if (of === undefined)
    return fault("work", "unknownWork", `Không có công trình số ${work}`, `There is no work ${work}`)
  const holder = heirOn(chronicle, of, day)
  const within =
    of === unit.id ||
    (holder !== null &&
      (holder === unit.id || ancestorsOn(chronicle.register, holder, day).some(({ id }) => id === unit.id)))
  return within
    ? null
    : fault(
        "work",
        "workOfOtherUnit",
        `Công trình số ${work} không thuộc ${unit.type} ${unit.name}`,
        `Work ${work} does not lie in ${unit.type} ${unit.name}`
      )
}

/** A district's office acts while districts stand, and everybody within the own scope. */
const actorFaults = ({ actor, chronicle: { register }, today }: FundingChecking, unit: Unit, day: Day) => {
  const faults: Array<EntryFault> = []
  if (actor.role === "districtOffice" && countOn(register, today).district === 0)
    faults.push(fault(null, "notAllowed", "Không còn cấp huyện vào ngày này", "No district stands on this day"))
  if (!isInScope(register, actor, unit.id, day))
    faults.push(
      fault(
        "unit",
        "notInScope",
        `${unit.type} ${unit.name} ngoài địa bàn của ${actor.name}`,
        `${unit.type} ${unit.name} lies outside the scope of ${actor.name}`
      )
    )
  return faults
}

/**
 * By what an entry is the same as another, in a batch or in the journal.
 *
 * **Details** The same place of the same document states the same thing once, whatever the amount. Without a place the amount and the day
 * belong to it, with or without a document: what is sent twice by mistake counts once, and what is another can name its document.
 */
export const sameness = (entry: Omit<EntryRecording, "unit"> & { readonly unit: UnitId }): string => {
  const { adjusts, agency, amount, day, document, kind, place, source, stage, tier, unit, work, year } = entry
  const said = place === null ? [amount, day] : []
  return JSON.stringify([unit, agency, tier, source, year, stage, kind, work, adjusts, document, place, ...said])
}

/** Money that is carried over leaves one year and enters another: what the rows of a batch carry comes to nothing. */
const carryProblems = (rows: ReadonlyArray<CheckedEntry>): ReadonlyArray<FundingProblem> => {
  const carried = rows.filter(({ kind }) => kind === "carryOver")
  const groups = Map.groupBy(carried, ({ agency, source, stage, tier, unit, work }) =>
    JSON.stringify([unit, agency, tier, source, stage, work])
  )
  return [...groups.values()].flatMap((group): ReadonlyArray<FundingProblem> => {
    const left = group.reduce((sum, { amount }) => sum + amount, 0)
    const [first] = group
    if (first === undefined || (left === 0 && new Set(group.map(({ year }) => year)).size > 1)) return []
    const { kind, field, sentence } = fault(
      "amount",
      "carryOverOpen",
      "Chuyển nguồn gồm hai bút toán bằng nhau, giảm ở năm này và tăng ở năm khác",
      "A carry-over is two entries of one amount: it leaves one year and enters another"
    )
    return [{ row: first.row, field, kind, sentence }]
  })
}

/**
 * Holds a batch against everything but the journal: units, amounts, tiers, sources, stages, quantities, days, works, who may record, rows
 * said twice.
 *
 * **Details** All problems of all rows at once.
 */
export const checkEntries = (checking: FundingChecking, batch: ReadonlyArray<EntryRecording>): CheckedEntries => {
  const { chronicle, today } = checking
  const { register } = chronicle
  const accepted: Array<CheckedEntry> = []
  const problems: Array<FundingProblem> = []
  const seen = new Map<string, number>()
  for (const [row, entry] of batch.entries()) {
    const { day, unit: named } = entry
    const meant = unitMeant(chronicle, named, day)
    const faults: Array<EntryFault | null> = [
      amountFault(entry),
      stageFault(entry),
      quantityFault(entry),
      ...reasonFaults(entry),
      placeFault(entry),
      dayFault(entry)
    ]
    if (day > today)
      faults.push(fault("day", "futureDay", `Ngày ${formatDay(day)} chưa đến`, `The day ${day} has not come yet`))
    if ("sentence" in meant) faults.push({ field: "unit", ...meant })
    else
      faults.push(
        tierFault(entry, meant),
        sourceFault(register, entry, meant),
        workFault(checking, entry, meant),
        ...actorFaults(checking, meant, day)
      )
    const found = faults.filter((one) => one !== null)
    const amount = dong(entry.amount)
    if (found.length > 0 || "sentence" in meant || Result.isFailure(amount)) {
      for (const one of found) problems.push({ row, ...one })
      continue
    }
    const checked = { ...entry, row, unit: meant.id, amount: amount.success }
    const key = sameness(checked)
    const first = seen.get(key)
    if (first === undefined) {
      seen.set(key, row)
      accepted.push(checked)
    } else
      problems.push({
        row,
        ...fault(null, "duplicate", `Trùng với dòng ${first + 1}`, `The same as row ${first + 1}`)
      })
  }
  return { accepted, problems: [...problems, ...carryProblems(accepted)] }
}
