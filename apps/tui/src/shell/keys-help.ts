import type { Bilingual } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { type Line, span } from "../parts/line.ts"
import { fit, wrap } from "../parts/text.ts"

const title = both("Các phím", "Keys")

const keys: ReadonlyArray<readonly [string, Bilingual]> = [
  ["1 2 3 4", both("Tiêu chí, Nguồn lực, Nhiệm vụ, Phát hiện", "Criteria, Resources, Assignments, Findings")],
  ["Tab  Shift+Tab", both("trang sau, trang trước", "next tab, previous tab")],
  ["↑ ↓  k j", both("chọn dòng trên, dòng dưới", "row above, row below")],
  [
    "← →",
    both(
      "chọn cột của bảng nguồn lực; các cột khuất hiện ra dần",
      "column of the table of resources; hidden ones come into view"
    )
  ],
  ["PgUp PgDn  Space", both("cả trang màn hình", "a screenful")],
  ["Home End  g G", both("đầu danh sách, cuối danh sách", "start, end of the list")],
  [
    "/",
    both("tìm, không cần gõ dấu; Enter giữ kết quả, Esc bỏ", "search without diacritics; Enter keeps it, Esc drops it")
  ],
  ["Enter", both("mở chi tiết: nơi ghi, hai con số, nguyên nhân", "details: places, both numbers, cause")],
  ["Esc", both("trở lại; ở danh sách: bỏ tìm kiếm", "back; in a list: drop the search")],
  ["t", both("bảng nguồn lực khác của văn bản", "another table of resources of the document")],
  ["r", both("đọc lại từ máy chủ", "read the server again")],
  ["l", both("tiếng Việt / English", "tiếng Việt / English")],
  ["q", both("thoát", "quit")],
  [
    "▲ △",
    both("lỗi; cảnh báo: con số bị nghi ngờ, Enter để xem vì sao", "error; warning: a doubted figure, Enter shows why")
  ]
]

const NAME = 18

/** The page of keys, as lines of `width` cells. */
export const helpLines = (lang: Lang, width: number): ReadonlyArray<Line> => [
  [span(say(title, lang), "strong")],
  [],
  ...keys.flatMap(([name, about]) =>
    wrap(say(about, lang), width - NAME).map((text, index): Line => [
      span(fit(index === 0 ? name : "", NAME), "accent"),
      span(text)
    ])
  )
]
