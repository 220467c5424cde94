import type { Day } from "@ntm/domain/values"
import type { FakeApi } from "./fake-api.ts"
import {
  aboveOf,
  answerTo,
  below,
  change,
  code,
  countsOn,
  day,
  hits,
  kinOn,
  sample,
  today,
  unitAt
} from "./unit-sample.ts"

type Query = URLSearchParams

const dayIn = (query: Query, name = "as_of"): Day => {
  const text = query.get(name)
  return text === null ? today : day(text)
}

/** Teaches the fake API the sample of units, as the real one answers about them. */
export const serveUnits = ({ answers }: Pick<FakeApi, "answers">): void => {
  answers.set("/units", (query: Query) => {
    const on = dayIn(query)
    const parent = query.get("parent")
    return {
      asOf: on,
      counts: countsOn(on),
      ...(query.get("q") === null ? { items: below(parent === null ? "" : code(parent), on) } : { items: [], hits })
    }
  })
  answers.set("/reorganisations", {
    items: [
      {
        id: "202",
        document: { number: "202/2025/QH15", issuer: "Quốc hội", issuedOn: null },
        day: change,
        appliedAt: "2025-07-01T00:00:00Z",
        undoneAt: null
      }
    ]
  })
  for (const { code } of Object.values(sample)) {
    const story = (query: Query) => answerTo({ room: "units", key: "", _tag: "Story", code, day: dayIn(query) })
    answers.set(`/units/${code}`, (query: Query) => {
      const unit = unitAt(code, dayIn(query))
      const told = story(query)
      return { ...(told._tag === "Story" ? told.facts : {}), unit, above: aboveOf(unit) }
    })
    answers.set(`/units/${code}/lineage`, (query: Query) => {
      const [from, on] = [dayIn(query), query.get("on")]
      const unit = unitAt(code, from)
      const told = story(query)
      if (on === null) return told._tag === "Story" ? told.lineage : {}
      const kin = { on, items: kinOn(unit.id, from, day(on)) }
      return {
        asOf: from,
        unit,

        predecessors: on < from ? kin : null,
        successors: on < from ? null : kin
      }
    })
    answers.set(`/units/${code}/history`, (query: Query) => {
      const told = story(query)
      return { asOf: dayIn(query), unit: unitAt(code, dayIn(query)), items: told._tag === "Story" ? told.history : [] }
    })
    answers.set(`/map/${code}`, (query: Query) => {
      const drawn = answerTo({ room: "units", key: "", _tag: "Map", province: code, day: dayIn(query) })
      return drawn._tag === "Map" ? drawn.map : {}
    })
  }
}
