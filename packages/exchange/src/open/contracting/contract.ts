import type { FundingEntry } from "@ntm/domain/funding"
import type { Day } from "@ntm/domain/values"
import type { StepKey, WorkStanding } from "@ntm/domain/works"
import { dayStart } from "../publisher.ts"
import { milestonesOf } from "./milestones.ts"
import type { PartyReference } from "./parties.ts"
import { dong } from "./value.ts"

interface Contracted {
  readonly standing: WorkStanding
  readonly payments: ReadonlyArray<FundingEntry>
  readonly supplier: PartyReference | null
  readonly asOf: Day
}

const transactionOf = ({ amount, day, id, illustrative }: FundingEntry) => ({
  id: String(id),
  date: dayStart(day),
  value: dong(amount),
  ...(illustrative ? { illustrative: true } : {})
})

const amendmentOf = ({ after, before, day, reason, report, what }: WorkStanding["changes"][number]) => ({
  id: String(report),
  date: dayStart(day),
  description: `${what.vi}: ${before} → ${after}`,
  rationale: reason
})

/**
 * Whether there is a contract, what was awarded and what it is worth now; null while no contractor was chosen and nothing was built or paid.
 *
 * **Details** The day of signing is not kept, so nothing says that a contract was signed on a day; it counts as in force once the
 * construction began, and as ended once every step of its plan is done.
 */
export const contractOf = ({ asOf, payments, standing, supplier }: Contracted) => {
  const { changes, scope, steps, value, work } = standing
  const step = (key: StepKey) => steps.find((one) => one.step === key)
  const [chosen, built] = [step("contractor"), step("construction")]
  const chosenOn = chosen?.doneOn ?? null
  const begunOn = built?.begunOn ?? built?.doneOn ?? null
  if (chosenOn === null && begunOn === null && payments.length === 0) return null
  const isEnded = steps.every(({ doneOn }) => doneOn !== null)
  const award = {
    id: `${work.code}-award`,
    title: work.name,
    status: "active",
    ...(chosenOn === null ? {} : { date: dayStart(chosenOn) }),
    ...(supplier === null ? {} : { suppliers: [supplier] })
  }
  const milestones = milestonesOf(steps, "implementation", asOf)
  const contract = {
    id: `${work.code}-contract`,
    awardID: award.id,
    title: work.name,
    ...(scope === null ? {} : { description: scope }),
    status: isEnded ? "terminated" : begunOn === null ? "pending" : "active",
    ...(built === undefined
      ? {}
      : { period: { startDate: dayStart(begunOn ?? built.start), endDate: dayStart(built.due) } }),
    value: dong(value),
    ...(changes.length === 0 ? {} : { amendments: changes.map(amendmentOf) }),
    implementation: {
      ...(payments.length === 0 ? {} : { transactions: payments.map(transactionOf) }),
      ...(milestones.length === 0 ? {} : { milestones })
    }
  }
  return { award, contract }
}
