import { api, type ObservedUnit } from "@ntm/contract"
import {
  type Acceptance,
  catalogueOf,
  CriteriaSets,
  dayInVietnam,
  type InputKey,
  type LatestQuestion,
  type ObservationRecord,
  Observations
} from "@ntm/domain/criteria"
import { Reorganisations, unitByCode, type UnitCode, type UnitId, UnitNotFound } from "@ntm/domain/units"
import { type Day, daysBetween, Moment } from "@ntm/domain/values"
import { Effect } from "effect"
import { InputNotFound } from "../http/errors.ts"
import type { Desk } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { onlyPosts, receive } from "../http/receive.ts"
import { todayInVietnam } from "../http/today.ts"
import { unitsBelow } from "./below.ts"
import { holdsOn } from "../criteria/routes.ts"
import { chronicleThen } from "../units/register-then.ts"
import { askedOf, catalogue } from "./catalogue.ts"
import { openObservationRoutes } from "./open-routes.ts"
import { readRows } from "./rows.ts"
import { inForceParts } from "./in-force.ts"
import { type Acts, unitsIn } from "../people/acting.ts"

/** A unit by its code on the day, with the register that says so: as known at the moment, where one is named. */
const named = Effect.fnUntraced(function* (code: UnitCode, asOf: Day, knownAt: Moment | null) {
  const chronicle = yield* chronicleThen(knownAt)
  const unit = unitByCode(chronicle.register, code, asOf)
  return unit === undefined ? yield* new UnitNotFound({ code, asOf }) : { unit, chronicle }
})

/** The record as it was known at a moment; none if it was recorded later. */
const asKnown =
  (knownAt: Moment | undefined) =>
  (record: ObservationRecord): ReadonlyArray<ObservationRecord> =>
    knownAt === undefined
      ? [record]
      : record.observation.recordedAt > knownAt
        ? []
        : [{ ...record, moves: record.moves.filter(({ at }) => at <= knownAt) }]

/** What stands and what waits, of each unit and input. */
const standing = Effect.fnUntraced(function* (
  units: ReadonlyArray<UnitId>,
  inputs: ReadonlyArray<InputKey> | null,
  question: LatestQuestion
) {
  const port = yield* Observations
  const keyed = (records: ReadonlyArray<ObservationRecord>) =>
    new Map(records.map((record) => [`${record.observation.unit} ${record.observation.input}`, record]))
  const counting = keyed(yield* port.inForce({ units, inputs, ...question }))
  const newest = keyed(yield* port.inForce({ units, inputs, ...question, accept: "draft" }))
  return (unit: UnitId, input: InputKey): Omit<ObservedUnit, "unit"> => {
    const inForce = counting.get(`${unit} ${input}`) ?? null
    const latest = newest.get(`${unit} ${input}`) ?? null
    return {
      inForce,
      ageDays: inForce === null ? null : daysBetween(inForce.observation.day, question.asOf),
      pending: latest?.observation.id === inForce?.observation.id ? null : latest
    }
  }
})

/**
 * `/observations`, `/inputs`, and the form of a unit.
 *
 * **Details** Whoever writes acts as the office of a grant that has leave for all of it (`Acts`).
 */
export const observationRoutes = (desk: Desk, acts: Acts): void => {
  const { observations } = api
  const today = (): Day => todayInVietnam(desk.now())
  const asked = (query: {
    readonly as_of?: Day
    readonly known_at?: Moment
    readonly accept?: Acceptance
  }): LatestQuestion => ({
    asOf: query.as_of ?? today(),
    knownAt: query.known_at ?? null,
    accept: query.accept ?? "approved"
  })

  receive(
    desk,
    observations.record,
    Effect.fnUntraced(function* ({ body }) {
      const { chronicle } = yield* (yield* Reorganisations).register()
      const inputs = yield* catalogue()
      const moment = Moment.make(desk.now().toISOString())
      const today = dayInVietnam(moment)
      const rows = yield* readRows(body.rows, { chronicle, inputs, actor: yield* acts("values.record"), today })
      const actor = yield* acts("values.record", {
        units: unitsIn(
          chronicle.register,
          rows.map(({ day, unit }) => [unit, day])
        ),
        inputs: rows.map(({ input }) => input)
      })
      const { ids, recordedAt } = yield* (yield* Observations).record(rows, { actor, inputs })
      const items = rows.flatMap(({ state }, row) => {
        const id = ids[row]
        return id === undefined ? [] : [{ row, id, state }]
      })
      return { recordedAt, items }
    })
  )
  receive(
    desk,
    observations.move,
    Effect.fnUntraced(function* ({ body }) {
      const inputs = yield* catalogue()
      const actor = yield* acts("values.move")
      const { movedAt } = yield* (yield* Observations).move(body.rows, { actor, inputs })
      return { movedAt, items: body.rows.map(({ observation, to }, row) => ({ row, observation, state: to })) }
    })
  )
  onlyPosts(desk, observations.move)
  receive(
    desk,
    observations.rebuild,
    Effect.fnUntraced(function* () {
      return yield* (yield* Observations).rebuild()
    })
  )
  onlyPosts(desk, observations.rebuild)
  openObservationRoutes(desk)
  mountListing(
    desk,
    observations.inForce,
    Effect.fnUntraced(function* ({ query }) {
      const open = asked(query)
      const { asOf, accept } = open
      // The moment of all lines: that of the journal now, unless another was asked for.
      const nothing = { units: [], inputs: [], asOf, knownAt: null, accept, days: false }
      const knownAt = open.knownAt ?? (yield* (yield* Observations).columns(nothing)).knownAt
      if (query.input !== undefined && !(yield* catalogue(knownAt)).has(query.input))
        return yield* new InputNotFound({ key: query.input })
      const { unit: code, level = "commune" } = query
      const chronicle = yield* chronicleThen(knownAt)
      const above = code === undefined ? null : (yield* named(code, asOf, knownAt)).unit.id
      const units = unitsBelow(chronicle.register, above, level, asOf)
      const reported = yield* (yield* Observations).reported(units.map(({ id }) => id))
      return { asOf, knownAt, items: inForceParts(units, reported, query.input ?? null, { asOf, knownAt, accept }) }
    })
  )
  mountListing(
    desk,
    observations.history,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = query.as_of ?? today()
      const { unit } = yield* named(query.unit, asOf, query.known_at ?? null)
      const records = yield* (yield* Observations).history(unit.id, query.input ?? null)
      return { asOf, unit, items: records.flatMap(asKnown(query.known_at)) }
    }),
    { allow: "GET, HEAD, POST" }
  )
  mountListing(
    desk,
    observations.inputs,
    Effect.fnUntraced(function* ({ query }) {
      const sets = yield* (yield* CriteriaSets).list(query.known_at)
      return { items: [...catalogueOf(sets.filter((set) => holdsOn(set, query.as_of))).values()] }
    })
  )
  mountListing(
    desk,
    observations.ofUnit,
    Effect.fnUntraced(function* ({ params, query }) {
      const question = asked(query)
      const { unit, chronicle } = yield* named(params.code, question.asOf, question.knownAt)
      const lines = yield* askedOf(chronicle.register, unit, question.asOf)
      const of = yield* standing([unit.id], null, question)
      const items = lines.map((line) => ({ ...line, ...of(unit.id, line.input.key) }))
      return { asOf: question.asOf, unit, items }
    })
  )
  mountListing(
    desk,
    observations.ofInput,
    Effect.fnUntraced(function* ({ params, query }) {
      const question = asked(query)
      const { asOf, knownAt } = question
      const input = (yield* catalogue()).get(params.key)
      if (input === undefined) return yield* new InputNotFound({ key: params.key })
      const { unit: parent, level = "commune" } = query
      const chronicle = yield* chronicleThen(knownAt)
      const above = parent === undefined ? null : (yield* named(parent, asOf, knownAt)).unit.id
      const units = unitsBelow(chronicle.register, above, level, asOf)
      const of = yield* standing(
        units.map(({ id }) => id),
        [params.key],
        question
      )
      return { asOf, input, items: units.map((unit) => ({ unit, ...of(unit.id, params.key) })) }
    })
  )
}
