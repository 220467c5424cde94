import type { Bilingual } from "@ntm/domain/values"
import { assessKeys } from "../assessments/assess-keys.ts"
import { tasksKeys } from "../assignments/tasks-keys.ts"
import { moneyKeys } from "../funding/money-keys.ts"
import { both, type Lang, say } from "../language/lang.ts"
import { type Line, span } from "../parts/line.ts"
import { fit, wrap } from "../parts/text.ts"
import { worksKeys } from "../works/works-keys.ts"
import { deskKeys } from "../desk/desk-keys.ts"
import type { Room } from "./tabs.ts"

const title = both("Các phím chung", "Keys everywhere")

const keys: ReadonlyArray<readonly [string, Bilingual]> = [
  [
    "1 2 3 4 5 6 7",
    both(
      "Tiêu chí, Nguồn lực, Nhiệm vụ, Phát hiện, Đơn vị, Đánh giá, Công trình",
      "Criteria, Resources, Assignments, Findings, Units, Assessment, Works"
    )
  ],
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
  [
    "v",
    both(
      "trang Nhiệm vụ: việc đến hạn và quá hạn, theo văn bản và cơ quan; hoặc Phụ lục 03 như in",
      "in Assignments: what is due and overdue, by document and agency; or Appendix 03 as printed"
    )
  ],
  [
    "w W",
    both(
      "trang Nhiệm vụ: nhiệm vụ, kiến nghị, hồ sơ công nhận, sổ theo dõi",
      "in Assignments: tasks, recommendations, recognition dossiers, registers"
    )
  ],
  ["r", both("đọc lại từ máy chủ", "read the server again")],
  ["l", both("tiếng Việt / English", "tiếng Việt / English")],
  ["q", both("thoát", "quit")],
  [
    "▲ △",
    both("lỗi; cảnh báo: con số bị nghi ngờ, Enter để xem vì sao", "error; warning: a doubted figure, Enter shows why")
  ]
]

const unitsTitle = both("Các phím trong trang Đơn vị", "Keys in Units")

const unitKeys: ReadonlyArray<readonly [string, Bilingual]> = [
  [
    "→ ←",
    both(
      "mở, đóng một nhánh; sang đơn vị con, về đơn vị trên",
      "open, close a branch; to its first unit, to the one above"
    )
  ],
  [
    "[ ]",
    both(
      "lùi, tiến tới ngày có sắp xếp đơn vị; con trỏ theo đơn vị sang đơn vị trước hoặc sau nó",
      "to the reorganisation before, after; the cursor follows the unit to what it was or became"
    )
  ],
  ["d", both("gõ một ngày bất kỳ: 30/6/2025", "type any day: 30/6/2025")],
  [
    "/",
    both(
      "tìm mọi đơn vị, cả tên cũ; Enter tới đơn vị đó vào ngày nó tồn tại",
      "find any unit, old names too; Enter goes to it on a day on which it stood"
    )
  ],
  [
    "Enter",
    both(
      "câu chuyện của đơn vị: số liệu, lịch sử, trước và sau với tỷ lệ",
      "a unit's story: facts, history, before and after with shares"
    )
  ],
  ["o", both("trong câu chuyện: tới đơn vị trước hoặc sau", "in a story: go to a unit before or after")],
  ["t", both("trong câu chuyện: tới đơn vị đó trên cây", "in a story: to that unit in the tree")],
  ["m", both("bản đồ của tỉnh, đơn vị đang chọn được tô", "map of the province, the chosen unit filled")]
]

const assessTitle = both("Các phím trong trang Đánh giá", "Keys in Assessment")
const moneyTitle = both("Các phím trong trang Nguồn lực", "Keys in Resources")
const tasksTitle = both("Các phím trong trang Nhiệm vụ", "Keys in Assignments")
const worksTitle = both("Các phím trong trang Công trình", "Keys in Works")

const NAME = 18

const keyLines = (keys: ReadonlyArray<readonly [string, Bilingual]>, lang: Lang, width: number): ReadonlyArray<Line> =>
  keys.flatMap(([name, about]) =>
    wrap(say(about, lang), width - NAME).map((text, index): Line => [
      span(fit(index === 0 ? name : "", NAME), "accent"),
      span(text)
    ])
  )

const sections = {
  units: { title: unitsTitle, keys: unitKeys },
  assessments: { title: assessTitle, keys: assessKeys },
  funding: { title: moneyTitle, keys: moneyKeys },
  assignments: { title: tasksTitle, keys: tasksKeys },
  recommendations: {
    title: both("Các phím ở Kiến nghị", "Keys in Recommendations"),
    keys: deskKeys("recommendations")
  },
  dossiers: { title: both("Các phím ở Hồ sơ công nhận", "Keys in Dossiers"), keys: deskKeys("dossiers") },
  inventory: { title: both("Các phím ở Sổ theo dõi", "Keys in Registers"), keys: deskKeys("inventory") },
  works: { title: worksTitle, keys: worksKeys }
} as const

/** The page of keys, as lines of `width` cells: those of the room on show first. */
export const helpLines = (room: Room | null, lang: Lang, width: number): ReadonlyArray<Line> => {
  const section = (title: Bilingual, keys: ReadonlyArray<readonly [string, Bilingual]>): ReadonlyArray<Line> => [
    [span(say(title, lang), "strong")],
    [],
    ...keyLines(keys, lang, width)
  ]
  const general = section(title, keys)
  if (room === null) return general
  const own = sections[room]
  return [...section(own.title, own.keys), [], ...general]
}
