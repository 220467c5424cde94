import { describe, expect, it } from "vitest"
import { canonicalJson } from "./canonical.ts"
import { prove } from "./prove.ts"
import type { VerdictProof } from "./proof.ts"
import { sealOf } from "./seal.ts"
import { sha256 } from "./sha256.ts"
import { provingOn } from "./testing/province.ts"
import { verifyProof, verifyProofText } from "./verify.ts"

const proofOn = (day: string): VerdictProof => {
  const proof = prove(provingOn(day))
  if (proof === null) throw new Error("nothing is proved")
  return proof
}

/** The places and kinds that a check of this document finds wrong. */
const wrong = (document: unknown) => {
  const checked = verifyProof(document)
  return checked._tag === "Unreadable" ? checked._tag : checked.disagreements.map(({ at, kind }) => `${kind} ${at}`)
}

const resealed = (document: VerdictProof): VerdictProof => ({ ...document, seal: sealOf(document) })

/** The proof with its first value of this column changed. */
const withValue = (proof: VerdictProof, column: string, change: object): VerdictProof => ({
  ...proof,
  values: proof.values.map((one) => (one.column === column ? { ...one, ...change } : one))
})

describe("the proof of a verdict", () => {
  const before = proofOn("2025-01-14")
  const after = proofOn("2025-01-15")
  const line = (proof: VerdictProof, code: string) => proof.lines.find((one) => one.code === code)

  it("holds the rule of its day: 88,9 % fails on 2025-01-14 and meets what the amendment asks on 2025-01-15", () => {
    const verdicts = [before, after].map(({ tree }) => tree.criteria[1]?.indicators[0]?.verdict)
    expect(verdicts).toEqual(["notMet", "met"])
    expect([before, after].map(({ sets }) => sets[0]?.amendments.map(({ number }) => number))).toEqual([
      [],
      ["125/QĐ-TTg"]
    ])
    expect(line(after, "2")?.decision).toEqual({
      number: "125/QĐ-TTg",
      date: "2025-01-15",
      article: "khoản 2 Điều 1",
      role: null
    })
    expect(line(before, "2")).toMatchObject({
      decision: { number: "321/QĐ-TTg", date: "2022-03-08" },
      to: "2025-01-14"
    })
  })

  it("tells formula, confidence, agency and where the rule was read", () => {
    expect(line(before, "1")).toMatchObject({
      formula: { vi: "[Số hộ dùng nước sạch] : [Tổng số hộ] × 100 ≥ mức quy định cho đơn vị" },
      confidence: "recalled",
      reference: { title: "Quyết định 321", link: "https://example.org/321" }
    })
    expect(line(before, "2")).toMatchObject({ leadAgency: "Ủy ban Mặt trận Tổ quốc", confidence: "verified" })
    expect(before.tree.criteria[0]?.indicators[0]?.rule?.threshold).toMatchObject({ value: 65, row: 0, region: "DBSH" })
  })

  it("tells each value with its record, document, place and the hash of the paper", () => {
    const value = before.values.find(({ column }) => column === "input:satisfaction")
    expect(value).toMatchObject({ value: 88.9, unit: "%", day: "2024-12-31", from: { state: "approved" } })
    expect(value?.from).toMatchObject({
      record: {
        observation: {
          source: { document: "61/KH-UBND", place: "Phụ lục 01, dòng 8" },
          evidence: [{ sha256: "ab".repeat(32) }]
        }
      }
    })
    expect(before.values.find(({ column }) => column === "input:rules")).toMatchObject({
      value: null,
      from: { source: "none" }
    })
  })

  it("is the same, byte by byte, for the same question", () => {
    expect(canonicalJson(proofOn("2025-01-14"))).toBe(canonicalJson(before))
    expect(before.seal.hash).not.toBe(after.seal.hash)
  })

  it("is sealed by the SHA-256 of its canonical text without the seal", () => {
    const { seal, ...rest } = before
    expect(seal.hash).toBe(sha256(canonicalJson(rest)))
  })
})

describe("a check", () => {
  const proof = proofOn("2025-01-14")
  const satisfaction = proof.values.findIndex(({ column }) => column === "input:satisfaction")

  it("finds a proof right, and again after its JSON was read and written", () => {
    expect(wrong(proof)).toEqual([])
    expect(verifyProofText(`\uFEFF${JSON.stringify(proof, null, 4)}\n`)).toMatchObject({
      disagreements: [],
      remarks: []
    })
  })

  it("finds a tampered value at its place, in the seal, in its record and in what follows from it", () => {
    const found = wrong(withValue(proof, "input:satisfaction", { value: 90 }))
    expect(found).toContain(`seal /values/${satisfaction}`)
    expect(found).toContain(`source /values/${satisfaction}/value`)
    expect(found).toContain("verdict /tree/criteria/1/indicators/0/verdict")
  })

  it("still finds it where the document was sealed anew", () => {
    const found = wrong(resealed(withValue(proof, "input:satisfaction", { value: 90 })))
    expect(found).toContain(`source /values/${satisfaction}/value`)
    expect(found).toContain("value /tree/criteria/1/indicators/0/rule/value/value")
    expect(String(found)).not.toContain("seal")
  })

  it("finds a threshold that its rules do not have", () => {
    const text = JSON.stringify(proof.tree).replaceAll('"threshold":{"value":90', '"threshold":{"value":80')
    expect(wrong(resealed({ ...proof, tree: JSON.parse(text) }))).toEqual([
      "threshold /tree/criteria/1/indicators/0/rule/threshold/value"
    ])
  })

  it("finds a verdict that does not follow", () => {
    expect(wrong(resealed({ ...proof, verdict: "met" }))).toEqual(["verdict /verdict"])
  })

  it("finds a value that did not count yet, was of a later day, or of another unit", () => {
    const early = resealed({ ...proof, knownAt: null, accept: "approved", asOf: proof.asOf })
    expect(wrong(early)).toEqual([])
    const from = proof.values[satisfaction]?.from
    if (from?.source !== "reported") throw new Error("not reported")
    const moved = { ...from, record: { ...from.record, moves: [] } }
    expect(wrong(resealed(withValue(proof, "input:satisfaction", { from: moved })))).toEqual([
      `source /values/${satisfaction}/from/state`,
      `source /values/${satisfaction}/from/state`
    ])
  })

  it("finds only the seal wrong where something was changed that no verdict rests on", () => {
    const found = wrong({ ...proof, unit: { ...proof.unit, name: "Hải Dương" } })
    expect(found).toEqual(["seal /seal/hash", "seal /unit"])
  })

  it("does not know other versions, and says so", () => {
    expect(wrong({ ...proof, version: 2 })).toContain("version /version")
    expect(wrong({ ...proof, language: 99 })).toContain("version /language")
  })

  it("takes other wording for a remark where the seal is right", () => {
    const text = JSON.stringify(proof.tree).replace("chưa đạt mức", "không đạt mức")
    const checked = verifyProof(resealed({ ...proof, tree: JSON.parse(text) }))
    expect(checked).toMatchObject({ disagreements: [], remarks: [{ kind: "words" }] })
  })

  it("refuses what is no proof", () => {
    for (const document of [null, 1, [], {}, { format: "other" }]) expect(wrong(document)).toBe("Unreadable")
    expect(verifyProofText("{")).toMatchObject({ _tag: "Unreadable" })
  })

  it("refuses a text that says something twice", () => {
    const text = JSON.stringify(proof)
    const twice = text.replace('"verdict":', '"verdict":"met","verdict":')
    expect([text, twice].map((one) => verifyProofText(one)._tag)).toEqual(["Checked", "Unreadable"])
  })
})
