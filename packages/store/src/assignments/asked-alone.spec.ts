import { Recommendations, type TaskEventRecording, Tasks } from "@ntm/domain/assignments"
import { Changes, Sequence } from "@ntm/domain/changes"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleSource } from "../testing/sample.ts"
import { sampleAnswer, sampleOwed, sampleTaskEvent, sampleTaskWriter } from "../testing/sample-tasks.ts"

const record = (rows: ReadonlyArray<TaskEventRecording>) =>
  Effect.flatMap(Tasks, (port) => port.record(rows, sampleTaskWriter))
const answer = (rows: ReadonlyArray<ReturnType<typeof sampleAnswer>>) =>
  Effect.flatMap(Recommendations, (port) => port.record(rows, sampleTaskWriter))

onEveryDatabase(
  "What one unit alone is asked",
  ({ run }) => {
    it("is entered apart in the journal of changes, with the unit, though no key says so", async () => {
      const [first, second] = ["1", "2"].map((no) => sampleTaskEvent({ task: `kh-61-2025/${no}` }))
      const ofUnit = sampleTaskEvent({ task: "kh-61-2025/vi-1@2025" })
      if (first === undefined || second === undefined) throw new Error("no tasks")
      await run(record([first, ofUnit, second]))
      await run(answer([sampleAnswer()]))
      const known = await run(query((sql) => sql<Array<{ id: number }>>`select id from unit where code = '313'`))
      const [only] = new Set(known.map(({ id }) => id))
      const entries = await run(
        query(
          (sql) => sql<Array<{ noun: string; rows: number; units: Array<number> }>>`
            select noun, rows, units from change where noun in ('task_event', 'recommendation_event') and op = 'insert' order by seq`
        )
      )
      expect(entries.map(({ noun, rows, units }) => [noun, rows, units])).toEqual([
        ["task_event", 2, []],
        ["task_event", 1, [only]],
        ["recommendation_event", 1, [only]]
      ])
      const page = await run(
        Effect.flatMap(Changes, (port) =>
          port.feed({
            since: { seq: Sequence.make(0), rows: 0 },
            nouns: ["taskEvent", "recommendationEvent"],
            units: "all",
            limit: 100
          })
        )
      )
      expect(page.records.map(({ units }) => units)).toEqual([[], [], [only], [only]])
    })
  },
  loadAll(sampleOwed, sampleSource)
)
