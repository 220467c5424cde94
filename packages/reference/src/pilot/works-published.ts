import { ancestorsOn, type Chronicle, type UnitId } from "@ntm/domain/units"
import { type Day, Dong, formatDay, formatNumber, Moment } from "@ntm/domain/values"
import {
  bookOn,
  scopeOf,
  tallyOf,
  type WorkInBook,
  type WorksBook,
  type WorksScope,
  type WorksTally
} from "@ntm/domain/works"
import type { PublishedCount, WorksFile } from "./works-file.ts"
import type { PilotWorks } from "./works-told.ts"

type Published = WorksFile["published"][number]

/** The day alone decides what holds: everything is told at once. */
const told = {
  recordedAt: Moment.make("2000-01-01T00:00:00.000Z"),
  recordedBy: { name: "-", role: "provincialOffice", agency: null }
} as const

/** Works as they stand on a day, out of what is going to be recorded. */
const bookOf = (works: PilotWorks, chronicle: Chronicle, asOf: Day): WorksBook =>
  bookOn(
    {
      batches: works.batches,
      works: works.works.map((work) => ({ ...work, ...told })),
      reports: works.reports.map((report) => ({ ...report, ...told })),
      gifts: works.gifts.map((gift) => ({ ...gift, ...told })),
      landEvents: works.landEvents.map((event) => ({ ...event, ...told }))
    },
    works.entries.flatMap((entry) =>
      entry.work === null ? [] : [{ ...entry, ...told, amount: Dong.make(entry.amount) }]
    ),
    chronicle,
    { asOf, knownAt: null, overdueAfter: 90 }
  )

const BILLION = 1_000_000_000

const isFinished = (own: WorkInBook): boolean => ["accepted", "handedOver", "operating"].includes(own.standing().state)

/** What the works of a scope come to, asked the way that documents count. */
const counted = (
  count: PublishedCount,
  { gifts, works }: WorksScope,
  tally: WorksTally,
  { entries }: PilotWorks,
  districtOf: (unit: UnitId) => string | undefined
): number => {
  const { land } = tally
  const local = new Set(entries.flatMap(({ source, work }) => (source === "investment.district" ? [work] : [])))
  const ofCity = works.filter(({ work }) => !local.has(work.id))
  const communes = (some: ReadonlyArray<WorkInBook>) => new Set(some.map(({ work }) => work.unit)).size
  switch (count) {
    case "works":
      return tally.works
    case "communes":
      return communes(works)
    case "districts":
      return new Set(works.map(({ work }) => districtOf(work.unit))).size
    case "ofCity":
      return ofCity.length
    case "ofDistrict":
      return works.length - ofCity.length
    case "finishedOfCity":
      return ofCity.filter(isFinished).length
    case "finishedPercent":
      return (works.filter(isFinished).length / works.length) * 100
    case "startedCommunes":
      return communes(works.filter((own) => own.standing().done > 0))
    case "communeMeanPercent":
      return tally.communeMeanPercent
    case "area":
      return land.residential + land.agricultural
    case "parcelsLeft":
      return land.parcels - land.parcelsUpdated
    case "landWorthBillions": {
      const given = new Set(gifts.map(({ gift }) => gift.unit))
      const own = entries.filter(
        ({ source, unit }) => source === "community.land" && typeof unit === "number" && given.has(unit)
      )
      return own.reduce((sum, { amount }) => sum + amount, 0) / BILLION
    }
    case "households":
    case "residential":
    case "agricultural":
    case "structures":
    case "eligible":
    case "notEligible":
    case "parcels":
    case "parcelsUpdated":
      return land[count]
    default:
      return tally.bySector[count] ?? 0
  }
}

/** Reports every published number that does not come out of the works, asked by the domain's own tallies. */
export const checkPublished = (
  works: PilotWorks,
  chronicle: Chronicle,
  published: ReadonlyArray<Published>,
  valueOf: (document: string, figure: string) => number | undefined,
  wrong: (path: string, vi: string, en: string) => void
): void => {
  const at = new Map(published.map((one, place) => [one, place]))
  for (const [day, ofDay] of Map.groupBy(published, (one) => one.day)) {
    const book = bookOf(works, chronicle, day)
    for (const same of Map.groupBy(ofDay, ({ batch, districts }) => JSON.stringify([batch, districts])).values()) {
      const [{ batch, districts } = { batch: undefined, districts: undefined }] = same
      const approvedOn = works.batches.find(({ id }) => id === batch)?.approvedOn ?? day
      const districtOf = (unit: UnitId): string | undefined =>
        ancestorsOn(chronicle.register, unit, approvedOn).find(({ level }) => level === "district")?.code
      const within = scopeOf(book, null, batch ?? null).works.filter(
        ({ work }) => districts === undefined || districts.some((code) => code === districtOf(work.unit))
      )
      const scope = { works: within, gifts: within.flatMap(({ gifts }) => gifts) }
      const tally = tallyOf(scope, day)
      for (const one of same) {
        const { count, document, figure } = one
        const value = valueOf(document, figure)
        const found = counted(count, scope, tally, works, districtOf)
        if (value === undefined || found === value) continue
        const [printed, came] = [value, found].map(formatNumber)
        wrong(
          `published[${at.get(one)}]`,
          `ngày ${formatDay(day)} “${count}” của ${batch} là ${came}, văn bản ${document} (${figure}) công bố ${printed}`,
          `on ${day} “${count}” of ${batch} comes to ${found}, ${document} (${figure}) states ${value}`
        )
      }
    }
  }
}
