import { Recognitions, Targets } from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleRecognitions, sampleTargets } from "../testing/sample-criteria.ts"

onEveryDatabase(
  "Recognitions and targets",
  ({ run }) => {
    it("come back exactly as they were loaded, by unit and day, and as printed", async () => {
      expect(await run(Effect.flatMap(Recognitions, (port) => port.list()))).toEqual(sampleRecognitions)
      expect(await run(Effect.flatMap(Targets, (port) => port.list(null)))).toEqual(sampleTargets)
    })

    it("are those of a document only, where one is asked for", async () => {
      const of = (id: string) => run(Effect.flatMap(Targets, (port) => port.list(DocumentId.make(id))))
      expect(await of("kh-61-2025")).toHaveLength(2)
      expect(await of("tb-2712-2024")).toEqual([])
    })

    it("are replaced with the import that brought them", async () => {
      const later = { ...sampleFacts, recognitions: sampleRecognitions.slice(1), targets: [] }
      await run(loadAll(later, { ...sampleSource, sha256: "b" }))
      expect(await run(Effect.flatMap(Recognitions, (port) => port.list()))).toEqual(sampleRecognitions.slice(1))
      expect(await run(Effect.flatMap(Targets, (port) => port.list(null)))).toEqual([])
    })
  },
  loadAll(sampleFacts, sampleSource)
)
