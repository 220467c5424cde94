import type { FundingEntry, WorkId } from "@ntm/domain/funding"
import type { Moment } from "@ntm/domain/values"
import type { WorkInBook, WorksBook, WorksJournal } from "@ntm/domain/works"
import type { ReleasedWork } from "./release.ts"

/** What releases are made of beside the works themselves. */
export interface ReleaseSources {
  readonly book: WorksBook
  readonly journal: WorksJournal
  /** Entries of the stage `disbursed` of the works, as of the day and the moment of the book. */
  readonly payments: ReadonlyArray<FundingEntry>
}

/**
 * Puts works together with their batch, their payments and the moment when anything of them was recorded last.
 *
 * **Details** Reports that were withdrawn count for the moment too: to take one back is a change of the work.
 */
export const releasedWorks = (
  works: ReadonlyArray<WorkInBook>,
  { book: { asOf, batches, knownAt }, journal, payments }: ReleaseSources
): ReadonlyArray<ReleasedWork> => {
  const last = new Map<WorkId, Moment>(journal.works.map(({ id, recordedAt }) => [id, recordedAt]))
  const tell = (work: WorkId, moment: Moment): void => {
    const before = last.get(work)
    if (before === undefined || before < moment) last.set(work, moment)
  }
  for (const { day, recordedAt, work } of journal.reports)
    if (day <= asOf && (knownAt === null || recordedAt <= knownAt)) tell(work, recordedAt)
  for (const { recordedAt, work } of payments) if (work !== null) tell(work, recordedAt)
  const byId = new Map(batches.map((batch) => [batch.id, batch]))
  const paid = Map.groupBy(payments, ({ work }) => work)
  return works.flatMap((own): ReadonlyArray<ReleasedWork> => {
    const { batch, id } = own.work
    const changedAt = last.get(id)
    return changedAt === undefined
      ? []
      : [{ own, batch: batch === null ? null : (byId.get(batch) ?? null), payments: paid.get(id) ?? [], changedAt }]
  })
}
