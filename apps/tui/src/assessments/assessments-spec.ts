import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

const none = { shown: "", least: 0, most: 0 }

const option = (name: string, value: string, vi: string, en: string): OptionSpec => ({
  name,
  value,
  about: both(vi, en)
})

/** Options of every question about assessments, after its own. */
const common = (server: OptionSpec): ReadonlyArray<OptionSpec> => [
  option("as-of", "NGÀY", "đánh giá vào ngày này; mặc định hôm nay", "as of this day; default today"),
  option(
    "known-at",
    "THỜI-ĐIỂM",
    "theo số liệu đã biết đến lúc này (2025-03-05T02:30:00Z)",
    "by what was known at this moment, as 2025-03-05T02:30:00Z"
  ),
  option(
    "accept",
    "TRẠNG-THÁI",
    "tính số liệu từ submitted, verified hay approved; mặc định approved",
    "values from submitted, verified or approved on; default approved"
  ),
  { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") },
  server
]

const signs = both(
  "✓ đạt, ✗ chưa đạt, – không áp dụng, ? chưa có số liệu, § chưa có mức; dấu ~ nhớ lại, ? chưa biết, * số minh họa.",
  "✓ met, ✗ not met, – exempt, ? no data, § no threshold; ~ recalled, ? unknown, * illustrative."
)

const codes = both(
  "Mã kết thúc: 0 xong, 2 câu hỏi, đơn vị hoặc bộ tiêu chí không đúng, 69 máy chủ không trả lời.",
  "Exit code: 0 done, 2 a wrong question, unit or set, 69 the server does not answer."
)

const set = option("set", "MÃ", "bộ tiêu chí", "the criteria set")

/** `ntm assess`, `ntm rollup`, `ntm targets`. */
export const assessmentSpecs = (server: OptionSpec): ReadonlyArray<CommandSpec> => [
  {
    name: "assess",
    operands: none,
    options: [
      option("unit", "MÃ", "mã đơn vị vào ngày đó", "the unit's code on the day"),
      {
        ...set,
        about: both("bộ tiêu chí; không nêu thì mọi bộ đang áp dụng", "the set; every set in force without it")
      },
      ...common(server)
    ],
    about: both("đánh giá một đơn vị, kèm lý do từng chỉ tiêu", "judge a unit, with the why of every indicator"),
    details: [
      both(
        "Mỗi chỉ tiêu có giá trị, mức phải đạt, khoảng cách, ngày số liệu, cơ quan phụ trách. Đơn vị chưa có số liệu sau sắp xếp thì tạm tính từ các đơn vị cũ và nêu rõ.",
        "Every indicator with its value, threshold, gap, day of the value and agency in charge. After a reorganisation values are derived from the former units until the unit reports itself, and it is said so."
      ),
      signs,
      codes
    ],
    examples: [
      "ntm assess --unit 11836 --set xa-ntm-2021-2025 --as-of 2024-12-31",
      "ntm assess --unit 31 --set tinh-hoan-thanh-2021-2025 --as-of 14/1/2025"
    ]
  },
  {
    name: "rollup",
    operands: none,
    options: [
      set,
      option(
        "unit",
        "MÃ",
        "các đơn vị trong đơn vị này; không nêu thì cả nước",
        "units below this one; all without it"
      ),
      option("from", "NGÀY", "so với ngày này", "against this day"),
      option(
        "bands",
        "KHOẢNG",
        "nhóm theo số tiêu chí đạt, ví dụ 0-6,7-9,10-14,15-18,19",
        "group by criteria met, as 0-6,7-9,10-14,15-18,19"
      ),
      option(
        "with",
        "MÃ",
        "bộ này thay cho bộ ở --set: mỗi đơn vị mất gì, thêm gì trên cùng số liệu",
        "this set in the place of --set: what each unit loses and gains on the same facts"
      ),
      ...common(server)
    ],
    about: both("tổng hợp các đơn vị theo bộ tiêu chí (Phụ lục 01)", "roll up units under a set (Appendix 01)"),
    details: [
      both(
        "Số đơn vị đạt từng tiêu chí, bình quân, phân nhóm theo số tiêu chí, hạng đang giữ, gần đạt nhất, thiếu nhiều nhất, nợ tiêu chí, thay đổi giữa hai ngày.",
        "Units by criterion, average, bands by number of criteria, tiers held, nearest, most often missing, criteria debt, change between two days."
      ),
      signs,
      codes
    ],
    examples: [
      "ntm rollup --set xa-ntm-2021-2025 --unit 31 --as-of 2024-12-31",
      "ntm rollup --set xa-ntm-2021-2025 --unit 31 --from 2024-12-31",
      "ntm rollup --set xa-ntm-2021-2025 --with xa-ntm-nang-cao-2021-2025 --unit 31"
    ]
  },
  {
    name: "targets",
    operands: none,
    options: [option("document", "MÃ", "văn bản kế hoạch", "the plan's document"), ...common(server)],
    about: both("chỉ tiêu của một kế hoạch và mức đã đạt", "targets of a plan and how far each is reached"),
    details: [
      both(
        "Đã đạt bao nhiêu đơn vị, cần bao nhiêu, mỗi tháng phải thêm bao nhiêu để kịp hạn; chỗ văn bản tự mâu thuẫn.",
        "Units reached and needed, what each month has to add until the last day, and where the document does not agree with itself."
      ),
      codes
    ],
    examples: ["ntm targets --document kh-61-2025-haiphong --as-of 2025-03-05"]
  }
]
