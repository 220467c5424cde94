import { LineageLink, type Unit, UnitCode, type UnitId } from "@ntm/domain/units"
import { addDays, type Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { type DataFiles, readTable } from "./files.ts"
import { decoder, type Report } from "./problem.ts"
import type { RegisterIndex } from "./registers.ts"
import type { Register } from "./units.ts"

const LineageRow = Schema.Struct({
  from_code: UnitCode,
  to_code: UnitCode,
  share: LineageLink.fields.share,
  /** "yes" where no legal text was read for the link. */
  inferred: Schema.optionalKey(Schema.NullOr(Schema.Literal("yes"))),
  note: Schema.optionalKey(Schema.NullOr(Schema.String))
})

const decodeRow = decoder(LineageRow)

interface Reorganisation {
  readonly file: string
  readonly day: Day
  readonly from: Register
  readonly to: Register
}

const readLinks = (
  files: DataFiles,
  { file, day, from, to }: Reorganisation,
  report: Report
): ReadonlyArray<LineageLink> => {
  const links: Array<LineageLink> = []
  const met = new Map<string, number>()
  const lastDay = addDays(day, -1)
  for (const { row, cells } of readTable(files, file, report) ?? []) {
    const fields = decodeRow(cells, (path, reason) => report(file, { row, path }, reason.vi, reason.en))
    if (fields === undefined) continue
    const key = `${fields.from_code} ${fields.to_code}`
    const first = met.get(key)
    if (first !== undefined) {
      report(file, { row }, `liên kết này đã có ở dòng ${first}`, `this link already stands on line ${first}`)
      continue
    }
    met.set(key, row)
    const giver = from.units.get(fields.from_code)
    const taker = to.units.get(fields.to_code)
    if (giver?.validTo !== lastDay) {
      report(
        file,
        { row, path: "from_code" },
        `${from.file} không có đơn vị ${fields.from_code} kết thúc ngày ${lastDay}`,
        `${from.file} has no unit ${fields.from_code} that ends on ${lastDay}`
      )
    }
    if (taker?.validFrom !== day) {
      report(
        file,
        { row, path: "to_code" },
        `${to.file} không có đơn vị ${fields.to_code} bắt đầu ngày ${day}`,
        `${to.file} has no unit ${fields.to_code} that begins on ${day}`
      )
    }
    if (giver?.validTo !== lastDay || taker?.validFrom !== day) continue
    links.push({
      fromId: giver.id,
      toId: taker.id,
      day,
      share: fields.share,
      note: fields.note ?? null,
      inferred: fields.inferred === "yes"
    })
  }
  return links
}

/** A unit given whole goes to one unit; a divided one has parts only, at least two. */
const checkShares = ({ file, from }: Reorganisation, links: ReadonlyArray<LineageLink>, report: Report) => {
  const byGiver = Map.groupBy(links, (link) => link.fromId)
  for (const unit of from.units.values()) {
    const given = byGiver.get(unit.id) ?? []
    const whole = given.filter((link) => link.share === "whole").length
    if ((whole > 0 && given.length > 1) || (whole === 0 && given.length === 1)) {
      report(
        file,
        {},
        `đơn vị ${unit.code} phải chuyển toàn bộ về một nơi, hoặc chia thành ít nhất hai phần`,
        `unit ${unit.code} must go whole to one unit, or be divided into two parts or more`
      )
    }
  }
}

/** Provinces and communes never vanish or come from nowhere. Districts may: on 2025-07-01 the level was abolished. */
const goesOn = (unit: Unit): boolean => unit.level !== "district"

const checkComplete = (
  day: Day,
  group: ReadonlyArray<Reorganisation>,
  links: ReadonlyArray<LineageLink>,
  report: Report
) => {
  const lastDay = addDays(day, -1)
  const given = new Set<UnitId>(links.map((link) => link.fromId))
  const received = new Set<UnitId>(links.map((link) => link.toId))
  const lost = (register: Register, unit: Unit, vi: string, en: string) => {
    const name = `${unit.type} ${unit.name} (${unit.code})`
    report(register.file, { row: register.rows.get(unit.code) ?? 0 }, `${name} ${vi}`, `${name} ${en}`)
  }
  for (const from of new Set(group.map((each) => each.from))) {
    for (const unit of from.units.values()) {
      if (goesOn(unit) && unit.validTo === lastDay && !given.has(unit.id)) {
        lost(from, unit, `không có đơn vị kế tiếp ngày ${day}`, `has no successor on ${day}`)
      }
    }
  }
  for (const to of new Set(group.map((each) => each.to))) {
    for (const unit of to.units.values()) {
      if (goesOn(unit) && unit.validFrom === day && !received.has(unit.id)) {
        lost(to, unit, `không có đơn vị trước đó vào ngày ${day}`, `has no predecessor on ${day}`)
      }
    }
  }
}

/**
 * What each unit gave to which on the days of reorganisation, by ids.
 *
 * **Details** Checked: both ends stand on that day; every province and commune that ends or begins has a link; a unit
 * goes whole or in parts, not both.
 */
export const readLineage = (
  files: DataFiles,
  index: RegisterIndex,
  registers: ReadonlyArray<Register>,
  report: Report
): ReadonlyArray<LineageLink> => {
  const known = new Map(registers.map((register) => [register.file, register]))
  const reorganisations = index.reorganisations.flatMap((entry): ReadonlyArray<Reorganisation> => {
    const from = known.get(`units/${entry.from}`)
    const to = known.get(`units/${entry.to}`)
    return from === undefined || to === undefined ? [] : [{ file: `units/${entry.file}`, day: entry.day, from, to }]
  })
  const all: Array<LineageLink> = []
  for (const [day, group] of Map.groupBy(reorganisations, (each) => each.day)) {
    const links = group.flatMap((reorganisation) => {
      const read = readLinks(files, reorganisation, report)
      checkShares(reorganisation, read, report)
      return read
    })
    checkComplete(day, group, links, report)
    all.push(...links)
  }
  return all
}
