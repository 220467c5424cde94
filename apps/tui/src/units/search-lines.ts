import type { FoundHit } from "@ntm/contract"
import { both, type Lang, say } from "../language/lang.ts"
import { type Column, gridLine, spread } from "../parts/grid.ts"
import { choose, type Line } from "../parts/line.ts"
import { spanWords } from "./show.ts"
import { unitWords } from "./unit-words.ts"

const own = {
  now: both("nay là", "now"),
  formerly: both("trước là", "formerly"),
  nowhere: both("không rõ nay là đơn vị nào", "not known what it is now"),
  future: both("chưa có vào ngày này", "not yet on this day")
} as const

const named = (units: FoundHit["now"]): string => units.map(({ name, type }) => `${type} ${name}`).join(", ")

/** "nay là xã Vĩnh Thuận", "trước là xã A, xã B"; empty for a unit that was always itself. */
export const hitNote = ({ formerly, now, state }: FoundHit, lang: Lang): string => {
  if (state === "standing") return formerly.length === 0 ? "" : `${say(own.formerly, lang)} ${named(formerly)}`
  if (now.length > 0) return `${say(own.now, lang)} ${named(now)}`
  return say(state === "future" ? own.future : own.nowhere, lang)
}

const columnsFor = (width: number): ReadonlyArray<Column> =>
  spread(
    [
      { title: "", width: 5 },
      { title: "", width: 16, grow: 3 },
      { title: "", width: width < 60 ? 12 : 22, grow: 2 }
    ],
    width
  )

/** A hit of the search, `width` cells wide; a unit that does not stand on the day is dim. */
export const hitLine = (hit: FoundHit, chosen: boolean, width: number, lang: Lang): Line => {
  const { state, unit } = hit
  const tone = state === "standing" ? "plain" : "dim"
  const line = gridLine(columnsFor(width), [
    { text: unit.code, tone: "dim" },
    { text: [`${unit.type} ${unit.name}`, ...unit.within].join(", "), tone },
    { text: hitNote(hit, lang), tone: state === "standing" ? "dim" : "accent" }
  ])
  return chosen ? choose(line) : line
}

export const hitsHeader = (width: number, lang: Lang): Line =>
  gridLine(columnsFor(width), [
    { text: say(unitWords.code, lang), tone: "dim" },
    { text: say(unitWords.unit, lang), tone: "dim" }
  ])

/** When the hit stood, and all that it was or is. */
export const hitFoot = (hit: FoundHit, lang: Lang): string =>
  [spanWords(hit.unit, lang), hitNote(hit, lang)].filter((part) => part !== "").join(" · ")
