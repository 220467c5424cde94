import type { Problem } from "@ntm/contract"
import { formatDay } from "@ntm/domain/values"
import { both } from "../language/lang.ts"
import { cursorOf, rowKey, rowsOf } from "./branches.ts"
import { goToHit, saidOfDay, stepDay } from "./going.ts"
import type { Standing } from "./kin.ts"
import type { Place, UnitAnswer, UnitRead } from "./unit-reads.ts"
import { belowKey, type Going, placeKey, type Said, type Stored, type UnitsState } from "./units-state.ts"

/** Names told in one sentence; more are counted. */
const NAMED = 2

const ROWS_ABOVE = 5

const labelOf = ({ name, type }: Standing["unit"]): string => `${type} ${name}`

/** What became of the unit that the cursor stood on; nothing where it stands on both days. */
const toldOf = ({ from, opens }: Going, place: Place, before: UnitsState["day"]): Said | null => {
  if (from === null) return null
  const day = formatDay(place.day)
  const { unit } = from
  if (place.of === null) {
    const text = both(
      `Không rõ ${labelOf(unit)} là gì vào ngày ${day}`,
      `Not known what ${labelOf(unit)} was on ${day}`
    )
    return { text, tone: "warn" }
  }
  if (place.at === unit.id) return opens && place.day !== before ? { text: saidOfDay(place.day), tone: "accent" } : null
  const back = place.day < from.day
  const gone = back
    ? both(`${labelOf(unit)} chưa có vào ngày ${day}`, `${labelOf(unit)} did not stand yet on ${day}`)
    : both(`${labelOf(unit)} không còn vào ngày ${day}`, `${labelOf(unit)} stands no more on ${day}`)
  if (place.of.id !== unit.id) {
    const there = place.kin.flatMap(({ unit }) => (unit.id === place.at ? [labelOf(unit)] : [])).join("")
    return {
      text: both(`${gone.vi}; đang ở ${there}`, `${gone.en}; now at ${there}`),
      tone: "warn"
    }
  }
  const names = place.kin.slice(0, NAMED).map(({ unit }) => labelOf(unit))
  const more = place.kin.length - names.length
  const vi = names.join(", ") + (more > 0 ? ` và ${more} đơn vị nữa` : "")
  const en = names.join(", ") + (more > 0 ? ` and ${more} more` : "")
  return {
    text: both(`${gone.vi}; ${back ? "trước là" : "sau là"} ${vi}`, `${gone.en}; ${back ? "formerly" : "later"} ${en}`),
    tone: "warn"
  }
}

const arrived = (units: UnitsState, going: Going, place: Place): UnitsState => {
  const { above, at, branches, counts, day } = place
  const answers = new Map<string, Stored>([
    ...(going.fresh ? [] : units.answers),
    ...branches.map(({ code, items }): [string, Stored] => [belowKey(code, day), { _tag: "Below", items }])
  ])
  const wasOpen = going.from !== null && units.open.has(going.from.unit.id)
  const open = new Set([...units.open, ...above.map(({ id }) => id), ...(wasOpen && at !== null ? [at] : [])])
  const next: UnitsState = {
    ...units,
    day,
    today: units.today ?? (going.day === null ? day : null),
    counts,
    going: null,
    open,
    said: going.fresh ? null : toldOf(going, place, units.day),
    view: going.opens ? { _tag: "Tree" } : units.view,
    answers
  }
  const rows = rowsOf(next)
  const first = rows[0]?.key ?? ""
  const placed = { ...next, at: at === null ? (going.from === null ? first : units.at) : rowKey(at) }
  // The cursor stays on its line of the screen as far as the list allows; what was searched for has some rows above it.
  const line = going.opens ? ROWS_ABOVE : cursorOf(units, rowsOf(units)) - units.top
  return { ...placed, top: cursorOf(placed, rows) - line }
}

const stored = (units: UnitsState, key: string, answer: Stored): UnitsState => ({
  ...units,
  answers: new Map(units.answers).set(key, answer)
})

/** The tab after an answer. An answer to a way that was given up is dropped. */
export const unitsLoaded = (units: UnitsState, read: UnitRead, answer: UnitAnswer): UnitsState => {
  switch (answer._tag) {
    case "Place":
      return units.going === null || read.key !== placeKey(units.turn) ? units : arrived(units, units.going, answer)
    case "Map":
      return { ...stored(units, read.key, answer), map: answer }
    case "Search": {
      const { view } = units
      const kept = stored(units, read.key, answer)
      if (view._tag !== "Search" || read._tag !== "Search" || view.query.trim() !== read.query) return kept
      const [first] = answer.hits
      return view.hurried && first !== undefined
        ? goToHit(kept, first)
        : { ...kept, view: { ...view, shown: read.query, hurried: false, window: { cursor: 0, top: 0 } } }
    }
    case "Days": {
      const kept = stored(units, read.key, answer)
      return kept.pending === null ? kept : stepDay({ ...kept, pending: null, said: null }, kept.pending)
    }
    default:
      return stored(units, read.key, answer)
  }
}

/** The tab after a question that failed: it is told, and asked again on r only. */
export const unitsFailed = (units: UnitsState, read: UnitRead, problem: Problem): UnitsState => {
  const said: Said = { text: both(problem.title, problem.titleEn), tone: "bad" }
  if (read._tag === "Place") return read.key === placeKey(units.turn) ? { ...units, going: null, said } : units
  const kept = stored(units, read.key, { _tag: "Failed", problem })
  return read._tag === "Days" && units.pending !== null ? { ...kept, pending: null, said } : kept
}
