import { Schema } from "effect"
import { type Bilingual, bothLanguages, formatNumber, Moment, quoted } from "../../values/index.ts"
import { Recorder, Sha256 } from "./observation.ts"
import { type EvidenceKind, evidenceKinds, readContent } from "./evidence-kind.ts"

/** 25 MB, as people count them: a scanned dossier of some hundred pages. */
export const MOST_EVIDENCE_BYTES = 25 * 1024 * 1024

const MOST_NAME = 255

/** Minh chứng: a file that proves values, kept once by its content and never changed. */
export const EvidenceFile = Schema.Struct({
  sha256: Sha256,
  bytes: Schema.Int,
  /** By the content, one of `evidenceKinds`. */
  mediaType: Schema.String,
  /** As whoever gave it first called it. */
  name: Schema.String,
  recordedAt: Moment,
  recordedBy: Recorder
})
export type EvidenceFile = typeof EvidenceFile.Type

/** Why a file is not taken. */
export const EvidenceRefusal = Schema.Literals([
  "name",
  "empty",
  "tooLarge",
  "unknownKind",
  "truncated",
  "macros",
  "harmful"
])
export type EvidenceRefusal = typeof EvidenceRefusal.Type

/** A file that is not taken, with everything that is wrong with it; nothing of it was kept. */
export class EvidenceRefused extends Schema.TaggedError<EvidenceRefused>()("EvidenceRefused", {
  problems: Schema.NonEmptyArray(
    Schema.Struct({
      kind: EvidenceRefusal,
      sentence: Schema.Struct({ vi: Schema.String, en: Schema.String })
    })
  )
}) {
  override get message() {
    return this.problems.map(({ sentence }) => bothLanguages(sentence)).join("; ")
  }
}

/** No file of this content is kept. */
export class EvidenceNotFound extends Schema.TaggedError<EvidenceNotFound>()("EvidenceNotFound", { sha256: Sha256 }) {
  override get message() {
    return `No file ${this.sha256} is kept`
  }
}

type Problem = EvidenceRefused["problems"][number]

const problem = (kind: EvidenceRefusal, vi: string, en: string): Problem => ({ kind, sentence: { vi, en } })

/** "1,4 MB", "12 KB": the size of a file as people read it, half up. */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1024) return `${formatNumber(bytes)} B`
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, "KB"] : [bytes / 1024 / 1024, "MB"]
  return `${formatNumber(Math.round(size * 10) / 10)} ${unit}`
}

/** A name that leads into folders, or one that is shown otherwise than it is written. */
const unfit = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_C}/\\]/u

const nameProblem = (name: string): ReadonlyArray<Problem> => {
  const fits = name.trim() !== "" && name.length <= MOST_NAME && !unfit.test(name) && !/^\.+$/.test(name)
  return fits
    ? []
    : [
        problem(
          "name",
          `Tên tệp ${quoted(name.slice(0, 60))} không dùng được: từ 1 đến ${MOST_NAME} ký tự, không kèm thư mục, không có ký tự điều khiển`,
          `The file name ${quoted(name.slice(0, 60))} cannot be used: 1 to ${MOST_NAME} characters, no folders, no control characters`
        )
      ]
}

const listed = (say: (name: Bilingual) => string): string =>
  Object.values(evidenceKinds)
    .map(({ name }) => say(name))
    .join(", ")

const contentProblem = (content: Uint8Array): EvidenceKind | Problem => {
  if (content.length === 0) return problem("empty", "Tệp rỗng", "The file is empty")
  if (content.length > MOST_EVIDENCE_BYTES)
    return problem(
      "tooLarge",
      `Tệp có ${formatBytes(content.length)}; mỗi tệp tối đa ${formatBytes(MOST_EVIDENCE_BYTES)}`,
      `The file has ${formatBytes(content.length)}; at most ${formatBytes(MOST_EVIDENCE_BYTES)} each`
    )
  const reading = readContent(content)
  if (reading.kind !== null) return reading.kind
  switch (reading.why) {
    case "unknownKind":
      return problem(
        "unknownKind",
        `Nội dung tệp không thuộc loại nào được nhận: ${listed(({ vi }) => vi)}`,
        `By its content the file is of no kind that is taken: ${listed(({ en }) => en)}`
      )
    case "truncated":
      return problem(
        "truncated",
        `Tệp${reading.as === null ? "" : ` ${reading.as.name.vi}`} hỏng hoặc bị cắt cụt: thiếu phần cuối`,
        `The ${reading.as === null ? "" : `${reading.as.name.en} `}file is broken or was cut off: its end is missing`
      )
    case "macros":
      return problem(
        "macros",
        `Tệp ${reading.as.name.vi} có macro; hãy lưu lại không kèm macro hoặc xuất ra PDF`,
        `The ${reading.as.name.en} file has macros; save it without them, or as PDF`
      )
  }
}

/** What kind of file it is, or everything that is wrong with it. The name is as the giver wrote it, composed (NFC). */
export const checkEvidence = (name: string, content: Uint8Array): EvidenceKind | EvidenceRefused => {
  const read = contentProblem(content)
  const [first, ...others] = [...nameProblem(name), ...("sentence" in read ? [read] : [])]
  if (first !== undefined) return new EvidenceRefused({ problems: [first, ...others] })
  return "sentence" in read ? new EvidenceRefused({ problems: [read] }) : read
}

/** The refusal of a file of which a scanner knows harm; its own name for that is for the log, not for whoever sent it. */
export const harmfulEvidence = (): EvidenceRefused =>
  new EvidenceRefused({
    problems: [
      problem(
        "harmful",
        "Phần mềm diệt mã độc nhận ra tệp có mã độc; tệp không được lưu. Hãy quét máy đã tạo ra tệp",
        "The scanner knows the file as malicious; it was not kept. Scan the machine that it comes from"
      )
    ]
  })

const kindOf = ({ mediaType }: Pick<EvidenceFile, "mediaType">): EvidenceKind | undefined =>
  Object.values<EvidenceKind>(evidenceKinds).find((one) => one.mediaType === mediaType)

/** Whether a browser shows the file by itself; any other is saved. */
export const isShown = (file: Pick<EvidenceFile, "mediaType">): boolean => kindOf(file)?.shown ?? false

/** The name under which a file is handed out: its own, with the ending of its kind where it has another. "ảnh.exe" → "ảnh.exe.png". */
export const savedName = (file: Pick<EvidenceFile, "mediaType" | "name">): string => {
  const { name } = file
  const extensions = kindOf(file)?.extensions ?? []
  const fits = extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))
  return fits || extensions[0] === undefined ? name : `${name}.${extensions[0]}`
}
