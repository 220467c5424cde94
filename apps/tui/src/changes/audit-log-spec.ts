import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

/** How `ntm audit-log` is read and explained. */
export const auditLogSpec = (server: OptionSpec): CommandSpec => ({
  name: "audit-log",
  operands: { shown: "VIỆC [MỤC]", least: 1, most: 2 },
  options: [
    {
      name: "unit",
      value: "MÃ",
      about: both("với list: của đơn vị và cấp dưới", "with list: of a unit and all below")
    },
    { name: "person", value: "THƯ", about: both("với list: của một người", "with list: of somebody") },
    { name: "noun", value: "LOẠI", about: both("với list: chỉ một loại", "with list: of one noun") },
    {
      name: "all",
      about: both(
        "với list: cả mục kỹ thuật và từng phần của dữ liệu kèm chương trình",
        "with list: technical entries too, and each part of reference data"
      )
    },
    {
      name: "cursor",
      value: "CON TRỎ",
      about: both(
        "với list, show: trang sau, theo next của trang trước (--json)",
        "with list, show: the next page, by next of the page before (--json)"
      )
    },
    {
      name: "limit",
      value: "SỐ",
      about: both(
        "với list: bao nhiêu mục, mặc định 20; với show: bao nhiêu dòng, mặc định 100",
        "with list: how many, default 20; with show: how many rows, default 100"
      )
    },
    {
      name: "from",
      value: "SỐ",
      about: both("với verify: từ mục này; mặc định từ đầu", "with verify: from this entry on; default all")
    },
    {
      name: "checkpoint",
      value: "TỆP",
      about: both(
        "với verify: đối chiếu với điểm mốc đã lưu",
        "with verify: hold it against a checkpoint that was kept"
      )
    },
    { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") },
    server
  ],
  about: both("nhật ký kiểm toán: ai đã thay đổi gì", "the audit trail: who changed what"),
  details: [
    both("list: các thay đổi, mới nhất trước, với trước và sau.", "list: changes, the newest first, before and after."),
    both("show MỤC: toàn bộ một mục, từng dòng.", "show ENTRY: one entry whole, row by row."),
    both(
      "verify: đối chiếu mọi dữ liệu với nhật ký rồi tính lại chuỗi băm ngay trên máy này; nêu mục đầu tiên không khớp, và từng chỗ dữ liệu bị sửa, xóa, thêm mà nhật ký không ghi. Phần đuôi bị cắt cùng với ghi nhận của hệ thống, hoặc cả chuỗi bị viết lại, chỉ thấy được nhờ điểm mốc lưu ở nơi khác.",
      "verify: holds all facts against the trail, then computes its chain anew on this machine; names the first entry that does not fit, and everything that was changed, deleted or put in without an entry. A tail cut off together with the system's own note of it, or a chain written anew, is found by a checkpoint that was kept elsewhere."
    ),
    both(
      "checkpoint: in điểm mốc hiện tại; hãy lưu ở nơi người quản trị cơ sở dữ liệu không sửa được.",
      "checkpoint: prints the present checkpoint; keep it where whoever runs the database cannot change it."
    ),
    both(
      "Mã kết thúc: 0 nguyên vẹn, 1 có chỗ bị sửa, 2 lệnh hoặc tệp không đúng, 69 máy chủ không trả lời.",
      "Exit code: 0 sound, 1 something was changed, 2 a wrong command or file, 69 the server does not answer."
    )
  ],
  examples: [
    "ntm audit-log list --unit 11824",
    "ntm audit-log show 152",
    "ntm audit-log checkpoint > mốc.json",
    "ntm audit-log verify --checkpoint mốc.json"
  ]
})
