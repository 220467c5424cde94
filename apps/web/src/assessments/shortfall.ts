import type { LineExplanation, SetExplanation, Verdict } from "@ntm/domain/criteria"
import { countsAsMet } from "./verdicts.ts"

/** What stands between a unit and a set. */
export interface Shortfall {
  /** Criteria that it fails, and those of which it is not known. */
  readonly failed: ReadonlyArray<{ readonly no: number; readonly name: string }>
  readonly open: ReadonlyArray<{ readonly no: number; readonly name: string }>
  /** Lower tiers and conditions beside the criteria that are failed. */
  readonly besides: ReadonlyArray<LineExplanation>
  /** Those of which it is not known. */
  readonly besidesOpen: ReadonlyArray<LineExplanation>
  /** Gates of a grant that are failed, and those of which it is not known: asked apart from the set, before a title is given. */
  readonly gates: ReadonlyArray<LineExplanation>
  readonly gatesOpen: ReadonlyArray<LineExplanation>
  /** The set is met; whether the title can be given hangs on the gates too. */
  readonly done: boolean
}

const isOpen = ({ verdict }: { readonly verdict: Verdict }): boolean =>
  verdict === "noData" || verdict === "noThreshold"

/** Sums up what is missing. */
export const shortfallOf = ({ conditions, criteria, grant, requires, verdict }: SetExplanation): Shortfall => ({
  failed: criteria.filter((criterion) => criterion.verdict === "notMet"),
  open: criteria.filter(isOpen),
  besides: [...requires, ...conditions].filter((line) => line.verdict === "notMet"),
  besidesOpen: [...requires, ...conditions].filter(isOpen),
  gates: grant.filter((line) => line.verdict === "notMet"),
  gatesOpen: grant.filter(isOpen),
  done: countsAsMet(verdict)
})

/** Every line of a set's explanation, by a key that is unique in it. */
export const linesOf = (explanation: SetExplanation): ReadonlyMap<string, LineExplanation> =>
  new Map([
    ...explanation.requires.map((line) => [`requires/${line.code}`, line] as const),
    ...explanation.conditions.map((line) => [`condition/${line.code}`, line] as const),
    ...explanation.criteria.flatMap(({ indicators, no }) =>
      indicators.map((line) => [`${no}/${line.code}`, line] as const)
    ),
    ...explanation.grant.map((line) => [`grant/${line.code}`, line] as const)
  ])

/** How many lines of two explanations of the same set have other verdicts. */
export const changedLines = (before: SetExplanation, after: SetExplanation): number => {
  const known = linesOf(before)
  return [...linesOf(after)].filter(([key, line]) => known.get(key)?.verdict !== line.verdict).length
}
