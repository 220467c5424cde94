import { type Actor, isInScope } from "../criteria/index.ts"
import type { Chronicle, Unit, UnitId } from "../units/index.ts"
import { type Day, formatDay } from "../values/index.ts"
import type { InventoryJournal } from "./inventory.ts"
import type { InventoryProblem, InventoryProblemKind } from "./refusal.ts"

/** What recordings of registers are checked against. */
export interface InventoryChecking {
  readonly chronicle: Chronicle
  readonly actor: Actor
  /** The day of recording in Việt Nam: nothing is about a later one. */
  readonly today: Day
  /** Everything recorded of the units and entries that the batch is about, or of more. */
  readonly journal: InventoryJournal
}

/** What stands the checks, and everything that does not, by row. */
export interface CheckedInventory<A> {
  readonly accepted: ReadonlyArray<A & { readonly row: number }>
  readonly problems: ReadonlyArray<InventoryProblem>
}

/** What is wrong, and at which field; whoever holds the batch adds the row. */
export type InventoryFault = Omit<InventoryProblem, "row">

export const fault = (field: string | null, kind: InventoryProblemKind, vi: string, en: string): InventoryFault => ({
  field,
  kind,
  sentence: { vi, en }
})

export const futureFault = (day: Day, today: Day): InventoryFault | null =>
  day > today ? fault("day", "futureDay", `Ngày ${formatDay(day)} chưa đến`, `The day ${day} has not come yet`) : null

export const scopeFault = (
  { actor, chronicle: { register } }: Pick<InventoryChecking, "actor" | "chronicle">,
  unit: UnitId,
  day: Day,
  name: string
): InventoryFault | null =>
  isInScope(register, actor, unit, day)
    ? null
    : fault(
        "unit",
        "notInScope",
        `${name} ngoài địa bàn của ${actor.name}`,
        `${name} lies outside the scope of ${actor.name}`
      )

/** A certificate ends before it is given. */
export const expiryFault = (given: Day, until: Day | null): InventoryFault | null =>
  until !== null && until < given
    ? fault(
        "body.until",
        "expiresBeforeItBegins",
        `Giấy chứng nhận hết hạn ${formatDay(until)}, trước ngày được cấp ${formatDay(given)}`,
        `The certificate ends on ${until}, before it is given (${given})`
      )
    : null

export const labelOf = ({ code, name, type }: Unit): string => `${type} ${name} (${code})`
