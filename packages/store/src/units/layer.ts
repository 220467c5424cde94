import { Unit, UnitNotFound, Units } from "@ntm/domain/units"
import { Effect, Layer, Schema } from "effect"
import { Database, type Tag } from "../database/database.ts"
import { reader } from "../database/read.ts"
import { searched } from "../database/search.ts"

/** A unit in the domain's shape, made where it is stored: one statement answers with everything below it. */
const unitJson = (sql: Tag) => sql`json_build_object(
  'id', u.id, 'code', u.code, 'name', u.name, 'type', u.type, 'level', u.level, 'parentId', u.parent_id, 'parentCode', u.parent_code,
  'areaKm2', u.area_km2, 'population', u.population, 'lon', u.lon, 'lat', u.lat, 'validFrom', u.valid_from, 'validTo', u.valid_to)`

const standing = (sql: Tag, asOf: string) =>
  sql`(u.valid_from is null or u.valid_from <= ${asOf}) and (u.valid_to is null or u.valid_to >= ${asOf})`

/** A number can only be a code, or a name such as “Phường 1”: so that other texts need no look at the codes. */
const matching = (sql: Tag, wanted: string) =>
  /^\d+$/.test(wanted)
    ? sql`and (u.folded like '% ' || vn_fold(${wanted}) || '%' or u.code like ${wanted} || '%')`
    : sql`and u.folded like '% ' || vn_fold(${wanted}) || '%'`

const Share = Schema.Literals(["whole", "part"])
const Relative = Schema.Struct({ unit: Unit, share: Share, inferred: Schema.Boolean })
const Story = Schema.Struct({ unit: Unit, predecessors: Schema.Array(Relative), successors: Schema.Array(Relative) })
const Counts = Schema.Struct({ province: Schema.Int, district: Schema.Int, commune: Schema.Int, village: Schema.Int })

/** `Units` on PostgreSQL. Vietnamese order is asked for by name, so that any server gives the same as the bundled one. */
export const unitsLayer: Layer.Layer<Units, never, Database> = Layer.effect(
  Units,
  Effect.gen(function* () {
    const read = reader(yield* Database)
    const units = read(Schema.Struct({ unit: Unit }))
    const stories = read(Story)
    const counts = read(Counts)

    const find: Units["Service"]["find"] = Effect.fn("Units.find")(function* ({ asOf, level, parent, query, limit }) {
      const wanted = searched(query)
      const rows = yield* units(
        (sql) => sql`
          select ${unitJson(sql)} as unit from unit u
          where ${standing(sql, asOf)}
            ${level === null ? sql`` : sql`and u.level = ${level}`}
            ${parent === null ? sql`` : sql`and u.parent_code = ${parent}`}
            ${wanted === null ? sql`` : matching(sql, wanted)}
          order by u.name collate "vi-VN-x-icu", u.code
          limit ${limit}`
      )
      return rows.map((row) => row.unit)
    })

    const get: Units["Service"]["get"] = Effect.fn("Units.get")(function* (code, asOf) {
      const [story] = yield* stories(
        (sql) => sql`
          with found as (select u.* from unit u where u.code = ${code} and ${standing(sql, asOf)})
          select ${unitJson(sql)} as unit,
            (select coalesce(json_agg(json_build_object('unit', ${unitJson(sql)}, 'share', l.share, 'inferred', l.inferred)
                order by u.name collate "vi-VN-x-icu", u.code), '[]')
              from unit_lineage l join unit u on u.id = l.from_id where l.to_id = found.id) as predecessors,
            (select coalesce(json_agg(json_build_object('unit', ${unitJson(sql)}, 'share', l.share, 'inferred', l.inferred)
                order by u.name collate "vi-VN-x-icu", u.code), '[]')
              from unit_lineage l join unit u on u.id = l.to_id where l.from_id = found.id) as successors
          from found join unit u on u.id = found.id`
      )
      return story === undefined ? yield* new UnitNotFound({ code, asOf }) : story
    })

    const count: Units["Service"]["count"] = Effect.fn("Units.count")(function* (asOf) {
      const [row] = yield* counts(
        (sql) => sql`
          select count(*) filter (where u.level = 'province')::int as province,
            count(*) filter (where u.level = 'district')::int as district,
            count(*) filter (where u.level = 'commune')::int as commune,
            count(*) filter (where u.level = 'village')::int as village
          from unit u where ${standing(sql, asOf)}`
      )
      return row ?? { province: 0, district: 0, commune: 0, village: 0 }
    })

    return Units.of({ find, get, count })
  })
)
