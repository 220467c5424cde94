import type { ReplacementFrame, SetReplacement } from "@ntm/contract"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import { labelOf } from "../units/asking.ts"
import { ROOM, table } from "../units/table.ts"
import { signOf, signsText, verdictAt, verdictSign } from "./assess-words.ts"
import { listOf } from "./rollup-list.ts"

const own = {
  criterion: both("Tiêu chí của bộ mới", "Criterion of the new set"),
  old: both("Tiêu chí cũ", "Old criteria"),
  all: both("Đạt cả", "Meet all"),
  lacking: both("Còn thiếu", "Lack some"),
  open: both("Chưa rõ", "Not known"),
  columns: both(
    "Số đơn vị theo các tiêu chí cũ được ghép với từng tiêu chí mới",
    "Units by the old criteria that are put beside each new one"
  ),
  inferred: both(
    "Ghép theo tên gọi, chưa kiểm chứng: chỉ để đọc cạnh nhau, không phải kết luận theo bộ mới.",
    "Old criteria are put beside new ones by their names, not verified: to be read side by side, no verdict under the new set."
  ),
  noPairs: both(
    "Chưa có bảng ghép tiêu chí theo tên gọi giữa hai bộ này.",
    "There is no list of criteria of these two sets that are alike by name."
  ),
  without: both("Tiêu chí cũ chưa biết về đâu", "Old criteria of which it is not known what becomes"),
  met: both("đạt", "met"),
  criteria: both("tiêu chí cũ", "old criteria")
} as const

/** "✓✓✗": what a unit holds of the old criteria beside a new one, in their order; "·" where its own set has no such criterion. */
const heldSigns = (frame: ReplacementFrame, counterparts: ReadonlyArray<number>, letters: string): string =>
  counterparts
    .map((no) => {
      const verdict = verdictAt(
        letters,
        frame.old.findIndex((one) => one.no === no)
      )
      return verdict === undefined ? "·" : signOf(verdict).sign
    })
    .join("")

const namesOf = ({ old }: ReplacementFrame, numbers: ReadonlyArray<number>): string =>
  numbers.map((no) => `${no} ${old.find((one) => one.no === no)?.name ?? ""}`.trimEnd()).join("; ")

const count = (title: string) => ({ title, align: "right" as const })

const pairedIn = ({ criteria }: ReplacementFrame) => criteria.filter(({ counterparts }) => counterparts.length > 0)

/** One unit: how many old criteria it meets, and beside each new one which of those put with it. */
export const framedText = (
  frame: ReplacementFrame,
  { metBefore, unit }: SetReplacement["units"][number],
  at: number,
  lang: Lang
): string =>
  [
    `${labelOf(unit)}: ${metBefore}/${frame.old.length} ${say(own.criteria, lang)}`,
    ...pairedIn(frame).map(
      ({ counterparts, no }) => `${no}:${heldSigns(frame, counterparts, frame.verdicts[at] ?? "")}`
    )
  ].join("  ")

/** By criterion of the new set: how many units hold all of the old ones beside it. */
const criteriaLines = (frame: ReplacementFrame, lang: Lang): ReadonlyArray<string> => [
  "",
  ...wrap(`${say(own.columns, lang)}:`, ROOM),
  ...table(
    [
      { title: "", align: "right" },
      { title: say(own.criterion, lang) },
      { title: "" },
      count(say(own.all, lang)),
      count(say(own.lacking, lang)),
      count(say(own.open, lang))
    ],
    frame.criteria.map(({ holding, name, no, verdict }) => [
      String(no),
      name,
      verdictSign[verdict].sign,
      ...(holding === null
        ? ["", "", ""]
        : [holding.all, holding.lacking, holding.open].map((one) => formatNumber(one)))
    ])
  ),
  "",
  ...wrap(signsText(lang), ROOM)
]

/** The frame of a set beside what units hold of the old one: the reason first, then by criterion. */
export const frameLines = (frame: ReplacementFrame, lang: Lang): ReadonlyArray<string> => {
  const paired = pairedIn(frame)
  const without = frame.old.filter(({ counterparts }) => counterparts.length === 0)
  return [
    ...wrap(`! ${say(frame.reason, lang)}.`, ROOM),
    ...(frame.criteria.length === 0 ? [] : criteriaLines(frame, lang)),
    "",
    ...wrap(say(paired.length === 0 ? own.noPairs : own.inferred, lang), ROOM),
    ...paired.flatMap(({ counterparts, name, no }) =>
      wrap(`${namesOf(frame, counterparts)} → ${no} ${name}`, ROOM - 2).map((text) => `  ${text}`)
    ),
    ...listOf(
      `${say(own.without, lang)} (${without.length})`,
      without.map(({ met, name, no }) => `${no} ${name}: ${formatNumber(met)} ${say(own.met, lang)}`)
    )
  ]
}
