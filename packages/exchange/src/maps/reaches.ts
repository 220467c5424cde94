import { lineOf, type Net, within } from "./net.ts"

/** How far the land of each unit goes from its centre. */
export interface Reaches {
  /** In km, by site: how far a unit at the edge goes towards the open side. */
  readonly reach: ReadonlyArray<number>
  /** By triangle: whether its three units meet in its centre, however far off. Otherwise there is open land between. */
  readonly closed: ReadonlyArray<boolean>
}

/** How far a lone unit reaches, in km: an area of some 60 km². */
const ALONE = 4.5

/** A unit at the edge reaches beyond its centre this part of the way to its neighbours. */
const BEYOND = 0.6

/** Nobody reaches farther than this many times what is usual: an island keeps off its neighbours' sea. */
const FARTHEST = 2

/** Between neighbours no land is left out up to this many times their usual distance; wider waters stay open. */
const CLOSED = 1.5

const distance = (net: Net, a: number, b: number): number => {
  const [p, q] = [net.points[a] ?? [0, 0], net.points[b] ?? [0, 0]]
  return Math.hypot(p[0] - q[0], p[1] - q[1])
}

const median = (values: ReadonlyArray<number>): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Mean distance to the three nearest neighbours that stand elsewhere; null where there are none. */
const spacingOf = (net: Net, index: number): number | null => {
  const spot = net.sites[index]?.spot
  const near = (net.cells[index]?.sides ?? [])
    .filter(({ neighbour }) => neighbour < net.sites.length && net.sites[neighbour]?.spot !== spot)
    .map(({ neighbour }) => distance(net, index, neighbour))
    .toSorted((a, b) => a - b)
    .slice(0, 3)
  return near.length === 0 ? null : near.reduce((sum, km) => sum + km, 0) / near.length
}

/** Closes what is open only inward: water that no way leads to from outside belongs to the units around it. */
const withoutHoles = (
  net: Net,
  reach: ReadonlyArray<number>,
  closed: ReadonlyArray<boolean>
): ReadonlyArray<boolean> => {
  const ways = new Map<number, Array<number>>()
  for (const { index, sides } of net.cells) {
    for (const side of sides) {
      const widest = Math.max(reach[index] ?? 0, reach[side.neighbour] ?? 0)
      if (closed[side.from] === true || closed[side.to] === true) continue
      if (within(lineOf(net, index, side), widest) !== null) continue
      const onward = ways.get(side.from)
      if (onward === undefined) ways.set(side.from, [side.to])
      else onward.push(side.to)
    }
  }
  const open = new Set(
    net.triangles.flatMap(({ corners }, t) => (corners.some((corner) => corner >= net.sites.length) ? [t] : []))
  )
  for (const t of open) for (const next of ways.get(t) ?? []) open.add(next)
  return closed.map((_, t) => !open.has(t))
}

/**
 * Decides the outline of the centres: outwards each unit reaches as far as its neighbours' distance suggests, inside
 * neighbours meet, so that no land is left out between them.
 */
export const reachesOf = (net: Net): Reaches => {
  const spacings = net.sites.map((_, index) => spacingOf(net, index))
  const usual = median(spacings.filter((spacing) => spacing !== null))
  const capped = spacings.map((spacing) => (spacing === null ? null : Math.min(spacing, FARTHEST * usual)))
  const closed = net.triangles.map(({ corners, centre }) => {
    if (corners.some((corner) => corner >= net.sites.length)) return false
    const [x, y] = net.points[corners[0]] ?? [0, 0]
    const most = Math.max(...corners.map((corner) => capped[corner] ?? ALONE))
    return Math.hypot(centre[0] - x, centre[1] - y) <= CLOSED * most
  })
  const reach = capped.map((spacing) => (spacing === null ? ALONE : BEYOND * spacing))
  return { reach, closed: withoutHoles(net, reach, closed) }
}
