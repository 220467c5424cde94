import type { Day } from "../../values/index.ts"
import type { Chronicle } from "../chronicle.ts"
import { standsOn, unitOn } from "../register.ts"
import type { Unit, UnitId, UnitLevel } from "../unit.ts"
import type { Answer, Derived, Part, Reported } from "./answer.ts"
import { averaged } from "./average.ts"
import type { CarryRule } from "./carry-rule.ts"
import { type Epoch, epochOn, epochsOf } from "./epochs.ts"
import { isWhole } from "./portion.ts"
import { exactly, type Piece, summed } from "./range.ts"
import { reasonsOf } from "./reasons.ts"
import { type Composition, type Report, type Series, seriesOf } from "./series.ts"
import { type Weighing, weighingOf } from "./weighing.ts"

/** On which day a series is asked, and on which day's boundaries. */
export interface AsAsked {
  /** The value as it stood on this day: later reports do not count. */
  readonly on: Day
  /** For the units as they stood on this day, which may lie before or after `on`. */
  readonly boundaries: Day
  /** For these units, in this order; without them for all that stand on `boundaries`, in the order of the register. */
  readonly units?: ReadonlyArray<UnitId>
  /** For units of this level only. */
  readonly level?: UnitLevel
}

type Way = Derived<Report>["way"]
type Reasons = ReturnType<typeof reasonsOf>

const reported = <R extends Report>(report: R): Reported<R> => ({
  kind: "reported",
  unit: report.unit,
  provisional: false,
  range: typeof report.value === "number" ? exactly(report.value) : null,
  holds: typeof report.value === "boolean" ? report.value : null,
  exact: true,
  report
})

const partsOf = <R extends Report>(
  series: Series<R>,
  weighing: Weighing,
  { sources }: Composition,
  way: Way
): ReadonlyArray<{ readonly epoch: Epoch; readonly part: Part<R>; readonly portion: Piece["portion"] }> =>
  sources.flatMap(({ epoch, portion }) => {
    const report = series.own(epoch)
    if (report === undefined) return []
    const { low, high, estimate, inferred } = portion
    const weight = way === "forward" ? weighing.atEnd(epoch) : weighing.atBegin(epoch)
    const part = { unit: epoch.unit, report, share: { low, high, estimate }, whole: isWhole(portion), weight, inferred }
    return [{ epoch, part, portion }]
  })

type Parts<R extends Report> = ReturnType<typeof partsOf<R>>

const epochsOfParts = (parts: Parts<Report>): ReadonlyArray<Epoch> => parts.map(({ epoch }) => epoch)

const derived = <R extends Report>(
  unit: UnitId,
  way: Way,
  parts: Parts<R>,
  value: Pick<Derived<R>, "range" | "holds">
): Derived<R> => ({
  kind: "derived",
  unit,
  provisional: true,
  way,
  ...value,
  exact: value.range === null || value.range.low === value.range.high,
  basis: parts.every(({ part }) => part.whole) ? "exact" : "apportioned",
  parts: parts.map(({ part }) => part),
  inferred: parts.some(({ part }) => part.inferred)
})

const numberOf = <R extends Report>(
  rule: Extract<CarryRule, { readonly carry: "sum" | "average" }>,
  reasons: Reasons,
  epoch: Epoch,
  way: Way,
  parts: Parts<R>,
  missing: ReadonlyArray<Epoch>
): Answer<R> => {
  const { unit } = epoch
  if (missing.length > 0) return reasons.missing(unit, missing)
  const pieces: Array<Piece> = []
  for (const { part, portion } of parts) {
    const { value } = part.report
    if (typeof value === "number") pieces.push({ portion, value, weight: part.weight })
  }
  if (pieces.length < parts.length) return reasons.wrongKind(unit, epochsOfParts(parts))
  if (rule.carry === "sum") {
    const negative = parts.filter(({ part }) => !part.whole && Number(part.report.value) < 0)
    if (negative.length > 0) return reasons.unbounded(unit, epochsOfParts(negative))
    return derived(unit, way, parts, { range: summed(pieces), holds: null })
  }
  const range = averaged(pieces, rule)
  if (range === "unbounded") return reasons.unbounded(unit, epochsOfParts(parts.filter(({ part }) => !part.whole)))
  if (range === "noWeight") {
    const unweighed = epochsOfParts(parts.filter(({ part }) => part.weight === null))
    return reasons.noWeight(unit, unweighed.length === 0 ? [epoch] : unweighed, rule.weight)
  }
  return derived(unit, way, parts, { range, holds: null })
}

const attestedOf = <R extends Report>(
  reasons: Reasons,
  epoch: Epoch,
  way: Way,
  parts: Parts<R>,
  missing: ReadonlyArray<Epoch>
): Answer<R> => {
  const { unit } = epoch
  const wrong = parts.filter(({ part }) => typeof part.report.value !== "boolean")
  if (wrong.length > 0) return reasons.wrongKind(unit, epochsOfParts(wrong))
  const divided = parts.filter(({ part }) => !part.whole)
  if (way === "backward" && divided.length > 0) return reasons.notBackward(epoch, epochsOfParts(divided))
  const fails = parts.some(({ part }) => part.report.value === false)
  if (missing.length > 0 && !fails) return reasons.missing(unit, missing)
  return derived(unit, way, parts, { range: null, holds: !fails })
}

/** A level holds for a unit where all of it had at least that one; so nothing is known as long as one predecessor has not said. */
const lowestOf = <R extends Report>(
  reasons: Reasons,
  epoch: Epoch,
  way: Way,
  parts: Parts<R>,
  missing: ReadonlyArray<Epoch>
): Answer<R> => {
  const { unit } = epoch
  if (missing.length > 0) return reasons.missing(unit, missing)
  const levels = parts.flatMap(({ part }) => (typeof part.report.value === "number" ? [part.report.value] : []))
  if (levels.length < parts.length) return reasons.wrongKind(unit, epochsOfParts(parts))
  const divided = parts.filter(({ part }) => !part.whole)
  if (way === "backward" && divided.length > 0) return reasons.notBackward(epoch, epochsOfParts(divided))
  // A unit formed of nothing that anybody reported about.
  if (levels.length === 0) return reasons.missing(unit, [epoch])
  return derived(unit, way, parts, { range: exactly(Math.min(...levels)), holds: null })
}

/**
 * A series of facts on any day's boundaries: its value as it stood on `on`, for the units as they stood on `boundaries`.
 *
 * **Details** A unit's own report about the ground that is asked of comes first. Else the value is derived: forward from
 * what the unit was formed of, through any number of events; or backward, where `on` lies after the unit's ground was
 * passed on, from what its successors have reported since. If one of those has not, nothing newer is known and the
 * unit's last own value stands, with its day. Bounds hold whatever is not known of shares; an estimate takes a part to be
 * like its whole. What has been divided and comes together again is whole again.
 *
 * Weights are those on the eve of the event that ended the reporting unit's ground, and backward those with which the
 * reporting unit began. Linear in what is asked; the chronicle is indexed once, and once more for each weight.
 *
 * **Gotchas** Reports of units that do not stand on their day are left out. Of several reports of one unit about one
 * day the last in the list counts: corrections go after what they correct. A unit formed of nothing but ground without any
 * of the weight has a sum of 0, without parts.
 */
export const unitsAs = <R extends Report>(
  chronicle: Chronicle,
  rule: CarryRule,
  reports: ReadonlyArray<R>,
  { on, boundaries, units, level }: AsAsked
): ReadonlyArray<Answer<R>> => {
  const epochs = epochsOf(chronicle)
  const weighing = weighingOf(chronicle, "weight" in rule ? rule.weight : null)
  const series = seriesOf(epochs, weighing, reports, on)
  const reasons = reasonsOf(chronicle)

  const combined = (epoch: Epoch, of: Composition, way: Way): Answer<R> => {
    const parts = partsOf(series, weighing, of, way)
    const { missing } = of
    if (rule.carry === "none")
      return missing.includes(epoch) ? reasons.missing(epoch.unit, missing) : reasons.notCarried(epoch)
    switch (rule.carry) {
      case "attested":
        return attestedOf(reasons, epoch, way, parts, missing)
      case "lowest":
        return lowestOf(reasons, epoch, way, parts, missing)
      default:
        return numberOf(rule, reasons, epoch, way, parts, missing)
    }
  }
  const answer = (epoch: Epoch): Answer<R> => {
    const newest = rule.carry === "none" ? null : series.newest(epoch)
    const own = series.own(epoch)
    if (newest !== null && newest.sources[0]?.epoch !== epoch) return combined(epoch, newest, "backward")
    return own === undefined ? combined(epoch, series.standing(epoch), "forward") : reported(own)
  }
  const isAsked = (row: Unit | undefined) => level === undefined || row === undefined || row.level === level
  const asked =
    units?.filter((unit) => isAsked(unitOn(chronicle.register, unit, boundaries))) ??
    chronicle.register.rows.flatMap((row) => (isAsked(row) && standsOn(row, boundaries) ? [row.id] : []))
  return asked.map((unit) => {
    const epoch = epochOn(epochs, unit, boundaries)
    return epoch === undefined ? reasons.notStanding(unit, boundaries) : answer(epoch)
  })
}
