import { periodEndsOn, periodTold, type WorkCalendar } from "../assignments/index.ts"
import { type Bilingual, type Day, formatDay, formatNumber, formatPercent, percentOf } from "../values/index.ts"
import type { StepResult } from "./history.ts"
import type { StepRule } from "./procedure.ts"
import { readSurvey } from "./reading-survey.ts"

/** How a result stands to what its step asks for; `holds` null: there is nothing known to hold it against. */
export interface RuleStanding {
  readonly holds: boolean | null
  readonly sentence: Bilingual
}

type Of<Tag extends StepRule["_tag"]> = Extract<StepRule, { _tag: Tag }>
type Result<Tag extends StepResult["_tag"]> = Extract<StepResult, { _tag: Tag }>

/** The first day on which a consultation of so many days has been long enough. The day of publishing is not counted. */
export const consultationEnd = (calendar: WorkCalendar, from: Day, { days }: Of<"consultation">): Day =>
  periodEndsOn(calendar, from, { days, count: "calendar" })

const consultation = (
  rule: Of<"consultation">,
  { against, from, opinions, to }: Result<"consultation">,
  calendar: WorkCalendar
): RuleStanding => {
  const { end, sentence } = periodTold(calendar, from, { days: rule.days, count: "calendar" })
  const heard = {
    vi: `${formatNumber(opinions)} ý kiến, ${formatNumber(against)} không tán thành`,
    en: `${opinions} opinions, ${against} against`
  }
  return {
    holds: to >= end,
    sentence: {
      vi: `công khai ${formatDay(from)} – ${formatDay(to)}: ${sentence.vi}; ${heard.vi}`,
      en: `public from ${from} to ${to}: ${sentence.en}; ${heard.en}`
    }
  }
}

const both = (parts: ReadonlyArray<boolean | null>): boolean | null =>
  parts.includes(false) ? false : parts.includes(null) ? null : true

/** A share that is asked for, in words; not known: said so. */
const asks = (share: number | null): Bilingual =>
  share === null
    ? { vi: "mức quy định chưa biết", en: "the number of the law is not known" }
    : { vi: `yêu cầu ≥ ${formatPercent(share)}`, en: `at least ${formatNumber(share)} % is asked for` }

/** Whether a part of a whole is so many per cent of it: exactly, not as rounded to be shown. */
const reaches = (part: number, whole: number, percent: number): boolean => whole > 0 && part * 100 >= percent * whole

const total = (results: Result<"surveyed">["results"], of: "answered" | "satisfied"): number =>
  results.reduce((all, result) => all + result[of], 0)

const survey = (rule: Of<"survey">, content: Result<"surveyed">): RuleStanding => {
  const { enough, sentence } = readSurvey(content)
  const fewest = Math.min(...content.results.map(({ asked }) => asked))
  const askedPercent = percentOf(fewest, content.population, 2)
  const ofThese = rule.asked === null ? null : asks(rule.asked)
  const share = asks(rule.satisfied)
  const [answered, pleased] = [total(content.results, "answered"), total(content.results, "satisfied")]
  const satisfied = answered === 0 ? false : rule.satisfied === null ? null : reaches(pleased, answered, rule.satisfied)
  // Where the procedure says how many must be asked, that is the sample; else it has to be large enough to speak for all.
  const sample = rule.asked === null ? enough : reaches(fewest, content.population, rule.asked)
  return {
    holds: both([satisfied, sample]),
    sentence: {
      vi: `${sentence.vi}; ${share.vi}${ofThese === null ? "" : `; hỏi ${askedPercent === null ? "–" : formatPercent(askedPercent)} số hộ, ${ofThese.vi}`}`,
      en: `${sentence.en}; ${share.en}${ofThese === null ? "" : `; ${askedPercent ?? "–"} % of households were asked, ${ofThese.en}`}`
    }
  }
}

const vote = (rule: Of<"vote">, { inFavour, members, present }: Result<"voted">): RuleStanding => {
  const share = percentOf(inFavour, present, 2)
  const carried = present === 0 ? false : rule.inFavour === null ? null : reaches(inFavour, present, rule.inFavour)
  const quorum = rule.present === null || reaches(present, members, rule.present)
  const [needed, quorumAsked] = [asks(rule.inFavour), rule.present === null ? null : asks(rule.present)]
  return {
    holds: both([carried, quorum]),
    sentence: {
      vi: `${inFavour}/${present} thành viên dự họp tán thành (${share === null ? "–" : formatPercent(share)}), ${needed.vi}; dự họp ${present}/${members}${quorumAsked === null ? "" : `, ${quorumAsked.vi}`}`,
      en: `${inFavour} of ${present} present in favour (${share ?? "–"} %), ${needed.en}; ${present} of ${members} present${quorumAsked === null ? "" : `, ${quorumAsked.en}`}`
    }
  }
}

/** How a result stands to the rule of its step; null where the rule asks for none, or for another. */
export const ruleStanding = (
  rule: StepRule | null,
  result: StepResult | undefined,
  calendar: WorkCalendar
): RuleStanding | null => {
  if (rule === null || result === undefined) return null
  if (rule._tag === "consultation" && result._tag === "consultation") return consultation(rule, result, calendar)
  if (rule._tag === "survey" && result._tag === "surveyed") return survey(rule, result)
  return rule._tag === "vote" && result._tag === "voted" ? vote(rule, result) : null
}

/** The events that bring the result which a rule asks for; null for a rule that asks for none. */
export const resultOf = (rule: StepRule | null): StepResult["_tag"] | null =>
  rule?._tag === "consultation" || rule?._tag === "survey" || rule?._tag === "vote"
    ? ({ consultation: "consultation", survey: "surveyed", vote: "voted" } as const)[rule._tag]
    : null
