import type { LineDetail, Scorecard } from "@ntm/contract"
import { comparisonWords, type LineExplanation, type RuleExplanation } from "@ntm/domain/criteria"
import { formatDay, formatNumber, isDay } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { detailLines, type Field } from "../parts/detail.ts"
import type { Line } from "../parts/line.ts"
import type { Frame } from "./assess-state.ts"
import { confidenceWords, countedWords, unverifiedLines, verdictSign } from "./assess-words.ts"
import { type CardRow, leavesOf, lineLook, lineName, type LinePart, type LineRow, valuesOf } from "./card-rows.ts"
import { valueFields } from "./value-fields.ts"
import { valueText } from "./value-text.ts"

const own = {
  verdict: both("Kết quả", "Verdict"),
  criterion: both("Tiêu chí", "Criterion"),
  set: both("Bộ tiêu chí", "Criteria set"),
  threshold: both("Mức quy định", "Threshold"),
  why: both("Vì sao mức này", "Why this one"),
  follows: both("Theo bộ", "Follows"),
  value: both("Giá trị", "Value"),
  gap: both("Còn thiếu", "Short by"),
  spare: both("Vượt mức", "To spare by"),
  age: both("Tuổi số liệu", "Age"),
  days: both("ngày", "days"),
  tooOld: both("quá cũ, không được tính", "too old, not counted"),
  atMost: both("nhiều nhất là", "at most"),
  rule: both("Quy định", "Rule"),
  basis: both("Căn cứ", "Legal basis"),
  from: both("từ", "from"),
  to: both("đến", "to"),
  agency: both("Cơ quan phụ trách", "Agency in charge"),
  evidence: both("Minh chứng phải có", "Evidence asked for"),
  parts: both("Các chỉ tiêu", "Indicators"),
  notVerified: both("dòng chưa kiểm chứng", "lines not verified"),
  illustrative: both("dòng minh họa", "illustrative lines"),
  lines: both("dòng", "lines"),
  certainty: both("Độ tin cậy", "Certainty")
} as const

const dayText = (day: string): string => (isDay(day) ? formatDay(day) : day)
const withUnit = (text: string, unit: string | null): string => (unit === null ? text : `${text} ${unit}`)

const verdictField = (
  { says, verdict }: Pick<LineExplanation, "says" | "verdict">,
  part: LinePart,
  lang: Lang
): Field => {
  const { sign, tone } = lineLook(part, verdict)
  const told = say(says, lang)
  return { label: say(own.verdict, lang), text: `${sign} ${say(countedWords[verdict], lang)} · ${told}`, tone }
}

const leafFields = (leaf: RuleExplanation, detail: LineDetail | undefined, lang: Lang): ReadonlyArray<Field> => {
  const { comparison, gap, threshold, value } = leaf
  const unit = detail?.unit ?? null
  const attested = leaf.op === "attested"
  const field = (label: keyof typeof own, text: string, tone?: Field["tone"]): Field => ({
    label: say(own[label], lang),
    text,
    ...(tone === undefined ? {} : { tone })
  })
  return [
    ...(value === null || value.value === null
      ? []
      : [
          field(
            "value",
            withUnit(valueText(value.value, attested, lang), attested ? null : unit) +
              (value.atMost === null ? "" : `, ${say(own.atMost, lang)} ${valueText(value.atMost, attested, lang)}`)
          )
        ]),
    ...(value?.ageDays === null || value?.ageDays === undefined
      ? []
      : [
          field(
            "age",
            `${formatNumber(value.ageDays)} ${say(own.days, lang)}${value.tooOld ? ` · ${say(own.tooOld, lang)}` : ""}`,
            value.tooOld ? "warn" : "plain"
          )
        ]),
    ...(threshold === null
      ? []
      : [
          ...(threshold.value === null || comparison === null
            ? []
            : [field("threshold", comparisonWords(comparison, threshold.value, unit))]),
          field("why", say(threshold.why, lang)),
          ...(threshold.follows === null
            ? []
            : [
                field(
                  "follows",
                  `${threshold.follows.set} ${threshold.follows.code} × ${formatNumber(threshold.follows.times)}: ${say(threshold.follows.why, lang)}`
                )
              ])
        ]),
    ...(gap === null || gap.amount === 0
      ? []
      : [
          field(
            gap.amount > 0 ? "gap" : "spare",
            withUnit(formatNumber(Math.abs(gap.amount)), unit) +
              (gap.share === null ? "" : ` (${formatNumber(Math.round(Math.abs(gap.share) * 1000) / 10)} %)`),
            gap.amount > 0 ? "bad" : "good"
          )
        ])
  ]
}

const lineFields = (card: Scorecard, row: LineRow, frame: Pick<Frame, "lang" | "server">): ReadonlyArray<Field> => {
  const { lang } = frame
  const { assessed, detail, line } = row
  const term = [
    ...(line.from === null ? [] : [`${say(own.from, lang)} ${dayText(line.from)}`]),
    ...(line.to === null ? [] : [`${say(own.to, lang)} ${dayText(line.to)}`])
  ].join(" ")
  const sure = detail?.confidence ?? "verified"
  return [
    verdictField(line, row.part, lang),
    ...(line.rule === null ? [] : leavesOf(line.rule).flatMap((leaf) => leafFields(leaf, detail, lang))),
    ...valuesOf(card, line).flatMap((value) => valueFields(value, frame)),
    ...(detail?.leadAgency === null || detail === undefined
      ? []
      : [{ label: say(own.agency, lang), text: detail.leadAgency }]),
    ...(detail === undefined || detail.evidence.length === 0
      ? []
      : [{ label: say(own.evidence, lang), text: detail.evidence.join("; ") }]),
    ...(line.legalBasis === null && term === ""
      ? []
      : [
          { label: say(own.basis, lang), text: [line.legalBasis ?? "", term].filter((part) => part !== "").join(", ") }
        ]),
    { label: say(own.set, lang), text: assessed.set.name },
    {
      label: say(own.certainty, lang),
      text: say(confidenceWords[sure], lang),
      tone: sure === "verified" ? "plain" : "warn"
    }
  ]
}

/** Everything about one row of a scorecard: what was measured, what the law asks, why, how far, by whom. */
export const whyLines = (
  card: Scorecard,
  row: CardRow,
  frame: Pick<Frame, "lang" | "width" | "server">
): ReadonlyArray<Line> => {
  const { lang, width } = frame
  switch (row._tag) {
    case "Line": {
      return detailLines({ title: lineName(row, lang), fields: lineFields(card, row, frame) }, width)
    }
    case "Criterion": {
      const { criterion } = row
      const { sign, tone } = verdictSign[criterion.verdict]
      const fields: ReadonlyArray<Field> = [
        { label: say(own.verdict, lang), text: `${sign} ${say(countedWords[criterion.verdict], lang)}`, tone },
        ...criterion.indicators.map((line): Field => {
          const look = verdictSign[line.verdict]
          return { label: `${look.sign} ${line.code}`, text: say(line.says, lang), tone: look.tone }
        }),
        { label: say(own.set, lang), text: row.assessed.set.name }
      ]
      return detailLines({ title: `${say(own.criterion, lang)} ${criterion.no}. ${criterion.name}`, fields }, width)
    }
    case "Set": {
      const { explanation, set } = row.assessed
      const { confidence } = set
      const notes = [
        `${confidence.verified} ${say(own.lines, lang)}: ${say(confidenceWords.verified, lang)}`,
        `${unverifiedLines(set)} ${say(own.notVerified, lang)}`,
        `${confidence.illustrative} ${say(own.illustrative, lang)}`
      ].join("\n")
      const fields: ReadonlyArray<Field> = [
        { label: say(own.verdict, lang), text: `${explanation.met}/${explanation.outOf}` },
        { label: say(own.certainty, lang), text: notes }
      ]
      return detailLines({ title: set.name, fields }, width)
    }
  }
}
