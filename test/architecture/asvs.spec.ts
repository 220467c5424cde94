import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { root } from "../product/files.ts"

/** The checklist of docs/security.md against the requirements of levels 1 and 2 of OWASP ASVS 5.0.0, by their numbers. */

const required = readFileSync(join(import.meta.dirname, "asvs-5.0.0.csv"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(",")[0] ?? "")

const text = readFileSync(join(root, "docs", "security.md"), "utf8")

const lines = [...text.matchAll(/^\| (\d+\.\d+\.\d+) +\| ([^|]+?) +\| ([^|]+?) +\|$/gm)].map(
  ([, id = "", state = "", where = ""]) => ({ id, state: state.replaceAll("*", ""), where })
)

const states = ["met", "partly", "not met", "host", "n/a"]

describe("the checklist of security", () => {
  it("has every requirement once, and no other", () => {
    expect(required).toHaveLength(253)
    expect(lines.map(({ id }) => id)).toEqual(required)
  })

  it("says of each how it stands, and where or why", () => {
    expect(lines.filter(({ state }) => !states.includes(state))).toEqual([])
    expect(lines.filter(({ where }) => where.length < 4)).toEqual([])
  })

  it("counts them as they stand", () => {
    const counted = states.map((state) => String(lines.filter((line) => line.state === state).length))
    expect(text).toMatch(new RegExp(`^\\| ${counted.join(" +\\| ")} +\\|$`, "m"))
  })

  it("names files that are there", () => {
    const named = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+|[\w.-]+\.(?:json|yaml))`/g)].map(([, file = ""]) => file)
    const ours = named.filter((file) => /^(apps|packages|test|tooling|docs)\//.test(file) || !file.includes("/"))
    expect(ours.length).toBeGreaterThan(100)
    expect([...new Set(ours)].filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})
