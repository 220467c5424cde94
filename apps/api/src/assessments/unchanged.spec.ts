import { Changes, Sequence, WithinChange } from "@ntm/domain/changes"
import type { Access, UnitSet } from "@ntm/domain/people"
import { UnitId } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import fc from "fast-check"
import { expect, it } from "vitest"
import { Asks } from "../people/asks.ts"
import { makeUnchanged } from "./unchanged.ts"

const never = () => Effect.die("nobody asks this")

/** Something that answers are made of, a journal that counts its changes, and how often an answer was made. */
const world = (most: number) => {
  let last = 0
  let fact = "first"
  let made = 0
  const changes = Changes.of({
    list: never,
    entry: never,
    named: never,
    sealed: never,
    head: never,
    last: () => Effect.sync(() => Sequence.make(last)),
    sealOf: never,
    differences: never,
    feed: never
  })
  const unchanged = makeUnchanged<string>(most)
  const change = (to: string) => {
    last += 1
    fact = to
  }
  const accessOf = (sees: UnitSet): Access => ({ person: null, day: Day.make("2026-01-05"), grants: [], sees })
  /** What is answered to who sees these units (null: the program itself). */
  const answerOf = (key: string, sees: UnitSet | null, meanwhile: () => void = () => undefined) =>
    unchanged(
      key,
      Effect.sync(() => {
        made += 1
        const seen = sees === null || sees === "all" ? "all" : [...sees].sort((a, b) => a - b).join(" ")
        const answer = `${key} of ${seen}: ${fact}`
        meanwhile()
        return answer
      })
    ).pipe(Effect.provideService(Changes, changes), Effect.provideService(Asks, sees === null ? null : accessOf(sees)))
  return {
    change,
    answerOf,
    unchanged,
    changes,
    ask: (...asked: Parameters<typeof answerOf>) => Effect.runPromise(answerOf(...asked)),
    within: (...asked: Parameters<typeof answerOf>) =>
      Effect.runPromise(Effect.provideService(answerOf(...asked), WithinChange, true)),
    made: () => made
  }
}

const units = (...ids: ReadonlyArray<number>): UnitSet => new Set(ids.map((id) => UnitId.make(id)))

it("keeps an answer as long as nothing changes, and makes it anew after any change", async () => {
  const { ask, change, made } = world(10)
  expect([await ask("a", null), await ask("a", null)]).toEqual(["a of all: first", "a of all: first"])
  expect(made()).toBe(1)
  change("second")
  expect([await ask("a", null), await ask("a", null)]).toEqual(["a of all: second", "a of all: second"])
  expect(made()).toBe(2)
})

it("gives an answer to those alone who see the same units", async () => {
  const { ask, made } = world(10)
  expect(await ask("a", units(1, 2))).toBe("a of 1 2: first")
  expect(await ask("a", units(1))).toBe("a of 1: first")
  expect(await ask("a", units())).toBe("a of : first")
  expect(await ask("a", "all")).toBe("a of all: first")
  expect(made()).toBe(4)
  expect(await ask("a", units(2, 1))).toBe("a of 1 2: first")
  expect(await ask("a", null)).toBe("a of all: first")
  expect(made()).toBe(4)
})

it("keeps nothing within a change that has not ended, and reads nothing there that is kept", async () => {
  const { ask, change, made, within } = world(10)
  expect(await ask("a", null)).toBe("a of all: first")
  change("written, but not for good")
  expect(await within("a", null)).toBe("a of all: written, but not for good")
  change("undone")
  expect([await within("a", null), await ask("a", null)]).toEqual(["a of all: undone", "a of all: undone"])
  expect(made()).toBe(4)
})

it("makes an answer anew that a change overtook while it was made", async () => {
  const { ask, change } = world(10)
  expect(await ask("a", null, () => change("second"))).toBe("a of all: first")
  expect(await ask("a", null)).toBe("a of all: second")
})

it("does not keep what failed", async () => {
  const { ask, changes, made, unchanged } = world(10)
  const failing = unchanged("a", Effect.fail("not now")).pipe(Effect.provideService(Changes, changes))
  expect(await Effect.runPromise(Effect.flip(failing))).toBe("not now")
  expect(await ask("a", null)).toBe("a of all: first")
  expect(made()).toBe(1)
})

it("keeps so many and no more: what was not asked for the longest goes first", async () => {
  const { ask, made } = world(2)
  for (const key of ["a", "b", "a", "c"]) await ask(key, null)
  expect(made()).toBe(3)
  await ask("a", null)
  expect(made()).toBe(3)
  await ask("b", null)
  expect(made()).toBe(4)
})

it("answers as if nothing were kept, whatever is asked and changed, by whomever and in whatever order", async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("change" as const), to: fc.string({ maxLength: 3 }) }),
    fc.record({
      kind: fc.constantFrom("ask" as const, "within" as const),
      key: fc.constantFrom("a", "b", "c"),
      sees: fc.constantFrom<UnitSet | null>(null, "all", units(), units(1), units(2), units(1, 2), units(12))
    })
  )
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 4 }), fc.array(step, { maxLength: 40 }), async (most, steps) => {
      const kept = world(most)
      for (const each of steps) {
        if (each.kind === "change") {
          kept.change(each.to)
          continue
        }
        const answer = await kept[each.kind](each.key, each.sees)
        expect(answer).toBe(await kept.within(each.key, each.sees))
      }
    })
  )
})
