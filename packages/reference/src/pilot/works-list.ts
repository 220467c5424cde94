import { largestRemainder } from "@ntm/domain/values"
import { Sector } from "@ntm/domain/works"
import { type Draw, shuffled } from "./draw.ts"
import type { BatchCommune } from "./works-communes.ts"
import type { BatchPlan, Kind, WorksFile } from "./works-file.ts"

/** A work as drawn; its money in parts of what its district has, until that is known. */
export interface DrawnWork {
  readonly code: string
  readonly name: string
  readonly sector: Sector
  readonly kind: Kind
  readonly batch: BatchPlan
  readonly commune: BatchCommune
  /** The first of its commune to be built. */
  readonly isFirst: boolean
  /** Paid by the budget of its district. */
  readonly isLocal: boolean
  readonly size: number
  readonly cost: number
  /** Calendar days that its construction is planned to take. */
  readonly days: number
}

/** A number between two, as drawn. */
export const between = ([from, to]: readonly [number, number], drawn: number): number => from + (to - from) * drawn

const kindFor = (kinds: ReadonlyArray<Kind>, drawn: number): Kind | undefined => {
  const all = kinds.reduce((sum, { weight }) => sum + weight, 0)
  let left = drawn * all
  return kinds.find(({ weight }) => (left -= weight) < 0) ?? kinds.at(-1)
}

/** How many works of a sector each commune has. */
const shares = (batch: BatchPlan, communes: ReadonlyArray<BatchCommune>, sector: Sector, count: number, draw: Draw) =>
  largestRemainder(
    communes.map(({ unit }) => 0.75 + 0.5 * draw("share", batch.id, sector, unit.code)),
    count
  ) ?? []

/** "Nâng cấp đường trục thôn, tuyến 3, xã Tân Hưng"; those of which a commune has one go without a number. */
const nameOf = ({ each, name }: Kind, number: number, of: number, { unit }: BatchCommune): string =>
  `${name}${of === 1 ? "" : `, ${each} ${number}`}, ${unit.type} ${unit.name}`

type Unnamed = Omit<DrawnWork, "code" | "name" | "isFirst" | "isLocal">

const worksOfCommune = (
  { kinds }: WorksFile,
  batch: BatchPlan,
  commune: BatchCommune,
  counts: ReadonlyMap<Sector, number>,
  draw: Draw
): ReadonlyArray<DrawnWork> => {
  const { unit } = commune
  const drawn = [...counts].flatMap(([sector, count]) =>
    Array.from({ length: count }, (_, at): Unnamed | undefined => {
      const one = (what: string) => draw(what, batch.id, unit.code, sector, at)
      const kind = kindFor(kinds[sector] ?? [], one("kind"))
      if (kind === undefined) return undefined
      const big = one("size")
      const size = between(kind.size, big)
      return {
        sector,
        kind,
        batch,
        commune,
        size: kind.unit === "km" ? Math.round(size * 100) / 100 : Math.round(size),
        cost: between(kind.cost, 0.7 * big + 0.3 * one("cost")),
        days: Math.round(batch.stretch * between(kind.days, 0.5 * big + 0.5 * one("days")))
      }
    }).filter((work) => work !== undefined)
  )
  const byKind = Map.groupBy(drawn, ({ kind }) => kind)
  const numbers = new Map<Kind, number>()
  return drawn.map((work, at): DrawnWork => {
    const number = (numbers.get(work.kind) ?? 0) + 1
    numbers.set(work.kind, number)
    return {
      ...work,
      code: `${batch.code}-${unit.code}-${String(at + 1).padStart(2, "0")}`,
      name: nameOf(work.kind, number, byKind.get(work.kind)?.length ?? 1, commune),
      isFirst: at === 0,
      isLocal: false
    }
  })
}

/** Works of a batch, commune by commune, with as many of each sector and paid by districts as the counts say. */
export const worksOf = (
  file: WorksFile,
  batch: BatchPlan,
  communes: ReadonlyArray<BatchCommune>,
  count: (figure: string) => number,
  draw: Draw
): ReadonlyArray<DrawnWork> => {
  const bySector = Object.entries(batch.sectors).map(([key, figure]) => {
    const sector = Sector.literals.find((one) => one === key) ?? "other"
    return { sector, of: shares(batch, communes, sector, count(figure), draw) }
  })
  const works = communes.flatMap((commune, at) =>
    worksOfCommune(file, batch, commune, new Map(bySector.map(({ of, sector }) => [sector, of[at] ?? 0])), draw)
  )
  const local = new Set(
    batch.districts.flatMap(({ code, local: figure }) =>
      figure === undefined
        ? []
        : shuffled(
            draw,
            works.filter(({ commune, isFirst }) => commune.district.code === code && !isFirst),
            (work) => work.code
          )
            .slice(0, count(figure))
            .map((work) => work.code)
    )
  )
  return works.map((work) => (local.has(work.code) ? { ...work, isLocal: true } : work))
}
