import { Requests } from "@ntm/domain/changes"
import { Effect, Exit } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { onEveryDatabase } from "../testing/on-database.ts"

onEveryDatabase("a connection that is cut within a change", ({ run }) => {
  it("is lost to nobody: the next changes have connections", async () => {
    const change = (work: Effect.Effect<string, never, never>) =>
      Effect.flatMap(Requests, (port) => port.together({ key: null, fingerprint: "f", secret: false })(work))
    const cut = Effect.flatMap(Requests, (port) =>
      port.together({ key: null, fingerprint: "f", secret: false })(
        query((sql) => sql`select pg_terminate_backend(pg_backend_pid())`).pipe(Effect.as("1"), Effect.orDie)
      )
    )
    const told = await run(
      Effect.gen(function* () {
        const exits = yield* Effect.all(
          [...Array(25)].map(() => Effect.exit(cut)),
          { concurrency: 5 }
        )
        return [exits.filter(Exit.isFailure).length, yield* change(Effect.succeed('"on"'))]
      })
    )
    expect(told).toEqual([25, { answer: '"on"', replayed: false }])
  })
})
