import { WithinChange } from "@ntm/domain/changes"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { Kept } from "../assessments/kept.ts"
import { perScope } from "./kept-per-scope.ts"

it("keeps nothing of what was read within a change, which may be undone, and reads there what is kept", async () => {
  const keptOf = perScope(() => new Kept<string>(2))
  const within = <A>(effect: Effect.Effect<A>) => Effect.provideService(effect, WithinChange, true)
  const run = <A>(effect: Effect.Effect<A>) => Effect.runPromise(effect)
  const put = (key: string, value: string) => Effect.map(keptOf, (kept) => kept.put(key, value))
  const get = (key: string) => Effect.map(keptOf, (kept) => kept.get(key))

  await run(put("moment 1", "committed"))
  await run(
    within(
      Effect.gen(function* () {
        const kept = yield* keptOf
        kept.put("moment 2", "undone")
        expect([kept.get("moment 1"), kept.get("moment 2")]).toEqual(["committed", "undone"])
      })
    )
  )
  expect([await run(get("moment 1")), await run(get("moment 2"))]).toEqual(["committed", undefined])
  expect(await run(within(get("moment 2")))).toBeUndefined()
})
