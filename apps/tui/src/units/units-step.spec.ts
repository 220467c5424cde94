import { describe, expect, it } from "vitest"
import type { Key, Press } from "../parts/press.ts"
import { answerTo, change, eve, today } from "../testing/unit-sample.ts"
import { unitsFailed, unitsLoaded } from "./arriving.ts"
import { chosenRow, rowsOf } from "./branches.ts"
import { readUnitsAgain } from "./going.ts"
import { type Frame, noUnits, pageOf, type UnitsState } from "./units-state.ts"
import { settleUnits, stepUnits } from "./units-step.ts"
import { unitsWanted } from "./units-wanted.ts"

const frame: Frame = { width: 78, height: 19, lang: "vi" }
const wide: Frame = { ...frame, width: 118 }

const key = (name: Key): Press => ({ _tag: "Key", key: name })
const type = (text: string): ReadonlyArray<Press> => Array.from(text, (letter) => ({ _tag: "Typed", text: letter }))

/** Everything that is wanted is answered until nothing is. */
const answered = (units: UnitsState, of: Frame = frame): UnitsState => {
  const reads = unitsWanted(units, of)
  return reads.length === 0
    ? units
    : answered(
        reads.reduce((state, read) => settleUnits(unitsLoaded(state, read, answerTo(read)), of), units),
        of
      )
}

const press = (units: UnitsState, ...presses: ReadonlyArray<Press>): UnitsState =>
  presses.reduce((state, one) => answered(stepUnits(state, one, frame)), units)

const opened = answered(noUnits)
const names = (units: UnitsState) => rowsOf(units).map((row) => (row._tag === "Unit" ? row.unit.name : row._tag))
const at = (units: UnitsState) => chosenRow(units)?.unit.name
const keys = (units: UnitsState, of = frame) => unitsWanted(units, of).map((read) => read.key)

describe("the tree of units", () => {
  it("asks for the provinces of today and the days of change", () => {
    expect(unitsWanted(noUnits, frame)).toEqual([
      { room: "units", _tag: "Place", key: "units place 0", day: null, from: null },
      { room: "units", _tag: "Days", key: "units days" }
    ])
    expect(opened).toMatchObject({ day: today, today, going: null })
    expect(names(opened)).toEqual(["Hải Phòng"])
  })

  it("reads a branch when it is first opened, saying so, and keeps it", () => {
    const opening = stepUnits(opened, key("right"), frame)
    expect(names(opening)).toEqual(["Hải Phòng", "Reading"])
    expect(keys(opening)).toEqual([`units below 31 ${today}`])
    const open = answered(opening)
    expect(names(open)).toEqual(["Hải Phòng", "Vĩnh Thuận", "Ái Quốc"])
    const again = stepUnits(stepUnits(open, key("left"), frame), key("right"), frame)
    expect(names(again)).toEqual(names(open))
    expect(keys(again)).toEqual([])
  })

  it("walks into a branch with → and out of it with ←", () => {
    const inside = press(opened, key("right"), key("right"))
    expect(at(inside)).toBe("Vĩnh Thuận")
    expect(at(press(inside, key("right")))).toBe("Vĩnh Thuận")
    expect(at(press(inside, key("left")))).toBe("Hải Phòng")
    expect(names(press(inside, key("left"), key("left")))).toEqual(["Hải Phòng"])
  })

  it("has no branches to open where no level stands below", () => {
    expect(rowsOf(press(opened, key("right"))).map((row) => row._tag === "Unit" && row.branch)).toEqual([
      "open",
      "leaf",
      "leaf"
    ])
  })

  it("tells a branch that could not be read, and asks again on r only", () => {
    const [read] = unitsWanted(stepUnits(opened, key("right"), frame), frame)
    const problem = { type: "x", title: "Hỏng", titleEn: "Broken", status: 500 }
    const failed = read === undefined ? opened : unitsFailed(stepUnits(opened, key("right"), frame), read, problem)
    expect(names(failed)).toEqual(["Hải Phòng", "Failed"])
    expect(keys(failed)).toEqual([])
    expect(names(answered(readUnitsAgain(failed)))).toEqual(["Hải Phòng", "Vĩnh Thuận", "Ái Quốc"])
  })

  it("drops on r what was read before, also when one goes on before the answer", () => {
    const again = stepUnits(readUnitsAgain(press(opened, key("right"))), { _tag: "Typed", text: "[" }, frame)
    const [read] = unitsWanted(again, frame)
    const arrived = read === undefined ? again : unitsLoaded(again, read, answerTo(read))
    expect([...arrived.answers.keys()]).toEqual([`units below  ${change}`])
  })

  it("stays on its row when a branch above it comes in", () => {
    const inside = press(opened, key("right"), key("down"), key("down"))
    expect(at(inside)).toBe("Ái Quốc")
    expect(at(answered(readUnitsAgain(inside)))).toBe("Ái Quốc")
  })
})

describe("time in the tree", () => {
  const before = press(opened, key("right"), key("right"), ...type("[["))

  it("steps back over the reorganisation to three levels, the cursor on a predecessor that is named", () => {
    expect(before.day).toBe(eve)
    expect(names(before)).toEqual(["Hải Phòng", "Vĩnh Bảo", "Dũng Tiến", "Vĩnh An", "Hải Dương"])
    expect(at(before)).toBe("Dũng Tiến")
    expect(before.said?.text.vi).toBe("xã Vĩnh Thuận chưa có vào ngày 30/06/2025; trước là xã Dũng Tiến, xã Vĩnh An")
  })

  it("steps on to what the unit became", () => {
    const after = press(before, ...type("]"))
    expect([after.day, at(after)]).toEqual([change, "Vĩnh Thuận"])
    expect(after.said?.text.vi).toBe("xã Dũng Tiến không còn vào ngày 01/07/2025; sau là xã Vĩnh Thuận")
  })

  it("stays on the same unit without a word where it stands on both days", () => {
    const same = press(opened, key("right"), key("down"), key("down"), ...type("["))
    expect([same.day, at(same), same.said]).toEqual([change, "Ái Quốc", null])
  })

  it("goes up to the unit above where a level ended without a successor", () => {
    const district = press(before, key("left"))
    expect(at(district)).toBe("Vĩnh Bảo")
    const after = press(district, ...type("]"))
    expect(at(after)).toBe("Hải Phòng")
    expect(after.said?.text.vi).toBe("huyện Vĩnh Bảo không còn vào ngày 01/07/2025; đang ở thành phố Hải Phòng")
  })

  it("keeps a branch open through the change of its unit", () => {
    const city = press(opened, key("right"), ...type("[["))
    expect([at(city), names(city)]).toEqual(["Hải Phòng", ["Hải Phòng", "Vĩnh Bảo", "Hải Dương"]])
  })

  it("steps as soon as the days of change are read, and says so when they cannot be", () => {
    const [place, days] = unitsWanted(noUnits, frame)
    if (place === undefined || days === undefined) throw new Error("nothing is wanted")
    const early = unitsLoaded(noUnits, place, answerTo(place))
    const waiting = stepUnits(early, { _tag: "Typed", text: "[" }, frame)
    expect(waiting).toMatchObject({ day: today, going: null })
    expect(waiting.said?.text.en).toContain("Reading")
    expect(answered(waiting).day).toBe(change)
    const failed = unitsFailed(early, days, { type: "x", title: "Hỏng", titleEn: "Broken", status: 500 })
    expect(press(failed, ...type("[")).said?.text.vi).toBe("Hỏng")
  })

  it("says so at the ends of time", () => {
    expect(press(before, ...type("[")).said?.text.vi).toContain("Chưa ghi lần sắp xếp nào trước")
    expect(press(opened, ...type("]")).said?.text.en).toContain("No reorganisation after")
  })

  it("goes on from where it is going when keys come faster than answers, and drops what it overtook", () => {
    const first = stepUnits(opened, { _tag: "Typed", text: "[" }, frame)
    const [overtaken] = unitsWanted(first, frame)
    const second = stepUnits(first, { _tag: "Typed", text: "[" }, frame)
    expect(keys(second)).toEqual(["units place 2"])
    const late = overtaken === undefined ? second : unitsLoaded(second, overtaken, answerTo(overtaken))
    expect(late.day).toBe(today)
    expect(answered(late).day).toBe(eve)
  })

  it("takes a typed day, and says in words why a text is none", () => {
    expect(press(opened, ...type("d30/6/2025"), key("enter"))).toMatchObject({ day: eve, view: { _tag: "Tree" } })
    const wrong = press(opened, ...type("d31/6/2025"), key("enter"))
    expect(wrong.view).toMatchObject({
      text: "31/6/2025",
      problem: { vi: "Ngày “31/6/2025” không có trong lịch" }
    })
    expect(press(wrong, key("backspace")).view).toMatchObject({ text: "31/6/202", problem: null })
    expect(press(wrong, key("escape"))).toMatchObject({ day: today, view: { _tag: "Tree" } })
  })
})

describe("the search of units", () => {
  const searching = press(opened, ...type("/vinh an"))

  it("asks once the text has settled, and for nothing else than the text on show", () => {
    const typing = [...type("/vinh")].reduce((units, one) => stepUnits(units, one, frame), opened)
    expect(unitsWanted(typing, frame)).toEqual([
      { room: "units", _tag: "Search", key: `units search ${today} vinh`, query: "vinh", day: today, after: 120 }
    ])
  })

  it("keeps the hits on show while the next text is on its way", () => {
    const typing = stepUnits(searching, { _tag: "Typed", text: "x" }, frame)
    expect(typing.view).toMatchObject({ query: "vinh anx", shown: "vinh an" })
  })

  it("goes to a former unit on the last day on which it stood", () => {
    const there = press(searching, key("down"), key("enter"))
    expect([there.day, at(there), there.view._tag]).toEqual([eve, "Vĩnh An", "Tree"])
    expect(there.said?.text.vi).toBe("Cây được mở vào ngày 30/06/2025, khi đơn vị này tồn tại")
  })

  it("goes to the first hit as soon as it is found when Enter was faster", () => {
    const hurried = [...type("/vinh"), key("enter")].reduce((units, one) => stepUnits(units, one, frame), opened)
    expect(hurried.view._tag).toBe("Search")
    expect([at(answered(hurried)), answered(hurried).view._tag]).toEqual(["Vĩnh Thuận", "Tree"])
  })

  it("leaves the tree as it was on Esc, and on Enter where nothing was found", () => {
    expect(press(searching, key("escape"))).toMatchObject({ view: { _tag: "Tree" }, at: opened.at })
    expect(press(opened, ...type("/zzz"), key("enter")).view._tag).toBe("Search")
  })
})

describe("a unit's story", () => {
  const story = press(opened, key("right"), key("right"), key("enter"))

  it("opens on Enter, and closes on Esc", () => {
    expect(pageOf(story)).toEqual({ code: "11842", day: today, top: 0 })
    expect(at(press(story, key("escape")))).toBe("Vĩnh Thuận")
  })

  it("leads to a predecessor on its last day, and back step by step", () => {
    const there = press(story, ...type("oj"), key("enter"))
    expect(pageOf(there)).toEqual({ code: "11842", day: eve, top: 0 })
    expect(pageOf(press(there, key("escape")))).toEqual({ code: "11842", day: today, top: 0 })
    expect(press(there, key("enter")).view._tag).toBe("Tree")
  })

  it("leads to its unit in the tree", () => {
    const there = press(story, ...type("oj"), key("enter"), ...type("t"))
    expect([there.day, at(there), there.view._tag]).toEqual([eve, "Vĩnh An", "Tree"])
  })
})

describe("the map", () => {
  it("is asked for beside the tree in a wide window, and over it on m", () => {
    expect(keys(answered(noUnits), wide)).toEqual([`units map 31 ${today}`])
    expect(keys(opened)).toEqual([])
    const over = stepUnits(opened, { _tag: "Typed", text: "m" }, frame)
    expect(keys(over)).toContain(`units map 31 ${today}`)
    expect(names(answered(over))).toContain("Vĩnh Thuận")
    expect(press(over, key("escape")).wide).toBe(false)
  })
})
