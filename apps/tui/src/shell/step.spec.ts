import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plan } from "../testing/sample.ts"
import type { Key } from "../parts/press.ts"
import type { Plan } from "./plan.ts"
import { initial, listHeight, openList, placeOf, roomOf, type State, wantedOf } from "./state.ts"
import { type Event, step } from "./step.ts"

const read = { room: "plan", key: "plan 0" } as const
const loadedPlan = (plan: Plan): Event => ({ _tag: "Loaded", room: "plan", read, answer: { _tag: "Ready", plan } })
const loaded = loadedPlan(plan)
const problem = { type: "x", title: "t", titleEn: "t", status: 0 }
const failed: Event = { _tag: "Failed", room: "plan", read, problem }
const key = (name: Key): Event => ({ _tag: "Key", key: name })
const type = (text: string): ReadonlyArray<Event> => Array.from(text, (letter) => ({ _tag: "Typed", text: letter }))
const after = (...events: ReadonlyArray<Event>): State => events.reduce(step, initial("vi", 100, 30))

describe("the step of the terminal program", () => {
  it("turns the tabs by number, Tab and Shift+Tab, around the ends", () => {
    expect(after(loaded, ...type("3")).tab).toBe("assignments")
    expect(after(loaded, key("tab")).tab).toBe("funding")
    expect(after(loaded, key("backTab")).tab).toBe("works")
    expect(after(loaded, key("backTab"), key("backTab")).tab).toBe("assessments")
    expect(after(loaded, ...type("7")).tab).toBe("works")
    expect(after(loaded, key("backTab"), key("tab")).tab).toBe("criteria")
  })

  it("moves by letters as by arrows", () => {
    expect(placeOf(after(loaded, ...type("jjk"))).cursor).toBe(1)
    expect(placeOf(after(loaded, ...type("G"))).cursor).toBe(7)
    expect(placeOf(after(loaded, key("end"), ...type("g"))).cursor).toBe(0)
  })

  it("keeps each list's own place and search while another is on show", () => {
    const state = after(loaded, ...type("jj2vj/cat"), key("enter"), ...type("1"))
    expect(placeOf(state)).toMatchObject({ cursor: 2, query: "" })
    expect(state.places.funding).toMatchObject({ query: "cat", cursor: 0 })
  })

  it("types letters into the search, also those that are keys elsewhere", () => {
    const state = after(loaded, ...type("/qjl1r?"))
    expect([placeOf(state).query, state.quit, state.lang]).toEqual(["qjl1r?", false, "vi"])
  })

  it("deletes a composed letter at once, keeps a search on Enter and drops it on Esc", () => {
    expect(placeOf(after(loaded, ...type("/bá"), key("backspace"))).query).toBe("b")
    expect(after(loaded, ...type("/ha"), key("enter"))).toMatchObject({
      mode: { _tag: "Browse" },
      places: { criteria: { query: "ha" } }
    })
    expect(placeOf(after(loaded, ...type("/ha"), key("enter"), key("escape"))).query).toBe("")
    expect(after(loaded, ...type("/ha"), key("escape"))).toMatchObject({
      mode: { _tag: "Browse" },
      places: { criteria: { query: "" } }
    })
  })

  it("opens and closes the detail of a row, but not of no row", () => {
    expect(after(loaded, key("enter")).mode).toEqual({ _tag: "Detail", top: 0 })
    expect(after(loaded, key("enter"), key("escape")).mode._tag).toBe("Browse")
    expect(after(loaded, key("enter"), ...type("q"))).toMatchObject({ mode: { _tag: "Browse" }, quit: false })
    expect(after(loaded, ...type("/zzz"), key("enter"), key("enter")).mode._tag).toBe("Browse")
  })

  it("moves across the columns of the table and stays inside it", () => {
    const right = Array.from({ length: 20 }, () => key("right"))
    expect(placeOf(after(loaded, ...type("2v"), ...right)).column).toBe(5)
    expect(placeOf(after(loaded, ...type("2v"), key("right"), key("left"), key("left"))).column).toBe(0)
    expect(placeOf(after(loaded, ...right)).column).toBe(0)
  })

  it("turns in the tab of assignments from room to room on one day, around the ends, and to what is printed and back", () => {
    const dated = after(loaded, ...type("3wd20/6/2025"), key("enter"), ...type("ww"))
    expect([dated.tab, roomOf(dated), dated.dossiers.spot.asOf]).toEqual(["assignments", "dossiers", "2025-06-20"])
    expect(dated.inventory.spot.asOf).toBeNull()
    const round = after(loaded, ...type("3wwwww"))
    expect(roomOf(round)).toBe("assignments")
    expect(roomOf(after(loaded, ...type("3wW")))).toBe("inventory")
    const printed = step(dated, { _tag: "Typed", text: "v" })
    expect(roomOf(printed)).toBeNull()
    expect(roomOf(step(printed, { _tag: "Typed", text: "v" }))).toBe("dossiers")
    // In a search w is a letter.
    expect(after(loaded, ...type("3ww/w")).recommendations.query).toBe("w")
  })

  it("turns from the table of any source to the tables as printed and back, in the same tab", () => {
    const printed = after(loaded, ...type("2v"), key("right"))
    expect([printed.tab, roomOf(printed), placeOf(printed).column]).toEqual(["funding", null, 1])
    expect(roomOf(step(printed, { _tag: "Typed", text: "v" }))).toBe("funding")
    expect(roomOf(step(printed, key("escape")))).toBe("funding")
    // What is searched is dropped first.
    const searched = after(loaded, ...type("2v/cat"), key("enter"), key("escape"))
    expect([roomOf(searched), placeOf(searched).query]).toEqual([null, ""])
  })

  it("opens the rooms of money and works where the server holds no plan", () => {
    const empty: Event = { _tag: "Loaded", room: "plan", read, answer: { _tag: "Empty" } }
    expect([after(empty, ...type("2")).tab, after(empty, ...type("7")).tab, after(failed, ...type("7")).tab]).toEqual([
      "funding",
      "works",
      "criteria"
    ])
  })

  it("reads again on r, once at a time, and keeps what is on show meanwhile", () => {
    const state = after(loaded, ...type("rrr"))
    expect(state).toMatchObject({ reads: 1, loading: true, loaded: { _tag: "Ready" } })
    expect(step(state, loaded)).toMatchObject({ loading: false })
  })

  it("asks for the plan once at the start and once for every r", () => {
    expect(wantedOf(after()).map(({ key }) => key)).toEqual(["plan 0"])
    expect(wantedOf(after(loaded))).toEqual([])
    expect(wantedOf(after(loaded, ...type("rr"))).map(({ key }) => key)).toEqual(["plan 1"])
  })

  it("pulls the cursor back when a new answer is shorter", () => {
    const shorter = loadedPlan({ ...plan, results: plan.results.slice(0, 1) })
    expect(placeOf(after(loaded, key("end"), shorter)).cursor).toBe(2)
  })

  it("closes a detail pane when a new answer comes, since its row may be gone", () => {
    expect(after(loaded, key("enter"), loaded).mode._tag).toBe("Browse")
  })

  it("offers only reading again, language, help and leaving while there is nothing to show", () => {
    expect(after(failed, ...type("3/l"), key("enter"))).toMatchObject({
      tab: "criteria",
      lang: "en",
      mode: { _tag: "Browse" }
    })
    expect(after(failed, ...type("r")).reads).toBe(1)
    expect(after(failed, ...type("?")).mode._tag).toBe("Help")
    expect(after(failed, ...type("q")).quit).toBe(true)
  })

  it("shows no page below the end of a detail after the window grew", () => {
    const low = after(
      loaded,
      { _tag: "Resized", columns: 60, rows: 12 },
      ...type("2vjj"),
      key("right"),
      key("enter"),
      key("end")
    )
    expect(low.mode).toMatchObject({ _tag: "Detail" })
    expect(low.mode._tag === "Detail" && low.mode.top).toBeGreaterThan(0)
    expect(step(low, { _tag: "Resized", columns: 100, rows: 60 }).mode).toEqual({ _tag: "Detail", top: 0 })
  })

  it("keeps the cursor on a row that is on show, whatever happens", () => {
    const events = fc.oneof(
      fc
        .constantFrom<Key>(
          "up",
          "down",
          "pageUp",
          "pageDown",
          "home",
          "end",
          "left",
          "right",
          "enter",
          "escape",
          "tab",
          "backTab",
          "backspace"
        )
        .map(key),
      fc.constantFrom(..."1234vjkgGt/rl?aáx").map((text): Event => ({ _tag: "Typed", text })),
      fc
        .record({ columns: fc.integer({ min: 1, max: 200 }), rows: fc.integer({ min: 1, max: 60 }) })
        .map((size): Event => ({ _tag: "Resized", ...size })),
      fc.constantFrom(loaded, loadedPlan({ ...plan, tables: [], results: [], findings: [] }))
    )
    fc.assert(
      fc.property(fc.array(events, { maxLength: 40 }), (happened) => {
        const state = [loaded, ...happened].reduce(step, initial("vi", 100, 30))
        const plans = state.loaded?._tag === "Ready" ? state.loaded.plan : plan
        const list = openList(state, plans)
        const { column, cursor, top } = placeOf(state)
        expect(cursor).toBeLessThan(Math.max(1, list.count))
        expect(cursor).toBeGreaterThanOrEqual(top)
        expect(cursor).toBeLessThan(top + listHeight(state, list))
        expect(column).toBeLessThan(list.columns)
      })
    )
  })
})
