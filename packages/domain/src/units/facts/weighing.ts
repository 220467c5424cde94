import type { Chronicle } from "../chronicle.ts"
import { type Interval, intervalOf } from "../share.ts"
import { weightOf } from "../unit-weights.ts"
import type { WeightName } from "../weights.ts"
import { type Epoch, type EpochLink, epochsOf, firstRowOf, lastRowOf } from "./epochs.ts"

/** Fractions that are written in decimals need not add up to the last bit. */
const SLACK = 1e-12

/** A share as it is known: between two fractions, and the likely one where there is one. */
export interface KnownShare extends Interval {
  readonly estimate: number | null
}

/** What passes over one link, of all that passes from (or comes to) the same epoch. */
export interface Flow extends KnownShare {
  /** Over how many links anything passes from there (or comes to there); the flow is whole where this is the only one. */
  readonly branches: number
}

/** The shares of one weight (null: of everything) on all links, and the weights themselves. A link over which nothing passes has no flow. */
export interface Weighing {
  /** Of the giver, how much goes to the taker; by the link's index. */
  readonly forward: ReadonlyArray<Flow | undefined>
  /** Of the taker, how much came from the giver; by the link's index. */
  readonly backward: ReadonlyArray<Flow | undefined>
  /** What the epoch weighed on its last day. */
  readonly atEnd: (epoch: Epoch) => number | null
  /** What the epoch weighed as it began: what came together, else as its row states. */
  readonly atBegin: (epoch: Epoch) => number | null
  /** Whether it was formed of nothing but ground over whose links nothing passes, however many events ago. */
  readonly ofNothing: (epoch: Epoch) => boolean
}

const whole: Flow = { low: 1, high: 1, estimate: 1, branches: 1 }

const total = (numbers: ReadonlyArray<number>): number => numbers.reduce((sum, number) => sum + number, 0)

/** Parts of one whole: an unknown one is what the others leave. */
const tightened = (parts: ReadonlyArray<Interval>): ReadonlyArray<Interval> => {
  const lows = total(parts.map(({ low }) => low))
  const highs = total(parts.map(({ high }) => high))
  return parts.map((part) => {
    const low = Math.max(part.low, 1 - (highs - part.high))
    const high = Math.min(part.high, 1 - (lows - part.low))
    return part.low === part.high || low > high ? part : { low, high }
  })
}

const forwardOf = ({ went }: Epoch, weight: WeightName | null): ReadonlyArray<Flow | undefined> => {
  const shares = tightened(went.map(({ share }) => intervalOf(share, weight)))
  const branches = shares.filter(({ high }) => high > SLACK).length
  return shares.map(({ low, high }) =>
    high <= SLACK
      ? undefined
      : branches === 1
        ? whole
        : { low, high, estimate: high - low <= SLACK ? (low + high) / 2 : null, branches }
  )
}

/** The amounts that came over the links, as fractions of their sum; nothing is known of them where one amount is not. */
const backwardOf = (flows: ReadonlyArray<Flow | undefined>, given: ReadonlyArray<number | null>) => {
  const branches = flows.filter((flow) => flow !== undefined).length
  const lows = flows.map((flow, at) => (flow === undefined ? 0 : flow.low * (given[at] ?? 0)))
  const highs = flows.map((flow, at) => (flow === undefined ? 0 : flow.high * (given[at] ?? Infinity)))
  const likely = flows.map((flow, at) => {
    const amount = given[at] ?? null
    return flow === undefined ? 0 : flow.estimate === null || amount === null ? null : flow.estimate * amount
  })
  const sum = sumOfKnown(likely)
  const fraction = (part: number, rest: number, unknown: number) => {
    const of = part / (part + rest)
    return Number.isNaN(of) ? unknown : of
  }
  return flows.map((flow, at): Flow | undefined => {
    if (flow === undefined) return undefined
    if (branches === 1) return whole
    const low = lows[at] ?? 0
    const high = highs[at] ?? Infinity
    const othersLow = total(lows.filter((_, other) => other !== at))
    const othersHigh = total(highs.filter((_, other) => other !== at))
    const own = likely[at] ?? null
    return {
      low: fraction(low, othersHigh, 0),
      high: fraction(high, othersLow, 1),
      estimate: own === null || sum === null || sum === 0 ? null : own / sum,
      branches
    }
  })
}

/** The sum of all; null where one of them is not known. */
const sumOfKnown = (all: ReadonlyArray<number | null>): number | null =>
  all.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)

const weigh = (chronicle: Chronicle, weight: WeightName | null): Weighing => {
  const { all, links } = epochsOf(chronicle)
  const forward: Array<Flow | undefined> = links.map(() => undefined)
  const backward: Array<Flow | undefined> = links.map(() => undefined)
  const assign = (
    to: Array<Flow | undefined>,
    ordered: ReadonlyArray<EpochLink>,
    flows: ReadonlyArray<Flow | undefined>
  ) =>
    ordered.forEach((link, position) => {
      to[link.index] = flows[position]
    })
  const weighed = (row: ReturnType<typeof lastRowOf>) =>
    row === undefined || weight === null ? null : weightOf(row, weight)
  const ends = all.map((epoch) => weighed(lastRowOf(chronicle, epoch)))
  const atEnd = ({ index }: Epoch) => ends[index] ?? null
  for (const epoch of all) assign(forward, epoch.went, forwardOf(epoch, weight))
  for (const { came } of all) {
    const flows = came.map(({ index }) => forward[index])
    assign(
      backward,
      came,
      backwardOf(
        flows,
        came.map(({ from }) => atEnd(from))
      )
    )
  }
  const cameTogether = ({ came }: Epoch) =>
    sumOfKnown(
      came.map(({ index, from }) => {
        const flow = forward[index]
        const amount = flow === undefined ? 0 : atEnd(from)
        return flow === undefined ? 0 : flow.estimate === null || amount === null ? null : flow.estimate * amount
      })
    )
  const atBegin = (epoch: Epoch) =>
    (epoch.came.length === 0 ? null : cameTogether(epoch)) ?? weighed(firstRowOf(chronicle, epoch))
  const empty: Array<boolean | undefined> = all.map(() => undefined)
  const ofNothing = ({ came, index }: Epoch): boolean => {
    const known =
      empty[index] ??
      (came.length > 0 && came.every((link) => forward[link.index] === undefined || ofNothing(link.from)))
    empty[index] = known
    return known
  }
  return { forward, backward, atEnd, atBegin, ofNothing }
}

const known = new WeakMap<Chronicle, Map<WeightName | null, Weighing>>()

/** The chronicle's links weighed by one weight, once for each weight. */
export const weighingOf = (chronicle: Chronicle, weight: WeightName | null): Weighing => {
  const all = known.get(chronicle) ?? new Map<WeightName | null, Weighing>()
  known.set(chronicle, all)
  const weighing = all.get(weight) ?? weigh(chronicle, weight)
  all.set(weight, weighing)
  return weighing
}
