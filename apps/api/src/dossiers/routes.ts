import { api } from "@ntm/contract"
import { setOfTier } from "@ntm/domain/criteria"
import {
  besideOthers,
  bundleText,
  checkSurvey,
  type Dossier,
  dossierBundle,
  type DossierOpening,
  Dossiers,
  dossierStanding,
  nameless,
  openingCheck,
  procedureFor,
  readSurvey,
  rehearsalOf,
  underWay
} from "@ntm/domain/dossiers"
import { ancestorsOn, unitByCode, type UnitId, unitOn } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { setNamed, unitNamed } from "../assessments/asking.ts"
import type { TasksOf } from "../assignments/tasks-book.ts"
import { InvalidBody } from "../http/errors.ts"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { mountFile, saved } from "../http/mount-file.ts"
import { onlyPosts, receive } from "../http/receive.ts"
import { asThing, namedIn } from "../http/things.ts"
import { todayInVietnam } from "../http/today.ts"
import { debtsOf, stoodOf } from "./judging.ts"
import { lineOf } from "./lines.ts"
import { makeOne } from "./one.ts"
import { procedureRoutes } from "./procedure-routes.ts"
import { readEvents, readOpenings } from "./rows.ts"
import { factsOf, standingsOn } from "./standings.ts"
import { type DossierWorld, makeDossierWorld } from "./world.ts"
import { type Acts, unitsIn } from "../people/acting.ts"

/** How near to its threshold a value is told, in per cent of it, unless another margin is asked for. */
const USUAL_MARGIN = 5

/** Whether the unit of a dossier is the one asked for, or lies below it: on the day asked, or on that on which it was opened. */
const isBelow = ({ asOf, known }: DossierWorld, { openedOn, unit }: Dossier, asked: UnitId): boolean =>
  unit === asked ||
  [asOf, openedOn].some((day) => ancestorsOn(known.chronicle.register, unit, day).some(({ id }) => id === asked))

/** Names an opening among others of a batch. */
const openingKey = (opening: DossierOpening, unit: UnitId): string => JSON.stringify([opening, unit])

/**
 * What the facts say of each of the openings.
 *
 * **Details** Asked before the journal is locked: a unit that is none is told by the check under the lock.
 */
const checksOf = Effect.fnUntraced(function* (world: DossierWorld, openings: ReadonlyArray<DossierOpening>) {
  const { known, procedures } = world
  const { register } = known.chronicle
  const named = openings.flatMap((opening) => {
    const { openedOn, unit } = opening
    const row = typeof unit === "string" ? unitByCode(register, unit, openedOn) : unitOn(register, unit, openedOn)
    return row === undefined ? [] : [{ opening, row, asking: { ...opening, unit: row.id } }]
  })
  const stood = yield* stoodOf(
    world,
    named.map(({ asking }) => asking)
  )
  const owed = yield* debtsOf(
    world,
    named.map(({ row }) => row.id)
  )
  const checks = new Map(
    named.map(({ asking, opening, row }) => {
      const { openedOn: day, tier } = opening
      const check = openingCheck({
        unit: row,
        tier,
        day,
        procedure: procedureFor(procedures, { level: row.level, tier, day }),
        explanation: stood(asking)?.explain() ?? null,
        names: stood(asking)?.names ?? nameless,
        held: known.held(day).get(row.id) ?? null,
        overdueDebt: owed(row.id)
      })
      return [openingKey(opening, row.id), check]
    })
  )
  return (opening: DossierOpening, unit: UnitId) =>
    checks.get(openingKey(opening, unit)) ?? { allowed: true, reasons: [], remarks: [] }
})

/**
 * `/dossiers`: lists, one with its steps and papers, what may be opened, rehearsal, the sealed bundle, opening and recording.
 *
 * **Details** Only gathers: every answer is made in the domain out of the journal and of what the rooms know. Whoever writes acts as the
 * office of a grant that has leave for all of it (`Acts`).
 */
export const dossierRoutes = (desk: Desk, tasksOn: TasksOf, acts: Acts): void => {
  const { dossiers } = api
  const today = (): Day => todayInVietnam(desk.now())
  const worldOf = makeDossierWorld()
  const oneOf = makeOne(desk, tasksOn)
  const now = () => worldOf({ asOf: today(), knownAt: null })

  procedureRoutes(desk, acts)
  mount(
    desk,
    dossiers.check,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = query.as_of ?? today()
      const world = yield* worldOf({ asOf, knownAt: query.known_at ?? null })
      const { journal, known, knownAt, procedureOf, procedures } = world
      const unit = yield* unitNamed(known, query.unit, asOf)
      const { tier } = query
      const set =
        query.set === undefined ? setOfTier(known, unit, tier, asOf) : yield* setNamed(known, query.set, unit, asOf)
      const asking = set === undefined ? [] : [{ unit: unit.id, criteriaSet: set.id, asOf }]
      const stood = yield* stoodOf(world, asking)
      const [asked] = asking
      const found = asked === undefined ? null : stood(asked)
      const procedure = procedureFor(procedures, { level: unit.level, tier, day: asOf })
      const check = openingCheck({
        unit,
        tier,
        day: asOf,
        procedure,
        explanation: found?.explain() ?? null,
        names: found?.names ?? nameless,
        held: known.held(asOf).get(unit.id) ?? null,
        overdueDebt: (yield* debtsOf(world, [unit.id]))(unit.id)
      })
      const open = underWay(
        { ...journal, events: journal.events.filter(({ day }) => day <= asOf) },
        procedureOf
      ).filter(({ openedOn }) => openedOn <= asOf)
      return { asOf, knownAt, check: besideOthers(check, open, unit.id, tier), procedure: procedure ?? null }
    })
  )
  receive(
    desk,
    dossiers.survey,
    Effect.fnUntraced(function* ({ body }) {
      const problems = checkSurvey(body)
      if (problems.length > 0)
        return yield* new InvalidBody({
          errors: problems.map(({ field, sentence }) => ({ path: field, message: sentence.vi, messageEn: sentence.en }))
        })
      return { standing: readSurvey(body) }
    })
  )
  onlyPosts(desk, dossiers.survey)
  receive(
    desk,
    dossiers.record,
    Effect.fnUntraced(function* ({ body }) {
      const rows = yield* readEvents(body.rows)
      const world = yield* now()
      const asked = new Set(rows.map(({ dossier }) => dossier))
      const units = world.journal.dossiers.flatMap(({ id, unit }) => (asked.has(id) ? [unit] : []))
      const gathered = yield* factsOf(
        world,
        world.journal.dossiers.filter(({ id }) => asked.has(id))
      )
      const { ids, recordedAt } = yield* (yield* Dossiers).record(rows, {
        actor: yield* acts("dossiers.record", { units }),
        chronicle: world.known.chronicle,
        calendar: world.calendar,
        factsOf: (dossier) => gathered(dossier).facts
      })
      return { recordedAt, items: ids.map((id, row) => ({ row, id })) }
    }),
    ({ body }) => namedIn(body.rows, "dossier").map((id) => ({ id }))
  )
  onlyPosts(desk, dossiers.record)
  receive(
    desk,
    dossiers.open,
    Effect.fnUntraced(function* ({ body }) {
      const world = yield* now()
      const { chronicle, sets } = world.known
      const rows = yield* readOpenings(body.rows, chronicle, world.procedures)
      const named = rows.some(({ tasks }) => tasks.length > 0)
      const plan = named ? (yield* tasksOn({ asOf: world.asOf, knownAt: null })).plan : null
      const { ids, recordedAt } = yield* (yield* Dossiers).open(rows, {
        actor: yield* acts("dossiers.open", {
          units: unitsIn(
            chronicle.register,
            rows.map(({ openedOn, unit }) => [unit, openedOn])
          )
        }),
        chronicle,
        sets: new Set(sets.map(({ id }) => id)),
        isTask: (task) => plan?.byKey.has(task) ?? false,
        check: yield* checksOf(world, rows)
      })
      return { recordedAt, items: ids.map((id, row) => ({ row, id })) }
    })
  )
  mountListing(
    desk,
    dossiers.list,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = query.as_of ?? today()
      const world = yield* worldOf({ asOf, knownAt: query.known_at ?? null })
      const { journal, known, knownAt } = world
      const unit = query.unit === undefined ? null : yield* unitNamed(known, query.unit, asOf)
      const asked = journal.dossiers.filter(
        (one) =>
          (query.tier === undefined || one.tier === query.tier) && (unit === null || isBelow(world, one, unit.id))
      )
      const standings = yield* standingsOn(world, asked)
      return { asOf, knownAt, items: standings.map(lineOf) }
    }),
    { allow: "GET, HEAD, POST" }
  )
  mount(
    desk,
    dossiers.rehearsal,
    Effect.fnUntraced(function* ({ params, query }) {
      const asOf = query.as_of ?? today()
      const asked = yield* oneOf({ asOf, knownAt: query.known_at ?? null }, params.id, query.margin ?? USUAL_MARGIN)
      return { asOf, knownAt: asked.knownAt, rehearsal: rehearsalOf(dossierStanding(asked), asked) }
    })
  )
  mountFile(
    desk,
    dossiers.bundle,
    Effect.fnUntraced(function* ({ params, query }) {
      const asOf = query.as_of ?? today()
      const asked = yield* oneOf({ asOf, knownAt: query.known_at ?? null }, params.id, query.margin ?? USUAL_MARGIN)
      const content = new TextEncoder().encode(bundleText(dossierBundle(asked)))
      const name = `ho-so-${params.id}-${asked.unit?.code ?? "don-vi-cu"}-${asOf}.json`
      return { name, mediaType: "application/json; charset=utf-8", content }
    }),
    saved
  )
  mount(
    desk,
    dossiers.one,
    asThing(
      desk,
      dossiers.one,
      Effect.fnUntraced(function* ({ params, query }) {
        const asOf = query.as_of ?? today()
        const asked = yield* oneOf({ asOf, knownAt: query.known_at ?? null }, params.id, USUAL_MARGIN)
        return { asOf, knownAt: asked.knownAt, standing: dossierStanding(asked) }
      }),
      ({ standing: { dossier, events } }) => [dossier, events]
    )
  )
}
