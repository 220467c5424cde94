import { type Unit, UnitAttributes, Weights } from "@ntm/domain/units"
import { Schema } from "effect"
import type { Tag } from "../database/database.ts"

/** A row of `unit` as it comes when its columns are asked for: every one held by its type and a constraint, but the JSON. */
export interface UnitColumns extends Omit<Unit, "weights" | "attributes"> {
  readonly weights: string | null
  readonly attributes: string | null
}

/** The columns of a unit `u` under the names of the domain. JSON comes as text: many rows say the same. */
export const unitColumns = (sql: Tag) => sql`
  u.id, u.code, u.name, u.type, u.level, u.parent_id as "parentId", u.parent_code as "parentCode", u.area_km2::float8 as "areaKm2",
  u.population, u.lon, u.lat, u.valid_from as "validFrom", u.valid_to as "validTo", u.weights::text as weights,
  u.attributes::text as attributes`

const decodeWeights = Schema.decodeUnknownSync(Schema.fromJsonString(Weights))
const decodeAttributes = Schema.decodeUnknownSync(Schema.fromJsonString(UnitAttributes))

/** Decodes each text once; rows that say the same share the value. */
export const onceEach = <A>(decode: (text: string) => A) => {
  const known = new Map<string, A>()
  return (text: string): A => {
    const value = known.get(text) ?? decode(text)
    known.set(text, value)
    return value
  }
}

/**
 * The rows as units of the domain.
 *
 * **Details** Made for the whole country at once: decoding 10,000 rows by the schema of `Unit` costs as much again as
 * reading them, so only what the table cannot hold to its form is decoded. Throws where that does not fit.
 */
export const unitsFrom = (rows: ReadonlyArray<UnitColumns>): ReadonlyArray<Unit> => {
  const weightsOf = onceEach(decodeWeights)
  const attributesOf = onceEach(decodeAttributes)
  return rows.map((row) => {
    const unit: Unit = {
      id: row.id,
      code: row.code,
      name: row.name,
      type: row.type,
      level: row.level,
      parentId: row.parentId,
      parentCode: row.parentCode,
      areaKm2: row.areaKm2,
      population: row.population,
      lon: row.lon,
      lat: row.lat,
      validFrom: row.validFrom,
      validTo: row.validTo
    }
    if (row.weights === null && row.attributes === null) return unit
    return {
      ...unit,
      ...(row.weights === null ? {} : { weights: weightsOf(row.weights) }),
      ...(row.attributes === null ? {} : { attributes: attributesOf(row.attributes) })
    }
  })
}
