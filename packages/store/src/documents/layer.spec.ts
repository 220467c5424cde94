import { DocumentId, DocumentNotFound, Documents } from "@ntm/domain/documents"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { loadAll } from "../reference/load.ts"
import { onEveryDatabase } from "../testing/on-database.ts"
import { sampleFacts, sampleSource } from "../testing/sample.ts"
import { sampleFindings, sampleNotice, samplePlan } from "../testing/sample-documents.ts"

const plan = DocumentId.make("kh-61-2025")
const notice = DocumentId.make("tb-2712-2024")

onEveryDatabase(
  "Documents",
  ({ run }) => {
    const documents = <A, E>(ask: (port: Documents["Service"]) => Effect.Effect<A, E>) =>
      run(Effect.flatMap(Documents, ask))
    const ids = async (filter: Partial<Parameters<Documents["Service"]["figures"]>[0]>) =>
      (await documents((port) => port.figures({ document: null, query: null, limit: 100, ...filter }))).map(
        ({ document, figure }) => `${document}/${figure.id}`
      )

    it("lists documents newest first, undated ones last, with what each holds", async () => {
      const list = await documents((port) => port.list())
      expect(list.map(({ id }) => id)).toEqual([plan, notice])
      expect(list[0]).toEqual({
        ...samplePlan.document,
        counts: { figures: 5, tables: 1, criteriaSets: 2, fundingTables: 1, assignments: 4, findings: 2 }
      })
      expect(list[1]?.counts).toEqual({
        figures: 1,
        tables: 0,
        criteriaSets: 0,
        fundingTables: 0,
        assignments: 0,
        findings: 1
      })
    })

    it("gives a document back exactly as it was loaded: figures, relations, tables, blanks", async () => {
      expect(await documents((port) => port.get(plan))).toEqual(samplePlan)
      expect(await documents((port) => port.get(notice))).toEqual(sampleNotice)
    })

    it("says which document it does not know", async () => {
      const failed = await documents((port) => Effect.flip(port.get(DocumentId.make("khong-co"))))
      expect(failed).toBeInstanceOf(DocumentNotFound)
      expect(failed.message).toContain("khong-co")
    })

    it("lists figures of one document or of all, in printed order, up to the limit", async () => {
      expect(await ids({ document: plan })).toEqual(
        ["total", "part", "state", "zero", "unread"].map((id) => `${plan}/${id}`)
      )
      expect(await ids({})).toHaveLength(6)
      expect(await ids({ limit: 2 })).toEqual([`${plan}/total`, `${plan}/part`])
    })

    it.each([
      ["tong von", [`${plan}/total`]],
      ["i.1", [`${plan}/total`]],
      ["duong GIAO", [`${plan}/part`]],
      ["ket luan", [`${notice}/total`]],
      ["%", []]
    ])("finds “%s” in label, section or document, without diacritics", async (query, expected) => {
      expect(await ids({ query })).toEqual(expected)
    })

    it("gives the findings with a place in a document, all of them for none", async () => {
      expect(await documents((port) => port.findings(null))).toEqual(sampleFindings)
      expect((await documents((port) => port.findings(notice))).map(({ id }) => id)).toEqual(["f1"])
      expect((await documents((port) => port.findings(plan))).map(({ id }) => id)).toEqual(["f1", "f2"])
    })
  },
  loadAll(sampleFacts, sampleSource)
)
