import type { MovementAnswer } from "@ntm/contract"
import { orderWords } from "@ntm/domain/criteria"
import type { Spot } from "../assessments/assess-reads.ts"
import { communes, setOf } from "./assess-facts.ts"
import { roadsInput } from "./observed-sample.ts"

const none = { knowledge: 0, boundaries: 0, group: 0, criteria: 0, change: 0 }

/** The communes of the sample between two days: the second lost the roads, by a value of its own. */
export const movementOf = (spot: Spot, from: Spot["day"]): MovementAnswer => ({
  from: { day: from, knownAt: null },
  to: { day: spot.day, knownAt: null },
  accept: spot.accept,
  set: setOf(spot.set),
  parent: spot.parent,
  order: orderWords,
  numbers: [
    { of: "units", criterion: null, decimals: 0, before: 3, after: 3, parts: none },
    {
      of: "criterion",
      criterion: { no: 2, name: "Giao thông" },
      decimals: 0,
      before: 3,
      after: 2,
      parts: { ...none, change: -1 }
    }
  ],
  steps: (["knowledge", "boundaries", "group", "criteria", "change"] as const).map((cause) => ({
    cause,
    units:
      cause !== "change"
        ? []
        : [
            {
              unit: communes[1]?.id ?? 0,
              before: "met",
              after: "notMet",
              gained: [],
              lost: [2],
              holds: null,
              attributes: [],
              lines: [
                {
                  code: "2.1",
                  criterion: 2,
                  before: "met",
                  after: "notMet",
                  rule: null,
                  values: [
                    {
                      column: `input:${roadsInput.key}`,
                      before: 95,
                      after: 72.5,
                      dayBefore: from,
                      dayAfter: spot.day
                    }
                  ]
                }
              ]
            }
          ]
  })),
  records: [],
  amendments: [],
  events: [],
  loads: [],
  recognitions: [],
  mentioned: communes
})
