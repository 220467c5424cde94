import { Effect, type Exit, Layer } from "effect"
import { afterAll, beforeAll, describe } from "vitest"
import { type Database, databaseLayer } from "../database/database.ts"
import { storeLayer } from "../layers.ts"
import { databasesUnderTest, freshDatabase, type FreshDatabase } from "./fresh-database.ts"

type Ports = Layer.Success<typeof storeLayer> | Database

/** What a suite gets: a database of its own, and a way to run on it. */
export interface Suite {
  readonly url: () => string
  readonly run: <A, E>(effect: Effect.Effect<A, E, Ports>) => Promise<A>
  readonly exit: <A, E>(effect: Effect.Effect<A, E, Ports>) => Promise<Exit.Exit<A, E>>
}

/** The same specs on every database under test, each with a fresh one that `prepare` fills. */
export const onEveryDatabase = (
  subject: string,
  specs: (suite: Suite) => void,
  prepare?: Effect.Effect<unknown, unknown, Ports>
): void => {
  describe.each(databasesUnderTest)(`${subject}, on $name`, ({ server }) => {
    let fresh: FreshDatabase
    const layer = Layer.suspend(() => storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: fresh.url }))))
    const suite: Suite = {
      url: () => fresh.url,
      run: (effect) => Effect.runPromise(Effect.provide(effect, layer)),
      exit: (effect) => Effect.runPromiseExit(Effect.provide(effect, layer))
    }
    beforeAll(async () => {
      fresh = await freshDatabase({ server })
      if (prepare !== undefined) await suite.run(prepare)
    })
    afterAll(() => fresh.drop())
    specs(suite)
  })
}
