import { evidenceSamples } from "@ntm/domain/testing"
import {
  Agencies,
  Recommendations,
  type TaskEventRecording,
  Tasks,
  weekendsOff,
  WorkCalendars
} from "@ntm/domain/assignments"
import { EvidenceFiles } from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import { Effect, Exit } from "effect"
import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { provincialOffice } from "../testing/sample-observations.ts"
import {
  sampleAnswer,
  sampleOwed,
  sampleTaskEvent,
  sampleTaskWriter,
  sampleUndertakings
} from "../testing/sample-tasks.ts"

const tasks = <A, E>(use: (port: Tasks["Service"]) => Effect.Effect<A, E>) => Effect.flatMap(Tasks, use)
const recommendations = <A, E>(use: (port: Recommendations["Service"]) => Effect.Effect<A, E>) =>
  Effect.flatMap(Recommendations, use)
const record = (...rows: ReadonlyArray<TaskEventRecording>) => tasks((port) => port.record(rows, sampleTaskWriter))
const answer = (...rows: ReadonlyArray<ReturnType<typeof sampleAnswer>>) =>
  recommendations((port) => port.record(rows, sampleTaskWriter))
const journal = tasks((port) => port.journal(null))
const answers = recommendations((port) => port.journal(null))
const moved = (to: string, reason: string | null = null) => ({ _tag: "moved", to, reason })
const told = { name: "Văn phòng điều phối", role: "provincialOffice", agency: null }

onEveryDatabase(
  "Tasks and recommendations",
  ({ run, url }) => {
    it("come back as they were loaded, in their order", async () => {
      const { agencies, calendar, duties, limitations, recommendations: asked, taskings } = sampleUndertakings
      expect(await run(Effect.flatMap(Agencies, (port) => port.list()))).toEqual(agencies)
      expect(await run(Effect.flatMap(WorkCalendars, (port) => port.calendar()))).toEqual(calendar)
      expect(await run(tasks((port) => port.taskings()))).toEqual(taskings)
      expect(await run(tasks((port) => port.duties()))).toEqual(duties)
      expect(await run(recommendations((port) => port.list(null)))).toEqual(asked)
      expect(await run(recommendations((port) => port.limitations(DocumentId.make("kh-61-2025"))))).toEqual(limitations)
      expect(await run(recommendations((port) => port.list(DocumentId.make("tb-2712-2024"))))).toEqual([])
    })

    it("have journals without a moment at first", async () => {
      expect(await run(journal)).toEqual([])
      expect(await run(tasks((port) => port.moment()))).toBeNull()
      expect(await run(recommendations((port) => port.moment()))).toBeNull()
    })

    it("leave nothing when a process that writes is killed", async () => {
      const program = fileURLToPath(new URL("../testing/move-half.ts", import.meta.url))
      const child = spawn(process.execPath, [program, url()], { stdio: ["ignore", "pipe", "inherit"] })
      const ended = once(child, "exit")
      const said = await Promise.race([once(child.stdout, "data"), ended])
      child.kill("SIGKILL")
      await ended
      expect(String(said[0])).toBe("recorded\n")
      expect(await run(journal)).toEqual([])
      expect(await run(answers)).toEqual([])
    })

    it("come back with everything that was said, with who said it and when", async () => {
      const { sha256, bytes } = await run(
        Effect.flatMap(EvidenceFiles, (files) =>
          files.keep({ name: "ảnh.pdf", content: evidenceSamples.pdf }, provincialOffice)
        )
      )
      const rows = [
        sampleTaskEvent({ document: "5/BC", evidence: [{ file: "ảnh.pdf", sha256, bytes }] }),
        sampleTaskEvent({
          body: { _tag: "extended", before: "2025-04-30", after: "2025-05-30", reason: "chờ kết quả" }
        })
      ]
      const { ids, recordedAt } = await run(record(...rows))
      const found = await run(journal)
      expect(found).toEqual(rows.map((row, at) => ({ ...row, id: ids[at], recordedAt, recordedBy: told })))
      expect(await run(tasks((port) => port.moment()))).toBe(recordedAt)
      expect(await run(tasks((port) => port.journal(DocumentId.make("tb-2712-2024"))))).toEqual([])
      const answered = await run(answer(sampleAnswer()))
      expect(await run(answers)).toEqual([
        { ...sampleAnswer(), id: answered.ids[0], recordedAt: answered.recordedAt, recordedBy: told }
      ])
      expect(await run(recommendations((port) => port.moment()))).toBe(answered.recordedAt)
    })

    it("are refused with every problem of every row, and nothing of the batch is written", async () => {
      const before = [await run(journal), await run(answers)]
      const refused = await run(
        Effect.flip(
          record(
            sampleTaskEvent({ task: "kh-61-2025/9" }),
            sampleTaskEvent({ body: moved("accepted") }),
            sampleTaskEvent({ day: "2099-01-01" }),
            sampleTaskEvent({ evidence: [{ file: "a.pdf", sha256: "0".repeat(64), bytes: 1 }] }),
            sampleTaskEvent({ body: moved("inProgress") })
          )
        )
      )
      expect(refused.problems.map(({ kind, row }) => `${row} ${kind}`)).toEqual([
        "0 unknownTask",
        "1 noSuchMove",
        "2 futureDay",
        "3 form",
        "4 reasonMissing"
      ])
      const unanswered = await run(
        Effect.flip(
          answer(sampleAnswer({ body: { _tag: "reopened", reason: null } }), sampleAnswer({ day: "2025-01-01" }))
        )
      )
      expect(unanswered.problems.map(({ kind, row }) => `${row} ${kind}`)).toEqual([
        "0 reasonMissing",
        "1 dayBeforeDocument"
      ])
      expect([await run(journal), await run(answers)]).toEqual(before)
    })

    it("are written one batch after another: of writers that begin the same task one is heard, and moments grow", async () => {
      const begin = sampleTaskEvent({ task: "kh-61-2025/3", body: moved("inProgress", "thay chủ trì") })
      const exits = await run(
        Effect.all(
          Array.from({ length: 6 }, () => Effect.exit(record(begin))),
          { concurrency: "unbounded" }
        )
      )
      expect(exits.filter(Exit.isSuccess)).toHaveLength(1)
      const found = await run(journal)
      const moments = found.map(({ recordedAt }) => recordedAt)
      expect(moments).toEqual(moments.toSorted())
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
    })

    it("keep the journal when an import brings other tasks, and take what that says", async () => {
      const before = await run(journal)
      const [tasking] = sampleUndertakings.taskings
      if (tasking === undefined) throw new Error("no tasking")
      const other = { ...sampleUndertakings, duties: [], calendar: null, taskings: [{ ...tasking, note: "khác" }] }
      await run(loadAll({ ...sampleFacts, undertakings: other }, { ...sampleSource, sha256: "b" }))
      expect(await run(tasks((port) => port.duties()))).toEqual([])
      expect((await run(tasks((port) => port.taskings())))[0]?.note).toBe("khác")
      expect(await run(Effect.flatMap(WorkCalendars, (port) => port.calendar()))).toEqual(weekendsOff)
      expect(await run(journal)).toEqual(before)
    })
  },
  loadAll(sampleOwed, sampleSource)
)
