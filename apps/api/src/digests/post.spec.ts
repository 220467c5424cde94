import type { AgencyOnDay } from "@ntm/contract"
import { it as effectIt } from "@effect/vitest"
import { Agency, Letters } from "@ntm/domain/assignments"
import { Day } from "@ntm/domain/values"
import { databaseLayer, storeLayer } from "@ntm/store"
import { type FreshDatabase, freshDatabase } from "@ntm/store/testing"
import { Effect, Fiber, Layer, Result, Schema } from "effect"
import { TestClock } from "effect/testing"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { readMailConfig } from "./mail-config.ts"
import { makeMailer } from "./mailer.ts"
import { dailyPost, type Post, postOnce } from "./post.ts"
import { startMailServer } from "./testing/mail-server.ts"

const agency = Schema.decodeUnknownSync(Agency)({
  id: "hp-so-xd",
  province: "31",
  kind: "department",
  names: [{ name: "Sở Xây dựng", from: null, to: null, document: null, confidence: "verified" }],
  alsoWritten: [],
  passesTo: [],
  members: []
})
const onDay: AgencyOnDay = { agency, name: "Sở Xây dựng", stands: true, holders: [] }

const due: Post["due"] = async (asOf, whose) => ({
  asOf,
  within: 14,
  overdue: [],
  due: [
    {
      key: "kh-61/6",
      parent: null,
      documentLabel: "61/KH-UBND",
      no: "6",
      title: whose === null ? "Việc của mọi cơ quan" : `Việc của ${whose}`,
      due: "2025-06-25",
      days: 5,
      lateDays: 0,
      holders: []
    }
  ]
})

const day = Day.make("2025-06-20")
const minute = 60_000
const morning = Date.parse("2025-06-20T06:30:00+07:00")
const everybody = { about: "", address: "vp@x.vn" }
const ofAgency = { about: "hp-so-xd", address: "xd@x.vn" }

describe("the digest of a day by mail", () => {
  let fresh: FreshDatabase
  let mail: Awaited<ReturnType<typeof startMailServer>>
  let told: Array<string>
  beforeAll(async () => void (mail = await startMailServer()))
  afterAll(() => mail.close())
  beforeEach(async () => {
    fresh = await freshDatabase()
    told = []
    mail.taken.length = 0
    Object.assign(mail.state, { busy: false, refused: new Set() })
  })
  afterEach(() => fresh.drop())

  const post = (recipients: Post["recipients"], password = "mật khẩu"): Post => {
    const env = {
      NTM_DIGEST_MAIL: `smtp://ntm@127.0.0.1:${mail.port}`,
      NTM_DIGEST_MAIL_PASSWORD: password,
      NTM_DIGEST_FROM: "ntm@haiphong.gov.vn",
      NTM_DIGEST_TO: "vp@x.vn"
    }
    const config = Result.getOrThrow(readMailConfig(env, () => ""))
    if (config === null) throw new Error("no mail is configured")
    const tell = (line: string) => told.push(line)
    return { due, agencies: async () => [onDay], recipients, send: makeMailer(config), tell }
  }
  /** A program that was just started, at a moment. */
  const started = (one: Post, now: number, made: Day | null = null) =>
    postOnce(one, made, now).pipe(
      Effect.provide(storeLayer.pipe(Layer.provideMerge(databaseLayer({ url: fresh.url })))),
      Effect.runPromise
    )

  it("arrives as text and HTML, each agency's to its own addresses", async () => {
    expect(await started(post([everybody, ofAgency]), morning)).toBe(day)
    expect(mail.taken.map(({ to }) => to)).toEqual(["vp@x.vn", "xd@x.vn"])
    const [all, own] = mail.taken
    expect(all?.text).toContain("Nhiệm vụ đến hạn, ngày 20/06/2025")
    expect(all?.text).toContain("6. Việc của mọi cơ quan (61/KH-UBND)")
    expect(all?.html).toContain("<h1>Nhiệm vụ đến hạn, ngày 20/06/2025</h1>")
    expect(own?.html).toContain("Nhiệm vụ đến hạn của Sở Xây dựng")
    expect(own?.text).toContain("Việc của hp-so-xd")
    expect(own?.head).toContain("multipart/alternative")
    expect(own?.head).toMatch(/^Message-ID: <ntm-2025-06-20-[\da-f]{16}@haiphong\.gov\.vn>\r$/m)
    expect(own?.head).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(told).toEqual([])
  })

  it("arrives once, however often programs are started and however many there are", async () => {
    const one = post([everybody])
    await Promise.all([started(one, morning), started(one, morning), started(one, morning)])
    await started(one, morning + minute)
    expect(mail.taken).toHaveLength(1)
    await started(one, morning + 24 * 60 * minute)
    expect(mail.taken).toHaveLength(2)
  })

  it("is the one of the day before until half past six", async () => {
    expect(await started(post([everybody]), morning - 1)).toBe("2025-06-19")
    expect(mail.taken[0]?.text).toContain("ngày 19/06/2025")
  })

  it("waits while the server is busy, is told each time, and arrives once when it is not, also on the next day", async () => {
    mail.state.busy = true
    const one = post([everybody])
    await started(one, morning)
    await started(one, morning + minute)
    expect(mail.taken).toEqual([])
    expect(told).toEqual([
      expect.stringMatching(/^Bản tin ngày 2025-06-20 cho vp@x\.vn chưa gửi được, lần 1, sẽ gửi lại: .*try later/),
      expect.stringContaining("lần 2")
    ])
    mail.state.busy = false
    await started(one, morning + 24 * 60 * minute)
    expect(mail.taken.map(({ text }) => text.split(/\r?\n/)[0])).toEqual([
      "Nhiệm vụ đến hạn, ngày 20/06/2025",
      "Nhiệm vụ đến hạn, ngày 21/06/2025"
    ])
    expect(told).toHaveLength(2)
  })

  it("does not wait for an address that is refused, nor for an agency that there is not; both are told", async () => {
    mail.state.refused.add("xd@x.vn")
    await started(post([ofAgency, { about: "hp-so-cu", address: "cu@x.vn" }, everybody]), morning)
    expect(mail.taken.map(({ to }) => to)).toEqual(["vp@x.vn"])
    expect(told).toEqual([
      "Bản tin ngày 2025-06-20: không có cơ quan “hp-so-cu”, không gửi cho cu@x.vn",
      expect.stringContaining("no such mailbox")
    ])
  })

  it("is told where the password is wrong, without telling it, and where there is no server", async () => {
    await started(post([everybody], "geheim"), morning)
    const away = { ...post([ofAgency]), send: makeMailer({ ...offline, port: 1 }) }
    await started(away, morning)
    expect(told).toEqual([expect.stringContaining("sai mật khẩu"), expect.stringContaining("ECONNREFUSED")])
    expect(told.join()).not.toContain("geheim")
    await started(post([everybody]), morning + minute)
    expect(mail.taken.map(({ to }) => to).toSorted()).toEqual(["vp@x.vn", "xd@x.vn"])
  })
})

const offline = {
  host: "127.0.0.1",
  port: 1,
  secure: false,
  requireTLS: false,
  login: null,
  from: "ntm@haiphong.gov.vn",
  to: [],
  agencyFile: null
}

effectIt.effect("letters are made once a morning, made again after a fault, and a fault that stays is told once", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(morning)
    const [put, told]: [Array<string>, Array<string>] = [[], []]
    let asked = 0
    const letters = Letters.of({
      put: (all) => Effect.sync(() => put.push(...all.map((letter) => letter.day))),
      deliver: () => Effect.succeed({ delivered: 0, failures: [] })
    })
    const post: Post = {
      due: async (asOf, whose) => {
        asked += 1
        if (asked <= 2) throw new Error("mất kết nối")
        return due(asOf, whose)
      },
      agencies: async () => [],
      recipients: [everybody],
      send: async () => undefined,
      tell: (line) => told.push(line)
    }
    const running = yield* Effect.forkChild(Effect.provideService(dailyPost(post), Letters, letters))
    yield* TestClock.adjust("10 seconds")
    expect([put, told]).toEqual([[], ["Chưa lập được bản tin để gửi, sẽ thử lại: mất kết nối"]])
    yield* TestClock.adjust("2 minutes")
    expect([put, told.length]).toEqual([["2025-06-20"], 1])
    yield* TestClock.adjust("2 days")
    expect(put).toEqual(["2025-06-20", "2025-06-21", "2025-06-22"])
    yield* Fiber.interrupt(running)
  })
)
