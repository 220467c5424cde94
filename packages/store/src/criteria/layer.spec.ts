import { CriteriaSetId, CriteriaSetNotFound, CriteriaSets } from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleResults, sampleSets } from "../testing/sample-criteria.ts"

onEveryDatabase(
  "CriteriaSets",
  ({ run }) => {
    const sets = <A, E>(ask: (port: CriteriaSets["Service"]) => Effect.Effect<A, E>) =>
      run(Effect.flatMap(CriteriaSets, ask))

    it("gives sets back exactly as they were loaded, source and rules included", async () => {
      expect(await sets((port) => port.list())).toEqual(sampleSets)
      expect(await sets((port) => port.get(CriteriaSetId.make("xa-ntm-2021-2025")))).toEqual(sampleSets[0])
    })

    it("says which set it does not know", async () => {
      expect(await sets((port) => Effect.flip(port.get(CriteriaSetId.make("khong-co"))))).toBeInstanceOf(
        CriteriaSetNotFound
      )
    })

    it("gives a document's results in printed order; none for a document without", async () => {
      expect(await sets((port) => port.results(DocumentId.make("kh-61-2025")))).toEqual(sampleResults)
      expect(await sets((port) => port.results(DocumentId.make("tb-2712-2024")))).toEqual([])
    })
  },
  loadAll(sampleFacts, sampleSource)
)
