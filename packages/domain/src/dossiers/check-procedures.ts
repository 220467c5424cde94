import type { Tier } from "../criteria/index.ts"
import { type Bilingual, formatDay } from "../values/index.ts"
import { inOrder, stepsBefore } from "./path.ts"
import type { Procedure } from "./procedure.ts"
import { tierWords } from "../criteria/index.ts"

/** Something that makes no sense in a list of procedures: where ("[0].steps[3].after[0]"), and why. */
export interface ProcedureProblem {
  readonly path: string
  readonly reason: Bilingual
}

const told = (path: string, vi: string, en: string): ProcedureProblem => ({ path, reason: { vi, en } })

const twice = (
  keys: ReadonlyArray<string>,
  at: (place: number) => string,
  vi: string,
  en: string
): ReadonlyArray<ProcedureProblem> =>
  keys.flatMap((key, place) =>
    keys.indexOf(key) === place ? [] : [told(at(place), `${vi} “${key}” có hai lần`, `the ${en} “${key}” stands twice`)]
  )

const stepProblems = (procedure: Procedure, at: string): ReadonlyArray<ProcedureProblem> => {
  const { papers, steps } = procedure
  const keys = new Set(steps.map(({ key }) => key))
  const paperKeys = new Set(papers.map(({ key }) => key))
  const ordered = new Set(inOrder(procedure).map(({ key }) => key))
  const unknownAfter = steps.some(({ after }) => after.some((key) => !keys.has(key)))
  return steps.flatMap(({ after, confidence, days, key, papers: asked, rule }, place) => {
    const here = `${at}.steps[${place}]`
    const circle = !unknownAfter && !ordered.has(key) && stepsBefore(procedure, key).has(key)
    return [
      ...after.flatMap((one, index) =>
        keys.has(one) ? [] : [told(`${here}.after[${index}]`, `không có bước “${one}”`, `there is no step “${one}”`)]
      ),
      ...(circle ? [told(`${here}.after`, `bước “${key}” chờ chính nó`, `the step “${key}” waits for itself`)] : []),
      ...asked.flatMap((one, index) =>
        paperKeys.has(one)
          ? []
          : [told(`${here}.papers[${index}]`, `không có giấy tờ “${one}”`, `there is no paper “${one}”`)]
      ),
      ...(confidence === "unknown" && days !== null
        ? [
            told(
              `${here}.days`,
              `số ngày chưa biết nguồn thì để trống (null), không ghi ${days.days}`,
              `days of an unknown step are null, not ${days.days}`
            )
          ]
        : []),
      ...(rule?._tag === "consultation" && rule.days === 0
        ? [told(`${here}.rule.days`, "lấy ý kiến 0 ngày", "a consultation of 0 days")]
        : [])
    ]
  })
}

/** Papers that results fill, and the rule of the step that gives the result. */
const filledBy = { survey: "survey", consultation: "consultation", vote: "vote" } as const

const paperProblems = ({ papers, steps }: Procedure, at: string): ReadonlyArray<ProcedureProblem> =>
  papers.flatMap(({ from, key }, place) => {
    const here = `${at}.papers[${place}]`
    const asked = steps.some((step) => step.papers.includes(key))
    const rule = from === "survey" || from === "consultation" || from === "vote" ? filledBy[from] : null
    const filled = rule === null || steps.some((step) => step.rule?._tag === rule)
    return [
      ...(asked ? [] : [told(here, `không bước nào cần giấy tờ “${key}”`, `no step asks for the paper “${key}”`)]),
      ...(filled
        ? []
        : [told(`${here}.from`, `không có bước nào cho kết quả “${from}”`, `no step gives the result “${from}”`)])
    ]
  })

const decisionProblems = ({ steps }: Procedure, at: string): ReadonlyArray<ProcedureProblem> => {
  const count = steps.filter(({ rule }) => rule?._tag === "decision").length
  return count === 1
    ? []
    : [told(`${at}.steps`, `phải có đúng một bước quyết định, có ${count}`, `one step has to decide, ${count} do`)]
}

/** Whether both hold for a tier of a level under a form of government on one day. */
export const overlapping = (a: Procedure, b: Procedure): boolean =>
  overlaps(a, b) && a.tiers.some((tier) => b.tiers.includes(tier))

const overlaps = (a: Procedure, b: Procedure): boolean =>
  a.level === b.level && a.form === b.form && (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)

const overlapProblems = (procedures: ReadonlyArray<Procedure>): ReadonlyArray<ProcedureProblem> =>
  procedures.flatMap((one, place) =>
    procedures.slice(0, place).flatMap((other) => {
      const shared: ReadonlyArray<Tier> = one.tiers.filter((tier) => other.tiers.includes(tier))
      if (shared.length === 0 || !overlaps(one, other)) return []
      const names = shared.map((tier) => tierWords(tier, one.level))
      const since = one.from > other.from ? one.from : other.from
      return [
        told(
          `[${place}]`,
          `trùng thời gian với “${other.id}” về ${names.map(({ vi }) => vi).join(", ")} từ ${formatDay(since)}`,
          `holds at the same time as “${other.id}” for ${names.map(({ en }) => en).join(", ")} from ${since}`
        )
      ]
    })
  )

/**
 * Everything in procedures that makes no sense: unknown steps and papers, circles, what stands twice, papers that nobody asks for or fills, no step
 * that decides, days of steps that nobody knows, two procedures for one tier of a level at one time.
 */
export const checkProcedures = (procedures: ReadonlyArray<Procedure>): ReadonlyArray<ProcedureProblem> => [
  ...twice(
    procedures.map(({ id }) => id),
    (place) => `[${place}].id`,
    "trình tự",
    "procedure"
  ),
  ...procedures.flatMap((procedure, place) => {
    const at = `[${place}]`
    const { from, papers, steps, to } = procedure
    return [
      ...(to !== null && to < from
        ? [told(`${at}.to`, "ngày hết hiệu lực trước ngày hiệu lực", "it ends before it begins")]
        : []),
      ...twice(
        steps.map(({ key }) => key),
        (one) => `${at}.steps[${one}].key`,
        "bước",
        "step"
      ),
      ...twice(
        papers.map(({ key }) => key),
        (one) => `${at}.papers[${one}].key`,
        "giấy tờ",
        "paper"
      ),
      ...stepProblems(procedure, at),
      ...paperProblems(procedure, at),
      ...decisionProblems(procedure, at)
    ]
  }),
  ...overlapProblems(procedures)
]
