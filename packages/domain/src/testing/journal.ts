import { Effect } from "effect"
import {
  type Acceptance,
  counts,
  InputKey,
  latestOf,
  NO_DAY,
  Observation,
  ObservationId,
  type ObservationRecord,
  type Observations,
  stateAt
} from "../criteria/index.ts"
import { UnitId } from "../units/index.ts"
import { Day, dayNumber, Moment } from "../values/index.ts"

/** A value as a spec tells it; the rest is as in most records. */
export interface ToldValue {
  readonly unit: number
  readonly input: string
  readonly value: number
  readonly day: string
  readonly from?: string
  readonly kind?: "stock" | "flow" | "toDate"
  readonly recordedAt?: string
  readonly state?: Acceptance
  readonly illustrative?: boolean
  readonly supersedes?: number
}

/** Records of values told in the order of recording; the first has the number 1. */
export const recordsOf = (told: ReadonlyArray<ToldValue>): ReadonlyArray<ObservationRecord> =>
  told.map((one, at) => ({
    observation: Observation.make({
      id: ObservationId.make(at + 1),
      unit: UnitId.make(one.unit),
      input: InputKey.make(one.input),
      value: one.value,
      day: Day.make(one.day),
      from: one.from === undefined ? null : Day.make(one.from),
      kind: one.kind ?? (one.from === undefined ? "stock" : "flow"),
      state: one.state ?? "approved",
      recordedAt: Moment.make(one.recordedAt ?? "2025-01-02T01:00:00.000Z"),
      recordedBy: { name: "Nguyễn Thị Lan", role: "provincialOffice", agency: null },
      source: { from: "form" },
      evidence: [],
      note: null,
      supersedes: one.supersedes === undefined ? null : ObservationId.make(one.supersedes),
      illustrative: one.illustrative ?? false
    }),
    moves: []
  }))

/** The reading questions of `Observations` over records in memory, answered by the domain's own `latestOf`. */
export const journalOver = (
  records: ReadonlyArray<ObservationRecord>
): Pick<Observations["Service"], "columns" | "inForce" | "series" | "illustrative" | "reported"> => {
  const newest =
    records
      .map(({ observation }) => observation.recordedAt)
      .toSorted()
      .at(-1) ?? null
  return {
    columns: (question) =>
      Effect.sync(() => {
        const { days = true, inputs, units } = question
        const found = latestOf(records, question)
        const of = (unit: UnitId, input: InputKey) => found.get(unit)?.get(input)?.observation
        return {
          units,
          inputs,
          values: inputs.map((input) => Float64Array.from(units, (unit) => of(unit, input)?.value ?? Number.NaN)),
          days: days
            ? inputs.map((input) =>
                Int32Array.from(units, (unit) => {
                  const day = of(unit, input)?.day
                  return day === undefined ? NO_DAY : dayNumber(day)
                })
              )
            : null,
          knownAt: question.knownAt ?? newest
        }
      }),
    inForce: ({ inputs, units, ...question }) =>
      Effect.sync(() =>
        units.flatMap((unit) =>
          [...(latestOf(records, question).get(unit) ?? [])].flatMap(([input, record]) =>
            inputs === null || inputs.includes(input) ? [record] : []
          )
        )
      ),
    series: ({ accept, asOf, from, inputs, knownAt, units }) =>
      Effect.sync(() =>
        records.flatMap((record) => {
          const { observation } = record
          const state = stateAt(record, knownAt)
          const corrected = records.some(({ observation: { supersedes } }) => supersedes === observation.id)
          const asked = units.includes(observation.unit) && inputs.includes(observation.input)
          const within = observation.day >= from && observation.day <= asOf
          return asked && within && !corrected && state !== null && counts(state, accept) ? [observation] : []
        })
      ),
    reported: (units) =>
      Effect.sync(() => {
        const told = new Set(records.map(({ observation }) => observation.unit))
        return new Set(units.filter((unit) => told.has(unit)))
      }),
    illustrative: ({ inputs, units, ...question }) =>
      Effect.sync(
        () =>
          new Set(
            units.filter((unit) =>
              [...(latestOf(records, question).get(unit) ?? [])].some(
                ([input, { observation }]) => inputs.includes(input) && observation.illustrative
              )
            )
          )
      )
  }
}
