import {
  type AuditQuestion,
  Change,
  Changes,
  Checkpoint,
  type EntryQuestion,
  NameFound,
  referenceLoad,
  SealedEntry,
  type Sequence,
  technicalNouns
} from "@ntm/domain/changes"
import type { UnitSet } from "@ntm/domain/people"
import { Effect, Layer } from "effect"
import { Database, query, type Tag } from "../database/database.ts"
import { queryOn, reader } from "../database/read.ts"
import { numbers } from "../observations/copy.ts"
import { isoMoment } from "../observations/ledger.ts"
import { differencesOn } from "./differences.ts"
import { readFeed } from "./feed.ts"
import { batchDigest } from "./held-batches.ts"
import { isBatchTable } from "./held-tables.ts"
import { namesFound } from "./naming.ts"
import { nounOf, tableOf } from "./nouns.ts"
import { entriesSeen } from "./seen-rows.ts"

/** What stands before the first entry bears no moment. */
const settledAt = (sql: Tag) => sql`case when isfinite(moment) then ${isoMoment(sql, sql`moment`)} end as moment`

/** Nouns whose rows say whom they are about. */
const ofPeople = ["person_event", "account_event"]

/** Entries about somebody, whoever made them: what was given, keys, attempts to sign in. */
const about = (sql: Tag, person: string) => sql`
  (noun in ${sql(ofPeople)} and after @> ${JSON.stringify([{ person }])}::text::jsonb)`

/** The columns of an entry, with some of the rows that it holds. */
const entryColumns = (sql: Tag, { rows, skip }: Pick<EntryQuestion, "rows" | "skip">) => {
  const some = (side: "before" | "after") =>
    sql`jsonb_path_query_array(${sql(side)}, '$[$first to $last]', ${JSON.stringify({ first: skip, last: skip + rows - 1 })}::text::jsonb) as ${sql(side)}`
  return sql`seq::float8 as seq, ${isoMoment(sql, sql`moment`)} as moment, person, origin, noun, op, rows, units,
    first_id::float8 as "firstId", last_id::float8 as "lastId", ${some("before")}, ${some("after")}`
}

/** What somebody did, and of a load of reference data that it happened. */
const isTold = (sql: Tag) => sql`
  (noun <> all (${technicalNouns.map(tableOf)}) and (origin ->> 'question' is distinct from ${referenceLoad.origin.question}
    or (noun = ${tableOf("sourceImport")} and op = 'insert')))`

const seenBy = (sql: Tag, units: UnitSet) => (units === "all" ? sql`true` : sql`units && ${numbers(units)}::int[]`)

const listed = (sql: Tag, question: AuditQuestion) => {
  const { before, limit, noun, person, rows, technical, units } = question
  const chosen = sql`
  select * from change_told
  where ${before === null ? sql`true` : sql`seq < ${before}`}
    and ${person === null ? sql`true` : sql`(person = ${person} or ${about(sql, person)})`}
    and ${noun === null ? sql`true` : sql`noun = ${tableOf(noun)}`}
    and ${technical || noun !== null ? sql`true` : isTold(sql)}
    and ${seenBy(sql, units)}
  order by seq desc limit ${limit}`
  return sql<Array<{ noun: string }>>`
    select ${entryColumns(sql, { skip: 0, rows })} from ${entriesSeen(sql, units, chosen)} order by seq desc`
}

const oneOf = (sql: Tag, { seq, units, ...part }: EntryQuestion) => sql<Array<{ noun: string }>>`
  select ${entryColumns(sql, part)}
  from ${entriesSeen(sql, units, sql`select * from change_told where seq = ${seq} and ${seenBy(sql, units)}`)}`

const withNouns = (rows: ReadonlyArray<{ readonly noun: string }>) =>
  rows.map((row) => ({ ...row, noun: nounOf(row.noun) }))

interface SealedRow {
  readonly noun: string
  readonly columns: string | null
  readonly firstId: string | null
  readonly lastId: string | null
  readonly content: string | null
}

const sealed = async (sql: Tag, after: Sequence, limit: number): Promise<ReadonlyArray<unknown>> => {
  const rows = await sql<Array<SealedRow>>`
    select seq::float8 as seq, ${isoMoment(sql, sql`moment`)} as moment, person, origin::text as origin, noun, op, rows, units::text as units,
      first_id::text as "firstId", last_id::text as "lastId", columns, digest, hash,
      case when columns is null then encode(sha256(convert_to(
        coalesce(before::text, '') || E'\n' || coalesce(after::text, ''), 'UTF8')), 'hex') end as content
    from change where seq > ${after} order by seq limit ${limit}`
  const told: Array<unknown> = []
  for (const row of rows) {
    const { columns, firstId, lastId, noun } = row
    const content =
      columns === null
        ? row.content
        : isBatchTable(noun)
          ? await batchDigest(sql, { table: noun, columns, first: Number(firstId), last: Number(lastId) })
          : "?"
    told.push({ ...row, content })
  }
  return told
}

/** `Changes` on PostgreSQL. */
export const changesLayer: Layer.Layer<Changes, never, Database> = Layer.effect(
  Changes,
  Effect.gen(function* () {
    const own = yield* Database
    const ask = queryOn(own)
    const changes = reader(own)(Change)
    const entries = reader(own)(SealedEntry)
    const checkpoints = reader(own)(Checkpoint)
    const names = reader(own)(NameFound)
    const head: Changes["Service"]["head"] = Effect.fn("Changes.head")(function* () {
      const [found] = yield* checkpoints(
        (sql) => sql`select seq::float8 as seq, ${settledAt(sql)}, hash from change_head`
      )
      return found ?? (yield* Effect.die(new Error("change_head lost its row")))
    })
    const last: Changes["Service"]["last"] = Effect.fn("Changes.last")(function* () {
      const asked = query((sql) => sql<Array<{ seq: Sequence }>>`select seq::float8 as seq from change_head`)
      const [found] = yield* Effect.orDie(Effect.provideService(asked, Database, own))
      return found?.seq ?? (yield* Effect.die(new Error("change_head lost its row")))
    })
    return Changes.of({
      last,
      list: Effect.fn("Changes.list")((question) => changes(async (sql) => withNouns(await listed(sql, question)))),
      entry: Effect.fn("Changes.entry")(function* (question) {
        const [found] = yield* changes(async (sql) => withNouns(await oneOf(sql, question)))
        return found ?? null
      }),
      named: Effect.fn("Changes.named")((references) => names((sql) => namesFound(sql, references))),
      sealed: Effect.fn("Changes.sealed")((after, limit) => entries((sql) => sealed(sql, after, limit))),
      head,
      sealOf: Effect.fn("Changes.sealOf")(function* (seq) {
        const [found] = yield* checkpoints(
          (sql) => sql`select seq::float8 as seq, ${settledAt(sql)}, hash from change where seq = ${seq}`
        )
        return found ?? null
      }),
      differences: Effect.fn("Changes.differences")((question) => Effect.orDie(differencesOn(own, question))),
      feed: Effect.fn("Changes.feed")((question) => Effect.orDie(ask((sql) => readFeed(sql, question))))
    })
  })
)
