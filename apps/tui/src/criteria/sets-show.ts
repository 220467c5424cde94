import type { Client } from "@ntm/contract"
import { type ComparedLine, conditionWords, type CriteriaSet, type Indicator } from "@ntm/domain/criteria"
import { compareNamed } from "./sets-compared.ts"
import type { Day } from "@ntm/domain/values"
import { type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import { type Answer, dayText } from "../units/asking.ts"
import { type Column, ROOM, table } from "../units/table.ts"
import { differenceMark, differenceWords, ruleText, setWords, sureMark } from "./sets-words.ts"

/** One question about the sets of the server. */
export interface SetsAsking {
  readonly client: Client
  readonly ids: ReadonlyArray<string>
  readonly asOf: Day | undefined
  readonly knownAt: string | undefined
  readonly lang: Lang
  readonly signal: AbortSignal
}

/** "0/47": what is known of what the decision has; the decision's number is left out where it is not known, or all is. */
const ofAll = (count: number, official: number | null): string =>
  official === null || official === count ? String(count) : `${count}/${official}`

/** One cell: ids need the room, for they are what other commands name. */
const SKELETON = "!"

/** `ntm sets list`. */
export const listSets = async ({ client, knownAt, lang, signal }: SetsAsking): Promise<Answer> => {
  const answer = await client.criteria.list({ known_at: knownAt }, signal)
  const columns: ReadonlyArray<Column> = [
    { title: say(setWords.set, lang) },
    { title: say(setWords.period, lang) },
    { title: say(setWords.criteria, lang), align: "right" },
    { title: say(setWords.indicators, lang), align: "right" },
    { title: "" },
    { title: "~", align: "right" },
    { title: "?", align: "right" },
    { title: "*", align: "right" }
  ]
  const rows = answer.items.map((set) => [
    set.id,
    `${set.periodFrom}–${set.periodTo}`,
    ofAll(set.criteriaCount, set.officialCriteria),
    ofAll(set.indicatorCount, set.officialIndicators),
    set.doNotEvaluate ? SKELETON : "",
    String(set.recalled),
    String(set.unknown),
    String(set.illustrative)
  ])
  return { json: answer, lines: [...table(columns, rows), "", ...wrap(say(setWords.listMarks, lang), ROOM)] }
}

const indicatorRow = ({ code, confidence, name, rule, unit }: Indicator, lang: Lang) => [
  code,
  name,
  ruleText(rule, lang),
  unit ?? "",
  sureMark[confidence]
]

const lineColumns: ReadonlyArray<Column> = [{ title: "" }, { title: "" }, { title: "" }, { title: "" }, { title: "" }]

/** "10 tiêu chí, 0/47 chỉ tiêu": what is known of how much. */
const sizeText = (set: CriteriaSet, lang: Lang): string => {
  const lines = set.criteria.flatMap(({ indicators }) => indicators).length
  const parts = [
    `${ofAll(set.criteria.length, set.officialCriteria)} ${say(setWords.criteria, lang).toLowerCase()}`,
    `${ofAll(lines, set.officialIndicators)} ${say(setWords.indicators, lang).toLowerCase()}`
  ]
  return parts.join(", ")
}

/** Which units are of which group, where thresholds go by groups. */
const groupLines = ({ groups }: CriteriaSet, lang: Lang): ReadonlyArray<string> =>
  groups.length === 0
    ? []
    : [
        "",
        ...groups.flatMap(({ confidence, definition, name }) =>
          wrap(`${name}: ${say(conditionWords(definition), lang)} ${sureMark[confidence]}`.trimEnd(), ROOM)
        )
      ]

/** `ntm sets show ID --source`: the set as it is written in its file, to go on from and load. */
export const showSource = async ({ client, ids, knownAt, signal }: SetsAsking): Promise<Answer> => {
  const { source } = await client.criteria.get({ id: ids[0] ?? "", known_at: knownAt }, signal)
  return { json: Object(source), lines: [JSON.stringify(source, null, 2)] }
}

/** `ntm sets show ID`: the set with its lines, as in force on a day where one is asked for. */
export const showSet = async ({ asOf, client, ids, knownAt, lang, signal }: SetsAsking): Promise<Answer> => {
  const set = await client.criteria.get({ id: ids[0] ?? "", as_of: asOf, known_at: knownAt }, signal)
  const rows = [
    ...set.conditions.map((one) => indicatorRow(one, lang)),
    ...set.criteria.flatMap(({ indicators, name, nameConfidence, no }) => [
      [`${no}.`, name, "", "", nameConfidence === undefined ? "" : sureMark[nameConfidence]],
      ...indicators.map((one) => indicatorRow(one, lang))
    ])
  ]
  const [, , ...lines] = table(lineColumns, rows)
  return {
    json: set,
    lines: [
      set.name,
      set.legalBases.map(({ date, number }) => (date === null ? number : `${number} (${dayText(date)})`)).join(", "),
      `${dayText(set.period.from)} – ${dayText(set.period.to)} · ${sizeText(set, lang)}`,
      ...(set.asOf === null ? [] : [`${say(setWords.asOf, lang)} ${dayText(set.asOf)}`]),
      ...(set.doNotEvaluate ? [say(setWords.skeleton, lang)] : []),
      ...groupLines(set, lang),
      "",
      ...lines,
      "",
      say(setWords.marks, lang)
    ]
  }
}

const ruled = (line: ComparedLine, lang: Lang): string => `${ruleText(line.rule, lang)}${sureMark[line.confidence]}`

const only = (id: string, lines: ReadonlyArray<ComparedLine>, lang: Lang): ReadonlyArray<string> =>
  lines.length === 0
    ? []
    : [
        "",
        `${say(setWords.onlyFrom, lang)} ${id} (${lines.length})`,
        ...table(
          [{ title: "" }, { title: "" }, { title: "" }],
          lines.map((line) => [line.code, line.name, ruled(line, lang)])
        ).slice(2)
      ]

/** `ntm sets diff A B`: what B asks for beside A; each an id, or a file. */
export const diffSets = async ({ asOf, client, ids, knownAt, lang, signal }: SetsAsking): Promise<Answer> => {
  const [id = "", other = ""] = ids
  const { differences: answer, frames } = await compareNamed(client, [id, other], { asOf, knownAt }, signal)
  const columns: ReadonlyArray<Column> = [
    { title: " " },
    { title: say(setWords.indicators, lang) },
    { title: answer.from },
    { title: answer.to }
  ]
  const rows = answer.paired.map(({ from, is, to }) => [
    differenceMark[is],
    `${from.code} → ${to.code} ${from.name}`,
    ruled(from, lang),
    ruled(to, lang)
  ])
  const legend = (["same", "stricter", "looser", "notComparable", "unknown"] as const)
    .map((kind) => `${differenceMark[kind]} ${say(differenceWords[kind], lang)}`)
    .join(", ")
  return {
    json: answer,
    lines: [
      ...frames.flatMap((set) => [...wrap(`! ${set.id}: ${say(setWords.notCompared, lang)}`, ROOM), ""]),
      ...(rows.length === 0 ? [] : table(columns, rows)),
      ...only(answer.from, answer.onlyFrom, lang),
      ...only(answer.to, answer.onlyTo, lang),
      "",
      legend,
      say(setWords.marks, lang)
    ]
  }
}
