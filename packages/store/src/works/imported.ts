import { createHash } from "node:crypto"
import type { EntryRecording } from "@ntm/domain/funding"
import {
  type Batch,
  checkLand,
  checkLandEvents,
  checkReports,
  checkWorks,
  type LandEvent,
  type LandGift,
  type Work,
  type WorkReport,
  type WorksChecking,
  worksRefusalFor
} from "@ntm/domain/works"
import type { Moment } from "@ntm/domain/values"

type Unrecorded<A> = Omit<A, "recordedAt" | "recordedBy">

/** Works that an import brings, wholly. Works, reports and gifts are numbered on from 1 within their lists, and name each other so. */
export interface ImportedWorks {
  readonly batches: ReadonlyArray<Batch>
  readonly works: ReadonlyArray<Work>
  readonly reports: ReadonlyArray<Unrecorded<WorkReport>>
  readonly gifts: ReadonlyArray<Unrecorded<LandGift>>
  readonly landEvents: ReadonlyArray<Unrecorded<LandEvent>>
  /** Money of the works, and what the land is worth. */
  readonly entries: ReadonlyArray<EntryRecording>
}

/** Of everything but the money, which has a journal of its own. */
export const hashOf = ({ batches, gifts, landEvents, reports, works }: ImportedWorks): string => {
  const hash = createHash("sha256")
  for (const list of [batches, works, reports, gifts, landEvents]) hash.update(JSON.stringify(list))
  return hash.digest("hex")
}

const nothing = { batches: [], works: [], reports: [], gifts: [], landEvents: [] }

/**
 * Holds what an import brings against the domain's rules, by itself: throws `WorksRefused` with every problem.
 *
 * **Details** That a snag is solved names a report that has no number yet: it is not asked.
 */
export const checkImported = (
  { batches, gifts, landEvents, reports, works }: ImportedWorks,
  checking: Omit<WorksChecking, "journal">,
  recordedAt: Moment
): void => {
  const { agency, name, role } = checking.actor
  const told = { recordedAt, recordedBy: { name, role, agency } }
  const known = { ...nothing, batches, works: works.map((work) => ({ ...work, ...told })) }
  const given = { ...known, gifts: gifts.map((gift) => ({ ...gift, ...told })) }
  const unsolved = reports.filter(({ body }) => body._tag !== "solved")
  const refusal = worksRefusalFor([
    ...batches.flatMap((batch) => {
      const own = works.filter((work) => work.batch === batch.id)
      return checkWorks({ ...checking, journal: nothing }, batch, own).problems
    }),
    ...checkReports({ ...checking, journal: known }, unsolved).problems,
    ...checkLand({ ...checking, journal: known }, gifts).problems,
    ...checkLandEvents({ ...checking, journal: given }, landEvents).problems
  ])
  if (refusal !== null) throw refusal
}
