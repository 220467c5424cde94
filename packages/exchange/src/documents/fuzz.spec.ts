import { readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { auditFolders } from "./audit.ts"
import { inFolder } from "./sample.ts"

const plan = join(import.meta.dirname, "../../../reference/data/documents/kh-61-2025-haiphong")
const names = ["document.json", "figures.json", "appendix-02-funding.json"] as const
const originals = names.map((name) => readFileSync(join(plan, name), "utf8"))

type Node = { [key: string]: unknown } | Array<unknown>

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null

/** All places of a JSON value: what holds a value, and under which key. */
const placesIn = (root: Node): ReadonlyArray<readonly [Node, string]> => {
  const places: Array<readonly [Node, string]> = []
  const visit = (node: Node): void => {
    for (const [key, value] of Object.entries(node)) {
      places.push([node, key])
      if (isNode(value)) visit(value)
    }
  }
  visit(root)
  return places
}

const replacements: ReadonlyArray<unknown> = [
  null,
  true,
  "",
  "x",
  "1.234",
  "12,5",
  "137",
  0,
  -1,
  1e308,
  1e-9,
  0.1,
  0x20000000000000,
  [],
  {},
  [1],
  { a: 1 },
  "total",
  "tong-so-xa-2024",
  "%",
  "tỷ đồng",
  "constructor",
  "__proto__",
  "\0",
  "2025-02-30"
]

/** Deletes or replaces nodes at random. */
const mutated = (text: string, edits: ReadonlyArray<readonly [number, number]>): string => {
  const root: unknown = JSON.parse(text)
  if (!isNode(root)) return text
  for (const [where, what] of edits) {
    const places = placesIn(root)
    const [node, key] = places[where % Math.max(1, places.length)] ?? []
    if (node === undefined || key === undefined) continue
    const replacement = replacements[what]
    if (replacement !== undefined) Object.assign(node, { [key]: structuredClone(replacement) })
    else if (Array.isArray(node)) node.splice(Number(key), 1)
    else delete node[key]
  }
  return JSON.stringify(root)
}

const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: replacements.length + 6 })), { minLength: 1, maxLength: 4 })

describe("any change to a document's files", () => {
  it("ends in an audit or in what cannot be read, never in an exception", { timeout: 60_000 }, async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: names.length - 1 }), edits, fc.nat({ max: 20 }), async (which, changes, cut) => {
        const files = Object.fromEntries(names.map((name, at) => [name, originals[at]]))
        const changed = mutated(originals[which] ?? "", changes)
        // Now and then the file is cut off as well.
        files[names[which] ?? ""] = cut === 0 ? changed.slice(0, changed.length / 2) : changed
        const outcome = await inFolder(files, (folder) => auditFolders([folder]))
        seen.add(outcome._tag)
        if (outcome._tag === "Unreadable") expect(outcome.problems.length).toBeGreaterThan(0)
        for (const finding of outcome._tag === "Audited" ? outcome.findings : []) {
          for (const number of [finding.stated, finding.expected, finding.difference])
            expect(number).toSatisfy(Number.isFinite)
        }
      }),
      { numRuns: 200 }
    )
    expect([...seen].toSorted()).toEqual(["Audited", "Unreadable"])
  })
})
