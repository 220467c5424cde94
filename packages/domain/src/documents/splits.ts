import { type Cause, roundingIn, slipIn, slipInSum, wrongRounding } from "./cause.ts"
import { addClaims, agree, type Claim, claimOf, ticksOf } from "./claim.ts"
import { measureOf } from "./measure.ts"
import { comparableOrDoubt } from "./relations.ts"
import type { Report } from "./report.ts"
import { type FigureStatement, inUnitOf, printAmount, printNumber } from "./statement.ts"

type Statements = ReadonlyMap<string, FigureStatement>
type Parts = readonly [FigureStatement, ...ReadonlyArray<FigureStatement>]

interface Split {
  readonly total: FigureStatement
  readonly by: string | null
  readonly parts: Array<FigureStatement>
}

const splitsOf = (report: Report, statements: Statements): Iterable<Split> => {
  const splits = new Map<string, Split>()
  for (const part of statements.values()) {
    const { breakdownOf, breakdownBy } = part.figure
    if (breakdownOf === null) continue
    const total = statements.get(breakdownOf)
    if (total === undefined) {
      report.undecided()
      continue
    }
    const key = `${breakdownOf}\n${breakdownBy ?? ""}`
    const split = splits.get(key)
    if (split === undefined) splits.set(key, { total, by: breakdownBy, parts: [part] })
    else split.parts.push(part)
  }
  return splits.values()
}

/** The first in the order of ids: what is chosen must not hang on the order of the file. */
const firstId = (a: string | undefined, b: string): string => (a === undefined || b < a ? b : a)

/** The part that a part says again, through any chain of parts; of a ring of them, the first by id. */
const originalOf = (part: FigureStatement, parts: Statements): string => {
  const seen = new Set<string>()
  let at = part.figure
  for (;;) {
    if (seen.has(at.id)) return [...seen].slice([...seen].indexOf(at.id)).reduce(firstId)
    seen.add(at.id)
    const next = at.restates === null ? undefined : parts.get(at.restates)
    if (next === undefined) return at.id
    at = next.figure
  }
}

/** Parts without those that only say another part again. */
const distinct = (parts: ReadonlyArray<FigureStatement>): ReadonlyArray<FigureStatement> => {
  const byId = new Map(parts.map((part) => [part.figure.id, part]))
  const originals = parts.filter((part) => part.figure.restates === null || originalOf(part, byId) === part.figure.id)
  const quantities = new Map<string, string>()
  for (const { figure } of originals) {
    if (figure.quantity !== null) quantities.set(figure.quantity, firstId(quantities.get(figure.quantity), figure.id))
  }
  return originals.filter(({ figure }) => figure.quantity === null || quantities.get(figure.quantity) === figure.id)
}

const percentMeasure = measureOf("%")
const hundred = ticksOf(100, 0, percentMeasure)

/** Stated shares of the total, summed as rounded as they are; null unless every part states one. */
const statedShares = (total: FigureStatement, parts: Parts): Claim | null => {
  const shares: Array<{ readonly claim: Claim; readonly sign: 1 }> = []
  for (const { figure } of parts) {
    const share = figure.statedPercentOf
    if (share === null || share.of !== total.figure.id) return null
    shares.push({ claim: claimOf(share.percent, share.decimals, percentMeasure, null, null), sign: 1 })
  }
  return addClaims(shares)
}

const sumOf = (parts: ReadonlyArray<FigureStatement>): Claim =>
  addClaims(parts.map(({ claim }) => ({ claim, sign: 1 })))

/** Counts of an unnamed split that pass their total by more than a quarter, and by more than two, count things twice. */
const overlapping = (total: FigureStatement, sum: Claim): boolean => {
  const excess = sum.mid - total.claim.mid
  const two = ticksOf(2, 0, total.measure)
  return total.measure.dimension === "count" && 4n * excess > total.claim.mid && excess > two
}

/**
 * Whether parts of an unnamed split overlap by what the document itself says: shares that pass 100, a part that is the
 * whole ("137 xã nâng cao, trong đó 104 xã kiểu mẫu" of 137), or counts that pass the total by far.
 */
const overlap = (total: FigureStatement, parts: Parts, sum: Claim): boolean => {
  const shares = statedShares(total, parts)
  if (shares !== null && shares.lo > hundred) return true
  if (parts.some((part) => part.claim.mid !== 0n && agree(part.claim, total.claim))) return true
  return overlapping(total, sum)
}

/**
 * Whether a slip proves that parts which fall short were meant to be the whole: not where the parts are so roughly
 * rounded, or the total so small, that chance would fit.
 */
const proves = (slip: Cause | null, total: FigureStatement, sum: Claim): boolean => {
  if (slip === null || (sum.hi - sum.lo) * 50n > sum.mid) return false
  return slip.kind !== "transposedDigits" || Math.abs(total.value) * 10 ** total.decimals >= 1000
}

/** Three parts that reach all but a fiftieth of the total were meant to be the total. */
const nearlyClosed = (total: FigureStatement, parts: Parts, sum: Claim): boolean =>
  parts.length >= 3 && (total.claim.mid - sum.mid) * 50n <= total.claim.mid

/** Whether the document claims that the parts make up the whole: its stated shares make 100. */
const claimsWhole = (total: FigureStatement, parts: Parts): boolean => {
  const shares = statedShares(total, parts)
  return shares !== null && parts.length >= 2 && shares.lo <= hundred && hundred <= shares.hi
}

/** What a total and its parts say, for a reader: the start of every sentence about a split. */
const saidOf = ({ by, total }: Split, sum: Claim): { readonly vi: string; readonly en: string } => {
  const stated = printNumber(total.value, total.decimals, total.unit)
  const summed = printAmount(inUnitOf(total, sum.mid), total.unit)
  return {
    vi: `${total.figure.label}: ghi ${stated}, các phần${by === null ? "" : ` theo ${by}`} cộng lại được ${summed}`,
    en: `${total.figure.label}: stated as ${stated}, its parts${by === null ? "" : ` by ${by}`} add up to ${summed}`
  }
}

const leaveOpen = (report: Report, split: Split, sum: Claim): void => {
  const said = saidOf(split, sum)
  report.leavesOpen(
    split.total,
    sum.mid > split.total.claim.mid
      ? { vi: `${said.vi}; các phần có thể trùng nhau`, en: `${said.en}; the parts may overlap` }
      : { vi: `${said.vi}; văn bản có thể không nêu hết`, en: `${said.en}; the document may not name all of them` }
  )
}

const doubtSum = (report: Report, split: Split, parts: Parts, sum: Claim, cause: Cause | null): void => {
  const { total } = split
  const over = sum.mid > total.claim.mid
  const said = saidOf(split, sum)
  report.doubt({
    kind: over ? "partsExceedTotal" : "partsFallShort",
    severity: over && cause !== wrongRounding ? "error" : "warning",
    stated: total,
    against: parts,
    expected: sum.mid,
    cause,
    message: over
      ? { vi: `${said.vi}, vượt tổng`, en: `${said.en}, more than the total` }
      : { vi: `${said.vi}, chưa đủ tổng`, en: `${said.en}, less than the total` }
  })
}

const doubtPart = (report: Report, part: FigureStatement, total: FigureStatement): void => {
  const stated = printNumber(part.value, part.decimals, part.unit)
  const whole = printNumber(total.value, total.decimals, total.unit)
  report.doubt({
    kind: "partExceedsWhole",
    severity: "error",
    stated: part,
    against: [total],
    expected: total.claim.mid,
    cause: slipIn(part, (claim) => claim.mid > 0n && claim.lo <= total.claim.hi && 10n * claim.mid >= total.claim.mid),
    message: {
      vi: `${part.figure.label}: ghi ${stated}, lớn hơn tổng mà nó là một phần (${whole})`,
      en: `${part.figure.label}: stated as ${stated}, more than the total of which it is a part (${whole})`
    }
  })
}

/**
 * One split of a total.
 *
 * **Details** A part may not exceed its total. Parts that sum to more than the total, beyond their rounding, are a
 * finding unless an unnamed split shows itself to overlap. A split need not be complete: parts that fall short are a
 * finding only where the document shows that they were meant to be the whole (shares of 100, all but a fiftieth
 * reached, or a slip in one number closes it). Otherwise the split is left open, and told as such.
 */
const checkSplit = (report: Report, split: Split): void => {
  const { total } = split
  const [first, ...more] = distinct(split.parts).filter((part) => comparableOrDoubt(report, part, total))
  if (first === undefined) return
  const parts: Parts = [first, ...more]
  const exceeding = total.claim.mid < 0n ? [] : parts.filter((part) => part.claim.lo > total.claim.hi)
  if (exceeding.length > 0) {
    for (const part of exceeding) doubtPart(report, part, total)
    return
  }
  if (more.length === 0) return report.holds()
  const sum = sumOf(parts)
  if (agree(sum, total.claim)) return report.holds()
  const terms = parts.map((statement) => ({ statement, sign: 1 }) as const)
  const slip = slipInSum(total, terms, sum)
  if (sum.mid > total.claim.mid) {
    const open = split.by === null && slip === null && overlap(total, parts, sum)
    return open
      ? leaveOpen(report, split, sum)
      : doubtSum(report, split, parts, sum, slip ?? roundingIn(total, terms, sum))
  }
  const meant = claimsWhole(total, parts) || nearlyClosed(total, parts, sum) || proves(slip, total, sum)
  return meant
    ? doubtSum(report, split, parts, sum, slip ?? roundingIn(total, terms, sum))
    : leaveOpen(report, split, sum)
}

/** All splits that a document's figures declare. */
export const checkSplits = (report: Report, statements: Statements): void => {
  for (const split of splitsOf(report, statements)) checkSplit(report, split)
}
