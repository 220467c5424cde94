import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { Day } from "../values/index.ts"
import { apply } from "./reorganisation/applying.ts"
import type { Chronicle } from "./chronicle.ts"
import { historyOf } from "./history.ts"
import { relativesOn } from "./lineage.ts"
import { plan } from "./reorganisation/planning.ts"
import { code, country, event, idOf, newCommune } from "./testing/country.ts"
import { UnitId } from "./unit.ts"

const applied = (chronicle: Chronicle, ...args: Parameters<typeof event>): Chronicle =>
  apply(chronicle, Result.getOrThrow(plan(chronicle, event(...args))))

const first = applied(country, "E1", "2024-06-01", { change: "rename", unit: code("10101"), name: "Cũ" })
const second = applied(
  first,
  "E2",
  "2025-01-01",
  {
    change: "merge",
    from: [
      { unit: code("10101") },
      { unit: code("10102"), inferred: true, note: "khoản 2, E2/NQ" },
      { unit: code("10103"), share: 0.25 }
    ],
    into: newCommune("10161", "101")
  },
  { change: "rename", unit: code("10104"), name: "Bên" }
)
const whole = applied(second, "E3", "2025-07-01", { change: "endLevel", level: "district", within: null })
const formed = UnitId.make(country.register.nextId)

describe("the history of a unit", () => {
  it("is one story, oldest first, from the units that went into it to its own changes", () => {
    expect(historyOf(whole, formed).map(({ sentence }) => sentence.vi)).toEqual([
      "Ngày 01/06/2024, xã Số 10101 (10101) đổi tên từ Số 10101 thành Cũ (E1/NQ)",
      "Ngày 01/01/2025, xã Mới 10161 (10161) được lập từ toàn bộ xã Cũ (10101), toàn bộ xã Số 10102 (10102) và 25 % xã Số 10103 (10103) (E2/NQ)",
      "Ngày 01/07/2025, xã Mới 10161 (10161) chuyển từ huyện Số 101 (101) về tỉnh Số 10 (10) (E3/NQ)"
    ])
  })

  it("marks what was inferred, and whose entry it is", () => {
    const story = historyOf(whole, formed)
    expect(story.map(({ own, inferred, kinds }) => [own, inferred, kinds.join()])).toEqual([
      [false, false, "renamed"],
      [true, true, "formed"],
      [true, false, "moved"]
    ])
  })

  it("carries what texts add about a transfer, and so do the relatives over it", () => {
    expect(historyOf(whole, formed).map(({ notes }) => notes)).toEqual([[], ["khoản 2, E2/NQ"], []])
    expect(historyOf(whole, idOf("10102")).map(({ notes }) => notes)).toEqual([["khoản 2, E2/NQ"]])
    const [eve, now] = [Day.make("2024-12-31"), Day.make("2025-08-01")]
    const notesIn = (relatives: ReturnType<typeof relativesOn>) =>
      Object.fromEntries(relatives.map(({ notes, unit }) => [unit.code, notes]))
    expect(notesIn(relativesOn(whole, formed, now, eve))).toEqual({
      10101: [],
      10102: ["khoản 2, E2/NQ"],
      10103: []
    })
    expect(notesIn(relativesOn(whole, idOf("10102"), eve, now))).toEqual({ 10161: ["khoản 2, E2/NQ"] })
  })

  it("tells of a part given away, of a level that ended, and nothing where nothing happened", () => {
    expect(historyOf(second, idOf("10103")).map(({ sentence }) => sentence.en)).toEqual([
      "On 2025-01-01, xã Số 10103 (10103) gave a part to xã Mới 10161 (10161) (E2/NQ)"
    ])
    expect(historyOf(whole, idOf("202")).map(({ sentence }) => sentence.vi)).toEqual([
      "Ngày 01/07/2025, huyện Số 202 (202) kết thúc hoạt động cấp huyện (E3/NQ)"
    ])
    expect(historyOf(whole, idOf("10102")).map(({ sentence }) => sentence.en)).toEqual([
      "On 2025-01-01, xã Số 10102 (10102) went into xã Mới 10161 (10161) (E2/NQ)"
    ])
    expect(historyOf(second, idOf("20101"))).toEqual([])
  })
})
