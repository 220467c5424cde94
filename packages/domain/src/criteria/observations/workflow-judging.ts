import { coversInput } from "../../people/index.ts"
import { ancestorsOn, countOn, type Register, type UnitId } from "../../units/index.ts"
import { type Bilingual, Day, type Moment } from "../../values/index.ts"
import type { InputKey } from "../rules/condition.ts"
import type { ObservationState, OfficeRole } from "./observation.ts"
import { departmentsInCharge, isInCharge } from "./in-charge.ts"
import type { ObservationProblem, ObservationProblemKind } from "./observation-refusal.ts"
import { type Actor, workflow, type WorkflowRule } from "./workflow.ts"

/** A step that an actor wants to make. `from` null: to record a value in that state. */
export interface Step {
  readonly from: ObservationState | null
  readonly to: ObservationState
  readonly unit: UnitId
  /** The day of the value: the unit's place in the tree is asked as of it. */
  readonly day: Day
  readonly input: InputKey
  /** Who is in charge of the input as criteria sets name them: ministries too, whose departments `isInCharge` knows. */
  readonly agencies: ReadonlyArray<string>
  readonly reason: string | null
}

/** Who acts, when, and on which register: the same for a whole batch. */
export interface Acting {
  readonly register: Register
  readonly actor: Actor
  /** The day of the act. */
  readonly today: Day
}

/** Why a step is refused; whoever holds the batch adds the row. */
export type Judgement = Omit<ObservationProblem, "row" | "field">

const AHEAD_OF_UTC = 7 * 3_600_000

/** The calendar day of a moment in Việt Nam. */
export const dayInVietnam = (moment: Moment): Day =>
  Day.make(new Date(Date.parse(moment) + AHEAD_OF_UTC).toISOString().slice(0, 10))

/** Offices as sentences name them. */
export const officeWords = {
  communeOfficer: { vi: "công chức cấp xã", en: "the commune's officer" },
  districtOffice: { vi: "cơ quan chuyên môn cấp huyện", en: "the district's office" },
  department: { vi: "sở, ngành phụ trách chỉ tiêu", en: "the department in charge" },
  provincialOffice: { vi: "văn phòng điều phối cấp tỉnh", en: "the provincial co-ordination office" },
  supervisor: { vi: "cơ quan giám sát", en: "the supervising body" }
} as const satisfies Record<OfficeRole, Bilingual>

/** States as sentences name them. */
export const stateWords = {
  draft: { vi: "dự thảo", en: "draft" },
  submitted: { vi: "đã nộp", en: "submitted" },
  verified: { vi: "đã thẩm tra", en: "verified" },
  approved: { vi: "đã duyệt", en: "approved" },
  returned: { vi: "bị trả lại", en: "returned" }
} as const satisfies Record<ObservationState, Bilingual>

const joined = (words: ReadonlyArray<Bilingual>, vi: string, en: string): Bilingual => ({
  vi: words.map((word) => word.vi).join(vi),
  en: words.map((word) => word.en).join(en)
})

const offices = (roles: ReadonlyArray<OfficeRole>): Bilingual =>
  joined(
    roles.map((role) => officeWords[role]),
    ", ",
    ", "
  )

const ruleOf = (from: ObservationState | null, to: ObservationState): WorkflowRule | undefined =>
  workflow.find((rule) => rule.from === from && rule.to === to)

const standsToday = ({ register, today }: Acting, role: OfficeRole): boolean =>
  role !== "districtOffice" || countOn(register, today).district > 0

const noSuchMove = (judging: Acting, { from, to }: Step): Judgement => {
  const onward = workflow.filter((rule) => rule.from === from)
  const states = joined(
    onward.map((rule) => stateWords[rule.to]),
    ", ",
    ", "
  )
  const mayAct = [...new Set(onward.flatMap(({ roles }) => roles))].filter((role) => standsToday(judging, role))
  const now = from === null ? { vi: "mới ghi", en: "new" } : stateWords[from]
  return {
    kind: "noSuchMove",
    sentence: {
      vi: `Số liệu ${now.vi} không chuyển thẳng sang “${stateWords[to].vi}”`,
      en: `A value that is ${now.en} does not become ${stateWords[to].en}`
    },
    rule: null,
    mayAct,
    next: { vi: `Bước tiếp theo có thể là: ${states.vi}`, en: `It may become: ${states.en}` }
  }
}

/** Whether an actor answers for a unit as it stands on the day: for itself, or for something above it. */
export const isInScope = (register: Register, { scope }: Pick<Actor, "scope">, unit: UnitId, day: Day): boolean =>
  scope === "all" || scope.includes(unit) || ancestorsOn(register, unit, day).some(({ id }) => scope.includes(id))

/**
 * Why the workflow refuses a step; null where it allows it.
 *
 * **Details** The refusal names the row of the workflow, who may act instead on that day, and what to do next.
 */
export const stepRefusal = (judging: Acting, step: Step): Judgement | null => {
  const rule = ruleOf(step.from, step.to)
  if (rule === undefined) return noSuchMove(judging, step)
  const { role, agency, name } = judging.actor
  const mayAct = rule.roles.filter((each) => standsToday(judging, each))
  const others = offices(mayAct)
  const refused = (kind: ObservationProblemKind, sentence: Bilingual, next: Bilingual): Judgement => ({
    kind,
    sentence: { vi: `${sentence.vi}: ${rule.why.vi}`, en: `${sentence.en}: ${rule.why.en}` },
    rule: rule.id,
    mayAct,
    next
  })
  const handOver = { vi: `Chuyển cho ${others.vi}`, en: `Hand it to ${others.en}` }
  const own = officeWords[role]
  const target = stateWords[step.to]
  if (!rule.roles.includes(role))
    return refused(
      "notAllowed",
      {
        vi: `${name} (${own.vi}) không được chuyển sang “${target.vi}”`,
        en: `${name} (${own.en}) may not make it ${target.en}`
      },
      handOver
    )
  if (!standsToday(judging, role))
    return refused(
      "levelEnded",
      { vi: "Không còn cấp huyện vào ngày này", en: "No district stands on this day" },
      handOver
    )
  const { today } = judging
  if (role === "department" && !(agency !== null && isInCharge(agency, step.agencies, today))) {
    const inCharge = departmentsInCharge(step.agencies, today).join(", ")
    return refused(
      "notInCharge",
      {
        vi:
          inCharge === ""
            ? "Chưa bộ tiêu chí nào nêu cơ quan phụ trách chỉ tiêu này"
            : `Chỉ tiêu này do ${inCharge} phụ trách`,
        en: inCharge === "" ? "No set names who is in charge of this input" : `${inCharge} is in charge of this input`
      },
      { vi: `Chuyển cho ${inCharge || others.vi}`, en: `Hand it to ${inCharge || others.en}` }
    )
  }
  const given = [judging.actor, ...(judging.actor.also ?? [])].filter(({ criteria = "all" }) =>
    coversInput({ criteria }, step.input)
  )
  if (given.length === 0)
    return refused(
      "notInCharge",
      {
        vi: `Chỉ tiêu này ngoài phần được giao cho ${name}`,
        en: `The input is not among those given to ${name}`
      },
      { vi: "Chuyển cho người phụ trách tiêu chí đó", en: "Hand it to whoever answers for that criterion" }
    )
  if (!given.some((grant) => isInScope(judging.register, grant, step.unit, step.day)))
    return refused(
      "notInScope",
      { vi: `Đơn vị này ngoài địa bàn của ${name}`, en: `The unit lies outside the scope of ${name}` },
      { vi: "Chuyển cho người phụ trách địa bàn đó", en: "Hand it to whoever answers for that place" }
    )
  if (rule.withReason.includes(role) && (step.reason ?? "").trim() === "")
    return refused(
      "reasonMissing",
      { vi: `Chuyển sang “${target.vi}” phải nêu lý do`, en: `A reason is needed to make it ${target.en}` },
      { vi: "Ghi lý do rồi gửi lại", en: "Give the reason and send it again" }
    )
  return null
}
