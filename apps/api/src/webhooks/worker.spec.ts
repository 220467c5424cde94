import { type DeliveryOutcome, Webhooks } from "@ntm/domain/changes"
import { People } from "@ntm/domain/people"
import { Reorganisations } from "@ntm/domain/units"
import { QueryFailed } from "@ntm/store"
import { Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, it } from "vitest"
import { webhookWorker } from "./worker.ts"

const unasked = () => Effect.die(new Error("nobody asks for it"))

/** What a worker says over some seconds, in each of which the database is as `states` has it. */
const said = (states: ReadonlyArray<"there" | "away" | "faulty">) =>
  Effect.gen(function* () {
    const lines: Array<string> = []
    let state = states[0]
    const deliver = (): Effect.Effect<DeliveryOutcome | null> =>
      state === "there"
        ? Effect.succeed(null)
        : Effect.die(
            state === "away"
              ? new QueryFailed({ cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED" }) })
              : new Error("a fault of ours")
          )
    const ports = Layer.mergeAll(
      Layer.mock(Webhooks, { deliver }),
      Layer.mock(People, { journal: unasked }),
      Layer.mock(Reorganisations, { register: unasked })
    )
    const worker = webhookWorker({
      send: () => Promise.reject(new Error("nothing is sent")),
      random: () => 0,
      tell: (line) => lines.push(line),
      isAway: (defect) => defect instanceof QueryFailed && defect.isAway
    })
    const fiber = yield* Effect.forkChild(Effect.provide(worker, ports))
    for (const next of states.slice(1)) {
      yield* TestClock.adjust("100 millis")
      state = next
      yield* TestClock.adjust("900 millis")
    }
    yield* TestClock.adjust("100 millis")
    yield* Fiber.interrupt(fiber)
    return lines
  }).pipe(Effect.provide(TestClock.layer()), Effect.runPromise)

describe("the worker of webhooks", () => {
  it("tells once that the database is away, and once that it is back", async () => {
    const lines = await said(["there", "away", "away", "away", "there", "there", "away", "there"])
    expect(lines).toEqual([
      expect.stringContaining("webhooks wait for the database"),
      expect.stringContaining("answers again"),
      expect.stringContaining("webhooks wait for the database"),
      expect.stringContaining("answers again")
    ])
    expect(await said(["there", "there", "there"])).toEqual([])
  })

  it("tells a fault of ours each time, and goes on", async () => {
    const lines = await said(["faulty", "faulty", "there"])
    expect(lines.length).toBeGreaterThan(4)
    expect(new Set(lines.map((line) => line.split("\n")[0]))).toEqual(new Set(["webhooks: Error: a fault of ours"]))
  })
})
