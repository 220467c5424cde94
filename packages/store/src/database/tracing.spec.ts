import { Effect, Tracer } from "effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freshDatabase, type FreshDatabase } from "../testing/fresh-database.ts"
import { type Database, databaseLayer, query } from "./database.ts"
import { inTransaction } from "./transaction.ts"

describe("statements below a span", () => {
  let database: FreshDatabase
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())

  const spansOf = async <A, E>(effect: Effect.Effect<A, E, Database>) => {
    const spans: Array<Tracer.Span> = []
    const tracer = Tracer.make({
      span: (options) => {
        const span = Tracer.nativeTracer.span(options)
        spans.push(span)
        return span
      }
    })
    const asked = effect.pipe(Effect.provideService(Tracer.Tracer, tracer), Effect.provide(databaseLayer(database)))
    await Effect.runPromiseExit(asked)
    return spans
  }
  const one = query((sql) => sql`select 'geheim' as one`)

  it("have a span each, inside a transaction too, which says nothing of what was asked", async () => {
    const [above, ...below] = await spansOf(Effect.withSpan(Effect.andThen(one, inTransaction(one)), "above"))
    expect(below.map(({ kind, name }) => [name, kind])).toEqual([
      ["postgresql", "client"],
      ["postgresql", "client"]
    ])
    for (const span of below) {
      expect(span.traceId).toBe(above?.traceId)
      expect([...span.attributes]).toEqual([["db.system.name", "postgresql"]])
      expect(span.status._tag).toBe("Ended")
    }
  })

  it("fail with their span", async () => {
    const [, below] = await spansOf(
      Effect.withSpan(
        query((sql) => sql`select no_such_function()`),
        "above"
      )
    )
    expect(below?.status).toMatchObject({ _tag: "Ended", exit: { _tag: "Failure" } })
  })

  it("have none where nobody traces", async () => {
    expect(await spansOf(one)).toEqual([])
  })
})
