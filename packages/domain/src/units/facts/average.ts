import { isWhole } from "./portion.ts"
import type { Piece, Range } from "./range.ts"

/** The range that a rate can take; a null maximum is none. */
export interface RateRange {
  readonly min: number
  readonly max: number | null
}

/** A weight and a numerator that a piece may have together. */
interface Point {
  readonly weight: number
  readonly numerator: number
}

const sum = (points: ReadonlyArray<Point>, of: (point: Point) => number): number =>
  points.reduce((total, point) => total + of(point), 0)

/**
 * Corners of what a piece may be at its highest, in weight and numerator.
 *
 * **Details** A piece of weight m of a whole of weight W and numerator N has a numerator of at most max·m, and leaves at
 * least min·(W − m) to the others. The lower of the two bends where they meet.
 */
const highest = ({ portion, value, weight }: Piece & { readonly weight: number }, range: RateRange) => {
  const whole: Point = { weight, numerator: value * weight }
  if (isWhole(portion)) return [whole]
  const min = Math.min(range.min, value)
  const max = range.max === null ? Infinity : Math.max(range.max, value)
  const at = (piece: number): Point => ({
    weight: piece,
    // 0 × ∞ is nothing here only while there is a maximum; without one the smallest piece may carry all.
    numerator:
      max === Infinity
        ? value * weight - min * (weight - piece)
        : Math.min(max * piece, value * weight - min * (weight - piece))
  })
  const least = portion.low * weight
  const most = portion.high * weight
  const bend = max === Infinity || max === min ? least : ((value - min) * weight) / (max - min)
  return [at(least), ...(bend > least && bend < most ? [at(bend)] : []), at(most)]
}

/** The same at its lowest, numerators negated. */
const lowest = ({ portion, value, weight }: Piece & { readonly weight: number }, range: RateRange) => {
  if (isWhole(portion)) return [{ weight, numerator: -value * weight }]
  const min = Math.min(range.min, value)
  const least = portion.low * weight
  const most = portion.high * weight
  if (range.max === null) return [least, most].map((piece): Point => ({ weight: piece, numerator: -min * piece }))
  const max = Math.max(range.max, value)
  const at = (piece: number): Point => ({
    weight: piece,
    numerator: -Math.max(min * piece, value * weight - max * (weight - piece))
  })
  const bend = max === min ? least : ((max - value) * weight) / (max - min)
  return [at(least), ...(bend > least && bend < most ? [at(bend)] : []), at(most)]
}

/** The ratio grows with every round and takes each choice of corners at most once; a handful of rounds is usual. */
const MOST_ROUNDS = 100

/**
 * The highest ratio of all numerators to all weights, one corner taken of each piece (Dinkelbach's method). Infinity
 * where nothing bounds it.
 */
const highestRatio = (pieces: ReadonlyArray<ReadonlyArray<Point>>): number => {
  let chosen = pieces.flatMap((corners) => corners.slice(-1))
  let ratio = sum(chosen, ({ numerator }) => numerator) / sum(chosen, ({ weight }) => weight)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const gain = (point: Point) => point.numerator - ratio * point.weight
    chosen = pieces.flatMap((corners) => {
      const [first, ...others] = corners
      return first === undefined
        ? []
        : [others.reduce((best, point) => (gain(point) > gain(best) ? point : best), first)]
    })
    const weight = sum(chosen, (point) => point.weight)
    const numerator = sum(chosen, (point) => point.numerator)
    if (weight <= 0) return numerator > 0 ? Infinity : ratio
    const next = numerator / weight
    if (next <= ratio) return ratio
    ratio = next
  }
  return ratio
}

/** Why rates have no average: weights that are missing (or all 0), or no bound to what it may be. */
export type NoAverage = "noWeight" | "unbounded"

const isWeighed = (piece: Piece): piece is Piece & { readonly weight: number } => piece.weight !== null

const weightedMean = (pieces: ReadonlyArray<Piece & { readonly weight: number }>): number | null => {
  let weights = 0
  let numerators = 0
  for (const { portion, value, weight } of pieces) {
    if (portion.estimate === null) return null
    weights += weight * portion.estimate
    numerators += weight * portion.estimate * value
  }
  return weights > 0 ? numerators / weights : null
}

/** An average lies between the least and the greatest rate, whatever the weights are. */
const between = (pieces: ReadonlyArray<Piece>): Range => {
  const rates = pieces.map(({ value }) => value)
  const [low, high] = [Math.min(...rates), Math.max(...rates)]
  return { low, high, estimate: low === high ? low : null }
}

/**
 * The average of rates by their weight.
 *
 * **Details** Of wholes whose weights are not known it is somewhere between their rates. The bounds hold for any way in which rate and weight are spread within the pieces' wholes, while each rate
 * stays in its range; the estimate takes a part to be like its whole. A rate alone needs no weight. A value outside the
 * range widens it for the unit that reported it.
 */
export const averaged = (pieces: ReadonlyArray<Piece>, range: RateRange): Range | NoAverage => {
  const [alone, ...others] = pieces
  const weighed = others.length === 0 ? pieces.map((piece) => ({ ...piece, weight: 1 })) : pieces.filter(isWeighed)
  if (alone === undefined) return "noWeight"
  if (weighed.length < pieces.length)
    return pieces.every(({ portion }) => isWhole(portion)) ? between(pieces) : "noWeight"
  if (weighed.every(({ portion, weight }) => weight * portion.high <= 0)) return "noWeight"
  const estimate = others.length === 0 ? alone.value : weightedMean(weighed)
  if (weighed.every(({ portion }) => isWhole(portion))) {
    return estimate === null ? "noWeight" : { low: estimate, high: estimate, estimate }
  }
  const high = highestRatio(weighed.map((piece) => highest(piece, range)))
  // 0 − 0 is 0, while −0 would be printed with a sign.
  const low = 0 - highestRatio(weighed.map((piece) => lowest(piece, range)))
  if (!Number.isFinite(high) || !Number.isFinite(low)) return "unbounded"
  return { low, high, estimate: estimate === null ? null : Math.min(high, Math.max(low, estimate)) }
}
