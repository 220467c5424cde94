import {
  type CriteriaSetId,
  type InputKey,
  isJudgedBy,
  judgeUnits,
  Observations,
  prove,
  type Telling
} from "@ntm/domain/criteria"
import { ancestorsOn, type Answer, type Report, type UnitCode } from "@ntm/domain/units"
import { Effect } from "effect"
import { type KnownQuery, namedUnit, questionOf, refused, setNamed, unitNamed } from "../assessments/asking.ts"
import { makeKnown } from "../assessments/known.ts"
import type { Desk } from "../http/mount.ts"
import { todayInVietnam } from "../http/today.ts"
import { sourcesOf } from "./sources.ts"

/** Makes the proof of a unit's verdict under a set; refused where the set is not for it. */
export const makeProofOf = (desk: Desk) => {
  const now = makeKnown()
  return Effect.fn("proofs.unit")(function* (
    code: UnitCode,
    { set: id, ...query }: KnownQuery & { readonly set: CriteriaSetId }
  ) {
    const asked = questionOf(query, todayInVietnam(desk.now()))
    const { known, knownAt: moment } = yield* now(asked)
    const question = { ...asked, knownAt: moment }
    const { asOf } = question
    const { register } = known.chronicle
    const unit = yield* unitNamed(known, code, asOf)
    const set = yield* setNamed(known, id, unit, asOf)
    const notFor = refused("set", {
      vi: `“${set.name}” không dành cho ${unit.type} ${unit.name}`,
      en: `“${set.id}” is not for the ${unit.level} ${unit.code}: another level or type, or it takes no part in the programme`
    })
    if (!isJudgedBy(set, unit, register, asOf)) return yield* notFor
    const answers = new Map<InputKey, Answer<Report>>()
    const windows = new Map<string, Answer<Report>>()
    const telling: Telling = {
      reasons: true,
      tell: (input, _, answer) => void answers.set(input, answer),
      tellWindow: (column, _, answer) => void windows.set(column, answer)
    }
    const port = yield* Observations
    const { groups, knownAt } = yield* judgeUnits(known, port, question, [id], [unit], telling)
    const [group] = groups
    const used = group?.sets.get(id)
    if (group === undefined || used === undefined) return yield* notFor
    const { assessment } = group
    const settled = { ...question, knownAt }
    const proof = prove({
      assessment,
      set: used.id,
      at: 0,
      unit: namedUnit(unit),
      above: ancestorsOn(register, unit.id, asOf).map(namedUnit),
      knownAt,
      accept: question.accept,
      history: known.sets,
      sourceOf: yield* sourcesOf(
        known,
        settled,
        unit,
        assessment.program.columns.values(),
        { answers, windows },
        desk.books
      )
    })
    return proof ?? (yield* notFor)
  })
}
