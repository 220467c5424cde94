import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs"
import { delimiter, dirname, join, relative } from "node:path"
import { newFolder, root } from "../product/files.ts"

// The checkers are called by name, as `npm run check` does; started otherwise, vitest has not put them on PATH.
process.env["PATH"] = [join(root, "node_modules", ".bin"), process.env["PATH"] ?? ""].join(delimiter)

const members = ["packages", "apps"].flatMap((group) =>
  readdirSync(join(root, group))
    .map((name) => join(group, name))
    .filter((member) => existsSync(join(root, member, "package.json")))
)

const link = (target: string, at: string): void => {
  mkdirSync(dirname(at), { recursive: true })
  symlinkSync(target, at)
}

/** The libraries of a member: ours lead to the copy's own members, the others to where they are installed. */
const linkLibraries = (copy: string, member: string): void => {
  const from = join(root, member, "node_modules")
  if (!existsSync(from)) return
  const names = readdirSync(from)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(from, name)).map((below) => join(name, below)) : [name]
    )
  for (const name of names) {
    const real = realpathSync(join(from, name))
    const ours = relative(realpathSync(root), real)
    link(members.includes(ours) ? join(copy, ours) : real, join(copy, member, "node_modules", name))
  }
}

/** A small source file of the copy: its path and what it says. */
export type Planted = Readonly<Record<string, string>>

export const plant = (copy: string, files: Planted): void => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    writeFileSync(join(copy, file), text)
  }
}

/** Makes a library of one member reachable from another, as hoisting would. */
export const lend = (copy: string, library: string, from: string, to: string): void =>
  link(realpathSync(join(root, from, "node_modules", library)), join(copy, to, "node_modules", library))

/** The workspace without its sources: the members' package.json, their libraries, and the checkers' settings. */
export const emptyWorkspace = (name: string): string => {
  const copy = realpathSync(newFolder(name))
  const settings = ["package.json", "pnpm-workspace.yaml", ".dependency-cruiser.cjs", ".oxlintrc.json", ".knip.json"]
  for (const file of [...settings, ...members.map((member) => join(member, "package.json"))]) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(root, file), join(copy, file))
  }
  for (const member of members) linkLibraries(copy, member)
  return copy
}
