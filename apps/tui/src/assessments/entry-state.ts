import type { ObservedInput, ObservedUnit, Problem } from "@ntm/contract"
import type { UnitCode, UnitId } from "@ntm/domain/units"
import type { Bilingual, Day } from "@ntm/domain/values"
import type { Window } from "../parts/window.ts"

/** The lines of a form, top to bottom; a form over a grid has no value of its own. */
export type EntryField = "value" | "day" | "note" | "submit" | "draft"

/** What a person fills in besides values: once for a single value, once for a whole batch. */
export interface EntryForm {
  readonly fields: ReadonlyArray<EntryField>
  readonly field: number
  readonly value: string
  readonly day: string
  readonly note: string
  /** Why it cannot be sent as it stands. */
  readonly problem: Bilingual | null
  /** How the server refused it. */
  readonly refused: Problem | null
}

/** Values for one line of a unit's scorecard. */
export interface SingleEntry extends EntryForm {
  readonly inputs: ReadonlyArray<string>
  readonly which: number
  readonly name: string
}

/** A column of values down the units, for the inputs of one criterion. */
export interface GridView {
  readonly _tag: "Grid"
  /** The criterion, and the unit whose scorecard tells what it reads. */
  readonly no: number
  readonly code: UnitCode
  readonly which: number
  readonly window: Window
  /** What was typed, by input and unit. */
  readonly texts: ReadonlyMap<string, string>
  /** What became of the rows that were sent: null where one was recorded, else why not. */
  readonly results: ReadonlyMap<string, Bilingual | null>
  /** The form that sends them, where it is open. */
  readonly form: EntryForm | null
  /** Esc was pressed with values typed: once more drops them. */
  readonly leaving: boolean
}

/** A value as the API takes it. */
export interface EntryRow {
  readonly unit: UnitCode
  readonly input: string
  readonly day: Day
  readonly value: number
  readonly state: "draft" | "submitted"
  readonly note: string | null
  readonly supersedes: number | null
}

/** A batch on its way; `keys` name its rows in the grid. */
export interface Sending {
  readonly turn: number
  readonly rows: ReadonlyArray<EntryRow>
  readonly keys: ReadonlyArray<string>
}

export const cellKey = (input: string, unit: UnitId): string => `${input} ${unit}`

/** A form with nothing typed but the day. */
export const blankForm = (fields: ReadonlyArray<EntryField>, day: string): EntryForm => ({
  fields,
  field: 0,
  value: "",
  day,
  note: "",
  problem: null,
  refused: null
})

/** What the server knows of the values that a new one joins. */
export type Observed = Pick<ObservedInput | ObservedUnit, "inForce" | "pending">

/**
 * The observation that a value out of a form corrects: the newest that a form gave for the same day.
 *
 * **Details** One of another day or source stands beside it.
 */
export const corrected = ({ inForce, pending }: Observed, day: Day): number | null => {
  const same = [pending, inForce].find(
    (record) => record?.observation.day === day && record.observation.source.from === "form"
  )
  return same?.observation.id ?? null
}

/** Whether the input is reported for periods, which a form of one day cannot state. */
export const isPeriodic = ({ inForce, pending }: Observed): boolean =>
  ((pending ?? inForce)?.observation.kind ?? "stock") !== "stock"
