import { api, type SeriesLine, type SeriesPart } from "@ntm/contract"
import { type ObservationRecord, Observations } from "@ntm/domain/criteria"
import {
  type Answer,
  type CarryRule,
  type Part,
  type Register,
  type Report,
  reportDays,
  type Unit,
  unitByCode,
  UnitNotFound,
  unitOn,
  unitsAs
} from "@ntm/domain/units"
import { Effect } from "effect"
import { refuseUnknown } from "../assessments/known.ts"
import { InputNotFound } from "../http/errors.ts"
import type { Desk } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { todayInVietnam } from "../http/today.ts"
import { chronicleThen } from "../units/register-then.ts"
import { unitsBelow } from "./below.ts"
import { catalogue } from "./catalogue.ts"

/** A value in force as the domain reads a series, with the record that it comes of. */
interface Told extends Report {
  readonly record: ObservationRecord
}

/** An attestation is written down as 1 or 0. */
const toldBy =
  (rule: CarryRule) =>
  (record: ObservationRecord): Told => {
    const { day, unit, value } = record.observation
    const attested = rule.carry === "attested" && (value === 0 || value === 1)
    return { unit, day, value: attested ? value === 1 : value, record }
  }

const whole = { share: { low: 1, high: 1, estimate: 1 }, whole: true, weight: null, inferred: false }

const partOf = (
  register: Register,
  { record: { observation }, ...report }: Told,
  { inferred, share, weight, whole: all }: Pick<Part<Told>, "inferred" | "share" | "weight" | "whole">
): ReadonlyArray<SeriesPart> => {
  const unit = unitOn(register, report.unit, report.day)
  if (unit === undefined) return []
  const { code, id, name, type } = unit
  const { day, value } = report
  const { id: number, illustrative } = observation
  return [
    {
      unit: { id, code, name, type },
      day,
      value,
      share,
      whole: all,
      weight,
      inferred,
      observation: number,
      illustrative
    }
  ]
}

const lineOf = (register: Register, unit: Unit, answer: Answer<Told>): SeriesLine => {
  if (answer.kind === "none") return { unit, kind: "none", provisional: false, parts: [], reason: answer.reason }
  const { exact, holds, kind, provisional, range } = answer
  return {
    unit,
    kind,
    value: holds ?? (exact ? (range?.low ?? null) : null),
    low: range?.low ?? null,
    high: range?.high ?? null,
    estimate: range?.estimate ?? null,
    provisional,
    basis: answer.kind === "reported" ? "own" : answer.basis,
    way: answer.kind === "reported" ? null : answer.way,
    inferred: answer.kind === "derived" && answer.inferred,
    parts:
      answer.kind === "reported"
        ? partOf(register, answer.report, whole)
        : answer.parts.flatMap((part) => partOf(register, part.report, part))
  }
}

/** `/series/{input}`: the values of an input, on the boundaries of any day. */
export const seriesRoutes = (desk: Desk): void =>
  mountListing(
    desk,
    api.series.asked,
    Effect.fnUntraced(function* ({ params, query }) {
      const asOf = query.as_of ?? todayInVietnam(desk.now())
      const { accept = "approved", boundaries = asOf, level = "commune" } = query
      const port = yield* Observations
      const nothing = { units: [], inputs: [], asOf, knownAt: null, accept, days: false }
      // The moment of everything: that of now, unless another was asked for.
      const knownAt = query.known_at ?? (yield* port.columns(nothing)).knownAt
      const inputs = yield* catalogue(knownAt)
      if (inputs.size === 0 && query.known_at !== undefined) return yield* refuseUnknown("known_at", query.known_at)
      const input = inputs.get(params.input)
      if (input === undefined) return yield* new InputNotFound({ key: params.input })
      const chronicle = yield* chronicleThen(knownAt)
      const { register } = chronicle
      const parent = unitByCode(register, query.unit, boundaries)
      if (parent === undefined) return yield* new UnitNotFound({ code: query.unit, asOf: boundaries })
      const units = unitsBelow(register, parent.id, level, boundaries)
      const ids = units.map(({ id }) => id)
      const records = yield* Effect.forEach(reportDays(chronicle, { on: asOf, boundaries }, ids), (source) =>
        port.inForce({ units: source.units, inputs: [input.key], asOf: source.on, knownAt, accept })
      )
      const answers = unitsAs(chronicle, input.carry, records.flat().map(toldBy(input.carry)), {
        on: asOf,
        boundaries,
        units: ids
      })
      const items = units.flatMap((unit, at) => {
        const answer = answers[at]
        return answer === undefined ? [] : [lineOf(register, unit, answer)]
      })
      return { asOf, boundaries, knownAt, input, items }
    })
  )
