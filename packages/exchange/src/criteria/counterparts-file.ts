import { type Counterpart, type CriteriaSet, CriteriaSetId } from "@ntm/domain/criteria"
import { type JsonObject, own, pointer } from "../documents/fields.ts"
import type { SetContext } from "./context.ts"
import { choiceOf, listOf, objectOf, refuseUnknownKeys, textOf, wholeOf } from "./notation.ts"

/**
 * What criteria of other sets seem to be about, by their names: `counterparts: [{ set, confidence, pairs: [{ from, to }] }]`.
 *
 * **Details** `to` is a criterion of this set. Whether the other set has `from`, `checkLinks` says. Never more than "inferred": what
 * a decision itself says of two sets is no counterpart by names.
 */
export const readCounterparts = (
  context: SetContext,
  set: JsonObject,
  criteria: CriteriaSet["criteria"]
): ReadonlyArray<Counterpart> =>
  listOf(context.reading, "", set, "counterparts").flatMap((value, index) => {
    const { reading } = context
    const at = pointer("/counterparts", index)
    const group = objectOf(reading, at, value)
    if (group === null) return []
    refuseUnknownKeys(reading, at, group, ["set", "confidence", "pairs", "note"])
    const other = textOf(reading, at, group, "set")
    if (other !== null && !context.known.has(other))
      reading.warning(
        pointer(at, "set"),
        `không có bộ tiêu chí “${other.slice(0, 60)}” ở đây, nên chưa đối chiếu được các cặp`,
        `there is no criteria set “${other.slice(0, 60)}” here, so the pairs are not checked`
      )
    const confidence = choiceOf(reading, at, group, "confidence", ["inferred"])
    for (const key of ["set", "confidence"])
      if (own(group, key) === undefined || own(group, key) === null)
        reading.problem(pointer(at, key), `thiếu “${key}”`, `“${key}” is missing`)
    return listOf(reading, at, group, "pairs").flatMap((pair, place): ReadonlyArray<Counterpart> => {
      const here = pointer(pointer(at, "pairs"), place)
      const object = objectOf(reading, here, pair)
      if (object === null) return []
      refuseUnknownKeys(reading, here, object, ["from", "to"])
      const [criterion, to] = [wholeOf(reading, here, object, "from"), wholeOf(reading, here, object, "to")]
      if (criterion === null || to === null) {
        if (own(object, "from") === undefined || own(object, "to") === undefined)
          reading.problem(here, "phải có số tiêu chí from và to", "must have the criteria's numbers from and to")
        return []
      }
      if (!criteria.some(({ no }) => no === to))
        reading.problem(pointer(here, "to"), `bộ này không có tiêu chí số ${to}`, `this set has no criterion ${to}`)
      return other === null || confidence === null
        ? []
        : [{ set: CriteriaSetId.make(other), criterion, to, confidence }]
    })
  })
