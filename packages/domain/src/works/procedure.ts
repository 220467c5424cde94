import { Schema } from "effect"
import type { Bilingual } from "../values/index.ts"

/** A step of the procedure of a work, from the survey to the choice of who operates it. */
export const StepKey = Schema.Literals([
  "survey",
  "listing",
  "appraisal",
  "council",
  "consultant",
  "design",
  "designApproval",
  "land",
  "contractor",
  "construction",
  "acceptance",
  "handover",
  "operator",
  "settlement"
])
export type StepKey = typeof StepKey.Type

/** A step with what has to be done before it and how many calendar days it takes as a rule. */
export interface ProcedureStep {
  readonly key: StepKey
  readonly name: Bilingual
  readonly after: ReadonlyArray<StepKey>
  readonly days: number
}

const step = (
  key: StepKey,
  vi: string,
  en: string,
  days: number,
  after: ReadonlyArray<StepKey> = []
): ProcedureStep => ({ key, name: { vi, en }, after, days })

/**
 * Trình tự của một công trình xây dựng nông thôn mới: the order is that of Luật Đầu tư công 39/2019/QH14 and of construction under
 * Nghị định 15/2021/NĐ-CP, as the pilot's works go through it. Days are a convention of the programme, used where a plan states none.
 */
export const procedure: ReadonlyArray<ProcedureStep> = [
  step("survey", "Khảo sát", "Survey", 20),
  step("listing", "Chấp thuận danh mục", "Approval of the list", 15, ["survey"]),
  step("appraisal", "Thẩm định chủ trương đầu tư", "Appraisal", 20, ["listing"]),
  step("council", "HĐND quyết định chủ trương", "Decision of the council", 15, ["appraisal"]),
  step("consultant", "Chọn tư vấn", "Selection of consultants", 20, ["council"]),
  step("design", "Lập thiết kế, dự toán", "Design and estimate", 30, ["consultant"]),
  step("designApproval", "Phê duyệt thiết kế, dự toán", "Approval of the design", 15, ["design"]),
  step("land", "Hiến đất, giải phóng mặt bằng", "Land given and cleared", 60, ["listing"]),
  step("contractor", "Lựa chọn nhà thầu", "Selection of the contractor", 30, ["designApproval"]),
  step("construction", "Thi công", "Construction", 150, ["contractor", "land"]),
  step("acceptance", "Nghiệm thu", "Acceptance", 15, ["construction"]),
  step("handover", "Bàn giao", "Handover", 15, ["acceptance"]),
  step("operator", "Chọn đơn vị vận hành", "Choice of the operator", 30, ["acceptance"]),
  step("settlement", "Quyết toán", "Settlement", 120, ["acceptance"])
]
