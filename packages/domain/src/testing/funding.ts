import { Effect } from "effect"
import { type Funding, type FundingEntry, FundingEntryId, type FundingSum, type StatedTier } from "../funding/index.ts"
import { UnitId } from "../units/index.ts"
import { Day, Dong, Moment } from "../values/index.ts"

/** An entry of nothing in particular: a payment of credit of 2025. */
export const blankEntry: FundingEntry = {
  id: FundingEntryId.make(1),
  unit: UnitId.make(1),
  tier: "commune",
  agency: null,
  from: null,
  source: "credit",
  year: 2025,
  stage: "disbursed",
  kind: "stated",
  content: null,
  amount: Dong.make(1_000_000),
  quantity: null,
  day: Day.make("2025-08-05"),
  work: null,
  document: null,
  place: null,
  reason: null,
  adjusts: null,
  illustrative: false,
  recordedAt: Moment.make("2025-08-06T01:00:00.000Z"),
  recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice", agency: null }
}

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
): Pick<Funding["Service"], "sums" | "tiers" | "entries" | "late" | "resting" | "moment"> => {
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
    late: (question) =>
      Effect.sync(() => {
        const { lastDays, stages, tier, units, years } = question
        const last = new Map(units.map((unit, at) => [unit, lastDays[at] ?? ""]))
        const found = standing(question).filter(
          (entry) =>
            entry.day > (last.get(entry.unit) ?? "9999") &&
            entry.tier === tier &&
            years.includes(entry.year) &&
            stages.includes(entry.stage)
        )
        return [...Map.groupBy(found, ({ source, unit }) => `${unit} ${source}`).values()].flatMap((of) => {
          const [first] = of.toSorted((a, b) => (a.day < b.day ? -1 : 1))
          const amount = Dong.make(of.reduce((sum, entry) => sum + entry.amount, 0))
          return first === undefined ? [] : [{ unit: first.unit, source: first.source, amount, day: first.day }]
        })
      }),
    resting: (question) =>
      Effect.sync(() =>
        [
          ...Map.groupBy(
            standing(question).filter(({ unit }) => question.units.includes(unit)),
            ({ unit, year }) => `${unit} ${year}`
          ).values()
        ].flatMap((of) => of.slice(0, 1).map(({ unit, year }) => ({ unit, year, count: of.length })))
      ),
    moment: () => Effect.sync(() => journal.at(-1)?.recordedAt ?? null)
  }
}
