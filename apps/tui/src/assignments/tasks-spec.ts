import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

const option = (name: string, value: string, vi: string, en: string): OptionSpec => ({
  name,
  value,
  about: both(vi, en)
})

const whose = [
  option("document", "VĂN-BẢN", "chỉ nhiệm vụ của văn bản này", "only tasks of this document"),
  option("unit", "MÃ", "chỉ nhiệm vụ của đơn vị này", "only tasks of this unit"),
  option(
    "agency",
    "MÃ",
    "chỉ nhiệm vụ của cơ quan này (mã: ntm agencies list)",
    "only tasks of this agency (ids: ntm agencies list)"
  ),
  option("role", "VAI", "lead: chủ trì (mặc định); any: cả phối hợp", "lead (default), or any: co-ordinating too")
]

const when = [
  option("as-of", "NGÀY", "tính đến ngày này; mặc định hôm nay", "as of this day; default today"),
  option("known-at", "LÚC", "như đã ghi đến lúc này (2025-03-05T02:30:00Z)", "as recorded at this moment (UTC)")
]

const forms: ReadonlyArray<OptionSpec> = [
  { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") },
  { name: "csv", about: both("in bảng CSV ra stdout", "print a CSV table to stdout") }
]

const proving: OptionSpec = {
  name: "evidence",
  value: "TỆP",
  many: true,
  about: both(
    "với record: tệp minh chứng của mọi dòng (PDF, ảnh, DOCX, XLSX, ODT, ODS); nêu được nhiều lần",
    "with record: a file that proves every row (PDF, picture, DOCX, XLSX, ODT, ODS); may be given again"
  )
}

const exitCodes = both(
  "Mã kết thúc: 0 xong, 2 sai hoặc bị từ chối, 69 máy chủ không trả lời.",
  "Exit code: 0 done, 2 wrong or refused, 69 the server does not answer."
)

const tasksSpec = (server: OptionSpec): CommandSpec => ({
  name: "tasks",
  operands: { shown: "VIỆC…", least: 1, most: 2 },
  options: [
    ...whose,
    option(
      "timeliness",
      "TÌNH-TRẠNG",
      "với list: notBegun, open, dueSoon, overdue, awaiting, done, doneLate, cancelled, noDue",
      "with list: notBegun, open, dueSoon, overdue, awaiting, done, doneLate, cancelled, noDue"
    ),
    option("q", "CHỮ", "với list: tìm không cần dấu", "with list: search without diacritics"),
    option(
      "sort",
      "CÁCH",
      "với list: document (mặc định), due: gấp nhất trước, late: chậm nhất trước",
      "with list: document (default), due: the most pressing first, late: the latest first"
    ),
    option("limit", "SỐ", "với list: nhiều nhất bấy nhiêu, đến 1000", "with list: at most so many, up to 1000"),
    proving,
    ...when,
    ...forms,
    server
  ],
  about: both("nhiệm vụ: ai làm gì, hạn nào, đã đến đâu", "tasks: who owes what, by when, and how far it is"),
  details: [
    both(
      "list: nhiệm vụ của các văn bản, mỗi đơn vị, mỗi kỳ một dòng; show MÃ: một nhiệm vụ, còn chờ những gì, diễn biến. MÃ là văn bản/số: kh-61-2025-haiphong/1.2.a@312.",
      "list: tasks of documents, one for each unit and period; show KEY: one task, what it still waits for and what happened. A KEY is document/number: kh-61-2025-haiphong/1.2.a@312."
    ),
    both(
      "timeline VĂN-BẢN: tiến trình, đường găng, chỗ thời hạn không khớp thứ tự; load: ai đang giữ bao nhiêu việc, chậm bao lâu.",
      "timeline DOCUMENT: tasks over time, the critical path, where days do not agree with the order; load: who owes how much, and how late."
    ),
    both(
      "record TỆP: ghi diễn biến (bắt đầu, nộp, nghiệm thu, trả lại, gia hạn, tiến độ…), cả tệp hoặc không ghi gì. CSV với các cột Nhiệm vụ, Ngày, Việc, Hạn cũ, Hạn mới, Nội dung, Lý do, Văn bản, Liên kết; hoặc JSON như API nhận.",
      "record FILE: what happened (begun, handed in, accepted, returned, put off, notes…), the whole file or nothing. CSV with columns task, day, event, due before, due after, text, reason, document, link; or JSON as the API takes it."
    ),
    exitCodes
  ],
  examples: [
    "ntm tasks list --document kh-61-2025-haiphong --as-of 2025-06-20",
    "ntm tasks show kh-61-2025-haiphong/6 --as-of 2025-06-20",
    "ntm tasks timeline kh-61-2025-haiphong",
    "ntm tasks load --as-of 2025-06-20",
    "ntm tasks record nop.csv --evidence bao-cao.pdf"
  ]
})

const dueSpec = (server: OptionSpec): CommandSpec => ({
  name: "due",
  operands: { shown: "", least: 0, most: 0 },
  options: [
    option("days", "SỐ", "đến hạn trong bấy nhiêu ngày; mặc định 14", "due within so many days; default 14"),
    ...whose,
    option(
      "ics",
      "TỆP",
      "ghi thêm lịch iCalendar của các nhiệm vụ ấy, đến hết năm sau, vào tệp mới",
      "also write an iCalendar of these tasks, up to the end of next year, to a new file"
    ),
    {
      name: "digest",
      about: both(
        "in thành bản tin như gửi mỗi sáng, của mọi cơ quan hoặc của --agency, --unit",
        "print it as the digest of a morning, of all or of --agency, --unit"
      )
    },
    option("format", "DẠNG", "với --digest: text (mặc định) hoặc html", "with --digest: text (default) or html"),
    ...when,
    ...forms,
    server
  ],
  about: both("việc quá hạn và sắp đến hạn", "what is overdue and what is due soon"),
  details: [
    both(
      "Mọi nhiệm vụ đã quá hạn, rồi những nhiệm vụ đến hạn kể từ ngày hỏi, theo văn bản.",
      "All that is overdue, then what falls due from the day on, by document."
    ),
    exitCodes
  ],
  examples: [
    "ntm due --days 30",
    "ntm due --unit 312 --as-of 2025-06-20",
    "ntm due --agency hp-so-nnmt --ics nnmt.ics",
    "ntm due --digest --agency hp-so-nnmt --format html"
  ]
})

const recommendationsSpec = (server: OptionSpec): CommandSpec => ({
  name: "recommendations",
  operands: { shown: "VIỆC…", least: 1, most: 2 },
  options: [
    option("document", "VĂN-BẢN", "chỉ của văn bản này", "only of this document"),
    option("unit", "MÃ", "chỉ về đơn vị này", "only about this unit"),
    option(
      "state",
      "TRẠNG-THÁI",
      "với list: open, answered, carriedOut, reopened",
      "with list: open, answered, carriedOut, reopened"
    ),
    option("kind", "LOẠI", "với limitations: limitation, cause, remark", "with limitations: limitation, cause, remark"),
    option("q", "CHỮ", "tìm không cần dấu", "search without diacritics"),
    proving,
    ...when,
    ...forms,
    server
  ],
  about: both("kiến nghị giám sát và hạn chế đã nêu", "recommendations of supervision and limitations"),
  details: [
    both(
      "list: kiến nghị của cơ quan giám sát, trạng thái, trả lời; show MÃ: một kiến nghị với trả lời, biện pháp, nhiệm vụ, lời cơ quan được giám sát bên cạnh số liệu.",
      "list: what supervising bodies ask for, states and answers; show KEY: one with answers, measures, tasks, and what is said beside what the figures show."
    ),
    both(
      "limitations: hạn chế, nguyên nhân mà văn bản nêu, theo nhóm, với số liệu và đơn vị liên quan.",
      "limitations: limitations and causes that documents state, by category, with figures and units."
    ),
    both(
      "record TỆP: ghi trả lời, biện pháp, kết luận, cả tệp hoặc không ghi gì. CSV với các cột Kiến nghị, Ngày, Việc, Nội dung, Phương án, Nhiệm vụ, Lý do, Văn bản, Liên kết; hoặc JSON như API nhận.",
      "record FILE: answers, measures and findings, the whole file or nothing. CSV with columns recommendation, day, event, text, option, task, reason, document, link; or JSON as the API takes it."
    ),
    exitCodes
  ],
  examples: [
    "ntm recommendations list --document tb-20-2025-haiphong",
    "ntm recommendations show tb-20-2025-haiphong/kn-tp-07",
    "ntm recommendations limitations --kind cause"
  ]
})

const agenciesSpec = (server: OptionSpec): CommandSpec => ({
  name: "agencies",
  operands: { shown: "VIỆC…", least: 1, most: 2 },
  options: [
    option("unit", "MÃ", "với list: chỉ của tỉnh này", "with list: only of this province"),
    option("q", "CHỮ", "với list: tìm không cần dấu, cả tên cũ", "with list: search without diacritics, old names too"),
    option("as-of", "NGÀY", "tính đến ngày này; mặc định hôm nay", "as of this day; default today"),
    ...forms,
    server
  ],
  about: both("cơ quan qua các lần đổi tên, sáp nhập", "agencies through renames and mergers"),
  details: [
    both(
      "list: cơ quan vào ngày hỏi, cơ quan thôi hoạt động kèm nơi tiếp nhận; show MÃ: các tên theo thời gian, chuyển cho ai, nhận từ ai, đang giữ bao nhiêu việc.",
      "list: agencies on the day, those that stand no more with who took over; show ID: its names in time, to whom it passed, what it took over, what it owes."
    ),
    both("Dấu ~: nhớ lại, chưa đối chiếu với văn bản.", "The mark ~: recalled, not checked against a document."),
    exitCodes
  ],
  examples: ["ntm agencies list --as-of 2025-02-28", "ntm agencies show hp-so-nnmt"]
})

/** How `ntm tasks`, `ntm due`, `ntm recommendations` and `ntm agencies` are read and explained. */
export const assignmentSpecs = (server: OptionSpec): ReadonlyArray<CommandSpec> => [
  tasksSpec(server),
  dueSpec(server),
  recommendationsSpec(server),
  agenciesSpec(server)
]
