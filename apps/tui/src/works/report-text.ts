import type { ReportBody } from "@ntm/domain/works"
import { formatMoney } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { dayText } from "../units/asking.ts"
import { stepName } from "./works-words.ts"

const own = {
  begun: both("bắt đầu", "begun"),
  done: both("xong", "done"),
  volume: both("khối lượng đã làm đến nay", "built to date"),
  accepted: both("nghiệm thu khối lượng", "volume accepted"),
  value: both("đổi giá trị hợp đồng", "contract value changed"),
  time: both("đổi thời hạn", "time changed"),
  scope: both("đổi quy mô", "scope changed"),
  solved: both("đã tháo gỡ vướng mắc", "problem solved, report"),
  paper: both("giấy tờ", "paper"),
  withdrawn: both("rút báo cáo", "report withdrawn")
} as const

const categories = {
  land: both("mặt bằng", "land"),
  money: both("vốn", "money"),
  contractor: both("nhà thầu", "contractor"),
  design: both("thiết kế", "design"),
  weather: both("thời tiết", "weather"),
  procedure: both("thủ tục", "procedure"),
  other: both("khác", "other")
} as const

const money = (amount: Parameters<typeof formatMoney>[0]): string => formatMoney(amount, { unit: "triệu đồng" })

type Change = Extract<ReportBody, { readonly _tag: "change" }>

const changeText = ({ change, reason }: Change, lang: Lang): string => {
  switch (change._tag) {
    case "time":
      return `${say(own.time, lang)} (${stepName(change.step, lang)}): ${dayText(change.before)} → ${dayText(change.after)} · ${reason}`
    case "value":
      return `${say(own.value, lang)}: ${money(change.before)} → ${money(change.after)} · ${reason}`
    case "scope":
      return `${say(own.scope, lang)}: ${change.before} → ${change.after} · ${reason}`
  }
}

/** What a report says, in a line. */
export const reportText = (body: ReportBody, lang: Lang): string => {
  switch (body._tag) {
    case "step":
      return `${stepName(body.step, lang)}: ${say(own[body.event], lang)}${body.by === null ? "" : ` · ${body.by}`}`
    case "volume":
      return `${say(own.volume, lang)} ${money(body.done)}`
    case "accepted":
      return `${say(own.accepted, lang)} ${money(body.amount)}`
    case "change":
      return changeText(body, lang)
    case "problem":
      return `${say(categories[body.category], lang)}: ${body.text}`
    case "solved":
      return `${say(own.solved, lang)} ${body.problem}${body.text === null ? "" : `: ${body.text}`}`
    case "paper":
      return `${say(own.paper, lang)}: ${body.title}`
    case "withdrawn":
      return `${say(own.withdrawn, lang)} ${body.report}: ${body.reason}`
  }
}
