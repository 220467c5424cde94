import type {
  AnswerOf,
  api,
  AssessmentMatrix,
  Client,
  CriteriaSetSummary,
  MovementAnswer,
  ObservedInput,
  ObservedUnit,
  Scorecard,
  SetReplacement,
  TargetOnDay
} from "@ntm/contract"
import type { Acceptance, InputSpec } from "@ntm/domain/criteria"
import type { Unit, UnitLevel } from "@ntm/domain/units"
import { type Day, foldVietnamese, isDay } from "@ntm/domain/values"
import { homeUnit } from "../people/home.ts"
import { type ChangeDay, changeDays } from "../units/days.ts"
import { nearestKin } from "../units/kin.ts"

import type { EntryRow } from "./entry-state.ts"

/** What a heat map is of. */
export interface Spot {
  readonly day: Day
  readonly set: string
  /** The province or district whose units are judged. */
  readonly parent: Unit
  /** From which state on values count. */
  readonly accept: Acceptance
}

/** A value that is tried out; null: as if it had never been reported. */
export interface Trial {
  readonly input: string
  readonly value: number | null
}

/** Where the tab opens: the place and the day that the plan on show speaks of. */
export interface Hint {
  readonly place: string | null
  readonly day: Day | null
}

type CardOf = Pick<Spot, "day" | "accept"> & {
  readonly code: string
  /** Null: every set that is in force on the day. */
  readonly set: string | null
}

/** What the tab asks of the API, as data. Equal keys are the same question. */
export type AssessRead = { readonly room: "assess"; readonly key: string; readonly after?: number } & (
  | { readonly _tag: "Open"; readonly hint: Hint }
  /** `from`: the day that `to.parent` is of, where it is another one. */
  | { readonly _tag: "Go"; readonly to: Spot; readonly from: Day }
  | { readonly _tag: "Days" }
  | { readonly _tag: "Group"; readonly spot: Spot }
  | { readonly _tag: "Movement"; readonly spot: Spot; readonly from: Day }
  | { readonly _tag: "Replacement"; readonly spot: Spot; readonly to: string }
  | ({ readonly _tag: "Card" } & CardOf)
  | ({ readonly _tag: "Tried"; readonly trials: ReadonlyArray<Trial> } & CardOf)
  | { readonly _tag: "Places"; readonly query: string; readonly day: Day }
  | { readonly _tag: "Targets"; readonly document: string; readonly day: Day; readonly accept: Acceptance }
  /** What a unit has reported; what all units of a level have reported of one input. */
  | { readonly _tag: "Form"; readonly code: string; readonly day: Day }
  | {
      readonly _tag: "Column"
      readonly input: string
      readonly parent: string
      readonly level: UnitLevel
      readonly day: Day
    }
  /** Writes. Once begun it is wanted until it is answered, whatever a person does meanwhile. */
  | { readonly _tag: "Record"; readonly rows: ReadonlyArray<EntryRow> }
)

/** The sets, the place that the tab opens on (null where the hint names none), and its day. */
export interface Opened {
  readonly _tag: "Opened"
  readonly sets: ReadonlyArray<CriteriaSetSummary>
  readonly day: Day
  readonly today: Day
  readonly parent: Unit | null
}

export interface Arrived {
  readonly _tag: "Arrived"
  readonly spot: Spot
  readonly matrix: AssessmentMatrix
}

export type AssessAnswer =
  | Opened
  | Arrived
  | { readonly _tag: "Days"; readonly days: ReadonlyArray<ChangeDay> }
  | { readonly _tag: "Group"; readonly group: AnswerOf<typeof api.assessments.group> }
  | { readonly _tag: "Movement"; readonly movement: MovementAnswer }
  | { readonly _tag: "Replacement"; readonly replacement: SetReplacement }
  | { readonly _tag: "Card"; readonly card: Scorecard }
  | { readonly _tag: "Places"; readonly items: ReadonlyArray<Unit> }
  | { readonly _tag: "Targets"; readonly items: ReadonlyArray<TargetOnDay> }
  | { readonly _tag: "Form"; readonly items: ReadonlyArray<ObservedInput> }
  | { readonly _tag: "Column"; readonly input: InputSpec; readonly items: ReadonlyArray<ObservedUnit> }
  | { readonly _tag: "Recorded" }

/** Most units that one answer of the API holds; there are not as many provinces and districts. */
const MOST = 1000

const served = (text: string): Day => {
  if (isDay(text)) return text
  throw new Error(`“${text}” không phải là ngày · is not a day`)
}

const readOpened = async (client: Client, { day, place }: Hint, signal: AbortSignal): Promise<Opened> => {
  const home = await homeUnit(client, signal)
  // A commune that is theirs is today's: on an earlier day its code may be that of a part of it.
  const at = home?.level === "commune" ? undefined : (day ?? undefined)
  const [sets, now, provinces, own] = await Promise.all([
    client.criteria.list({}, signal),
    client.units.list({ level: "province", limit: 1 }, signal),
    client.units.list({ level: "province", as_of: at, limit: MOST }, signal),
    home === null ? null : client.units.get({ code: home.code, as_of: at }, signal)
  ])
  const said = place === null ? "" : ` ${foldVietnamese(place)}`
  return {
    _tag: "Opened",
    sets: sets.items,
    day: served(provinces.asOf),
    today: served(now.asOf),
    // "Hải Phòng", "thành phố Hải Phòng".
    parent: own?.unit ?? provinces.items.find((unit) => said.endsWith(` ${foldVietnamese(unit.name)}`)) ?? null
  }
}

/** What stands on the parent's land on the day; the parent itself where that cannot be told. */
const parentOn = async (client: Client, parent: Unit, from: Day, day: Day, signal: AbortSignal): Promise<Unit> => {
  if (from === day) return parent
  const { predecessors, successors } = await client.units.lineage({ code: parent.code, as_of: from, on: day }, signal)
  return nearestKin(parent, (predecessors ?? successors)?.items ?? [])?.unit ?? parent
}

const readArrived = async (client: Client, to: Spot, from: Day, signal: AbortSignal): Promise<Arrived> => {
  const { accept, day, set } = to
  const parent = await parentOn(client, to.parent, from, day, signal)
  const matrix = await client.assessments.matrix({ set, unit: parent.code, as_of: day, accept }, signal)
  return { _tag: "Arrived", spot: { ...to, parent }, matrix }
}

const readPlaces = async (client: Client, query: string, day: Day, signal: AbortSignal): Promise<AssessAnswer> => {
  const asked =
    query === "" ? { level: "province", as_of: day, limit: MOST } : { q: query, as_of: day, limit: MOST / 10 }
  const { items } = await client.units.list(asked, signal)
  return { _tag: "Places", items: items.filter(({ level }) => level === "province" || level === "district") }
}

/** Carries a question out. Rejects with `ApiProblem`. */
export const readAssess = async (client: Client, read: AssessRead, signal: AbortSignal): Promise<AssessAnswer> => {
  switch (read._tag) {
    case "Open":
      return readOpened(client, read.hint, signal)
    case "Go":
      return readArrived(client, read.to, read.from, signal)
    case "Days":
      return { _tag: "Days", days: changeDays((await client.reorganisations.list({}, signal)).items) }
    case "Group": {
      const { accept, day, parent, set } = read.spot
      const group = await client.assessments.group({ set, unit: parent.code, as_of: day, accept, top: 20 }, signal)
      return { _tag: "Group", group }
    }
    case "Movement": {
      const { accept, day, parent, set } = read.spot
      const asked = { set, unit: parent.code, from: read.from, to: day, accept }
      return { _tag: "Movement", movement: await client.movements.group(asked, signal) }
    }
    case "Replacement": {
      const { accept, day, parent, set } = read.spot
      const asked = { set, with: read.to, unit: parent.code, as_of: day, accept }
      return { _tag: "Replacement", replacement: await client.assessments.replacement(asked, signal) }
    }
    case "Card": {
      const { accept, code, day, set } = read
      const asked = { code, as_of: day, accept, set: set ?? undefined }
      return { _tag: "Card", card: await client.assessments.unit(asked, signal) }
    }
    case "Tried": {
      const { accept, code, day, set, trials } = read
      const asked = { code, as_of: day, accept, set: set ?? undefined, body: { values: trials } }
      return { _tag: "Card", card: await client.assessments.whatIf(asked, signal) }
    }
    case "Places":
      return readPlaces(client, read.query, read.day, signal)
    case "Targets": {
      const { accept, day, document } = read
      return {
        _tag: "Targets",
        items: (await client.assessments.targets({ document, as_of: day, accept }, signal)).items
      }
    }
    case "Form": {
      const { code, day } = read
      return { _tag: "Form", items: (await client.observations.ofUnit({ code, as_of: day }, signal)).items }
    }
    case "Column": {
      const { day, input, level, parent } = read
      const column = await client.observations.ofInput({ key: input, as_of: day, unit: parent, level }, signal)
      return { _tag: "Column", input: column.input, items: column.items }
    }
    case "Record":
      await client.observations.record({ body: { rows: read.rows } }, signal)
      return { _tag: "Recorded" }
  }
}
