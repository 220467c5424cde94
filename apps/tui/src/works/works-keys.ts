import type { Bilingual } from "@ntm/domain/values"
import { both } from "../language/lang.ts"
import type { WorksState } from "./works-state.ts"

const hints = {
  List: both(
    "? phím  ↑↓ chọn  Enter mở  / tìm  x chậm  f lĩnh vực  t trạng thái  o xếp  d ngày  i tổng hợp  q thoát",
    "? keys  ↑↓ row  Enter open  / search  x late  f sector  t state  o order  d day  i summary  q quit"
  ),
  Search: both("gõ để tìm, không cần dấu  Enter giữ  Esc bỏ", "type to search  Enter keep  Esc drop"),
  Day: both("gõ ngày  Enter xem  Esc bỏ", "type a day  Enter see it  Esc drop"),
  Work: both("↑↓ cuộn  n p công trình sau, trước  Esc trở lại", "↑↓ scroll  n p next, previous work  Esc back"),
  Summary: both("↑↓ cuộn  Esc trở lại  l English", "↑↓ scroll  Esc back  l tiếng Việt")
} as const

/** The keys that mean something now. */
export const worksHint = ({ view }: Pick<WorksState, "view">): Bilingual => hints[view._tag]

/** The page of keys of this tab. */
export const worksKeys: ReadonlyArray<readonly [string, Bilingual]> = [
  [
    "Enter",
    both(
      "một công trình: các bước và đường găng, đường tiến độ, vốn, nợ, điều chỉnh, tiêu chí bị giữ lại",
      "a work: steps and critical path, S-curve, money, debt, changes, what it holds back"
    )
  ],
  ["n p", both("trong một công trình: công trình sau, trước", "in a work: the next, the previous one")],
  ["/", both("tìm theo tên, mã, xã, không cần dấu", "search by name, code, commune without diacritics")],
  ["x", both("chỉ những công trình chậm", "late works only")],
  ["f  t", both("lĩnh vực kế tiếp; trạng thái kế tiếp", "the next sector; the next state")],
  ["o", both("xếp theo: chậm nhất, lớn nhất, tên, nợ", "order by: late, value, name, debt")],
  ["d", both("tính đến một ngày khác; bỏ trống là hôm nay", "as of another day; empty is today")],
  ["Esc Backspace", both("bỏ lần lượt từng điều kiện lọc", "drop one filter after the other")],
  [
    "i",
    both(
      "tổng hợp: đường tiến độ chung, từng đợt và địa bàn, cảnh báo",
      "all works: their S-curve, batches by district, alerts"
    )
  ],
  [
    "█ ▒ ░",
    both("đã làm; theo kế hoạch phải xong mà chưa làm; chưa đến hạn", "built; planned and not built; not due yet")
  ],
  [
    "●",
    both("bước trên đường găng: chậm ở đây là chậm cả công trình", "on the critical path: late here, late at the end")
  ],
  ["°", both("số minh họa", "illustrative")]
]
