import { Target } from "@ntm/domain/criteria"
import { Schema } from "effect"
import type { AssessAnswer, AssessRead, Spot } from "../assessments/assess-reads.ts"
import { cardOf } from "./assess-card.ts"
import { city, id, letters, matrixOf, names, other, setOf, sets } from "./assess-facts.ts"
import { movementOf } from "./moved-sample.ts"
import { replacementOf } from "./replaced-sample.ts"
import { observedInputs, observedUnits, roadsInput } from "./observed-sample.ts"
import { change, today } from "./unit-sample.ts"

const groupOf = (spot: Spot): Extract<AssessAnswer, { _tag: "Group" }>["group"] => {
  const none = { met: 0, notMet: 0, exempt: 0, noData: 0, noThreshold: 0 }
  return {
    asOf: spot.day,
    knownAt: null,
    accept: spot.accept,
    set: setOf(spot.set),
    parent: spot.parent,
    rollUp: {
      set: spot.set,
      units: 3,
      metTotal: 52,
      byNumber: [],
      grants: none,
      withdrawals: none,
      verdicts: {
        ...none,
        met: 1,
        notMet: 2
      },
      criteria: names.map((name, at) => {
        const count = (letter: string) => letters.filter((unit) => unit[at] === letter).length
        return {
          no: at + 1,
          name,
          metCount: count("m") + count("e"),
          verdicts: {
            met: count("m"),
            notMet: count("n"),
            exempt: count("e"),
            noData: count("d"),
            noThreshold: count("t")
          }
        }
      })
    },
    average: 17.33,
    bands: [
      { from: 0, to: 14, units: 0 },
      { from: 15, to: 18, units: 2 },
      { from: 19, to: 19, units: 1 }
    ],
    tiers: [{ tier: "standard", decided: 1, provisional: 1 }],
    toRestore: 1,
    illustrative: 2,
    nearest: [{ unit: 199, verdict: "notMet", met: 17, notMet: [3], open: [5] }],
    mostMissing: [],
    debt: [
      { unit: 198, set: spot.set, lost: [{ no: 2, name: "Giao thông" }], open: [], outOf: 19, withdraw: "notMet" }
    ],
    change: null,
    mentioned: []
  }
}

const target = Schema.decodeUnknownSync(Target)({
  document: "kh-61-2025",
  id: "t1",
  group: { no: "III.2", title: "Phát triển hạ tầng kinh tế - xã hội" },
  text: "100 % số xã giữ vững tiêu chí 2",
  subject: { _tag: "criteria", set: id, numbers: [2] },
  level: "commune",
  scope: { text: "các xã", units: [], count: 3 },
  operator: ">=",
  value: 100,
  unit: "%",
  baseline: null,
  added: null,
  total: null,
  outOf: null,
  action: "giữ vững",
  from: "2025-01-01",
  by: "2025-12-31",
  note: null
})

/** What the API would answer. */
export const assessAnswer = (read: AssessRead): AssessAnswer => {
  switch (read._tag) {
    case "Open": {
      const found = [city, other].find(({ name }) => read.hint.place?.endsWith(name))
      return { _tag: "Opened", sets, day: read.hint.day ?? today, today, parent: found ?? null }
    }
    case "Go":
      return { _tag: "Arrived", spot: read.to, matrix: matrixOf(read.to) }
    case "Days":
      return { _tag: "Days", days: [{ day: change, documents: ["202/2025/QH15"] }] }
    case "Group":
      return { _tag: "Group", group: groupOf(read.spot) }
    case "Card":
      return { _tag: "Card", card: cardOf(read.code, read.day, read.accept, []) }
    case "Tried":
      return { _tag: "Card", card: cardOf(read.code, read.day, read.accept, read.trials) }
    case "Movement":
      return { _tag: "Movement", movement: movementOf(read.spot, read.from) }
    case "Replacement":
      return { _tag: "Replacement", replacement: replacementOf(read.spot, read.to) }
    case "Places": {
      const items = [city, other].filter(({ name }) => read.query === "" || name === read.query)
      return { _tag: "Places", items }
    }
    case "Form":
      return { _tag: "Form", items: observedInputs(read.code) }
    case "Column":
      return { _tag: "Column", input: roadsInput, items: observedUnits }
    case "Record":
      return { _tag: "Recorded" }
    case "Targets":
      return {
        _tag: "Targets",
        items: [
          {
            target,
            standing: {
              state: "behind",
              needed: 3,
              expected: 3,
              percent: 66.7,
              perMonth: 1,
              actual: {
                reached: 2,
                outOf: 3,
                unknown: 0
              }
            },
            faults: [],
            illustrative: true
          }
        ]
      }
  }
}
