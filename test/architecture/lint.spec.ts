import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { refuseEscapes } from "../../tooling/tasks/escapes.ts"
import { command } from "../product/command.ts"
import { removeFolder } from "../product/files.ts"
import { emptyWorkspace, plant } from "./workspace.ts"

interface Told {
  readonly diagnostics: ReadonlyArray<{ readonly code: string; readonly filename: string }>
}

/** The escapes from the type system, and the rule that refuses each. */
const escapes = {
  "an any": {
    code: "typescript(no-explicit-any)",
    text: "export const read = (value: any): string => String(value)\n"
  },
  "an assertion": {
    code: "typescript(consistent-type-assertions)",
    text: "export const read = (value: unknown): string => value as string\n"
  },
  "a double assertion": {
    code: "typescript(consistent-type-assertions)",
    text: "export const read = (value: number): string => value as unknown as string\n"
  },
  "a non-null assertion": {
    code: "typescript(no-non-null-assertion)",
    text: "export const read = (value: string | null): string => value!\n"
  },
  "a silenced error": {
    code: "typescript(ban-ts-comment)",
    text: "// @ts-ignore\nexport const read = (value: number): string => value\n"
  }
} as const

const domainFile = "packages/domain/src/values/escape.ts"

describe("the linter", () => {
  let copy = ""
  beforeEach(() => {
    copy = emptyWorkspace("lint")
  })
  afterEach(() => removeFolder(copy))

  const lint = async (): Promise<{ readonly code: number | null; readonly told: Told }> => {
    const { code, err, out } = await command("oxlint", ["--format", "json"], { cwd: copy })
    expect(err).toBe("")
    return { code, told: JSON.parse(out) as Told }
  }

  it("passes honest code", async () => {
    plant(copy, { [domainFile]: 'export const names = ["xã", "huyện"] as const\n' })
    expect(await lint()).toMatchObject({ code: 0, told: { diagnostics: [] } })
  })

  for (const [name, { code, text }] of Object.entries(escapes)) {
    it(`refuses ${name} in the domain`, async () => {
      plant(copy, { [domainFile]: text })
      const linted = await lint()
      expect(linted.code).toBe(1)
      expect(linted.told.diagnostics).toContainEqual(expect.objectContaining({ code, filename: domainFile }))
    })
  }

  for (const comment of ["// @ts-expect-error", "/* oxlint-disable */", "// eslint-disable-next-line no-console"]) {
    it(`is not to be switched off in the domain by ${comment}`, async () => {
      plant(copy, { [domainFile]: "export const honest = 1\n" })
      expect(await refuseEscapes(join(copy, "packages/domain/src"))).toEqual({ ok: true, output: "" })
      plant(copy, { [domainFile]: `${comment}\nexport const sly = 1\n` })
      expect(await refuseEscapes(join(copy, "packages/domain/src"))).toEqual({ ok: false, output: "values/escape.ts" })
    })
  }

  it("names an export that nobody uses", async () => {
    plant(copy, {
      "packages/exchange/src/index.ts": 'export { used } from "./parts.ts"\n',
      "packages/exchange/src/parts.ts": "export const used = 1\nexport const unused = 2\n"
    })
    const { code, out } = await command("knip", ["--no-config-hints", "--include", "exports", "--reporter", "json"], {
      cwd: copy
    })
    expect(code).toBe(1)
    expect(JSON.parse(out).issues).toMatchObject([
      { file: "packages/exchange/src/parts.ts", exports: [{ name: "unused" }] }
    ])
  })
})
