import { api } from "@ntm/contract"
import { Boundaries, extentOn, Reorganisations, unitByCode, type UnitBoundary, unitsOn } from "@ntm/domain/units"
import type { Day } from "@ntm/domain/values"
import type { InputProblem } from "@ntm/exchange"
import { readBoundaries } from "@ntm/exchange/units"
import { Effect } from "effect"
import { InvalidBody } from "../http/errors.ts"
import type { Desk } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { receive, onlyPosts } from "../http/receive.ts"
import { asWhole } from "../http/things.ts"
import { tagsOf } from "../http/writing.ts"
import { allowedAbout } from "../people/acting.ts"
import { todayInVietnam } from "../http/today.ts"

const fieldProblem = ({ path, message }: InputProblem) => ({ path, message: message.vi, messageEn: message.en })

/** What a body holds for the units of the day: boundaries of known units with their extents, or every problem. */
const readFor = Effect.fnUntraced(function* (body: unknown, asOf: Day) {
  const { chronicle, version } = yield* (yield* Reorganisations).register()
  const known = { asOf, units: unitsOn(chronicle.register, asOf) }
  const { boundaries, problems, warnings } = readBoundaries(body, known, "")
  if (boundaries === null) return yield* new InvalidBody({ errors: problems.map(fieldProblem) })
  return {
    version,
    warnings: warnings.map(fieldProblem),
    boundaries: boundaries.flatMap(({ code, polygons }): ReadonlyArray<UnitBoundary> => {
      const unit = unitByCode(chronicle.register, code, asOf)?.id
      const extent = unit === undefined ? undefined : extentOn(chronicle, unit, asOf)
      return unit === undefined || extent === undefined ? [] : [{ unit, code, asOf, formed: extent.formed, polygons }]
    })
  }
})

/** `/boundaries`, and the check of a file before it is recorded. */
export const boundariesRoutes = (desk: Desk): void => {
  asWhole(
    desk,
    api.boundaries.list.path,
    Effect.flatMap(Boundaries, (port) => port.imports())
  )
  const dayOf = (asked: Day | undefined): Day => asked ?? todayInVietnam(desk.now())
  receive(
    desk,
    api.boundaries.check,
    Effect.fnUntraced(function* ({ body, query }) {
      const asOf = dayOf(query.as_of)
      const { boundaries, warnings } = yield* readFor(body, asOf)
      return { asOf, units: boundaries.length, warnings, tag: yield* tagsOf(desk, api.boundaries.list.path, [{}]) }
    })
  )
  onlyPosts(desk, api.boundaries.check)
  receive(
    desk,
    api.boundaries.record,
    ({ body, query, sha256 }) => {
      const asOf = dayOf(query.as_of)
      const recording = Effect.gen(function* () {
        const { boundaries, version, warnings } = yield* readFor(body, asOf)
        yield* allowedAbout("units.boundaries", { units: boundaries.map(({ unit }) => unit) })
        const file = { asOf, file: query.file ?? null, sha256, version, boundaries }
        const recorded = yield* (yield* Boundaries).replace(file)
        return { asOf, units: boundaries.length, warnings, ...recorded }
      })
      // Read anew on the register that came in between; twice in a row is told.
      return Effect.retry(recording, { times: 1, while: (error) => error._tag === "RegisterChanged" })
    },
    () => [{}]
  )
  mountListing(
    desk,
    api.boundaries.list,
    Effect.fnUntraced(function* ({ query: { as_of, known_at } }) {
      const imports = yield* (yield* Boundaries).imports()
      return {
        items: imports.filter(
          ({ asOf, recordedAt }) =>
            (as_of === undefined || asOf <= as_of) && (known_at === undefined || recordedAt <= known_at)
        )
      }
    }),
    { allow: "GET, HEAD, POST" }
  )
}
