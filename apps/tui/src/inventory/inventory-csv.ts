import type { AnswerOf, api } from "@ntm/contract"
import type { Told } from "../shell/actions.ts"

/** Entries as a table for spreadsheets. */
export const listCsv = ({ items }: AnswerOf<typeof api.inventory.list>): NonNullable<Told["csv"]> => ({
  heading: [
    "item",
    "day",
    "kind",
    "name",
    "unit",
    "unit name",
    "recorded for",
    "stars",
    "until",
    "until by",
    "days left",
    "counts",
    "because",
    "document",
    "illustrative"
  ],
  rows: items.map((line) => [
    line.id,
    line.day,
    line.body._tag,
    line.name,
    line.unitCode,
    line.unitName,
    line.recordedFor,
    line.state.stars,
    line.state.until,
    line.state.untilBy,
    line.state.days,
    line.state.counts ? "yes" : "no",
    line.state.because,
    line.document,
    line.illustrative ? "yes" : "no"
  ])
})

/** Counts as a table, a row for each target that one faces. */
export const countsCsv = ({ total, units }: AnswerOf<typeof api.inventory.counts>): NonNullable<Told["csv"]> => ({
  heading: [
    "kind",
    "year",
    "place",
    "unit",
    "unit name",
    "added",
    "total",
    "expired",
    "renewed",
    "people",
    "attended",
    "target",
    "reached",
    "of",
    "met"
  ],
  rows: [...total, ...units].flatMap((count) => {
    const { added, attended, expired, kind, people, place, renewed, targets, unit, year } = count
    const cells = [
      kind,
      year,
      place,
      unit?.code ?? null,
      unit === null ? null : `${unit.type} ${unit.name}`,
      added,
      count.total,
      expired,
      renewed,
      people,
      attended
    ]
    return targets.length === 0
      ? [[...cells, null, null, null, null]]
      : targets.map(({ met, of, reached, value }) => [...cells, value, reached, of, met ? "yes" : "no"])
  })
})
