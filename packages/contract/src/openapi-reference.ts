import type { EndpointTexts } from "./openapi-words.ts"
import type { api } from "./client.ts"

const t = (vi: string, en: string) => ({ vi, en })

type Nouns = Pick<
  typeof api,
  | "health"
  | "session"
  | "sessions"
  | "devices"
  | "people"
  | "keys"
  | "documents"
  | "units"
  | "map"
  | "boundaries"
  | "reorganisations"
  | "criteria"
  | "agencies"
>

/** What is asked by the questions about people and about what all other facts refer to. */
export const referenceTexts: EndpointTexts<Nouns> = {
  health: t("Chương trình đang chạy, phiên bản và cơ sở dữ liệu", "What runs here, its version and its database"),
  session: {
    now: t("Ai đang hỏi và được làm gì", "Who asks and what they may do"),
    signIn: t("Đăng nhập bằng mật khẩu", "Sign in with a password"),
    secondFactor: t("Nhập mã xác thực bước hai", "Give the code of the second factor"),
    link: t("Đăng nhập bằng liên kết dùng một lần", "Sign in by a one-time link"),
    demonstration: t("Xem thử với một vai trong bản trình diễn", "Try a role in the demonstration"),
    provider: t("Địa chỉ để đăng nhập qua nhà cung cấp khác", "Where to go to sign in with a provider"),
    confirm: t("Xác nhận lại người đang hỏi", "Show again who asks"),
    signOut: t("Đăng xuất", "Sign out"),
    password: t("Đặt hoặc đổi mật khẩu", "Set or change the password"),
    startSecondFactor: t("Bắt đầu xác thực hai bước", "Begin the second factor"),
    endSecondFactor: t("Bỏ xác thực hai bước", "End the second factor"),
    calendar: t("Địa chỉ bí mật của lịch của tôi", "The secret address of my calendar"),
    renewCalendar: t("Lập hoặc đổi địa chỉ lịch của tôi", "Give my calendar an address, or another"),
    calendarFile: t("Lịch của người giữ địa chỉ (iCalendar)", "The calendar of whoever has its address (iCalendar)")
  },
  sessions: {
    list: t("Các phiên đăng nhập của tôi", "Where the caller is signed in"),
    endOthers: t("Kết thúc mọi phiên khác", "End all other sessions"),
    end: t("Kết thúc một phiên", "End a session")
  },
  devices: {
    start: t("Bắt đầu đăng nhập trên thiết bị", "Begin to sign in on a device"),
    token: t("Hỏi thiết bị đã được cho vào chưa", "Ask whether the device was let in"),
    answer: t("Cho thiết bị vào hoặc từ chối", "Let a device in, or refuse it")
  },
  people: {
    list: t("Người dùng và quyền của từng người", "People with what they were given"),
    history: t("Những gì đã ghi về một người", "What was recorded of somebody"),
    account: t("Những gì đã xảy ra với tài khoản của một người", "What happened to somebody's account"),
    invite: t("Mời một người hoặc lập tài khoản hệ thống", "Invite somebody, or open a system's account"),
    link: t("Lập liên kết đăng nhập dùng một lần khác", "Make another one-time link"),
    give: t("Giao một quyền", "Give a grant"),
    end: t("Chấm dứt một quyền", "End a grant"),
    close: t("Khóa tài khoản", "Close an account"),
    open: t("Mở lại tài khoản", "Open an account again"),
    endSessions: t("Kết thúc mọi phiên của một người", "End all sessions of somebody"),
    endAllSessions: t("Kết thúc phiên của mọi người", "End the sessions of everybody"),
    endSecondFactor: t("Bỏ xác thực hai bước của người bị mất", "Take away the second factor of who lost it")
  },
  keys: {
    list: t("Khóa của các hệ thống đối tác", "Keys of partners' systems"),
    create: t("Lập khóa cho hệ thống đối tác", "Make a key for a partner's system"),
    revoke: t("Thu hồi khóa", "Take a key back")
  },
  documents: {
    list: t("Danh sách văn bản", "Documents"),
    get: t("Một văn bản với số liệu, biểu và phát hiện", "A document with its figures, tables and findings"),
    figures: t("Số liệu công bố trong văn bản", "Figures that documents state"),
    findings: t("Chỗ số liệu không khớp nhau", "Where figures do not agree")
  },
  units: {
    list: t("Đơn vị hành chính vào một ngày, hoặc tìm theo tên", "Units on a day, or found by name"),
    tree: t("Cây đơn vị vào một ngày", "The tree of units on a day"),
    get: t("Một đơn vị và câu chuyện của nó", "A unit and its story"),
    lineage: t("Đơn vị trước và sau sắp xếp", "What a unit came from and what became of it"),
    history: t("Các sự kiện của một đơn vị", "The events of a unit's life")
  },
  map: { get: t("Bản đồ các đơn vị vào một ngày", "A map of units on a day") },
  boundaries: {
    list: t("Các tệp ranh giới đã ghi", "Files of boundaries that were recorded"),
    check: t("Xem trước một tệp ranh giới", "Check a file of boundaries"),
    record: t("Ghi ranh giới", "Record boundaries")
  },
  reorganisations: {
    list: t("Các sự kiện sắp xếp đã thực hiện", "Reorganisations that were applied"),
    get: t("Một sự kiện sắp xếp", "A reorganisation"),
    preview: t("Xem trước một sự kiện sắp xếp", "What a reorganisation would do"),
    apply: t("Thực hiện sự kiện sắp xếp", "Apply a reorganisation"),
    undo: t("Rút lại sự kiện sắp xếp", "Take a reorganisation back")
  },
  criteria: {
    list: t("Các bộ tiêu chí", "Criteria sets"),
    get: t("Một bộ tiêu chí", "A criteria set"),
    versions: t("Các lần nạp một bộ tiêu chí", "What a set said and when"),
    preview: t("Xem trước khi nạp bộ tiêu chí", "What loading a file of sets would do"),
    load: t("Nạp bộ tiêu chí", "Load criteria sets"),
    differences: t("So hai bộ tiêu chí", "Two sets side by side"),
    results: t("Kết quả công bố theo bộ tiêu chí (Phụ lục 01)", "Results that a document publishes")
  },
  agencies: {
    list: t("Các cơ quan vào một ngày", "Agencies on a day"),
    one: t("Một cơ quan và việc đang phải làm", "An agency and what it owes"),
    calendar: t("Ngày nghỉ và ngày làm bù", "Days off and days worked instead"),
    period: t("Ngày cuối của một thời hạn", "The last day of a period")
  }
}
