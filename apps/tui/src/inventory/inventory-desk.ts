import { ItemKind, itemKinds } from "@ntm/domain/inventory"
import { formatNumber } from "@ntm/domain/values"
import { Result } from "effect"
import type { Desk } from "../desk/desk.ts"
import { turned } from "../desk/turned.ts"
import { both, type Lang, say } from "../language/lang.ts"
import { type Cell, type Column, spread } from "../parts/grid.ts"
import { dayText } from "../units/asking.ts"
import type { InventoryKind, InventoryRow, InventorySpot } from "./inventory-kind.ts"
import { inventoryMoves } from "./inventory-moves.ts"
import { readEntry, readInventory } from "./inventory-reads.ts"
import { inventoryWords, itemStateText, placeText, targetText, targetTone, untilText } from "./inventory-words.ts"
import { unitText } from "../works/works-tables.ts"
import { itemLines } from "./item-lines.ts"

const own = {
  counts: both("So với mục tiêu", "Against what plans want"),
  entries: both("Các mục đã ghi, mới nhất trước", "Entries, the newest first"),
  expiring: both("Giấy chứng nhận OCOP sắp hết hạn", "OCOP certificates that run out soon"),
  year: both("Năm", "Year"),
  yearHint: both("ví dụ 2025; bỏ trống: năm của ngày đang xem", "for example 2025; empty: that of the day on show"),
  noYear: both("Năm gồm bốn chữ số", "A year has four digits"),
  country: both("cả nước", "the country"),
  none: both("Chưa ghi mục nào.", "Nothing has been put down.")
} as const

const shows = ["counts", "entries", "expiring"] as const

const hasAdded = (width: number): boolean => width >= 60
const isWide = (width: number): boolean => width >= 76

const countColumns = (spot: InventorySpot, width: number, lang: Lang): ReadonlyArray<Column> =>
  spread(
    [
      { title: say(spot.kind === null ? inventoryWords.register : inventoryWords.unit, lang), width: 12, grow: 1 },
      ...(hasAdded(width) ? ([{ title: say(inventoryWords.added, lang), width: 11, align: "right" }] as const) : []),
      { title: say(inventoryWords.total, lang), width: 9, align: "right" },
      { title: say(inventoryWords.target, lang), width: isWide(width) ? 18 : 12, align: "right" }
    ],
    width
  )

const entryColumns = (spot: InventorySpot, width: number, lang: Lang): ReadonlyArray<Column> =>
  spread(
    [
      { title: say(inventoryWords.name, lang), width: 10, grow: 3 },
      ...(spot.kind === null && spot.show === "entries" && width >= 100
        ? [{ title: say(inventoryWords.register, lang), width: 22 }]
        : []),
      ...(isWide(width) ? [{ title: say(inventoryWords.unit, lang), width: 12, grow: 2 }] : []),
      { title: say(spot.show === "expiring" ? inventoryWords.until : inventoryWords.day, lang), width: 10 },
      { title: say(inventoryWords.state, lang), width: isWide(width) ? 18 : 12 }
    ],
    width
  )

const cells = (row: InventoryRow, spot: InventorySpot, width: number, lang: Lang): ReadonlyArray<Cell> => {
  if (row._tag === "Count") {
    const { count } = row
    return [
      { text: spot.kind === null ? say(itemKinds[count.kind].words, lang) : placeText(count, lang) },
      ...(hasAdded(width)
        ? [{ text: formatNumber(count.added), tone: count.added === 0 ? ("dim" as const) : ("plain" as const) }]
        : []),
      { text: formatNumber(count.total), tone: count.total === 0 ? "dim" : "plain" },
      { text: targetText(count, lang), tone: targetTone(count) }
    ]
  }
  const { item } = row
  const isExpiring = spot.show === "expiring"
  return [
    { text: `${item.name}${item.illustrative ? " °" : ""}` },
    ...(spot.kind === null && !isExpiring && width >= 100
      ? [{ text: say(itemKinds[item.body._tag].words, lang), tone: "dim" as const }]
      : []),
    ...(isWide(width) ? [{ text: item.unitName, tone: "dim" as const }] : []),
    { text: dayText(isExpiring ? (item.state.until ?? item.day) : item.day) },
    { text: itemStateText(item, lang), tone: item.state.counts ? (isExpiring ? "warn" : "good") : "dim" }
  ]
}

const footOf = (row: InventoryRow, lang: Lang): string => {
  if (row._tag === "Entry") {
    const { item } = row
    return [item.name, say(itemKinds[item.body._tag].words, lang), item.unitName, untilText(item, lang)]
      .filter((text) => text !== "")
      .join(" · ")
  }
  const { count } = row
  const stars = count.byStars.map((one) => `${one.stars} ${say(inventoryWords.stars, lang)}: ${one.count}`)
  return [
    ...(count.targets.length === 0
      ? [say(itemKinds[count.kind].words, lang), count.unit === null ? say(own.country, lang) : unitText(count.unit)]
      : count.targets.map(({ document, text }) => `${document}: ${text}`)),
    ...stars,
    ...(count.expired > 0 ? [`${formatNumber(count.expired)} ${say(inventoryWords.expired, lang)}`] : []),
    ...(count.renewed > 0 ? [`${formatNumber(count.renewed)} ${say(inventoryWords.renewed, lang)}`] : []),
    ...(count.people === null ? [] : [`${formatNumber(count.people)} ${say(inventoryWords.people, lang)}`])
  ].join(" · ")
}

/** Codes of provinces and districts are shorter than those of communes. */
const hasUnitsBelow = (code: string): boolean => code.length <= 3

/** Registers: how many there are of each kind against what plans want, by unit, one by one, and what expires soon. */
export const inventoryDesk: Desk<InventoryKind> = {
  room: "inventory",
  start: { asOf: null, show: "counts", year: null, kind: null, unit: "plan" },
  isSearchedHere: ({ show }) => show === "counts",
  searchText: (row) =>
    row._tag === "Entry" ? row.item.name : `${itemKinds[row.count.kind].words.vi} ${placeText(row.count, "vi")}`,
  caption: ({ kind, show, unit, year }, lang, list) => [
    show === "counts" ? `${say(own.counts, lang)} ${year ?? list.asOf.slice(0, 4)}` : say(own[show], lang),
    ...(show === "entries" && year !== null ? [`${say(own.year, lang).toLowerCase()} ${year}`] : []),
    ...(kind === null || show === "expiring" ? [] : [say(itemKinds[kind].words, lang)]),
    unit === null || unit === "plan" ? say(own.country, lang) : unit.label
  ],
  columns: (spot, width, lang) =>
    spot.show === "counts" ? countColumns(spot, width, lang) : entryColumns(spot, width, lang),
  cells,
  foot: footOf,
  empty: own.none,
  turn: (key, spot) => {
    switch (key) {
      case "t":
        return { ...spot, show: turned(shows, spot.show) }
      case "f":
        return spot.show === "expiring" ? undefined : { ...spot, kind: turned([null, ...ItemKind.literals], spot.kind) }
      default:
        return undefined
    }
  },
  prompts: {
    y: {
      label: own.year,
      hint: own.yearHint,
      read: (text, spot) =>
        text === ""
          ? Result.succeed({ _tag: "Spot", spot: { ...spot, year: null } })
          : /^\d{4}$/.test(text)
            ? Result.succeed({ _tag: "Spot", spot: { ...spot, year: Number(text) } })
            : Result.fail(own.noYear)
    }
  },
  open: (row, spot) => {
    if (row._tag === "Entry") return { _tag: "Page", of: { _tag: "Entry", id: row.id, item: row.item } }
    const { kind, place, unit } = row.count
    if (spot.kind === null) return { _tag: "Spot", spot: { ...spot, kind } }
    if (place === "total" || unit === null) return { _tag: "Spot", spot: { ...spot, show: "entries" } }
    const to = { code: unit.code, label: unitText(unit) }
    return {
      _tag: "Spot",
      spot: { ...spot, unit: to, show: place === "unit" && hasUnitsBelow(unit.code) ? "counts" : "entries" }
    }
  },
  widen: (spot) => {
    if (spot.show !== "counts") return { ...spot, show: "counts" }
    if (spot.unit !== "plan" && spot.unit !== null && spot.unit.code.length > 2) return { ...spot, unit: "plan" }
    if (spot.kind !== null) return { ...spot, kind: null }
    return spot.unit === null ? { ...spot, unit: "plan" } : null
  },
  page: ({ item }, _, width, lang) => itemLines(item, width, lang),
  beyond: () => undefined,
  moves: (_, { item, mayFollow }, today) => (mayFollow ? inventoryMoves(item, today) : []),
  readList: readInventory,
  readPage: readEntry,
  record: async (client, send, signal) => {
    await client.inventory.follow({ body: { rows: [send] } }, signal)
  }
}
