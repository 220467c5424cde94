import type { WorkCalendar } from "../assignments/index.ts"
import { verdictWords } from "../criteria/index.ts"
import { type Bilingual, type Day, formatDay, formatMoney, formatNumber } from "../values/index.ts"
import type { DossierEvent } from "./event.ts"
import type { DossierFacts } from "./facts.ts"
import type { DossierHistory } from "./history.ts"
import { monthsAfter } from "./months.ts"
import type { Paper, Procedure } from "./procedure.ts"
import type { PaperFact, PaperStanding } from "./standing.ts"
import { ruleStanding } from "./step-rules.ts"

/** What papers are filled from, on the day on which they are looked at. */
export interface PaperWorld {
  readonly procedure: Procedure
  readonly history: DossierHistory<DossierEvent>
  readonly facts: DossierFacts
  readonly calendar: WorkCalendar
  readonly day: Day
}

/** What a fact says of a paper: it fills it, it contradicts it, or it leaves it open (null). */
interface Filling {
  readonly fact: PaperFact | null
  readonly holds: boolean | null
  readonly day: Day | null
  readonly sentence: Bilingual
}

const assessmentFilling = ({ assessment }: DossierFacts): Filling => {
  if (assessment === null)
    return {
      fact: null,
      holds: null,
      day: null,
      sentence: { vi: "chưa đánh giá được theo bộ tiêu chí", en: "it could not be judged by the set" }
    }
  const { asOf, met, outOf, verdict } = assessment
  const said = verdictWords[verdict]
  return {
    fact: { of: "assessment", ...assessment },
    holds: verdict === "met" ? true : verdict === "notMet" ? false : null,
    day: asOf,
    sentence: {
      vi: `đánh giá đến ngày ${formatDay(asOf)}: ${said.vi}, ${met}/${outOf} tiêu chí đạt`,
      en: `judged as of ${asOf}: ${said.en}, ${met} of ${outOf} criteria met`
    }
  }
}

const debtFilling = ({ overdueDebt }: DossierFacts, day: Day): Filling => {
  if (overdueDebt === null)
    return {
      fact: { of: "debt", overdue: null },
      holds: null,
      day: null,
      sentence: { vi: "chưa có số liệu về nợ đọng xây dựng cơ bản", en: "construction debt is not known" }
    }
  const amount = formatMoney(overdueDebt, { unit: "triệu đồng" })
  return {
    fact: { of: "debt", overdue: overdueDebt },
    holds: overdueDebt === 0,
    day,
    sentence:
      overdueDebt === 0
        ? { vi: "không có nợ đọng xây dựng cơ bản", en: "there is no overdue construction debt" }
        : { vi: `còn nợ đọng xây dựng cơ bản ${amount}`, en: `construction debt of ${amount} is left` }
  }
}

/** The step whose result fills a paper: one that names it, else the last of its kind. */
const resultStep = ({ steps }: Procedure, paper: Paper) => {
  const ofKind = steps.filter(({ rule }) => rule?._tag === paper.from)
  return ofKind.find(({ papers }) => papers.includes(paper.key)) ?? ofKind.at(-1)
}

const resultFilling = (paper: Paper, { calendar, history, procedure }: PaperWorld): Filling => {
  const step = resultStep(procedure, paper)
  const result = step === undefined ? undefined : history.results.get(step.key)
  const standing = ruleStanding(step?.rule ?? null, result?.body, calendar)
  if (result === undefined || standing === null)
    return {
      fact: null,
      holds: null,
      day: null,
      sentence: {
        vi: `chưa có kết quả của bước “${step?.name.vi ?? "–"}”`,
        en: `the step “${step?.name.en ?? "–"}” has no result yet`
      }
    }
  return {
    fact: { of: "event", event: result.event.id },
    // A result against a number that is not known is there all the same: it is what the paper says.
    holds: standing.holds !== false,
    day: result.event.day,
    sentence: standing.sentence
  }
}

const fillingOf = (paper: Paper, world: PaperWorld): Filling | null => {
  switch (paper.from) {
    case "handed":
      return null
    case "assessment":
      return assessmentFilling(world.facts)
    case "debt":
      return debtFilling(world.facts, world.day)
    case "survey":
    case "consultation":
    case "vote":
      return resultFilling(paper, world)
  }
}

const tooOldOn = ({ maxAgeMonths }: Paper, issuedOn: Day, day: Day): boolean =>
  maxAgeMonths !== null && monthsAfter(issuedOn, maxAgeMonths) < day

const joined = (one: Bilingual, other: Bilingual): Bilingual => ({
  vi: `${one.vi}; ${other.vi}`,
  en: `${one.en}; ${other.en}`
})

/**
 * A paper as it is on a day.
 *
 * **Details** The system's own facts fill it, or contradict it, whoever handed in what; only where they leave it open does a paper that was handed
 * in count by itself. Its age is that on the day asked; of a decided dossier, on the day of the decision.
 */
const paperStanding = (paper: Paper, world: PaperWorld): PaperStanding => {
  const handed = world.history.papers.get(paper.key)
  const filling = fillingOf(paper, world)
  const event = handed?.event ?? null
  const issuedOn = handed?.body.issuedOn ?? (filling?.holds === true ? filling.day : null)
  const named: Bilingual | null =
    handed === undefined
      ? null
      : {
          vi: `“${handed.body.title}” ngày ${formatDay(handed.body.issuedOn)}`,
          en: `“${handed.body.title}” of ${handed.body.issuedOn}`
        }
  const fact = filling?.fact ?? null
  const told = filling === null ? named : named === null ? filling.sentence : joined(named, filling.sentence)
  const answer = (state: PaperStanding["state"], sentence: Bilingual): PaperStanding => ({
    paper,
    state,
    issuedOn,
    event,
    fact,
    sentence: { vi: `${paper.name.vi}: ${sentence.vi}`, en: `${paper.name.en}: ${sentence.en}` }
  })
  if (filling?.holds === false && told !== null) return answer("contradicted", told)
  if (issuedOn === null || told === null) return answer("missing", told ?? { vi: "chưa nộp", en: "not handed in" })
  const on = world.history.decided?.body.decidedOn ?? world.day
  if (!tooOldOn(paper, issuedOn, on)) return answer("there", told)
  const months = formatNumber(paper.maxAgeMonths ?? 0)
  return answer("tooOld", joined(told, { vi: `quá ${months} tháng`, en: `more than ${months} months old` }))
}

/** Every paper of a dossier as it is on a day, in the order of the procedure. */
export const paperStandings = (world: PaperWorld): ReadonlyArray<PaperStanding> =>
  world.procedure.papers.map((paper) => paperStanding(paper, world))

/**
 * Whether a paper is wanting where it is asked for.
 *
 * **Details** One that was handed in and that the facts contradict is there all the same: whoever sends it knows, and a rehearsal says so.
 */
export const isWanting = ({ event, paper, state }: PaperStanding): boolean =>
  paper.required && state !== "there" && !(state === "contradicted" && event !== null)
