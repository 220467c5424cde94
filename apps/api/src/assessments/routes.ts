import { api, type Scorecard } from "@ntm/contract"
import {
  bandsIn,
  catalogueOf,
  type CriteriaSet,
  type CriteriaSetId,
  isJudgedBy,
  type Known,
  setsOf
} from "@ntm/domain/criteria"
import { type Unit, type UnitCode, unitOn } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import { Effect } from "effect"
import { InvalidBody } from "../http/errors.ts"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { onlyPosts, receive } from "../http/receive.ts"
import { todayInVietnam } from "../http/today.ts"
import { type KnownQuery, questionOf, refused, replacingNamed, setNamed, unitNamed } from "./asking.ts"
import { existing } from "../documents/routes.ts"
import { groupOf } from "./group.ts"
import { makeIllustrative, makeJudged } from "./judged.ts"
import { makeKnown } from "./known.ts"
import { matrixOf } from "./matrix.ts"
import { replacementIn } from "./replacement.ts"
import { scorecardOf, type SupposedValue } from "./scorecard.ts"
import { targetsOf } from "./targets.ts"
import { makeUnchanged } from "./unchanged.ts"

/** The sets by which one unit is judged: the one asked for, if it is for the unit, or all that are. */
const setsFor = Effect.fnUntraced(function* (known: Known, unit: Unit, id: CriteriaSetId | undefined, asOf: Day) {
  if (id === undefined) return setsOf(known, unit, asOf)
  const set: CriteriaSet = yield* setNamed(known, id, unit, asOf)
  if (isJudgedBy(set, unit, known.chronicle.register, asOf)) return [set]
  return yield* refused("set", {
    vi: `“${set.name}” không dành cho ${unit.type} ${unit.name}`,
    en: `“${set.id}” is not for the ${unit.level} ${unit.code}: another level or type, or it takes no part in the programme`
  })
})

/** A scorecard takes some 0.5 MB with its words. */
const MOST_SCORECARDS = 128

/** The targets of a plan take some 0.2 MB. */
const MOST_TARGETS = 32

/** Units that a group lists when the caller does not say how many. */
const DEFAULT_UNITS = 20

/** A unit as it stood on an earlier day: itself, or what carried its code then. */
const unitThen = (known: Known, { code, id }: Unit, day: Day) => {
  const row = unitOn(known.chronicle.register, id, day)
  return row === undefined ? unitNamed(known, code, day) : Effect.succeed(row)
}

/** `/assessments`, one unit's scorecard, what if, `/rollups` and `/targets`. */
export const assessmentRoutes = (desk: Desk): void => {
  const { assessments } = api
  const now = makeKnown()
  const judged = makeJudged()
  const illustrative = makeIllustrative()
  const unchanged = makeUnchanged<Scorecard>(MOST_SCORECARDS)
  const targetsUnchanged = makeUnchanged<Effect.Success<ReturnType<typeof targetsOf>>>(MOST_TARGETS)
  const today = (): Day => todayInVietnam(desk.now())

  const scorecard = Effect.fnUntraced(function* (
    code: UnitCode,
    query: KnownQuery & { readonly set?: CriteriaSetId },
    supposed: ReadonlyArray<SupposedValue>
  ) {
    const asked = questionOf(query, today())
    const { known, knownAt } = yield* now(asked)
    const question = { ...asked, knownAt }
    const unit = yield* unitNamed(known, code, question.asOf)
    const sets = yield* setsFor(known, unit, query.set, question.asOf)
    return yield* scorecardOf(known, question, { unit, sets, supposed }, desk.books)
  })

  const matrix = Effect.fnUntraced(function* (
    query: KnownQuery & { readonly set: CriteriaSetId; readonly unit?: UnitCode }
  ) {
    const question = questionOf(query, today())
    const current = yield* now(question)
    const { known } = current
    const parent = query.unit === undefined ? null : yield* unitNamed(known, query.unit, question.asOf)
    const set = yield* setNamed(known, query.set, parent, question.asOf)
    const scope = yield* judged(current, question, set, parent)
    return matrixOf(known, question, parent, scope, yield* illustrative(scope, question))
  })

  const group = Effect.fnUntraced(function* (
    query: KnownQuery & {
      readonly set: CriteriaSetId
      readonly unit?: UnitCode
      readonly from?: Day
      readonly top?: number
      readonly bands?: string
    }
  ) {
    const question = questionOf(query, today())
    const current = yield* now(question)
    const { known } = current
    const { from, top = DEFAULT_UNITS } = query
    const parent = query.unit === undefined ? null : yield* unitNamed(known, query.unit, question.asOf)
    const set = yield* setNamed(known, query.set, parent, question.asOf)
    const scope = yield* judged(current, question, set, parent)
    const asked = { question, parent, limit: top, bands: query.bands === undefined ? null : bandsIn(query.bands) }
    const made = yield* illustrative(scope, question)
    if (from === undefined) return groupOf(known, asked, scope, made, null)
    const then = parent === null ? null : yield* unitThen(known, parent, from)
    const setThen = yield* setNamed(known, query.set, then, from)
    // Both days as known at the one moment of `current`, so that nothing recorded in between passes for a change.
    const before = yield* judged(current, { ...question, asOf: from }, setThen, then)
    return groupOf(known, asked, scope, made, { from, scope: before })
  })

  const replacement = Effect.fnUntraced(function* (
    query: KnownQuery & { readonly set: CriteriaSetId; readonly with: CriteriaSetId; readonly unit?: UnitCode }
  ) {
    const question = questionOf(query, today())
    const current = yield* now(question)
    const parent = query.unit === undefined ? null : yield* unitNamed(current.known, query.unit, question.asOf)
    const from = yield* setNamed(current.known, query.set, parent, question.asOf)
    const to = yield* replacingNamed(current.known, query.with, parent, question.asOf)
    return yield* replacementIn(current, { question, parent, from, to }, { judged, illustrative })
  })

  receive(
    desk,
    assessments.whatIf,
    Effect.fnUntraced(function* ({ body, params, query }) {
      const inputs = catalogueOf((yield* now(questionOf(query, today()))).known.sets)
      // A key that was misspelt would change nothing, and look like an answer.
      const errors = body.values.flatMap(({ input }, at) =>
        inputs.has(input)
          ? []
          : [
              {
                path: `values[${at}].input`,
                message: `không bộ tiêu chí nào hỏi “${input}”`,
                messageEn: `no criteria set asks for “${input}”`
              }
            ]
      )
      if (errors.length > 0) return yield* new InvalidBody({ errors })
      return yield* scorecard(params.code, query, body.values)
    })
  )
  onlyPosts(desk, assessments.whatIf)
  mount(desk, assessments.unit, ({ params, query }) => {
    const asked = JSON.stringify([params.code, questionOf(query, today()), query.set])
    return unchanged(asked, scorecard(params.code, query, []))
  })
  mountListing(desk, assessments.matrix, ({ query }) => matrix(query))
  mount(desk, assessments.group, ({ query }) => group(query))
  mount(desk, assessments.replacement, ({ query }) => replacement(query))
  mountListing(
    desk,
    assessments.targets,
    Effect.fnUntraced(function* ({ query }) {
      yield* existing(query.document)
      const question = questionOf(query, today())
      const found = Effect.flatMap(now(question), (current) =>
        targetsOf(current, { judged, illustrative }, query.document, question)
      )
      return yield* targetsUnchanged(JSON.stringify([query.document, question]), found)
    })
  )
}
