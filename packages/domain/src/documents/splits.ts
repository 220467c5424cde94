import { type Cause, slipIn, wrongRounding } from "./cause.ts"
import { addClaims, agree, type Claim } from "./claim.ts"
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

/** Parts without those that only say another part again. */
const distinct = (parts: ReadonlyArray<FigureStatement>): ReadonlyArray<FigureStatement> => {
  const ids = new Set(parts.map((part) => part.figure.id))
  const quantities = new Set<string>()
  return parts.filter(({ figure }) => {
    if (figure.restates !== null && ids.has(figure.restates)) return false
    if (figure.quantity === null) return true
    if (quantities.has(figure.quantity)) return false
    quantities.add(figure.quantity)
    return true
  })
}

/** Stated shares of the total, summed, and how far rounding may move that sum; null unless every part states one. */
const statedShares = (total: FigureStatement, parts: Parts): { readonly sum: number; readonly slack: number } | null => {
  let sum = 0
  let slack = 0
  for (const { figure } of parts) {
    const share = figure.statedPercentOf
    if (share === null || share.of !== total.figure.id) return null
    sum += share.percent
    slack += 0.5 / 10 ** share.decimals
  }
  return { sum, slack }
}

const sumOf = (parts: ReadonlyArray<FigureStatement>, except?: FigureStatement, replaced?: Claim): Claim =>
  addClaims(parts.map((part) => ({ claim: part === except && replaced !== undefined ? replaced : part.claim, sign: 1 })))

/** A slip in one number that would close the split. */
const slipOf = (total: FigureStatement, parts: Parts): Cause | null => {
  const sum = sumOf(parts)
  for (const part of parts) {
    const cause = slipIn(part, (claim) => agree(sumOf(parts, part, claim), total.claim))
    if (cause !== null) return cause
  }
  return slipIn(total, (claim) => agree(sum, claim))
}

/**
 * Whether parts of an unnamed split overlap by what the document itself says: shares that pass 100, a part that is the
 * whole ("137 xã nâng cao, trong đó 104 xã kiểu mẫu" of 137), or counts that pass the total by half.
 */
const overlap = (total: FigureStatement, parts: Parts, sum: Claim): boolean => {
  const shares = statedShares(total, parts)
  if (shares !== null && shares.sum > 100 + shares.slack) return true
  if (parts.some((part) => part.claim.mid !== 0n && agree(part.claim, total.claim))) return true
  return total.measure.dimension === "count" && 2n * sum.mid >= 3n * total.claim.mid
}

/** Three parts that reach all but a fiftieth of the total were meant to be the total. */
const nearlyClosed = (total: FigureStatement, parts: Parts, sum: Claim): boolean =>
  parts.length >= 3 && (total.claim.mid - sum.mid) * 50n <= total.claim.mid

/** Whether the document claims that the parts make up the whole: its stated shares make 100. */
const claimsWhole = (total: FigureStatement, parts: Parts): boolean => {
  const shares = statedShares(total, parts)
  return shares !== null && parts.length >= 2 && Math.abs(shares.sum - 100) <= shares.slack
}

const doubtSum = (report: Report, split: Split, parts: Parts, sum: Claim, cause: Cause | null): void => {
  const { total, by } = split
  const over = sum.mid > total.claim.mid
  const stated = printNumber(total.value, total.decimals, total.unit)
  const summed = printAmount(inUnitOf(total, sum.mid), total.unit)
  const split_ = by === null ? { vi: "", en: "" } : { vi: ` theo ${by}`, en: ` by ${by}` }
  report.doubt({
    kind: over ? "partsExceedTotal" : "partsFallShort",
    severity: over && cause !== wrongRounding ? "error" : "warning",
    stated: total,
    against: parts,
    expected: sum.mid,
    cause,
    message: over
      ? {
          vi: `${total.figure.label}: ghi ${stated}, nhưng các phần${split_.vi} cộng lại được ${summed}, vượt tổng`,
          en: `${total.figure.label}: stated as ${stated}, but its parts${split_.en} add up to ${summed}, more than the total`
        }
      : {
          vi: `${total.figure.label}: ghi ${stated}, nhưng các phần${split_.vi} cộng lại mới được ${summed}`,
          en: `${total.figure.label}: stated as ${stated}, but its parts${split_.en} add up to only ${summed}`
        }
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
 * reached, or a slip in one number closes it). Otherwise the split is counted as open.
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
  const slip = slipOf(total, parts)
  if (sum.mid > total.claim.mid) {
    const open = split.by === null && slip === null && overlap(total, parts, sum)
    return open ? report.undecided() : doubtSum(report, split, parts, sum, slip)
  }
  const meant = claimsWhole(total, parts) || nearlyClosed(total, parts, sum) || slip !== null
  return meant ? doubtSum(report, split, parts, sum, slip) : report.undecided()
}

/** All splits that a document's figures declare. */
export const checkSplits = (report: Report, statements: Statements): void => {
  for (const split of splitsOf(report, statements)) checkSplit(report, split)
}
