import { execFile } from "node:child_process"
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { createAdaptorServer } from "@hono/node-server"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { appInMemory } from "../testing/ports.ts"

const run = promisify(execFile)
const root = join(import.meta.dirname, "../../../..")
const tsc = join(root, "node_modules/.bin/tsc")

/** A partner's program: asks, is refused, and is told by the types what it may not ask. */
const program = `
import { ApiProblem, makeClient } from "@ntm/contract"

const client = makeClient((url, init) => fetch(url, init), process.argv[2] ?? "")
const { items } = await client.documents.list({})
const number: string | null | undefined = items[0]?.number
const refused = await client.documents.get({ id: "none" }).catch((cause: unknown) => cause)
console.log(JSON.stringify([number, refused instanceof ApiProblem ? refused.problem.type : String(refused)]))

// @ts-expect-error a figure is no list
const wrong = (): Promise<ReadonlyArray<string>> => client.documents.figures({})
// @ts-expect-error there is no such parameter
const unknown = () => client.units.list({ colour: "red" })
console.error(typeof wrong, typeof unknown)
`

describe("the client as partners get it", () => {
  const { app } = appInMemory()
  const server = createAdaptorServer({ fetch: app.fetch })
  let folder = ""
  let address = ""
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ntm-partner-"))
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const bound = server.address()
    address = `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`
    await run("pnpm", ["pack", "--pack-destination", folder], { cwd: join(root, "packages/contract") })
    const [tarball = ""] = (await readdir(folder)).filter((name) => name.endsWith(".tgz"))
    const manifest = { type: "module", dependencies: { "@ntm/contract": `file:./${tarball}` } }
    await writeFile(join(folder, "package.json"), JSON.stringify(manifest))
    await writeFile(join(folder, "pnpm-workspace.yaml"), "packages: []\n")
    await writeFile(join(folder, "partner.ts"), program)
    await run("pnpm", ["install", "--prefer-offline", "--ignore-scripts"], { cwd: folder })
  }, 300_000)
  afterAll(async () => {
    server.close()
    await rm(folder, { recursive: true, force: true })
  })

  it("asks the API, and tells its problems apart", async () => {
    const { stdout } = await run(process.execPath, ["partner.ts", address], { cwd: folder })
    expect(JSON.parse(stdout)).toEqual(["61/KH-UBND", "urn:ntm:problem:document-not-found"])
  }, 60_000)

  it("is typed: what is not answered does not compile", async () => {
    const options = ["--noEmit", "--strict", "--target", "es2024", "--module", "nodenext", "--types", "node"]
    const roots = ["--typeRoots", join(root, "node_modules/@types"), "--skipLibCheck"]
    const compiled = await run(tsc, [...options, ...roots, "partner.ts"], { cwd: folder }).catch(
      (cause: { readonly stdout?: string }) => ({ stdout: cause.stdout ?? String(cause) })
    )
    expect(compiled.stdout).toBe("")
  }, 120_000)
})
