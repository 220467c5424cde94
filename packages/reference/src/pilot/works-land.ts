import { type EntryRecording, WorkId } from "@ntm/domain/funding"
import { Day, dayAt, dayNumber, largestRemainder } from "@ntm/domain/values"
import { type LandEvent, type LandGift, LandGiftId } from "@ntm/domain/works"
import { type Draw, shuffled } from "./draw.ts"
import type { BatchCommune } from "./works-communes.ts"
import type { BatchPlan } from "./works-file.ts"
import type { PaidWork } from "./works-money.ts"

export type PilotGift = Omit<LandGift, "recordedAt" | "recordedBy">
export type PilotLandEvent = Omit<LandEvent, "recordedAt" | "recordedBy">

/** Land of a batch: gifts numbered on from 1, what happened to them, and their worth. */
export interface PilotLand {
  readonly gifts: ReadonlyArray<PilotGift>
  readonly events: ReadonlyArray<PilotLandEvent>
  readonly entries: ReadonlyArray<EntryRecording>
}

type Asked = NonNullable<BatchPlan["land"]>

/** How many parcels of all are brought up to date by the end of what is told. */
const UPDATED_LATER = 0.55

interface Household {
  readonly commune: BatchCommune
  readonly work: PaidWork
  readonly number: number
}

/** Shares of a whole by drawn weights: a few give much. */
const sharesOf = (count: number, total: number, draw: (at: number) => number): ReadonlyArray<number> =>
  largestRemainder(
    Array.from({ length: count }, (_, at) => Math.round(1000 * (0.15 + draw(at) ** 3 * 4)) / 1000),
    total
  ) ?? []

/** As many of a list of places as asked for, drawn. */
const chosen = (places: ReadonlyArray<number>, count: number, name: string, draw: Draw): ReadonlySet<number> =>
  new Set(
    shuffled(
      (at) => draw(name, at),
      places,
      (at) => at
    ).slice(0, count)
  )

const householdsOf = (
  communes: ReadonlyArray<BatchCommune>,
  works: ReadonlyArray<PaidWork>,
  total: number,
  draw: Draw
): ReadonlyArray<Household> => {
  const roads = Map.groupBy(
    works.filter(({ work }) => work.sector === "transport"),
    ({ work }) => work.commune.unit.id
  )
  const counts =
    largestRemainder(
      communes.map(({ unit }) => 0.6 + 0.8 * draw("households", unit.code)),
      total
    ) ?? []
  return communes.flatMap((commune, at) => {
    const own = roads.get(commune.unit.id) ?? works.slice(0, 1)
    return Array.from({ length: counts[at] ?? 0 }, (_, number): Household | undefined => {
      const work = own[Math.floor(own.length * draw("road", commune.unit.code, number))]
      return work === undefined ? undefined : { commune, work, number: number + 1 }
    }).filter((one) => one !== undefined)
  })
}

/** "Hộ 0123"; one in sixty is an organisation. No names: none are needed. */
const reference = ({ commune, number }: Household, draw: Draw): string =>
  `${draw("who", commune.unit.code, number) < 1 / 60 ? "Tổ chức" : "Hộ"} ${String(number).padStart(4, "0")}`

/** The land that households give for the roads of a batch: totals as published, and who gives what drawn. */
export const landOf = (
  batch: BatchPlan,
  asked: Asked,
  communes: ReadonlyArray<BatchCommune>,
  works: ReadonlyArray<PaidWork>,
  count: (figure: string) => number,
  until: number,
  draw: Draw
): PilotLand => {
  const households = householdsOf(communes, works, count(asked.households), draw)
  const size = households.length
  const places = households.map((_, at) => at)
  const residential = sharesOf(size, count(asked.residential), (at) => draw("residential", at))
  const agricultural = sharesOf(size, count(asked.agricultural), (at) => draw("agricultural", at))
  const built = chosen(places, count(asked.structures), "structures", draw)
  const eligible = chosen([...built], count(asked.eligible), "eligible", draw)
  const more = sharesOf(size, count(asked.parcels) - size, (at) => draw("parcels", at))
  const gifts = households.map((household, at): PilotGift => {
    const land = household.work.work.prepared.get("land") ?? {
      from: household.commune.begins,
      to: household.commune.begins
    }
    const agreed = land.from + Math.floor((land.to - land.from - 5) * draw("agreed", at))
    return {
      id: LandGiftId.make(at + 1),
      unit: household.commune.unit.id,
      work: WorkId.make(household.work.id),
      household: reference(household, draw),
      residential: residential[at] ?? 0,
      agricultural: agricultural[at] ?? 0,
      structures: built.has(at) ? 1 : 0,
      eligible: eligible.has(at) ? 1 : 0,
      parcels: 1 + (more[at] ?? 0),
      day: dayAt(agreed),
      document: null,
      illustrative: true
    }
  })
  const events = [
    ...cleared(gifts, households, draw),
    ...updates(gifts, dayNumber(asked.updated.day), count(asked.updated.figure), until, draw)
  ]
  return {
    gifts,
    events: events.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.gift - b.gift)),
    entries: worthOf(batch, communes, gifts, count(asked.worthBillions))
  }
}

/** The ground is free by the end of the work's own step; of some only when the road beside it is being built. */
const cleared = (
  gifts: ReadonlyArray<PilotGift>,
  households: ReadonlyArray<Household>,
  draw: Draw
): ReadonlyArray<PilotLandEvent> =>
  gifts.flatMap(({ day, id }, at): ReadonlyArray<PilotLandEvent> => {
    const work = households[at]?.work.work
    if (work === undefined) return []
    const agreed = dayNumber(day)
    const ready = work.prepared.get("land")?.to ?? agreed
    const late = draw("late", id) < 0.03
    const on = late
      ? work.begun + Math.floor(30 * draw("cleared", id))
      : agreed + 1 + Math.floor(Math.max(0, ready - agreed - 1) * draw("cleared", id))
    return [{ gift: id, day: dayAt(on), event: { _tag: "cleared" } }]
  })

/** Records of parcels brought up to date: as many as published by the day, and then on until the end of what is told. */
const updates = (
  gifts: ReadonlyArray<PilotGift>,
  published: number,
  count: number,
  until: number,
  draw: Draw
): ReadonlyArray<PilotLandEvent> => {
  const events: Array<PilotLandEvent> = []
  const all = gifts.reduce((sum, { parcels }) => sum + parcels, 0)
  let [left, later] = [count, Math.max(0, Math.round(all * UPDATED_LATER) - count)]
  const update = (gift: PilotGift, from: number, to: number, parcels: number): void => {
    const first = Math.max(from, dayNumber(gift.day) + 60)
    const on = first + Math.floor((to - first) * draw("updated", gift.id, from))
    events.push({ gift: gift.id, day: dayAt(on), event: { _tag: "updated", parcels } })
  }
  for (const gift of shuffled(
    (id) => draw("order", id),
    gifts,
    ({ id }) => id
  )) {
    const first = Math.min(left, gift.parcels)
    left -= first
    if (first > 0) update(gift, dayNumber(Day.make("2024-03-01")), published, first)
    const second = Math.min(later, gift.parcels - first)
    later -= second
    if (second > 0) update(gift, published + 1, until, second)
  }
  return events
}

const BILLION = 1_000_000_000

/** What the land is worth, by commune, in proportion to its area. */
const worthOf = (
  batch: BatchPlan,
  communes: ReadonlyArray<BatchCommune>,
  gifts: ReadonlyArray<PilotGift>,
  billions: number
): ReadonlyArray<EntryRecording> => {
  const areas = communes.map(({ unit }) =>
    gifts.reduce((sum, gift) => (gift.unit === unit.id ? sum + gift.residential + gift.agricultural : sum), 0)
  )
  const worth = largestRemainder(areas, billions * BILLION) ?? []
  return communes.map(({ unit }, at) => ({
    unit: unit.id,
    tier: "commune",
    agency: null,
    from: null,
    source: "community.land",
    year: batch.year + 1,
    stage: "mobilised",
    kind: "stated",
    content: null,
    amount: worth[at] ?? 0,
    quantity: { amount: areas[at] ?? 0, unit: "m²" },
    day: Day.make(`${batch.year + 1}-12-31`),
    work: null,
    document: null,
    place: null,
    reason: null,
    adjusts: null,
    illustrative: true
  }))
}
