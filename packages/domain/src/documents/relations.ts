import { causeOfDisagreement, roundingIn, slipIn, slipInSum, wrongRounding } from "./cause.ts"
import { addClaims, agree, type Claim, claimOf, placesOf, roundedClaim, ticksOf } from "./claim.ts"
import { comparable, measureOf } from "./measure.ts"
import { byMateriality, type Report } from "./report.ts"
import { type FigureStatement, inUnitOf, printAmount, printNumber, type Statement } from "./statement.ts"

type Statements = ReadonlyMap<string, FigureStatement>

const percentMeasure = measureOf("%")

/** Whether two statements can be the same quantity: as claimed, or as rounded as their trailing zeros show. */
export const restate = (a: Statement, b: Statement): boolean =>
  agree(a.claim, b.claim) ||
  agree(roundedClaim(a.claim, a.measure), b.claim) ||
  agree(a.claim, roundedClaim(b.claim, b.measure))

/** Records that two statements of one quantity differ. */
export const doubtSameness = (
  report: Report,
  kind: "restatement" | "sameQuantity",
  doubted: Statement,
  against: readonly [Statement, ...ReadonlyArray<Statement>],
  name: string
): void => {
  const [other] = against
  const stated = printNumber(doubted.value, doubted.decimals, doubted.unit)
  const said = printNumber(other.value, other.decimals, other.unit)
  report.doubt({
    kind,
    severity: byMateriality(doubted, other.claim.mid),
    stated: doubted,
    against,
    expected: other.claim.mid,
    cause: causeOfDisagreement(doubted, other),
    message: {
      vi: `${name}: cùng một đại lượng nhưng nơi ghi ${stated}, nơi ghi ${said}`,
      en: `${name}: one quantity, stated as ${stated} in one place and as ${said} in another`
    }
  })
}

const doubtUnits = (report: Report, stated: Statement, other: Statement): void =>
  report.doubt({
    kind: "incomparableUnits",
    severity: "warning",
    stated,
    against: [other],
    expected: stated.claim.mid,
    cause: null,
    message: {
      vi: `Không so được: một số tính bằng “${stated.unit}”, số kia bằng “${other.unit}”`,
      en: `Not comparable: one number is in “${stated.unit}”, the other in “${other.unit}”`
    }
  })

/** Whether two related statements can be compared; records a doubt where they cannot. */
export const comparableOrDoubt = (report: Report, a: Statement, b: Statement): boolean => {
  if (comparable(a.measure, b.measure)) return true
  doubtUnits(report, a, b)
  return false
}

/**
 * A stated share: "601 of 800,71 km is 75 %".
 *
 * **Details** Every share that part and whole allow, each at its own precision, against every share that rounds half up
 * to the stated percentage. Compared crosswise, so nothing is divided. A whole of zero decides nothing.
 */
const checkPercent = (report: Report, part: FigureStatement, statements: Statements): void => {
  const stated = part.figure.statedPercentOf
  if (stated === null) return
  const whole = statements.get(stated.of)
  if (whole === undefined || whole.claim.lo <= 0n || part.claim.lo < 0n) return report.undecided()
  if (!comparableOrDoubt(report, part, whole)) return
  const hundred = ticksOf(100, 0, percentMeasure)
  const said = claimOf(stated.percent, stated.decimals, percentMeasure, null, null)
  const half = said.mid - said.lo
  /** Whether the share lies within so many half steps of rounding from the stated one. */
  const within = (claim: Claim, halves: bigint): boolean =>
    claim.hi * hundred >= (said.mid - halves * half) * whole.claim.lo &&
    claim.lo * hundred < (said.mid + halves * half) * whole.claim.hi
  if (within(part.claim, 1n)) return report.holds()
  const expected = (part.claim.mid * hundred) / whole.claim.mid
  const computed = printAmount(
    Number(inUnitOf({ measure: percentMeasure }, expected).toFixed(stated.decimals + 1)),
    "%"
  )
  const printed = printNumber(stated.percent, stated.decimals, "%")
  const share: Statement = {
    ...part,
    value: stated.percent,
    decimals: stated.decimals,
    unit: "%",
    measure: percentMeasure,
    claim: said
  }
  const slip = within(part.claim, 3n)
  report.doubt({
    kind: "percent",
    severity: slip ? "warning" : "error",
    stated: share,
    against: [whole],
    expected,
    cause: slip ? wrongRounding : slipIn(part, (claim) => within(claim, 1n)),
    message: {
      vi: `${part.figure.label}: ghi ${printed}, tính ra ${computed}`,
      en: `${part.figure.label}: stated as ${printed}, computes to ${computed}`
    }
  })
}

/** "7 trên 8 huyện": a part counted out of a whole may not exceed it. */
const checkOutOf = (report: Report, part: FigureStatement, statements: Statements): void => {
  const { outOf } = part.figure
  if (outOf === null) return
  const whole = typeof outOf === "string" ? statements.get(outOf) : undefined
  if (typeof outOf === "string" && whole === undefined) return report.undecided()
  if (whole !== undefined && !comparableOrDoubt(report, part, whole)) return
  const limit = whole?.claim ?? claimOf(Number(outOf), placesOf(Number(outOf)), part.measure, null, null)
  if (part.claim.lo <= limit.hi) return report.holds()
  const all =
    whole === undefined ? printAmount(Number(outOf), part.unit) : printNumber(whole.value, whole.decimals, whole.unit)
  const stated = printNumber(part.value, part.decimals, part.unit)
  report.doubt({
    kind: "partExceedsWhole",
    severity: "error",
    stated: part,
    against: whole === undefined ? [] : [whole],
    expected: limit.mid,
    cause: null,
    message: {
      vi: `${part.figure.label}: ghi ${stated} trên tổng số chỉ có ${all}`,
      en: `${part.figure.label}: stated as ${stated} out of only ${all}`
    }
  })
}

/** "Còn lại": a figure that is the difference of two others. */
const checkDifference = (report: Report, rest: FigureStatement, statements: Statements): void => {
  const relation = rest.figure.differenceOf
  if (relation === null) return
  const whole = statements.get(relation.of)
  const less = statements.get(relation.less)
  if (whole === undefined || less === undefined) return report.undecided()
  if (!comparableOrDoubt(report, rest, whole) || !comparableOrDoubt(report, rest, less)) return
  const terms = [
    { statement: whole, claim: whole.claim, sign: 1 },
    { statement: less, claim: less.claim, sign: -1 }
  ] as const
  const expected = addClaims(terms)
  if (agree(rest.claim, expected)) return report.holds()
  report.doubt({
    kind: "difference",
    severity: "error",
    stated: rest,
    against: [whole, less],
    expected: expected.mid,
    cause: slipInSum(rest, terms, expected) ?? roundingIn(rest, terms, expected),
    message: {
      vi: `${rest.figure.label}: ghi ${printNumber(rest.value, rest.decimals, rest.unit)}, hiệu hai số là ${printAmount(inUnitOf(rest, expected.mid), rest.unit)}`,
      en: `${rest.figure.label}: stated as ${printNumber(rest.value, rest.decimals, rest.unit)}, the difference of the two is ${printAmount(inUnitOf(rest, expected.mid), rest.unit)}`
    }
  })
}

/** The same figure said again. Left to the check of quantities where both carry the same quantity. */
const checkRestatement = (report: Report, again: FigureStatement, statements: Statements): void => {
  const { restates, quantity, label } = again.figure
  if (restates === null) return
  const first = statements.get(restates)
  if (first === undefined) return report.undecided()
  if (quantity !== null && quantity === first.figure.quantity) return
  // Two that name each other are one pair.
  if (first.figure.restates === again.figure.id && first.figure.id < again.figure.id) return
  if (!comparableOrDoubt(report, again, first)) return
  if (restate(again, first)) return report.holds()
  doubtSameness(report, "restatement", again, [first], label)
}

/** What the system's own facts compute for a name in `computedFrom`. */
export type FactOf = (stated: FigureStatement, name: string) => Statement | null

/** A figure against what the system's own facts give. */
const checkComputed = (report: Report, stated: FigureStatement, factOf: FactOf): void => {
  const name = stated.figure.computedFrom
  if (name === null) return
  const fact = factOf(stated, name)
  if (fact === null) return report.undecided()
  if (!comparableOrDoubt(report, stated, fact)) return
  if (restate(stated, fact)) return report.holds()
  const said = printNumber(stated.value, stated.decimals, stated.unit)
  const computed = printNumber(fact.value, Math.min(fact.decimals, stated.decimals + 1), fact.unit)
  report.doubt({
    kind: "computed",
    severity: byMateriality(stated, fact.claim.mid),
    stated,
    against: [fact],
    expected: fact.claim.mid,
    cause: causeOfDisagreement(stated, { ...fact, when: stated.when }),
    message: {
      vi: `${stated.figure.label}: lời văn ghi ${said}, số liệu cho ${computed} (${fact.place().label})`,
      en: `${stated.figure.label}: the text says ${said}, the facts give ${computed} (${fact.place().label})`
    }
  })
}

/** All relations that a single figure declares, but for splits and quantities. */
export const checkRelations = (report: Report, statements: Statements, factOf: FactOf): void => {
  for (const statement of statements.values()) {
    checkPercent(report, statement, statements)
    checkOutOf(report, statement, statements)
    checkDifference(report, statement, statements)
    checkRestatement(report, statement, statements)
    checkComputed(report, statement, factOf)
  }
}
