// Builds the client of partners into packages/contract/dist: ESM and types of the contract and of the domain's words that it speaks of.
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { root, run, say } from "./steps.ts"

const dist = join(root, "packages/contract/dist")

const emit = async (name: "contract" | "domain"): Promise<void> => {
  const folder = join(root, "packages", name)
  const emitting = ["--noEmit", "false", "--declaration", "--rewriteRelativeImportExtensions"]
  const places = ["-p", join(folder, "tsconfig.json"), "--rootDir", folder, "--outDir", join(dist, `${name}.emitted`)]
  const code = await run("tsc", [...emitting, ...places], { stdio: ["ignore", 2, 2] })
  if (code !== 0) {
    say(`✗ không dựng được ${name}`, `✗ ${name} cannot be built`)
    process.exit(1)
  }
  renameSync(join(dist, `${name}.emitted`, "src"), join(dist, name))
  rmSync(join(dist, `${name}.emitted`), { recursive: true })
}

/** Specs, and what they make up, are not for partners. */
const isOurs = (file: string): boolean => /\.spec\.|(^|\/)testing\//.test(file)

/** The domain comes along, so its rooms are a path away; types name files by what they are compiled to. */
const rewritten = (text: string, file: string): string =>
  text
    .replaceAll(/"@ntm\/domain\/(\w+)"/g, (_, room: string) => {
      const path = relative(dirname(file), join(dist, "domain", room, "index.js")).replaceAll("\\", "/")
      return `"${path.startsWith(".") ? path : `./${path}`}"`
    })
    .replaceAll(/((?:from |import\()"\.[^"]+)\.ts"/g, '$1.js"')

rmSync(dist, { recursive: true, force: true })
await Promise.all([emit("contract"), emit("domain")])
for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const file = join(entry.parentPath, entry.name)
  if (isOurs(relative(dist, file))) rmSync(file)
  else writeFileSync(file, rewritten(readFileSync(file, "utf8"), file))
}
