import { createRequire } from "node:module"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { cruise } from "../../tooling/tasks/cruise.ts"
import { removeFolder, root } from "../product/files.ts"
import { emptyWorkspace, lend, plant, type Planted } from "./workspace.ts"

const rules: ReadonlyArray<string> = createRequire(import.meta.url)(
  join(root, ".dependency-cruiser.cjs")
).forbidden.map(({ name }: { readonly name: string }) => name)

const rooms = [
  "values",
  "documents",
  "units",
  "people",
  "criteria",
  "funding",
  "works",
  "assignments",
  "dossiers",
  "inventory",
  "changes"
]

/** A workspace of the right shape: one file a room, one a member, imports in the directions of the design. */
const orderly: Planted = {
  ...Object.fromEntries(
    rooms.map((room) => [`packages/domain/src/${room}/index.ts`, `export const ${room} = "${room}"\n`])
  ),
  "packages/domain/src/values/day.ts": 'export { Option } from "effect"\n',
  "packages/domain/src/assignments/due.ts":
    'export { values } from "../values/index.ts"\nexport { units } from "../units/index.ts"\n',
  "packages/contract/src/index.ts": 'export { values } from "../../domain/src/values/index.ts"\n',
  "packages/store/src/index.ts":
    'export { default } from "postgres"\nexport { funding } from "../../domain/src/funding/index.ts"\n',
  "packages/exchange/src/index.ts":
    'export { documents } from "../../domain/src/documents/index.ts"\nexport { readFile } from "node:fs/promises"\n',
  "packages/reference/src/index.ts": 'export { documents } from "../../exchange/src/index.ts"\n',
  "apps/api/src/main.ts": 'export { funding } from "../../../packages/store/src/index.ts"\n',
  "apps/web/src/main.tsx": 'export { values } from "../../../packages/contract/src/index.ts"\n',
  "apps/tui/src/main.ts": 'export { documents } from "../../../packages/exchange/src/index.ts"\n'
}

/** For every rule, one file that breaks it, and what that file imports. */
const violations: Readonly<
  Record<string, { readonly file: string; readonly imports: string; readonly also?: Planted }>
> = {
  "domain-imports-effect-only": { file: "packages/domain/src/values/clock.ts", imports: "node:fs" },
  "values-know-nothing": { file: "packages/domain/src/values/place.ts", imports: "../units/index.ts" },
  "documents-know-values": { file: "packages/domain/src/documents/place.ts", imports: "../units/index.ts" },
  "units-know-documents": { file: "packages/domain/src/units/set.ts", imports: "../criteria/index.ts" },
  "people-know-units": { file: "packages/domain/src/people/office.ts", imports: "../criteria/index.ts" },
  "criteria-know-units": { file: "packages/domain/src/criteria/money.ts", imports: "../funding/index.ts" },
  "funding-before-works": { file: "packages/domain/src/funding/task.ts", imports: "../works/index.ts" },
  "works-before-assignments": { file: "packages/domain/src/works/task.ts", imports: "../assignments/index.ts" },
  "assignments-before-dossiers": {
    file: "packages/domain/src/assignments/case.ts",
    imports: "../dossiers/index.ts"
  },
  "inventory-before-assignments": {
    file: "packages/domain/src/inventory/garden.ts",
    imports: "../assignments/index.ts"
  },
  "nobody-knows-changes": { file: "packages/domain/src/units/trail.ts", imports: "../changes/index.ts" },
  "rooms-by-their-door": {
    file: "packages/domain/src/criteria/window.ts",
    imports: "../units/facts/series.ts",
    also: { "packages/domain/src/units/facts/series.ts": "export const series = 1\n" }
  },
  "contract-on-domain": { file: "packages/contract/src/files.ts", imports: "node:fs" },
  "store-knows-no-face": { file: "packages/store/src/face.ts", imports: "../../contract/src/index.ts" },
  "exchange-on-domain": { file: "packages/exchange/src/rows.ts", imports: "../../store/src/index.ts" },
  "reference-on-exchange": { file: "packages/reference/src/rows.ts", imports: "../../store/src/index.ts" },
  "faces-never-store": { file: "apps/tui/src/rows.ts", imports: "../../../packages/store/src/index.ts" },
  "web-reads-no-files": { file: "apps/web/src/files.ts", imports: "../../../packages/exchange/src/index.ts" },
  "apps-are-strangers": { file: "apps/web/src/neighbour.ts", imports: "../../tui/src/main.ts" },
  "database-only-in-store": { file: "apps/api/src/query.ts", imports: "postgres" },
  "one-composition-root": { file: "apps/api/src/routes.ts", imports: "../../../packages/store/src/index.ts" },
  "no-test-imports": {
    file: "packages/exchange/src/shortcut.ts",
    imports: "./index.spec.ts",
    also: { "packages/exchange/src/index.spec.ts": "export const sample = 1\n" }
  },
  "no-cycles": {
    file: "packages/exchange/src/hen.ts",
    imports: "./egg.ts",
    also: { "packages/exchange/src/egg.ts": 'export { hen } from "./hen.ts"\n' }
  },
  resolvable: { file: "packages/exchange/src/lost.ts", imports: "./nowhere.ts" },
  "declared-dependencies": { file: "packages/exchange/src/borrowed.ts", imports: "postgres" }
}

describe("the directions of imports", () => {
  let copy = ""
  beforeEach(() => {
    copy = emptyWorkspace("imports")
    plant(copy, orderly)
  })
  afterEach(() => removeFolder(copy))

  it("are kept by a workspace of the design's shape", async () => {
    expect(await cruise(copy)).toEqual({ ok: true, output: "" })
  })

  it("are guarded by a rule for each, and each rule is tried here", () => {
    expect(Object.keys(violations).toSorted()).toEqual(rules.toSorted())
  })

  it("are refused, rule by rule, where one is broken", async () => {
    lend(copy, "postgres", "packages/store", "apps/api")
    lend(copy, "postgres", "packages/store", "packages/exchange")
    for (const { also, file, imports } of Object.values(violations)) {
      plant(copy, { [file]: `export * as hen from "${imports}"\n`, ...also })
    }
    const { ok, output } = await cruise(copy)
    expect(ok).toBe(false)
    const lines = output.split("\n")
    // Of a cycle either end may be named first.
    const silent = Object.entries(violations).filter(
      ([rule, { file }]) => !lines.some((line) => line.startsWith(`${rule}: `) && line.includes(file))
    )
    expect(silent.map(([rule]) => rule)).toEqual([])
  })

  it("are not called kept by a checker that has read less than there is", async () => {
    plant(copy, {
      ".dependency-cruiser.cjs":
        'module.exports = { forbidden: [], options: { doNotFollow: { path: "node_modules" }, exclude: { path: "^packages/store/" } } }\n'
    })
    expect(await cruise(copy)).toEqual({ ok: false, output: expect.stringMatching(/^read \d+ source files of \d+$/) })
  })
})
