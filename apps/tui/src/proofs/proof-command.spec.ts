import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { makeClient } from "@ntm/contract"
import { checkEvidence, evidenceKinds } from "@ntm/domain/criteria"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { printProof } from "./proof-command.ts"

const published = fileURLToPath(new URL("./testing/hai-phong.json", import.meta.url))

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ntm-annex-"))
})
afterAll(() => rm(folder, { recursive: true }))

const run = async (options: Readonly<Record<string, string>>, change: (text: string) => string = (text) => text) => {
  const asked: Array<string> = []
  const shown = { out: "", err: "" }
  const output = {
    out: (text: string) => void (shown.out += text),
    err: (text: string) => void (shown.err += text),
    colour: false
  }
  const body = change(await readFile(published, "utf8"))
  const client = makeClient((url) => {
    asked.push(url)
    return new Response(body, { headers: { "content-type": "application/json" } })
  }, "")
  const request = { command: "proof", operands: [], lang: "vi" as const, server: "", json: false, options }
  return { code: await printProof(request, output, client), asked, ...shown }
}

const question = { unit: "31", set: "tinh-hoan-thanh" }

describe("ntm proof", () => {
  it("asks for the unit under the set as of the day, and prints the proof as it came", async () => {
    const { asked, code, out } = await run({ ...question, "as-of": "14/1/2025", "known-at": "2025-03-01T00:00:00Z" })
    expect(asked).toEqual([
      "/api/v1/assessments/units/31/proof?set=tinh-hoan-thanh&as_of=2025-01-14&known_at=2025-03-01T00%3A00%3A00Z"
    ])
    expect(JSON.parse(out)).toEqual(JSON.parse(await readFile(published, "utf8")))
    expect(code).toBe(0)
  })

  it("prints the annex", async () => {
    expect((await run({ ...question, print: "" })).out).toContain("# PHỤ LỤC: CĂN CỨ CỦA KẾT QUẢ ĐÁNH GIÁ")
  })

  it("writes the annex to a new file beside, as its ending says", async () => {
    const [word, text] = [join(folder, "phụ lục.docx"), join(folder, "phụ lục.md")]
    const { code, err, out } = await run({ ...question, annex: word })
    expect([code, err]).toEqual([0, `Đã ghi phụ lục vào ${word}.\n`])
    expect(JSON.parse(out)).toEqual(JSON.parse(await readFile(published, "utf8")))
    expect(checkEvidence("a.docx", await readFile(word))).toBe(evidenceKinds.docx)
    await run({ ...question, annex: text })
    expect(await readFile(text, "utf8")).toContain("# PHỤ LỤC: CĂN CỨ CỦA KẾT QUẢ ĐÁNH GIÁ")
    const again = await run({ ...question, annex: text })
    expect([again.code, again.out, again.err]).toEqual([2, "", `${text}: đã có tệp này; hãy chọn tên khác\n`])
    const misnamed = await run({ ...question, annex: "phu-luc.pdf" })
    expect([misnamed.asked, misnamed.code]).toEqual([[], 2])
    expect(misnamed.err).toContain("--annex phải là tệp .docx hoặc .md")
  })

  it("prints nothing that does not agree with itself", async () => {
    const { code, err, out } = await run(question, (text) => text.replace('"verdict": "notMet"', '"verdict": "met"'))
    expect([out, code]).toEqual(["", 1])
    expect(err).toContain("không khớp với chính nó")
  })

  it("says what is missing in the question", async () => {
    const { asked, code, err } = await run({ unit: "31" })
    expect([asked, code]).toEqual([[], 2])
    expect(err).toContain("--set")
    expect((await run({ ...question, "as-of": "31/2/2025" })).code).toBe(2)
  })
})
