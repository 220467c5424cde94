import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

const none = { shown: "", least: 0, most: 0 }
const json: OptionSpec = {
  name: "json",
  about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout")
}

const codes = both(
  "Mã kết thúc: 0 xong, 2 lệnh không đúng hoặc không được phép, 69 máy chủ không trả lời.",
  "Exit code: 0 done, 2 a wrong command or not allowed, 69 the server does not answer."
)

const grantOptions: ReadonlyArray<OptionSpec> = [
  {
    name: "role",
    value: "VAI-TRÒ",
    about: both(
      "administrator, coordinationOffice, department, localOfficer, leader, supervisor, partner",
      "administrator, coordinationOffice, department, localOfficer, leader, supervisor, partner"
    )
  },
  {
    name: "units",
    value: "MÃ,MÃ…",
    about: both("các đơn vị phụ trách, kể cả cấp dưới; mặc định tất cả", "units with all below; default all")
  },
  {
    name: "agency",
    value: "TÊN",
    about: both(
      "tên hoặc mã của cơ quan (bắt buộc với department)",
      "name or code of the agency (department needs one)"
    )
  },
  {
    name: "criteria",
    value: "KHÓA,KHÓA…",
    about: both(
      "chỉ các số liệu này; KHÓA/ là mọi khóa bắt đầu như thế",
      "these inputs only; KEY/ is all that begin so"
    )
  },
  { name: "from", value: "NGÀY", about: both("ngày đầu; mặc định hôm nay", "first day; default today") },
  { name: "to", value: "NGÀY", about: both("ngày cuối", "last day") }
]

/** How the commands about people are read and explained. */
export const peopleSpecs = (server: OptionSpec): ReadonlyArray<CommandSpec> => [
  {
    name: "login",
    operands: none,
    options: [server],
    about: both("đăng nhập vào máy chủ", "sign in to a server"),
    details: [
      both(
        "In ra một mã và một địa chỉ; mở địa chỉ ấy trong trình duyệt đã đăng nhập và xác nhận mã. Trên chính máy chủ thì không cần. Chạy tự động: biến NTM_TOKEN.",
        "Prints a code and an address; open it in a browser that is signed in and confirm the code. Not needed on the server's own machine. For scripts: NTM_TOKEN."
      ),
      codes
    ],
    examples: ["ntm login --server https://ntm.example.vn"]
  },
  {
    name: "logout",
    operands: none,
    options: [server],
    about: both("đăng xuất", "sign out"),
    details: [codes],
    examples: ["ntm logout"]
  },
  {
    name: "whoami",
    operands: none,
    options: [json, server],
    about: both("tôi là ai, được làm gì", "who I am and what I may do"),
    details: [codes],
    examples: ["ntm whoami"]
  },
  {
    name: "people",
    operands: { shown: "VIỆC…", least: 1, most: Number.POSITIVE_INFINITY },
    options: [
      ...grantOptions,
      {
        name: "system",
        about: both("với invite: hệ thống đối tác, chỉ dùng khóa", "with invite: a partner's system, keys only")
      },
      {
        name: "reason",
        value: "LÝ-DO",
        about: both(
          "với end: lý do; với factor: đã nhận ra người yêu cầu bằng cách nào",
          "with end: why; with factor: how you made sure who asks"
        )
      },
      json,
      server
    ],
    about: both("người dùng và quyền", "people and what they may do"),
    details: [
      both("list: mọi người và quyền của họ.", "list: everybody with what they were given."),
      both(
        "invite THƯ TÊN…: mời một người, in liên kết đăng nhập dùng một lần; kèm --role để cấp quyền luôn.",
        "invite EMAIL NAME…: invite somebody and print their one-time link; with --role give a grant at once."
      ),
      both("grant THƯ --role …: cấp một quyền.", "grant EMAIL --role …: give a grant."),
      both(
        "end THƯ [SỐ]: chấm dứt một quyền; không nêu số thì khóa tài khoản.",
        "end EMAIL [NUMBER]: end a grant; without one close the account."
      ),
      both(
        "link [THƯ]: liên kết khác; không nêu ai thì của quản trị hệ thống đầu tiên.",
        "link [EMAIL]: another link; without one for the first administrator."
      ),
      both(
        "sessions THƯ | all: kết thúc mọi phiên của một người, hoặc của mọi người.",
        "sessions EMAIL | all: end all sessions of somebody, or of everybody."
      ),
      both(
        "factor THƯ --reason …: bỏ xác thực hai bước của người đã mất, kết thúc các phiên.",
        "factor EMAIL --reason …: take away the second factor of who lost it, and end their sessions."
      ),
      codes
    ],
    examples: ["ntm people invite lan@example.vn Lan --role leader --units 31", "ntm people list"]
  },
  {
    name: "keys",
    operands: { shown: "VIỆC…", least: 1, most: Number.POSITIVE_INFINITY },
    options: [
      {
        name: "days",
        value: "SỐ",
        about: both(
          "với create: dùng được bao nhiêu ngày; mặc định 90",
          "with create: valid for so many days; default 90"
        )
      },
      {
        name: "rate",
        value: "SỐ",
        about: both("với create: số yêu cầu mỗi phút; mặc định 600", "with create: requests a minute; default 600")
      },
      json,
      server
    ],
    about: both("khóa API của hệ thống đối tác", "API keys of partners' systems"),
    details: [
      both("list: các khóa.", "list: the keys."),
      both("create THƯ TÊN…: tạo khóa; chỉ hiện một lần.", "create EMAIL NAME…: make a key; it is shown once."),
      both("revoke MÃ: thu hồi ngay.", "revoke ID: take it back at once."),
      codes
    ],
    examples: ["ntm keys create tabmis@example.vn TABMIS --days 90"]
  }
]
