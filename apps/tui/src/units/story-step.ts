import type { Unit } from "@ntm/domain/units"
import { motionOf, type Press } from "../parts/press.ts"
import { type Motion, move, scroll } from "../parts/window.ts"
import { dayWithin, goToUnit } from "./going.ts"
import { kinOf, storyPart } from "./story-lines.ts"
import { answered, type Frame, type Page, pageOf, storyKey, type UnitsState, type ViewOf } from "./units-state.ts"

type Pages = ReadonlyArray<Page>

/** With these stories gone through; the tree where none is left. */
const withPages = (units: UnitsState, pages: Pages): UnitsState => ({
  ...units,
  view: pages.length === 0 ? { _tag: "Tree" } : { _tag: "Story", pages, kin: null }
})

const scrollPage = (units: UnitsState, pages: Pages, page: Page, motion: Motion, frame: Frame): UnitsState => {
  const count = storyPart(units, frame)?.count ?? 0
  return withPages(units, [...pages.slice(0, -1), { ...page, top: scroll(page.top, motion, count, frame.height) }])
}

const openKin = (units: UnitsState, pages: Pages, unit: Unit, day: Page["day"]): UnitsState =>
  withPages(units, [...pages, { code: unit.code, day: dayWithin(unit, day), top: 0 }])

/** A unit's story after a press, or the choice of one before or after it. */
export const inStory = (units: UnitsState, view: ViewOf<"Story">, press: Press, frame: Frame): UnitsState => {
  const page = pageOf(units)
  if (page === undefined) return units
  const read = answered(units, "Story", storyKey(page))
  const story = read?._tag === "Story" ? read : undefined
  const kin = story === undefined ? [] : kinOf(story)
  const pressed = press._tag === "Typed" ? press.text : press.key
  const motion = motionOf(press)
  if (view.kin !== null) {
    const chosen = kin[view.kin]
    if (motion !== undefined)
      return {
        ...units,
        view: { ...view, kin: move({ cursor: view.kin, top: 0 }, motion, kin.length, frame.height).cursor }
      }
    if (pressed === "enter" && chosen !== undefined) return openKin(units, view.pages, chosen.unit, page.day)
    return ["escape", "q", "o", "left"].includes(pressed) ? { ...units, view: { ...view, kin: null } } : units
  }
  if (motion !== undefined) return scrollPage(units, view.pages, page, motion, frame)
  switch (pressed) {
    case "escape":
    case "left":
      return withPages(units, view.pages.slice(0, -1))
    case "q":
    case "enter":
      return withPages(units, [])
    case "o":
      return kin.length === 0 ? units : { ...units, view: { ...view, kin: 0 } }
    case "t":
      return story === undefined
        ? units
        : goToUnit(units, { unit: story.facts.unit, day: page.day, above: story.facts.above ?? [] }, page.day)
    default:
      return units
  }
}
