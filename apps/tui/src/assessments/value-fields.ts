import { addressOf, api, type ValueDetail } from "@ntm/contract"
import { type Evidence, formatBytes, stateWords } from "@ntm/domain/criteria"
import { formatDay, formatNumber, isDay } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import type { Field } from "../parts/detail.ts"
import { labelOf } from "../units/asking.ts"
import { shareText } from "../units/lineage.ts"
import type { Frame } from "./assess-state.ts"
import { mark, markWords } from "./assess-words.ts"

const own = {
  input: both("Số liệu", "Value of"),
  none: both("chưa có số liệu", "no data"),
  state: both("Tình trạng", "State"),
  recordedBy: both("người ghi", "recorded by"),
  source: both("Nguồn", "Source"),
  form: both("biểu nhập", "a form"),
  document: both("văn bản", "document"),
  file: both("tệp", "file"),
  proof: both("Minh chứng", "Evidence"),
  derived: both("Suy ra từ", "Derived from"),
  debt: both("Nợ đọng", "Debt"),
  between: both("trong khoảng", "between"),
  days: both("ngày", "days")
} as const

const dayText = (day: string): string => (isDay(day) ? formatDay(day) : day)

const sourceText = ({ observation: { source } }: NonNullable<ValueDetail["record"]>, lang: Lang): string => {
  switch (source.from) {
    case "document":
      return `${say(own.document, lang)} ${source.document}${source.place === null ? "" : ` · ${source.place}`}`
    case "import":
      return `${say(own.file, lang)} ${source.name}`
    case "form":
      return say(own.form, lang)
  }
}

/** What proves a value, and below it the link that opens it in a browser. */
const evidenceText = (one: Evidence, server: string): string => {
  if ("file" in one)
    return `${one.file} (${formatBytes(one.bytes)})\n${server}${addressOf(api.evidence.file.path, { sha256: one.sha256 })}`
  return one.title === null ? one.link : `${one.title}\n${one.link}`
}

/** The state that a recorded value has come to. */
export const stateOf = ({ moves, observation }: NonNullable<ValueDetail["record"]>) =>
  moves.at(-1)?.state ?? observation.state

/** A value that a line rests on: as recorded with its state and source, or derived from what others reported. */
export const valueFields = (
  detail: ValueDetail,
  { lang, server = "" }: Pick<Frame, "lang" | "server">
): ReadonlyArray<Field> => {
  const { derived, input, reason, record, value, works } = detail
  const shown = value === null ? say(own.none, lang) : formatNumber(Number(value.toFixed(6)))
  const head: Field = { label: say(own.input, lang), text: `${input}: ${shown}` }
  const recorded =
    record === null
      ? []
      : [
          {
            label: say(own.state, lang),
            text: [
              say(stateWords[stateOf(record)], lang),
              `${say(own.days, lang)} ${dayText(record.observation.day)}`,
              `${say(own.recordedBy, lang)} ${record.observation.recordedBy.name}`
            ].join(" · ")
          },
          { label: say(own.source, lang), text: sourceText(record, lang) },
          ...record.observation.evidence.map((one) => ({
            label: say(own.proof, lang),
            text: evidenceText(one, server)
          })),
          ...(record.observation.illustrative
            ? [{ label: mark.illustrative, text: say(markWords.illustrative, lang), tone: "warn" as const }]
            : [])
        ]
  const from =
    derived === null
      ? []
      : [
          {
            label: `${mark.provisional} ${say(own.derived, lang)}`,
            text: [
              ...(derived.low === derived.high
                ? []
                : [`${say(own.between, lang)} ${formatNumber(derived.low)} – ${formatNumber(derived.high)}`]),
              ...derived.parts.map(
                (part) =>
                  `${labelOf(part.unit)}: ${formatNumber(part.value)}, ${dayText(part.day)}, ${shareText(part.share, lang)}`
              )
            ].join("\n"),
            tone: "warn" as const
          }
        ]
  const owed =
    works === undefined
      ? []
      : [
          { label: say(own.debt, lang), text: say(works.says, lang) },
          ...works.owing.map(({ code, name, overdue }) => ({
            label: "",
            text: `${name} (${code}): ${formatNumber(overdue)} đồng`
          })),
          ...(works.differs === null ? [] : [{ label: "!", text: say(works.differs, lang), tone: "warn" as const }]),
          ...(works.illustrative
            ? [{ label: mark.illustrative, text: say(markWords.illustrative, lang), tone: "warn" as const }]
            : [])
        ]
  return [
    head,
    ...owed,
    ...(reason === null ? [] : [{ label: "", text: say(reason, lang), tone: "warn" as const }]),
    ...recorded,
    ...from
  ]
}
