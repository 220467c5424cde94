import { Result } from "effect"
import { ancestorsOn, type Register, type UnitId } from "../units/index.ts"
import { type Day, type Dong, dong, formatDay, formatNumber, quoted } from "../values/index.ts"
import {
  type CheckedWorks,
  duplicateOf,
  fault,
  unitOrFault,
  type WorksChecking,
  type WorksFault
} from "./check-fault.ts"
import { planFaults } from "./check-plan.ts"
import type { WorksProblem } from "./refusal.ts"
import type { Batch, Work, WorkRecording } from "./work.ts"

/** The province in which a unit lies on a day. */
export const provinceOn = (register: Register, unit: UnitId, day: Day): UnitId | null =>
  ancestorsOn(register, unit, day).find(({ level }) => level === "province")?.id ?? unit

const costOrFault = (cost: number): Result.Result<Dong, WorksFault> => {
  const refused = (vi: string, en: string) => Result.fail(fault("cost", "notMoney", vi, en))
  if (!Number.isFinite(cost)) return refused("Tổng mức đầu tư không phải là số", "The cost is no number")
  const whole = dong(cost)
  if (Result.isFailure(whole)) return refused(whole.failure.sentence.vi, whole.failure.sentence.en)
  return cost > 0
    ? Result.succeed(whole.success)
    : refused(
        `Tổng mức đầu tư phải lớn hơn 0, không phải ${formatNumber(cost)}`,
        `The cost must be above 0, not ${cost}`
      )
}

/** The day of a work's unit: that of its batch's approval; without one that of recording. */
const dayOf = ({ approvedOn }: Batch, today: Day): Day =>
  approvedOn !== null && approvedOn < today ? approvedOn : today

/** Nothing is due before it is approved. A batch that is known may be added to, and nothing else about it changes. */
const batchFaults = ({ journal }: WorksChecking, batch: Batch): ReadonlyArray<WorksFault> => {
  const { approvedOn, due } = batch
  if (approvedOn !== null && due !== null && due < approvedOn)
    return [
      fault(
        "due",
        "dueBeforeApproval",
        `Hạn ${formatDay(due)} trước ngày phê duyệt ${formatDay(approvedOn)}`,
        `It is due on ${due}, before it was approved on ${approvedOn}`
      )
    ]
  const known = journal.batches.find(({ id }) => id === batch.id)
  if (known === undefined) return []
  const same =
    known.unit === batch.unit &&
    known.name === batch.name &&
    known.year === batch.year &&
    known.document === batch.document &&
    known.approvedOn === batch.approvedOn &&
    known.due === batch.due
  return same
    ? []
    : [
        fault(
          "batch",
          "duplicate",
          `Đợt ${quoted(batch.id)} đã ghi với nội dung khác (“${known.name}”)`,
          `The batch ${quoted(batch.id)} is recorded already and says something else (“${known.name}”)`
        )
      ]
}

/**
 * Holds a list of works against everything: units, codes, costs, plans, inputs that they serve, who may record.
 *
 * **Details** All problems of all rows at once. A unit is meant as it stood on the day of the batch's approval.
 */
export const checkWorks = (
  checking: WorksChecking,
  batch: Batch,
  rows: ReadonlyArray<WorkRecording>
): CheckedWorks<Omit<Work, "id">> => {
  const { chronicle, inputs, journal, today } = checking
  const day = dayOf(batch, today)
  const accepted: Array<Omit<Work, "id"> & { readonly row: number }> = []
  const problems: Array<WorksProblem> = batchFaults(checking, batch).map((one) => ({ row: 0, ...one }))
  const provinces = new Map<UnitId, UnitId | null>()
  const keyOf = (unit: UnitId, code: string): string => {
    const province = provinces.get(unit) ?? provinceOn(chronicle.register, unit, day)
    provinces.set(unit, province)
    return `${province} ${code}`
  }
  const recorded = new Set(journal.works.map(({ code, unit }) => keyOf(unit, code)))
  const seen = new Map<string, number>()
  for (const [row, work] of rows.entries()) {
    const faults: Array<WorksFault | null> = []
    const { fault: unitFault, unit } = unitOrFault(checking, work.unit, day)
    const cost = costOrFault(work.cost)
    faults.push(unitFault, Result.isFailure(cost) ? cost.failure : null)
    if (work.batch !== batch.id)
      faults.push(
        fault(
          "batch",
          "unknownBatch",
          work.batch === null ? "Chưa ghi đợt" : `Đợt ${quoted(work.batch)} không phải đợt đang ghi`,
          work.batch === null ? "The batch is missing" : `The batch ${quoted(work.batch)} is not the one recorded here`
        )
      )
    faults.push(...planFaults(work.milestones))
    for (const input of work.serves)
      if (!inputs.has(input))
        faults.push(
          fault(
            "serves",
            "unknownInput",
            `Không bộ tiêu chí nào hỏi ${quoted(input)}`,
            `No criteria set asks for ${quoted(input)}`
          )
        )
    const key = unit === null ? null : keyOf(unit.id, work.code)
    const first = key === null ? undefined : seen.get(key)
    if (first !== undefined) faults.push(duplicateOf(first))
    else if (key !== null) {
      seen.set(key, row)
      if (recorded.has(key))
        faults.push(
          fault(
            "code",
            "duplicateCode",
            `Mã công trình ${quoted(work.code)} đã có trong tỉnh`,
            `The code ${quoted(work.code)} is taken in the province already`
          )
        )
    }
    const found = faults.filter((one) => one !== null)
    if (found.length > 0 || unit === null || Result.isFailure(cost))
      problems.push(...found.map((one) => ({ row, ...one })))
    else accepted.push({ ...work, row, unit: unit.id, cost: cost.success })
  }
  return { accepted, problems }
}
