import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { DocumentId } from "../../documents/index.ts"
import { addDays, Day } from "../../values/index.ts"
import { InputKey } from "../rules/condition.ts"
import { CriteriaSetId } from "../sets/set-id.ts"
import type { Target } from "./target.ts"
import { neededOf, targetFaults, targetStanding } from "./target-standing.ts"

const day = (text: string) => Day.make(text)

/** KH 61: "100 % số xã giữ vững các tiêu chí 2, 3, 4 …". */
const share: Target = {
  document: DocumentId.make("kh-61"),
  id: "t-iii-2-01",
  group: { no: "III.2", title: "Hạ tầng" },
  text: "100 % số xã giữ vững tiêu chí 2, 3, 4",
  subject: { _tag: "criteria", set: CriteriaSetId.make("xa-ntm-2021-2025"), numbers: [2, 3, 4] },
  level: "commune",
  scope: { text: "tất cả các xã", units: [], count: null },
  operator: "=",
  value: 100,
  unit: "%",
  baseline: null,
  added: null,
  total: null,
  outOf: null,
  action: "giữ vững",
  from: day("2025-01-01"),
  by: day("2025-12-31"),
  note: null
}

/** "Thêm 12 xã, nâng tổng số lên 102/181 xã, 56 %." */
const addition: Target = { ...share, unit: "%", value: 56, baseline: 90, added: 12, total: 102, outOf: 181 }
const counted: Target = { ...addition, unit: "xã", value: null }

describe("what a target needs", () => {
  it("is a share of the units that stand, not of those that the plan counted", () => {
    expect(neededOf(share, 137)).toBe(137)
    expect(neededOf(share, 67)).toBe(67)
    expect(neededOf({ ...share, value: 56 }, 181)).toBe(102)
  })

  it("is the total that an addition leads to", () => {
    expect(neededOf(counted, 181)).toBe(102)
    expect(neededOf({ ...counted, total: null }, 181)).toBe(102)
  })

  it("is nothing for a direction without a number", () => {
    expect(neededOf({ ...share, subject: { _tag: "orientation" } }, 137)).toBeNull()
  })
})

describe("where a target stands", () => {
  const on = (target: Target, when: string, reached: number, outOf = 181, unknown = 0) =>
    targetStanding(target, day(when), { reached, outOf, unknown })

  it("is reached as long as the facts say so", () => {
    expect(on(share, "2025-03-05", 137, 137)).toMatchObject({ state: "reached", percent: 100, perMonth: 0 })
    expect(on(share, "2025-03-06", 136, 137)).toMatchObject({ state: "behind", percent: 99.3 })
  })

  it("is on course where a steady pace would be no further, and tells the pace that is needed", () => {
    expect(on(counted, "2025-07-02", 96)).toMatchObject({ state: "onCourse", needed: 102, expected: 96 })
    const behind = on(counted, "2025-07-02", 92)
    expect(behind.state).toBe("behind")
    expect(behind.perMonth).toBeCloseTo((10 * 30) / 182)
  })

  it("is missed after the last day, not before", () => {
    expect(on(counted, "2025-12-31", 101).state).toBe("behind")
    expect(on(counted, "2026-01-01", 101)).toMatchObject({ state: "missed", perMonth: null })
  })

  it("has no data where nothing is known of any unit; some unknown units are just not reached", () => {
    expect(on(share, "2025-03-05", 0, 137, 137).state).toBe("noData")
    expect(on(share, "2025-03-05", 136, 137, 1).state).toBe("behind")
    expect(targetStanding(share, day("2025-03-05"), null).state).toBe("noData")
  })

  it("of a value that is to be low is reached below it", () => {
    const poverty: Target = {
      ...share,
      subject: { _tag: "value", input: InputKey.make("poverty") },
      operator: "<=",
      value: 1,
      unit: "%"
    }
    expect(targetStanding(poverty, day("2025-06-01"), { reached: 0.48, outOf: null, unknown: 0 }).state).toBe("reached")
    expect(targetStanding(poverty, day("2025-06-01"), { reached: 1.2, outOf: null, unknown: 0 }, 1.4)).toMatchObject({
      state: "onCourse"
    })
  })

  it("never gets worse by one more unit that reaches it", () => {
    const rank = { reached: 0, onCourse: 1, behind: 2, missed: 2, noData: 3, notMeasured: 3 }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 180 }), fc.integer({ min: -30, max: 400 }), (reached, shift) => {
        const when = addDays(share.from, shift)
        const now = targetStanding(counted, when, { reached, outOf: 181, unknown: 0 })
        const more = targetStanding(counted, when, { reached: reached + 1, outOf: 181, unknown: 0 })
        expect(rank[more.state]).toBeLessThanOrEqual(rank[now.state])
      })
    )
  })
})

describe("what a printed target says of itself", () => {
  it("agrees: 90 and 12 are 102 of 181, 56 %", () => {
    expect(targetFaults(addition)).toEqual([])
  })

  it("is told where it does not", () => {
    expect(targetFaults({ ...addition, total: 103 }).map(({ vi }) => vi)).toEqual([
      "90 cộng 12 là 102, văn bản ghi 103",
      "103/181 là 57 %, văn bản ghi 56 %"
    ])
    expect(targetFaults({ ...addition, baseline: null, outOf: 100 })[0]?.vi).toBe("102 nhiều hơn 100 đơn vị")
  })
})
