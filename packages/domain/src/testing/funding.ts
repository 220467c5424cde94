import { Effect } from "effect"
import type { Funding, FundingEntry, FundingSum, StatedTier } from "../funding/index.ts"
import { Dong } from "../values/index.ts"

/** Adds amounts up by a key, in the order in which keys are first met. */
const gather = <A, B extends { readonly amount: Dong; readonly illustrative: boolean }>(
  entries: ReadonlyArray<A>,
  keyOf: (entry: A) => string,
  head: (entry: A) => B
): ReadonlyArray<B> => {
  const found = new Map<string, B>()
  for (const entry of entries) {
    const one = head(entry)
    const known = found.get(keyOf(entry))
    const sum =
      known === undefined
        ? one
        : {
            ...known,
            amount: Dong.make(known.amount + one.amount),
            illustrative: known.illustrative || one.illustrative
          }
    found.set(keyOf(entry), sum)
  }
  return [...found.values()]
}

/** The reading questions of `Funding` over entries in memory, in the order of recording: what the store must answer too. */
export const fundingOver = (
  journal: ReadonlyArray<FundingEntry>
): Pick<Funding["Service"], "sums" | "tiers" | "entries" | "moment"> => {
  const standing = ({ asOf, knownAt }: { readonly asOf: string; readonly knownAt: string | null }) =>
    journal.filter(({ day, recordedAt }) => day <= asOf && (knownAt === null || recordedAt <= knownAt))
  return {
    sums: (question) =>
      Effect.sync(() => {
        const { placement, stages, tier, years } = question
        const rows = new Map(placement.units.map((unit, at) => [unit, placement.rows[at] ?? 0]))
        const asked = standing(question).filter(
          (entry) =>
            rows.has(entry.unit) && entry.tier === tier && years.includes(entry.year) && stages.includes(entry.stage)
        )
        return gather(
          asked,
          ({ agency, kind, source, stage, unit, year }) =>
            JSON.stringify([rows.get(unit), agency, source, year, stage, kind]),
          ({ agency, amount, illustrative, kind, source, stage, unit, year }): FundingSum => ({
            row: rows.get(unit) ?? 0,
            agency,
            source,
            year,
            stage,
            kind,
            amount,
            illustrative
          })
        )
      }),
    tiers: (question) =>
      Effect.sync(() => {
        const units = new Set(question.units)
        const { years = null } = question
        return gather(
          standing(question)
            .filter(({ unit, year }) => units.has(unit) && (years === null || years.includes(year)))
            .toSorted((a, b) => b.year - a.year),
          ({ stage, tier, year }) => `${year} ${stage} ${tier}`,
          ({ amount, illustrative, stage, tier, year }): StatedTier => ({ year, stage, tier, amount, illustrative })
        )
      }),
    entries: (question) =>
      Effect.sync(() => {
        const { after = null, limit = null, stages = null, units, works, years } = question
        const found = standing(question).filter(
          ({ id, stage, unit, work, year }) =>
            (after === null || id > after) &&
            (stages === null || stages.includes(stage)) &&
            (units === null || units.includes(unit)) &&
            (years === null || years.includes(year)) &&
            (works === null || (work !== null && works.includes(work)))
        )
        return limit === null ? found : found.slice(0, limit)
      }),
    moment: () => Effect.sync(() => journal.at(-1)?.recordedAt ?? null)
  }
}
