import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  checkEvidence,
  EvidenceRefused,
  formatBytes,
  isShown,
  MOST_EVIDENCE_BYTES,
  savedName
} from "./evidence-file.ts"
import { evidenceKinds } from "./evidence-kind.ts"
import { evidenceSamples, zipOf } from "../../testing/evidence.ts"

const samples = Object.entries(evidenceSamples)
const text = (content: string) => Uint8Array.from(content, (sign) => sign.charCodeAt(0))

const problemsOf = (name: string, content: Uint8Array): ReadonlyArray<string> => {
  const read = checkEvidence(name, content)
  return read instanceof EvidenceRefused ? read.problems.map(({ kind }) => kind) : []
}

const mediaTypeOf = (content: Uint8Array): string | null => {
  const read = checkEvidence("tệp", content)
  return read instanceof EvidenceRefused ? null : read.mediaType
}

describe("a file of evidence", () => {
  it("is known by its content, whatever its name says", () => {
    expect(samples.map(([, content]) => mediaTypeOf(content))).toEqual(
      Object.values(evidenceKinds).map(({ mediaType }) => mediaType)
    )
  })

  it("that was cut off anywhere is refused", () => {
    const cut = fc
      .constantFrom(...samples)
      .chain(([kind, content]) =>
        fc.nat(content.length - 1).map((length) => ({ kind, whole: content.length, part: content.subarray(0, length) }))
      )
    fc.assert(
      fc.property(cut, ({ kind, part, whole }) => {
        // Behind the end of a PDF only a line break is missing, and of a PNG only its checksum.
        const spare = { pdf: 1, png: 4 }[kind] ?? 0
        const ended = part.length >= whole - spare
        expect(mediaTypeOf(part) === null || ended).toBe(true)
      })
    )
  })

  it("that is anything else is refused in words, never with a fault", () => {
    const signs = samples.map(([, content]) => [...content.subarray(0, 12)])
    const hostile = fc
      .tuple(fc.constantFrom([], ...signs), fc.uint8Array({ maxLength: 300 }))
      .map(([sign, rest]) => Uint8Array.from([...sign, ...rest]))
    fc.assert(
      fc.property(hostile, (content) => {
        const read = checkEvidence("a.pdf", content)
        expect(read instanceof EvidenceRefused ? read.message.length : read.mediaType.length).toBeGreaterThan(0)
      })
    )
  })

  it("is refused where it is a page or a script that is called a paper", () => {
    const page = "<!doctype html><script>alert(1)</script>%PDF-1.4 %%EOF"
    expect(problemsOf("bien-ban.pdf", text(page))).toEqual(["unknownKind"])
    expect(problemsOf("anh.svg", text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"))).toEqual([
      "unknownKind"
    ])
    expect(problemsOf("a.zip", zipOf([{ name: "word/document.xml" }]))).toEqual(["unknownKind"])
  })

  it("is refused where it has macros", () => {
    const entries = [{ name: "[Content_Types].xml" }, { name: "word/document.xml" }]
    expect(problemsOf("a.docx", zipOf([...entries, { name: "word/vbaProject.bin" }]))).toEqual(["macros"])
  })

  it("is refused where its directory leads outside of it", () => {
    const content = Uint8Array.from(evidenceSamples.docx)
    content.set([0xff, 0xff, 0xff, 0x7f], content.length - 6)
    expect(problemsOf("a.docx", content)).toEqual(["truncated"])
  })

  it("has from one byte to 25 MB", () => {
    expect(problemsOf("a.pdf", new Uint8Array())).toEqual(["empty"])
    const large = new Uint8Array(MOST_EVIDENCE_BYTES + 1)
    large.set(evidenceSamples.pdf)
    large.set(text("%%EOF"), MOST_EVIDENCE_BYTES - 5)
    expect(problemsOf("a.pdf", large)).toEqual(["tooLarge"])
    expect(mediaTypeOf(large.subarray(0, MOST_EVIDENCE_BYTES))).toBe("application/pdf")
  })

  it("has a name without folders and without signs that are not seen; every problem is told at once", () => {
    for (const name of [
      "../../etc/passwd",
      "C:\\tệp.pdf",
      "..",
      "",
      " ",
      "a\u0000.pdf",
      "a\u202Efdp.exe",
      "x".repeat(256)
    ])
      expect(problemsOf(name, evidenceSamples.pdf)).toEqual(["name"])
    expect(problemsOf("biên bản nghiệm thu (lần 2).pdf", evidenceSamples.pdf)).toEqual([])
    expect(problemsOf("a/b", text("x"))).toEqual(["name", "unknownKind"])
  })

  it("is handed out under a name that says what it is", () => {
    const { mediaType } = evidenceKinds.jpeg
    expect(savedName({ mediaType, name: "ẢNH.JPEG" })).toBe("ẢNH.JPEG")
    expect(savedName({ mediaType, name: "ảnh.exe" })).toBe("ảnh.exe.jpg")
    expect([isShown({ mediaType }), isShown(evidenceKinds.docx)]).toEqual([true, false])
  })

  it("has its size told as people read it", () => {
    expect([0, 1023, 1024, 1536, 26_214_400].map(formatBytes)).toEqual(["0 B", "1.023 B", "1 KB", "1,5 KB", "25 MB"])
  })
})
