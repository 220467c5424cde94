/** From low to high along one axis. */
export type Reach = readonly [low: number, high: number]

/** Longest empty stretch that is drawn as it is, as a part of all that is not empty. */
const LONGEST = 0.08

const merged = (reaches: ReadonlyArray<Reach>): ReadonlyArray<Reach> => {
  const whole: Array<Reach> = []
  for (const [low, high] of [...reaches].sort(([a], [b]) => a - b)) {
    const last = whole.at(-1)
    if (last !== undefined && low <= last[1]) whole[whole.length - 1] = [last[0], Math.max(last[1], high)]
    else whole.push([low, high])
  }
  return whole
}

/** One axis of a map on which empty stretches are shortened. */
export interface Axis {
  /** Where a place stands, from 0 to `length`. */
  readonly at: (place: number) => number
  readonly length: number
  readonly shortened: boolean
}

/**
 * An axis along which long stretches without any unit are shortened: a far island keeps its side and its size, and the
 * land does not shrink to a speck beside the sea.
 */
export const axisOf = (reaches: ReadonlyArray<Reach>): Axis => {
  const parts = merged(reaches)
  const longest = LONGEST * parts.reduce((sum, [low, high]) => sum + high - low, 0)
  let end = 0
  let shortened = false
  const placed = parts.map(([low, high], index) => {
    const gap = low - (parts[index - 1]?.[1] ?? low)
    if (gap > longest) shortened = true
    const start = end + Math.min(gap, longest)
    end = start + high - low
    return { low, high, start }
  })
  return {
    at: (place) => {
      const part = placed.findLast(({ low }) => low <= place) ?? placed[0]
      return part === undefined ? 0 : part.start + Math.max(0, Math.min(place, part.high) - part.low)
    },
    length: end,
    shortened
  }
}
