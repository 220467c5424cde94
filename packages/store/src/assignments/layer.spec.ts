import { Assignments } from "@ntm/domain/assignments"
import { DocumentId } from "@ntm/domain/documents"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleAssignments, sampleFacts, sampleSource } from "../testing/sample.ts"

onEveryDatabase(
  "Assignments",
  ({ run }) => {
    const list = (document: string | null, query: string | null = null) =>
      run(
        Effect.flatMap(Assignments, (port) =>
          port.list({ document: document === null ? null : DocumentId.make(document), query })
        )
      )
    const numbers = async (query: string) => (await list(null, query)).map(({ no }) => no)

    it("lists by due day, those without one last, then as printed", async () => {
      expect((await list("kh-61-2025")).map(({ no }) => no)).toEqual(["2", "1", "1.a", "3"])
      expect(await list("tb-2712-2024")).toEqual([])
    })

    it("gives assignments back exactly as they were loaded, as printed where that is asked", async () => {
      expect((await list(null)).toSorted((a, b) => a.no.localeCompare(b.no))).toEqual(sampleAssignments)
      expect(await run(Effect.flatMap(Assignments, (port) => port.printed()))).toEqual(sampleAssignments)
    })

    it.each([
      ["ke hoach", ["1"]],
      ["so y te", ["1.a"]],
      ["HUYEN AN LAO", ["1.a"]],
      ["bao cao", ["2"]],
      ["  ", ["2", "1", "1.a", "3"]],
      ["khong co", []]
    ])("finds “%s” in title, agencies and deliverable, without diacritics", async (query, expected) => {
      expect(await numbers(query)).toEqual(expected)
    })
  },
  loadAll(sampleFacts, sampleSource)
)
