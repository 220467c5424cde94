import {
  type Acceptance,
  CriteriaSets,
  EvidenceFiles,
  InputKey,
  latestOf,
  Observations,
  type ObservationRecord,
  type Recording,
  type Writer
} from "@ntm/domain/criteria"
import { evidenceSamples } from "@ntm/domain/testing"
import { UnitId } from "@ntm/domain/units"
import { Day, type Moment } from "@ntm/domain/values"
import { Effect, Exit, Cause } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { provincialOffice, sampleInputs, sampleRecording, sampleWriter } from "../testing/sample-observations.ts"

const port = Effect.flatMap(Effect.service(Observations), Effect.succeed)
const ask = <A, E>(use: (port: Observations["Service"]) => Effect.Effect<A, E>) => Effect.flatMap(port, use)
const record = (batch: ReadonlyArray<Recording>, writer: Writer = sampleWriter) => ask((p) => p.record(batch, writer))
const move = (...batch: Parameters<Observations["Service"]["move"]>[0]) => ask((p) => p.move(batch, sampleWriter))
const units = [4, 7, 8, 9].map((id) => UnitId.make(id))
const inputs = [...sampleInputs.keys()]
const far = Day.make("2099-12-31")

interface Asked {
  readonly asOf?: Day
  readonly knownAt?: Moment | null
  readonly accept?: Acceptance
}

const columns = ({ asOf = far, knownAt = null, accept = "approved" }: Asked = {}) =>
  ask((p) => p.columns({ units, inputs, asOf, knownAt, accept, days: true }))

/** Values in force as `unit/input: value`. */
const table = (asked: Asked = {}) =>
  Effect.map(columns(asked), ({ values }) =>
    Object.fromEntries(
      values.flatMap((column, at) =>
        [...column].flatMap((value, place) =>
          Number.isNaN(value) ? [] : [[`${units[place]}/${inputs[at]}`, value] as const]
        )
      )
    )
  )

/** The same, out of all records by the domain's own rule. */
const tableOf = (
  records: ReadonlyArray<ObservationRecord>,
  { asOf = far, knownAt = null, accept = "approved" }: Asked
) =>
  Object.fromEntries(
    [...latestOf(records, { asOf, knownAt, accept })].flatMap(([unit, found]) =>
      [...found].map(([input, { observation }]) => [`${unit}/${input}`, observation.value] as const)
    )
  )

/** The values in force, whole, pair by pair. */
const wholeOf = ({ asOf = far, knownAt = null, accept = "approved" }: Asked, of: ReadonlyArray<InputKey> | null) =>
  Effect.map(
    ask((p) => p.inForce({ units, inputs: of, asOf, knownAt, accept })),
    (records) => records.toSorted((a, b) => a.observation.id - b.observation.id)
  )

/** The same, out of all records by the domain's own rule, as they were known. */
const wholeIn = (
  records: ReadonlyArray<ObservationRecord>,
  { asOf = far, knownAt = null, accept = "approved" }: Asked,
  of: ReadonlyArray<InputKey> | null
) =>
  [...latestOf(records, { asOf, knownAt, accept }).values()]
    .flatMap((found) => [...found.values()])
    .filter(({ observation }) => of === null || of.includes(observation.input))
    .map((record) => ({ ...record, moves: record.moves.filter(({ at }) => knownAt === null || at <= knownAt) }))
    .toSorted((a, b) => a.observation.id - b.observation.id)

const everything = Effect.map(
  Effect.forEach(units, (unit) => ask((p) => p.history(unit, null))),
  (records) => records.flat()
)

const problemsOf = (exit: Exit.Exit<unknown, unknown>): ReadonlyArray<unknown> => {
  const failure = Exit.isFailure(exit) ? exit.cause.reasons.find(Cause.isFailReason)?.error : undefined
  return typeof failure === "object" && failure !== null && "problems" in failure && Array.isArray(failure.problems)
    ? failure.problems
    : []
}

const prepare = loadAll(sampleFacts, sampleSource)

onEveryDatabase(
  "observations",
  ({ run, exit }) => {
    it("are empty at first, known as of what was loaded last", async () => {
      expect(await run(table())).toEqual({})
      const { knownAt } = await run(columns())
      expect(knownAt).toBe(await run(Effect.flatMap(CriteriaSets, (sets) => sets.knownSince())))
      expect(knownAt).not.toBeNull()
      expect(await run(ask((p) => p.rebuild()))).toEqual({ rows: 0, differing: 0 })
    })

    it("come back as they were recorded, with source, evidence, note and moves", async () => {
      const { bytes, sha256 } = await run(
        Effect.flatMap(EvidenceFiles, (files) =>
          files.keep({ name: "biên bản.pdf", content: evidenceSamples.pdf }, provincialOffice)
        )
      )
      const recording = sampleRecording({
        unit: "11824",
        day: "2025-06-30",
        kind: "flow",
        from: "2025-01-01",
        value: 0.1,
        state: "submitted",
        source: { from: "document", document: "kh-61", place: "Phụ lục 01, dòng 3" },
        evidence: [
          { file: "biên bản\t1.pdf", sha256, bytes },
          { link: "https://haiphong.gov.vn/a?b=1", title: null }
        ],
        note: "dòng một\ndòng \\hai",
        illustrative: true
      })
      const { ids, recordedAt } = await run(record([recording]))
      const [id] = ids
      if (id === undefined) throw new Error("nothing was recorded")
      const returned = await run(move({ observation: id, to: "returned", reason: "thiếu\tcon dấu" }))
      expect(await run(ask((p) => p.history(UnitId.make(4), InputKey.make("income"))))).toEqual([
        {
          observation: {
            ...recording,
            unit: 4,
            id,
            recordedAt,
            recordedBy: { name: "Văn phòng điều phối", role: "provincialOffice", agency: null }
          },
          moves: [
            {
              observation: id,
              state: "returned",
              at: returned.movedAt,
              by: { name: "Văn phòng điều phối", role: "provincialOffice", agency: null },
              reason: "thiếu\tcon dấu"
            }
          ]
        }
      ])
      expect(returned.movedAt > recordedAt).toBe(true)
      expect(await run(ask((p) => p.history(UnitId.make(4), InputKey.make("poverty"))))).toEqual([])
    })

    it("are refused with every problem of every row, and nothing of the batch is written", async () => {
      const before = await run(everything)
      await run(record([sampleRecording({ unit: 8, input: "poverty", value: 2 })]))
      const again = await run(everything)
      expect(await run(ask((p) => p.history(units, null)))).toEqual(
        again.toSorted((x, y) => x.observation.id - y.observation.id)
      )
      const told = new Set(again.map(({ observation }) => observation.unit))
      expect(await run(ask((p) => p.reported([...units, UnitId.make(999_999)])))).toEqual(told)
      const [known] = again.slice(before.length)
      const refused = problemsOf(
        await exit(
          record([
            sampleRecording({ unit: 8, input: "models", value: 1 }),
            sampleRecording({ unit: 8, input: "poverty", value: 3 }),
            sampleRecording({ unit: 8, input: "poverty", value: 101, day: "2099-01-01" }),
            sampleRecording({ unit: "11825", supersedes: 999_999 }),
            sampleRecording({ unit: 8, supersedes: known?.observation.id }),
            sampleRecording({ unit: 8, input: "none", value: Number.NaN })
          ])
        )
      )
      expect(refused).toMatchObject([
        { row: 1, kind: "duplicate" },
        { row: 2, kind: "outOfRange", field: "value" },
        { row: 2, kind: "futureDay", field: "day" },
        { row: 3, kind: "unitNotStanding", sentence: { vi: expect.stringContaining("xã Vĩnh Bảo (11824)") } },
        { row: 4, kind: "supersedesOther" },
        { row: 5, kind: "unknownInput" }
      ])
      expect(await run(everything)).toEqual(again)
      expect(await run(ask((p) => p.rebuild()))).toMatchObject({ differing: 0 })
    })

    it("keep a value in force until its correction counts", async () => {
      const first = await run(record([sampleRecording({ unit: 9, value: 50 })]))
      const second = await run(
        record([sampleRecording({ unit: 9, value: 60, supersedes: first.ids[0], state: "draft" })])
      )
      expect(await run(table())).toMatchObject({ "9/income": 50 })
      const [draft] = second.ids
      if (draft === undefined) throw new Error("nothing was recorded")
      expect(problemsOf(await exit(record([sampleRecording({ unit: 9, supersedes: first.ids[0] })])))).toMatchObject([
        { kind: "supersededAlready" }
      ])
      expect(problemsOf(await exit(move({ observation: draft, to: "approved", reason: null })))).toMatchObject([
        { kind: "noSuchMove", mayAct: ["communeOfficer", "department", "provincialOffice"] }
      ])
      await run(move({ observation: draft, to: "submitted", reason: null }))
      expect(await run(table({ accept: "submitted" }))).toMatchObject({ "9/income": 60 })
      expect(await run(table())).toMatchObject({ "9/income": 50 })
      await run(move({ observation: draft, to: "verified", reason: "Chi cục Thống kê đã xác nhận" }))
      expect(await run(table({ accept: "verified" }))).toMatchObject({ "9/income": 60 })
      await run(move({ observation: draft, to: "approved", reason: null }))
      expect(await run(table())).toMatchObject({ "9/income": 60 })
      await run(move({ observation: draft, to: "returned", reason: "nhầm đơn vị tính" }))
      expect(await run(table())).toMatchObject({ "9/income": 50 })
      const inForce = await run(
        ask((p) => p.inForce({ units: [UnitId.make(9)], inputs: null, asOf: far, knownAt: null, accept: "approved" }))
      )
      expect(inForce.map(({ observation }) => observation.id)).toEqual(first.ids)
    })

    it("are recorded and moved for the office of theirs that answers for the unit, though another of theirs may more", async () => {
      const officer = { ...provincialOffice, role: "communeOfficer", scope: [UnitId.make(9)] } as const
      const both = { ...provincialOffice, scope: [UnitId.make(8)], others: [officer] }
      const writer = { ...sampleWriter, actor: both }
      const rows = [8, 9].map((unit) => sampleRecording({ unit, day: "2025-08-30", state: "draft" }))
      for (const row of rows) {
        const [observation] = (await run(record([row], writer))).ids
        if (observation === undefined) throw new Error("nothing was recorded")
        await run(ask((p) => p.move([{ observation, to: "submitted", reason: null }], writer)))
      }
      const written = await run(
        query(
          (sql) => sql<Array<{ unit: number; by: string; movedBy: string }>>`
            select o.unit, r.role as by, m.role as "movedBy" from observation o join observation_recorder r on r.id = o.recorder
              join observation_move v on v.observation = o.id join observation_recorder m on m.id = v.recorder
            where o.day = '2025-08-30' order by o.unit`
        )
      )
      expect(written.map(({ by, movedBy, unit }) => [unit, by, movedBy])).toEqual([
        [8, "provincialOffice", "provincialOffice"],
        [9, "communeOfficer", "communeOfficer"]
      ])
    })

    it("may only be written by whom the workflow allows", async () => {
      const officer: Writer = {
        actor: { ...provincialOffice, role: "communeOfficer", name: "Lan", scope: [UnitId.make(8)] },
        inputs: sampleInputs
      }
      const refused = problemsOf(
        await exit(record([sampleRecording({ unit: 9 }), sampleRecording({ unit: 8 })], officer))
      )
      expect(refused).toMatchObject([
        { row: 0, kind: "notAllowed", rule: "record-approved", mayAct: ["provincialOffice"] },
        { row: 1, kind: "notAllowed" }
      ])
    })
  },
  prepare
)

/** A small generator of its own: the same rows on every run. */
const dice = (seed: number) => {
  let state = seed
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

onEveryDatabase(
  "the journal of observations",
  ({ run }) => {
    it("answers as the domain does, now and as known at every earlier moment, and its packed rows are what a rebuild makes", async () => {
      await run(
        Effect.gen(function* () {
          const roll = dice(7)
          const pick = <A>(of: ReadonlyArray<A>): A => {
            const one = of[roll(of.length)]
            if (one === undefined) throw new Error("nothing to pick from")
            return one
          }
          const moments: Array<{ readonly at: Moment; readonly values: unknown }> = []
          const days = ["2025-07-31", "2025-08-31", "2025-09-30", "2025-12-31"]
          const steps = {
            draft: "submitted",
            submitted: "verified",
            verified: "approved",
            approved: "returned",
            returned: "submitted"
          } as const
          for (let batch = 0; batch < 25; batch++) {
            const known = yield* everything
            const ends = known.filter(({ observation: { id } }) =>
              known.every((other) => other.observation.supersedes !== id)
            )
            const moves = new Map(
              (known.length === 0 ? [] : Array.from({ length: roll(4) }, () => pick(known))).map((one) => [
                one.observation.id,
                steps[one.moves.at(-1)?.state ?? one.observation.state]
              ])
            )
            if (moves.size > 0)
              yield* move(...[...moves].map(([observation, to]) => ({ observation, to, reason: "theo biên bản" })))
            const rows = Array.from({ length: 1 + roll(6) }, (_, row) => {
              const end = ends[batch * 3 + row]
              const corrects = end !== undefined && roll(2) === 0 ? end.observation : null
              return sampleRecording({
                unit: corrects?.unit ?? pick([7, 8, 9]),
                input: corrects?.input ?? pick(["income", "poverty", "models"]),
                day: pick(days),
                value: roll(100),
                state: pick(["draft", "submitted", "approved"]),
                source: { from: "import", name: `${batch}/${row}` },
                supersedes: corrects?.id ?? null
              })
            })
            const { recordedAt } = yield* record(rows)
            const values = yield* table()
            moments.push({ at: recordedAt, values })
            const records = yield* everything
            for (const accept of ["approved", "submitted", "verified"] as const)
              expect(yield* table({ accept })).toEqual(tableOf(records, { accept }))
          }
          const records = yield* everything
          for (const { at, values } of moments) {
            expect(yield* table({ knownAt: at })).toEqual(values)
            expect(tableOf(records, { knownAt: at })).toEqual(values)
            const asOf = Day.make("2025-08-31")
            expect(yield* table({ knownAt: at, asOf, accept: "submitted" })).toEqual(
              tableOf(records, { knownAt: at, asOf, accept: "submitted" })
            )
            // Of all inputs the whole history is read in one go, of one alone unit by unit.
            for (const of of [null, inputs.slice(1, 2)])
              for (const asked of [{ knownAt: at }, { knownAt: at, asOf, accept: "submitted" }] as const)
                expect(yield* wholeOf(asked, of)).toEqual(wholeIn(records, asked, of))
          }
          const rebuilt = yield* ask((p) => p.rebuild())
          expect(rebuilt.differing).toBe(0)
          expect(rebuilt.rows).toBeGreaterThan(3)
          expect(yield* table()).toEqual(tableOf(records, {}))
          yield* query(
            (sql) =>
              sql`update observation_approved set vals = set_byte(vals, 0, 255 - get_byte(vals, 0)) where unit = 7`
          )
          expect(yield* ask((p) => p.rebuild())).toEqual({ rows: rebuilt.rows, differing: 1 })
          expect(yield* table()).toEqual(tableOf(records, {}))
        })
      )
    }, 60_000)
  },
  prepare
)
