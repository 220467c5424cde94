import type { Bilingual } from "@ntm/domain/values"
import { both } from "../language/lang.ts"
import type { AssessState } from "./assess-state.ts"

const hints = {
  Map: both(
    "? phím  ↑↓←→ ô  Enter phiếu  s bộ  p tỉnh  [ ] d ngày  / lọc  x chưa đạt  e nhập  i tổng hợp  m vì sao đổi  b thay bộ  t chỉ tiêu",
    "? keys  ↑↓←→ cell  Enter card  s set  p place  [ ] d day  / filter  x failing  e enter  i summary  m moves  b replace  t targets"
  ),
  Filter: both("gõ tên đơn vị  Enter giữ  Esc bỏ", "type a unit's name  Enter keep  Esc drop"),
  Day: both("gõ ngày  Enter xem  Esc bỏ", "type a day  Enter see it  Esc drop"),
  Sets: both("↑↓ chọn  Enter đánh giá theo bộ này  Esc trở lại", "↑↓ choose  Enter judge by it  Esc back"),
  Places: both("gõ để tìm  ↑↓ chọn  Enter tới  Esc bỏ", "type to find  ↑↓ choose  Enter go  Esc drop"),
  Summary: both("↑↓ cuộn  Esc trở lại  l English", "↑↓ scroll  Esc back  l tiếng Việt"),
  Movement: both("↑↓ cuộn  d ngày khác  Esc trở lại", "↑↓ scroll  d another day  Esc back"),
  Replacement: both(
    "↑↓ chọn  Enter phiếu của đơn vị  b bộ khác  Esc trở lại",
    "↑↓ choose  Enter the unit's card  b another set  Esc back"
  ),
  Targets: both("↑↓ chọn  Enter mở  Esc trở lại", "↑↓ choose  Enter open  Esc back"),
  Card: both(
    "? phím  ↑↓ →← mở, đóng bộ  Enter vì sao  w thử  e nhập  x chưa đạt  Esc trở lại",
    "? keys  ↑↓ →← open, close a set  Enter why  w what if  e enter  x not met  Esc back"
  ),
  Why: both("↑↓ cuộn  Esc trở lại  l English", "↑↓ scroll  Esc back  l tiếng Việt"),
  Entry: both("gõ  Enter, ↑↓ dòng  ←→ số liệu khác  Esc bỏ", "type  Enter, ↑↓ line  ←→ other input  Esc drop"),
  Grid: both(
    "gõ giá trị  Enter đơn vị sau  ←→ số liệu  Tab gửi  Esc thôi",
    "type  Enter next  ←→ input  Tab send  Esc leave"
  ),
  Trial: both("gõ giá trị  Enter thử  Esc bỏ", "type a value  Enter try it  Esc drop")
} as const

/** The keys that mean something now. */
export const assessHint = ({ view }: AssessState): Bilingual => {
  if (view._tag === "Card" && view.entry !== null) return hints.Entry
  if (view._tag === "Grid" && view.form !== null) return hints.Entry
  if (view._tag === "Card") return view.typing !== null ? hints.Trial : view.page !== null ? hints.Why : hints.Card
  return view._tag === "Targets" && view.open !== null ? hints.Why : hints[view._tag]
}

/** The page of keys of this tab. */
export const assessKeys: ReadonlyArray<readonly [string, Bilingual]> = [
  ["← → ↑ ↓", both("chọn ô: tiêu chí và đơn vị; dòng dưới nói vì sao", "the cell: criterion and unit; below, why")],
  [
    "✓ ✗ – ? §",
    both(
      "đạt, chưa đạt, không áp dụng, chưa có số liệu, chưa có mức quy định",
      "met, not met, exempt, no data, no threshold"
    )
  ],
  [
    "° ~ *",
    both(
      "số liệu minh họa; tạm tính từ đơn vị khác; quy định chưa kiểm chứng",
      "illustrative; provisional, from other units; rule not verified"
    )
  ],
  ["s  p", both("chọn bộ tiêu chí; chọn tỉnh, huyện", "choose the criteria set; the province or district")],
  [
    "[ ]  d",
    both("lùi, tiến tới ngày có sắp xếp đơn vị; gõ một ngày", "the reorganisation before, after; type any day")
  ],
  ["/", both("lọc đơn vị theo tên", "filter units by name")],
  ["x", both("chỉ đơn vị chưa đạt tiêu chí đang chọn", "only units that fail the chosen criterion")],
  ["a", both("tính số liệu đã duyệt, đã thẩm tra, hay mới nộp", "count approved, verified or merely submitted values")],
  ["i", both("tổng hợp: từng tiêu chí, phân bố, hạng, nợ tiêu chí", "all units: criteria, distribution, tiers, debt")],
  [
    "m",
    both(
      "vì sao số thay đổi từ một ngày: từng nguyên nhân, đơn vị, văn bản",
      "why numbers moved since a day: each cause, units, decisions"
    )
  ],
  [
    "b",
    both(
      "thay bộ tiêu chí: bộ khác thay vào thì mỗi đơn vị mất gì, thêm gì; b nữa: bộ khác",
      "another set in the place of this one: what each unit loses and gains; b again: another"
    )
  ],
  ["t", both("chỉ tiêu của kế hoạch và tiến độ", "targets of the plan and where they stand")],
  ["Enter", both("phiếu đánh giá của đơn vị; trong phiếu: vì sao", "the unit's scorecard; in it: why")],
  [
    "w",
    both(
      "trong phiếu: gõ một giá trị để thử, không ghi; Esc bỏ",
      "in the scorecard: try a value, not recorded; Esc drops it"
    )
  ],
  [
    "e",
    both(
      "nhập số liệu: ở bảng là cả cột cho tiêu chí đang chọn, trong phiếu là một giá trị; lưu nháp hoặc nộp",
      "enter values: in the map a column for the chosen criterion, in a scorecard one value; as draft or submitted"
    )
  ]
]
