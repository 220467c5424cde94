import type { LineDetail, Scorecard, ValueDetail } from "@ntm/contract"
import {
  type LineExplanation,
  type RuleExplanation,
  type SetExplanation,
  tierWords,
  type Verdict,
  verdictWords
} from "@ntm/domain/criteria"
import { formatNumber } from "@ntm/domain/values"
import { sureMark, setWords } from "../criteria/sets-words.ts"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import type { RunCommand } from "../shell/output.ts"
import { dayText, labelOf } from "../units/asking.ts"
import { ROOM } from "../units/table.ts"
import { type AssessAction, commandOf } from "./assessments-command.ts"
import { acceptWords, heldWords, markWords, verdictSign } from "./assess-words.ts"

const own = {
  asOf: both("Ngày", "As of"),
  knownAt: both("biết đến", "known at"),
  holds: both("Đang giữ", "Holds"),
  noTier: both("Chưa có hạng nào", "No tier"),
  criteria: both("tiêu chí", "criteria"),
  requires: both("Bộ phải đạt trước", "Sets to be met first"),
  conditions: both("Điều kiện", "Conditions"),
  grant: both("Điều kiện công nhận", "Asked before recognition"),
  withdraw: both("Thu hồi công nhận", "Withdrawal"),
  toWithdraw: both(
    "✗ Thuộc diện thu hồi theo tỷ lệ tiêu chí không còn đạt.",
    "✗ So many criteria are lost that the title is to be withdrawn."
  ),
  notToWithdraw: both("✓ Không thuộc diện thu hồi.", "✓ No ground for withdrawal."),
  withdrawalOpen: both(
    "? Chưa đủ số liệu để xét thu hồi.",
    "? Not enough data to tell whether there is ground for withdrawal."
  ),
  from: both("theo số liệu của", "from values of"),
  noSets: both(
    "Không có bộ tiêu chí nào dùng để đánh giá đơn vị này vào ngày này.",
    "No criteria set judges this unit on this day."
  ),
  recalled: setWords.recalled,
  unknown: setWords.unknown,
  illustrative: setWords.illustrative
} as const

const sign = (verdict: Verdict): string => verdictSign[verdict].sign

/** Text within the room, its further lines below the first. */
const indented = (text: string, indent: number): ReadonlyArray<string> =>
  wrap(text, ROOM - indent).map((line) => " ".repeat(indent) + line)

const columnsOf = (rule: RuleExplanation | null): ReadonlyArray<string> =>
  rule === null ? [] : [...(rule.value?.columns ?? []), ...rule.parts.flatMap(columnsOf)]

/** Where the values of a line come from: their days, who reported in the unit's place, why there is none. */
const sourcesOf = (values: ReadonlyArray<ValueDetail>, lang: Lang): ReadonlyArray<string> => [
  ...new Set(
    values.flatMap(({ derived, reason, record, works }) => {
      if (works !== undefined)
        return [say(works.says, lang), ...(works.differs === null ? [] : [say(works.differs, lang)])]
      if (record !== null) {
        const { day, illustrative } = record.observation
        return [dayText(day), ...(illustrative ? [say(markWords.illustrative, lang)] : [])]
      }
      if (derived !== null) {
        const units = derived.parts.map(({ unit }) => `${unit.type} ${unit.name}`)
        return [`${say(own.from, lang)} ${units.join(", ")}`]
      }
      return reason === null ? [] : [say(reason, lang)]
    })
  )
]

interface Details {
  readonly held: Scorecard["held"]
  readonly lines: ReadonlyMap<string, LineDetail>
  readonly values: ReadonlyMap<string, ValueDetail>
  readonly set: string
  readonly lang: Lang
}

const lineText = (
  line: LineExplanation,
  { lang, lines, set, values }: Details,
  numbered = true
): ReadonlyArray<string> => {
  const detail = lines.get(`${set} ${line.code}`)
  const name = detail?.name ?? ""
  const mark = detail === undefined ? "" : sureMark[detail.confidence]
  const read = [...new Set(columnsOf(line.rule))].flatMap((column) => values.get(column) ?? [])
  const why = [say(line.says, lang), ...sourcesOf(read, lang), detail?.leadAgency ?? ""]
  const head = numbered
    ? [`${sign(line.verdict)} ${line.code}${mark}`, name].filter((part) => part !== "").join(" ")
    : `${sign(line.verdict)} ${name === "" ? line.code : name}${mark}`
  return [...indented(head, 2), ...indented(why.filter((part) => part !== "").join(" · "), 6)]
}

const section = (
  title: string,
  lines: ReadonlyArray<LineExplanation>,
  details: Details,
  numbered = true
): ReadonlyArray<string> =>
  lines.length === 0 ? [] : ["", title, ...lines.flatMap((line) => lineText(line, details, numbered))]

/** Whether a title is to be withdrawn: a sentence, for a pattern that does not hold is nothing that is missing. */
const withdrawalText = ({ verdict }: LineExplanation, lang: Lang): ReadonlyArray<string> => [
  "",
  say(own.withdraw, lang),
  ...indented(
    say(verdict === "met" ? own.toWithdraw : verdict === "notMet" ? own.notToWithdraw : own.withdrawalOpen, lang),
    2
  )
]

const setLines = (
  { confidence, name }: Scorecard["sets"][number]["set"],
  explanation: SetExplanation,
  details: Details
): ReadonlyArray<string> => {
  const { held, lang } = details
  const sure = (["recalled", "unknown", "illustrative"] as const)
    .filter((kind) => confidence[kind] > 0)
    .map((kind) => `${formatNumber(confidence[kind])} ${say(own[kind], lang)}`)
  const { conditions, criteria, grant, met, outOf, requires, verdict, withdraw } = explanation
  return [
    "",
    ...indented(name, 0),
    `${sign(verdict)} ${say(verdictWords[verdict], lang)} · ${met}/${outOf} ${say(own.criteria, lang)}${sure.length === 0 ? "" : ` · ${sure.join(", ")}`}`,
    ...section(say(own.requires, lang), requires, details),
    ...section(say(own.conditions, lang), conditions, details),
    ...criteria.flatMap((criterion) => [
      "",
      ...indented(`${sign(criterion.verdict)} ${criterion.no}. ${criterion.name}`, 0),
      ...criterion.indicators.flatMap((line) => lineText(line, details))
    ]),
    // Gates of a grant have no number in the decision.
    ...section(say(own.grant, lang), grant, details, false),
    ...(held === null || withdraw === null ? [] : withdrawalText(withdraw, lang))
  ]
}

const heldText = ({ held, unit }: Scorecard, lang: Lang): string => {
  if (held === null) return say(own.noTier, lang)
  const tier = held.kind === "toRestore" ? held.restore[0].tier : (held.tier ?? held.recognition.tier)
  const by = "recognition" in held ? ` · ${held.recognition.document}` : ""
  return `${say(own.holds, lang)}: ${say(tierWords(tier, unit.level), lang)}, ${say(heldWords[held.kind], lang)}${by}`
}

/** "Ngày 31/12/2024 · chỉ tính số liệu đã duyệt · biết đến 2025-03-05T02:30:00.000Z" */
export const knownText = (
  { accept, asOf, knownAt }: Pick<Scorecard, "accept" | "asOf" | "knownAt">,
  lang: Lang
): string =>
  [
    `${say(own.asOf, lang)} ${dayText(asOf)}`,
    say(acceptWords[accept], lang),
    ...(knownAt === null ? [] : [`${say(own.knownAt, lang)} ${knownAt}`])
  ].join(" · ")

/** A unit's scorecard as text: every line with why, by what values, and who is in charge. */
export const scorecardLines = (card: Scorecard, lang: Lang): ReadonlyArray<string> => {
  const lines = new Map(card.lines.map((line) => [`${line.set} ${line.code}`, line]))
  const values = new Map(card.values.map((value) => [value.column, value]))
  const place = [card.unit, ...card.above].map(labelOf).join(" · ")
  return [
    ...indented(place, 0),
    ...indented(knownText(card, lang), 0),
    ...indented(heldText(card, lang), 0),
    ...(card.sets.length === 0 ? ["", say(own.noSets, lang)] : []),
    ...card.sets.flatMap(({ explanation, set }) =>
      setLines(set, explanation, { lines, values, set: set.id, held: card.held, lang })
    ),
    ...(card.sets.length === 0 ? [] : ["", say(setWords.marks, lang)])
  ]
}

/** `ntm assess --unit CODE [--set ID]`. */
export const assessUnit: AssessAction = async ({ client, lang, options, signal }) => {
  const card = await client.assessments.unit(
    {
      code: options["unit"] ?? "",
      set: options["set"],
      as_of: options["as-of"],
      known_at: options["known-at"],
      accept: options["accept"]
    },
    signal
  )
  return { json: card, lines: scorecardLines(card, lang) }
}

export const runAssess: RunCommand = commandOf(assessUnit, ["unit"])
