import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { ToldValue } from "../../testing/facts.ts"
import { UnitCode, UnitId } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import { InputKey } from "../rules/condition.ts"
import { Recognition } from "../recognitions/recognition.ts"
import { CriteriaSetId } from "../sets/set-id.ts"
import { flat } from "../rules/threshold.ts"
import { after, atLeast, attested, merged, setWith, start, type ToldLine, verdictsIn } from "./testing/province.ts"

const water = setWith("xa", [atLeast("water", 80)])
const told = (unit: number, value: number, day = "2024-12-31", more: Partial<ToldValue> = {}): ToldValue => ({
  unit,
  input: "water",
  value,
  day,
  ...more
})

const one = after(start, "2025-01-01", merged("10011", ["10001", "10002"], "100"))
const formed = 22

describe("units without a report of their own", () => {
  const ask = (values: ReadonlyArray<ToldValue>, asOf = "2025-06-30") =>
    verdictsIn({ chronicle: one, sets: [water], values, set: "xa", asOf })["10011"]

  it("are judged by what they were formed of, as long as they have not reported themselves", () => {
    expect(ask([told(11, 90), told(12, 90)])).toEqual(["met", "met"])
    expect(ask([told(11, 90), told(12, 90), told(formed, 70, "2025-03-31")])).toEqual(["notMet", "notMet"])
    expect(ask([told(11, 90), told(12, 90), told(formed, 70, "2025-03-31")], "2025-03-30")).toEqual(["met", "met"])
  })

  it("have no value where one of those has none", () => {
    expect(ask([told(11, 90)])).toEqual(["noData", "noData"])
  })

  it("meet what both ends of the possible values meet where weights are not known, and fail what both fail", () => {
    expect(ask([told(11, 90), told(12, 85)])).toEqual(["met", "met"])
    expect(ask([told(11, 40), told(12, 60)])).toEqual(["notMet", "notMet"])
    expect(ask([told(11, 90), told(12, 60)])).toEqual(["noData", "noData"])
  })

  it("hold what is attested only if all of them did", () => {
    const set = setWith("xa", [attested("plan")])
    const judged = (a: number, b: number) =>
      verdictsIn({
        chronicle: one,
        sets: [set],
        set: "xa",
        values: [
          { unit: 11, input: "plan", value: a, day: "2024-12-31" },
          { unit: 12, input: "plan", value: b, day: "2024-12-31" }
        ]
      })["10011"]?.[0]
    expect([judged(1, 1), judged(1, 0)]).toEqual(["met", "notMet"])
  })

  it("do not count what they reported about another ground as their own", () => {
    const taking = after(start, "2025-01-01", {
      change: "merge",
      from: [{ unit: { code: UnitCode.make("10002") } }],
      into: { unit: { code: UnitCode.make("10001") } }
    })
    const judged = (...values: ReadonlyArray<ToldValue>) =>
      verdictsIn({ chronicle: taking, sets: [water], values, set: "xa" })["10001"]?.[0]
    expect(judged(told(11, 95))).toBe("noData")
    expect(judged(told(11, 95), told(12, 85))).toBe("met")
    expect(judged(told(11, 95), told(12, 85), told(11, 10, "2025-02-01"))).toBe("notMet")
  })
})

describe("an assessment as of a day", () => {
  const days = ["2024-06-30", "2024-12-31", "2025-02-28", "2025-06-30", "2025-12-31"]
  const moments = ["2025-01-02", "2025-03-01", "2025-07-01", "2026-01-05"].map((day) => `${day}T01:00:00.000Z`)
  const value = fc.record({
    unit: fc.constantFrom(11, 12, 13, formed),
    value: fc.constantFrom(10, 79, 80, 95),
    day: fc.constantFrom(...days),
    input: fc.constant("water"),
    recordedAt: fc.constantFrom(...moments)
  })
  const inOrder = (values: ReadonlyArray<ToldValue>) =>
    values.toSorted((a, b) => ((a.recordedAt ?? "") < (b.recordedAt ?? "") ? -1 : 1))

  it("is not changed by values of later days, or recorded after the moment", () => {
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 12 }),
        fc.constantFrom("2025-01-01", "2025-03-31", "2025-06-30"),
        fc.constantFrom(...moments),
        (values, asOf, knownAt) => {
          const ask = (kept: ReadonlyArray<ToldValue>) =>
            verdictsIn({ chronicle: one, sets: [water], values: inOrder(kept), set: "xa", asOf, knownAt })
          expect(ask(values)).toEqual(ask(values.filter(({ day, recordedAt }) => day <= asOf && recordedAt <= knownAt)))
        }
      )
    )
  })

  it("is not changed by events of later days", () => {
    const later = after(one, "2025-07-01", merged("10012", ["10011", "10003"], "100"))
    const values = [told(11, 90), told(12, 85), told(13, 10)]
    for (const asOf of ["2024-12-31", "2025-06-30"])
      expect(verdictsIn({ chronicle: later, sets: [water], values, set: "xa", asOf })).toEqual(
        verdictsIn({ chronicle: one, sets: [water], values, set: "xa", asOf })
      )
  })

  it("asks nothing of units before they stood, and counts only values of the state asked for", () => {
    const asked = { chronicle: one, sets: [water], set: "xa" }
    expect(Object.keys(verdictsIn({ ...asked, asOf: "2024-12-31" }))).toEqual(["10001", "10002", "10003"])
    const values = [told(13, 90, "2025-01-31", { state: "submitted" })]
    expect(verdictsIn({ ...asked, values })["10003"]).toEqual(["noData", "noData"])
    expect(verdictsIn({ ...asked, values, accept: "submitted" })["10003"]).toEqual(["met", "met"])
  })
})

describe("districts", () => {
  const share = (revalidate: boolean): ToldLine => ({
    input: "unused",
    rule: {
      op: ">=",
      measure: {
        of: "tierShare",
        level: "commune",
        types: ["xã"],
        tier: "standard",
        set: CriteriaSetId.make("xa"),
        revalidate
      },
      threshold: flat(100)
    }
  })
  const districts = (revalidate: boolean) => setWith("huyen", [share(revalidate)], { level: "district" })
  const granted = (unit: number) =>
    Recognition.make({
      unit: UnitId.make(unit),
      tier: "standard",
      criteriaSet: null,
      document: "1/QĐ",
      decidedOn: Day.make("2020-01-01"),
      revokedOn: null,
      note: null,
      illustrative: false
    })
  const ask = (revalidate: boolean, holding: ReadonlyArray<number>, values: ReadonlyArray<ToldValue>) =>
    verdictsIn({
      sets: [water, districts(revalidate)],
      set: "huyen",
      recognitions: holding.map(granted),
      values
    })["100"]?.[0]

  it("are judged by the titles that their communes hold", () => {
    expect(ask(false, [11, 12, 13], [])).toBe("met")
    expect(ask(false, [11, 12], [])).toBe("notMet")
  })

  it("of a province of which no title is recorded are not known to lack any", () => {
    expect(ask(false, [], [])).toBe("noData")
  })

  it("count an earlier title only where the commune meets the set on the day", () => {
    const good = [told(11, 90), told(12, 90), told(13, 90)]
    expect(ask(true, [11, 12, 13], good)).toBe("met")
    expect(ask(true, [11, 12, 13], [told(13, 10), ...good.slice(0, 2)])).toBe("notMet")
    expect(ask(true, [11, 12, 13], good.slice(0, 2))).toBe("noData")
  })

  it("take the least value of their communes", () => {
    const least: ToldLine = {
      input: "water",
      rule: {
        op: ">=",
        measure: { of: "leastBelow", level: "commune", input: InputKey.make("water") },
        threshold: flat(80)
      }
    }
    const set = setWith("huyen", [least], { level: "district" })
    const judged = (...values: ReadonlyArray<ToldValue>) =>
      verdictsIn({ sets: [set], set: "huyen", values })["100"]?.[0]
    expect(judged(told(11, 90), told(12, 81), told(13, 80))).toBe("met")
    expect(judged(told(11, 90), told(12, 79), told(13, 80))).toBe("notMet")
    expect(judged(told(11, 90), told(12, 81))).toBe("noData")
  })
})
