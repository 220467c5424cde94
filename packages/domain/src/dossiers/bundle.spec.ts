import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { provingOn } from "../criteria/testing/proving.ts"
import { CriteriaSetId, InputKey, prove, sealOf, type VerdictProof } from "../criteria/index.ts"
import { UnitId } from "../units/index.ts"
import { Day } from "../values/index.ts"
import { type Bundling, dossierBundle } from "./bundle.ts"
import type { DossierFacts } from "./facts.ts"
import { askedOn, handed, recorded, recording, soundFacts, testDossier, wholeWay } from "./testing/dossiers.ts"
import { bundleText, isBundleText, verifyBundleText } from "./verify-bundle.ts"

const proof = prove(provingOn("2025-01-15"))
if (proof === null) throw new Error("nothing is proved")

const factsOf = ({ asOf, seal, set, tree, verdict }: VerdictProof): DossierFacts => ({
  ...soundFacts,
  assessment: { set, asOf, verdict, met: tree.met, outOf: tree.outOf, seal: seal.hash }
})

const paper = {
  ...recording("2025-03-28", handed("request", "2025-03-28")),
  evidence: [{ file: "to-trinh.pdf", sha256: "cd".repeat(32), bytes: 1200 }]
}
const events = recorded(
  wholeWay.map((event) => (event.body._tag === "paper" && event.body.paper === "request" ? paper : event))
)

/** The dossier of the province that the proof is about, on a day. */
const bundling = (on: string, more: Partial<Bundling> = {}): Bundling => ({
  ...askedOn(on),
  dossier: { ...testDossier, unit: UnitId.make(31), criteriaSet: CriteriaSetId.make("tinh-hoan-thanh") },
  events,
  facts: factsOf(proof),
  marginPercent: 5,
  stated: [
    {
      input: InputKey.make("satisfaction"),
      name: { vi: "Tỷ lệ hài lòng", en: "Satisfaction" },
      values: [
        { source: "61/KH-UBND", day: Day.make("2024-12-31"), value: 88.9 },
        { source: "biểu mẫu", day: Day.make("2024-12-31"), value: 91 }
      ]
    }
  ],
  tasks: new Map([
    [
      "report",
      [
        {
          key: "kh-mau/1",
          no: "1",
          title: "Báo cáo",
          who: "Sở",
          state: "submitted",
          due: Day.make("2025-04-30"),
          lateDays: 0
        } as const
      ]
    ]
  ]),
  proof,
  ...more
})

const checked = (text: string) => {
  const verification = verifyBundleText(text)
  return verification._tag === "Unreadable" ? verification._tag : verification.disagreements.map(({ at }) => at)
}
const textOn = (on: string, more: Partial<Bundling> = {}) => bundleText(dossierBundle(bundling(on, more)))

describe("a dossier as a sealed bundle", () => {
  const text = textOn("2025-04-01")

  it("is checked again without anything but itself, and says what was checked and what cannot be", () => {
    const verification = verifyBundleText(text)
    if (verification._tag === "Unreadable") throw new Error("unreadable")
    expect(verification.disagreements).toEqual([])
    expect(verification.remarks).toEqual([])
    expect(verification.proof?.seal.hash).toBe(proof.seal.hash)
    expect(verification.checked.map(({ vi }) => vi)).toContain("thẩm định thử, chạy lại trên hồ sơ")
    expect(verification.notChecked[0]?.vi).toContain("so mã băm SHA-256")
    expect(verification.bundle?.files).toEqual([{ event: 6, evidence: paper.evidence[0] }])
    expect(verification.bundle?.rehearsal).toMatchObject({
      passes: false,
      findings: [
        { kind: "paperContradicted", place: "assessment" },
        { kind: "notMet", place: "1" },
        { kind: "noData", place: "2b" },
        { kind: "taskOpen", place: "kh-mau/1" },
        { kind: "paperMissing", place: "photos" },
        { kind: "sourcesDisagree", place: "satisfaction" }
      ]
    })
    expect(isBundleText(text)).toBe(true)
  })

  it("is the same, byte by byte, whatever happened since", () => {
    const earlier = textOn("2025-04-01", { events: events.filter((event) => event.day <= "2025-04-01") })
    expect(textOn("2025-04-01")).toBe(earlier)
    expect(textOn("2025-04-02")).not.toBe(earlier)
  })

  it("holds also where the unit could not be judged", () => {
    const facts = { ...soundFacts, assessment: null }
    expect(checked(textOn("2025-04-01", { proof: null, facts }))).toEqual([])
    // What says that it was judged, and proves nothing, is not right.
    expect(checked(textOn("2025-04-01", { proof: null }))).toContain("/proof")
  })

  it("is no bundle if it is anything else", () => {
    expect(checked("{")).toBe("Unreadable")
    expect(checked("[]")).toBe("Unreadable")
    expect(checked('{"format":"ntm-verdict-proof"}')).toBe("Unreadable")
    expect(checked(text.replace('"version":1}', '"version":1,"version":1}'))).toBe("Unreadable")
    expect(checked(JSON.stringify(JSON.parse(text), null, 2))).toEqual([""])
  })

  it("tells what was changed and sealed anew by what comes out of the rest", () => {
    const resealed = (change: (bundle: Record<string, unknown>) => object): string => {
      const { seal: _, ...content }: Record<string, unknown> = JSON.parse(text)
      const changed = { ...content, ...change(content) }
      return bundleText({ ...changed, seal: sealOf(changed) } as never)
    }
    expect(checked(resealed(() => ({})))).toEqual([])
    expect(checked(resealed(({ rehearsal }) => ({ rehearsal: { ...(rehearsal as object), passes: true } })))).toEqual([
      "/rehearsal/passes"
    ])
    expect(
      checked(resealed(({ standing }) => ({ standing: { ...(standing as object), state: "recognised" } })))
    ).toEqual(["/standing/state"])
    expect(checked(resealed(({ facts }) => ({ facts: { ...(facts as object), overdueDebt: 7 } })))).toContain(
      "/standing/papers/1/state"
    )
    expect(
      checked(
        resealed(({ facts }) => ({
          facts: { ...(facts as DossierFacts), assessment: { ...factsOf(proof).assessment, met: 2 } }
        }))
      )
    ).toContain("/facts/assessment/met")
    expect(checked(resealed(() => ({ files: [] })))).toEqual(["/files/0"])
    expect(checked(resealed(({ dossier }) => ({ dossier: { ...(dossier as object), unit: 5 } })))).toContain(
      "/proof/unit/id"
    )
  })

  it("tells its version where this program does not know it", () => {
    const { seal: _, ...content }: Record<string, unknown> = JSON.parse(text)
    const later = { ...content, version: 2 }
    expect(checked(bundleText({ ...later, seal: sealOf(later) } as never))).toEqual(["/version"])
  })
})

/** Every place of a value that is neither a list nor an object. */
const leavesOf = (value: unknown, path: ReadonlyArray<string> = []): ReadonlyArray<ReadonlyArray<string>> =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
    : [path]

const changedAt = (value: unknown, [key, ...rest]: ReadonlyArray<string>, to: unknown): unknown => {
  if (key === undefined) return to
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? changedAt(one, rest, to) : one))
  const members = Object.entries(value as object)
  return Object.fromEntries(members.map(([name, one]) => [name, name === key ? changedAt(one, rest, to) : one]))
}

describe("the law of bundles", () => {
  const text = textOn("2025-04-01")
  const document: unknown = JSON.parse(text)
  const leaves = leavesOf(document)

  it("any value that is changed is found, wherever it stands", () => {
    expect(leaves.length).toBeGreaterThan(500)
    fc.assert(
      fc.property(fc.nat(leaves.length - 1), fc.oneof(fc.string(), fc.integer(), fc.constant(null)), (at, to) => {
        const path = leaves[at] ?? []
        const changed = changedAt(document, path, to)
        fc.pre(JSON.stringify(changed) !== JSON.stringify(document))
        expect(checked(bundleText(changed as never))).not.toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  it("any byte that is changed, put in or left out is found", () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom("", " ", "0", "}", "x"), fc.boolean(), (at, to, instead) => {
        const changed = text.slice(0, at) + to + text.slice(instead ? at + 1 : at)
        fc.pre(changed !== text)
        expect(checked(changed)).not.toEqual([])
      }),
      { numRuns: 60 }
    )
  })
})
