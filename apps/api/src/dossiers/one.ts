import { catalogueOf, type InputKey, Observations } from "@ntm/domain/criteria"
import { type Bundling, type Dossier, DossierNotFound, type DossierId, statedValues } from "@ntm/domain/dossiers"
import { unitOn } from "@ntm/domain/units"
import { Effect } from "effect"
import type { Desk } from "../http/mount.ts"
import { makeProofOf } from "../proofs/proof-of.ts"
import { judgedDay } from "./judging.ts"
import { askedOf, factsOf } from "./standings.ts"
import type { DossierWorld } from "./world.ts"

/** What several sources state of the values that the dossier's set asks for. */
const statedOf = Effect.fnUntraced(function* ({ asOf, known, knownAt }: DossierWorld, { criteriaSet, unit }: Dossier) {
  const set = known.setOn(criteriaSet, asOf)
  const inputs = catalogueOf(set === undefined ? [] : [set])
  const records = yield* (yield* Observations).history(unit, null)
  return statedValues(records, inputs, { inputs: new Set<InputKey>(inputs.keys()), day: asOf, knownAt })
})

/** One dossier with everything that its standing, its rehearsal and its bundle are made of. */
export const makeOne = (desk: Desk) => {
  const proofOf = makeProofOf(desk)

  /** The proof of the assessment that the dossier rests on; null where nothing judges the unit. */
  const proofFor = Effect.fnUntraced(function* (world: DossierWorld, dossier: Dossier) {
    const day = judgedDay(dossier, world)
    const unit = unitOn(world.known.chronicle.register, dossier.unit, day)
    if (unit === undefined) return null
    const { knownAt } = world
    const question = { set: dossier.criteriaSet, as_of: day, ...(knownAt === null ? {} : { known_at: knownAt }) }
    return yield* proofOf(unit.code, question)
  })

  return Effect.fn("dossiers.one")(function* (world: DossierWorld, id: DossierId, marginPercent: number) {
    const dossier = world.journal.dossiers.find((one) => one.id === id && one.openedOn <= world.asOf)
    if (dossier === undefined) return yield* new DossierNotFound({ id })
    const gathered = yield* factsOf(world, [dossier])
    const { stood } = gathered(dossier)
    const proof = stood === null ? null : yield* proofFor(world, dossier)
    const asked = askedOf(world, dossier, gathered(dossier, proof?.seal.hash ?? null))
    if (asked === null) return yield* new DossierNotFound({ id })
    const bundling: Bundling = { ...asked, marginPercent, stated: yield* statedOf(world, dossier), proof }
    return bundling
  })
}
