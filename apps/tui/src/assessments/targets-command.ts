import type { AnswerOf, api, TargetOnDay } from "@ntm/contract"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import type { RunCommand } from "../shell/output.ts"
import { dayText } from "../units/asking.ts"
import { ROOM } from "../units/table.ts"
import { knownText } from "./assess-command.ts"
import { type AssessAction, commandOf } from "./assessments-command.ts"
import { markWords } from "./assess-words.ts"
import { look, paceText, stateWords } from "./targets-list.ts"

const own = {
  needed: both("cần", "needed"),
  by: both("Hạn", "By"),
  perMonth: both("mỗi tháng thêm", "a month to add:"),
  unknown: both("chưa rõ", "open"),
  faults: both("Văn bản không khớp", "The document does not agree with itself"),
  none: both("Văn bản này không có chỉ tiêu nào.", "This document has no targets.")
} as const

type Answered = AnswerOf<typeof api.assessments.targets>

/** " m²/người" after a value; units that are counted need no unit. */
const unitOf = ({ standing: { actual }, target }: TargetOnDay): string =>
  actual === null || actual.outOf !== null || target.unit === null ? "" : ` ${target.unit}`

const actualText = (item: TargetOnDay, lang: Lang): string => {
  const { actual, percent } = item.standing
  if (actual === null) return ""
  const reached = formatNumber(actual.reached)
  const beside = [
    ...(percent === null ? [] : [`${formatNumber(percent)} %`]),
    ...(actual.unknown === 0 ? [] : [`${formatNumber(actual.unknown)} ${say(own.unknown, lang)}`])
  ]
  const of = actual.outOf === null ? `${reached}${unitOf(item)}` : `${reached}/${formatNumber(actual.outOf)}`
  return beside.length === 0 ? of : `${of} (${beside.join(", ")})`
}

const targetText = (item: TargetOnDay, lang: Lang): ReadonlyArray<string> => {
  const { standing, target } = item
  const { needed, perMonth, state } = standing
  const numbers = [
    say(stateWords[state], lang),
    actualText(item, lang),
    needed === null ? "" : `${say(own.needed, lang)} ${formatNumber(needed)}${unitOf(item)}`,
    perMonth === null || perMonth === 0 ? "" : `${say(own.perMonth, lang)} ${paceText(perMonth)}${unitOf(item)}`,
    item.illustrative ? say(markWords.illustrative, lang) : ""
  ]
  const within = (text: string, indent: number) => wrap(text, ROOM - indent).map((line) => " ".repeat(indent) + line)
  return [
    ...within(`${look[state].sign} ${target.text} (${target.scope.text})`, 2),
    ...within(numbers.filter((part) => part !== "").join(" · "), 6)
  ]
}

/** Targets as text, by content group of the plan; those that nothing measures are counted. */
export const targetLines = ({ items, ...known }: Answered, lang: Lang): ReadonlyArray<string> => {
  const [first] = items
  if (first === undefined) return [say(own.none, lang)]
  const measured = items.filter(({ standing }) => standing.state !== "notMeasured")
  const states = [...Map.groupBy(items, ({ standing }) => standing.state)].map(
    ([state, some]) => `${look[state].sign} ${say(stateWords[state], lang)}: ${formatNumber(some.length)}`
  )
  const faults = items.flatMap(({ faults: found, target }) =>
    found.flatMap((fault) => wrap(`${target.id}: ${say(fault, lang)}`, ROOM - 2).map((line) => `  ${line}`))
  )
  return [
    ...wrap(knownText(known, lang), ROOM),
    `${say(own.by, lang)}: ${dayText(first.target.by)}`,
    ...wrap(states.join(" · "), ROOM),
    ...[...Map.groupBy(measured, ({ target }) => target.group.no)].flatMap(([no, some]) => [
      "",
      ...wrap(`${no}. ${some[0]?.target.group.title ?? ""}`, ROOM),
      ...some.flatMap((item) => targetText(item, lang))
    ]),
    ...(faults.length === 0 ? [] : ["", `${say(own.faults, lang)}:`, ...faults])
  ]
}

/** `ntm targets --document ID`. */
export const showTargets: AssessAction = async ({ client, lang, options, signal }) => {
  const answered = await client.assessments.targets(
    {
      document: options["document"],
      as_of: options["as-of"],
      known_at: options["known-at"],
      accept: options["accept"]
    },
    signal
  )
  return { json: answered, lines: targetLines(answered, lang) }
}

export const runTargets: RunCommand = commandOf(showTargets, ["document"])
