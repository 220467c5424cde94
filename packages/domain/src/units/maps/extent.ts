import { addDays, type Day } from "../../values/index.ts"
import type { Chronicle } from "../chronicle.ts"
import { unitOn } from "../register.ts"
import type { Share } from "../share.ts"
import type { UnitId } from "../unit.ts"

/** The days over which a unit's ground stayed the same: it ends when the unit gives or takes ground. A rename keeps it. */
export interface Extent {
  readonly from: Day | null
  readonly to: Day | null
  /** What the ground was made of, in codes of the day before: "2025-07-01 11824 11830 11836(0.4)". "" from before all events. */
  readonly formed: string
}

/** What a unit had on a day that it gave or took ground: the ones it came from, itself where it was there before. */
export interface Part {
  readonly id: UnitId
  readonly share: Share
}

const whole: Share = { all: 1, by: {} }

/** Whether anything passed to or from the unit on the day, or it began or had ended then. */
export const groundChangedOn = ({ register, lineage }: Chronicle, id: UnitId, day: Day): boolean => {
  const rows = register.byId.get(id) ?? []
  const last = rows.at(-1)?.validTo ?? null
  return (
    rows[0]?.validFrom === day ||
    (last !== null && addDays(last, 1) === day) ||
    lineage.from.get(id)?.some((transfer) => transfer.day === day) === true ||
    lineage.to.get(id)?.some((transfer) => transfer.day === day) === true
  )
}

/** What the unit's ground of the day was made of, where that day changed it. */
export const partsOn = ({ register, lineage }: Chronicle, id: UnitId, day: Day): ReadonlyArray<Part> => {
  const taken = (lineage.to.get(id) ?? []).filter((transfer) => transfer.day === day)
  const parts = taken.map(({ fromId, share }): Part => ({ id: fromId, share }))
  // What a giver keeps is a transfer to itself; one that only takes has all of its own.
  const gives = lineage.from.get(id)?.some((transfer) => transfer.day === day) === true
  const stood = unitOn(register, id, addDays(day, -1)) !== undefined
  return stood && !gives ? [{ id, share: whole }, ...parts] : parts
}

const shareText = ({ all, by }: Share): string => {
  const apart = Object.entries(by).map(([weight, share]) => `${weight} ${share}`)
  return all === 1 && apart.length === 0 ? "" : `(${[all ?? "?", ...apart.sort()].join(", ")})`
}

const formedOf = (chronicle: Chronicle, id: UnitId, from: Day | null): string => {
  if (from === null) return ""
  const lastDay = addDays(from, -1)
  const parts = partsOn(chronicle, id, from).map(
    (part) => `${unitOn(chronicle.register, part.id, lastDay)?.code ?? "?"}${shareText(part.share)}`
  )
  return [from, ...parts.sort()].join(" ")
}

/** The extent that the unit had on the day; `undefined` if it did not stand. */
export const extentOn = (chronicle: Chronicle, id: UnitId, day: Day): Extent | undefined => {
  const { register, lineage } = chronicle
  if (unitOn(register, id, day) === undefined) return undefined
  const rows = register.byId.get(id) ?? []
  const changes = [...(lineage.from.get(id) ?? []), ...(lineage.to.get(id) ?? [])]
    .map((transfer) => transfer.day)
    .sort()
  const from = changes.findLast((change) => change <= day) ?? rows[0]?.validFrom ?? null
  const next = changes.find((change) => change > day)
  const to = next === undefined ? (rows.at(-1)?.validTo ?? null) : addDays(next, -1)
  return { from, to, formed: formedOf(chronicle, id, from) }
}
