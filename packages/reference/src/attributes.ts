import { type Chronicle, descendantsOn, type Unit, UnitAttributes, unitByCode, UnitCode } from "@ntm/domain/units"
import { Day, formatDay } from "@ntm/domain/values"
import { Schema } from "effect"
import { type DataFiles, readJson } from "./files.ts"
import { decoder, type Report } from "./problem.ts"
import type { RegisterIndex } from "./registers.ts"
import { provinceOf, type Register } from "./units.ts"

const Source = {
  /** Who says so, and where. */
  source: Schema.NonEmptyString
}

/**
 * `units/attributes.json`: what is known of units besides the register, each with who says so.
 *
 * **Details** A statement holds from the first day of its register on (of the first register: as far back as that is
 * recorded), until a later one or an event says otherwise. `counts` are what the units must come to on a day, taken
 * from documents.
 */
const AttributeFile = Schema.Struct({
  statements: Schema.Array(
    Schema.Struct({
      register: Schema.NonEmptyString,
      units: Schema.Union([
        Schema.Struct({ codes: Schema.NonEmptyArray(UnitCode) }),
        Schema.Struct({
          /** Codes of provinces: themselves and all below them, */
          within: Schema.NonEmptyArray(UnitCode),
          /** of these types only, */
          types: Schema.optionalKey(Schema.NonEmptyArray(Schema.NonEmptyString)),
          /** without these. */
          except: Schema.optionalKey(Schema.NonEmptyArray(UnitCode))
        })
      ]),
      set: UnitAttributes,
      /** How many units it must meet. */
      count: Schema.Int,
      /** True where the source does not say it in these words. */
      inferred: Schema.Boolean,
      ...Source
    })
  ),
  counts: Schema.Array(
    Schema.Struct({
      day: Day,
      within: UnitCode,
      attribute: Schema.Literals(["programme", "border", "island", "speciallyDifficult", "safeZone", "urban"]),
      count: Schema.Int,
      ...Source
    })
  )
})
type AttributeFile = typeof AttributeFile.Type
type Statement = AttributeFile["statements"][number]

const decodeFile = decoder(AttributeFile)

const fileOf = (index: RegisterIndex): string => `units/${index.attributes}`

/** The file of attributes that the index names; `undefined` if it names none, or after a report. */
export const readAttributes = (files: DataFiles, index: RegisterIndex, report: Report): AttributeFile | undefined => {
  if (index.attributes === undefined) return undefined
  const file = fileOf(index)
  const json = readJson(files, file, report)
  return json === undefined
    ? undefined
    : decodeFile(json, (path, reason) => report(file, { path }, reason.vi, reason.en))
}

const meets = ({ units }: Statement, unit: Unit, province: string | undefined): boolean =>
  "codes" in units
    ? units.codes.includes(unit.code)
    : units.within.some((within) => within === province) &&
      (units.types === undefined || units.types.includes(unit.type)) &&
      units.except?.includes(unit.code) !== true

/** The registers with what the file states of their units; a statement that meets other units than it says is reported. */
export const withAttributes = (
  index: RegisterIndex,
  registers: ReadonlyArray<Register>,
  { statements }: AttributeFile,
  report: Report
): ReadonlyArray<Register> => {
  const file = fileOf(index)
  const met = statements.map(() => 0)
  const stated = registers.map((register) => {
    const own = [...statements.entries()].filter(([, { register: of }]) => register.file === `units/${of}`)
    if (own.length === 0) return register
    const units = [...register.units.values()].map((unit): Unit => {
      let attributes = unit.attributes
      const province = provinceOf(register, unit)
      for (const [at, statement] of own) {
        if (!meets(statement, unit, province)) continue
        met[at] = (met[at] ?? 0) + 1
        attributes = { ...attributes, ...statement.set }
      }
      return attributes === undefined ? unit : { ...unit, attributes }
    })
    return { ...register, units: new Map(units.map((unit) => [unit.code, unit])) }
  })
  for (const [at, { count }] of statements.entries()) {
    if (met[at] === count) continue
    const vi = `đúng với ${met[at]} đơn vị, phải là ${count}`
    report(file, { path: `statements[${at}]` }, vi, `meets ${met[at]} units, not ${count}`)
  }
  return stated
}

/** On the days that documents speak of, as many units must carry an attribute as they say. */
export const checkAttributes = (
  index: RegisterIndex,
  { register }: Chronicle,
  { counts }: AttributeFile,
  report: Report
): void => {
  for (const [at, { day, within, attribute, count, source }] of counts.entries()) {
    const top = unitByCode(register, within, day)
    const found = (top === undefined ? [] : descendantsOn(register, top.id, day)).filter(
      (unit) => unit.attributes?.[attribute] === true
    ).length
    if (found === count) continue
    const vi = `ngày ${formatDay(day)} có ${found} đơn vị “${attribute}”, theo ${source} phải là ${count}`
    report(fileOf(index), { path: `counts[${at}]` }, vi, `on ${day} ${found} units are “${attribute}”, not ${count}`)
  }
}
