import type { Bilingual } from "../../values/index.ts"
import type { TaskState } from "./event.ts"
import type { Timeliness } from "./standing.ts"

/** States as sentences name them. */
export const taskStateWords = {
  notStarted: { vi: "chưa bắt đầu", en: "not started" },
  inProgress: { vi: "đang thực hiện", en: "in progress" },
  submitted: { vi: "đã nộp", en: "submitted" },
  accepted: { vi: "đã nghiệm thu", en: "accepted" },
  returned: { vi: "bị trả lại", en: "returned" },
  cancelled: { vi: "đã hủy", en: "cancelled" }
} as const satisfies Record<TaskState, Bilingual>

/** How a task stands to its due day, as lists and sentences name it. */
export const timelinessWords = {
  notBegun: { vi: "chưa đến thời gian", en: "not begun yet" },
  open: { vi: "đang trong hạn", en: "open" },
  dueSoon: { vi: "sắp đến hạn", en: "due soon" },
  overdue: { vi: "quá hạn", en: "overdue" },
  awaiting: { vi: "chờ nghiệm thu", en: "awaiting acceptance" },
  done: { vi: "hoàn thành đúng hạn", en: "done in time" },
  doneLate: { vi: "hoàn thành chậm", en: "done late" },
  cancelled: { vi: "đã hủy", en: "cancelled" },
  noDue: { vi: "không nêu hạn", en: "no due day" }
} as const satisfies Record<Timeliness, Bilingual>
