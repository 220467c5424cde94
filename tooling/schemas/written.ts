import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type Read, readTypes } from "./read.ts"

/** Where the contract keeps what its types say. */
const FILE = "packages/contract/answers.json"

const lines = (rows: Readonly<Record<string, unknown>>): string =>
  Object.entries(rows)
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(",\n")

/** One endpoint and one definition a line: a change of a type shows as a change of its line. */
const textOf = ({ definitions, endpoints }: Read): string =>
  `{"endpoints": {\n${lines(endpoints)}\n},\n"definitions": {\n${lines(definitions)}\n}}\n`

const current = (root: string): string => {
  try {
    return readFileSync(join(root, FILE), "utf8")
  } catch {
    return ""
  }
}

/** Writes what the types say of the answers; tells whether anything changed. */
export const writeAnswers = (root: string): boolean => {
  const text = textOf(readTypes(root))
  if (text === current(root)) return false
  writeFileSync(join(root, FILE), text)
  return true
}

/** Holds what is written down against the types. */
export const checkAnswers = (root: string): { readonly ok: boolean; readonly output: string } => {
  const [written, told] = [current(root).split("\n"), textOf(readTypes(root)).split("\n")]
  const known = new Set(written)
  const changed = told.filter((line) => !known.has(line)).map((line) => line.slice(0, line.indexOf(":")))
  const ok = written.length === told.length && changed.length === 0
  return {
    ok,
    output: ok ? "" : `${FILE} is not what the types say (node tooling/run.mjs schemas): ${changed.join(" ")}`
  }
}
