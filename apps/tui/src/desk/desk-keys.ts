import type { Bilingual } from "@ntm/domain/values"
import { both } from "../language/lang.ts"
import type { DeskKind, DeskRoom } from "./desk.ts"
import type { DeskState } from "./desk-state.ts"

const lists = {
  recommendations: both(
    "? phím  ↑↓ chọn  Enter mở  w hồ sơ, sổ, việc  t trạng thái  a nơi nhận  / tìm  d ngày  v như in  q thoát",
    "? keys  ↑↓ row  Enter open  w dossiers, registers, tasks  t state  a addressee  / search  d day  v as printed  q quit"
  ),
  dossiers: both(
    "? phím  ↑↓ chọn  Enter mở  w sổ, việc, kiến nghị  o mở hồ sơ  t trạng thái  f mức  / tìm  d ngày  v như in  q thoát",
    "? keys  ↑↓ row  Enter open  w registers, tasks  o new one  t state  f tier  / search  d day  v as printed  q quit"
  ),
  inventory: both(
    "? phím  ↑↓ chọn  Enter mở  w việc, kiến nghị  t đếm, từng mục, sắp hết hạn  f loại  y năm  / tìm  d ngày  q thoát",
    "? keys  ↑↓ row  Enter open  w tasks  t counts, entries, expiring  f kind  y year  / search  d day  q quit"
  )
} as const satisfies Record<DeskRoom, Bilingual>

const pages = {
  recommendations: both(
    "↑↓ cuộn  e ghi trả lời, kết luận  n p sau, trước  Esc trở lại",
    "↑↓ scroll  e record an answer, a finding  n p next, previous  Esc back"
  ),
  dossiers: both(
    "↑↓ cuộn  h diễn tập thẩm định  e ghi việc tiếp theo  n p hồ sơ sau, trước  Esc trở lại",
    "↑↓ scroll  h rehearsal  e record what is next  n p next, previous  Esc back"
  ),
  inventory: both(
    "↑↓ cuộn  e ghi công nhận lại, thôi  n p sau, trước  Esc trở lại",
    "↑↓ scroll  e grade again, end  n p next, previous  Esc back"
  )
} as const satisfies Record<DeskRoom, Bilingual>

const hints = {
  Search: both("gõ để tìm, không cần dấu  Enter giữ  Esc bỏ", "type to search  Enter keep  Esc drop"),
  Ask: both("gõ  Enter xem  Esc bỏ", "type  Enter see it  Esc drop"),
  Check: both(
    "↑↓ cuộn  t mức khác  e mở hồ sơ  Esc trở lại",
    "↑↓ scroll  t another tier  e open the dossier  Esc back"
  ),
  Rehearsal: both("↑↓ cuộn  Esc trở lại  l English", "↑↓ scroll  Esc back  l tiếng Việt"),
  Menu: both("↑↓ chọn  Enter ghi việc này  Esc trở lại", "↑↓ choose  Enter record it  Esc back"),
  Form: both(
    "gõ  Enter, ↑↓ dòng  ←→ lựa chọn  Enter ở [ Ghi ]: gửi  Esc bỏ",
    "type  Enter, ↑↓ line  ←→ choice  Enter on [ Record ]: send  Esc drop"
  )
} as const

/** The keys that mean something now. */
export const deskHint = <K extends DeskKind>(room: DeskRoom, { view }: Pick<DeskState<K>, "view">): Bilingual => {
  if (view._tag === "List") return lists[room]
  if (view._tag !== "Page") return hints[view._tag]
  if (view.moving !== null) return hints[view.moving._tag]
  const { _tag } = view.of
  return _tag === "Check" || _tag === "Rehearsal" ? hints[_tag] : pages[room]
}

type Keys = ReadonlyArray<readonly [string, Bilingual]>

const around: Keys = [
  [
    "w W",
    both(
      "Nhiệm vụ, Kiến nghị, Hồ sơ, Sổ theo dõi: trang sau, trang trước",
      "tasks, recommendations, dossiers, registers: the next, the previous"
    )
  ],
  ["v", both("Phụ lục 03 như in; trở lại", "Appendix 03 as printed; back")]
]

const alike: Keys = [
  ["/", both("tìm, không cần dấu", "search without diacritics")],
  ["d", both("tính đến một ngày khác; bỏ trống là hôm nay", "as of another day; empty is today")],
  ["n p", both("trong một trang: mục sau, trước", "on a page: the next, the previous one")],
  [
    "Esc Backspace",
    both("trở lại; ở danh sách: bỏ lần lượt từng điều kiện lọc", "back; in a list: drop one filter after the other")
  ]
]

const own: Readonly<Record<DeskRoom, Keys>> = {
  recommendations: [
    [
      "t",
      both(
        "mọi trạng thái, chưa trả lời, mở lại, đã trả lời, đã thực hiện",
        "any state, open, reopened, answered, carried out"
      )
    ],
    ["a", both("chỉ một nơi nhận, lần lượt", "one addressee after the other")],
    [
      "Enter",
      both(
        "lời cơ quan được giám sát bên cạnh số liệu, trả lời, nhiệm vụ; kiến nghị gửi nhiều đơn vị: từng đơn vị",
        "what is said beside what the figures show, answers, tasks; of one made to several units: each unit's own"
      )
    ],
    [
      "e",
      both(
        "trong một kiến nghị: ghi trả lời, biện pháp, kết luận",
        "in a recommendation: record an answer, a measure, a finding"
      )
    ]
  ],
  dossiers: [
    ["t f", both("trạng thái; mức đề nghị", "state; tier that is asked for")],
    [
      "Enter",
      both(
        "giấy tờ còn thiếu, còn chờ việc gì, các bước, diễn biến",
        "papers that are wanting, what it waits for, steps, events"
      )
    ],
    ["h", both("trong một hồ sơ: hội đồng thẩm định sẽ thấy gì", "in a dossier: what an appraisal council would find")],
    ["e", both("trong một hồ sơ: ghi việc có thể làm tiếp theo", "in a dossier: record what may come next")],
    [
      "o",
      both(
        "một đơn vị có được mở hồ sơ không, vì sao; t mức khác, e mở hồ sơ",
        "whether a dossier can be opened for a unit, and why not; t another tier, e opens it"
      )
    ]
  ],
  inventory: [
    [
      "t",
      both(
        "đếm so với mục tiêu; từng mục; OCOP hết hạn trong 180 ngày",
        "counts against targets; entries; OCOP that expires within 180 days"
      )
    ],
    ["f y", both("loại; năm", "kind; year")],
    ["Enter", both("loại → đơn vị → từng mục → một mục", "kind → units → entries → one entry")],
    ["e", both("trong một mục: công nhận lại, thôi, rút", "in an entry: grade it again, end it, withdraw it")]
  ]
}

/** The page of keys of a desk. */
export const deskKeys = (room: DeskRoom): Keys => [...around, ...own[room], ...alike]
