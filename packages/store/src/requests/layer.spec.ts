import { type AskedChange, ChangesBy, Requests, WithinChange } from "@ntm/domain/changes"
import { Funding } from "@ntm/domain/funding"
import { PersonId } from "@ntm/domain/people"
import { Tasks } from "@ntm/domain/assignments"
import { Deferred, Effect, Exit, Fiber } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleEntry } from "../testing/sample-funding.ts"
import { provincialOffice } from "../testing/sample-observations.ts"

const asked = (key: string | null, more: Partial<AskedChange> = {}): AskedChange => ({
  key,
  fingerprint: "f",
  secret: false,
  ...more
})
const recording = (amount: number) =>
  Effect.flatMap(Funding, (port) => port.record([sampleEntry({ amount })], provincialOffice)).pipe(
    Effect.map(({ ids }) => JSON.stringify(ids)),
    Effect.orDie
  )
const count = query((sql) => sql<Array<{ n: number }>>`select count(*)::int as n from funding_entry`).pipe(
  Effect.map(([row]) => row?.n ?? 0)
)
const kept = query((sql) => sql<Array<{ key: string }>>`select key from request_kept order by key`).pipe(
  Effect.map((rows) => rows.map(({ key }) => key))
)
const together = <E, R>(change: AskedChange, work: Effect.Effect<string, E, R>) =>
  Effect.flatMap(Requests, (port) => port.together(change)(work))
const around = <E, R>(change: AskedChange, work: Effect.Effect<string, E, R>) =>
  Effect.flatMap(Requests, (port) => port.around(change)(work))
const tagOf = (exit: Exit.Exit<unknown, { readonly _tag: string }>): string =>
  Exit.match(exit, {
    onSuccess: () => "done",
    onFailure: ({ reasons }) =>
      reasons.map((reason) => (reason._tag === "Fail" ? reason.error._tag : reason._tag)).join()
  })

onEveryDatabase(
  "requests under a key",
  ({ exit, run }) => {
    it("are done once: the same key answers the same, byte by byte", async () => {
      const before = await run(count)
      const first = await run(together(asked("once"), recording(1_000_001)))
      expect(first.replayed).toBe(false)
      expect(await run(together(asked("once"), Effect.die(new Error("done again"))))).toEqual({
        ...first,
        replayed: true
      })
      expect(await run(count)).toBe(before + 1)
    })

    it("are done as often as they are asked for without one", async () => {
      const before = await run(count)
      await run(together(asked(null), recording(1_000_002)))
      await run(together(asked(null), recording(1_000_003)))
      expect(await run(count)).toBe(before + 2)
    })

    it("refuse another content under the same key", async () => {
      expect(tagOf(await exit(together(asked("once", { fingerprint: "other" }), recording(1))))).toBe("KeyReused")
    })

    it("belong to whoever asked", async () => {
      const by = {
        person: PersonId.make("lan"),
        origin: { name: "Lan", question: "", address: null, request: "", agent: null }
      }
      const hers = Effect.provideService(
        together(asked("once", { fingerprint: "hers" }), Effect.succeed('"hers"')),
        ChangesBy,
        by
      )
      expect(await run(hers)).toEqual({ answer: '"hers"', replayed: false })
    })

    it("keep nothing of what failed, was refused or broke off: the key is free", async () => {
      const before = await run(count)
      const refused = recording(1_000_004).pipe(Effect.andThen(Effect.fail({ _tag: "Refused" } as const)))
      expect(tagOf(await exit(together(asked("free"), refused)))).toBe("Refused")
      expect(
        Exit.isFailure(await exit(together(asked("free"), recording(1).pipe(Effect.andThen(Effect.die("broken"))))))
      ).toBe(true)
      // The connection is cut while the change is being written.
      const cut = recording(1_000_005).pipe(
        Effect.tap(() => query((sql) => sql`select pg_terminate_backend(pg_backend_pid())`).pipe(Effect.orDie))
      )
      expect(Exit.isFailure(await exit(together(asked("free"), cut)))).toBe(true)
      expect([await run(count), await run(kept)]).toEqual([before, ["once", "once"]])
      expect(await run(together(asked("free"), recording(1_000_006)))).toMatchObject({ replayed: false })
      expect(await run(count)).toBe(before + 1)
    })

    it("tell whoever asks meanwhile that it is under way, and answer them afterwards", async () => {
      const told = await run(
        Effect.gen(function* () {
          const begun = yield* Deferred.make<void>()
          const go = yield* Deferred.make<void>()
          const slow = Effect.gen(function* () {
            yield* Deferred.succeed(begun, undefined)
            yield* Deferred.await(go)
            return '"slow"'
          })
          const fiber = yield* Effect.forkChild(together(asked("slow"), slow))
          yield* Deferred.await(begun)
          const meanwhile = yield* Effect.exit(together(asked("slow"), slow))
          yield* Deferred.succeed(go, undefined)
          yield* Fiber.join(fiber)
          return [tagOf(meanwhile), yield* together(asked("slow"), slow)]
        })
      )
      expect(told).toEqual(["KeyInProgress", { answer: '"slow"', replayed: true }])
    })

    it("tell a secret once, and keep none", async () => {
      const change = asked("secret", { secret: true })
      expect(await run(together(change, Effect.succeed('"whsec_x"')))).toMatchObject({ answer: '"whsec_x"' })
      expect(tagOf(await exit(together(change, Effect.succeed('"whsec_y"'))))).toBe("ToldOnce")
      const rows = await run(query((sql) => sql`select answer from request_kept where key = 'secret'`))
      expect([...rows]).toEqual([{ answer: null }])
    })

    it("are forgotten after a day, and of all callers", async () => {
      await run(query((sql) => sql`update request_kept set begun_at = now() - interval '25 hours'`))
      expect(await run(together(asked("once", { fingerprint: "later" }), Effect.succeed('"later"')))).toEqual({
        answer: '"later"',
        replayed: false
      })
      expect(await run(kept)).toEqual(["once"])
    })

    it("say to what is read within them that it may be undone yet", async () => {
      expect(await run(together(asked(null), Effect.map(WithinChange, String)))).toMatchObject({ answer: "true" })
      expect(await run(Effect.map(WithinChange, (within) => within))).toBe(false)
    })

    it("do not wait for each other in a circle where both first read a journal and then write it", async () => {
      // Each reads the moment of the journal, waits until the other has read it too, and then writes.
      const both = Effect.gen(function* () {
        const read = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
        const one = (mine: number, other: number) =>
          Effect.gen(function* () {
            yield* (yield* Tasks).moment()
            yield* (yield* Funding).moment()
            yield* Deferred.succeed(read[mine] as Deferred.Deferred<void>, undefined)
            yield* Deferred.await(read[other] as Deferred.Deferred<void>)
            return yield* recording(2_000_000 + mine)
          })
        return yield* Effect.all([together(asked(null), one(0, 1)), together(asked(null), one(1, 0))], {
          concurrency: "unbounded"
        })
      })
      expect(await run(both)).toHaveLength(2)
    })

    it("keep others from the same thing until they have ended", async () => {
      const order = await run(
        Effect.gen(function* () {
          const seen: Array<string> = []
          const held = yield* Deferred.make<void>()
          const change = (name: string, then: Effect.Effect<void>) =>
            together(
              asked(null),
              Effect.gen(function* () {
                yield* (yield* Requests).holding(["b", "a"])
                yield* Deferred.succeed(held, undefined)
                yield* then
                seen.push(name)
                return "1"
              })
            )
          const first = yield* Effect.forkChild(change("first", Effect.yieldNow))
          yield* Deferred.await(held)
          yield* change("second", Effect.void)
          yield* Fiber.join(first)
          return seen
        })
      )
      expect(order).toEqual(["first", "second"])
    })

    it("are done at most once where they have no transaction of ours", async () => {
      expect(await run(around(asked("a"), Effect.succeed('"a"')))).toEqual({ answer: '"a"', replayed: false })
      expect(await run(around(asked("a"), Effect.die("again")))).toEqual({ answer: '"a"', replayed: true })
      expect(tagOf(await exit(around(asked("a", { fingerprint: "b" }), Effect.die("again"))))).toBe("KeyReused")
      // A refusal frees the key; of what broke nobody knows, and it is not done again.
      expect(tagOf(await exit(around(asked("b"), Effect.fail({ _tag: "Refused" } as const))))).toBe("Refused")
      expect(await run(around(asked("b"), Effect.succeed('"b"')))).toMatchObject({ replayed: false })
      expect(tagOf(await exit(around(asked("c"), Effect.die("broken"))))).toBe("Die")
      expect(tagOf(await exit(around(asked("c"), Effect.succeed('"c"'))))).toBe("KeyInProgress")
      await run(query((sql) => sql`update request_kept set begun_at = now() - interval '3 minutes' where key = 'c'`))
      expect(tagOf(await exit(around(asked("c"), Effect.succeed('"c"'))))).toBe("KeyUnsettled")
      const ten = await run(
        Effect.all(
          [...Array(10).keys()].map((at) => Effect.exit(around(asked("ten"), Effect.succeed(String(at))))),
          { concurrency: "unbounded" }
        )
      )
      expect(ten.filter((each) => Exit.isSuccess(each) && !each.value.replayed)).toHaveLength(1)
    })
  },
  loadAll(sampleFacts, sampleSource)
)
