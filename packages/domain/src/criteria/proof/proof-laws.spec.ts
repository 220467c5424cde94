import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { UnitCode, UnitId } from "../../units/index.ts"
import { verdictOf } from "../evaluator/assess.ts"
import { facts, sets } from "../testing/arbitrary.spec.ts"
import { judged } from "../testing/units.ts"
import { prove } from "./prove.ts"
import type { VerdictProof } from "./proof.ts"
import { sealOf } from "./seal.ts"
import { provingOn } from "./testing/province.ts"
import { verifyProof, verifyProofText } from "./verify.ts"

const unit = {
  id: UnitId.make(0),
  code: UnitCode.make("11824"),
  name: "Vĩnh Bảo",
  type: "xã",
  level: "commune" as const
}

/** The proof of a random unit under one of three random sets, and the verdict that the assessment holds. */
const proofs = fc.tuple(sets, facts, fc.nat({ max: 2 })).map(([all, one, which]) => {
  const assessment = judged(all, [one])
  const bound = assessment.sets[which]
  if (bound === undefined) throw new Error("nothing is judged")
  const proof = prove({
    assessment,
    set: bound.set.id,
    at: 0,
    unit,
    above: [],
    knownAt: null,
    accept: "approved",
    history: [],
    sourceOf: () => ({ source: "computed" })
  })
  return { verdict: verdictOf(bound.codes[0]), proof }
})

type Path = ReadonlyArray<string>

/** Where the leaves are: of an object or list without any, itself. */
const leavesOf = (value: unknown, path: Path = []): ReadonlyArray<Path> => {
  const inner = typeof value === "object" && value !== null ? Object.entries(value) : []
  return inner.length === 0 ? [path] : inner.flatMap(([key, one]) => leavesOf(one, [...path, key]))
}

/** A copy in which one leaf is another. */
const withLeaf = (value: unknown, [key, ...rest]: Path, to: unknown): unknown => {
  if (key === undefined) return to
  if (Array.isArray(value)) return value.map((one: unknown, at) => (String(at) === key ? withLeaf(one, rest, to) : one))
  const members: ReadonlyArray<readonly [string, unknown]> = Object.entries(value ?? {})
  return Object.fromEntries(members.map(([name, one]) => [name, name === key ? withLeaf(one, rest, to) : one]))
}

const leafAt = (value: unknown, [key, ...rest]: Path): unknown =>
  key === undefined ? value : leafAt(Object.entries(value ?? {}).find(([name]) => name === key)?.[1], rest)

const others = fc.oneof(
  fc.constantFrom(null, true, false, 0, "", "met", "notMet", [], {}),
  fc.double({ noNaN: true }),
  fc.string()
)

/** Whether a check found anything. */
const isFound = (document: unknown): boolean => {
  const checked = verifyProof(document)
  return checked._tag === "Unreadable" || checked.disagreements.length > 0
}

const sound = { disagreements: [], remarks: [] }

describe("a proof", () => {
  it("says the verdict of the assessment, and is right after a trip through JSON", () => {
    fc.assert(
      fc.property(proofs, ({ proof, verdict }) => {
        expect(proof?.verdict).toBe(verdict)
        expect(proof?.tree.verdict).toBe(verdict)
        expect(verifyProofText(JSON.stringify(proof, null, 2))).toMatchObject({ _tag: "Checked", proof, ...sound })
      }),
      { numRuns: 40 }
    )
  })

  it("shows any change of any leaf, any leaf taken away and any member added", () => {
    const real = ["2025-01-14", "2025-01-15"].flatMap((day) => prove(provingOn(day)) ?? [])
    const random = proofs.map(({ proof }): ReadonlyArray<VerdictProof> => (proof === null ? [] : [proof]))
    fc.assert(
      fc.property(fc.oneof(fc.constant(real), random), fc.nat(), fc.nat(), others, (all, which, at, to) => {
        const proof: unknown = JSON.parse(JSON.stringify(all[which % all.length]))
        const leaves = leavesOf(proof)
        const path = leaves[at % leaves.length] ?? []
        const leaf = leafAt(proof, path)
        fc.pre(JSON.stringify(leaf) !== JSON.stringify(to))
        expect(isFound(withLeaf(proof, path, to))).toBe(true)
        expect(isFound(withLeaf(proof, path, undefined))).toBe(true)
        expect(
          isFound(withLeaf(proof, path.slice(0, -1), { ...Object(leafAt(proof, path.slice(0, -1))), more: to }))
        ).toBe(true)
      }),
      { numRuns: 60 }
    )
  }, 30_000)

  it("is not believed for being sealed anew: a changed verdict, number or rule is judged again", () => {
    fc.assert(
      fc.property(fc.nat(), (at) => {
        const proof: unknown = JSON.parse(JSON.stringify(prove(provingOn("2025-01-14"))))
        const judgedLeaves = leavesOf(proof).filter(
          ([top, ...rest]) => (top === "tree" || top === "verdict") && !rest.includes("says") && !rest.includes("why")
        )
        const path = judgedLeaves[at % judgedLeaves.length] ?? []
        const leaf = leafAt(proof, path)
        const changed = withLeaf(
          proof,
          path,
          typeof leaf === "number" ? leaf + 1 : leaf === "met" ? "notMet" : leaf === "notMet" ? "met" : null
        )
        fc.pre(JSON.stringify(changed) !== JSON.stringify(proof))
        expect(isFound(Object.assign({}, changed, { seal: sealOf(Object(changed)) }))).toBe(true)
      })
    )
  }, 30_000)

  it("is checked without a crash or a hang whatever it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
        expect(verifyProof(value)._tag).toBe("Unreadable")
        const proof: unknown = prove(provingOn("2025-01-15"))
        const members = ["rules", "values", "tree", "unit", "seal", "lines", "version"]
        const broken = Object.assign({}, proof, { [members[at % members.length] ?? ""]: value })
        expect(isFound(broken)).toBe(true)
      }),
      { numRuns: 100 }
    )
    const deep = JSON.parse(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`)
    expect(verifyProof(deep)._tag).toBe("Unreadable")
    expect(verifyProofText(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)._tag).toBe("Unreadable")
  }, 30_000)
})
