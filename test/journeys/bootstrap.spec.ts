import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { command } from "../product/command.ts"
import { root } from "../product/files.ts"

const run = join(root, "tooling", "run.mjs")

describe("the way in", () => {
  it("names the tasks that there are when asked for one that there is not", async () => {
    const { code, err, out } = await command(process.execPath, [run, "nonsense"])
    expect([code, out]).toEqual([1, ""])
    expect(err).toMatch(/không có việc “nonsense”/)
    for (const task of ["start", "test", "check", "ntm", "bench", "fuzz", "dev"]) expect(err).toContain(task)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it("says so in English where that is asked for", async () => {
    const { err } = await command(process.execPath, [run, "nonsense"], { env: { NTM_LANG: "en" } })
    expect(err).toContain("no task “nonsense”")
  })

  it("hands arguments to the command line, whose output is alone on stdout, and its exit code back", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "apps", "tui", "package.json"), "utf8")) as {
      readonly version: string
    }
    expect(await command(process.execPath, [run, "ntm", "version"])).toMatchObject({ code: 0, out: `ntm ${version}\n` })
    const misuse = await command(process.execPath, [run, "ntm", "audit", "--nonsense"])
    expect([misuse.code, misuse.out]).toEqual([2, ""])
    expect(misuse.err).toContain("--nonsense")
  })
})
