import type { NamedUnit, SetReplacement } from "@ntm/contract"
import { type NamedLine, type ReplacedUnit, Verdict } from "@ntm/domain/criteria"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import { labelOf } from "../units/asking.ts"
import { ROOM, table } from "../units/table.ts"
import { knownText } from "./assess-command.ts"
import type { AssessAction } from "./assessments-command.ts"
import { countedWords, verdictSign } from "./assess-words.ts"
import { frameLines, framedText } from "./frame-text.ts"
import { listOf, madeUpLines } from "./rollup-list.ts"

const own = {
  replaces: both("thay cho", "in the place of"),
  units: both("đơn vị", "units"),
  country: both("Cả nước", "The whole country"),
  partial: both("Chỉ tiêu của bộ mới đã có trong hệ thống:", "Indicators of the new set that are in the system:"),
  partialMeans: both(
    "điều ghi là không còn hỏi có thể nằm ở phần chưa có.",
    "what is told as no longer asked may be asked by those that are missing."
  ),
  notJudged: both(
    "đơn vị chưa đánh giá được: mới có khung tiêu chí",
    "units cannot be judged: only the frame of a set is known there"
  ),
  old: both("Bộ cũ", "Old"),
  next: both("Bộ mới", "New"),
  line: both("Chỉ tiêu", "Indicator"),
  lost: both("Mất", "Lost"),
  gained: both("Thêm", "Gained"),
  whole: both("Cả bộ tiêu chí", "The whole set"),
  paired: both("Chỉ tiêu hỏi cùng một số liệu", "Indicators that ask for the same value"),
  added: both("Chỉ tiêu mới", "New indicators"),
  failed: both("Chưa đạt", "Not met"),
  open: both("Chưa rõ", "Not known"),
  dropped: both("Không còn hỏi", "Not asked any more"),
  perUnit: both("Từng đơn vị", "Unit by unit"),
  perFramed: both("Từng đơn vị: đang giữ gì của bộ cũ", "Unit by unit: what is held of the old set"),
  criteria: both("tiêu chí", "criteria"),
  loses: both("mất", "loses"),
  gains: both("thêm", "gains"),
  fails: both("chưa đạt chỉ tiêu mới", "fails new indicators"),
  unknown: both("chưa rõ", "not known"),
  more: both("đơn vị nữa: xem --json", "more units: see --json"),
  allMet: both("Không đơn vị nào chưa đạt hoặc chưa rõ.", "No unit fails them, and of none is it not known."),
  none: both("Không chỉ tiêu nào đổi kết luận.", "No indicator changes its verdict.")
} as const

type Unit = SetReplacement["units"][number]

/** Units that are listed one by one; the JSON has all. */
const LISTED = 10

/** "137 đạt → 104 đạt": units by the verdict of the whole set, under each. */
const verdictsText = (units: ReadonlyArray<Pick<ReplacedUnit, "before" | "after">>, lang: Lang): string =>
  (["before", "after"] as const)
    .map((side) =>
      Verdict.literals
        .map((verdict) => ({ verdict, count: units.filter((unit) => unit[side] === verdict).length }))
        .filter(({ count }) => count > 0)
        .map(
          ({ count, verdict }) =>
            `${verdictSign[verdict].sign} ${formatNumber(count)} ${say(countedWords[verdict], lang)}`
        )
        .join(", ")
    )
    .join("  →  ")

const pairs = (lines: Unit["lost"]): string =>
  lines.map(({ from, to }) => (from === to ? from : `${from}→${to}`)).join(", ")

const unitText = ({ gained, lost, metAfter, metBefore, newlyFailed, open, unit }: Unit, lang: Lang): string =>
  [
    `${labelOf(unit)}: ${metBefore} → ${metAfter} ${say(own.criteria, lang)}`,
    ...(lost.length === 0 ? [] : [`${say(own.loses, lang)} ${pairs(lost)}`]),
    ...(gained.length === 0 ? [] : [`${say(own.gains, lang)} ${pairs(gained)}`]),
    ...(newlyFailed.length === 0 ? [] : [`${say(own.fails, lang)} ${newlyFailed.join(", ")}`]),
    ...(open.length === 0 ? [] : [`${formatNumber(open.length)} ${say(own.unknown, lang)}`])
  ].join(" · ")

const named = ({ code, name }: NamedLine): string => `${code} ${name}`

const titled = (title: string, rows: ReadonlyArray<string>): ReadonlyArray<string> =>
  rows.length === 0 ? [] : ["", `${title}:`, ...rows]

const count = (title: string) => ({ title, align: "right" as const })

/** What is lost and gained where units are judged by both sets. */
const changeLines = (
  { added, dropped, notJudged, paired, partial, units }: SetReplacement,
  lang: Lang
): ReadonlyArray<string> => {
  const moved = paired.filter(({ gained, lost }) => gained + lost > 0)
  const unmet = added.filter(({ failed, open }) => failed + open > 0)
  return [
    ...(partial === null
      ? []
      : wrap(
          `! ${say(own.partial, lang)} ${partial.listed}/${partial.official}: ${say(own.partialMeans, lang)}`,
          ROOM
        )),
    ...(notJudged === 0 ? [] : wrap(`! ${formatNumber(notJudged)} ${say(own.notJudged, lang)}`, ROOM)),
    "",
    ...wrap(`${say(own.whole, lang)}: ${verdictsText(units, lang)}`, ROOM),
    ...titled(
      say(own.paired, lang),
      moved.length === 0
        ? [say(own.none, lang)]
        : table(
            [
              { title: say(own.old, lang) },
              { title: say(own.next, lang) },
              { title: say(own.line, lang) },
              count(say(own.lost, lang)),
              count(say(own.gained, lang))
            ],
            moved.map(({ from: old, gained, lost, to: next }) => [
              old.code,
              next.code,
              next.name,
              formatNumber(lost),
              formatNumber(gained)
            ])
          )
    ),
    ...titled(
      `${say(own.added, lang)} (${added.length})`,
      added.length === 0
        ? []
        : unmet.length === 0
          ? [say(own.allMet, lang)]
          : table(
              [{ title: "" }, { title: say(own.line, lang) }, count(say(own.failed, lang)), count(say(own.open, lang))],
              unmet.map(({ code, failed, name, open }) => [code, name, formatNumber(failed), formatNumber(open)])
            )
    ),
    ...listOf(`${say(own.dropped, lang)} (${dropped.length})`, dropped.map(named))
  ]
}

/** A unit with what is to be told of it. */
export interface ToldUnit {
  readonly unit: NamedUnit
  readonly text: string
}

/** Unit by unit: those that lose, gain or fail something; where only the frame is known, what each holds of the old set. */
export const toldUnits = ({ frame, units }: SetReplacement, lang: Lang): ReadonlyArray<ToldUnit> =>
  frame === null
    ? units
        .filter(({ gained, lost, newlyFailed }) => gained.length + lost.length + newlyFailed.length > 0)
        .map((one) => ({ unit: one.unit, text: unitText(one, lang) }))
    : units.map((one, at) => ({ unit: one.unit, text: framedText(frame, one, at, lang) }))

export const unitsTitle = ({ frame }: SetReplacement, lang: Lang): string =>
  say(frame === null ? own.perUnit : own.perFramed, lang)

/** What all units lose and gain together when one set takes the place of another, as text: by indicator. */
export const groupReplacementLines = (answer: SetReplacement, lang: Lang): ReadonlyArray<string> => {
  const { frame, from, illustrative, parent, to, units } = answer
  return [
    ...wrap(`${to.name} ${say(own.replaces, lang)} ${from.name}`, ROOM),
    `${parent === null ? say(own.country, lang) : labelOf(parent)} · ${formatNumber(units.length)} ${say(own.units, lang)}`,
    ...wrap(knownText(answer, lang), ROOM),
    ...madeUpLines(illustrative, lang),
    ...(frame === null ? changeLines(answer, lang) : ["", ...frameLines(frame, lang)])
  ]
}

/** The same, then unit by unit. */
const replacementLines = (answer: SetReplacement, lang: Lang): ReadonlyArray<string> => {
  const told = toldUnits(answer, lang)
  const rest = told.length - LISTED
  return [
    ...groupReplacementLines(answer, lang),
    ...listOf(
      unitsTitle(answer, lang),
      told.slice(0, LISTED).map(({ text }) => text)
    ),
    ...(rest > 0 ? [`  … ${formatNumber(rest)} ${say(own.more, lang)}`] : [])
  ]
}

/** `ntm rollup --set ID --with ID [--unit CODE]`: the second set in the place of the first, on the same facts. */
export const replaceSet: AssessAction = async ({ client, lang, options, signal }) => {
  const answer = await client.assessments.replacement(
    {
      set: options["set"] ?? "",
      with: options["with"] ?? "",
      unit: options["unit"],
      as_of: options["as-of"],
      known_at: options["known-at"],
      accept: options["accept"]
    },
    signal
  )
  return { json: answer, lines: replacementLines(answer, lang) }
}
