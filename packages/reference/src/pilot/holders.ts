import { type Draw, shuffled } from "./draw.ts"

/** A unit of a later day and, of those chosen among, the units that it came from. */
export interface Later<A> {
  readonly unit: A
  readonly from: ReadonlyArray<A>
}

/** A day on which as many units as `whole` must come from holders alone. */
export interface Stage<A> {
  readonly units: ReadonlyArray<Later<A>>
  readonly whole: number
  /** Only these may be without the tier on the day; null: any. */
  readonly without: ReadonlySet<A> | null
}

/** Who among `units` does not hold, so that every later unit in `broken` came from one of them and none in `whole` did. */
const nonHolders = <A extends number>(
  units: ReadonlyArray<A>,
  count: number,
  broken: ReadonlyArray<Later<A>>,
  whole: ReadonlyArray<Later<A>>,
  without: ReadonlySet<A> | null,
  draw: Draw
): ReadonlySet<A> | undefined => {
  const kept = new Set(whole.flatMap(({ from }) => from))
  const free = new Set(units.filter((unit) => !kept.has(unit) && without?.has(unit) !== false))
  const chosen = new Set<A>()
  for (const { from } of shuffled(draw, broken, ({ unit }) => unit)) {
    if (from.some((unit) => chosen.has(unit))) continue
    const [first] = shuffled(
      draw,
      from.filter((unit) => free.has(unit)),
      (unit) => unit
    )
    if (first === undefined) return undefined
    chosen.add(first)
  }
  for (const unit of shuffled(draw, free, (unit) => unit)) if (chosen.size < count) chosen.add(unit)
  return chosen.size === count ? chosen : undefined
}

/** The later units that come from holders alone: those that can be nothing else, then others as drawn. */
const wholeOnes = <A extends number>({ units, whole }: Stage<A>, free: ReadonlySet<A> | null, draw: Draw) => {
  const forced = units.filter(({ from }) => free !== null && !from.some((unit) => free.has(unit)))
  const others = shuffled(
    draw,
    units.filter((one) => !forced.includes(one)),
    ({ unit }) => unit
  )
  return [...forced, ...others].slice(0, whole)
}

const attempt = <A extends number>(
  units: ReadonlyArray<A>,
  count: number,
  stages: ReadonlyArray<Stage<A>>,
  without: ReadonlySet<A> | null,
  draw: Draw
): ReadonlySet<A> | undefined => {
  const [next, ...later] = stages
  if (next === undefined) {
    const none = nonHolders(units, units.length - count, [], [], without, draw)
    return none && new Set(units.filter((unit) => !none.has(unit)))
  }
  const among = next.units.map(({ unit }) => unit)
  const chosen =
    later.length === 0
      ? new Set(wholeOnes(next, without, draw).map(({ unit }) => unit))
      : attempt(among, next.whole, later, next.without, draw)
  if (chosen === undefined || chosen.size !== next.whole) return undefined
  const whole = next.units.filter(({ unit }) => chosen.has(unit))
  const broken = next.units.filter(({ unit }) => !chosen.has(unit))
  const none = nonHolders(units, units.length - count, broken, whole, without, draw)
  return none && new Set(units.filter((unit) => !none.has(unit)))
}

/** Draws that are tried before it is said that there is no answer; the pilot's are found at the first few. */
const MOST_DRAWS = 200

/**
 * Chooses which `count` of the units hold a tier, so that on every later day exactly as many units as asked came from holders
 * alone. Undefined where no draw gives that.
 */
export const chooseHolders = <A extends number>(
  units: ReadonlyArray<A>,
  count: number,
  stages: ReadonlyArray<Stage<A>>,
  draw: Draw
): ReadonlySet<A> | undefined => {
  for (let tried = 0; tried < MOST_DRAWS; tried++) {
    const found = attempt(units, count, stages, null, (...names) => draw(tried, ...names))
    if (found !== undefined) return found
  }
  return undefined
}
