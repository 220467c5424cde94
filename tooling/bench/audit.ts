import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { reconcile } from "@ntm/domain/documents"
import { auditFolders, readDocumentFolder } from "@ntm/exchange"
import { Bench } from "tinybench"
import { printRatios } from "./print.ts"
import { writeDocuments } from "./synthetic.ts"

/** Reading and checking documents, beside the least that any auditor must do: parsing the same files. */
export const benchAudit = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "ntm-bench-"))
  try {
    const { figures, cells } = writeDocuments(folder, 50, 100)
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".json"))
      .map((name) => join(folder, name))
    const reads = await Promise.all(readdirSync(folder).map((name) => readDocumentFolder(join(folder, name))))
    const contents = reads.flatMap(({ content }) => content ?? [])
    const { findings } = reconcile(contents)
    if (findings.length > 0) throw new Error(`the synthetic documents foot, yet ${findings.length} findings were made`)
    const bench = new Bench({ time: 2000, warmupTime: 500 })
    bench
      .add("parse the JSON only (limit)", () => {
        for (const file of files) JSON.parse(readFileSync(file, "utf8"))
      })
      .add("reconcile what is read", () => {
        reconcile(contents)
      })
      .add("ntm audit: read, validate, reconcile", async () => {
        await auditFolders([folder])
      })
    await bench.run()
    console.log(`\nAudit: 50 documents, ${figures} figures, ${cells} table cells`)
    printRatios(bench, { count: figures + cells, noun: "figures and cells" })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
