import type { Client } from "@ntm/contract"
import type { Relative, Unit } from "@ntm/domain/units"
import type { QueryClient } from "@tanstack/solid-query"
import { lineageQuery, unitQuery } from "./units.queries.ts"

/** A unit on a day, with the units above it, the nearest first. */
export interface Standing {
  readonly unit: Unit
  readonly above: ReadonlyArray<Unit>
  readonly asOf: string
}

/** Where a unit's ground is looked for on a map of another day. */
export interface Place {
  readonly day: string
  /** The code that the province carried on that day; undefined where the ground is not known. */
  readonly province: string | undefined
  /** The units on that ground, with shares. */
  readonly relatives: ReadonlyArray<Relative>
}

/** The relative that a reader would take for the unit on another day: its namesake, else the one that holds most of it. */
const foremost = (relatives: ReadonlyArray<Relative>, { name }: Unit): Unit | undefined =>
  (
    relatives.find(({ unit }) => unit.name === name) ??
    relatives.toSorted((a, b) => b.share.low - a.share.low || b.share.high - a.share.high)[0]
  )?.unit

const provinceOf = ({ above, unit }: Pick<Standing, "unit" | "above">): Unit | undefined =>
  unit.level === "province" ? unit : above.find(({ level }) => level === "province")

/** Finds the ground of a unit on another day. Rejects with the client's problem. */
export const placeOn = async (
  client: Client,
  queries: QueryClient,
  standing: Standing,
  day: string
): Promise<Place> => {
  const { asOf, unit } = standing
  const itself = { unit, share: { low: 1, high: 1 }, inferred: false, notes: [] }
  if (day === asOf) return { day, province: provinceOf(standing)?.code, relatives: [itself] }
  const relativesOf = async (code: string): Promise<ReadonlyArray<Relative>> => {
    const { predecessors, successors } = await queries.fetchQuery(lineageQuery(client, code, asOf, day))
    return (predecessors ?? successors)?.items ?? []
  }
  const relatives = await relativesOf(unit.code)
  const main = foremost(relatives, unit)
  if (main !== undefined) {
    if (main.level === "province") return { day, province: main.code, relatives }
    const { above = [] } = await queries.fetchQuery(unitQuery(client, main.code, day))
    return { day, province: provinceOf({ unit: main, above })?.code, relatives }
  }
  // A level that ended left no successor: its ground lies in what became of its province.
  const province = provinceOf(standing)
  const provinces = province === undefined || province === unit ? [] : await relativesOf(province.code)
  return { day, province: province && foremost(provinces, province)?.code, relatives }
}
