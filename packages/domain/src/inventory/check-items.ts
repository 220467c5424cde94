import { type Unit, type UnitId, unitMeant } from "../units/index.ts"
import { type Bilingual, type Day, foldVietnamese, quoted } from "../values/index.ts"
import {
  type CheckedInventory,
  expiryFault,
  fault,
  futureFault,
  type InventoryChecking,
  type InventoryFault,
  labelOf,
  scopeFault
} from "./check-fault.ts"
import type { Item, ItemRecording } from "./item.ts"
import { itemKinds } from "./kinds.ts"
import type { InventoryProblem } from "./refusal.ts"
import { byDay, stateOn } from "./standing.ts"

/** An entry that stands the checks. */
export type CheckedItem = Omit<Item, "id" | "recordedAt" | "recordedBy">

/** What makes two entries the same thing: its name in its unit; a class, a meeting or a document of its day too. */
const sameness = ({ body, day, name, unit }: Pick<CheckedItem, "body" | "day" | "name" | "unit">): string => {
  const own = (text: string | null): string => (text === null ? "" : foldVietnamese(text))
  switch (body._tag) {
    case "issued":
      return JSON.stringify([body._tag, unit, own(body.number), day])
    case "training":
    case "meeting":
      return JSON.stringify([body._tag, unit, own(name), day])
    case "ocop":
      return JSON.stringify([body._tag, unit, own(name), own(body.producer)])
    case "modelGarden":
      return JSON.stringify([body._tag, unit, own(name), own(body.owner)])
    case "modelArea":
    case "smartVillage":
      return JSON.stringify([body._tag, unit, own(name), own(body.village)])
    case "smartCommune":
      return JSON.stringify([body._tag, unit])
  }
}

/** Entries that are still listed: what was ended or taken back may be put down again, what ran out is renewed. */
const listed = ({ journal, today }: InventoryChecking): ReadonlySet<string> => {
  const events = Map.groupBy(journal.events, ({ item }) => item)
  const found = new Set<string>()
  for (const item of journal.items) {
    const { because } = stateOn(item, byDay(events.get(item.id) ?? []), today)
    if (because !== "ended" && because !== "withdrawn") found.add(sameness(item))
  }
  return found
}

const levelFault = ({ body }: ItemRecording, unit: Unit): InventoryFault | null => {
  const { levels, words } = itemKinds[body._tag]
  return levels === null || levels.includes(unit.level)
    ? null
    : fault(
        "unit",
        "levelOfOther",
        `${labelOf(unit)} không thể có ${words.vi}: chỉ ghi cho ${levels.includes("village") ? "xã, phường hoặc thôn" : "xã, phường"}`,
        `${labelOf(unit)} cannot have a ${words.en}: it is put down for a commune${levels.includes("village") ? " or village" : ""}`
      )
}

const attendeeFaults = (
  { chronicle }: InventoryChecking,
  { body, day }: ItemRecording
): ReadonlyArray<InventoryFault> =>
  body._tag !== "training"
    ? []
    : body.attendees.flatMap(({ unit: code }, at) => {
        const meant = code === null ? null : unitMeant(chronicle, code, day)
        return meant !== null && "kind" in meant ? [{ field: `body.attendees[${at}].unit`, ...meant }] : []
      })

const duplicate = (sentence: Bilingual): InventoryFault => ({ field: null, kind: "duplicate", sentence })

/** The unit that a row means on its day; else why there is none. */
const unitOf = (
  { chronicle }: InventoryChecking,
  named: string | UnitId,
  day: Day
): { readonly unit: Unit | null; readonly fault: InventoryFault | null } => {
  const meant = unitMeant(chronicle, named, day)
  return "kind" in meant ? { unit: null, fault: { field: "unit", ...meant } } : { unit: meant, fault: null }
}

/** Holds entries against units, days and what is listed already. All problems of all rows at once. */
export const checkItems = (
  checking: InventoryChecking,
  rows: ReadonlyArray<ItemRecording>
): CheckedInventory<CheckedItem> => {
  const known = listed(checking)
  const seen = new Map<string, number>()
  const accepted: Array<CheckedItem & { readonly row: number }> = []
  const problems: Array<InventoryProblem> = []
  for (const [row, given] of rows.entries()) {
    const { body, day } = given
    const { fault: missing, unit } = unitOf(checking, given.unit, day)
    const faults: Array<InventoryFault | null> = [
      missing,
      futureFault(day, checking.today),
      body._tag === "ocop" ? expiryFault(day, body.until) : null,
      ...attendeeFaults(checking, given)
    ]
    if (unit !== null) {
      faults.push(scopeFault(checking, unit.id, day, labelOf(unit)), levelFault(given, unit))
      const key = sameness({ ...given, unit: unit.id })
      const first = seen.get(key)
      if (first !== undefined)
        faults.push(duplicate({ vi: `Trùng với dòng ${first + 1}`, en: `The same as row ${first + 1}` }))
      else if (known.has(key))
        faults.push(
          duplicate({
            vi: `${quoted(given.name)} đã có trong sổ${body._tag === "ocop" ? "; phân hạng lại thì ghi là “phân hạng lại”" : ""}`,
            en: `${quoted(given.name)} is listed already${body._tag === "ocop" ? "; graded again it is recorded as renewed" : ""}`
          })
        )
      seen.set(key, first ?? row)
    }
    const found = faults.filter((one) => one !== null)
    if (found.length > 0 || unit === null) problems.push(...found.map((one) => ({ row, ...one })))
    else accepted.push({ ...given, unit: unit.id, row })
  }
  return { accepted, problems }
}
