import type { Tier } from "@ntm/domain/criteria"
import type {
  DossierEvent,
  DossierStanding,
  DossierStepStanding,
  PaperStanding,
  RehearsalKind
} from "@ntm/domain/dossiers"
import type { Bilingual } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import type { Tone } from "../parts/line.ts"
import { dayText } from "../units/asking.ts"

type DossierState = DossierStanding["state"]

/** Words that the commands and the screens of dossiers share. */
export const dossiersWords = {
  dossier: both("Hồ sơ", "Dossier"),
  dossiers: both("hồ sơ", "dossiers"),
  unit: both("Đơn vị", "Unit"),
  tier: both("Đề nghị", "Asks for"),
  state: both("Trạng thái", "State"),
  at: both("Đang ở bước", "Stands at"),
  opened: both("Mở ngày", "Opened"),
  end: both("Dự kiến xong", "Expected end"),
  missing: both("Còn thiếu", "Wanting"),
  wanting: both("Thiếu", "Wanting"),
  late: both("Chậm", "Late"),
  days: both("ngày", "days"),
  none: both("Không có hồ sơ nào.", "No dossiers."),
  overridden: both("mở theo ý kiến riêng", "opened by override"),
  illustrative: both("minh họa", "illustrative")
} as const

export const dossierStateWords = {
  open: both("đang làm", "under way"),
  returned: both("bị trả lại", "sent back"),
  recognised: both("đã công nhận", "recognised"),
  refused: both("không được công nhận", "not recognised"),
  revoked: both("đã thu hồi", "revoked"),
  expired: both("đã hết hạn", "expired"),
  closed: both("thôi đề nghị", "given up")
} as const satisfies Record<DossierState, Bilingual>

export const dossierStateTone = {
  open: "accent",
  returned: "bad",
  recognised: "good",
  refused: "warn",
  revoked: "bad",
  expired: "warn",
  closed: "dim"
} as const satisfies Record<DossierState, Tone>

/** What is asked for, short enough for a column. */
export const tierNames = {
  standard: both("đạt chuẩn", "standard"),
  advanced: both("nâng cao", "advanced"),
  model: both("kiểu mẫu", "model"),
  modern: both("hiện đại", "modern"),
  special: both("đặc thù", "special"),
  completed: both("hoàn thành nhiệm vụ", "task completed"),
  civilised: both("đô thị văn minh", "civilised urban")
} as const satisfies Record<Tier, Bilingual>

export const stepStateWords = {
  waiting: both("chờ bước trước", "waits for steps before it"),
  ready: both("có thể bắt đầu", "can begin"),
  begun: both("đang làm", "begun"),
  done: both("xong", "done")
} as const satisfies Record<DossierStepStanding["state"], Bilingual>

export const paperStateWords = {
  there: both("có", "there"),
  tooOld: both("quá cũ", "too old"),
  missing: both("thiếu", "wanting"),
  contradicted: both("trái với số liệu", "contradicted by the facts")
} as const satisfies Record<PaperStanding["state"], Bilingual>

export const rehearsalWords = {
  paperMissing: both("Giấy tờ thiếu", "Paper wanting"),
  paperTooOld: both("Giấy tờ quá cũ", "Paper too old"),
  paperContradicted: both("Giấy tờ trái số liệu", "Paper contradicted"),
  valueTooOld: both("Số liệu quá cũ", "Value too old"),
  nearThreshold: both("Sát ngưỡng", "Near its threshold"),
  sourcesDisagree: both("Nguồn không khớp", "Sources disagree"),
  taskOpen: both("Nhiệm vụ chưa xong", "Task not done"),
  notMet: both("Chưa đạt", "Not met"),
  noData: both("Chưa có số liệu", "No data"),
  debt: both("Nợ đọng", "Debt"),
  survey: both("Khảo sát", "Survey"),
  consultation: both("Lấy ý kiến", "Consultation"),
  vote: both("Bỏ phiếu", "Vote")
} as const satisfies Record<RehearsalKind, Bilingual>

const eventWords = {
  begun: both("bắt đầu", "begun"),
  done: both("xong", "done"),
  paper: both("nộp giấy tờ", "paper put in"),
  consultation: both("lấy ý kiến", "public consultation"),
  opinions: both("ý kiến", "opinions"),
  against: both("không đồng ý", "against"),
  surveyed: both("khảo sát", "surveyed"),
  satisfied: both("hài lòng", "satisfied"),
  of: both("trên", "of"),
  voted: both("bỏ phiếu", "voted"),
  inFavour: both("tán thành", "in favour"),
  present: both("có mặt", "present"),
  members: both("thành viên", "members"),
  returned: both("trả lại", "sent back"),
  recognised: both("công nhận", "recognised"),
  refused: both("không công nhận", "not recognised"),
  revoked: both("thu hồi", "revoked"),
  expired: both("hết hạn", "expired"),
  closed: both("thôi đề nghị", "given up"),
  from: both("từ", "from")
} as const

/** What an event says, without its day. `stepName` and `paperName` tell steps and papers by their keys. */
export const eventText = (
  { body }: Pick<DossierEvent, "body">,
  names: { readonly step: (key: string) => string; readonly paper: (key: string) => string },
  lang: Lang
): string => {
  const word = (key: keyof typeof eventWords) => say(eventWords[key], lang)
  switch (body._tag) {
    case "step":
      return [`${names.step(body.step)}: ${word(body.event)}`, ...(body.by === null ? [] : [body.by])].join(" · ")
    case "paper":
      return `${word("paper")}: ${names.paper(body.paper)} · ${body.title} (${dayText(body.issuedOn)})`
    case "consultation":
      return `${word("consultation")} ${dayText(body.from)} – ${dayText(body.to)}: ${body.opinions} ${word("opinions")}, ${body.against} ${word("against")}`
    case "surveyed":
      return [
        `${word("surveyed")}:`,
        body.results
          .map((one) => `${one.content} ${one.satisfied}/${one.answered} ${word("satisfied")} (${one.asked})`)
          .join("; ")
      ].join(" ")
    case "voted":
      return `${word("voted")}: ${body.inFavour} ${word("inFavour")} ${word("of")} ${body.present} ${word("present")}, ${body.members} ${word("members")}`
    case "returned":
      return `${word("returned")} → ${names.step(body.to)}: ${body.reason}`
    case "closed":
      return `${word("closed")}: ${body.reason}`
    case "decided":
      return `${word(body.recognised ? "recognised" : "refused")}: ${body.document} (${dayText(body.decidedOn)})`
    case "revoked":
      return `${word("revoked")} ${word("from")} ${dayText(body.from)}: ${body.document} · ${body.reason}`
    case "expired":
      return `${word("expired")} ${word("from")} ${dayText(body.from)}: ${body.reason}`
  }
}
