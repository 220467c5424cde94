import type { AnswerOf, api, Client } from "@ntm/contract"
import type { Relative, Unit, UnitCode, UnitId, UnitLevel } from "@ntm/domain/units"
import { type Day, isDay } from "@ntm/domain/values"
import { type ChangeDay, changeDays } from "./days.ts"
import { nearestKin, type Standing } from "./kin.ts"

/** What the tab of units asks of the API, as data. Equal keys are the same question. */
export type UnitRead = { readonly room: "units"; readonly key: string; readonly after?: number } & (
  | { readonly _tag: "Place"; readonly day: Day | null; readonly from: Origin | null }
  | { readonly _tag: "Below"; readonly code: UnitCode; readonly day: Day }
  | { readonly _tag: "Days" }
  | { readonly _tag: "Search"; readonly query: string; readonly day: Day }
  | { readonly _tag: "Story"; readonly code: UnitCode; readonly day: Day }
  | { readonly _tag: "Map"; readonly province: UnitCode; readonly day: Day }
)

/** Where one comes from: a unit, and those above it, the nearest first, in case nothing took its place. */
export interface Origin extends Standing {
  readonly above: ReadonlyArray<Standing["unit"]>
}

/** A unit with the units directly below it on a day; `code` is "" for the country. */
export interface Branch {
  readonly code: UnitCode | ""
  readonly items: ReadonlyArray<Unit>
}

/** The tree on a day, opened down to a unit. */
export interface Place {
  readonly _tag: "Place"
  readonly day: Day
  readonly counts: Readonly<Record<UnitLevel, number>>
  /** Null: nowhere in particular. */
  readonly at: UnitId | null
  /** The unit that was looked for, or the one above it that something stands for. */
  readonly of: Standing["unit"] | null
  readonly kin: ReadonlyArray<Relative>
  readonly above: ReadonlyArray<Unit>
  readonly branches: ReadonlyArray<Branch>
}

export interface Story {
  readonly _tag: "Story"
  readonly facts: AnswerOf<typeof api.units.get>
  readonly lineage: AnswerOf<typeof api.units.lineage>
  readonly history: AnswerOf<typeof api.units.history>["items"]
}

export interface UnitMap {
  readonly _tag: "Map"
  readonly map: AnswerOf<typeof api.map.get>
}

export interface Found {
  readonly _tag: "Search"
  readonly hits: NonNullable<AnswerOf<typeof api.units.list>["hits"]>
}

export type UnitAnswer =
  | Place
  | Story
  | UnitMap
  | Found
  | { readonly _tag: "Below"; readonly items: ReadonlyArray<Unit> }
  | { readonly _tag: "Days"; readonly days: ReadonlyArray<ChangeDay> }

/** Most units that one answer of the API holds; none has as many directly below it. */
const MOST = 1000
const HITS = 50

/** A day as the server answered it. */
const served = (text: string): Day => {
  if (isDay(text)) return text
  throw new Error(`“${text}” không phải là ngày · is not a day`)
}

const branch = async (client: Client, code: UnitCode, day: Day, signal: AbortSignal): Promise<Branch> => ({
  code,
  items: (await client.units.list({ parent: code, as_of: day, limit: MOST }, signal)).items
})

/** What takes the place of the unit, or of the first above it that anything stands for, on the day. */
const kinOn = async (client: Client, { above, day: from, unit }: Origin, day: Day, signal: AbortSignal) => {
  for (const of of [unit, ...above]) {
    const { predecessors, successors } = await client.units.lineage({ code: of.code, as_of: from, on: day }, signal)
    const kin = (predecessors ?? successors)?.items ?? []
    const nearest = nearestKin(of, kin)
    if (nearest !== undefined) return { of, kin, at: nearest.unit }
  }
  return null
}

const readPlace = async (client: Client, day: Day | null, from: Origin | null, signal: AbortSignal): Promise<Place> => {
  const roots = client.units.list({ level: "province", as_of: day ?? undefined, limit: MOST }, signal)
  // A failure is told by the await below; until then nobody listens.
  roots.catch(() => undefined)
  const found = from === null || day === null ? null : await kinOn(client, from, day, signal)
  const above =
    found === null || day === null
      ? []
      : ((await client.units.get({ code: found.at.code, as_of: day }, signal)).above ?? [])
  const { asOf, counts, items } = await roots
  const on = served(asOf)
  return {
    _tag: "Place",
    day: on,
    counts,
    at: found?.at.id ?? null,
    of: found?.of ?? null,
    kin: found?.kin ?? [],
    above,
    branches: [{ code: "", items }, ...(await Promise.all(above.map(({ code }) => branch(client, code, on, signal))))]
  }
}

/** Carries a question out. Rejects with `ApiProblem`. */
export const readUnits = async (client: Client, read: UnitRead, signal: AbortSignal): Promise<UnitAnswer> => {
  switch (read._tag) {
    case "Place":
      return readPlace(client, read.day, read.from, signal)
    case "Below":
      return { _tag: "Below", items: (await branch(client, read.code, read.day, signal)).items }
    case "Days":
      return { _tag: "Days", days: changeDays((await client.reorganisations.list({}, signal)).items) }
    case "Search": {
      const { hits = [] } = await client.units.list({ q: read.query, as_of: read.day, limit: HITS }, signal)
      return { _tag: "Search", hits }
    }
    case "Story": {
      const of = { code: read.code, as_of: read.day }
      const [facts, lineage, history] = await Promise.all([
        client.units.get(of, signal),
        client.units.lineage(of, signal),
        client.units.history(of, signal)
      ])
      return { _tag: "Story", facts, lineage, history: history.items }
    }
    case "Map":
      return { _tag: "Map", map: await client.map.get({ province: read.province, as_of: read.day, zoom: 1 }, signal) }
  }
}
