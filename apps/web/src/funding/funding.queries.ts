import type { FundingStage } from "@ntm/domain/funding"
import { keepPreviousData, useQuery } from "@tanstack/solid-query"
import { useClient } from "../data/client.ts"

/** Funding tables of a document (Phụ lục 02). */
export const useFundingTables = (document: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => {
    const id = document() ?? ""
    return {
      queryKey: ["funding", "tables", id],
      queryFn: ({ signal }) => client.funding.tables({ document: id }, signal),
      enabled: id !== ""
    }
  })
}

/** Money of a unit (null: of the whole country), as of a day, as known at a moment; undefined asks nothing. */
export interface FundingAsked {
  readonly unit: string | null | undefined
  readonly asOf: string | undefined
  readonly knownAt: string | undefined
  /** The day on which the unit carries its code. */
  readonly boundaries: string | undefined
}

const fields = ({ asOf, boundaries, knownAt, unit }: FundingAsked) => ({
  unit: unit ?? undefined,
  as_of: asOf,
  known_at: knownAt,
  boundaries
})
const keyOf = ({ asOf, boundaries, knownAt, unit }: FundingAsked) =>
  [unit ?? "", asOf ?? "", knownAt ?? "", boundaries ?? ""] as const

/** For which years and stages anything is stated. */
export const useStated = (asked: () => FundingAsked) => {
  const client = useClient()
  return useQuery(() => {
    const about = asked()
    return {
      queryKey: ["funding", "stated", ...keyOf(about)],
      queryFn: ({ signal }) => client.funding.stated(fields(about), signal),
      enabled: about.unit !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

export interface PivotAsked extends FundingAsked {
  readonly year: number | undefined
  readonly stage: FundingStage | undefined
  readonly tier: string | undefined
}

/** What a pivot is asked with, as its address has it; also for the same table as CSV. */
export const pivotFields = ({ stage, tier, year, ...about }: PivotAsked) => ({
  ...fields(about),
  year: year ?? "",
  stage: stage ?? "",
  tier
})

/** Any source by any unit; the table before stays in sight until the next one is there. */
export const usePivot = (asked: () => PivotAsked) => {
  const client = useClient()
  return useQuery(() => {
    const question = asked()
    return {
      queryKey: ["funding", "pivot", pivotFields(question)],
      queryFn: ({ signal }) => client.funding.pivot(pivotFields(question), signal),
      enabled: question.unit !== undefined && question.year !== undefined && question.stage !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** From the plan to the payment, by source. */
export const useStages = (
  asked: () => FundingAsked & { readonly year: number | undefined; readonly tier?: string | undefined }
) => {
  const client = useClient()
  return useQuery(() => {
    const { tier, year, ...about } = asked()
    return {
      queryKey: ["funding", "stages", ...keyOf(about), year ?? "", tier ?? ""],
      queryFn: ({ signal }) => client.funding.stages({ ...fields(about), year: year ?? "", tier }, signal),
      enabled: about.unit !== undefined && year !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** A year at a stage: one side of a comparison. */
export interface YearAtStage {
  readonly year: number
  readonly stage: FundingStage
}

/** A year against another, by source. */
export const useYears = (
  asked: () => FundingAsked & { readonly from: YearAtStage | undefined; readonly to: YearAtStage | undefined }
) => {
  const client = useClient()
  return useQuery(() => {
    const { from, to, ...about } = asked()
    return {
      queryKey: ["funding", "years", ...keyOf(about), from, to],
      queryFn: ({ signal }) =>
        client.funding.years(
          {
            ...fields(about),
            from: from?.year ?? "",
            to: to?.year ?? "",
            stage: to?.stage ?? "",
            from_stage: from?.stage
          },
          signal
        ),
      enabled: about.unit !== undefined && from !== undefined && to !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** Entries one by one: of a unit and all below it, or of a work. */
export const useEntries = (
  asked: () => FundingAsked & {
    readonly year?: number | undefined
    readonly stage?: string | undefined
    readonly work?: string | undefined
  }
) => {
  const client = useClient()
  return useQuery(() => {
    const { stage, work, year, ...about } = asked()
    return {
      queryKey: ["funding", "entries", ...keyOf(about), year ?? "", stage ?? "", work ?? ""],
      queryFn: ({ signal }) => client.funding.entries({ ...fields(about), year, stage, work }, signal),
      enabled: about.unit !== undefined,
      placeholderData: keepPreviousData
    }
  })
}
