import type { Recorder } from "@ntm/domain/criteria"
import type { LandEvent, LandGift, LandGiftId, ReportId, WorkReport, WorksJournal } from "@ntm/domain/works"

type Unrecorded<A> = Omit<A, "recordedAt" | "recordedBy">

/** Whether two reports or events came from the same hand. */
const isBy = (recorder: Recorder, { recordedBy: { agency, name, role } }: { readonly recordedBy: Recorder }): boolean =>
  name === recorder.name && role === recorder.role && agency === recorder.agency

/** Reports of one work as a text: equal for those that say the same. A snag is named by its place among them. */
export const reportsSaid = (reports: ReadonlyArray<Unrecorded<WorkReport>>): string => {
  const places = new Map<ReportId, number>(reports.map(({ id }, at) => [id, at]))
  return JSON.stringify(
    reports.map(({ body, day, document, evidence, illustrative, note }) => [
      day,
      body._tag === "solved" ? ["solved", places.get(body.problem) ?? null, body.text] : sorted(body),
      document,
      evidence.map(sorted),
      illustrative,
      note
    ])
  )
}

/** An object with its keys in one order, however it was kept. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, sorted(one)])
}

/** A gift and what happened to it as a text. */
export const giftSaid = (
  {
    agricultural,
    day: on,
    document,
    eligible,
    household,
    illustrative,
    parcels,
    residential,
    structures,
    unit,
    work
  }: Unrecorded<LandGift>,
  events: ReadonlyArray<Unrecorded<LandEvent>>
): string =>
  JSON.stringify([
    [unit, work, household, on, residential, agricultural, structures, eligible, parcels, document, illustrative],
    events.map(({ day, event }) => [day, sorted(event)])
  ])

/** What of a journal the importer put down and did not take back: reports by work, gifts with their events. */
export interface Standing {
  readonly reports: ReadonlyMap<number, ReadonlyArray<WorkReport>>
  readonly gifts: ReadonlyMap<LandGiftId, { readonly gift: LandGift; readonly events: ReadonlyArray<LandEvent> }>
}

export const standingOf = (journal: WorksJournal, importer: Recorder): Standing => {
  const gone = new Set(journal.reports.flatMap(({ body }) => (body._tag === "withdrawn" ? [body.report] : [])))
  const own = journal.reports.filter(
    (report) => isBy(importer, report) && report.body._tag !== "withdrawn" && !gone.has(report.id)
  )
  const events = Map.groupBy(journal.landEvents, ({ gift }) => gift)
  return {
    reports: Map.groupBy(own, ({ work }) => work),
    gifts: new Map(
      journal.gifts.flatMap((gift) => {
        const of = events.get(gift.id) ?? []
        const stands = isBy(importer, gift) && of.every(({ event }) => event._tag !== "withdrawn")
        return stands ? [[gift.id, { gift, events: of.filter((event) => isBy(importer, event)) }]] : []
      })
    )
  }
}

/** Why what an import does not say any more is taken back. */
const REASON = "Dữ liệu tham chiếu không còn nêu nội dung này"

/** Takes a report back, from its own day on. */
export const withdrawal = (
  id: ReportId,
  { day, document, illustrative, work, id: report }: WorkReport
): Unrecorded<WorkReport> => ({
  id,
  work,
  day,
  body: { _tag: "withdrawn", report, reason: REASON },
  document,
  evidence: [],
  note: null,
  illustrative
})

/** Takes a gift back, from its own day on. */
export const giftTakenBack = ({ day, id }: LandGift): Unrecorded<LandEvent> => ({
  gift: id,
  day,
  event: { _tag: "withdrawn", reason: REASON }
})
