import { changedAttributes, sameAttributes, sharedAttributes } from "../attributes.ts"
import { type Amounts, allOf, type Flow, totalOf } from "./amounts.ts"
import type { Fate } from "./fate.ts"
import type { Draft, Statements } from "./statements.ts"
import type { Unit, UnitId } from "../unit.ts"
import { weightFields } from "../unit-weights.ts"
import { type StatedWeights } from "../weights.ts"

/** Rows that end the day before and rows that begin on the day. */
export interface Rows {
  readonly ends: ReadonlyArray<Unit>
  readonly begins: ReadonlyArray<Unit>
}

const sameWeights = (a: Unit, b: Unit): boolean => {
  const left = allOf(a)
  const right = allOf(b)
  const names = Object.keys(left)
  return names.length === Object.keys(right).length && names.every((name) => left[name] === right[name])
}

/** Whether the unit stands the same in both rows, their days apart. */
const sameState = (a: Unit, b: Unit): boolean =>
  a.code === b.code &&
  a.name === b.name &&
  a.type === b.type &&
  a.parentId === b.parentId &&
  a.parentCode === b.parentCode &&
  a.lon === b.lon &&
  a.lat === b.lat &&
  sameWeights(a, b) &&
  sameAttributes(a.attributes ?? {}, b.attributes ?? {})

/** The row of a unit from the day on; `incoming` are the flows to it, what it keeps among them. */
const rowAfter = (
  { day, drafts }: Statements,
  fate: Fate,
  { id, before, fresh, edit }: Draft,
  incoming: ReadonlyArray<Flow>,
  gives: boolean
): Unit | null => {
  const { code, name, type } = { ...before, ...fresh }
  const level = fresh?.level ?? before?.level
  if (code === undefined || name === undefined || type === undefined || level === undefined) return null
  const parentId = fate.parentOf(id)
  const parts: ReadonlyArray<Amounts> = incoming.map((flow) => flow.amounts)
  const computed = totalOf(before === null || gives ? parts : [allOf(before), ...parts])
  const weights: StatedWeights = { ...computed, ...fresh?.weights, ...edit.weights }
  const sources = incoming.flatMap((flow) => drafts.get(flow.from)?.before?.attributes ?? {})
  const inherited = before === null ? sharedAttributes(sources) : (before.attributes ?? {})
  const attributes = changedAttributes(changedAttributes(inherited, fresh?.attributes ?? {}), edit.set ?? {})
  const centre = edit.centre ?? fresh?.centre ?? { lon: before?.lon ?? null, lat: before?.lat ?? null }
  return {
    id,
    code: edit.code ?? code,
    name: (edit.name ?? name).trim().normalize("NFC"),
    type: edit.type ?? type,
    level,
    parentId,
    parentCode: parentId === null ? null : fate.codeOf(parentId),
    ...weightFields(weights),
    lon: centre.lon,
    lat: centre.lat,
    validFrom: day,
    validTo: null,
    ...(Object.keys(attributes).length === 0 ? {} : { attributes })
  }
}

/**
 * The rows of all drafts.
 *
 * **Details** A unit that gave or took anything begins a row even where every field stays as it was: its extent is
 * another, and what rests on the event is found by its rows.
 */
export const rowsOf = (statements: Statements, fate: Fate, flows: ReadonlyArray<Flow>): Rows => {
  const { drafts, lastDay } = statements
  const incoming = Map.groupBy(flows, (flow) => flow.to)
  const givers = new Set<UnitId>(flows.map((flow) => flow.from))
  const ends: Array<Unit> = []
  const begins: Array<Unit> = []
  for (const draft of drafts.values()) {
    const { id, before } = draft
    const closed = before === null ? null : { ...before, validTo: lastDay }
    if (fate.ended.has(id)) {
      if (closed !== null) ends.push(closed)
      continue
    }
    const parts = incoming.get(id) ?? []
    const row = rowAfter(statements, fate, draft, parts, givers.has(id))
    if (row === null || (before !== null && parts.length === 0 && sameState(before, row))) continue
    if (closed !== null) ends.push(closed)
    begins.push(row)
  }
  return { ends, begins }
}
