import { readdir, readFile } from "node:fs/promises"
import { join, relative, sep } from "node:path"
import { CsvError, parse } from "csv-parse/sync"
import { Effect } from "effect"
import { ReferenceError, type Report } from "./problem.ts"

/** Every file of a data folder, by its path from the folder on, with "/" between the parts. Some 45 files, 2.3 MB. */
export type DataFiles = ReadonlyMap<string, Uint8Array>

const listFiles = async (directory: string): Promise<ReadonlyArray<string>> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const cannotRead = (directory: string, cause: unknown) => {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause)
  return new ReferenceError({
    problems: [
      {
        file: directory,
        row: null,
        path: null,
        reason: { vi: `không đọc được thư mục dữ liệu (${code})`, en: `the data folder cannot be read (${code})` }
      }
    ]
  })
}

/** Reads a whole data folder into memory. Fails if the folder or any file of it cannot be read. */
export const readDataFiles = Effect.fn("readDataFiles")(function* (directory: string) {
  return yield* Effect.tryPromise({
    try: async (): Promise<DataFiles> => {
      const paths = await listFiles(directory)
      const contents = await Promise.all(paths.map((path) => readFile(path)))
      const names = paths.map((path) => relative(directory, path).split(sep).join("/"))
      return new Map(names.map((name, index) => [name, contents[index] ?? new Uint8Array()]))
    },
    catch: (cause) => cannotRead(directory, cause)
  })
})

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

const lineOf = (text: string, index: number): number => text.slice(0, index).split("\n").length

/** The text of a file, which must be UTF-8 without a byte order mark, lines ended by LF, letters composed (NFC). */
const readText = (files: DataFiles, file: string, report: Report): string | undefined => {
  const bytes = files.get(file)
  if (bytes === undefined) {
    report(file, {}, "thiếu tệp này", "the file is missing")
    return undefined
  }
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    report(file, {}, "không phải mã UTF-8", "not UTF-8")
    return undefined
  }
  if (text.startsWith("\uFEFF")) report(file, { row: 1 }, "có dấu BOM ở đầu tệp", "starts with a byte order mark")
  const carriage = text.indexOf("\r")
  if (carriage >= 0)
    report(file, { row: lineOf(text, carriage) }, "dòng phải kết thúc bằng LF", "lines must end with LF")
  if (text.normalize("NFC") !== text) {
    const row = text.split("\n").findIndex((line) => line.normalize("NFC") !== line) + 1
    report(file, { row }, "chữ có dấu phải ở dạng dựng sẵn (NFC)", "letters must be composed (NFC)")
  }
  return text
}

/** A JSON file as unknown data; `undefined` after a report. */
export const readJson = (files: DataFiles, file: string, report: Report): unknown => {
  const text = readText(files, file, report)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    report(file, {}, `không phải JSON hợp lệ (${why})`, `not valid JSON (${why})`)
    return undefined
  }
}

/** A line of a table: its number in the file, and its cells by column; a blank cell is null. */
export interface TableLine {
  readonly row: number
  readonly cells: Readonly<Record<string, string | null>>
}

interface ParsedLine {
  readonly record: Readonly<Record<string, string | null>>
  readonly info: { readonly lines: number }
}

/**
 * The lines of a comma-separated file with a header line; `undefined` after a report.
 *
 * **Gotchas** Cells are taken as they stand: a space before a name is not trimmed away.
 */
export const readTable = (files: DataFiles, file: string, report: Report): ReadonlyArray<TableLine> | undefined => {
  const text = readText(files, file, report)
  if (text === undefined) return undefined
  try {
    const parsed: ReadonlyArray<ParsedLine> = parse(text, {
      columns: true,
      info: true,
      cast: (value, context) => (context.header || value !== "" ? value : null)
    })
    return parsed.map(({ record, info }) => ({ row: info.lines, cells: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const lines: unknown = error["lines"]
    report(
      file,
      typeof lines === "number" ? { row: lines } : {},
      `không đọc được như bảng CSV (${error.message})`,
      `cannot be read as a CSV table (${error.message})`
    )
    return undefined
  }
}
