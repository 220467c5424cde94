import { standInOn } from "../funding/index.ts"
import { type Day, formatDay, quoted } from "../values/index.ts"
import {
  type CheckedInventory,
  expiryFault,
  fault,
  futureFault,
  type InventoryChecking,
  type InventoryFault,
  scopeFault
} from "./check-fault.ts"
import type { Item, ItemEvent, ItemEventRecording, ItemId } from "./item.ts"
import { itemKinds } from "./kinds.ts"
import type { InventoryProblem } from "./refusal.ts"
import { byDay } from "./standing.ts"

/** What happened to one entry so far. */
interface Followed {
  readonly item: Item
  /** The day on which it was ended or taken back. */
  over: Day | null
  renewed: Array<Day>
}

const follow = (state: Followed, { body, day }: Pick<ItemEvent, "body" | "day">): void => {
  if (body._tag === "renewed") state.renewed.push(day)
  else state.over = day
}

const eventFault = ({ item, over, renewed }: Followed, { body, day }: ItemEventRecording): InventoryFault | null => {
  const { held, words } = itemKinds[item.body._tag]
  if (day < item.day)
    return fault(
      "day",
      "beforeItem",
      `Ngày ${formatDay(day)} trước ngày của mục này (${formatDay(item.day)})`,
      `${day} is before the day of the entry (${item.day})`
    )
  if (over !== null)
    return fault(
      "item",
      "endedAlready",
      `${quoted(item.name)} đã thôi tính từ ${formatDay(over)}`,
      `${quoted(item.name)} ended on ${over}`
    )
  if (body._tag === "renewed" && item.body._tag !== "ocop")
    return fault(
      "body._tag",
      "notRenewable",
      `Chỉ sản phẩm OCOP được phân hạng lại; ${quoted(item.name)} là ${words.vi}`,
      `Only OCOP products are graded again; ${quoted(item.name)} is a ${words.en}`
    )
  if (body._tag === "ended" && held)
    return fault(
      "body._tag",
      "notAllowed",
      `${quoted(item.name)} là ${words.vi}: không thôi tính được; ghi nhầm thì rút lại`,
      `${quoted(item.name)} is a ${words.en}: it does not end; what was recorded by mistake is withdrawn`
    )
  if (renewed.includes(day) && body._tag === "renewed")
    return fault(
      "day",
      "duplicate",
      `${quoted(item.name)} đã được phân hạng lại ngày ${formatDay(day)}`,
      `${quoted(item.name)} was graded again on ${day} already`
    )
  const later = renewed.find((one) => one > day)
  if (later !== undefined && body._tag !== "withdrawn")
    return fault(
      "day",
      "renewedLater",
      `${quoted(item.name)} được phân hạng lại ngày ${formatDay(later)}, sau ngày ${formatDay(day)}`,
      `${quoted(item.name)} was graded again on ${later}, after ${day}`
    )
  return body._tag === "renewed" ? expiryFault(day, body.until) : null
}

/** Holds what became of entries against them. All problems of all rows at once. */
export const checkItemEvents = (
  checking: InventoryChecking,
  rows: ReadonlyArray<ItemEventRecording>
): CheckedInventory<ItemEventRecording> => {
  const { chronicle, journal, today } = checking
  const items = new Map(journal.items.map((item) => [item.id, item]))
  const before = Map.groupBy(journal.events, ({ item }) => item)
  const states = new Map<ItemId, Followed>()
  const stateOf = (id: ItemId): Followed | null => {
    const known = states.get(id)
    const item = items.get(id)
    if (known !== undefined || item === undefined) return known ?? null
    const state: Followed = { item, over: null, renewed: [] }
    for (const event of byDay(before.get(id) ?? [])) follow(state, event)
    states.set(id, state)
    return state
  }
  const accepted: Array<ItemEventRecording & { readonly row: number }> = []
  const problems: Array<InventoryProblem> = []
  // Rows of one entry may stand in any order: they are read by their days.
  const inOrder = [...rows.entries()].sort(([a, one], [b, other]) =>
    one.day < other.day ? -1 : one.day > other.day ? 1 : a - b
  )
  for (const [row, event] of inOrder) {
    const state = stateOf(event.item)
    const faults: Array<InventoryFault | null> = [futureFault(event.day, today)]
    if (state === null)
      faults.push(fault("item", "unknownItem", `Không có mục số ${event.item}`, `There is no entry ${event.item}`))
    else {
      const unit = standInOn(chronicle, state.item.unit, event.day)?.id ?? state.item.unit
      faults.push(scopeFault(checking, unit, event.day, quoted(state.item.name)), eventFault(state, event))
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
