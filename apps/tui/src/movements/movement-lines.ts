import type { MovementAnswer } from "@ntm/contract"
import {
  causeWords,
  MovementCause,
  type MovedNumber,
  type ObservationRecord,
  tierWords,
  verdictWords
} from "@ntm/domain/criteria"
import { type Day, formatDay, formatMoment, formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"

const words = {
  units: both("Số đơn vị được đánh giá", "Units judged"),
  holding: both("Số đơn vị giữ hạng", "Units that hold the tier"),
  set: both("Số đơn vị đạt bộ tiêu chí", "Units that meet the set"),
  total: both("Tổng số tiêu chí đạt", "Criteria met in total"),
  average: both("Bình quân tiêu chí/đơn vị", "Criteria met per unit"),
  nothing: both("Không số nào thay đổi.", "No number moved."),
  left: both("không còn", "gone"),
  came: both("mới", "new"),
  noOther: both("số còn lại không đổi", "the others did not move"),
  decisions: both("Văn bản", "Decisions"),
  more: both("đơn vị nữa (xem đủ bằng --json)", "more units (all with --json)"),
  none: both("chưa có", "none"),
  form: both("biểu nhập", "entry form"),
  knowledge: both("Được biết giữa hai thời điểm", "Made known between the two moments"),
  program: both("kèm chương trình", "with the program"),
  revoked: both("thu hồi", "revoked"),
  moreTitles: both("quyết định nữa (xem đủ bằng --json)", "more decisions (all with --json)"),
  criteria: both("tiêu chí", "criteria"),
  of: both("chỉ tiêu", "indicators")
}

/** Units that are named of each step; the rest is counted. */
const MOST_SHOWN = 10

const nameOf = ({ criterion, of }: MovedNumber, lang: Lang): string =>
  of === "criterion" ? `${criterion?.no}. ${criterion?.name}` : say(words[of], lang)

/** With every decimal that it has: so the parts add up on paper too. */
const amount = ({ decimals }: MovedNumber, value: number): string => formatNumber(value / 10 ** decimals)

const signed = (number: MovedNumber, value: number): string => `${value > 0 ? "+" : ""}${amount(number, value)}`

const moved = ({ parts }: MovedNumber): boolean => MovementCause.literals.some((cause) => parts[cause] !== 0)

/** "Số đơn vị được đánh giá: 137 → 77 (-60: Sắp xếp đơn vị)"; several causes have a line each. */
const numberLines = (number: MovedNumber, lang: Lang): ReadonlyArray<string> => {
  const { after, before, parts } = number
  const causes = MovementCause.literals.filter((cause) => parts[cause] !== 0)
  const [only, ...others] = causes
  const why = only === undefined || others.length > 0 ? "" : `: ${say(causeWords[only], lang)}`
  const ends = `${amount(number, before)} → ${amount(number, after)}`
  return [
    `${nameOf(number, lang)}: ${ends} (${signed(number, after - before)}${why})`,
    ...(others.length === 0
      ? []
      : causes.map((cause) => `    ${signed(number, parts[cause])}  ${say(causeWords[cause], lang)}`))
  ]
}

type Step = MovementAnswer["steps"][number]

type Move = Step["units"][number]

/** "100 (31/12/2024) → 90 (01/03/2025)": a value and the records behind both, by their sources. */
const valueLines = (
  line: Move["lines"][number],
  { unit }: Move,
  { cause }: Step,
  { records }: MovementAnswer,
  lang: Lang
): ReadonlyArray<string> =>
  line.values.map(({ after, before, column, dayAfter, dayBefore }) => {
    const record = records.find((one) => one.cause === cause && one.unit === unit && one.column === column)
    const side = (value: number | null, day: Day | null, from: ObservationRecord | null | undefined): string => {
      if (value === null) return say(words.none, lang)
      const told = [
        ...(day === null ? [] : [formatDay(day)]),
        ...(from === null || from === undefined ? [] : [sourceText(from, lang)])
      ]
      return `${formatNumber(value)}${told.length === 0 ? "" : ` (${told.join(", ")})`}`
    }
    const name = column.replace(/^input:/, "")
    return `        ${name}: ${side(before, dayBefore, record?.before)} → ${side(after, dayAfter, record?.after)}`
  })

const sourceText = ({ observation: { source } }: ObservationRecord, lang: Lang): string => {
  switch (source.from) {
    case "document":
      return source.place === null ? source.document : `${source.document}, ${source.place}`
    case "import":
      return source.name
    case "form":
      return say(words.form, lang)
  }
}

const unitLines = (move: Move, step: Step, answer: MovementAnswer, lang: Lang): ReadonlyArray<string> => {
  const unit = answer.mentioned.find(({ id }) => id === move.unit)
  const name = unit === undefined ? `#${move.unit}` : `${unit.type} ${unit.name} (${unit.code})`
  const [before, after] = [move.before, move.after]
  const verdict =
    before === null
      ? say(words.came, lang)
      : after === null
        ? say(words.left, lang)
        : before === after
          ? say(verdictWords[after], lang)
          : `${say(verdictWords[before], lang)} → ${say(verdictWords[after], lang)}`
  const steps = [...move.gained.map((no) => `+${no}`), ...move.lost.map((no) => `−${no}`)]
  const criteria =
    before === null || after === null || steps.length === 0 ? "" : `; ${say(words.criteria, lang)} ${steps.join(" ")}`
  const codes = move.lines.map(({ code }) => code)
  const lines = codes.length === 0 ? "" : `; ${say(words.of, lang)} ${codes.join(", ")}`
  return [
    `    ${name}: ${verdict}${criteria}${lines}`,
    ...move.lines.flatMap((line) => valueLines(line, move, step, answer, lang))
  ]
}

const stepLines = (step: Step, answer: MovementAnswer, lang: Lang): ReadonlyArray<string> => {
  const more = step.units.length - MOST_SHOWN
  return step.units.length === 0
    ? []
    : [
        "",
        `${say(causeWords[step.cause], lang)} (${step.units.length}):`,
        ...step.units.slice(0, MOST_SHOWN).flatMap((move) => unitLines(move, step, answer, lang)),
        ...(more > 0 ? [`    … ${more} ${say(words.more, lang)}`] : [])
      ]
}

const decisionsOf = ({ amendments, events }: MovementAnswer, lang: Lang): ReadonlyArray<string> => {
  const told = [
    ...events.map(({ day, document }) => `    ${document} (${formatDay(day)})`),
    ...amendments.map(({ changes, from, number }) => `    ${number} (${formatDay(from)}): ${changes.join(", ")}`)
  ]
  return told.length === 0 ? [] : ["", `${say(words.decisions, lang)}:`, ...told]
}

type Titled = MovementAnswer["recognitions"][number]

const titleText = (one: Titled["after"], { level }: Titled["unit"], lang: Lang): string =>
  one === null
    ? say(words.none, lang)
    : [
        say(tierWords(one.tier, level), lang),
        `${one.document}, ${formatDay(one.decidedOn)}`,
        ...(one.revokedOn === null ? [] : [`${say(words.revoked, lang)} ${formatDay(one.revokedOn)}`])
      ].join(" · ")

/** What became known between the two moments beside values: bodies of sets, decisions on titles. */
const knowledgeLines = ({ loads, recognitions }: MovementAnswer, lang: Lang): ReadonlyArray<string> => {
  const more = recognitions.length - MOST_SHOWN
  const told = [
    ...loads.map(({ file, knownFrom, name, programVersion, recordedBy, set }) => {
      const by = recordedBy === null ? `${say(words.program, lang)} ${programVersion ?? ""}`.trimEnd() : recordedBy.name
      return `    ${set} “${name}”: ${[formatMoment(knownFrom), by, ...(file === null ? [] : [file])].join(" · ")}`
    }),
    ...recognitions
      .slice(0, MOST_SHOWN)
      .map(
        ({ after, before, unit }) =>
          `    ${unit.type} ${unit.name} (${unit.code}): ${titleText(before, unit, lang)} → ${titleText(after, unit, lang)}`
      ),
    ...(more > 0 ? [`    … ${more} ${say(words.moreTitles, lang)}`] : [])
  ]
  return told.length === 0 ? [] : ["", `${say(words.knowledge, lang)}:`, ...told]
}

/** The whole answer as text: numbers that moved with their parts, units of each step, decisions. */
export const movementLines = (answer: MovementAnswer, lang: Lang): ReadonlyArray<string> => {
  const numbers = answer.numbers.filter(moved)
  const where = answer.parent === null ? "" : ` · ${answer.parent.type} ${answer.parent.name}`
  return [
    `${answer.set.name}${where} · ${formatDay(answer.from.day)} → ${formatDay(answer.to.day)}`,
    "",
    ...(numbers.length === 0 ? [say(words.nothing, lang)] : numbers.flatMap((number) => numberLines(number, lang))),
    ...(numbers.length > 0 && numbers.length < answer.numbers.length ? [`(${say(words.noOther, lang)})`] : []),
    ...answer.steps.flatMap((step) => stepLines(step, answer, lang)),
    ...decisionsOf(answer, lang),
    ...knowledgeLines(answer, lang),
    "",
    say(answer.order, lang)
  ]
}
