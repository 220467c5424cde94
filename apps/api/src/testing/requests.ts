import { type AnsweredChange, ChangesBy, KeyInProgress, KeyReused, Requests, ToldOnce } from "@ntm/domain/changes"
import type { AskedChange } from "@ntm/domain/changes"
import { Moment } from "@ntm/domain/values"
import { Effect, Layer } from "effect"

const at = Moment.make("2025-04-15T20:00:00.000Z")

/** Keys in memory: what is done under one is answered again. */
export const requestsInMemory = Layer.sync(Requests, () => {
  const kept = new Map<string, { readonly fingerprint: string; readonly answer: string | null }>()
  const once =
    ({ fingerprint, key, secret }: AskedChange) =>
    <E, R>(work: Effect.Effect<string, E, R>) =>
      Effect.gen(function* () {
        const first = (answer: string): AnsweredChange => ({ answer, replayed: false })
        if (key === null) return first(yield* work)
        const name = `${(yield* ChangesBy)?.person ?? ""} ${key}`
        const before = kept.get(name)
        if (before === undefined) {
          const answer = yield* work
          // Two that began at once are for the real database.
          if (kept.has(name)) return yield* new KeyInProgress({ key })
          kept.set(name, { fingerprint, answer: secret ? null : answer })
          return first(answer)
        }
        if (before.fingerprint !== fingerprint) return yield* new KeyReused({ key, at })
        if (before.answer === null) return yield* new ToldOnce({ key, at })
        return { answer: before.answer, replayed: true } satisfies AnsweredChange
      })
  return Requests.of({ together: once, around: once, holding: () => Effect.void })
})
