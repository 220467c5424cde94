import { type Unit, UnitCode, UnitId, UnitLevel } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { type DataFiles, readTable } from "./files.ts"
import { decoder, type Report } from "./problem.ts"
import type { RegisterIndex } from "./registers.ts"

const optionalNumber = Schema.optionalKey(Schema.NullOr(Schema.FiniteFromString))

const RegisterRow = Schema.Struct({
  code: UnitCode,
  name: Schema.NonEmptyString,
  type: Schema.NonEmptyString,
  level: UnitLevel,
  parent_code: Schema.NullOr(UnitCode),
  area_km2: optionalNumber,
  population: Schema.optionalKey(Schema.NullOr(Schema.FiniteFromString.check(Schema.isInt()))),
  lon: optionalNumber,
  lat: optionalNumber,
  valid_from: Schema.optionalKey(Schema.NullOr(Day)),
  valid_to: Schema.optionalKey(Schema.NullOr(Day))
})
type RegisterRow = typeof RegisterRow.Type

const decodeRow = decoder(RegisterRow)

interface LevelRule {
  readonly word: string
  readonly digits: number
  readonly types: ReadonlyArray<string>
  readonly parents: ReadonlyArray<UnitLevel>
}

/** What the registers of 2024 and 2025 allow by level: digits of a code, words for the type, levels of a parent. */
const levels = {
  province: { word: "tỉnh", digits: 2, types: ["tỉnh", "thành phố", "thành phố trung ương"], parents: [] },
  district: {
    word: "huyện",
    digits: 3,
    types: ["quận", "huyện", "thị xã", "thành phố thuộc tỉnh"],
    parents: ["province"]
  },
  commune: { word: "xã", digits: 5, types: ["xã", "phường", "thị trấn", "đặc khu"], parents: ["district", "province"] },
  village: { word: "thôn", digits: 8, types: ["thôn", "bản", "ấp", "buôn", "làng", "tổ dân phố"], parents: ["commune"] }
} as const satisfies Record<UnitLevel, LevelRule>

interface Line {
  readonly row: number
  readonly fields: RegisterRow
}

/** A register with its units by code; `rows` says on which line a unit stands. */
export interface Register {
  readonly file: string
  readonly units: ReadonlyMap<UnitCode, Unit>
  readonly rows: ReadonlyMap<UnitCode, number>
}

const checkLine = (file: string, { row, fields }: Line, lines: ReadonlyMap<UnitCode, Line>, report: Report) => {
  const { code, level, parent_code: parentCode, type, valid_from: from = null, valid_to: to = null } = fields
  const rule = levels[level]
  const wrong = (path: string, vi: string, en: string) => report(file, { row, path }, vi, en)
  if (code.length !== rule.digits) {
    const { digits, word } = rule
    wrong(
      "code",
      `mã cấp ${word} có ${digits} chữ số, không phải ${code}`,
      `a ${level} code has ${digits} digits, not ${code}`
    )
  }
  if (!rule.types.some((known) => known === type)) {
    wrong("type", `cấp ${rule.word} không có loại “${type}”`, `there is no ${level} of type “${type}”`)
  }
  if (from !== null && to !== null && from > to) {
    wrong("valid_to", `hết hiệu lực (${to}) trước khi có hiệu lực (${from})`, `ends (${to}) before it begins (${from})`)
  }
  if (parentCode === null) {
    if (level !== "province") wrong("parent_code", `${code} thiếu đơn vị cấp trên`, `${code} has no parent`)
    return
  }
  const parent = lines.get(parentCode)
  if (parent === undefined) {
    wrong(
      "parent_code",
      `không có đơn vị cấp trên ${parentCode} trong danh mục này`,
      `this register has no parent ${parentCode}`
    )
  } else if (!rule.parents.some((allowed) => allowed === parent.fields.level)) {
    wrong(
      "parent_code",
      `${parentCode} không thể là cấp trên của ${code}`,
      `${parentCode} cannot be the parent of ${code}`
    )
  }
}

const readLines = (files: DataFiles, file: string, report: Report): ReadonlyMap<UnitCode, Line> | undefined => {
  const table = readTable(files, file, report)
  if (table === undefined) return undefined
  const lines = new Map<UnitCode, Line>()
  for (const { row, cells } of table) {
    const fields = decodeRow(cells, (path, reason) => report(file, { row, path }, reason.vi, reason.en))
    if (fields === undefined) continue
    const first = lines.get(fields.code)
    if (first === undefined) lines.set(fields.code, { row, fields })
    else {
      const spot = { row, path: "code" }
      report(
        file,
        spot,
        `mã ${fields.code} đã có ở dòng ${first.row}`,
        `code ${fields.code} already stands on line ${first.row}`
      )
    }
  }
  return lines
}

const unitOf = (id: number, fields: RegisterRow, ids: ReadonlyMap<UnitCode, UnitId>): Unit => ({
  id: UnitId.make(id),
  code: fields.code,
  name: fields.name,
  type: fields.type,
  level: fields.level,
  parentId: fields.parent_code === null ? null : (ids.get(fields.parent_code) ?? null),
  parentCode: fields.parent_code,
  areaKm2: fields.area_km2 ?? null,
  population: fields.population ?? null,
  lon: fields.lon ?? null,
  lat: fields.lat ?? null,
  validFrom: fields.valid_from ?? null,
  validTo: fields.valid_to ?? null
})

/** Code of the province that a unit lies in; the unit's own code for a province. */
export const provinceOf = (register: Register, unit: Unit): UnitCode => {
  const parent = unit.parentCode === null ? undefined : register.units.get(unit.parentCode)
  return parent === undefined ? unit.code : provinceOf(register, parent)
}

const checkCounts = (register: Register, expected: RegisterIndex["registers"][number], report: Report) => {
  const units = [...register.units.values()]
  const check = (level: UnitLevel, count: number, found: number, whereVi: string, whereEn: string) => {
    if (found === count) return
    const { word } = levels[level]
    report(
      register.file,
      {},
      `có ${found} đơn vị cấp ${word}${whereVi}, phải là ${count}`,
      `holds ${found} units of level ${level}${whereEn}, not ${count}`
    )
  }
  for (const level of UnitLevel.literals) {
    check(level, expected.counts[level] ?? 0, units.filter((unit) => unit.level === level).length, "", "")
  }
  for (const [province, counts] of Object.entries(expected.within)) {
    for (const level of ["district", "commune"] as const) {
      const found = units.filter((unit) => unit.level === level && provinceOf(register, unit) === province).length
      check(level, counts[level], found, ` thuộc tỉnh ${province}`, ` in province ${province}`)
    }
  }
}

/** On one day a code names one unit: periods of units with the same code may not touch. Registers come oldest first. */
const checkPeriods = (registers: ReadonlyArray<Register>, report: Report) => {
  const ends = new Map<UnitCode, { readonly file: string; readonly validTo: Day | null }>()
  for (const register of registers) {
    for (const unit of register.units.values()) {
      const earlier = ends.get(unit.code)
      const apart =
        earlier === undefined ||
        (earlier.validTo !== null && unit.validFrom !== null && unit.validFrom > earlier.validTo)
      if (!apart) {
        report(
          register.file,
          { row: register.rows.get(unit.code) ?? 0, path: "valid_from" },
          `mã ${unit.code} trùng thời gian với ${earlier.file}`,
          `code ${unit.code} overlaps in time with ${earlier.file}`
        )
      }
      ends.set(unit.code, { file: register.file, validTo: unit.validTo })
    }
  }
}

/**
 * The registers in the order of the index, their units with ids of the system's own: 1, 2, 3 … in the order of the
 * files and their lines, so that the same folder always gives the same ids.
 *
 * **Details** A unit that two registers list, changed or not, is two units with two ids; lineage joins them. A parent
 * is looked up in the same register, because codes are reused: 31 before and after 2025-07-01 are two provinces.
 */
export const readRegisters = (files: DataFiles, index: RegisterIndex, report: Report): ReadonlyArray<Register> => {
  let nextId = 1
  const registers: Array<Register> = []
  for (const expected of index.registers) {
    const file = `units/${expected.file}`
    const lines = readLines(files, file, report)
    if (lines === undefined) continue
    const first = nextId
    nextId += lines.size
    const ids = new Map([...lines.keys()].map((code, position) => [code, UnitId.make(first + position)]))
    for (const line of lines.values()) checkLine(file, line, lines, report)
    const units = new Map(
      [...lines.values()].map(({ fields }, position) => [fields.code, unitOf(first + position, fields, ids)])
    )
    const register = { file, units, rows: new Map([...lines].map(([code, { row }]) => [code, row])) }
    checkCounts(register, expected, report)
    registers.push(register)
  }
  checkPeriods(registers, report)
  return registers
}
