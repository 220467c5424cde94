// What the product is held against: Hono, a route a question, one SQL query each through postgres.js, and nothing else.
import { serve } from "@hono/node-server"
import { type Context, Hono } from "hono"
import postgres from "postgres"

const { DATABASE_URL = "", PORT = "" } = process.env

// Days come as text, as the product answers them.
const day = { to: 1082, from: [1082], serialize: (text: string) => text, parse: (text: string) => text }
const sql = postgres(DATABASE_URL, { max: 10, types: { day }, connection: { TimeZone: "UTC" } })

const standing = (asOf: string) => sql`
  select id, parent_id, code, level from unit
  where (valid_from is null or valid_from <= ${asOf}) and (valid_to is null or valid_to >= ${asOf})`

/** One unit, and the communes below one. */
const itself = (code: string, asOf: string) => sql`units as (select * from (${standing(asOf)}) s where code = ${code})`
const below = (code: string, asOf: string) => sql`
  standing as (${standing(asOf)}),
  above as (
    select id, code, level from standing where code = ${code}
    union all select s.id, s.code, s.level from above join standing s on s.parent_id = above.id),
  units as (select * from above where level = 'commune')`

/** The values in force of units on a day, with all that is told of each: of which unit, from where, by whom, its evidence. */
const inForce = (units: ReturnType<typeof below>, asOf: string) => sql`
  with recursive ${units},
  newest as (
    select distinct on (o.unit, o.input) o.*, units.code from units
    join observed_unit u on u.unit = units.id
    join observation o on o.province = u.province and o.unit = u.unit
    where o.day <= ${asOf} and o.state = 4
    order by o.unit, o.input, o.day desc, o.id desc)
  select o.code, o.id::float8 as id, o.unit, i.key as input, o.day, o.kind, o."from", o.value,
    to_char(o.recorded_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at, r.name, r.role, r.agency, s.body as source,
    n.evidence, n.note, o.supersedes::float8 as supersedes, o.illustrative
  from newest o
  join observation_input i on i.position = o.input
  join observation_recorder r on r.id = o.recorder
  join observation_source s on s.id = o.source
  left join observation_note n on n.observation = o.id
  order by o.id`

const kinds = ["stock", "flow", "toDate"]

/** A row in the form in which the product tells it. */
const told = (row: postgres.Row) => ({
  code: row["code"],
  observation: {
    input: row["input"],
    day: row["day"],
    kind: kinds[row["kind"]],
    from: row["from"],
    source: row["source"],
    evidence: row["evidence"] ?? [],
    note: row["note"],
    supersedes: row["supersedes"],
    illustrative: row["illustrative"],
    id: row["id"],
    unit: row["unit"],
    value: row["value"],
    state: "approved",
    recordedAt: row["recorded_at"],
    recordedBy: { name: row["name"], role: row["role"], agency: row["agency"] }
  },
  moves: []
})

/** Keys and numbers alone of the values in force of one unit: the least that could be called its values. */
const numbersOf = (unit: number, asOf: string) => sql`
  select distinct on (o.input) i.key as input, o.day, o.value from observed_unit u
  join observation o on o.province = u.province and o.unit = u.unit
  join observation_input i on i.position = o.input
  where u.unit = ${unit} and o.day <= ${asOf} and o.state = 4
  order by o.input, o.day desc, o.id desc`

/** Rows that are fetched at a time; with 500 or 10,000 it is not faster. */
const ROWS = 2000

const asOfIn = (c: Context): string => c.req.query("as_of") ?? ""

const app = new Hono()
app.get("/", (c) => c.text("up"))
app.get("/values/:code", async (c) =>
  c.json((await inForce(itself(c.req.param("code"), asOfIn(c)), asOfIn(c))).map(told))
)
app.get("/numbers/:unit", async (c) => c.json(await numbersOf(Number(c.req.param("unit")), asOfIn(c))))
app.get("/lines/:code", (c) => {
  const cursor = inForce(below(c.req.param("code"), asOfIn(c)), asOfIn(c)).cursor(ROWS)
  const parts = cursor[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await parts.next()
      if (next.done === true) return controller.close()
      controller.enqueue(encoder.encode(next.value.map((row) => `${JSON.stringify(told(row))}\n`).join("")))
    }
  })
  return c.body(stream, 200, { "content-type": "application/x-ndjson; charset=utf-8" })
})

const server = serve({ fetch: app.fetch, port: Number(PORT), hostname: "127.0.0.1" })
process.on("SIGTERM", () => {
  server.close()
  void sql.end().then(() => process.exit(0))
})
