import type { Bilingual } from "../../values/index.ts"
import { entriesOfZip, mimetypeEntry } from "./evidence-container.ts"

/** A kind of file that proves a value: papers and pictures as offices exchange them. */
export interface EvidenceKind {
  readonly mediaType: string
  /** The first is what a file of it is called where its name says something else. */
  readonly extensions: readonly [string, ...ReadonlyArray<string>]
  readonly name: Bilingual
  /** Whether a browser shows it by itself; the others are saved. */
  readonly shown: boolean
}

const kind = (
  mediaType: string,
  extensions: EvidenceKind["extensions"],
  vi: string,
  en: string,
  shown: boolean
): EvidenceKind => ({ mediaType, extensions, name: { vi, en }, shown })

/** Kinds that are taken: what runs in the page that shows it (HTML, SVG) and old Office files, which hide their macros, are not among them. */
export const evidenceKinds = {
  pdf: kind("application/pdf", ["pdf"], "PDF", "PDF", true),
  jpeg: kind("image/jpeg", ["jpg", "jpeg", "jpe"], "ảnh JPEG", "JPEG", true),
  png: kind("image/png", ["png"], "ảnh PNG", "PNG", true),
  webp: kind("image/webp", ["webp"], "ảnh WebP", "WebP", true),
  docx: kind(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ["docx"],
    "Word (DOCX)",
    "Word (DOCX)",
    false
  ),
  xlsx: kind(
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ["xlsx"],
    "Excel (XLSX)",
    "Excel (XLSX)",
    false
  ),
  odt: kind("application/vnd.oasis.opendocument.text", ["odt"], "văn bản ODT", "ODT", false),
  ods: kind("application/vnd.oasis.opendocument.spreadsheet", ["ods"], "bảng tính ODS", "ODS", false)
} as const satisfies Record<string, EvidenceKind>

/** What a file is by its content: a kind, or why it is none that is taken. */
export type ContentReading =
  | { readonly kind: EvidenceKind }
  | { readonly kind: null; readonly why: "unknownKind" }
  | { readonly kind: null; readonly why: "truncated"; readonly as: EvidenceKind | null }
  | { readonly kind: null; readonly why: "macros"; readonly as: EvidenceKind }

const unknownKind: ContentReading = { kind: null, why: "unknownKind" }

const bytesOf = (text: string): ReadonlyArray<number> => [...text].map((sign) => sign.charCodeAt(0))

const standsAt = (bytes: Uint8Array, at: number, sought: ReadonlyArray<number>): boolean =>
  sought.every((byte, place) => bytes[at + place] === byte)

const lastPlace = (bytes: Uint8Array, sought: ReadonlyArray<number>, lowest: number): number => {
  for (let at = bytes.length - sought.length; at >= Math.max(0, lowest); at--)
    if (standsAt(bytes, at, sought)) return at
  return -1
}

const signs = {
  pdf: bytesOf("%PDF-"),
  pdfEnd: bytesOf("%%EOF"),
  jpeg: [0xff, 0xd8, 0xff],
  png: [0x89, ...bytesOf("PNG\r\n"), 0x1a, 0x0a],
  pngEnd: bytesOf("IEND"),
  riff: bytesOf("RIFF"),
  webp: bytesOf("WEBP"),
  zip: [...bytesOf("PK"), 3, 4]
}

/** Bytes before the end in which a PDF says that it ends: readers look no further back either. */
const PDF_TAIL = 1024

/** Whether the picture of a JPEG ends. Its thumbnail ends too, but before the picture begins. */
const jpegEnds = (bytes: Uint8Array): boolean => {
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    // A picture begins. What cameras append behind its end does not matter.
    if (marker === 0xda) return lastPlace(bytes, [0xff, 0xd9], at) >= 0
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
  }
  return false
}

const whole = (found: EvidenceKind, ends: boolean): ContentReading =>
  ends ? { kind: found } : { kind: null, why: "truncated", as: found }

const openDocuments: ReadonlyArray<EvidenceKind> = [evidenceKinds.odt, evidenceKinds.ods]

/** Where programs keep what they run: Office in one file, LibreOffice in a folder. */
const isMacro = (entry: string): boolean => /(^|\/)vbaProject\.bin$/i.test(entry) || entry.startsWith("Basic/")

const officeKind = (entries: ReadonlyArray<string>): EvidenceKind | undefined => {
  if (!entries.includes("[Content_Types].xml")) return undefined
  if (entries.includes("word/document.xml")) return evidenceKinds.docx
  return entries.includes("xl/workbook.xml") ? evidenceKinds.xlsx : undefined
}

const inZip = (bytes: Uint8Array): ContentReading => {
  const mimetype = mimetypeEntry(bytes)
  const open = openDocuments.find(({ mediaType }) => mediaType === mimetype)
  const entries = entriesOfZip(bytes)
  if (entries === null) return { kind: null, why: "truncated", as: open ?? null }
  const found = open ?? officeKind(entries)
  if (found === undefined) return unknownKind
  return entries.some(isMacro) ? { kind: null, why: "macros", as: found } : { kind: found }
}

/**
 * What a file is, by its content alone: neither its name nor what the sender calls it counts.
 *
 * **Details** A file that begins like a kind and does not end like it was cut off on its way. Files of Office are looked at by
 * the list of what they hold; nothing is unpacked. Well below a millisecond for 25 MB.
 */
export const readContent = (bytes: Uint8Array): ContentReading => {
  if (standsAt(bytes, 0, signs.pdf))
    return whole(evidenceKinds.pdf, lastPlace(bytes, signs.pdfEnd, bytes.length - PDF_TAIL) >= 0)
  if (standsAt(bytes, 0, signs.jpeg)) return whole(evidenceKinds.jpeg, jpegEnds(bytes))
  // The last chunk has its name and four bytes of checksum; some programs leave a few bytes behind it.
  if (standsAt(bytes, 0, signs.png))
    return whole(evidenceKinds.png, lastPlace(bytes, signs.pngEnd, bytes.length - PDF_TAIL) >= 0)
  if (standsAt(bytes, 0, signs.riff) && standsAt(bytes, 8, signs.webp)) {
    const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(4, true)
    return whole(evidenceKinds.webp, size + 8 <= bytes.length)
  }
  return standsAt(bytes, 0, signs.zip) ? inZip(bytes) : unknownKind
}
