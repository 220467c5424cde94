import type { Actor } from "../../criteria/index.ts"
import type { Day } from "../../values/index.ts"
import { actingAs } from "../tasks/acting.ts"
import { holdersOf } from "../tasks/owners.ts"
import type { AskedRecommendation } from "./asked.ts"
import type { RecommendationState } from "./event.ts"
import { type RecommendationRule, recommendationWorkflow } from "./workflow.ts"

/** To whom something was recommended, as somebody stands to it. */
type Addressed = Pick<AskedRecommendation, "addressee" | "reading">

/** Whether a supervising body watches over whom it was recommended to: over the province, or over the unit itself. */
const supervises = ({ role, scope }: Actor, { addressee, reading }: Addressed, day: Day): boolean =>
  role === "supervisor" &&
  (scope === "all" ||
    scope.includes(reading.province.id) ||
    holdersOf(addressee === null ? [] : [addressee], reading, day).some(
      (holder) => holder._tag === "unit" && scope.includes(holder.unit.id)
    ))

/** Whether a row of the workflow is for somebody, on the day of the act. */
export const isTheirs = ({ who }: Pick<RecommendationRule, "who">, one: Addressed, actor: Actor, day: Day): boolean => {
  const owners = one.addressee === null ? [] : [one.addressee]
  const { lead, office } = actingAs(actor, { owners, coordinating: [] }, one.reading, day)
  return office || (who === "addressee" ? lead : supervises(actor, one, day))
}

/** What somebody may record of a recommendation in a state; nothing of one that is made to several, since it is recorded of each. */
export const recommendationNext = (
  one: Addressed & Pick<AskedRecommendation, "children">,
  state: RecommendationState,
  actor: Actor,
  day: Day
): ReadonlyArray<RecommendationRule["tag"]> =>
  one.children.length > 0
    ? []
    : recommendationWorkflow.flatMap((rule) =>
        rule.from.includes(state) && isTheirs(rule, one, actor, day) ? [rule.tag] : []
      )
