import { createHash } from "node:crypto"
import type { UnitSet } from "@ntm/domain/people"
import { Effect } from "effect"
import { type Database, query } from "../database/database.ts"
import type { QueryFailed } from "../database/query-failed.ts"
import { inTransaction } from "../database/transaction.ts"
import { numbers } from "../observations/copy.ts"

/** All units, and none, as settings say it. */
export const ALL = 0
export const NONE = -1

/** Sets that are remembered at the most. */
const MOST = 10_000

/** Makes the finder of the number that a set of units is kept under; what is new is kept as the owner of the tables. */
export const makeScopeIds = () => {
  const known = new Map<string, number>()
  const digests = new WeakMap<ReadonlySet<number>, string>()

  const digestOf = (units: ReadonlySet<number>): string => {
    const before = digests.get(units)
    if (before !== undefined) return before
    const text = [...units].sort((a, b) => a - b).join(" ")
    const digest = createHash("sha256").update(text).digest("hex")
    digests.set(units, digest)
    return digest
  }

  const keep = (digest: string, units: ReadonlySet<number>) =>
    query(async (sql) => {
      await sql`insert into access_scope (digest) values (${digest}) on conflict do nothing`
      const [found] = await sql<Array<{ id: number }>>`select id from access_scope where digest = ${digest}`
      if (found === undefined) throw new Error("a set of units was not kept")
      await sql`
        insert into access_scope_unit (scope, unit) select ${found.id}, unnest(${numbers(units)}::int[]) on conflict do nothing`
      return found.id
    })

  return (units: UnitSet): Effect.Effect<number, QueryFailed, Database> => {
    if (units === "all") return Effect.succeed(ALL)
    if (units.size === 0) return Effect.succeed(NONE)
    const digest = digestOf(units)
    const before = known.get(digest)
    if (before !== undefined) return Effect.succeed(before)
    return Effect.map(inTransaction(keep(digest, units)), (id) => {
      if (known.size >= MOST) known.clear()
      known.set(digest, id)
      return id
    })
  }
}
