import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Result } from "effect"
import { afterAll } from "vitest"
import type { RowProblem } from "../files/row-problems.ts"

/** Files of a spec, in a folder that is removed after it. */
export const specFiles = (): ((name: string, content: string | Uint8Array) => string) => {
  const folder = mkdtempSync(join(tmpdir(), "ntm-rows-"))
  afterAll(() => rmSync(folder, { recursive: true }))
  return (name, content) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
}

/** "dòng 5, cột Số tiền: …", one a problem; empty where the file was read. */
export const problemsOf = (read: Result.Result<unknown, ReadonlyArray<RowProblem>>): ReadonlyArray<string> =>
  Result.isSuccess(read)
    ? []
    : read.failure.map(({ message, place }) => (place.vi === "" ? message.vi : `${place.vi}: ${message.vi}`))
