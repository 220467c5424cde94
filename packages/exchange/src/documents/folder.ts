import { readdir } from "node:fs/promises"
import { basename, join, resolve } from "node:path"
import { type DocumentContent, DocumentId, type Figure, type PrintedTable } from "@ntm/domain/documents"
import { decodeDocument } from "./document-file.ts"
import { decodeFigures } from "./figures-file.ts"
import { readPrintedJson } from "./printed-json.ts"
import { type InputProblem, Reading } from "../files/problem.ts"
import { decodeTable, isTableWithSums } from "./table-file.ts"

/** A document folder read whole, or what is wrong with it. Warnings come either way. */
export interface FolderRead {
  readonly content: DocumentContent | null
  readonly problems: ReadonlyArray<InputProblem>
  readonly warnings: ReadonlyArray<InputProblem>
}

const jsonNames = async (reading: Reading, folder: string): Promise<ReadonlyArray<string> | null> => {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(".json")).toSorted()
  } catch {
    reading.problem("", "không đọc được thư mục của văn bản", "the folder of the document cannot be read")
    return null
  }
}

const readTables = async (
  folder: string,
  names: ReadonlyArray<string>,
  readings: Array<Reading>
): Promise<ReadonlyArray<PrintedTable>> => {
  const tables: Array<PrintedTable> = []
  for (const name of names) {
    const reading = new Reading(join(folder, name))
    readings.push(reading)
    const json = await readPrintedJson(reading)
    if (isTableWithSums(json)) tables.push(decodeTable(reading, basename(name, ".json"), json))
  }
  return tables
}

const readFigures = async (folder: string, readings: Array<Reading>): Promise<ReadonlyArray<Figure>> => {
  const reading = new Reading(join(folder, "figures.json"))
  readings.push(reading)
  const json = await readPrintedJson(reading)
  return json === undefined ? [] : decodeFigures(reading, json)
}

/**
 * Reads a folder in the form of the pilot's documents: `document.json`, `figures.json` where there is one, and every
 * table with declared `sums`. Other files are left alone.
 *
 * **Details** Nothing is half-read: `content` is null as soon as anything is wrong, and `problems` lists all of it.
 * `id` defaults to the folder's name.
 */
export const readDocumentFolder = async (
  folder: string,
  id: string = basename(resolve(folder))
): Promise<FolderRead> => {
  const readings: Array<Reading> = []
  const reading = new Reading(join(folder, "document.json"))
  readings.push(reading)
  const names = await jsonNames(reading, folder)
  if (names === null) return { content: null, problems: reading.problems, warnings: [] }
  const json = await readPrintedJson(reading)
  const document = json === undefined ? null : decodeDocument(reading, DocumentId.make(id === "" ? folder : id), json)
  const figures = names.includes("figures.json") ? await readFigures(folder, readings) : []
  const others = names.filter((name) => name !== "document.json" && name !== "figures.json")
  const tables = await readTables(folder, others, readings)
  const problems = readings.flatMap((each) => each.problems)
  if (problems.length === 0 && figures.length === 0 && tables.length === 0) {
    reading.warning(
      "",
      "văn bản không có số liệu hay bảng nào để kiểm",
      "the document has no figures or tables to check"
    )
  }
  return {
    content: document === null || problems.length > 0 ? null : { document, figures, tables },
    problems,
    warnings: readings.flatMap((each) => each.warnings)
  }
}
