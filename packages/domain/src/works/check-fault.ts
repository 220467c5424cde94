import { isInScope } from "../criteria/index.ts"
import type { Actor, InputCatalogue } from "../criteria/index.ts"
import { type Chronicle, type Unit, type UnitId, unitMeant } from "../units/index.ts"
import { type Day, formatDay, listedProblems } from "../values/index.ts"
import { type WorksProblem, type WorksProblemKind, WorksRefused } from "./refusal.ts"
import type { WorksJournal } from "./works.ts"

/** What recordings of works are checked against. */
export interface WorksChecking {
  readonly chronicle: Chronicle
  readonly inputs: InputCatalogue
  readonly actor: Actor
  /** The day of recording in Việt Nam: nothing is about a later one. */
  readonly today: Day
  /** Everything recorded of the works that the batch is about, or of more. */
  readonly journal: WorksJournal
}

/** What stands the checks, and everything that does not, by row. */
export interface CheckedWorks<A> {
  readonly accepted: ReadonlyArray<A & { readonly row: number }>
  readonly problems: ReadonlyArray<WorksProblem>
}

/** What is wrong, and at which field; whoever holds the batch adds the row. */
export type WorksFault = Omit<WorksProblem, "row">

export const fault = (field: string | null, kind: WorksProblemKind, vi: string, en: string): WorksFault => ({
  field,
  kind,
  sentence: { vi, en }
})

/** The refusal of a batch for these problems, in the order of its rows; null where there are none. */
export const worksRefusalFor = (problems: ReadonlyArray<WorksProblem>): WorksRefused | null => {
  const listed = listedProblems(problems)
  return listed === null ? null : new WorksRefused({ problems: listed })
}

export const futureFault = (day: Day, today: Day): WorksFault | null =>
  day > today ? fault("day", "futureDay", `Ngày ${formatDay(day)} chưa đến`, `The day ${day} has not come yet`) : null

/** The unit that a row means on a day, with why it cannot be written about: it does not stand, or lies outside the actor's scope. */
export const unitOrFault = (
  { actor, chronicle }: Pick<WorksChecking, "actor" | "chronicle">,
  named: string | UnitId,
  day: Day
): { readonly unit: Unit | null; readonly fault: WorksFault | null } => {
  const meant = unitMeant(chronicle, named, day)
  if ("kind" in meant) return { unit: null, fault: { field: "unit", ...meant } }
  return { unit: meant, fault: scopeFault({ actor, chronicle }, meant.id, day, `${meant.type} ${meant.name}`) }
}

export const scopeFault = (
  { actor, chronicle: { register } }: Pick<WorksChecking, "actor" | "chronicle">,
  unit: UnitId,
  day: Day,
  name: string
): WorksFault | null =>
  isInScope(register, actor, unit, day)
    ? null
    : fault(
        "unit",
        "notInScope",
        `${name} ngoài địa bàn của ${actor.name}`,
        `${name} lies outside the scope of ${actor.name}`
      )

export const duplicateOf = (row: number): WorksFault =>
  fault(null, "duplicate", `Trùng với dòng ${row + 1}`, `The same as row ${row + 1}`)
