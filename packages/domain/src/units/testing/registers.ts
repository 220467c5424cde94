import { Schema } from "effect"
import type { Day } from "../../values/index.ts"
import { type LineageLink, type Unit, UnitCode, UnitId, UnitLevel } from "../unit.ts"

/** The real registers, read by hand: cells may be quoted, and no cell holds a line break. */
const cells = (line: string): ReadonlyArray<string> =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ""
  )

const table = (text: string): ReadonlyArray<Readonly<Record<string, string>>> => {
  const [head = "", ...lines] = text.trim().split("\n")
  const names = cells(head)
  return lines.map((line) => {
    const values = cells(line)
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]))
  })
}

const level = Schema.decodeUnknownSync(UnitLevel)
const code = Schema.decodeUnknownSync(UnitCode)
const number = (text: string | undefined) => (text === undefined || text === "" ? null : Number(text))

/** A register as rows without days, which stand for ever; ids count from `first`. */
export const rowsOf = (text: string, first: number): ReadonlyArray<Unit> => {
  const lines = table(text)
  const ids = new Map(lines.map((line, index) => [line["code"], UnitId.make(first + index)]))
  return lines.map((line, index) => ({
    id: UnitId.make(first + index),
    code: code(line["code"]),
    name: line["name"] ?? "",
    type: line["type"] ?? "",
    level: level(line["level"]),
    parentId: ids.get(line["parent_code"]) ?? null,
    parentCode: line["parent_code"] ? code(line["parent_code"]) : null,
    areaKm2: number(line["area_km2"]),
    population: number(line["population"]),
    lon: number(line["lon"]),
    lat: number(line["lat"]),
    validFrom: null,
    validTo: null
  }))
}

/** A lineage file between two registers; links that lead out of them are left out. */
export const linksOf = (
  text: string,
  day: Day,
  before: ReadonlyArray<Unit>,
  after: ReadonlyArray<Unit>
): ReadonlyArray<LineageLink> => {
  const from = new Map<string, UnitId>(before.map((unit) => [unit.code, unit.id]))
  const to = new Map<string, UnitId>(after.map((unit) => [unit.code, unit.id]))
  return table(text).flatMap((line) => {
    const fromId = from.get(line["from_code"] ?? "")
    const toId = to.get(line["to_code"] ?? "")
    return fromId === undefined || toId === undefined
      ? []
      : [
          {
            fromId,
            toId,
            day,
            share: line["share"] === "whole" ? ("whole" as const) : ("part" as const),
            note: line["note"] ? line["note"] : null,
            inferred: line["inferred"] === "yes"
          }
        ]
  })
}

/** Everything in the register below these provinces, and they themselves. */
export const within = (rows: ReadonlyArray<Unit>, provinces: ReadonlySet<string>): ReadonlyArray<Unit> => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const top = (row: Unit): Unit => {
    const parent = row.parentId === null ? undefined : byId.get(row.parentId)
    return parent === undefined ? row : top(parent)
  }
  return rows.filter((row) => provinces.has(top(row).code))
}
