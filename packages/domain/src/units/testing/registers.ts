import lineage2025 from "../../../../reference/data/units/lineage-2025-07-01.csv?raw"
import lineageHaiphong from "../../../../reference/data/units/lineage-haiphong-2025-01-01.csv?raw"
import lineageProvinces from "../../../../reference/data/units/lineage-provinces-2025-07-01.csv?raw"
import register2024 from "../../../../reference/data/units/register-2024.csv?raw"
import register2025 from "../../../../reference/data/units/register-2025.csv?raw"
import registerHaiphong from "../../../../reference/data/units/register-haiphong-2024-12-31.csv?raw"
import { Day } from "../../values/index.ts"
import { type LineageLink, type Unit, UnitCode, UnitId, UnitLevel } from "../unit.ts"
import { Schema } from "effect"

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
const rowsOf = (text: string, first: number): ReadonlyArray<Unit> => {
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

const linksOf = (
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

export const newYear2025 = Day.make("2025-01-01")
export const july2025 = Day.make("2025-07-01")

/** Hải Phòng on 2024-12-31; the country on 2025-06-30; the country since 2025-07-01. */
export const haiphong2024 = rowsOf(registerHaiphong, 1)
export const country2024 = rowsOf(register2024, 1001)
export const country2025 = rowsOf(register2025, 20001)

export const linksNewYear = linksOf(lineageHaiphong, newYear2025, haiphong2024, country2024)
export const linksJuly = [
  ...linksOf(lineageProvinces, july2025, country2024, country2025),
  ...linksOf(lineage2025, july2025, country2024, country2025)
]
