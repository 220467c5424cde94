import type { Scorecard } from "@ntm/contract"
import {
  InputKey,
  type LineExplanation,
  ObservationId,
  type ObservationRecord,
  type Verdict
} from "@ntm/domain/criteria"
import type { Unit } from "@ntm/domain/units"
import { Moment } from "@ntm/domain/values"
import type { Spot, Trial } from "../assessments/assess-reads.ts"
import { city, communes, district, id, letters, names, planDay, setOf } from "./assess-facts.ts"

const roads = InputKey.make("xa-ntm-2021-2025/2.1")
const plans = InputKey.make("xa-ntm-2021-2025/1.1")

const line = (code: string, verdict: Verdict, vi: string, rule: LineExplanation["rule"]): LineExplanation => ({
  code,
  verdict,
  says: {
    vi,
    en: vi
  },
  legalBasis: "318/QĐ-TTg",
  from: null,
  to: null,
  rule
})

const ROADS = 80

const roadsLine = (value: number | null): LineExplanation => {
  const verdict = value === null ? "noData" : value >= ROADS ? "met" : "notMet"
  const vi = value === null ? "chưa có số liệu" : `${value} %, ${value >= ROADS ? "đạt" : "chưa đạt"} mức ≥ 80 %`
  return line("2.1", verdict, vi, {
    op: ">=",
    verdict,
    says: { vi, en: vi },
    value: {
      columns: [`input:${roads}`],
      value,
      atMost: null,
      day: value === null ? null : planDay,
      ageDays: value === null ? null : 45,
      tooOld: false
    },
    comparison: ">=",
    threshold: { value: ROADS, why: { vi: "vùng ĐBSH", en: "region DBSH" }, row: 1, region: "DBSH", follows: null },
    gap: value === null ? null : { amount: ROADS - value, share: (ROADS - value) / ROADS },
    parts: []
  })
}

/** A value of the roads, with the minutes that prove it. */
const provedRecord = (unit: Unit["id"], value: number): ObservationRecord => ({
  observation: {
    id: ObservationId.make(7),
    unit,
    input: roads,
    day: planDay,
    kind: "stock",
    from: null,
    value,
    state: "approved",
    source: { from: "form" },
    evidence: [
      { file: "biên bản.pdf", sha256: "a".repeat(64), bytes: 1536 },
      { link: "https://haiphong.gov.vn/a", title: "Cổng thông tin" }
    ],
    note: null,
    supersedes: null,
    illustrative: false,
    recordedAt: Moment.make("2025-01-10T00:00:00.000Z"),
    recordedBy: { name: "Công chức xã", role: "communeOfficer", agency: null }
  },
  moves: []
})

/** The scorecard of a commune: its roads are measured, all else is attested. */
export const cardOf = (
  code: string,
  on: Spot["day"],
  accept: Spot["accept"],
  trials: ReadonlyArray<Trial>
): Scorecard => {
  const at = Math.max(
    0,
    communes.findIndex((commune) => commune.code === code)
  )
  const unit = communes[at] ?? city
  const tried = trials.find(({ input }) => input === roads)
  const value = tried === undefined ? (at === 1 ? 72.5 : 95) : tried.value
  const measured = roadsLine(value)
  const verdicts = names.map((_, no): Verdict => {
    if (no === 1) return measured.verdict
    const letter = letters[at]?.[no]
    const of = { m: "met", n: "notMet", e: "exempt", t: "noThreshold" } as const
    return letter === "m" || letter === "n" || letter === "e" || letter === "t" ? of[letter] : "noData"
  })
  const attested = (verdict: Verdict, no: number): LineExplanation =>
    // Criterion 3 has one line only, which bears its number.
    line(no === 3 ? "3" : `${no}.1`, verdict, verdict === "met" ? "Đạt" : "Chưa đạt", {
      op: "attested",
      verdict,
      says: { vi: "Đạt", en: "Met" },
      value: { columns: [`input:${plans}`], value: 1, atMost: null, day: planDay, ageDays: 0, tooOld: false },
      comparison: null,
      threshold: null,
      gap: null,
      parts: []
    })
  const met = verdicts.filter((verdict) => verdict === "met" || verdict === "exempt").length
  return {
    asOf: on,
    knownAt: null,
    accept,
    unit,
    above: [district, city],
    held: null,
    sets: [
      {
        set: setOf(id),
        explanation: {
          set: id,
          day: on,
          unit: unit.id,
          met,
          outOf: 19,
          verdict: met === 19 ? "met" : "notMet",
          requires: [],
          conditions: [],
          criteria: names.map((name, no) => {
            const verdict = verdicts[no] ?? "noData"
            const indicators = [no === 1 ? measured : attested(verdict, no + 1)]
            return {
              no: no + 1,
              name,
              verdict,
              indicators
            }
          }),
          grant: [],
          withdraw: null
        }
      }
    ],
    lines: [
      {
        set: id,
        code: "2.1",
        name: "Đường xã được cứng hóa",
        measure: "percent",
        unit: "%",
        leadAgency: "Sở Xây dựng",
        confidence: "recalled",
        evidence: ["Biên bản nghiệm thu"]
      }
    ],
    values: [
      {
        column: `input:${roads}`,
        input: roads,
        value,
        record: at === 1 && value !== null ? provedRecord(unit.id, value) : null,
        derived:
          at === 2
            ? {
                low: 90,
                high: 97,
                estimate: 95,
                inferred: true,
                parts: [
                  {
                    unit: communes[0] ?? city,
                    day: "2023-12-31",
                    value: 97,
                    share: {
                      low: 0.4,
                      high: 0.4
                    }
                  }
                ]
              }
            : null,
        reason: null
      }
    ],
    mentioned: []
  }
}
