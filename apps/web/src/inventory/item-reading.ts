import { type ItemKind, itemKinds } from "@ntm/domain/inventory"
import type { ListedItem } from "@ntm/contract"
import { type Read, reader, type Typed } from "../works/reading.ts"

/** Attendees of a class that a form has room for. */
export const MOST_ATTENDEES = 20

export const attendeeFields = ["who", "unit", "count"] as const

type FieldReader = ReturnType<typeof reader>

const attendeesOf = (read: FieldReader, rows: number): ReadonlyArray<object> =>
  Array.from({ length: rows }, (_, row) => row)
    .filter((row) => attendeeFields.some((field) => read.optional(`${field}-${row}`) !== null))
    .map((row) => ({
      who: read.required(`who-${row}`),
      unit: read.optional(`unit-${row}`),
      count: read.count(`count-${row}`)
    }))

const bodyOf = (read: FieldReader, kind: ItemKind, attendees: number): object => {
  const optionalDay = (field: string) => (read.optional(field) === null ? null : read.day(field))
  switch (kind) {
    case "modelArea":
      return { _tag: kind, households: read.optionalCount("households"), village: read.optional("village") }
    case "modelGarden":
      return { _tag: kind, owner: read.optional("owner"), area: read.optionalNumber("area") }
    case "smartVillage":
      return { _tag: kind, village: read.optional("village") }
    case "smartCommune":
      return { _tag: kind, pilot: read.optional("pilot") !== "no" }
    case "ocop":
      return {
        _tag: kind,
        producer: read.required("producer"),
        stars: Number(read.optional("stars") ?? 3),
        until: optionalDay("until")
      }
    case "training":
      return { _tag: kind, days: read.optionalNumber("days"), attendees: attendeesOf(read, attendees) }
    case "meeting":
      return { _tag: kind, chair: read.optional("chair"), participants: read.optionalCount("participants") }
    case "issued":
      return { _tag: kind, number: read.required("number"), kind: read.required("issuedKind") }
  }
}

/** An entry as it is sent, out of what was typed. `attendees`: how many rows of them a class has. */
export const readItem = (
  unit: string,
  kind: ItemKind,
  typed: Typed,
  attendees: number,
  evidence: ReadonlyArray<object>
): Read => {
  const read = reader(typed)
  const row = {
    unit,
    name: read.required("name"),
    body: bodyOf(read, kind, attendees),
    day: read.day("day"),
    document: read.optional("document"),
    evidence,
    note: read.optional("note"),
    illustrative: false
  }
  return read.wrong.size > 0 ? { wrong: read.wrong } : { row }
}

export type Following = "renewed" | "ended" | "withdrawn"

/** What may become of an entry from here: a product is graded again, what stands ends, a mistake is withdrawn. */
export const followings = ({ body, state }: Pick<ListedItem, "body" | "state">): ReadonlyArray<Following> => {
  if (state.because === "ended" || state.because === "withdrawn") return []
  return [
    ...(body._tag === "ocop" ? (["renewed"] as const) : []),
    ...(itemKinds[body._tag].held ? [] : (["ended"] as const)),
    "withdrawn"
  ]
}

/** What became of an entry as it is sent, out of what was typed. */
export const readFollowing = (item: number, kind: Following, typed: Typed): Read => {
  const read = reader(typed)
  const body = (): object =>
    kind === "renewed"
      ? {
          _tag: kind,
          stars: Number(read.optional("stars") ?? 3),
          until: read.optional("until") === null ? null : read.day("until")
        }
      : { _tag: kind, reason: read.required("reason") }
  const row = { item, day: read.day("day"), body: body(), document: read.optional("document") }
  return read.wrong.size > 0 ? { wrong: read.wrong } : { row }
}
