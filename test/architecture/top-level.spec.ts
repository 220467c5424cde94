import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { root } from "../product/files.ts"

/** Every file that git keeps and that is there. The checkout may belong to another account than the one that tests it. */
const tracked = (): ReadonlyArray<string> =>
  execFileSync("git", ["-c", "safe.directory=*", "ls-files", "-z"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter((file) => file !== "" && existsSync(join(root, file)))

const textOf = (file: string): string =>
  statSync(join(root, file)).isFile() ? readFileSync(join(root, file), "utf8") : ""

// A copy of the sources without their history has no list to compare with.
describe.skipIf(!existsSync(join(root, ".git")))("the repository", () => {
  it("has the top level of the design and nothing beside it", () => {
    const top = new Set(tracked().map((file) => file.split("/")[0] ?? ""))
    expect([...top].filter((name) => !name.startsWith(".")).toSorted()).toEqual([
      "LICENSE",
      "README.md",
      "apps",
      "docs",
      "package.json",
      "packages",
      "pnpm-lock.yaml",
      "pnpm-workspace.yaml",
      "test",
      "tooling",
      "turbo.json"
    ])
  })

  it("names no folder of anybody's machine", () => {
    // Followed by more of a path: a word of an address or a pattern alone is no machine's folder.
    const machine = /(?<![\w.:-])\/(?:work|root|home\/[a-z]+|Users\/[A-Za-z]+)\/[\w.-]/
    expect(tracked().filter((file) => machine.test(textOf(file)))).toEqual([])
  })

  it("locks libraries by name and hash, without naming a registry", () => {
    const locks = tracked().filter((file) => /(^|\/)(pnpm-lock\.yaml|package-lock\.json)$/.test(file))
    expect(locks).toContain("pnpm-lock.yaml")
    expect(locks.filter((file) => /https?:\/\//.test(textOf(file)))).toEqual([])
  })

  it("keeps no build, log or data of a run", () => {
    expect(
      tracked().filter((file) =>
        /(^|\/)(dist|node_modules|\.ntm|\.toolchain|\.turbo)\/|\.tsbuildinfo$|\.log$/.test(file)
      )
    ).toEqual([])
  })
})
