import type { Alert, StepKey, WorkStanding } from "@ntm/domain/works"
import { procedure } from "@ntm/domain/works"
import type { Bilingual } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import type { Tone } from "../parts/line.ts"

/** Words that the command and the screen of works share. */
export const worksWords = {
  works: both("công trình", "works"),
  work: both("Công trình", "Work"),
  code: both("Mã", "Code"),
  unit: both("Đơn vị", "Unit"),
  sector: both("Lĩnh vực", "Sector"),
  state: both("Trạng thái", "State"),
  value: both("Giá trị", "Value"),
  done: both("Đã làm", "Built"),
  planned: both("Kế hoạch", "Plan"),
  paid: both("Đã trả", "Paid"),
  debt: both("Nợ", "Debt"),
  late: both("Chậm", "Late"),
  days: both("ngày", "days"),
  onTime: both("đúng hạn", "on time"),
  finish: both("Xong", "Done by"),
  problems: both("Vướng mắc", "Problems"),
  illustrative: both("số minh họa", "illustrative"),
  asOf: both("tính đến", "as of"),
  known: both("biết đến", "known at"),
  none: both("Không có công trình nào.", "No works."),
  nothing: both("Không có gì.", "Nothing."),
  country: both("Cả nước", "The country"),
  points: both("điểm %", "points")
} as const

export const stateNames = {
  planned: both("chưa bắt đầu", "not begun"),
  preparing: both("chuẩn bị đầu tư", "in preparation"),
  building: both("đang thi công", "under construction"),
  accepted: both("đã nghiệm thu", "accepted"),
  handedOver: both("đã bàn giao", "handed over"),
  operating: both("đang vận hành", "in operation")
} as const satisfies Record<WorkStanding["state"], Bilingual>

export const states: ReadonlyArray<WorkStanding["state"]> = [
  "planned",
  "preparing",
  "building",
  "accepted",
  "handedOver",
  "operating"
]

export const ruleNames = {
  behind: both("Chậm đường găng", "Behind the critical path"),
  disbursement: both("Giải ngân chậm so với lịch", "Payment behind the calendar"),
  debt: both("Nợ quá hạn", "Old debt"),
  notHandedOver: both("Xong mà chưa bàn giao", "Done, not handed over"),
  withoutOperator: both("Chưa có đơn vị vận hành", "Nobody operates it"),
  landNotCleared: both("Đất đã hiến chưa giải phóng", "Land agreed and not cleared"),
  paidAhead: both("Trả trước khối lượng", "Paid ahead of built"),
  builtAhead: both("Làm trước, chưa trả", "Built ahead of paid")
} as const satisfies Record<Alert["rule"]["_tag"], Bilingual>

const steps = new Map(procedure.map((step) => [step.key, step.name]))

export const stepName = (step: StepKey, lang: Lang): string => {
  const name = steps.get(step)
  return name === undefined ? step : say(name, lang)
}

export const illustrativeMark = "°"

/** "34 ngày"; "đúng hạn" for none. */
export const lateText = (days: number, lang: Lang): string =>
  days > 0 ? `${days} ${say(worksWords.days, lang)}` : say(worksWords.onTime, lang)

/** From a month on a delay endangers the year. */
export const lateTone = (days: number): Tone => (days > 30 ? "bad" : days > 0 ? "warn" : "good")
