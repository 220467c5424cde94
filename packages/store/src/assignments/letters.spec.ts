import { type Letter, Letters } from "@ntm/domain/assignments"
import { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { onEveryDatabase } from "../testing/on-database.ts"

const day = Day.make("2025-06-20")
const morning = Date.parse("2025-06-20T06:30:00+07:00")
const minute = 60_000

const letter = (recipient: string, rest: Partial<Letter> = {}): Letter => ({
  day,
  recipient,
  about: "",
  subject: "Nhiệm vụ đến hạn",
  text: "“Quá hạn”: 1\n\t\\",
  html: "<p>1 &amp; 2</p>",
  ...rest
})
const letters = <A>(use: (port: Letters["Service"]) => Effect.Effect<A>) => Effect.flatMap(Letters, use)
const refusing = () => Promise.reject(new Error("421 bận"))

onEveryDatabase("Letters", ({ run }) => {
  const put = (now: number, ...all: ReadonlyArray<Letter>) => run(letters((port) => port.put(all, now)))
  const deliver = (send: (one: Letter) => Promise<void>, now: number) => run(letters((port) => port.deliver(send, now)))
  const taken = async (now: number) => {
    const sent: Array<Letter> = []
    const { delivered, failures } = await deliver(async (one) => void sent.push(one), now)
    expect([delivered, failures]).toEqual([sent.length, []])
    return sent
  }

  it("are delivered once as they were first put down, the oldest first", async () => {
    const [first, second] = [letter("b@x.vn", { day: Day.make("2025-06-19") }), letter("a@x.vn")]
    expect(await put(morning, second, first)).toBe(2)
    expect(await put(morning, { ...first, text: "khác" }, letter("a@x.vn", { about: "hp-so-nnmt" }))).toBe(1)
    expect(await taken(morning - 1)).toEqual([])
    expect(await taken(morning)).toEqual([first, second, letter("a@x.vn", { about: "hp-so-nnmt" })])
    expect(await put(morning, first)).toBe(0)
    expect(await taken(morning + 60 * minute)).toEqual([])
  })

  it("wait longer each time that they are not taken, and are delivered once the server is back", async () => {
    await put(morning, letter("c@x.vn"))
    const at = async (now: number) =>
      (await deliver(refusing, now)).failures.map(({ attempts, error }) => `${attempts} ${error}`)
    expect(await at(morning)).toEqual(["1 421 bận"])
    expect(await at(morning + minute - 1)).toEqual([])
    expect(await at(morning + minute)).toEqual(["2 421 bận"])
    expect(await at(morning + 2 * minute)).toEqual([])
    expect(await taken(morning + 3 * minute)).toEqual([letter("c@x.vn")])
  })

  it("are given up after a week, told once, and kept", async () => {
    const late = morning + 8 * 24 * 60 * minute
    await put(morning, letter("d@x.vn"))
    expect((await deliver(refusing, late)).failures).toEqual([
      { letter: letter("d@x.vn"), attempts: 1, error: "421 bận", givenUp: true }
    ])
    expect(await taken(late * 2)).toEqual([])
    const kept = await run(
      query((sql) => sql`select last_error from letter where recipient = 'd@x.vn' and given_up_at is not null`)
    )
    expect(kept.map((row) => ({ ...row }))).toEqual([{ last_error: "421 bận" }])
  })

  it("are not handed over twice by programs that do it at the same time, and a refused one does not hold up the others", async () => {
    const all = Array.from({ length: 12 }, (_, at) => letter(`e${at}@x.vn`))
    await put(morning, ...all)
    const sent: Array<string> = []
    const send = async ({ recipient }: Letter) => {
      await new Promise((resolve) => setImmediate(resolve))
      if (recipient === "e3@x.vn") throw new Error("550 không có hộp thư")
      sent.push(recipient)
    }
    const rounds = await Promise.all(Array.from({ length: 4 }, () => deliver(send, morning)))
    expect(sent.toSorted()).toEqual(
      all
        .map(({ recipient }) => recipient)
        .filter((one) => one !== "e3@x.vn")
        .toSorted()
    )
    expect(rounds.flatMap(({ failures }) => failures.map(({ error }) => error))).toEqual(["550 không có hộp thư"])
  })
})
