import { createHash } from "node:crypto"
import { mkdtemp, readFile, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { checkEvidence, evidenceKinds } from "@ntm/domain/criteria"
import { beforeAll, describe, expect, it } from "vitest"
import { verifyFiles } from "./verify.ts"

/** The province of the specs of proofs, on 2025-01-14: 88,9 % of 90. */
const published = fileURLToPath(new URL("./testing/hai-phong.json", import.meta.url))

let folder = ""
let proof = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ntm-proof-"))
  proof = await readFile(published, "utf8")
})

const written = async (name: string, text: string): Promise<string> => {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

const run = async (operands: ReadonlyArray<string>, options: Readonly<Record<string, string>> = {}, json = false) => {
  const shown = { out: "", err: "" }
  const output = {
    out: (text: string) => void (shown.out += text),
    err: (text: string) => void (shown.err += text),
    colour: false
  }
  const code = await verifyFiles({ operands, options, json, lang: "vi" }, output)
  return { code, ...shown }
}

describe("ntm verify", () => {
  it("finds a published proof right, whatever this program has become since", async () => {
    const { code, out } = await run([published])
    expect(out).toContain("ĐÚNG")
    expect(out).toContain("thành phố Hải Phòng (31) · tinh-hoan-thanh · 14/01/2025")
    expect(out).toContain("Kết quả: Chưa đạt")
    expect(code).toBe(0)
  })

  it("writes the annex of a right proof, without a server, and of no other", async () => {
    const annex = join(folder, "phu-luc.docx")
    expect((await run([published], { annex })).code).toBe(0)
    expect(checkEvidence("a.docx", await readFile(annex))).toBe(evidenceKinds.docx)
    const forged = await written("gia.json", proof.replace('"verdict": "notMet"', '"verdict": "met"'))
    const other = join(folder, "gia.docx")
    const refused = await run([forged], { annex: other })
    expect(refused.code).toBe(2)
    expect(refused.err).toContain("không có chứng cứ đúng")
    await expect(readFile(other)).rejects.toThrow("ENOENT")
    expect((await run([published, published], { annex: other })).err).toContain("--annex chỉ dùng với một TỆP")
  })

  it("agrees with the hash that other programs compute of the file", () => {
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toSorted(([a], [b]) => (a < b ? -1 : 1))
                .map(([name, inner]) => [name, sorted(inner)])
            )
          : value
    const { seal, ...rest } = JSON.parse(proof)
    expect(
      createHash("sha256")
        .update(JSON.stringify(sorted(rest)))
        .digest("hex")
    ).toBe(seal.hash)
  })

  it("tells the places of a tampered value, and ends with 1", async () => {
    const { code, out } = await run([await written("tampered.json", proof.replace(/"value": 88\.9/g, '"value": 90.9'))])
    expect(out).toContain("KHÔNG KHỚP")
    expect(out).toMatch(
      /\/tree\/criteria\/1\/indicators\/0\/verdict: Kết quả: tài liệu ghi "notMet", tính lại được "met"/
    )
    expect(code).toBe(1)
  })

  it("ends with 2 for what cannot be read, though other files are right", async () => {
    const broken = await written("broken.json", "{")
    const { code, out } = await run([published, broken, join(folder, "missing.json")])
    expect(out.match(/KHÔNG ĐỌC ĐƯỢC/g)).toHaveLength(2)
    expect(code).toBe(2)
  })

  it("prints the annex alone to stdout", async () => {
    const { code, err, out } = await run([published], { print: "" })
    expect(out).toMatch(/^# PHỤ LỤC: CĂN CỨ CỦA KẾT QUẢ ĐÁNH GIÁ/)
    expect(err).toContain("ĐÚNG")
    expect(code).toBe(0)
  })

  it("answers machines in one object", async () => {
    const { code, out } = await run([published, await written("other.json", "{}")], {}, true)
    expect(JSON.parse(out)).toMatchObject({
      files: [{ status: "right", verdict: "notMet", unit: "31", disagreements: [] }, { status: "unreadable" }]
    })
    expect(code).toBe(2)
  })
})
