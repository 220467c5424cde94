import { spawn } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { text } from "node:stream/consumers"
import { describe, expect, it } from "vitest"
import { root } from "../product/files.ts"

/** What stands in a lock file of pnpm that is not a package of the registry under the hash of its content. */
const strays = (lock: string): ReadonlyArray<string> =>
  [...lock.slice(lock.indexOf("\npackages:"), lock.indexOf("\nsnapshots:")).matchAll(/^ {4}resolution: (.+)$/gm)]
    .map(([, resolution = ""]) => resolution)
    .filter((resolution) => !/^\{integrity: sha512-[\w+/=]+\}$/.test(resolution))

/** Runs a task of the tooling; the registry may be another than usual. */
const run = async (task: string, registry?: string) => {
  const child = spawn(process.execPath, [join(root, "tooling/tasks", `${task}.ts`)], {
    env: { ...process.env, NTM_LANG: "en", ...(registry === undefined ? {} : { pnpm_config_registry: registry }) }
  })
  const [out, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")])
  return { code: code as number, out, said }
}

describe("the libraries", () => {
  it("come from the registry alone, each under the hash of its content", () => {
    const lock = readFileSync(join(root, "pnpm-lock.yaml"), "utf8")
    expect(lock.match(/^ {4}resolution: /gm)?.length).toBeGreaterThan(500)
    expect(strays(lock)).toEqual([])
    const planted = lock.replace(/\{integrity: [^}]+\}/, "{tarball: https://example.org/a.tgz}")
    expect(strays(planted)).toEqual(["{tarball: https://example.org/a.tgz}"])
  })

  it("are listed with version and licence, as CycloneDX", { timeout: 60_000 }, async () => {
    const { code, out } = await run("sbom")
    const { bomFormat, components } = JSON.parse(out) as {
      bomFormat: string
      components: ReadonlyArray<{ name: string; group?: string; version: string; purl: string; licenses?: unknown }>
    }
    expect([code, bomFormat]).toEqual([0, "CycloneDX"])
    const { version } = JSON.parse(readFileSync(join(root, "apps/api/node_modules/hono/package.json"), "utf8")) as {
      version: string
    }
    expect(components).toContainEqual(
      expect.objectContaining({ name: "hono", version, purl: `pkg:npm/hono@${version}`, licenses: expect.anything() })
    )
  })

  it("are asked about, and a hole that is to be mended soon fails", { timeout: 60_000 }, async () => {
    let [status, holes]: [number, object] = [200, {}]
    const registry = createServer((request, response) => {
      request.resume().on("end", () => {
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(holes))
      })
    })
    registry.listen(0, "127.0.0.1")
    await once(registry, "listening")
    const asked = () => run("advisories", `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`)
    const hole = (severity: string) => ({
      hono: [{ id: 1, url: "https://example.org/1", title: "A hole", severity, vulnerable_versions: "<9999", cwe: [] }]
    })
    try {
      expect(await asked()).toMatchObject({ code: 0, out: "", said: expect.stringContaining("no holes are known") })
      holes = hole("moderate")
      expect(await asked()).toMatchObject({ code: 0, out: expect.stringMatching(/^moderate hono .*: A hole/) })
      holes = hole("high")
      expect(await asked()).toMatchObject({ code: 1, said: expect.stringContaining("1 to be mended within 14 days") })
      // A registry that has no such question is not one that knows of no holes.
      status = 405
      expect(await asked()).toMatchObject({ code: 3, out: "", said: expect.stringContaining("nothing is known") })
    } finally {
      registry.close()
    }
  })
})
