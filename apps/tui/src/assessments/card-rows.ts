import type { LineDetail, Scorecard, ValueDetail } from "@ntm/contract"
import type { LineExplanation, RuleExplanation, SetExplanation, Verdict } from "@ntm/domain/criteria"
import { both, type Lang, say } from "../language/lang.ts"
import { verdictSign } from "./assess-words.ts"

export type Assessed = Scorecard["sets"][number]
type CriterionExplanation = SetExplanation["criteria"][number]

/** Where a line stands in its set. */
export type LinePart = "requires" | "condition" | "criterion" | "grant" | "withdraw"

export type CardRow =
  | { readonly _tag: "Set"; readonly key: string; readonly assessed: Assessed; readonly open: boolean }
  | {
      readonly _tag: "Criterion"
      readonly key: string
      readonly assessed: Assessed
      readonly criterion: CriterionExplanation
    }
  | LineRow

export interface LineRow {
  readonly _tag: "Line"
  readonly key: string
  readonly assessed: Assessed
  readonly part: LinePart
  readonly line: LineExplanation
  readonly detail: LineDetail | undefined
}

/**
 * What a line is called: its code and name; what is no indicator goes by its name alone, since its code is a set's or a rule's.
 */
export const lineName = ({ detail, line, part }: LineRow, lang: Lang): string => {
  const word = say(partWords[part], lang)
  if (part === "criterion" || part === "condition") return `${line.code} ${detail?.name ?? word}`
  return detail === undefined || detail.name === line.code ? word : `${word}: ${detail.name}`
}

/** A verdict as it is drawn: that the pattern of withdrawal does not hold is nothing to put right. */
export const lineLook = (part: LinePart, verdict: LineExplanation["verdict"]): (typeof verdictSign)[Verdict] => {
  if (part !== "withdraw") return verdictSign[verdict]
  return verdict === "met" ? verdictSign.notMet : verdict === "notMet" ? verdictSign.exempt : verdictSign[verdict]
}

export const partWords = {
  requires: both("Hạng phải giữ", "Tier to hold"),
  condition: both("Điều kiện", "Condition"),
  criterion: both("Chỉ tiêu", "Indicator"),
  grant: both("Điều kiện công nhận", "Condition of the grant"),
  withdraw: both("Thu hồi", "Withdrawal")
} as const

/** Apart from the lines, whose codes may be the number of their criterion. */
export const criterionKey = (set: string, no: number): string => `${set} heading ${no}`

/** A set that a list names may have been the national one that the province's own derives from. */
export const assessedUnder = (card: Scorecard, set: string): Assessed | undefined =>
  card.sets.find((one) => one.set.id === set) ?? card.sets.find((one) => one.set.national === set)

/** Whether something still has to be done, or found out. */
const isOpen = (verdict: LineExplanation["verdict"]): boolean => verdict !== "met" && verdict !== "exempt"

const rowsOfSet = (card: Scorecard, assessed: Assessed, failing: boolean): ReadonlyArray<CardRow> => {
  const { explanation, set } = assessed
  const lines = (part: LinePart, of: ReadonlyArray<LineExplanation>): ReadonlyArray<CardRow> =>
    of
      .filter(({ verdict }) => !failing || isOpen(verdict))
      .map((line) => ({
        _tag: "Line",
        key: `${set.id} ${part} ${line.code}`,
        assessed,
        part,
        line,
        detail: card.lines.find((detail) => detail.set === set.id && detail.code === line.code)
      }))
  const { conditions, criteria, grant, requires, withdraw } = explanation
  return [
    ...lines("requires", requires),
    ...criteria
      .filter(({ verdict }) => !failing || isOpen(verdict))
      .flatMap((criterion): ReadonlyArray<CardRow> => [
        { _tag: "Criterion", key: criterionKey(set.id, criterion.no), assessed, criterion },
        ...lines("criterion", criterion.indicators)
      ]),
    ...lines("condition", conditions),
    ...lines("grant", grant),
    // A pattern of withdrawal that holds is bad news; one that does not is no line to work on.
    ...(withdraw === null || (failing && withdraw.verdict !== "met") ? [] : lines("withdraw", [withdraw]))
  ]
}

/** The rows of a scorecard as it is open now. */
export const cardRows = (card: Scorecard, open: ReadonlySet<string>, failing: boolean): ReadonlyArray<CardRow> =>
  card.sets.flatMap((assessed): ReadonlyArray<CardRow> => {
    const { id } = assessed.set
    const heading: CardRow = { _tag: "Set", key: `${id} set`, assessed, open: open.has(id) }
    return open.has(id) ? [heading, ...rowsOfSet(card, assessed, failing)] : [heading]
  })

/** The row of a criterion that a cursor goes to: its first line that is not met, else its first line. */
export const firstOfCriterion = (card: Scorecard, set: string, no: number): string | null => {
  const assessed = assessedUnder(card, set)
  const criterion = assessed?.explanation.criteria.find((one) => one.no === no)
  if (assessed === undefined || criterion === undefined) return null
  const line = criterion.indicators.find(({ verdict }) => isOpen(verdict)) ?? criterion.indicators[0]
  return line === undefined ? criterionKey(assessed.set.id, no) : `${assessed.set.id} criterion ${line.code}`
}

/** Rules that read a value or compare one, in their order; the rule itself where it is made of none. */
export const leavesOf = (rule: RuleExplanation): ReadonlyArray<RuleExplanation> =>
  rule.parts.length === 0 ? [rule] : rule.parts.flatMap(leavesOf)

/** The leaf that decided the line: the first of the same verdict that has a value or a threshold to show. */
export const decidingLeaf = ({ rule, verdict }: LineExplanation): RuleExplanation | null => {
  if (rule === null) return null
  const leaves = leavesOf(rule)
  const shown = leaves.filter(({ threshold, value }) => value !== null || threshold !== null)
  return shown.find((leaf) => leaf.verdict === verdict) ?? shown[0] ?? leaves[0] ?? null
}

/** The values that a line was judged by. */
export const valuesOf = (card: Scorecard, { rule }: Pick<LineExplanation, "rule">): ReadonlyArray<ValueDetail> => {
  if (rule === null) return []
  const columns = new Set(leavesOf(rule).flatMap(({ value }) => value?.columns ?? []))
  return card.values.filter(({ column }) => columns.has(column))
}

const REPORTED = "input:"

/** What is reported for a line, each once; also what was never reported for this unit. */
export const inputsOf = (card: Scorecard, line: Pick<LineExplanation, "rule">): ReadonlyArray<string> => {
  const columns = line.rule === null ? [] : leavesOf(line.rule).flatMap(({ value }) => value?.columns ?? [])
  const reported = columns
    .filter((column) => column.startsWith(REPORTED))
    .map((column) => column.slice(REPORTED.length))
  return [...new Set([...reported, ...valuesOf(card, line).map(({ input }) => input)])]
}

/** Why a criterion got its verdict, in one sentence: what its lines say that decided it. */
export const criterionWhy = (card: Scorecard, set: string, no: number, lang: Lang): string => {
  const criterion = assessedUnder(card, set)?.explanation.criteria.find((one) => one.no === no)
  if (criterion === undefined) return ""
  const { indicators, verdict } = criterion
  const deciding = indicators.filter((line) => line.verdict === verdict)
  const told = (isOpen(verdict) && deciding.length > 0 ? deciding : indicators).map(
    ({ code, says }) => `${code} ${say(says, lang)}`
  )
  return told.join("; ")
}
