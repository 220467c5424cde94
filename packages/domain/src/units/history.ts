import { Schema } from "effect"
import { addDays, type Bilingual, compareDays, type Day, formatDay } from "../values/index.ts"
import type { Chronicle } from "./chronicle.ts"
import { levelWords } from "./levels.ts"
import { labelOf } from "./reorganisation/naming.ts"
import type { Plan } from "./reorganisation/plan.ts"
import { unitOn } from "./register.ts"
import type { ReorganisationDocument } from "./reorganisation/reorganisation.ts"
import { notesOf, type Transfer } from "./transfer.ts"
import type { Unit, UnitId } from "./unit.ts"

export const HistoryKind = Schema.Literals([
  "formed",
  "took",
  "gave",
  "renamed",
  "typed",
  "recoded",
  "moved",
  "restated",
  "ended"
])
export type HistoryKind = typeof HistoryKind.Type

/** What one event did to one unit, as a sentence in a story. */
export interface HistoryEntry {
  readonly day: Day
  readonly event: string
  readonly document: ReorganisationDocument
  /** The unit as it stands after the event, or stood before if it ended. */
  readonly unit: Unit
  /** False for a unit that later went into the one whose story it is. */
  readonly own: boolean
  readonly kinds: ReadonlyArray<HistoryKind>
  readonly sentence: Bilingual
  /** True where it tells of a link that was inferred rather than read in a legal text. */
  readonly inferred: boolean
  /** What texts add about what it gave and took: the clause that says so; each once. */
  readonly notes: ReadonlyArray<string>
}

interface Told {
  readonly kind: HistoryKind
  readonly vi: string
  readonly en: string
}

const listed = (items: ReadonlyArray<string>, and: string): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1) ?? ""}`

const percent = (share: number): string => `${Math.round(share * 1000) / 10}`

/** "toàn bộ xã A (11111), một phần xã B (22222) và 30 % xã C (33333)" */
const pieces = (
  chronicle: Chronicle,
  transfers: ReadonlyArray<Transfer>,
  end: "fromId" | "toId",
  day: Day
): Bilingual => {
  const described = transfers.map((transfer) => {
    const unit = unitOn(chronicle.register, transfer[end], day)
    const name = unit === undefined ? `#${transfer[end]}` : labelOf(unit)
    const { all } = transfer.share
    if (all === 1) return { vi: `toàn bộ ${name}`, en: `the whole of ${name}` }
    if (all === null) return { vi: `một phần ${name}`, en: `a part of ${name}` }
    return { vi: `${percent(all).replace(".", ",")} % ${name}`, en: `${percent(all)} % of ${name}` }
  })
  return {
    vi: listed(
      described.map(({ vi }) => vi),
      "và"
    ),
    en: listed(
      described.map(({ en }) => en),
      "and"
    )
  }
}

const names = (chronicle: Chronicle, transfers: ReadonlyArray<Transfer>, day: Day): ReadonlyArray<string> =>
  transfers.map(({ toId }) => {
    const unit = unitOn(chronicle.register, toId, day)
    return unit === undefined ? `#${toId}` : labelOf(unit)
  })

const parentLabel = (chronicle: Chronicle, unit: Unit, day: Day): string => {
  const parent = unit.parentId === null ? undefined : unitOn(chronicle.register, unit.parentId, day)
  return parent === undefined ? "–" : labelOf(parent)
}

const ending = (chronicle: Chronicle, before: Unit, given: ReadonlyArray<Transfer>, day: Day): Told => {
  const [only, ...others] = names(chronicle, given, day)
  if (only === undefined) {
    const word = levelWords[before.level]
    return { kind: "ended", vi: `kết thúc hoạt động ${word.vi}`, en: `ended with the ${word.en} level` }
  }
  if (others.length === 0) return { kind: "ended", vi: `nhập vào ${only}`, en: `went into ${only}` }
  const all = [only, ...others]
  return { kind: "ended", vi: `chia về ${listed(all, "và")}`, en: `was divided between ${listed(all, "and")}` }
}

const changes = (chronicle: Chronicle, before: Unit, after: Unit, day: Day): ReadonlyArray<Told> => {
  const told: Array<Told> = []
  const tell = (kind: HistoryKind, vi: string, en: string) => told.push({ kind, vi, en })
  if (before.name !== after.name) {
    tell("renamed", `đổi tên từ ${before.name} thành ${after.name}`, `was renamed from ${before.name} to ${after.name}`)
  }
  if (before.type !== after.type) {
    tell("typed", `chuyển từ ${before.type} thành ${after.type}`, `passed from ${before.type} to ${after.type}`)
  }
  if (before.code !== after.code) {
    tell(
      "recoded",
      `đổi mã từ ${before.code} thành ${after.code}`,
      `changed its code from ${before.code} to ${after.code}`
    )
  }
  if (before.parentId !== after.parentId) {
    const from = parentLabel(chronicle, before, addDays(day, -1))
    const to = parentLabel(chronicle, after, day)
    tell("moved", `chuyển từ ${from} về ${to}`, `passed from ${from} to ${to}`)
  }
  return told
}

/** What the event did to the unit; undefined if it did nothing that a story tells. */
const entryOf = (chronicle: Chronicle, plan: Plan, id: UnitId, own: boolean): HistoryEntry | undefined => {
  const { day, document, id: event } = plan.reorganisation
  const lastDay = addDays(day, -1)
  const before = plan.ends.find((row) => row.id === id)
  const after = plan.begins.find((row) => row.id === id)
  const unit = after ?? before
  if (unit === undefined) return undefined
  const of = (transfers: ReadonlyArray<Transfer> | undefined) =>
    (transfers ?? []).filter((transfer) => transfer.event === event && transfer.fromId !== transfer.toId)
  const given = of(chronicle.lineage.from.get(id))
  const taken = of(chronicle.lineage.to.get(id))
  const told: Array<Told> = []
  const sources = pieces(chronicle, taken, "fromId", lastDay)
  if (before === undefined)
    told.push({ kind: "formed", vi: `được lập từ ${sources.vi}`, en: `was formed of ${sources.en}` })
  else if (after === undefined) told.push(ending(chronicle, before, given, day))
  else {
    if (taken.length > 0) told.push({ kind: "took", vi: `nhận ${sources.vi}`, en: `took ${sources.en}` })
    if (given.length > 0) {
      const to = names(chronicle, given, day)
      told.push({
        kind: "gave",
        vi: `chuyển một phần về ${listed(to, "và")}`,
        en: `gave a part to ${listed(to, "and")}`
      })
    }
    told.push(...changes(chronicle, before, after, day))
    const vi = "được ghi lại số liệu, đặc điểm"
    if (told.length === 0) told.push({ kind: "restated", vi, en: "had its figures or attributes restated" })
  }
  const { number } = document
  const label = labelOf(before ?? unit)
  return {
    day,
    event,
    document,
    unit,
    own,
    kinds: told.map(({ kind }) => kind),
    sentence: {
      vi: `Ngày ${formatDay(day)}, ${label} ${told.map(({ vi }) => vi).join("; ")} (${number})`,
      en: `On ${day}, ${label} ${told.map(({ en }) => en).join("; ")} (${number})`
    },
    inferred: [...given, ...taken].some((transfer) => transfer.inferred),
    notes: notesOf([...taken, ...given])
  }
}

/**
 * The unit's life as one story, oldest first: its own events, and those of the units that ended in it, and in those.
 *
 * **Details** Empty for a unit that no applied event touched. A unit that gave a part and lived on has its own story.
 */
export const historyOf = (chronicle: Chronicle, id: UnitId): ReadonlyArray<HistoryEntry> => {
  const concerned = new Set<UnitId>([id])
  // The set grows while it is walked, by the units that ended in one already found.
  for (const found of concerned) {
    for (const { fromId, day } of chronicle.lineage.to.get(found) ?? []) {
      if (!concerned.has(fromId) && unitOn(chronicle.register, fromId, day) === undefined) concerned.add(fromId)
    }
  }
  /** The end of a unit is told by what it went into, unless some of it went elsewhere. */
  const toldAlready = ({ own, kinds, unit, event }: HistoryEntry) =>
    !own &&
    kinds.includes("ended") &&
    (chronicle.lineage.from.get(unit.id) ?? []).every((link) => link.event !== event || concerned.has(link.toId))
  return chronicle.events
    .toSorted((a, b) => compareDays(a.reorganisation.day, b.reorganisation.day))
    .flatMap((plan) => [...concerned].map((unit) => entryOf(chronicle, plan, unit, unit === id)))
    .filter((entry) => entry !== undefined)
    .filter((entry) => !toldAlready(entry))
}
