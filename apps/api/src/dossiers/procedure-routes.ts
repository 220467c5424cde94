import { api, type ProceduresTaken } from "@ntm/contract"
import {
  Dossiers,
  type ProcedureChange,
  proceduresKnown,
  proceduresTaken,
  type ProcedureVersion,
  versionsKnown
} from "@ntm/domain/dossiers"
import { Effect } from "effect"
import type { Desk } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { onlyPosts, receive } from "../http/receive.ts"
import { asWhole } from "../http/things.ts"
import { tagsOf } from "../http/writing.ts"
import { todayInVietnam } from "../http/today.ts"
import type { Acts } from "../people/acting.ts"

const shown = ({ knownUntil: _, procedure, ...known }: ProcedureVersion) => ({ ...procedure, known })

const taken = (changes: ReadonlyArray<ProcedureChange>): ProceduresTaken => ({
  procedures: changes.map(({ change, procedure: { id, name, steps } }) => ({
    id,
    name,
    change,
    steps: steps.length,
    timed: steps.filter(({ days }) => days !== null).length
  }))
})

/** `/dossiers/procedures`: those of a day, what an office's file would do, and loading it. */
export const procedureRoutes = (desk: Desk, acts: Acts): void => {
  const { loadProcedures, previewProcedures, procedures } = api.dossiers
  const inForce = Effect.gen(function* () {
    return proceduresKnown(yield* (yield* Dossiers).procedures(), null)
  })
  asWhole(desk, procedures.path, inForce)
  receive(
    desk,
    previewProcedures,
    Effect.fnUntraced(function* ({ body }) {
      const would = yield* Effect.fromResult(proceduresTaken(body.procedures, yield* inForce))
      return { ...taken(would), tag: yield* tagsOf(desk, procedures.path, [{}]) }
    })
  )
  onlyPosts(desk, previewProcedures)
  receive(
    desk,
    loadProcedures,
    Effect.fnUntraced(function* ({ body, query, sha256 }) {
      const { agency, name, role } = yield* acts("sets.load")
      const source = { recordedBy: { name, role, agency }, file: query.file ?? null, sha256 }
      const loaded = yield* (yield* Dossiers).load(body.procedures, source)
      return { ...taken(loaded.procedures), knownFrom: loaded.knownFrom }
    }),
    () => [{}]
  )
  mountListing(
    desk,
    procedures,
    Effect.fnUntraced(function* ({ query: { as_of, known_at, level, tier } }) {
      const asOf = as_of ?? todayInVietnam(desk.now())
      const knownAt = known_at ?? null
      const found = versionsKnown(yield* (yield* Dossiers).procedures(knownAt), knownAt)
      const items = found.filter(
        ({ procedure: one }) =>
          one.from <= asOf &&
          (one.to === null || asOf <= one.to) &&
          (level === undefined || one.level === level) &&
          (tier === undefined || one.tiers.includes(tier))
      )
      return { asOf, knownAt, items: items.map(shown) }
    }),
    { allow: "GET, HEAD, POST" }
  )
}
