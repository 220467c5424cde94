import { Unit, UnitNotFound, Units } from "@ntm/domain/units"
import { Effect, Layer, Schema } from "effect"
import { Database, type Tag } from "../database/database.ts"
import { queryOn, reader } from "../database/read.ts"
import { searched } from "../database/search.ts"
import { type UnitColumns, unitColumns, unitsFrom } from "./columns.ts"
import { unitJson } from "./json.ts"

const standing = (sql: Tag, asOf: string) =>
  sql`(u.valid_from is null or u.valid_from <= ${asOf}) and (u.valid_to is null or u.valid_to >= ${asOf})`

/** A number can only be a code, or a name such as “Phường 1”: so that other texts need no look at the codes. */
const matching = (sql: Tag, wanted: string) =>
  /^\d+$/.test(wanted)
    ? sql`and (u.folded like '% ' || vn_fold(${wanted}) || '%' or u.code like ${wanted} || '%')`
    : sql`and u.folded like '% ' || vn_fold(${wanted}) || '%'`

/** Those that stand on the day, below one unit or all; higher levels first. */
const standingTree = (sql: Tag, asOf: string, within: string | null) => sql<Array<UnitColumns>>`
  ${
    within === null
      ? sql``
      : sql`with recursive below as (
          select u.id from unit u where u.code = ${within} and ${standing(sql, asOf)}
          union all select u.id from below join unit u on u.parent_id = below.id where ${standing(sql, asOf)})`
  }
  select ${unitColumns(sql)} from unit u
  where ${standing(sql, asOf)} ${within === null ? sql`` : sql`and u.id in (select id from below)`}
  order by case u.level when 'province' then 1 when 'district' then 2 when 'commune' then 3 else 4 end,
    u.name collate "vi-VN-x-icu", u.code`

/** A share as a reader is told it: of a part the size is often unknown. */
const shareWord = (sql: Tag) => sql`case when t.share_all = 1 then 'whole' else 'part' end`

/** A unit that gave nothing on the day goes on as itself; what went from it with units below it leaves a part. */
const itself = (sql: Tag, day: ReturnType<Tag>) => sql`
  select found.id, case when count(t.*) > 0 then 'part' else 'whole' end, false
  from (select) one left join transfer t on t.from_id = found.id and t.day = ${day}
  having coalesce(bool_and(t.implied), true)`

const Share = Schema.Literals(["whole", "part"])
const Relative = Schema.Struct({ unit: Unit, share: Share, inferred: Schema.Boolean })
const Story = Schema.Struct({ unit: Unit, predecessors: Schema.Array(Relative), successors: Schema.Array(Relative) })
const Counts = Schema.Struct({ province: Schema.Int, district: Schema.Int, commune: Schema.Int, village: Schema.Int })

/** `Units` on PostgreSQL. Vietnamese order is asked for by name, so that any server gives the same as the bundled one. */
export const unitsLayer: Layer.Layer<Units, never, Database> = Layer.effect(
  Units,
  Effect.gen(function* () {
    const own = yield* Database
    const read = reader(own)
    const ask = queryOn(own)
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

    const tree: Units["Service"]["tree"] = Effect.fn("Units.tree")(function* (asOf, within) {
      return unitsFrom(yield* Effect.orDie(ask((sql) => standingTree(sql, asOf, within))))
    })

    const get: Units["Service"]["get"] = Effect.fn("Units.get")(function* (code, asOf) {
      const [story] = yield* stories(
        (sql) => sql`
          with found as (select u.* from unit u where u.code = ${code} and ${standing(sql, asOf)})
          select ${unitJson(sql)} as unit,
            (select coalesce(json_agg(json_build_object('unit', ${unitJson(sql)}, 'share', r.share, 'inferred', r.inferred)
                order by u.name collate "vi-VN-x-icu", u.code), '[]')
              from (select t.from_id as id, ${shareWord(sql)} as share, t.inferred
                  from transfer t where t.to_id = found.id and t.day = found.valid_from and not t.implied
                union all ${itself(sql, sql`found.valid_from`)}) r
              join unit u on u.id = r.id and u.valid_to = found.valid_from - 1) as predecessors,
            (select coalesce(json_agg(json_build_object('unit', ${unitJson(sql)}, 'share', r.share, 'inferred', r.inferred)
                order by u.name collate "vi-VN-x-icu", u.code), '[]')
              from (select t.to_id as id, ${shareWord(sql)} as share, t.inferred
                  from transfer t where t.from_id = found.id and t.day = found.valid_to + 1 and not t.implied
                union all ${itself(sql, sql`found.valid_to + 1`)}) r
              join unit u on u.id = r.id and u.valid_from = found.valid_to + 1) as successors
          from found join unit u on u.id = found.id and u.start = found.start`
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

    return Units.of({ find, tree, get, count })
  })
)
