import type { SetReplacement } from "@ntm/contract"
import type { Spot } from "../assessments/assess-reads.ts"
import { communes, letters, names, setOf } from "./assess-facts.ts"

/** A set of which only the frame is known in the place of another: the first two old criteria stand beside its first. */
export const replacementOf = ({ accept, day, parent, set }: Spot, to: string): SetReplacement => ({
  asOf: day,
  knownAt: null,
  accept,
  from: setOf(set),
  to: setOf(to),
  parent,
  units: communes.map((unit) => ({
    unit,
    before: "met",
    after: "noThreshold",
    metBefore: 19,
    metAfter: 0,
    lost: [],
    gained: [],
    newlyFailed: [],
    open: []
  })),
  paired: [],
  added: [],
  dropped: [],
  notJudged: 0,
  partial: null,
  illustrative: 3,
  frame: {
    document: "51/2025/QĐ-TTg",
    reason: { vi: "Hệ thống chưa có phụ lục của 51/2025/QĐ-TTg", en: "The annex is not known" },
    criteria: [
      {
        no: 1,
        name: "Hạ tầng kinh tế - xã hội",
        verdict: "noThreshold",
        counterparts: [1, 2],
        confidence: "inferred",
        holding: { all: 2, lacking: 1, open: 0 }
      }
    ],
    old: names.map((name, at) => ({ no: at + 1, name, counterparts: at < 2 ? [1] : [], met: 2 })),
    verdicts: letters
  }
})
