import type { Tag } from "../database/database.ts"

/** A unit `u` in the domain's shape, made where it is stored: one statement answers with everything below it. */
export const unitJson = (sql: Tag) => sql`(jsonb_build_object(
  'id', u.id, 'code', u.code, 'name', u.name, 'type', u.type, 'level', u.level, 'parentId', u.parent_id, 'parentCode', u.parent_code,
  'areaKm2', u.area_km2, 'population', u.population, 'lon', u.lon, 'lat', u.lat, 'validFrom', u.valid_from, 'validTo', u.valid_to)
  || case when u.weights is null then '{}' else jsonb_build_object('weights', u.weights) end
  || case when u.attributes is null then '{}' else jsonb_build_object('attributes', u.attributes) end)`
