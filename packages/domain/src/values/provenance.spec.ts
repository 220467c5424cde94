import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { Moment, Provenance } from "./provenance.ts"

const decode = Schema.decodeUnknownResult(Provenance)
const whole = {
  document: "kh-61-2025-haiphong",
  place: "Phụ lục 02, dòng An Lão, cột 5",
  recordedAt: "2025-03-05T02:30:00.000Z",
  recordedBy: "Văn phòng Điều phối",
  importId: null
}
const refusal = (change: object) => Result.getOrThrow(Result.flip(decode({ ...whole, ...change }))).message

describe("Provenance", () => {
  it("takes a fact from a document, from an import, or from both", () => {
    expect(Result.isSuccess(decode(whole))).toBe(true)
    expect(Result.isSuccess(decode({ ...whole, document: null, place: null, importId: "nhap-2025-03" }))).toBe(true)
    expect(Result.isSuccess(decode({ ...whole, importId: "nhap-2025-03" }))).toBe(true)
  })
  it("refuses a fact from nowhere, and a place in no document", () => {
    expect(refusal({ document: null, place: null })).toContain("phải dẫn văn bản")
    expect(refusal({ document: null, importId: "nhap-2025-03" })).toContain("không ghi văn bản nào")
  })
  it("refuses a fact that nobody recorded", () => {
    expect(refusal({ recordedBy: "" })).toContain("recordedBy")
  })
})

describe("Moment", () => {
  it.each(["2025-03-05T02:30:00Z", "2025-03-05T23:59:59.999Z"])("takes %s", (text) => {
    expect(Schema.is(Moment)(text)).toBe(true)
  })
  it.each(["2025-03-05", "2025-03-05T02:30:00+07:00", "2025-03-05T24:00:00Z", "2025-02-30T02:30:00Z", ""])(
    "refuses %j",
    (text) => {
      expect(Schema.is(Moment)(text)).toBe(false)
    }
  )
})
