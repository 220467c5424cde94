import type { AnswerOf, api } from "@ntm/contract"
import { tierWords } from "@ntm/domain/criteria"
import type { DossierStanding, PaperStanding } from "@ntm/domain/dossiers"
import type { MayLead } from "../desk/may-do.ts"
import { head, proofText, wrapped } from "../assignments/task-lines.ts"
import { both, type Lang, say } from "../language/lang.ts"
import { detailLines, type Field } from "../parts/detail.ts"
import type { Line, Tone } from "../parts/line.ts"
import { dayText } from "../units/asking.ts"
import { paperLines, stepLines } from "./dossier-part-lines.ts"
import { dossiersWords, dossierStateTone, dossierStateWords, eventText } from "./dossiers-words.ts"

/** A dossier as it stands on a day. */
export type DossierAnswer = AnswerOf<typeof api.dossiers.one> & MayLead

const own = {
  procedure: both("Trình tự", "Procedure"),
  until: both("đến", "until"),
  decision: both("Quyết định", "Decision"),
  override: both("Lý do mở", "Why it was opened"),
  document: both("Văn bản", "Document"),
  assessment: both("Kết quả đánh giá", "Assessment"),
  asOf: both("Kết quả tính đến", "Results as of"),
  allows: both("đủ điều kiện mở hồ sơ", "allows the dossier"),
  steps: both("Các bước", "Steps"),
  papers: both("Giấy tờ đã có", "Papers that are there"),
  wanting: both("Giấy tờ còn thiếu, quá cũ hoặc trái số liệu", "Papers wanting, too old or contradicted"),
  events: both("Diễn biến", "What happened"),
  recordedBy: both("ghi bởi", "recorded by"),
  nothingMissing: both("Không thiếu giấy tờ nào", "No paper is wanting"),
  waiting: both("Còn chờ", "Still waits for"),
  note: both("Ghi chú", "Note"),
  ground: both("Căn cứ", "What it rests on")
} as const

const field = (label: string, text: string | null, tone: Tone = "plain"): ReadonlyArray<Field> =>
  text === null || text === "" ? [] : [{ label, text, tone }]

/** How it stands: what comes before the papers that are wanting has to be short. */
const standingFields = ({ standing }: DossierAnswer, lang: Lang): ReadonlyArray<Field> => {
  const { at, dossier, expectedEnd, missing, recognition, state, steps } = standing
  const word = (key: keyof typeof own) => say(own[key], lang)
  const step = steps.find((one) => one.step.key === at)
  return [
    ...field(say(dossiersWords.state, lang), say(dossierStateWords[state], lang), dossierStateTone[state]),
    ...field(say(dossiersWords.at, lang), step === undefined ? null : say(step.step.name, lang)),
    ...field(
      say(dossiersWords.missing, lang),
      missing === 0 ? word("nothingMissing") : String(missing),
      missing === 0 ? "good" : state === "open" || state === "returned" ? "bad" : "dim"
    ),
    ...field(say(dossiersWords.opened, lang), dayText(dossier.openedOn)),
    ...field(say(dossiersWords.end, lang), expectedEnd === null ? null : dayText(expectedEnd)),
    ...field(
      word("decision"),
      recognition === null
        ? null
        : [
            `${recognition.document} (${dayText(recognition.decidedOn)})`,
            ...(recognition.until === null ? [] : [`${word("until")} ${dayText(recognition.until)}`])
          ].join(" · "),
      "good"
    )
  ]
}

/** What it rests on. */
const groundFields = ({ standing }: DossierAnswer, lang: Lang): ReadonlyArray<Field> => {
  const { dossier, opening, procedure } = standing
  const word = (key: keyof typeof own) => say(own[key], lang)
  return [
    ...field(word("asOf"), dayText(dossier.asOf)),
    ...field(word("procedure"), `${say(procedure.name, lang)} (${procedure.document})`, "dim"),
    ...field(word("document"), dossier.document, "dim"),
    ...field(word("note"), dossier.note, "dim"),
    ...field(word("override"), dossier.override, "warn"),
    ...(opening.allowed
      ? field(word("assessment"), word("allows"), "good")
      : opening.reasons.flatMap((reason, index) =>
          field(index === 0 ? word("assessment") : "", say(reason, lang), "bad")
        )),
    ...opening.remarks.flatMap((remark) => field("", say(remark, lang), "dim"))
  ]
}

/** "xã Lê Lợi": whom a dossier is about. */
export const unitName = (unit: { readonly type: string; readonly name: string } | null): string =>
  unit === null ? "?" : `${unit.type} ${unit.name}`

const titleOf = ({ dossier, procedure, unit }: DossierStanding, lang: Lang): string => {
  const made = dossier.illustrative ? ` ° ${say(dossiersWords.illustrative, lang)}` : ""
  const asked = say(tierWords(dossier.tier, procedure.level), lang)
  return `${say(dossiersWords.dossier, lang)} ${dossier.id}: ${unitName(unit)} · ${asked}${made}`
}

const section = (title: string, lines: ReadonlyArray<Line>): ReadonlyArray<Line> =>
  lines.length === 0 ? [] : [...head(title), ...lines]

/** What is wanting comes first: required before optional. */
const wanting = (papers: ReadonlyArray<PaperStanding>): ReadonlyArray<PaperStanding> => {
  const missing = papers.filter(({ state }) => state !== "there")
  return [...missing.filter(({ paper }) => paper.required), ...missing.filter(({ paper }) => !paper.required)]
}

/** However long a chain is, its links stay readable. */
const indentOf = (depth: number): number => 2 + 2 * Math.min(depth, 6)

/** A dossier as a page: how it stands, which papers are wanting, what it waits for, its steps, what is there, what happened, what it rests on. */
export const dossierLines = (answer: DossierAnswer, width: number, lang: Lang): ReadonlyArray<Line> => {
  const { standing } = answer
  const { events, papers, steps, waiting } = standing
  const names = {
    step: (key: string) => {
      const found = steps.find(({ step }) => step.key === key)
      return found === undefined ? key : say(found.step.name, lang)
    },
    paper: (key: string) => {
      const found = papers.find(({ paper }) => paper.key === key)
      return found === undefined ? key : say(found.paper.name, lang)
    }
  }
  const word = (key: keyof typeof own) => say(own[key], lang)
  const told = (list: ReadonlyArray<PaperStanding>) => list.flatMap((one) => paperLines(one, width, lang))
  return [
    ...detailLines({ title: titleOf(standing, lang), fields: standingFields(answer, lang) }, width),
    ...section(word("wanting"), told(wanting(papers))),
    ...section(
      say(own.waiting, lang),
      waiting.flatMap(({ depth, sentence, why }) => [
        ...wrapped(say(sentence, lang), width, "plain", indentOf(depth)),
        ...(why === null ? [] : wrapped(why, width, "dim", indentOf(depth) + 2))
      ])
    ),
    ...section(
      say(own.steps, lang),
      steps.flatMap((one) => stepLines(one, width, lang))
    ),
    ...section(say(own.papers, lang), told(papers.filter(({ state }) => state === "there"))),
    ...section(
      say(own.events, lang),
      events.flatMap((event) => [
        ...wrapped(
          `${dayText(event.day)} · ${eventText(event, names, lang)}${event.illustrative ? ` ° ${say(dossiersWords.illustrative, lang)}` : ""}`,
          width
        ),
        ...wrapped(
          [proofText(event), `${say(own.recordedBy, lang)} ${event.recordedBy.name}`]
            .filter((text) => text !== "")
            .join(" · "),
          width,
          "dim",
          4
        )
      ])
    ),
    [],
    ...detailLines({ title: say(own.ground, lang), fields: groundFields(answer, lang) }, width)
  ]
}
