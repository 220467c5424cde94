import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { it as effectIt } from "@effect/vitest"
import { Day } from "@ntm/domain/values"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { afterAll, describe, expect, it } from "vitest"
import { dailyDigests, digestDay } from "./daily.ts"
import { keepDigest } from "./keep.ts"

const folder = mkdtempSync(join(tmpdir(), "ntm-digests-"))
afterAll(() => rmSync(folder, { recursive: true }))

const day = Day.make("2025-06-20")

describe("the digest of a day", () => {
  it("is written once, in both languages, whole", async () => {
    let asked = 0
    const place = {
      folder,
      ask: async (asOf: Day) => {
        asked += 1
        return { asOf, within: 14, overdue: [], due: [] }
      }
    }
    expect(await Promise.all([keepDigest(place, day), keepDigest(place, Day.make("2025-06-21"))])).toEqual([true, true])
    expect(await keepDigest(place, day)).toBe(false)
    expect(asked).toBe(2)
    expect(readdirSync(folder).toSorted()).toEqual(["2025-06-20", "2025-06-21"])
    expect(readdirSync(join(folder, day)).toSorted()).toEqual([
      "digest.en.html",
      "digest.en.txt",
      "digest.vi.html",
      "digest.vi.txt"
    ])
    expect(readFileSync(join(folder, day, "digest.vi.txt"), "utf8")).toContain("ngày 20/06/2025")
  })

  it("leaves nothing where what is due cannot be told", async () => {
    const failing = { folder, ask: () => Promise.reject(new Error("mất kết nối")) }
    await expect(keepDigest(failing, Day.make("2025-06-22"))).rejects.toThrow("mất kết nối")
    expect(readdirSync(folder)).not.toContain("2025-06-22")
  })

  it("is due at half past six in Việt Nam: before that it is the one of the day before", () => {
    expect(digestDay(Date.parse("2025-06-19T23:29:59Z"))).toBe("2025-06-19")
    expect(digestDay(Date.parse("2025-06-19T23:30:00Z"))).toBe("2025-06-20")
  })
})

effectIt.effect("digests are kept when the program starts and every morning after, whatever becomes of one", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(Date.parse("2025-06-20T03:00:00Z"))
    const [kept, failed]: [Array<Day>, Array<Day>] = [[], []]
    const running = yield* Effect.forkChild(
      dailyDigests(
        async (one) => {
          kept.push(one)
          if (kept.length === 2) throw new Error("đĩa đầy")
        },
        (one) => failed.push(one)
      )
    )
    yield* TestClock.adjust("1 second")
    expect(kept).toEqual(["2025-06-20"])
    yield* TestClock.adjust("20 hours")
    expect(kept).toHaveLength(1)
    yield* TestClock.adjust("3 days")
    expect(kept).toEqual(["2025-06-20", "2025-06-21", "2025-06-22", "2025-06-23"])
    expect(failed).toEqual(["2025-06-21"])
    yield* Fiber.interrupt(running)
  })
)
