import { UnitCode } from "@ntm/domain/units"
import { type Day, formatDay } from "@ntm/domain/values"
import { Schema } from "effect"
import { type InputProblem, Reading } from "../files/problem.ts"
import { coverageOf } from "../maps/coverage.ts"
import { polygonsKm2 } from "../maps/plane.ts"
import type { UnitShape } from "../maps/shape.ts"
import { type Centre, kmFromShape } from "./far-off.ts"
import { decodeGeometry } from "./polygons.ts"
import { checkReferenceSystem } from "./positions.ts"

/** The units that stood on the day for which boundaries are read: a code names a unit only together with a day. */
export interface KnownUnits {
  readonly asOf: Day
  readonly units: ReadonlyArray<
    {
      readonly code: UnitCode
      readonly name: string
      readonly parentCode: UnitCode | null
    } & Centre
  >
}

/** Boundaries read whole, or what is wrong with them. Warnings come either way. */
export interface BoundariesRead {
  readonly boundaries: ReadonlyArray<UnitShape> | null
  readonly problems: ReadonlyArray<InputProblem>
  readonly warnings: ReadonlyArray<InputProblem>
}

type Json = { readonly [key: string]: unknown }

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value)

const isUnitCode = Schema.is(UnitCode)

/** Two units of which one covers this much of the other are not neighbours with a disputed border: one is misplaced. */
const DRAWN_OVER = 0.5

/** No unit reaches so far from its centre, not even one of scattered islands: it is misplaced. */
const FAR_KM = 100

/** From so many named units on their names tell whether the file is of the day. */
const FEW_NAMES = 4

const sameName = (told: string, known: string): boolean => told.normalize("NFC").trim() === known

const decodeCode = (reading: Reading, path: string, properties: unknown): UnitCode | null => {
  const at = `${path}/properties/code`
  const code = isJson(properties) ? properties["code"] : undefined
  if (code === undefined || code === null) reading.problem(at, "thiếu mã đơn vị", "the code of the unit is missing")
  else if (typeof code === "number")
    reading.problem(
      at,
      `mã ${code} phải ghi trong ngoặc kép: số làm mất chữ số 0 ở đầu`,
      `code ${code} must stand in quotes: a number loses its leading zeros`
    )
  else if (typeof code !== "string" || !isUnitCode(code))
    reading.problem(
      at,
      `“${String(code).slice(0, 60)}” không phải mã đơn vị (2, 3 hoặc 5 chữ số)`,
      `“${String(code).slice(0, 60)}” is not the code of a unit (2, 3 or 5 digits)`
    )
  else return code
  return null
}

interface Placed {
  readonly shape: UnitShape
  readonly path: string
}

type ByCode = ReadonlyMap<UnitCode, KnownUnits["units"][number]>

/** What the register says of the code: whether it stood on that day, under which name, and whether it was met before. */
const checkAgainstRegister = (
  reading: Reading,
  path: string,
  code: UnitCode,
  name: unknown,
  known: ByCode,
  asOf: Day,
  met: Map<UnitCode, string>
): void => {
  const at = `${path}/properties/code`
  const unit = known.get(code)
  const before = met.get(code)
  if (unit === undefined)
    reading.problem(
      at,
      `không có đơn vị mang mã ${code} vào ngày ${formatDay(asOf)}`,
      `no unit had the code ${code} on ${asOf}`
    )
  else if (typeof name === "string" && !sameName(name, unit.name))
    reading.warning(
      `${path}/properties/name`,
      `mã ${code} là “${unit.name}”, tệp ghi “${name.slice(0, 60)}”`,
      `code ${code} is “${unit.name}”, the file says “${name.slice(0, 60)}”`
    )
  if (before !== undefined)
    reading.problem(at, `mã ${code} đã dùng ở ${before}`, `the code ${code} was used before, at ${before}`)
  else met.set(code, path)
}

const decodeFeatures = (reading: Reading, features: ReadonlyArray<unknown>, register: KnownUnits) => {
  const known: ByCode = new Map(register.units.map((unit) => [unit.code, unit]))
  const met = new Map<UnitCode, string>()
  return features.flatMap((feature, index): ReadonlyArray<Placed> => {
    const path = `/features/${index}`
    if (!isJson(feature) || feature["type"] !== "Feature") {
      reading.problem(path, "phải là một Feature", "must be a Feature")
      return []
    }
    const properties = feature["properties"]
    const code = decodeCode(reading, path, properties)
    const name = isJson(properties) ? properties["name"] : undefined
    if (code !== null) checkAgainstRegister(reading, path, code, name, known, register.asOf, met)
    const polygons = decodeGeometry(reading, `${path}/geometry`, feature["geometry"])
    return code === null || polygons === null ? [] : [{ path, shape: { code, source: "boundary", polygons } }]
  })
}

const km2 = (area: number, language: "vi" | "en"): string =>
  `${new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(area)} km²`

const tellCoverage = (reading: Reading, placed: ReadonlyArray<Placed>): void => {
  const coverage = coverageOf(placed.map(({ shape }) => shape))
  if (coverage === null) {
    const vi = "các đơn vị hầu như không chung đường ranh: không kiểm tra được phần chồng lấn và phần trống"
    reading.warning("/features", vi, "the units share hardly any borders: overlaps and gaps could not be checked")
    return
  }
  for (const { first, second, km2: area } of coverage.overlaps) {
    const [one, other] = [placed[first], placed[second]]
    if (one === undefined || other === undefined) continue
    const smaller = Math.min(polygonsKm2(one.shape.polygons), polygonsKm2(other.shape.polygons))
    const vi = `${other.shape.code} chồng lên ${one.shape.code} (${one.path}) ${km2(area, "vi")}`
    const en = `${other.shape.code} overlaps ${one.shape.code} (${one.path}) by ${km2(area, "en")}`
    const path = `${other.path}/geometry`
    if (area > DRAWN_OVER * smaller)
      reading.problem(path, `${vi}: hai đơn vị vẽ trên cùng một chỗ`, `${en}: two units in one place`)
    else reading.warning(path, vi, en)
  }
  for (const { at, km2: area } of coverage.gaps) {
    const place = `[${at[0].toFixed(4)}, ${at[1].toFixed(4)}]`
    reading.warning(
      "/features",
      `phần đất ${km2(area, "vi")} quanh ${place} không thuộc đơn vị nào`,
      `${km2(area, "en")} of land around ${place} belong to no unit`
    )
  }
}

/**
 * Refuses a file whose names are mostly other than the register's: codes are reused, so a file of another day may name a
 * standing unit with nearly every code.
 */
const checkDay = (reading: Reading, features: ReadonlyArray<unknown>, { units, asOf }: KnownUnits): void => {
  const names = new Map<unknown, string>(units.map(({ code, name }) => [code, name]))
  const named = features.flatMap((feature) => {
    const properties = isJson(feature) ? feature["properties"] : undefined
    const name = isJson(properties) ? properties["name"] : undefined
    const expected = isJson(properties) ? names.get(properties["code"]) : undefined
    return typeof name === "string" && expected !== undefined ? [sameName(name, expected)] : []
  })
  const others = named.filter((same) => !same).length
  if (named.length < FEW_NAMES || others <= named.length / 2) return
  reading.problem(
    "/features",
    `${others} trên ${named.length} đơn vị mang tên khác danh mục ngày ${formatDay(asOf)}: tệp có vẻ của một ngày khác`,
    `${others} of ${named.length} units have other names than the register of ${asOf}: the file seems to be of another day`
  )
}

/** Refuses shapes that lie where the register knows the unit not to be. */
const checkPlaces = (reading: Reading, placed: ReadonlyArray<Placed>, { units }: KnownUnits): void => {
  const known: ByCode = new Map(units.map((unit) => [unit.code, unit]))
  for (const { shape, path } of placed) {
    const unit = known.get(shape.code)
    const km = unit === undefined ? null : kmFromShape(shape, unit)
    if (unit === undefined || km === null || km <= FAR_KM) continue
    reading.problem(
      `${path}/geometry`,
      `hình của ${unit.name} (${unit.code}) nằm cách tâm đã biết của đơn vị này ${Math.round(km)} km`,
      `the shape of ${unit.name} (${unit.code}) lies ${Math.round(km)} km from where the unit is known to be`
    )
  }
}

/** Units without a boundary, in provinces or districts of which the file has others. */
const tellMissing = (reading: Reading, placed: ReadonlyArray<Placed>, { units, asOf }: KnownUnits): void => {
  const drawn = new Set(placed.map(({ shape }) => shape.code))
  const parents = new Set(units.flatMap((unit) => (drawn.has(unit.code) ? [unit.parentCode] : [])))
  for (const { code, name, parentCode } of units) {
    if (parentCode === null || !parents.has(parentCode) || drawn.has(code)) continue
    reading.warning(
      "/features",
      `không có ranh giới của ${name} (${code}), đơn vị của ${parentCode} vào ngày ${formatDay(asOf)}`,
      `there is no boundary of ${name} (${code}), a unit of ${parentCode} on ${asOf}`
    )
  }
}

const decodeBoundaries = (reading: Reading, json: unknown, register: KnownUnits): ReadonlyArray<UnitShape> => {
  const features = isJson(json) && json["type"] === "FeatureCollection" ? json["features"] : undefined
  if (!isJson(json) || !Array.isArray(features)) {
    reading.problem("", "phải là một FeatureCollection của GeoJSON", "must be a FeatureCollection of GeoJSON")
    return []
  }
  checkReferenceSystem(reading, json["crs"])
  if (features.length === 0) reading.problem("/features", "không có đơn vị nào", "there is no unit in it")
  const placed = decodeFeatures(reading, features, register)
  checkDay(reading, features, register)
  checkPlaces(reading, placed, register)
  if (reading.problems.length === 0) {
    tellCoverage(reading, placed)
    tellMissing(reading, placed, register)
  }
  return placed.map(({ shape }) => shape)
}

/**
 * Reads the boundaries of units from decoded GeoJSON: a FeatureCollection of polygons whose `code` property names units.
 *
 * **Details** WGS 84 only. Refused: rings that are open, cross themselves or enclose nothing, codes that no unit had on
 * `known.asOf` or that stand twice, names of another day, a unit drawn over another or far from its
 * known centre. Told as warnings, with their size: overlaps and gaps from
 * `SLIVER_KM2` up, other names than the register's, units left out. Nothing is half-read: `boundaries` is null as soon
 * as anything is wrong. Rings come turned by the right-hand rule, heights dropped. Some 100 units take 0.1 to 0.3 s.
 * `file` is what problems call it.
 */
export const readBoundaries = (json: unknown, known: KnownUnits, file: string): BoundariesRead => {
  const reading = new Reading(file)
  const boundaries = decodeBoundaries(reading, json, known)
  const { problems, warnings } = reading
  return { boundaries: problems.length === 0 ? boundaries : null, problems, warnings }
}
