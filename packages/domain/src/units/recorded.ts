import { Result } from "effect"
import { type Day, formatDay } from "../values/index.ts"
import { labelOf, refusal } from "./reorganisation/naming.ts"
import type { Plan } from "./reorganisation/plan.ts"
import { ReorganisationRefused } from "./reorganisation/refusal.ts"
import type { UnitId } from "./unit.ts"

/** Something recorded about a unit: a value, a decision on its tier, money, works, entries of registers, or a dossier. */
export interface Recorded {
  readonly unit: UnitId
  readonly kind: "value" | "recognition" | "funding" | "work" | "item" | "dossier"
  readonly day: Day
}

const words = {
  value: { vi: "đã có số liệu ghi cho ngày", en: "has a value recorded for" },
  recognition: { vi: "đã có quyết định công nhận ngày", en: "has a recognition of" },
  funding: { vi: "đã có bút toán vốn ngày", en: "has a funding entry of" },
  work: { vi: "đã có công trình, báo cáo hoặc hiến đất ngày", en: "has works, reports of works or land given of" },
  item: { vi: "đã có mục trong sổ theo dõi ngày", en: "has an entry of a register of" },
  dossier: { vi: "đã có hồ sơ đề nghị công nhận mở ngày", en: "has a recognition dossier opened on" }
} as const

/** Units that an event formed or gave other ground: what is recorded about them from its day on is about that ground. */
export const groundMadeBy = ({ ends, begins, transfers }: Plan): ReadonlyArray<UnitId> => {
  const before = new Set(ends.map(({ id }) => id))
  const passed = new Set(
    transfers.filter(({ implied }) => !implied).flatMap(({ fromId, toId }) => (fromId === toId ? [] : [fromId, toId]))
  )
  return begins.map(({ id }) => id).filter((id) => !before.has(id) || passed.has(id))
}

/**
 * Refuses to take an event back while anything recorded rests on it.
 *
 * **Details** `recorded`: of `groundMadeBy`, from the event's day on. A value stays for ever, and would be left without its
 * unit, or be told of the next one that gets the id.
 */
export const nothingRecorded = (
  { reorganisation, begins }: Plan,
  recorded: ReadonlyArray<Recorded>
): Result.Result<void, ReorganisationRefused> => {
  const event = reorganisation.id
  const [first, ...others] = recorded.map(({ unit, kind, day }) => {
    const row = begins.find(({ id }) => id === unit)
    const label = row === undefined ? `#${unit}` : labelOf(row)
    const vi = `Sự kiện ${event} không hoàn tác được: ${label} ${words[kind].vi} ${formatDay(day)}`
    return refusal("recordedSince", null, label, vi, `${event} cannot be undone: ${label} ${words[kind].en} ${day}`)
  })
  return first === undefined
    ? Result.succeed(undefined)
    : Result.fail(new ReorganisationRefused({ event, refusals: [first, ...others] }))
}
