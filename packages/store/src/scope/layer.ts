import { type Scoped, Scopes } from "@ntm/domain/people"
import { drizzle } from "drizzle-orm/postgres-js"
import { Effect, Layer } from "effect"
import { clientFor } from "../database/client.ts"
import { Database, type Held, type Tag } from "../database/database.ts"
import { codeOf } from "../database/explain.ts"
import { type DatabaseUnavailable, problem } from "../database/problem.ts"
import { QueryFailed } from "../database/query-failed.ts"
import { ALL, makeScopeIds, NONE } from "./scope-ids.ts"
import { sharedSequences, sharedTables } from "./tables-held.ts"

/** The role that everybody who signs in becomes. */
const ROLE = "ntm_scoped"

/** Codes by which PostgreSQL says that the role is not there, or may not be taken on. */
const lacking: ReadonlySet<string | null> = new Set(["42501", "42704", "22023"])

const roleMissing = (): DatabaseUnavailable => {
  const run = `CREATE ROLE ${ROLE} NOLOGIN NOBYPASSRLS; GRANT ${ROLE} TO <tài khoản trong DATABASE_URL · the account of DATABASE_URL>;`
  return problem(
    "notAllowed",
    `Có người dùng đăng nhập thì cơ sở dữ liệu phải có vai trò “${ROLE}” mà tài khoản của chương trình được nhận. Hãy chạy bằng tài khoản quản trị (bỏ lệnh đầu nếu vai trò đã có): ${run}`,
    `With accounts the database needs the role “${ROLE}”, which the program's account may take on. Run as a superuser (without the first where the role is there): ${run}`
  )
}

/** The types of postgres.js know a client and a connection that is lent by no common name. */
const tagOf = (client: unknown): Tag => client as Tag

/** Sees to the rights of the role; fails with what is to be run where this account may not. */
const prepare = (client: ReturnType<typeof clientFor>): Effect.Effect<void, DatabaseUnavailable> =>
  Effect.tryPromise({
    try: async () => {
      await client.begin(async (sql) => {
        await sql`select access_granted(${Object.keys(sharedTables)})`
        await sql.unsafe(`grant usage on sequence ${Object.keys(sharedSequences).join(", ")} to ${ROLE}`)
        await sql.unsafe(`set local role ${ROLE}`)
      })
    },
    catch: (cause) => cause
  }).pipe(
    Effect.catch((cause) =>
      lacking.has(codeOf(cause)) ? Effect.fail(roleMissing()) : Effect.die(new QueryFailed({ cause }))
    )
  )

const settingsOf = ({ action, person }: Scoped, scope: number, writes: number): Held["settings"] => ({
  role: ROLE,
  "ntm.scope": String(scope),
  "ntm.writes": String(writes),
  "ntm.may": action,
  "ntm.person": person ?? ""
})

/** Readings that depend on nothing but the units that are seen. */
const plain: ReadonlySet<Scoped["action"]> = new Set(["facts.read", "reference.read"])

/**
 * `Scopes` by row-level security, with connections of its own to the database of `Database`: whoever reads gets one that is held to what they
 * may for as long as it is theirs; transactions take it on as they begin. Who sees all units reads on connections that begin so.
 *
 * **Details** At most ten connections of each kind. No statement is held back by another's transaction: readings run as they do without.
 */
export const scopesLayer = ({
  statementMs = 0,
  url
}: {
  readonly url: string
  /** PostgreSQL gives a statement up that takes longer, in milliseconds; none, unless told. */
  readonly statementMs?: number
}): Layer.Layer<Scopes, DatabaseUnavailable, Database> => {
  const bounds = { statement_timeout: String(statementMs) }
  const opened = (scope: number) => {
    const settings = { role: ROLE, "ntm.scope": String(scope), "ntm.writes": String(NONE), ...bounds }
    return Effect.acquireRelease(
      Effect.sync(() => {
        const client = clientFor(url, { max: 10, settings })
        // It reads values as the other connections do.
        drizzle({ client })
        return client
      }),
      (client) => Effect.promise(() => client.end({ timeout: 5 }))
    )
  }
  const build = Effect.gen(function* () {
    const own = yield* Database
    yield* Effect.scoped(
      Effect.flatMap(
        Effect.acquireRelease(
          Effect.sync(() => clientFor(url, { max: 1 })),
          (client) => Effect.promise(() => client.end({ timeout: 5 }))
        ),
        prepare
      )
    )
    const readers = yield* opened(ALL)
    const lent = yield* opened(NONE)
    const all = Promise.resolve(tagOf(readers))
    const idOf = makeScopeIds()
    const asOwner = Effect.provideService(Database, own)

    const lend = async (settings: Held["settings"]) => {
      const lentOut = await lent.reserve()
      try {
        await lentOut`
          select set_config(name, value, false) from unnest(${Object.keys(settings)}::text[], ${Object.values(settings)}::text[]) s (name, value)`
      } catch (cause) {
        lentOut.release()
        throw cause
      }
      return lentOut
    }

    /** A connection that is lent with the first statement that asks for it, the same for all of them. */
    const lending = (settings: Held["settings"]) => {
      let lentOut: ReturnType<typeof lend> | null = null
      return {
        tag: () => {
          lentOut ??= lend(settings)
          return lentOut.then(tagOf)
        },
        giveBack: async () => {
          const connection = await lentOut?.catch(() => undefined)
          connection?.release()
        }
      }
    }

    return Scopes.of({
      within: (scoped) => (effect) =>
        Effect.gen(function* () {
          const scope = yield* Effect.orDie(asOwner(idOf(scoped.sees)))
          const writes = yield* Effect.orDie(asOwner(idOf(scoped.writes)))
          const settings = { ...settingsOf(scoped, scope, writes), ...bounds }
          const on = (tag: Held["tag"]) =>
            Effect.provideService(effect, Database, { handle: own.handle, held: { tag, settings } })
          if (scope === ALL && plain.has(scoped.action)) return yield* on(() => all)
          return yield* Effect.acquireUseRelease(
            Effect.sync(() => lending(settings)),
            ({ tag }) => on(tag),
            ({ giveBack }) => Effect.promise(giveBack)
          )
        })
    })
  })
  return Layer.effect(Scopes, build)
}
