import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

/** How `ntm observations` is read and explained. */
export const observationsSpec = (server: OptionSpec): CommandSpec => ({
  name: "observations",
  operands: { shown: "VIỆC…", least: 1, most: Number.POSITIVE_INFINITY },
  options: [
    {
      name: "unit",
      value: "MÃ",
      about: both(
        "số liệu của đơn vị này; với --input: các xã thuộc đơn vị",
        "the values of this unit; with --input: the communes below it"
      )
    },
    {
      name: "input",
      value: "CHỈ-TIÊU",
      about: both("số liệu của chỉ tiêu này", "the values of this input")
    },
    {
      name: "as-of",
      value: "NGÀY",
      about: both("tính đến ngày này; mặc định hôm nay", "as of this day; default today")
    },
    {
      name: "known-at",
      value: "LÚC",
      about: both("như đã biết vào thời điểm này (2025-03-05T02:30:00Z)", "as known at this moment (UTC)")
    },
    {
      name: "accept",
      value: "MỨC",
      about: both(
        "với list: từ mức draft, submitted, verified hay approved (mặc định)",
        "with list: from draft, submitted, verified or approved (default) on"
      )
    },
    {
      name: "to",
      value: "MỨC",
      about: both(
        "với move: submitted, verified, approved hoặc returned",
        "with move: submitted, verified, approved or returned"
      )
    },
    {
      name: "evidence",
      value: "TỆP",
      many: true,
      about: both(
        "với record: tệp minh chứng của mọi dòng; nêu được nhiều lần",
        "with record: a file that proves every row; may be given again"
      )
    },
    {
      name: "out",
      value: "TỆP",
      about: both("với evidence: lưu vào tệp này", "with evidence: save it as this file")
    },
    { name: "reason", value: "LÝ-DO", about: both("với move: lý do", "with move: why") },
    { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") },
    server
  ],
  about: both("xem, ghi, duyệt số liệu của các chỉ tiêu", "list, record and approve values of inputs"),
  details: [
    both(
      "list --unit MÃ: mọi chỉ tiêu của một đơn vị; list --input CHỈ-TIÊU --unit MÃ: một chỉ tiêu ở các xã thuộc đơn vị; history --unit MÃ --input CHỈ-TIÊU: lịch sử một số liệu.",
      "list --unit CODE: every input of a unit; list --input KEY --unit CODE: one input over the communes of a unit; history --unit CODE --input KEY: the history of a value."
    ),
    both(
      "record TỆP: ghi cả tệp hoặc không ghi gì. CSV có dòng tiêu đề unit, input, day, value (và kind, from, state, note, document, place, link, evidence, supersedes), số viết kiểu Việt Nam (68,5), hoặc JSON.",
      "record FILE: the whole file or nothing. CSV headed unit, input, day, value (and kind, from, state, note, document, place, link, evidence, supersedes) with Vietnamese numbers (68,5), or JSON."
    ),
    both(
      "Minh chứng là tệp PDF, ảnh, DOCX, XLSX, ODT, ODS đến 25 MB: cột evidence (minh chứng) ghi đường dẫn tính từ thư mục của TỆP, nhiều tệp cách nhau bằng dấu |; --evidence là minh chứng của mọi dòng. Tệp được gửi lên trước, mỗi nội dung lưu một lần.",
      "Evidence is a PDF, a picture, DOCX, XLSX, ODT, ODS up to 25 MB: the column evidence has paths from the folder of FILE on, several with | between; --evidence proves every row. Files are handed in first, each content is kept once."
    ),
    both(
      "evidence SHA256: lấy tệp minh chứng về (--out TỆP, hoặc theo tên của nó trong thư mục đang đứng).",
      "evidence SHA256: fetch a file of evidence (--out FILE, or under its own name into the present folder)."
    ),
    both(
      "move SỐ… --to MỨC: chuyển trạng thái; trả lại (returned) phải có --reason.",
      "move NUMBER… --to STATE: to another state; returned needs --reason."
    ),
    both("rebuild: dựng lại các bảng dẫn xuất từ nhật ký.", "rebuild: make the derived tables anew from the journal."),
    both(
      "Mã kết thúc: 0 xong, 2 sai hoặc bị từ chối, 69 máy chủ không trả lời.",
      "Exit code: 0 done, 2 wrong or refused, 69 the server does not answer."
    )
  ],
  examples: [
    "ntm observations list --unit 11824",
    "ntm observations list --input incomePerPerson --unit 31 --as-of 2025-12-31",
    "ntm observations record so-lieu-2025.csv --evidence bien-ban-tham-tra.pdf",
    'ntm observations move 1201 1202 --to returned --reason "thiếu biên bản"'
  ]
})
