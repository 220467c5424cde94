import { motionOf, type Press } from "../parts/press.ts"
import { keepInView, type Motion, move } from "../parts/window.ts"
import { chosenRow, cursorOf, type Row, rowKey, rowsOf } from "./branches.ts"
import { stepDay } from "./going.ts"
import { type Frame, rowsHeight, type UnitsState } from "./units-state.ts"

/** Pulls the window of the tree back over rows that are there. */
export const settleTree = (units: UnitsState, frame: Frame, rows: ReadonlyArray<Row> = rowsOf(units)): UnitsState => ({
  ...units,
  top: keepInView({ cursor: cursorOf(units, rows), top: units.top }, rows.length, rowsHeight(frame)).top
})

const moveRow = (units: UnitsState, motion: Motion, frame: Frame): UnitsState => {
  const rows = rowsOf(units)
  const window = { cursor: cursorOf(units, rows), top: units.top }
  const { cursor, top } = move(window, motion, rows.length, rowsHeight(frame))
  return { ...units, at: rows[cursor]?.key ?? units.at, top }
}

const goRight = (units: UnitsState): UnitsState => {
  const row = chosenRow(units)
  const [first] = row?.below ?? []
  if (row?.branch === "closed") return { ...units, open: new Set([...units.open, row.unit.id]) }
  return row?.branch === "open" && first !== undefined ? { ...units, at: rowKey(first.id) } : units
}

const goLeft = (units: UnitsState): UnitsState => {
  const row = chosenRow(units)
  const [parent] = row?.above ?? []
  if (row?.branch === "open")
    return { ...units, at: row.key, open: new Set([...units.open].filter((id) => id !== row.unit.id)) }
  return parent === undefined ? units : { ...units, at: rowKey(parent.id) }
}

const openStory = (units: UnitsState): UnitsState => {
  const row = chosenRow(units)
  return row === undefined || units.day === null
    ? units
    : { ...units, view: { _tag: "Story", pages: [{ code: row.unit.code, day: units.day, top: 0 }], kin: null } }
}

/** The map over the whole screen; a province's branch is opened, so that its units can be walked on it. */
const toggleMap = (units: UnitsState): UnitsState => {
  const row = chosenRow(units)
  const open = row === undefined || units.wide || row.depth > 0 ? units.open : new Set([...units.open, row.unit.id])
  return { ...units, wide: !units.wide, open }
}

/** The tree after a press, or the map over it. */
export const inTree = (units: UnitsState, press: Press, frame: Frame): UnitsState => {
  const motion = motionOf(press)
  if (motion !== undefined) return moveRow(units, motion, frame)
  switch (press._tag === "Typed" ? press.text : press.key) {
    case "left":
      return goLeft(units)
    case "right":
      return goRight(units)
    case "enter":
      return openStory(units)
    case "[":
      return stepDay(units, "back")
    case "]":
      return stepDay(units, "on")
    case "m":
      return toggleMap(units)
    case "escape":
    case "q":
      return { ...units, wide: false }
    case "d":
      return units.day === null ? units : { ...units, view: { _tag: "Day", text: "", problem: null } }
    case "/":
      return units.day === null
        ? units
        : { ...units, view: { _tag: "Search", query: "", shown: null, hurried: false, window: { cursor: 0, top: 0 } } }
    default:
      return units
  }
}
