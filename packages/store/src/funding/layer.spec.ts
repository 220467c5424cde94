import { DocumentId } from "@ntm/domain/documents"
import { Funding } from "@ntm/domain/funding"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { query } from "../database/database.ts"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleFunding, sampleSource } from "../testing/sample.ts"

onEveryDatabase(
  "Funding",
  ({ run }) => {
    const tables = (document: string | null) =>
      run(Effect.flatMap(Funding, (funding) => funding.tables(document === null ? null : DocumentId.make(document))))

    it("gives tables back to the đồng, blanks as blanks and zero as zero", async () => {
      expect(await tables(null)).toEqual(sampleFunding)
      expect(await tables("kh-61-2025")).toEqual(sampleFunding)
    })

    it("gives none for a document without", async () => {
      expect(await tables("tb-2712-2024")).toEqual([])
    })

    it("keeps one row an amount, and no row for a blank cell", async () => {
      const rows = await run(query((sql) => sql`select source, amount::text from funding_entry where row = 0`))
      expect([...rows]).toEqual([{ source: "total", amount: "9000000000000000" }])
    })
  },
  loadAll(sampleFacts, sampleSource)
)
