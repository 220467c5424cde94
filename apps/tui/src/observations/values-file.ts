import { readFile } from "node:fs/promises"
import { basename, dirname, resolve } from "node:path"
import { ApiProblem, type FieldProblem } from "@ntm/contract"
import { type Bilingual, foldVietnamese, parseDay, parseVietnameseNumber, quoted } from "@ntm/domain/values"
import { csvLines } from "@ntm/exchange"
import { Result } from "effect"
import { both } from "../language/lang.ts"
import type { NamedEvidence } from "./evidence-given.ts"

/** A file of values as the server takes it, and how its rows are named to a person. */
export interface ValuesFile {
  readonly rows: ReadonlyArray<unknown>
  /** Files that rows name as their evidence. */
  readonly evidence: ReadonlyArray<NamedEvidence>
  /** "rows[3].value" in the words of the file: "dòng 5, cột value". */
  readonly placeOf: (path: string) => Bilingual
}

/** Columns of a CSV file, by every heading that they may have, folded. */
const headings: ReadonlyMap<string, string> = new Map(
  [
    ["unit", "unit", "ma don vi", "ma xa", "don vi"],
    ["input", "input", "chi tieu", "ma chi tieu"],
    ["day", "day", "ngay"],
    ["value", "value", "gia tri", "so lieu"],
    ["kind", "kind", "loai"],
    ["from", "from", "tu ngay"],
    ["state", "state", "trang thai"],
    ["note", "note", "ghi chu"],
    ["document", "document", "van ban"],
    ["place", "place", "vi tri"],
    ["link", "link", "lien ket"],
    ["evidence", "evidence", "minh chung"],
    ["supersedes", "supersedes", "thay cho"]
  ].flatMap(([name = "", ...words]) => words.map((word) => [word, name] as const))
)

const needed = ["unit", "input", "day", "value"]

/** "Đạt" and "không đạt" are how attestations are written. */
const attested: ReadonlyMap<string, number> = new Map([
  ["dat", 1],
  ["co", 1],
  ["khong dat", 0],
  ["chua dat", 0],
  ["khong", 0]
])

const refused = (file: string, errors: ReadonlyArray<FieldProblem>): ApiProblem =>
  new ApiProblem({
    type: "urn:ntm:problem:invalid-file",
    title: `${file}: không đọc được ${errors.length} chỗ, chưa gửi gì`,
    titleEn: `${file}: ${errors.length} places cannot be read, nothing was sent`,
    status: 422,
    errors
  })

const whole = (file: string, { vi, en }: Bilingual): ApiProblem =>
  refused(file, [{ path: "", message: vi, messageEn: en }])

/** A cell as the server reads it, or why it cannot be one. */
type Cell = Result.Result<unknown, Bilingual>

const numberCell = (text: string): Cell => {
  const word = attested.get(foldVietnamese(text))
  if (word !== undefined) return Result.succeed(word)
  return Result.mapBoth(parseVietnameseNumber(text), {
    onSuccess: ({ value }) => value,
    onFailure: ({ sentence }) => sentence
  })
}

const dayCell = (text: string): Cell => Result.mapError(parseDay(text), ({ sentence }) => sentence)

const integerCell = (text: string): Cell =>
  /^\d{1,15}$/.test(text)
    ? Result.succeed(Number(text))
    : Result.fail(both(`${quoted(text)} không phải số hiệu`, `${quoted(text)} is no number of an observation`))

const readers: ReadonlyMap<string, (text: string) => Cell> = new Map([
  ["value", numberCell],
  ["day", dayCell],
  ["from", dayCell],
  ["supersedes", integerCell]
])

/** Between the files of a cell: a sign that names of files must not have on Windows, and elsewhere have not. */
const BETWEEN_FILES = "|"

/** Puts what a row says of its source and evidence together. */
const bodyOf = (
  file: string,
  { evidence: _files, document, place, link, ...fields }: Readonly<Record<string, unknown>>
): object => ({
  ...fields,
  source:
    document === undefined
      ? { from: "import", name: basename(file) }
      : { from: "document", document, place: place ?? null },
  ...(link === undefined ? {} : { evidence: [{ link, title: null }] })
})

const csvFile = (file: string, text: string): ValuesFile => {
  const lines = csvLines(text)
  if (lines === null) throw whole(file, both("có dấu ngoặc kép không đóng", "a quotation mark is never closed"))
  const [head, ...rest] = lines
  const names = (head?.cells ?? []).map((cell) => headings.get(foldVietnamese(cell)))
  const unknown = (head?.cells ?? []).filter((_, at) => names[at] === undefined)
  const missing = needed.filter((name) => !names.includes(name))
  if (unknown.length > 0 || missing.length > 0)
    throw whole(
      file,
      both(
        `dòng tiêu đề: ${[...unknown.map((name) => `không hiểu cột ${quoted(name)}`), ...missing.map((name) => `thiếu cột “${name}”`)].join("; ")}`,
        `heading: ${[...unknown.map((name) => `unknown column ${quoted(name)}`), ...missing.map((name) => `no column “${name}”`)].join("; ")}`
      )
    )
  const errors: Array<FieldProblem> = []
  const evidence: Array<NamedEvidence> = []
  const rows = rest.map(({ line, cells }, row) => {
    const fields: Record<string, unknown> = {}
    for (const [at, name] of names.entries()) {
      const cell = cells[at] ?? ""
      if (name === undefined || (cell === "" && !needed.includes(name))) continue
      const read = readers.get(name)?.(cell) ?? Result.succeed(cell)
      if (Result.isSuccess(read)) fields[name] = read.success
      else
        errors.push({
          path: `dòng ${line}, cột ${head?.cells[at] ?? name}`,
          message: read.failure.vi,
          messageEn: read.failure.en
        })
    }
    if (cells.length > names.length)
      errors.push({ path: `dòng ${line}`, message: "thừa ô", messageEn: "has more cells than the heading" })
    const files = typeof fields["evidence"] === "string" ? fields["evidence"].split(BETWEEN_FILES) : []
    for (const name of files.map((each) => each.trim()).filter((each) => each !== ""))
      evidence.push({ row, path: resolve(dirname(file), name), place: both(`dòng ${line}`, `line ${line}`) })
    return bodyOf(file, fields)
  })
  if (errors.length > 0) throw refused(file, errors)
  return {
    rows,
    evidence,
    placeOf: (path) => {
      const [, row = "", field = ""] = /^rows\[(\d+)\]\.?(.*)$/.exec(path) ?? []
      const line = rest[Number(row)]?.line
      if (line === undefined) return both(path, path)
      const heading = head?.cells[names.indexOf(field)]
      return heading === undefined
        ? both(`dòng ${line}`, `line ${line}`)
        : both(`dòng ${line}, cột ${heading}`, `line ${line}, column ${heading}`)
    }
  }
}

const jsonFile = (file: string, text: string): ValuesFile => {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw whole(file, both("JSON hỏng hoặc bị cắt cụt", "broken or truncated JSON"))
  }
  const rows: unknown = typeof json === "object" && json !== null && "rows" in json ? json.rows : json
  if (!Array.isArray(rows))
    throw whole(file, both("phải là một danh sách, hoặc { rows: [...] }", "must be a list, or { rows: [...] }"))
  return { rows, evidence: [], placeOf: (path) => both(path, path) }
}

/**
 * Reads a file of values: CSV with a heading (unit, input, day, value and others, also in Vietnamese), or JSON as the API
 * takes it. Rejects with an `ApiProblem` that names every place that cannot be read.
 */
export const readValues = async (file: string): Promise<ValuesFile> => {
  let text: string
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file))
  } catch (cause) {
    const vi = cause instanceof TypeError ? "tệp không phải UTF-8" : "không đọc được tệp"
    throw whole(file, both(vi, cause instanceof TypeError ? "the file is not UTF-8" : "the file cannot be read"))
  }
  return /^\s*[[{]/.test(text) ? jsonFile(file, text) : csvFile(file, text)
}
