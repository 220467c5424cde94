import { DocumentId } from "@ntm/domain/documents"
import { Funding } from "@ntm/domain/funding"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleFunding, sampleSource } from "../testing/sample.ts"

onEveryDatabase(
  "Funding",
  ({ run }) => {
    const tables = (document: string | null) =>
      run(Effect.flatMap(Funding, (funding) => funding.tables(document === null ? null : DocumentId.make(document))))

    it("gives tables back to the đồng, blanks as blanks and zero as zero", async () => {
      const printed = sampleFunding.map(({ table }) => table)
      expect(await tables(null)).toEqual(printed)
      expect(await tables("kh-61-2025")).toEqual(printed)
    })

    it("gives none for a document without", async () => {
      expect(await tables("tb-2712-2024")).toEqual([])
    })
  },
  loadAll(sampleFacts, sampleSource)
)
