import type { Bilingual } from "../../values/index.ts"
import type { ChangedNoun } from "../noun.ts"

const both = (vi: string, en: string): Bilingual => ({ vi, en })

/** What happened, by the tag of an event, within a sentence; nouns whose rows are such events alone. */
export const happenings: Readonly<Partial<Record<ChangedNoun, Readonly<Record<string, Bilingual>>>>> = {
  workReport: {
    step: both("báo bước của công trình", "step of a work reported"),
    volume: both("báo khối lượng đã thi công", "volume built reported"),
    accepted: both("báo khối lượng nghiệm thu", "accepted volume reported"),
    change: both("điều chỉnh hợp đồng", "contract changed"),
    time: both("thời gian", "time"),
    value: both("giá trị", "value"),
    scope: both("quy mô", "scope"),
    problem: both("báo vướng mắc", "problem reported"),
    solved: both("gỡ vướng mắc", "problem solved"),
    paper: both("nộp hồ sơ, ảnh của công trình", "papers of a work handed in"),
    withdrawn: both("rút báo cáo công trình", "report on a work withdrawn")
  },
  landEvent: {
    cleared: both("bàn giao mặt bằng hiến đất", "given land cleared"),
    updated: both("chỉnh lý biến động đất hiến", "records of given land updated"),
    paid: both("chi hỗ trợ đất hiến", "support for given land paid"),
    withdrawn: both("rút phần hiến đất", "gift of land taken back")
  },
  taskEvent: {
    moved: both("chuyển trạng thái nhiệm vụ", "task moved on"),
    extended: both("gia hạn nhiệm vụ", "task given more time"),
    note: both("ghi tình hình nhiệm vụ", "note on a task")
  },
  recommendationEvent: {
    answered: both("trả lời kiến nghị", "recommendation answered"),
    measure: both("ghi biện pháp thực hiện kiến nghị", "measure for a recommendation"),
    carriedOut: both("xác nhận kiến nghị đã thực hiện", "recommendation found carried out"),
    reopened: both("mở lại kiến nghị", "recommendation reopened")
  },
  dossierEvent: {
    step: both("ghi bước của hồ sơ", "step of a dossier"),
    paper: both("nộp giấy tờ của hồ sơ", "paper of a dossier handed in"),
    consultation: both("ghi kết quả lấy ý kiến", "public consultation"),
    surveyed: both("ghi kết quả khảo sát sự hài lòng", "survey of satisfaction"),
    voted: both("ghi kết quả bỏ phiếu", "vote of the council"),
    returned: both("trả lại hồ sơ", "dossier sent back"),
    decided: both("ghi quyết định về hồ sơ", "dossier decided"),
    revoked: both("thu hồi công nhận", "recognition revoked"),
    expired: both("hết hiệu lực công nhận", "recognition expired"),
    closed: both("dừng hồ sơ", "dossier given up")
  },
  inventoryEvent: {
    ended: both("thôi tính mục trong sổ", "entry of a register ended"),
    renewed: both("phân hạng lại sản phẩm OCOP", "OCOP product graded again"),
    withdrawn: both("rút mục khỏi sổ", "entry of a register withdrawn")
  },
  personEvent: {
    invited: both("mời người dùng", "person invited"),
    given: both("cấp quyền", "rights given"),
    ended: both("chấm dứt quyền", "rights ended"),
    closed: both("khóa tài khoản", "account closed"),
    opened: both("mở lại tài khoản", "account opened again"),
    calendar: both("đổi địa chỉ lịch", "address of the calendar changed")
  },
  accountEvent: {
    keyMade: both("lập khóa API", "API key made"),
    keyRevoked: both("thu hồi khóa API", "API key revoked"),
    linkMade: both("tạo liên kết đăng nhập", "link to sign in made"),
    passwordSet: both("đặt mật khẩu", "password set"),
    secondFactorOn: both("bật xác thực hai bước", "second factor switched on"),
    secondFactorOff: both("tắt xác thực hai bước", "second factor switched off"),
    secondFactorReset: both("bỏ xác thực hai bước của người bị mất", "second factor taken away after a loss"),
    sessionsEnded: both("kết thúc phiên đăng nhập", "sessions ended"),
    signInRefused: both("đăng nhập bị từ chối", "sign-in refused")
  }
}

const events: Readonly<Partial<Record<ChangedNoun, string>>> = { landEvent: "event" }

/** The tag of an event that a row holds; null where it holds none. */
export const tagOf = (noun: ChangedNoun, row: Readonly<Record<string, unknown>>): string | null => {
  if (happenings[noun] === undefined) return null
  const body = row[events[noun] ?? "body"]
  const tag = typeof body === "object" && body !== null && "_tag" in body ? body._tag : null
  return typeof tag === "string" ? tag : null
}

/** What happened, by its tag; undefined where no event of the noun has it. */
export const happeningWords = (noun: ChangedNoun, tag: string): Bilingual | undefined => happenings[noun]?.[tag]
