import { Schema } from "effect"
import { addDays } from "../../values/index.ts"
import { allOf } from "./amounts.ts"
import { sameAttributes } from "../attributes.ts"
import type { Chronicle } from "../chronicle.ts"
import { reaches } from "./fate.ts"
import type { Plan } from "./plan.ts"
import { standsOn } from "../register.ts"
import type { Transfer } from "../transfer.ts"
import type { Unit, UnitId } from "../unit.ts"

const FieldChange = Schema.Literals(["name", "type", "code", "parent", "parentCode", "weights", "attributes", "centre"])
export type FieldChange = typeof FieldChange.Type

/** What an event does to one unit. */
export interface UnitEffect {
  readonly fate: "begins" | "ends" | "continues"
  /** On the day before; null for a new unit. */
  readonly before: Unit | null
  /** From the day on; null for one that ends. */
  readonly after: Unit | null
  readonly changes: ReadonlyArray<FieldChange>
  readonly takes: ReadonlyArray<Transfer>
  readonly gives: ReadonlyArray<Transfer>
  /** How many units lie directly below it, before and after. */
  readonly childrenBefore: number
  readonly childrenAfter: number
}

/** An event before it is applied: what it would do to each unit that it concerns, and what becomes of codes. */
export interface PlanPreview {
  readonly effects: ReadonlyArray<UnitEffect>
  /** Codes that name another unit from the day on than the day before. */
  readonly reusedCodes: ReadonlyArray<{ readonly code: string; readonly before: Unit; readonly after: Unit }>
  /** Codes that name nothing any more. */
  readonly freedCodes: ReadonlyArray<string>
}

const changesOf = (before: Unit, after: Unit): ReadonlyArray<FieldChange> => {
  const differs = {
    name: before.name !== after.name,
    type: before.type !== after.type,
    code: before.code !== after.code,
    parent: before.parentId !== after.parentId,
    parentCode: before.parentCode !== after.parentCode,
    weights: JSON.stringify(allOf(before)) !== JSON.stringify(allOf(after)),
    attributes: !sameAttributes(before.attributes ?? {}, after.attributes ?? {}),
    centre: before.lon !== after.lon || before.lat !== after.lat
  }
  return FieldChange.literals.filter((field) => differs[field])
}

/** What the plan would do, unit by unit; the new ones first, in the order of the event. */
export const preview = (chronicle: Chronicle, plan: Plan): PlanPreview => {
  const before = new Map(plan.ends.map((row) => [row.id, row]))
  const after = new Map(plan.begins.map((row) => [row.id, row]))
  const takes = Map.groupBy(plan.transfers, (transfer) => transfer.toId)
  const gives = Map.groupBy(plan.transfers, (transfer) => transfer.fromId)
  const { register } = chronicle
  const arriving = Map.groupBy(plan.begins, (row) => row.parentId)
  const lastDay = addDays(plan.reorganisation.day, -1)
  const below = (id: UnitId) => {
    const standing = (register.byParent.get(id) ?? []).filter((row) => standsOn(row, lastDay))
    const staying = standing.filter((row) => !before.has(row.id) && reaches(row, plan.reorganisation.day))
    return { childrenBefore: standing.length, childrenAfter: staying.length + (arriving.get(id)?.length ?? 0) }
  }
  const effects = [...new Set([...after.keys(), ...before.keys()])].map((id): UnitEffect => {
    const old = before.get(id) ?? null
    const row = after.get(id) ?? null
    return {
      fate: old === null ? "begins" : row === null ? "ends" : "continues",
      before: old,
      after: row,
      changes: old === null || row === null ? [] : changesOf(old, row),
      takes: (takes.get(id) ?? []).filter((transfer) => transfer.fromId !== id),
      gives: (gives.get(id) ?? []).filter((transfer) => transfer.toId !== id),
      ...below(id)
    }
  })
  const codesAfter = new Map(plan.begins.map((row) => [row.code, row]))
  return {
    effects: effects.toSorted((a, b) => Number(a.before !== null) - Number(b.before !== null)),
    reusedCodes: plan.ends.flatMap((row) => {
      const taker = codesAfter.get(row.code)
      return taker === undefined || taker.id === row.id ? [] : [{ code: row.code, before: row, after: taker }]
    }),
    freedCodes: plan.ends.filter((row) => !codesAfter.has(row.code)).map((row) => row.code)
  }
}
