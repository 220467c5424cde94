import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Schema } from "effect"
import { Day, Moment } from "../../values/index.ts"
import { latestOf, type LatestQuestion, standingUpTo, stateAt } from "./latest.ts"
import { ObservationRecord } from "./observation.ts"

const decode = Schema.decodeUnknownSync(ObservationRecord)
const by = { name: "Văn phòng điều phối", role: "provincialOffice", agency: null }
const momentOf = (minute: number) =>
  `2025-03-01T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:00.000Z`
const dayOf = (number: number) => `2025-02-${String(number).padStart(2, "0")}`

interface Sketch {
  readonly id: number
  readonly at: number
  readonly unit?: number
  readonly input?: string
  readonly day?: number
  readonly state?: string
  readonly supersedes?: number | null
  readonly moves?: ReadonlyArray<readonly [at: number, state: string]>
}

const record = ({
  id,
  at,
  unit = 1,
  input = "income",
  day = 1,
  state = "approved",
  supersedes = null,
  moves = []
}: Sketch) =>
  decode({
    observation: {
      id,
      unit,
      input,
      day: dayOf(day),
      kind: "stock",
      from: null,
      value: id,
      state,
      recordedAt: momentOf(at),
      recordedBy: by,
      source: { from: "form" },
      evidence: [],
      note: null,
      supersedes,
      illustrative: false
    },
    moves: moves.map(([moved, to]) => ({ observation: id, state: to, at: momentOf(moved), by, reason: "vì" }))
  })

const ask = (day: number, at: number | null = null, accept: LatestQuestion["accept"] = "approved"): LatestQuestion => ({
  asOf: Day.make(dayOf(day)),
  knownAt: at === null ? null : Moment.make(momentOf(at)),
  accept
})

/** Ids in force, by unit and input. */
const inForce = (records: ReadonlyArray<ObservationRecord>, question: LatestQuestion) =>
  Object.fromEntries(
    [...latestOf(records, question)].flatMap(([unit, inputs]) =>
      [...inputs].map(([input, { observation }]) => [`${unit}/${input}`, observation.id])
    )
  )

describe("the value in force", () => {
  it("is the one of the newest day up to the day asked for", () => {
    const records = [
      record({ id: 1, at: 1, day: 3 }),
      record({ id: 2, at: 2, day: 10 }),
      record({ id: 3, at: 3, day: 5 })
    ]
    expect(inForce(records, ask(9))).toEqual({ "1/income": 3 })
    expect(inForce(records, ask(10))).toEqual({ "1/income": 2 })
    expect(inForce(records, ask(2))).toEqual({})
  })

  it("of one day is the later recorded, and within a batch the later row", () => {
    const records = [record({ id: 1, at: 5 }), record({ id: 2, at: 4 }), record({ id: 3, at: 5 })]
    expect(inForce(records, ask(28))).toEqual({ "1/income": 3 })
  })

  it("counts from approval on, unless the question takes submitted values too", () => {
    const moved = record({
      id: 1,
      at: 1,
      state: "draft",
      moves: [
        [2, "submitted"],
        [3, "verified"],
        [4, "approved"],
        [5, "returned"]
      ]
    })
    expect([0, 1, 2, 3, 4, 5].map((at) => stateAt(moved, Moment.make(momentOf(at))))).toEqual([
      null,
      "draft",
      "submitted",
      "verified",
      "approved",
      "returned"
    ])
    const seen = (accept: LatestQuestion["accept"]) =>
      [0, 1, 2, 3, 4, 5].map((at) => latestOf([moved], ask(28, at, accept)).size)
    expect(seen("approved")).toEqual([0, 0, 0, 0, 1, 0])
    expect(seen("verified")).toEqual([0, 0, 0, 1, 1, 0])
    expect(seen("submitted")).toEqual([0, 0, 1, 1, 1, 0])
  })

  it("is replaced by a correction once that counts, through several corrections and onto another day", () => {
    const records = [
      record({ id: 1, at: 1, day: 20 }),
      record({ id: 2, at: 2, day: 20, supersedes: 1, state: "draft", moves: [[3, "returned"]] }),
      record({ id: 3, at: 4, day: 10, supersedes: 2, state: "submitted", moves: [[6, "approved"]] })
    ]
    expect(inForce(records, ask(28, 2))).toEqual({ "1/income": 1 })
    expect(inForce(records, ask(28, 5))).toEqual({ "1/income": 1 })
    expect(inForce(records, ask(28, 5, "submitted"))).toEqual({ "1/income": 3 })
    expect(inForce(records, ask(28, 6))).toEqual({ "1/income": 3 })
    expect(inForce(records, ask(9, 6))).toEqual({})
  })
})

/** A journal as it may grow: values, moves and corrections in the order of their moments. */
const journals = fc
  .array(
    fc.record({
      unit: fc.integer({ min: 1, max: 2 }),
      input: fc.constantFrom("income", "poverty"),
      day: fc.integer({ min: 1, max: 5 }),
      state: fc.constantFrom("draft", "submitted", "verified", "approved"),
      corrects: fc.option(fc.nat()),
      moves: fc.array(fc.tuple(fc.nat({ max: 8 }), fc.constantFrom("submitted", "verified", "approved", "returned")), {
        maxLength: 3
      })
    }),
    { maxLength: 12 }
  )
  .map((steps) => {
    const made: Array<ObservationRecord> = []
    for (const [index, { corrects, moves, ...step }] of steps.entries()) {
      const ends = made.filter(
        ({ observation }) => !made.some((other) => other.observation.supersedes === observation.id)
      )
      const end = corrects === null ? undefined : ends[corrects % Math.max(1, ends.length)]?.observation
      const at = index * 5 + 1
      made.push(
        record({
          id: index + 1,
          at,
          ...step,
          ...(end === undefined ? {} : { unit: end.unit, input: end.input, supersedes: end.id }),
          moves: moves
            .map(([wait, state], place) => [at + 1 + wait + place * 9, state] as const)
            .toSorted(([a], [b]) => a - b)
        })
      )
    }
    return made
  })

const accepts = fc.constantFrom("submitted", "verified", "approved")

/** The journal as it was at a moment: what came later is not in it. */
const knownAt = (records: ReadonlyArray<ObservationRecord>, moment: Moment) =>
  records
    .filter(({ observation }) => observation.recordedAt <= moment)
    .map(({ observation, moves }) => ({ observation, moves: moves.filter(({ at }) => at <= moment) }))

describe("laws of the value in force", () => {
  it("an answer does not change when later facts arrive", () => {
    fc.assert(
      fc.property(
        journals,
        fc.integer({ min: 1, max: 5 }),
        fc.nat({ max: 70 }),
        accepts,
        (records, day, minute, accept) => {
          const question = ask(day, minute, accept)
          const then = knownAt(records, Moment.make(momentOf(minute)))
          expect(inForce(records, question)).toEqual(inForce(then, question))
          const upTo = then.filter(
            ({ observation }) => observation.supersedes !== null || observation.day <= question.asOf
          )
          const chains = upTo.some(({ observation }) => observation.supersedes !== null)
          if (!chains) expect(inForce(upTo, question)).toEqual(inForce(then, question))
        }
      )
    )
  })

  it("is the newest of everything that stands, which has one value for each day", () => {
    fc.assert(
      fc.property(
        journals,
        fc.integer({ min: 1, max: 5 }),
        fc.nat({ max: 70 }),
        accepts,
        (records, day, minute, accept) => {
          const question = ask(day, minute, accept)
          const all = standingUpTo(records, question)
          const newest = new Map<string, ObservationRecord["observation"]>()
          const days = new Set<string>()
          for (const { observation } of all) {
            const key = `${observation.unit}/${observation.input}`
            days.add(`${key} ${observation.day}`)
            const known = newest.get(key)
            if (known === undefined || known.day <= observation.day) newest.set(key, observation)
          }
          expect(days.size).toBe(all.length)
          expect(Object.fromEntries([...newest].map(([key, { id }]) => [key, id]))).toEqual(inForce(records, question))
        }
      )
    )
  })

  it("the order in which records are given does not matter", () => {
    const shuffled = journals.chain((records) =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }))
    )
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 5 }), accepts, ([records, other], day, accept) => {
        expect(inForce(other, ask(day, null, accept))).toEqual(inForce(records, ask(day, null, accept)))
      })
    )
  })

  it("a correction that counts replaces what it corrects, and nothing else", () => {
    fc.assert(
      fc.property(journals, fc.nat(), (records, pick) => {
        const question = ask(28)
        const before = inForce(records, question)
        const shown = Object.entries(before)
        const [key, id] = shown[pick % Math.max(1, shown.length)] ?? []
        const corrected = records.find(({ observation }) => observation.id === id)?.observation
        fc.pre(key !== undefined && corrected !== undefined)
        if (records.some(({ observation }) => observation.supersedes === corrected.id)) return
        const next = record({
          id: records.length + 1,
          at: 200,
          unit: corrected.unit,
          input: corrected.input,
          day: Number(corrected.day.slice(8)),
          supersedes: corrected.id
        })
        expect(inForce([...records, next], question)).toEqual({ ...before, [key]: records.length + 1 })
      })
    )
  })
})
