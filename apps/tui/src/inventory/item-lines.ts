import type { ListedItem } from "@ntm/contract"
import { itemKinds } from "@ntm/domain/inventory"
import { formatNumber } from "@ntm/domain/values"
import { head, proofText, wrapped } from "../assignments/task-lines.ts"
import { both, type Lang, say } from "../language/lang.ts"
import { detailLines, type Field } from "../parts/detail.ts"
import type { Line, Tone } from "../parts/line.ts"
import { dayText } from "../units/asking.ts"
import { inventoryWords, itemStateText, untilText } from "./inventory-words.ts"

const own = {
  recordedFor: both("Ghi cho", "Put down for"),
  households: both("Số hộ", "Households"),
  village: both("Thôn", "Village"),
  owner: both("Chủ vườn", "Owner"),
  area: both("Diện tích, m²", "Area, m²"),
  pilot: both("Thí điểm", "Pilot"),
  yes: both("có", "yes"),
  no: both("không", "no"),
  producer: both("Chủ thể", "Producer"),
  lasted: both("Số ngày học", "Days"),
  attendees: both("Người dự", "Who attended"),
  chair: both("Chủ trì", "Chair"),
  participants: both("Số người dự", "Took part"),
  number: both("Số hiệu", "Number"),
  kind: both("Loại văn bản", "Kind"),
  renewed: both("Công nhận lại", "Graded again"),
  note: both("Ghi chú", "Note"),
  proof: both("Minh chứng", "Proof"),
  recordedBy: both("Ghi bởi", "Recorded by")
} as const

const field = (label: string, text: string | null, tone: Tone = "plain"): ReadonlyArray<Field> =>
  text === null || text === "" ? [] : [{ label, text, tone }]

const number = (value: number | null): string | null => (value === null ? null : formatNumber(value))

const bodyFields = ({ body }: ListedItem, lang: Lang): ReadonlyArray<Field> => {
  const told = (key: keyof typeof own, text: string | null) => field(say(own[key], lang), text)
  switch (body._tag) {
    case "modelArea":
      return [...told("village", body.village), ...told("households", number(body.households))]
    case "modelGarden":
      return [...told("owner", body.owner), ...told("area", number(body.area))]
    case "smartVillage":
      return told("village", body.village)
    case "smartCommune":
      return told("pilot", say(body.pilot ? own.yes : own.no, lang))
    case "ocop":
      return told("producer", body.producer)
    case "training":
      return told("lasted", number(body.days))
    case "meeting":
      return [...told("chair", body.chair), ...told("participants", number(body.participants))]
    case "issued":
      return [...told("number", body.number), ...told("kind", body.kind)]
  }
}

const stateTone = ({ state }: ListedItem): Tone => (state.because === "expired" ? "bad" : state.counts ? "good" : "dim")

/** An entry of a register as a page: what it is, whether it counts and until when, who attended. */
export const itemLines = (item: ListedItem, width: number, lang: Lang): ReadonlyArray<Line> => {
  const { body, day, document, illustrative, name, note, recordedBy, recordedFor, state, unitCode, unitName } = item
  const made = illustrative ? ` ° ${say(inventoryWords.illustrative, lang)}` : ""
  return [
    ...detailLines(
      {
        title: `${name}${made}`,
        fields: [
          ...field(say(inventoryWords.register, lang), say(itemKinds[body._tag].words, lang)),
          ...field(say(inventoryWords.unit, lang), `${unitName} (${unitCode})`),
          ...field(say(own.recordedFor, lang), recordedFor, "dim"),
          ...field(say(inventoryWords.day, lang), dayText(day)),
          ...field(say(inventoryWords.state, lang), itemStateText(item, lang), stateTone(item)),
          ...field(say(inventoryWords.until, lang), untilText(item, lang)),
          ...field(say(own.renewed, lang), state.renewed.map(dayText).join(", ")),
          ...bodyFields(item, lang),
          ...field(say(own.note, lang), note, "dim"),
          ...field(say(own.proof, lang), proofText({ document, evidence: item.evidence }), "dim"),
          ...field(say(own.recordedBy, lang), recordedBy.name, "dim")
        ]
      },
      width
    ),
    ...(body._tag !== "training" || body.attendees.length === 0
      ? []
      : [
          ...head(say(own.attendees, lang)),
          ...body.attendees.flatMap(({ count, unit, who }) =>
            wrapped([who, ...(unit === null ? [] : [unit]), formatNumber(count)].join(" · "), width)
          )
        ])
  ]
}
