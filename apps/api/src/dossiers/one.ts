import { catalogueOf, type InputKey, Observations } from "@ntm/domain/criteria"
import { type Bundling, type Dossier, DossierNotFound, type DossierId, statedValues } from "@ntm/domain/dossiers"
import { unitOn } from "@ntm/domain/units"
import { Effect } from "effect"
import type { TasksOf } from "../assignments/tasks-book.ts"
import type { Desk } from "../http/mount.ts"
import { makeProofOf } from "../proofs/proof-of.ts"
import { judgedDay } from "./judging.ts"
import { askedOf, factsOf } from "./standings.ts"
import { type DossiersAsked, type DossierWorld, latest, makeDossierWorld } from "./world.ts"

/** What several sources state of the values that the dossier's set asks for. */
const statedOf = Effect.fnUntraced(function* ({ asOf, known, knownAt }: DossierWorld, { criteriaSet, unit }: Dossier) {
  const set = known.setOn(criteriaSet, asOf)
  const inputs = catalogueOf(set === undefined ? [] : [set])
  const records = yield* (yield* Observations).history(unit, null)
  return statedValues(records, inputs, { inputs: new Set<InputKey>(inputs.keys()), day: asOf, knownAt })
})

/** One dossier with everything that its standing, its rehearsal and its bundle are made of. */
export const makeOne = (desk: Desk, tasksOn: TasksOf) => {
  const proofOf = makeProofOf(desk)
  const worldOf = makeDossierWorld()

  /** The proof of the assessment that the dossier rests on; null where nothing judges the unit. */
  const proofFor = Effect.fnUntraced(function* (world: DossierWorld, dossier: Dossier) {
    const day = judgedDay(dossier, world)
    const unit = unitOn(world.known.chronicle.register, dossier.unit, day)
    if (unit === undefined) return null
    const { knownAt } = world
    const question = { set: dossier.criteriaSet, as_of: day, ...(knownAt === null ? {} : { known_at: knownAt }) }
    return yield* proofOf(unit.code, question)
  })

  return Effect.fn("dossiers.one")(function* (asked: DossiersAsked, id: DossierId, marginPercent: number) {
    const now = yield* worldOf(asked)
    const dossier = now.journal.dossiers.find((one) => one.id === id && one.openedOn <= asked.asOf)
    if (dossier === undefined) return yield* new DossierNotFound({ id })
    const tasks = dossier.tasks.length === 0 ? null : yield* tasksOn(asked)
    // Everything as known at one moment: asked again with it, the bundle is the same byte by byte.
    const world = { ...now, knownAt: asked.knownAt ?? latest(now.knownAt, tasks?.knownAt ?? null) }
    const gathered = yield* factsOf(world, [dossier])
    const proof = gathered(dossier).stood === null ? null : yield* proofFor(world, dossier)
    const parts = askedOf(world, dossier, gathered(dossier, proof?.seal.hash ?? null), tasks?.book ?? null)
    if (parts === null) return yield* new DossierNotFound({ id })
    const bundling: Bundling = { ...parts, marginPercent, stated: yield* statedOf(world, dossier), proof }
    return bundling
  })
}
