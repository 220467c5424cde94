import type { MovementAnswer } from "@ntm/contract"
import { InputKey, ObservationId, type ObservationRecord, orderWords, type UnitMove } from "@ntm/domain/criteria"
import { day } from "@ntm/domain/testing"
import { UnitCode, UnitId } from "@ntm/domain/units"
import { Moment } from "@ntm/domain/values"
import { set } from "../../assessments/testing/facts.ts"
import { oldHaiPhong } from "../../units/testing/register.ts"

const none = { knowledge: 0, boundaries: 0, group: 0, criteria: 0, change: 0 }
const still: Omit<UnitMove, "unit"> = {
  before: "met",
  after: "met",
  gained: [],
  lost: [],
  holds: null,
  lines: [],
  attributes: []
}

const record = (
  id: number,
  value: number,
  evidence: ObservationRecord["observation"]["evidence"]
): ObservationRecord => ({
  observation: {
    id: ObservationId.make(id),
    unit: UnitId.make(1),
    input: InputKey.make("road"),
    day: day(id === 1 ? "2024-06-30" : "2024-12-31"),
    kind: "stock",
    from: null,
    value,
    state: "approved",
    source:
      id === 1 ? { from: "document", document: "kh-61", place: "Phụ lục 01" } : { from: "import", name: "bieu.csv" },
    evidence,
    note: null,
    supersedes: null,
    illustrative: false,
    recordedAt: Moment.make("2025-01-10T00:00:00.000Z"),
    recordedBy: { name: "Nguyễn Thị Lan", role: "communeOfficer", agency: null }
  },
  moves: []
})

const named = (id: number, code: string, name: string) => ({
  id: UnitId.make(id),
  code: UnitCode.make(code),
  name,
  type: "xã",
  level: "commune" as const
})

/** Communes between two days: one merged away, one new, one whose road got worse, and an amendment that failed one. */
export const movementAnswer: MovementAnswer = {
  from: { day: day("2024-06-30"), knownAt: null },
  to: { day: day("2025-01-01"), knownAt: null },
  accept: "approved",
  set,
  parent: oldHaiPhong,
  order: orderWords,
  numbers: [
    { of: "units", criterion: null, decimals: 0, before: 4, after: 3, parts: { ...none, boundaries: -1 } },
    { of: "holding", criterion: null, decimals: 0, before: 2, after: 2, parts: none },
    {
      of: "criterion",
      criterion: { no: 1, name: "Giao thông" },
      decimals: 0,
      before: 4,
      after: 1,
      parts: { ...none, boundaries: -1, criteria: -1, change: -1 }
    },
    {
      of: "average",
      criterion: null,
      decimals: 6,
      before: 1_500_000,
      after: 1_333_333,
      parts: { ...none, boundaries: 100_000, criteria: -133_333, change: -133_334 }
    }
  ],
  steps: [
    { cause: "knowledge", units: [] },
    {
      cause: "boundaries",
      units: [
        { ...still, unit: 3, after: null, lost: [1] },
        { ...still, unit: 4, after: null, lost: [1] },
        { ...still, unit: 5, before: null, gained: [1] }
      ]
    },
    { cause: "group", units: [] },
    {
      cause: "criteria",
      units: [
        {
          ...still,
          unit: 2,
          after: "notMet",
          lost: [1],
          lines: [
            {
              code: "1",
              criterion: 1,
              before: "met",
              after: "notMet",
              values: [],
              rule: { before: "318/QĐ-TTg", after: "211/QĐ-TTg" }
            }
          ],
          attributes: [{ name: "region", before: "DBSH", after: "TN" }]
        }
      ]
    },
    {
      cause: "change",
      units: [
        {
          ...still,
          unit: 1,
          after: "notMet",
          lost: [1],
          lines: [
            {
              code: "1",
              criterion: 1,
              before: "met",
              after: "notMet",
              values: [
                {
                  column: "input:road",
                  before: 100,
                  after: 90,
                  dayBefore: day("2024-06-30"),
                  dayAfter: day("2024-12-31")
                }
              ],
              rule: null
            }
          ]
        }
      ]
    }
  ],
  records: [
    {
      cause: "change",
      unit: 1,
      column: "input:road",
      before: record(1, 100, []),
      after: record(2, 90, [{ file: "biên bản.pdf", sha256: "a".repeat(64), bytes: 2048 }])
    }
  ],
  amendments: [{ set: "xa", number: "211/QĐ-TTg", from: day("2024-12-01"), changes: ["1"] }],
  events: [{ cause: "boundaries", id: "hp", day: day("2025-01-01"), document: "1232/NQ-UBTVQH15" }],
  loads: [],
  recognitions: [],
  mentioned: [
    named(1, "11623", "An Đồng"),
    named(2, "11590", "An Hòa"),
    named(3, "11602", "Đại Bản"),
    named(5, "11700", "Bạch Đằng")
  ]
}
