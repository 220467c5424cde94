import { api } from "@ntm/contract"
import { type Acceptance, Observations, type InputKey, standingUpTo } from "@ntm/domain/criteria"
import { unitByCode, type UnitCode, type UnitLevel, UnitNotFound } from "@ntm/domain/units"
import type { Day, Moment } from "@ntm/domain/values"
import { dataMessage, type StatisticsHead, structureMessage } from "@ntm/exchange/open"
import { Effect } from "effect"
import { refuseUnknown } from "../assessments/known.ts"
import { InputNotFound } from "../http/errors.ts"
import type { Desk } from "../http/mount.ts"
import { mountFile } from "../http/mount-file.ts"
import { inPieces, readOn } from "../http/pieces.ts"
import { todayInVietnam } from "../http/today.ts"
import { chronicleThen } from "../units/register-then.ts"
import { unitsBelow } from "./below.ts"
import { catalogue } from "./catalogue.ts"

/** Units whose values are read at once: some 5,000. */
const UNITS_AT_ONCE = 50

interface StatisticsQuery {
  readonly unit?: UnitCode
  readonly level?: UnitLevel
  readonly input?: InputKey
  readonly as_of?: Day
  readonly known_at?: Moment
  readonly accept?: Acceptance
}

/** Of which units and inputs the messages are; all of one moment, that of the journal now unless another was asked for. */
const asked = Effect.fnUntraced(function* (query: StatisticsQuery, today: Day) {
  const { accept = "approved", as_of: asOf = today, level = "commune", unit: parent } = query
  const now = { units: [], inputs: [], asOf, knownAt: null, accept, days: false }
  const knownAt = query.known_at ?? (yield* (yield* Observations).columns(now)).knownAt
  const inputs = yield* catalogue(knownAt)
  if (inputs.size === 0 && query.known_at !== undefined) return yield* refuseUnknown("known_at", query.known_at)
  const input = query.input === undefined ? null : inputs.get(query.input)
  if (input === undefined && query.input !== undefined) return yield* new InputNotFound({ key: query.input })
  const { register } = yield* chronicleThen(knownAt)
  const above = parent === undefined ? null : unitByCode(register, parent, asOf)
  if (above === undefined && parent !== undefined) return yield* new UnitNotFound({ code: parent, asOf })
  const head: StatisticsHead = {
    asOf,
    knownAt,
    units: unitsBelow(register, above?.id ?? null, level, asOf),
    inputs: input === null || input === undefined ? [...inputs.values()] : [input]
  }
  return { head, input: query.input ?? null, question: { asOf, knownAt, accept } }
})

/** `/observations/sdmx/data` and `/structure`: values of units over time as messages of SDMX-JSON 2.0. */
export const openObservationRoutes = (desk: Desk): void => {
  const { observations } = api
  const today = (): Day => todayInVietnam(desk.now())
  mountFile(
    desk,
    observations.data,
    ({ query }) => asked(query, today()),
    ({ head, input, question }, c) => {
      const reported = Effect.flatMap(Observations, (port) => port.reported(head.units.map(({ id }) => id)))
      const standing = (units: StatisticsHead["units"]) =>
        Effect.flatMap(Observations, ({ history }) =>
          Effect.map(
            history(
              units.map(({ id }) => id),
              input
            ),
            (records) => standingUpTo(records, question)
          )
        )
      async function* pieces(): AsyncGenerator<string> {
        const message = dataMessage(head)
        yield message.begin()
        // Of ten thousand units in the country most have reported nothing: they are not asked one by one.
        const some = await readOn(c, desk, reported)
        const units = head.units.filter(({ id }) => some.has(id))
        for (let at = 0; at < units.length; at += UNITS_AT_ONCE) {
          yield message.piece(await readOn(c, desk, standing(units.slice(at, at + UNITS_AT_ONCE))))
        }
        yield message.end()
      }
      return inPieces(c, desk, {
        name: `sdmx-data-${head.asOf}.json`,
        mediaType: "application/vnd.sdmx.data+json; version=2.0.0; charset=utf-8",
        pieces: pieces()
      })
    }
  )
  mountFile(
    desk,
    observations.structure,
    ({ query }) => asked(query, today()),
    ({ head }, c) =>
      inPieces(c, desk, {
        name: `sdmx-structure-${head.asOf}.json`,
        mediaType: "application/vnd.sdmx.structure+json; version=2.0.0; charset=utf-8",
        pieces: [structureMessage(head)]
      })
  )
}
