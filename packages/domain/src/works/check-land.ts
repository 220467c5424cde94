import { Result } from "effect"
import { standInOn } from "../funding/index.ts"
import { dong, formatDay, quoted } from "../values/index.ts"
import {
  type CheckedWorks,
  duplicateOf,
  fault,
  futureFault,
  scopeFault,
  unitOrFault,
  type WorksChecking,
  type WorksFault
} from "./check-fault.ts"
import type { LandEvent, LandEventRecording, LandGift, LandGiftId, LandGiftRecording } from "./land.ts"
import type { WorksProblem } from "./refusal.ts"

/** A gift of land that stands the checks. */
export type CheckedGift = Omit<LandGift, "id" | "recordedAt" | "recordedBy">

const sameness = ({ day, household, unit, work }: Pick<LandGift, "day" | "household" | "unit" | "work">): string =>
  JSON.stringify([unit, work, household, day])

/** Holds gifts of land against units, works, days and what is recorded already. All problems of all rows at once. */
export const checkLand = (
  checking: WorksChecking,
  rows: ReadonlyArray<LandGiftRecording>
): CheckedWorks<CheckedGift> => {
  const { journal, today } = checking
  const works = new Map(journal.works.map((work) => [work.id, work]))
  const recorded = new Set(journal.gifts.map(sameness))
  const seen = new Map<string, number>()
  const accepted: Array<CheckedGift & { readonly row: number }> = []
  const problems: Array<WorksProblem> = []
  for (const [row, gift] of rows.entries()) {
    const { day, eligible, household, structures, work } = gift
    const { fault: unitFault, unit } = unitOrFault(checking, gift.unit, day)
    const faults: Array<WorksFault | null> = [unitFault, futureFault(day, today)]
    const own = work === null ? undefined : works.get(work)
    if (work !== null && own === undefined)
      faults.push(fault("work", "unknownWork", `Không có công trình số ${work}`, `There is no work ${work}`))
    if (own !== undefined && unit !== null && standInOn(checking.chronicle, own.unit, day)?.id !== unit.id)
      faults.push(
        fault(
          "work",
          "workOfOtherUnit",
          `Công trình ${quoted(own.code)} không thuộc ${unit.type} ${unit.name}`,
          `The work ${quoted(own.code)} does not lie in ${unit.type} ${unit.name}`
        )
      )
    if (eligible > structures)
      faults.push(
        fault(
          "eligible",
          "eligibleOverStructures",
          `${eligible} công trình đủ điều kiện hỗ trợ, nhiều hơn ${structures} công trình phải tháo dỡ`,
          `${eligible} structures are eligible for support, more than the ${structures} to be cleared`
        )
      )
    const checked = unit === null ? null : { ...gift, unit: unit.id, row }
    const key = checked === null ? null : sameness(checked)
    const first = key === null ? undefined : seen.get(key)
    if (first !== undefined) faults.push(duplicateOf(first))
    else if (key !== null) {
      seen.set(key, row)
      if (recorded.has(key))
        faults.push(
          fault(
            null,
            "duplicate",
            `${quoted(household)} hiến đất ngày ${formatDay(day)} đã được ghi`,
            `What ${quoted(household)} gave on ${day} is recorded already`
          )
        )
    }
    const found = faults.filter((one) => one !== null)
    if (found.length > 0 || checked === null) problems.push(...found.map((one) => ({ row, ...one })))
    else accepted.push(checked)
  }
  return { accepted, problems }
}

/** What happened to one gift, as its events are read in the order of days. */
interface GiftState {
  readonly gift: LandGift
  cleared: boolean
  ended: boolean
  updated: number
}

const eventFault = (state: GiftState, { day, event }: Pick<LandEvent, "day" | "event">): WorksFault | null => {
  const { gift } = state
  if (day < gift.day)
    return fault(
      "day",
      "beforeGift",
      `Ngày ${formatDay(day)} trước ngày thống nhất hiến đất (${formatDay(gift.day)})`,
      `${day} is before the land was agreed to be given (${gift.day})`
    )
  if (state.ended) return fault("gift", "giftEnded", "Hộ đã rút lại phần đất này", "This land was taken back")
  switch (event._tag) {
    case "cleared":
      return state.cleared
        ? fault("event", "duplicate", "Mặt bằng đã được báo giải phóng", "The ground is reported as cleared already")
        : null
    case "updated":
      return state.updated + event.parcels > gift.parcels
        ? fault(
            "event.parcels",
            "parcelsOver",
            `Đã chỉnh lý ${state.updated} thửa, thêm ${event.parcels} là quá ${gift.parcels} thửa phải chỉnh lý`,
            `${state.updated} parcels are updated; ${event.parcels} more would exceed the ${gift.parcels} that there are`
          )
        : null
    case "paid": {
      const whole = dong(event.amount)
      return Result.isSuccess(whole) && event.amount > 0
        ? null
        : fault("event.amount", "notMoney", "Số tiền hỗ trợ phải lớn hơn 0", "The support paid must be above 0")
    }
    case "withdrawn":
      return null
  }
}

const follow = (state: GiftState, { event }: Pick<LandEvent, "event">): void => {
  if (event._tag === "cleared") state.cleared = true
  if (event._tag === "updated") state.updated += event.parcels
  if (event._tag === "withdrawn") state.ended = true
}

/** Holds what happened to gifts of land against them. All problems of all rows at once. */
export const checkLandEvents = (
  checking: WorksChecking,
  rows: ReadonlyArray<LandEventRecording>
): CheckedWorks<LandEventRecording> => {
  const { chronicle, journal, today } = checking
  const gifts = new Map(journal.gifts.map((gift) => [gift.id, gift]))
  const asked = new Set(rows.map(({ gift }) => gift))
  const before = Map.groupBy(
    journal.landEvents.filter(({ gift }) => asked.has(gift)),
    ({ gift }) => gift
  )
  const states = new Map<LandGiftId, GiftState>()
  const stateOf = (id: LandGiftId): GiftState | null => {
    const known = states.get(id)
    if (known !== undefined) return known
    const gift = gifts.get(id)
    if (gift === undefined) return null
    const state = { gift, cleared: false, ended: false, updated: 0 }
    for (const event of before.get(id) ?? []) follow(state, event)
    states.set(id, state)
    return state
  }
  const accepted: Array<LandEventRecording & { readonly row: number }> = []
  const problems: Array<WorksProblem> = []
  // Rows of one gift may stand in any order: they are read by their days.
  const inOrder = [...rows.entries()].sort(([a, one], [b, other]) =>
    one.day < other.day ? -1 : one.day > other.day ? 1 : a - b
  )
  for (const [row, event] of inOrder) {
    const state = stateOf(event.gift)
    const faults: Array<WorksFault | null> = [futureFault(event.day, today)]
    if (state === null)
      faults.push(
        fault(
          "gift",
          "unknownGift",
          `Không có phần đất hiến số ${event.gift}`,
          `There is no gift of land ${event.gift}`
        )
      )
    else {
      const unit = standInOn(chronicle, state.gift.unit, event.day)?.id ?? state.gift.unit
      faults.push(scopeFault(checking, unit, event.day, `Phần đất hiến số ${event.gift}`), eventFault(state, event))
    }
    const found = faults.filter((one) => one !== null)
    if (found.length > 0 || state === null) problems.push(...found.map((one) => ({ row, ...one })))
    else {
      follow(state, event)
      accepted.push({ ...event, row })
    }
  }
  return { accepted: accepted.sort((a, b) => a.row - b.row), problems }
}
