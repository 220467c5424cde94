import type { Bilingual } from "@ntm/domain/values"
import { both } from "../language/lang.ts"
import type { MoneyState } from "./money-state.ts"

const hints = {
  Table: both(
    "? phím  ↑↓←→ ô  Enter xuống  Esc lên  [ ] năm  s giai đoạn  c cấp  x cần xem  i giải ngân  e bút toán  v bản in",
    "? keys  ↑↓←→ cell  Enter down  Esc up  [ ] year  s stage  c tier  x doubted  i payment  e entries  v printed"
  ),
  Filter: both("gõ tên đơn vị  Enter giữ  Esc bỏ", "type a unit's name  Enter keep  Esc drop"),
  Day: both("gõ ngày  Enter xem  Esc bỏ", "type a day  Enter see it  Esc drop"),
  Page: both("↑↓ cuộn  Esc trở lại  l English", "↑↓ scroll  Esc back  l tiếng Việt"),
  Printed: both(
    "↑↓←→ chọn ô  Enter mở  / tìm  v bảng theo nguồn  ? phím  q thoát",
    "↑↓←→ cell  Enter open  / search  v sources by unit  ? keys  q quit"
  )
} as const

/** The keys that mean something now. */
export const moneyHint = ({ view }: Pick<MoneyState, "view">): Bilingual => hints[view._tag]

/** The page of keys of this tab. */
export const moneyKeys: ReadonlyArray<readonly [string, Bilingual]> = [
  [
    "↑ ↓ ← →",
    both(
      "chọn ô: đơn vị và nguồn vốn; bên phải hoặc bên dưới nói rõ ô đó",
      "the cell: unit and source; told beside or below"
    )
  ],
  [
    "Enter",
    both(
      "xuống bảng của đơn vị; ở dòng khác: từng bút toán",
      "down to the unit's own table; in other rows: its entries"
    )
  ],
  ["Esc Backspace", both("bỏ lọc, rồi lên bảng trên, đến cả nước", "drop the filter, then up, to the whole country")],
  ["[ ]", both("năm trước, năm sau có số", "the year before, after of which anything is stated")],
  [
    "s",
    both("giai đoạn kế tiếp: kế hoạch, giao, huy động, giải ngân", "next stage: planned, allocated, mobilised, paid")
  ],
  ["c", both("cộng theo cấp khác, nếu có số ở nhiều cấp", "sum at another tier, where several are stated")],
  ["d", both("tính đến một ngày khác; bỏ trống là hôm nay", "as of another day; empty is today")],
  ["u", both("triệu đồng, tỷ đồng", "triệu đồng, tỷ đồng")],
  ["/  x", both("lọc đơn vị; chỉ những dòng cần xem", "filter units; only rows that are doubted")],
  ["i", both("từ kế hoạch đến giải ngân của đơn vị đang chọn", "from plan to payment of the chosen unit")],
  ["e", both("từng bút toán của đơn vị đang chọn", "entries of the chosen unit, one by one")],
  ["v", both("Phụ lục 02 như văn bản in, với các phát hiện", "Appendix 02 as printed, with its findings")],
  ["▲ △ °", both("lỗi; cảnh báo; số minh họa", "error; warning; illustrative")],
  ["–", both("không công bố, khác với 0", "not stated, which is not 0")]
]
