import type { Client } from "@ntm/contract"
import { formatBytes, type ObservationRecord, type ObservationState, stateWords } from "@ntm/domain/criteria"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { type Answer, dayText, labelOf } from "../units/asking.ts"
import { table } from "../units/table.ts"

/** What is asked for: a unit's form, an input's column over the communes of a unit, or the history of one value. */
export interface Listing {
  readonly client: Client
  readonly unit: string | undefined
  readonly input: string | undefined
  readonly asOf: string | undefined
  readonly knownAt: string | undefined
  readonly accept: string | undefined
  readonly lang: Lang
  readonly signal: AbortSignal
}

const words = {
  input: both("Chỉ tiêu", "Input"),
  unit: both("Đơn vị", "Unit"),
  value: both("Giá trị", "Value"),
  day: both("Ngày", "Day"),
  state: both("Trạng thái", "State"),
  waiting: both("Đang chờ", "Waiting"),
  number: both("Số", "No."),
  source: both("Nguồn", "Source"),
  by: both("Người ghi", "By"),
  made: both("° số minh họa", "° illustrative"),
  none: both("chưa có số liệu", "no data"),
  evidence: both("Minh chứng", "Evidence"),
  fetch: both("Lấy tệp về: ntm observations evidence SHA256", "To fetch a file: ntm observations evidence SHA256"),
  nothing: both("Chưa ghi số liệu nào.", "Nothing was recorded."),
  known: both("biết đến", "known at")
} as const

const stateOf = ({ observation, moves }: ObservationRecord): ObservationState =>
  moves.at(-1)?.state ?? observation.state

const stateText = (record: ObservationRecord, lang: Lang): string =>
  `${say(stateWords[stateOf(record)], lang)}${record.observation.illustrative ? " °" : ""}`

const valueText = (record: ObservationRecord | null, lang: Lang): string => {
  if (record === null) return ""
  const { value } = record.observation
  return lang === "vi" ? formatNumber(value) : String(value)
}

const cells = (inForce: ObservationRecord | null, pending: ObservationRecord | null, lang: Lang) => [
  inForce === null ? say(words.none, lang) : valueText(inForce, lang),
  inForce === null ? "" : dayText(inForce.observation.day),
  inForce === null ? "" : stateText(inForce, lang),
  pending === null ? "" : `${valueText(pending, lang)} (${stateText(pending, lang)})`
]

/** Values in a table; what waits has a column only where something does, and what is made up is explained below. */
const valueTable = (
  first: keyof typeof words,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  lang: Lang
): ReadonlyArray<string> => {
  const waits = rows.some((row) => (row[4] ?? "") !== "")
  const lines = waits
    ? table(columns(first, lang), rows)
    : table(
        columns(first, lang).slice(0, -1),
        rows.map((row) => row.slice(0, -1))
      )
  return [...lines, ...(rows.some((row) => row.some((cell) => cell.includes("°"))) ? ["", say(words.made, lang)] : [])]
}

const columns = (first: keyof typeof words, lang: Lang) => [
  { title: say(words[first], lang) },
  { title: say(words.value, lang), align: "right" as const },
  { title: say(words.day, lang) },
  { title: say(words.state, lang) },
  { title: say(words.waiting, lang) }
]

const sourceText = ({ observation: { source } }: ObservationRecord): string => {
  switch (source.from) {
    case "document":
      return source.place === null ? source.document : `${source.document}, ${source.place}`
    case "import":
      return source.name
    case "form":
      return "biểu mẫu"
  }
}

/** What proves the values of a history: a link, or a file with its size and the hash by which it is fetched. */
const evidenceLines = (records: ReadonlyArray<ObservationRecord>, lang: Lang): ReadonlyArray<string> => {
  const told = records.flatMap(({ observation: { evidence, id } }) =>
    evidence.flatMap((one) =>
      "file" in one
        ? [`#${id}  ${one.file} (${formatBytes(one.bytes)})`, `    ${one.sha256}`]
        : [`#${id}  ${one.title ?? one.link}`, ...(one.title === null ? [] : [`    ${one.link}`])]
    )
  )
  const files = records.some(({ observation: { evidence } }) => evidence.some((one) => "file" in one))
  return told.length === 0
    ? []
    : ["", `${say(words.evidence, lang)}:`, ...told, ...(files ? ["", say(words.fetch, lang)] : [])]
}

/** `ntm observations history`: every value of a unit's input, with what became of it. */
export const history = async ({ client, unit, input, asOf, knownAt, lang, signal }: Listing): Promise<Answer> => {
  const answer = await client.observations.history({ unit, input, as_of: asOf, known_at: knownAt }, signal)
  const rows = answer.items.flatMap((record) => {
    const { observation, moves } = record
    return [
      [
        String(observation.id),
        dayText(observation.day),
        valueText(record, lang),
        stateText(record, lang),
        observation.recordedBy.name,
        sourceText(record)
      ],
      ...moves.map(({ at, by, reason, state }) => [
        "",
        dayText(at.slice(0, 10)),
        "→",
        say(stateWords[state], lang),
        by.name,
        reason ?? ""
      ])
    ]
  })
  const titles = [
    { title: say(words.number, lang), align: "right" as const },
    { title: say(words.day, lang) },
    { title: say(words.value, lang), align: "right" as const },
    { title: say(words.state, lang) },
    { title: say(words.by, lang) },
    { title: say(words.source, lang) }
  ]
  const head = `${labelOf(answer.unit)} · ${input ?? ""}`
  return {
    json: answer,
    lines: [
      head,
      "",
      ...(rows.length === 0 ? [say(words.nothing, lang)] : table(titles, rows)),
      ...evidenceLines(answer.items, lang)
    ]
  }
}

/** `ntm observations list`: a unit's form, or an input's column, over the communes of a unit where one is named. */
export const list = async (listing: Listing): Promise<Answer> => {
  const { client, unit, input, asOf, knownAt, accept, lang, signal } = listing
  const asked = { as_of: asOf, known_at: knownAt, accept }
  const day = (on: string) => `${dayText(on)}${knownAt === undefined ? "" : ` · ${say(words.known, lang)} ${knownAt}`}`
  if (input === undefined) {
    const answer = await client.observations.ofUnit({ code: unit ?? "", ...asked }, signal)
    // The key stands on a line of its own: it is what files and other commands name, and must not be cut.
    const rows = answer.items.flatMap(({ input: { key, name }, inForce, pending }) => [
      [name, ...cells(inForce, pending, lang)],
      [`  ${key}`, "", "", "", ""]
    ])
    return {
      json: answer,
      lines: [`${labelOf(answer.unit)} · ${day(answer.asOf)}`, "", ...valueTable("input", rows, lang)]
    }
  }
  const answer = await client.observations.ofInput({ key: input, unit, ...asked }, signal)
  const rows = answer.items.map((line) => [labelOf(line.unit), ...cells(line.inForce, line.pending, lang)])
  const { name, unit: measured } = answer.input
  const head = `${name}${measured === null ? "" : ` (${measured})`} · ${day(answer.asOf)}`
  return { json: answer, lines: [head, "", ...valueTable("unit", rows, lang)] }
}
