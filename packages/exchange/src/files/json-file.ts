import { open, stat } from "node:fs/promises"
import { type InputProblem, Reading } from "./problem.ts"

/** Largest file that is read, in bytes. A plan's figures take some tens of kilobytes, the borders of a province 1 MB. */
const LARGEST_FILE = 50 * 1024 * 1024

/** Largest file that is sent on: the borders of the whole country take some 50 MB. */
const LARGEST_SENT = 64 * 1024 * 1024

/** What kept the bytes from being read, in the words of the system. */
const reasonOf = (cause: unknown): { readonly vi: string; readonly en: string } => {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : ""
  if (code === "EACCES" || code === "EPERM") return { vi: "không có quyền đọc", en: "no permission to read it" }
  if (code === "ENOENT") return { vi: "không có tệp này", en: "there is no such file" }
  if (code === "EISDIR") return { vi: "đây là thư mục, không phải tệp", en: "it is a folder, not a file" }
  return { vi: `không đọc được (${code})`, en: `it cannot be read (${code})` }
}

type Parser = (text: string) => unknown

const plainJson: Parser = (text) => JSON.parse(text)

const readBytes = async (reading: Reading, largest: number): Promise<Buffer | null> => {
  try {
    // Asked before opening: to open a pipe waits for somebody who writes into it.
    if (!(await stat(reading.file)).isFile()) {
      reading.problem("", "không phải là tệp thường", "it is not a regular file")
      return null
    }
    const handle = await open(reading.file, "r")
    try {
      const found = await handle.stat()
      if (found.size > largest) {
        const size = Math.round(found.size / 1024 / 1024)
        const most = largest / 1024 / 1024
        reading.problem(
          "",
          `tệp lớn ${size} MB, chỉ đọc đến ${most} MB`,
          `the file has ${size} MB, at most ${most} MB is read`
        )
        return null
      }
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (cause) {
    const { vi, en } = reasonOf(cause)
    reading.problem("", vi, en)
    return null
  }
}

const decode = (reading: Reading, bytes: Buffer): string | null => {
  const sixteen = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  try {
    if (!sixteen) return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    // told below
  }
  reading.problem("", "tệp không phải UTF-8; hãy lưu lại với mã UTF-8", "the file is not UTF-8; save it again as UTF-8")
  return null
}

/** Line and column of a syntax error, where the parser tells its position. */
const positionOf = (text: string, cause: unknown): { readonly vi: string; readonly en: string } => {
  const at = cause instanceof Error ? /position (\d+)/.exec(cause.message)?.[1] : undefined
  if (at === undefined) return { vi: "", en: "" }
  const before = text.slice(0, Number(at))
  const line = before.split("\n").length
  const column = before.length - before.lastIndexOf("\n")
  return { vi: ` (dòng ${line}, cột ${column})`, en: ` (line ${line}, column ${column})` }
}

const parse = (reading: Reading, text: string, parser: Parser): unknown => {
  try {
    return parser(text)
  } catch (cause) {
    const { vi, en } = positionOf(text, cause)
    if (text.trim() === "") reading.problem("", "tệp rỗng", "the file is empty")
    else if (cause instanceof RangeError) reading.problem("", "JSON lồng quá sâu", "the JSON is nested too deep")
    else reading.problem("", `JSON hỏng hoặc bị cắt cụt${vi}`, `broken or truncated JSON${en}`)
    return undefined
  }
}

/**
 * Reads a JSON file whole. `undefined` where it cannot be read; the reason is in `reading`.
 *
 * **Details** UTF-8 only, a byte order mark is accepted, at most `LARGEST_FILE`. Letters with marks are composed (NFC),
 * in keys as in texts. `parser` stands for `JSON.parse` and may throw as it does.
 */
export const readJsonFile = async (reading: Reading, parser: Parser = plainJson): Promise<unknown> => {
  const bytes = await readBytes(reading, LARGEST_FILE)
  const text = bytes === null ? null : decode(reading, bytes)
  return text === null ? undefined : parse(reading, text.normalize("NFC"), parser)
}

/** A text file whole, letters with marks composed (NFC). `null` where it cannot be read; the reason is in `reading`. */
export const readTextFile = async (reading: Reading): Promise<string | null> => {
  const bytes = await readBytes(reading, LARGEST_FILE)
  return (bytes === null ? null : decode(reading, bytes))?.normalize("NFC") ?? null
}

/** What a JSON text says; `undefined` where it is none, and the reason is in `reading`. */
export const parseJson = (reading: Reading, text: string): unknown => parse(reading, text, plainJson)

/** A JSON file as it stands, to be sent on; null with what keeps it from being read, or from being JSON. */
export const readJsonText = async (
  file: string
): Promise<{ readonly text: string | null; readonly problems: ReadonlyArray<InputProblem> }> => {
  const reading = new Reading(file)
  const bytes = await readBytes(reading, LARGEST_SENT)
  const text = bytes === null ? null : decode(reading, bytes)
  if (text !== null) parse(reading, text, plainJson)
  const { problems } = reading
  return { text: problems.length === 0 ? text : null, problems }
}
