import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const main = fileURLToPath(new URL("./main.ts", import.meta.url))

const ntm = async (...args: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"] })
  let out = ""
  let err = ""
  child.stdout.setEncoding("utf8").on("data", (text: string) => void (out += text))
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (err += text))
  const [code]: Array<unknown> = await once(child, "close")
  return { code, out, err }
}

/** A document whose parts do not make their total. */
const document = {
  number: "1/KH-UBND",
  kind: "Kế hoạch",
  issuer: "UBND tỉnh",
  date: "2025-01-02",
  title: "Kế hoạch thử",
  bases: []
}
const figures = (parts: ReadonlyArray<number>) => [
  { id: "total", section: "I", label: "Tổng số xã", value: 10, unit: "xã", asOf: "2025-01-01", scope: "tỉnh" },
  ...parts.map((value, index) => ({
    id: `part-${index}`,
    section: "I",
    label: `Phần ${index + 1}`,
    value,
    unit: "xã",
    asOf: "2025-01-01",
    scope: "tỉnh",
    breakdownOf: "total",
    breakdownBy: "loại"
  }))
]

let folder = ""
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ntm-main-"))
  await writeFile(join(folder, "document.json"), JSON.stringify(document))
})
afterAll(() => rm(folder, { recursive: true }))

describe("the ntm command", { timeout: 30_000 }, () => {
  it("answers help and version with 0 on stdout", async () => {
    expect(await ntm("--help")).toMatchObject({ code: 0, err: "" })
    expect(await ntm("version")).toMatchObject({ code: 0, out: expect.stringMatching(/^ntm \d+\.\d+\.\d+\n$/) })
  })

  it("ends with 2 and says what was meant, on stderr", async () => {
    const { code, err, out } = await ntm("audti")
    expect([code, out]).toEqual([2, ""])
    expect(err).toContain("Có phải ý bạn là “audit”?")
    expect(err).toContain("Did you mean “audit”?")
    expect(err).toContain("ntm help")
  })

  it("audits a folder end to end with the exit codes 0, 1 and 2", async () => {
    await writeFile(join(folder, "figures.json"), JSON.stringify(figures([4, 6])))
    expect(await ntm("audit", folder)).toMatchObject({
      code: 0,
      out: expect.stringContaining("Không có phát hiện nào")
    })
    await writeFile(join(folder, "figures.json"), JSON.stringify(figures([7, 6])))
    const found = await ntm("audit", "--json", folder)
    expect(found.code).toBe(1)
    expect(JSON.parse(found.out)).toMatchObject({
      status: "findings",
      findings: [{ kind: "partsExceedTotal", unit: "xã" }]
    })
    await writeFile(join(folder, "figures.json"), '[{"id": "total", ')
    const broken = await ntm("audit", folder)
    expect(broken).toMatchObject({ code: 2, out: "" })
    expect(broken.err).toContain("figures.json")
    expect(broken.err).not.toMatch(/\n\s+at /)
  })

  it("says that it needs a terminal instead of failing without one", async () => {
    const { code, err } = await ntm("tui")
    expect(code).toBe(2)
    expect(err).toContain("TTY")
  })

  it("ends without a word when the reader of its output leaves", async () => {
    await writeFile(join(folder, "figures.json"), JSON.stringify(figures([7, 6])))
    const child = spawn(process.execPath, [main, "audit", folder], { stdio: ["ignore", "pipe", "pipe"] })
    child.stdout.destroy()
    let err = ""
    child.stderr.setEncoding("utf8").on("data", (text: string) => void (err += text))
    await once(child, "close")
    expect(err).toBe("")
  })
})
