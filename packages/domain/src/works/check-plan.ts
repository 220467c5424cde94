import { formatDay } from "../values/index.ts"
import { fault, type WorksFault } from "./check-fault.ts"
import { cycleOf } from "./network.ts"
import { procedure, type StepKey } from "./procedure.ts"
import type { Milestone } from "./work.ts"

const names = new Map(procedure.map(({ key, name }) => [key, name]))

/** A step as sentences name it. */
export const stepName = (step: StepKey) => names.get(step) ?? { vi: step, en: step }

/**
 * Steps during which what follows may begin already: nobody waits for the last household's land to start building where it is free.
 *
 * **Details** What follows is still not done before they are.
 */
export const mayOverlap: ReadonlySet<StepKey> = new Set<StepKey>(["land"])

const daysFaults = (milestones: ReadonlyArray<Milestone>): ReadonlyArray<WorksFault> => {
  const byStep = new Map(milestones.map((milestone) => [milestone.step, milestone]))
  return milestones.flatMap(({ after, due, start, step }) => {
    const { en, vi } = stepName(step)
    const reversed =
      start > due
        ? [
            fault(
              "milestones",
              "milestoneReversed",
              `“${vi}” bắt đầu ${formatDay(start)} sau ngày kết thúc ${formatDay(due)}`,
              `“${en}” begins on ${start}, after its last day ${due}`
            )
          ]
        : []
    const early = after.flatMap((one) => {
      const before = byStep.get(one)
      if (before === undefined) return []
      const name = stepName(one)
      if (mayOverlap.has(one))
        return due > before.due
          ? []
          : [
              fault(
                "milestones",
                "milestoneBeforeItsPredecessor",
                `“${vi}” dự kiến xong ${formatDay(due)}, phải sau khi xong “${name.vi}” (${formatDay(before.due)})`,
                `“${en}” is to be done on ${due}: it must be after “${name.en}” is done (${before.due})`
              )
            ]
      return start > before.due
        ? []
        : [
            fault(
              "milestones",
              "milestoneBeforeItsPredecessor",
              `“${vi}” bắt đầu ${formatDay(start)}, phải sau ngày cuối của “${name.vi}” (${formatDay(before.due)})`,
              `“${en}” begins on ${start}: it must be after the last day of “${name.en}” (${before.due})`
            )
          ]
    })
    return [...reversed, ...early]
  })
}

/** What is wrong with a plan of steps: said twice, unknown, in a circle, or with days that cannot be. */
export const planFaults = (milestones: ReadonlyArray<Milestone>): ReadonlyArray<WorksFault> => {
  const known = new Set(milestones.map(({ step }) => step))
  const twice = milestones.filter(({ step }, at) => milestones.findIndex((one) => one.step === step) !== at)
  const unknown = milestones.flatMap(({ after, step }) =>
    after.flatMap((one) => (known.has(one) ? [] : [{ one, step }]))
  )
  const faults = [
    ...twice.map(({ step }) => {
      const { en, vi } = stepName(step)
      return fault("milestones", "milestoneTwice", `Bước “${vi}” có hai lần`, `The step “${en}” stands twice`)
    }),
    ...unknown.map(({ one, step }) => {
      const [name, of] = [stepName(one), stepName(step)]
      return fault(
        "milestones",
        "milestoneUnknown",
        `“${of.vi}” đợi bước “${name.vi}” không có trong tiến độ`,
        `“${of.en}” waits for “${name.en}”, which is not in the plan`
      )
    })
  ]
  if (twice.length > 0) return faults
  const cycle = cycleOf(milestones)
  if (cycle === null) return [...faults, ...daysFaults(milestones)]
  return [
    ...faults,
    fault(
      "milestones",
      "milestoneCycle",
      `Các bước đợi nhau thành vòng: ${cycle.map((step) => stepName(step).vi).join(" → ")}`,
      `Steps wait for each other in a circle: ${cycle.map((step) => stepName(step).en).join(" → ")}`
    )
  ]
}
