import type { Reading } from "../agencies/reading.ts"
import type { TaskKey } from "../tasks/task-key.ts"
import { instanceKey, wholeKey } from "../tasks/keys.ts"
import { ownersOf } from "../tasks/owners.ts"
import type { TaskPlan } from "../tasks/plan.ts"
import type { Owner } from "../tasks/task.ts"
import type { RecommendationKey } from "./event.ts"
import type { Recommendation } from "./recommendation.ts"

/** A recommendation as it is asked of one addressee, or as a whole where it is asked of several. */
export interface AskedRecommendation {
  readonly key: RecommendationKey
  readonly recommendation: Recommendation
  readonly reading: Reading
  /** Null: asked of several, each of which is a child. */
  readonly addressee: Owner | null
  readonly parent: RecommendationKey | null
  readonly children: ReadonlyArray<RecommendationKey>
  /** The assignments of its document that carry it out, those of the same addressee where they are instances. */
  readonly tasks: ReadonlyArray<TaskKey>
}

/** The addressee's own instance of an assignment, or the assignment where it has none of his. */
const taskOf = (plan: TaskPlan, whole: TaskKey, addressee: Owner | null): ReadonlyArray<TaskKey> => {
  const task = plan.byKey.get(whole)
  if (task === undefined) return []
  if (addressee?._tag !== "unit" || task.kind !== "shared") return [whole]
  return task.children.filter((key) => {
    const [owner] = plan.byKey.get(key)?.owners ?? []
    return owner?._tag === "unit" && owner.unit === addressee.unit
  })
}

/**
 * Recommendations with one for each unit where they are made to several ("UBND cấp xã": each xã, phường and đặc khu of the day), each whole
 * before its parts. Of documents that no tasking says how to read there are none.
 */
export const askedRecommendations = (
  recommendations: ReadonlyArray<Recommendation>,
  plan: TaskPlan
): ReadonlyArray<AskedRecommendation> =>
  recommendations.flatMap((recommendation): ReadonlyArray<AskedRecommendation> => {
    const reading = plan.readings.get(recommendation.document)
    if (reading === undefined) return []
    const { addressee, document, no } = recommendation
    const owners = ownersOf([addressee], reading)
    const key = wholeKey(document, no, null)
    const whole = recommendation.tasks.map((task) => wholeKey(document, task, null))
    const asked = (
      owner: Owner | null,
      own: RecommendationKey,
      parent: RecommendationKey | null
    ): AskedRecommendation => ({
      key: own,
      recommendation,
      reading,
      addressee: owner,
      parent,
      children: [],
      tasks: whole.flatMap((task) => taskOf(plan, task, owner))
    })
    const [only] = owners
    if (owners.length === 1 && only !== undefined) return [asked(only, key, null)]
    const parts = owners.map((owner, at) => asked(owner, instanceKey(key, owner, at), key))
    return [{ ...asked(null, key, null), children: parts.map((part) => part.key) }, ...parts]
  })
