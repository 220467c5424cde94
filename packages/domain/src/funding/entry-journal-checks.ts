import { type WrittenBy, writtenWords } from "../values/index.ts"
import type { CheckedEntry } from "./entry-checks.ts"
import type { FundingEntry, FundingEntryId } from "./entry.ts"
import { inMillions } from "./flag-words.ts"
import { amountOf } from "./cells.ts"
import { fault } from "./refusal-of.ts"
import type { FundingProblem } from "./refusal.ts"

/** An entry that an adjustment names, with what stands of it: itself and all adjustments of it so far. */
export interface AdjustedEntry extends Pick<
  FundingEntry,
  "id" | "unit" | "agency" | "tier" | "source" | "year" | "stage" | "kind" | "work"
> {
  readonly standing: number
}

const same = (entry: CheckedEntry, adjusted: AdjustedEntry): boolean =>
  entry.unit === adjusted.unit &&
  entry.agency === adjusted.agency &&
  entry.tier === adjusted.tier &&
  entry.source === adjusted.source &&
  entry.year === adjusted.year &&
  entry.stage === adjusted.stage &&
  entry.work === adjusted.work

/**
 * Holds the adjustments of a batch against the entries that they name: known, of the same unit, source, year, stage and work, and with
 * enough left to take away.
 */
export const checkAdjustments = (
  rows: ReadonlyArray<CheckedEntry>,
  journal: ReadonlyMap<FundingEntryId, AdjustedEntry>
): ReadonlyArray<FundingProblem> => {
  const left = new Map<FundingEntryId, number>()
  return rows.flatMap((entry): ReadonlyArray<FundingProblem> => {
    const { adjusts, amount, row } = entry
    if (adjusts === null) return []
    const adjusted = journal.get(adjusts)
    if (adjusted === undefined)
      return [
        { row, ...fault("adjusts", "unknownEntry", `Không có bút toán số ${adjusts}`, `There is no entry ${adjusts}`) }
      ]
    if (adjusted.kind === "adjustment" || !same(entry, adjusted))
      return [
        {
          row,
          ...fault(
            "adjusts",
            "adjustsOther",
            `Bút toán số ${adjusts} không cùng đơn vị, nguồn, năm, giai đoạn, công trình, hoặc chính là bút toán điều chỉnh`,
            `Entry ${adjusts} is of another unit, source, year, stage or work, or is an adjustment itself`
          )
        }
      ]
    const standing = left.get(adjusts) ?? adjusted.standing
    left.set(adjusts, standing + amount)
    if (amount >= 0 || adjusted.kind !== "stated" || standing + amount >= 0) return []
    const [taken, was] = [inMillions(amountOf(-amount)), inMillions(amountOf(standing))]
    return [
      {
        row,
        ...fault(
          "amount",
          "takesTooMuch",
          `Điều chỉnh giảm ${taken} nhiều hơn ${was} còn lại của bút toán số ${adjusts}`,
          `To take ${taken} is more than the ${was} left of entry ${adjusts}`
        )
      }
    ]
  })
}

/** The journal has an entry that says the same: a file that is sent twice counts once. */
export const statedAlready = (
  { document, row }: Pick<CheckedEntry, "document" | "row">,
  known: FundingEntryId,
  by: WrittenBy
): FundingProblem => ({
  row,
  ...(document === null
    ? fault(
        null,
        "duplicate",
        `Đã có bút toán số ${known} cùng ngày, cùng số tiền, ${writtenWords(by).vi}; nếu là khoản khác, hãy ghi văn bản để phân biệt`,
        `Entry ${known} is of the same day and amount, ${writtenWords(by).en}; if this is another, name its document to tell them apart`
      )
    : fault(
        null,
        "duplicate",
        `Đã có bút toán số ${known} từ cùng chỗ của văn bản, ${writtenWords(by).vi}; nếu sai, hãy ghi bút toán điều chỉnh (adjusts: ${known})`,
        `Entry ${known} says the same from the same place of the document, ${writtenWords(by).en}; if it is wrong, record an adjustment (adjusts: ${known})`
      ))
})
