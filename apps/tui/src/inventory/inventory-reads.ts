import type { Client } from "@ntm/contract"
import { foldVietnamese } from "@ntm/domain/values"
import type { DeskList } from "../desk/desk.ts"
import { mayDo } from "../desk/may-do.ts"
import { homeUnit } from "../people/home.ts"
import type { InventoryKind, InventorySpot } from "./inventory-kind.ts"

/** Most entries that one answer of the API holds; the search finds the others. */
const MOST = 1000

/** Certificates that expire within so many days are told. */
const SOON = 180

/**
 * The unit that is meant: where none was chosen the highest that is theirs to see who asks, else the province of the plan on show, the
 * country where that cannot be told.
 */
const placed = async (
  client: Client,
  { asOf, unit }: InventorySpot,
  place: string | null,
  signal: AbortSignal
): Promise<Exclude<InventorySpot["unit"], "plan">> => {
  if (unit !== "plan") return unit
  const home = await homeUnit(client, signal)
  if (home !== null) return { code: home.code, label: `${home.type} ${home.name}` }
  if (place === null) return null
  const { items } = await client.units.list({ level: "province", as_of: asOf ?? undefined, limit: MOST }, signal)
  const said = ` ${foldVietnamese(place)}`
  const found = items.find(({ name }) => said.endsWith(` ${foldVietnamese(name)}`))
  return found === undefined ? null : { code: found.code, label: `${found.type} ${found.name}` }
}

/** The year that is counted: the one chosen, else that of the day, by the server's clock. */
const yearOf = async (client: Client, { asOf, year }: InventorySpot, signal: AbortSignal): Promise<number> => {
  if (year !== null) return year
  const day = asOf ?? (await client.inventory.list({ limit: 1 }, signal)).asOf
  return Number(day.slice(0, 4))
}

/** Reads a part of the registers, and says of which unit it is. Rejects with `ApiProblem`. */
export const readInventory = async (
  client: Client,
  spot: InventorySpot,
  query: string,
  place: string | null,
  signal: AbortSignal
): Promise<DeskList<InventoryKind>> => {
  const unit = await placed(client, spot, place, signal)
  const { asOf, kind, show, year } = spot
  const asked = { unit: unit?.code, as_of: asOf ?? undefined }
  const at = { ...spot, unit }
  if (show === "counts") {
    const counted = await yearOf(client, spot, signal)
    const answer = await client.inventory.counts({ ...asked, kind: kind ?? undefined, year: counted }, signal)
    const counts = kind === null ? answer.total : [...answer.total, ...answer.units]
    return {
      asOf: answer.asOf,
      spot: at,
      rows: counts.map((count) => ({
        _tag: "Count",
        id: `${count.kind} ${count.place} ${count.unit?.code ?? ""}`,
        count
      })),
      choices: [],
      more: false
    }
  }
  const q = query === "" ? undefined : query
  const answer = await client.inventory.list(
    show === "expiring"
      ? { ...asked, expiring: SOON, q, limit: MOST }
      : { ...asked, kind: kind ?? undefined, year: year ?? undefined, q, limit: MOST },
    signal
  )
  return {
    asOf: answer.asOf,
    spot: at,
    rows: answer.items.map((item) => ({ _tag: "Entry", id: String(item.id), item })),
    choices: [],
    more: answer.next !== null
  }
}

/** An entry as it stands now, found again by its name among those of its unit. */
export const readEntry = async (
  client: Client,
  { item }: InventoryKind["subject"],
  { asOf }: InventorySpot,
  signal: AbortSignal
): Promise<InventoryKind["page"]> => {
  const answer = await client.inventory.list(
    { unit: item.unitCode, kind: item.body._tag, q: item.name.slice(0, 200), as_of: asOf ?? undefined, limit: MOST },
    signal
  )
  return {
    item: answer.items.find(({ id }) => id === item.id) ?? item,
    mayFollow: mayDo(answer, "registers.record")
  }
}
