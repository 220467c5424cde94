import type { Bilingual } from "@ntm/domain/values"
import { both } from "../language/lang.ts"
import type { TasksState } from "./tasks-state.ts"

const hints = {
  Printed: both(
    "↑↓ chọn  Enter mở  v việc đến hạn  / tìm  ? phím  l English  q thoát",
    "↑↓ row  Enter open  v what is due  / search  ? keys  l tiếng Việt  q quit"
  ),
  List: both(
    "? phím  ↑↓ chọn  Enter mở  w kiến nghị, hồ sơ, sổ  t đến hạn, tất cả, theo cơ quan  i tiến trình  / tìm  d ngày  v như in  q thoát",
    "? keys  ↑↓ row  Enter open  w recommendations, dossiers, registers  t due, all, by agency  i timeline  / search  d day  v as printed  q quit"
  ),
  Search: both("gõ để tìm, không cần dấu  Enter giữ  Esc bỏ", "type to search  Enter keep  Esc drop"),
  Day: both("gõ ngày  Enter xem  Esc bỏ", "type a day  Enter see it  Esc drop"),
  Page: both("↑↓ cuộn  n p nhiệm vụ sau, trước  Esc trở lại", "↑↓ scroll  n p next, previous task  Esc back")
} as const

/** The keys that mean something now. */
export const tasksHint = ({ view }: Pick<TasksState, "view">): Bilingual => hints[view._tag]

/** The page of keys of this tab. */
export const tasksKeys: ReadonlyArray<readonly [string, Bilingual]> = [
  [
    "v",
    both(
      "việc đến hạn và quá hạn; trở lại Phụ lục 03 như in",
      "what is due and overdue; back to Appendix 03 as printed"
    )
  ],
  [
    "w W",
    both(
      "Nhiệm vụ, Kiến nghị, Hồ sơ, Sổ theo dõi: trang sau, trang trước",
      "tasks, recommendations, dossiers, registers: the next, the previous"
    )
  ],
  [
    "t",
    both(
      "đến hạn trong 14 ngày và quá hạn; mọi nhiệm vụ; ai đang giữ bao nhiêu việc",
      "due within 14 days and overdue; all tasks; who owes how many"
    )
  ],
  [
    "Enter",
    both(
      "một nhiệm vụ: còn chờ những gì, diễn biến; ở danh sách cơ quan: việc của cơ quan, đơn vị ấy",
      "a task: what it waits for, what happened; in the list of agencies: what that one owes"
    )
  ],
  ["i", both("tiến trình và đường găng của văn bản đang chọn", "timeline and critical path of the chosen document")],
  ["n p", both("trong một nhiệm vụ: nhiệm vụ sau, trước", "in a task: the next, the previous one")],
  ["/", both("tìm theo số, nội dung, cơ quan, không cần dấu", "search by number, text, agency without diacritics")],
  ["d", both("tính đến một ngày khác; bỏ trống là hôm nay", "as of another day; empty is today")],
  ["Esc Backspace", both("bỏ lần lượt từng điều kiện lọc", "drop one filter after the other")]
]
