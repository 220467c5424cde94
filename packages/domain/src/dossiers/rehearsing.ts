import {
  type InputKey,
  type LineExplanation,
  type LinePlace,
  type RuleExplanation,
  type SetExplanation,
  verdictWords
} from "../criteria/index.ts"
import {
  type Bilingual,
  type Day,
  type Dong,
  formatDay,
  formatMoney,
  formatNumber,
  formatPercent
} from "../values/index.ts"
import { isOfDebt, type LineNames, lineTold } from "./line-names.ts"
import { papersOfAppraisal } from "./path.ts"
import type { Rehearsal, RehearsalFinding, RehearsalKind } from "./rehearsal.ts"
import type { DossierStanding, DossierTask } from "./standing.ts"

/** One value of the unit as several sources state it. */
export interface StatedValue {
  readonly input: InputKey
  readonly name: Bilingual
  readonly values: ReadonlyArray<{ readonly source: string; readonly day: Day; readonly value: number }>
}

/** All that a council looks at. */
export interface Rehearsing {
  readonly standing: DossierStanding
  readonly day: Day
  /** A value that meets its threshold by less than so many per cent of it is asked about. */
  readonly marginPercent: number
  /** The set of the dossier as judged for the unit, with why; null: it was not judged. */
  readonly explanation: SetExplanation | null
  /** What the lines of that set are called. */
  readonly names: LineNames
  readonly stated: ReadonlyArray<StatedValue>
  /** Tasks of which the dossier is to be made. */
  readonly tasks: ReadonlyArray<DossierTask>
  /** Construction debt beyond the limit; null: not known. */
  readonly overdueDebt: Dong | null
}

const found = (
  kind: RehearsalKind,
  severity: RehearsalFinding["severity"],
  place: string,
  vi: string,
  en: string
): RehearsalFinding => ({ kind, severity, place, sentence: { vi, en } })

/** Papers that the council wants to see; what it makes itself it does not ask for. */
const paperFindings = ({ papers, procedure }: DossierStanding): ReadonlyArray<RehearsalFinding> => {
  const own = papersOfAppraisal(procedure)
  return papers.flatMap(({ paper, sentence, state }): ReadonlyArray<RehearsalFinding> => {
    if (own.has(paper.key)) return []
    const severity = paper.required ? "blocking" : "question"
    const kinds = { missing: "paperMissing", tooOld: "paperTooOld", contradicted: "paperContradicted" } as const
    return state === "there" ? [] : [found(kinds[state], severity, paper.key, sentence.vi, sentence.en)]
  })
}

/** The step's rule by its kind; a rule of a step that gave no result yet is told by its papers. */
const ruleFindings = ({ steps }: DossierStanding): ReadonlyArray<RehearsalFinding> =>
  steps.flatMap(({ rule, step }): ReadonlyArray<RehearsalFinding> => {
    const tag = step.rule?._tag
    if (rule === null || rule.holds === true || (tag !== "survey" && tag !== "consultation" && tag !== "vote"))
      return []
    return [found(tag, rule.holds === null ? "question" : "blocking", step.key, rule.sentence.vi, rule.sentence.en)]
  })

const leaves = (rule: RuleExplanation): ReadonlyArray<RuleExplanation> =>
  rule.parts.length === 0 ? [rule] : rule.parts.flatMap(leaves)

/** A line of the set with where it stands and what it is called. */
interface Placed {
  readonly line: LineExplanation
  readonly place: LinePlace
  readonly told: Bilingual
  /** Of what it measures. */
  readonly unit: string | null
}

/** Whether nothing could be more: all of a whole. Nobody can leave a margin above it. */
const isWhole = ({ value }: RuleExplanation, unit: string | null): boolean =>
  value !== null && value.value === 100 && unit !== null && unit.startsWith("%")

/** Values that meet their threshold barely: the council will look at how they were measured. */
const nearIn = ({ line, told, unit }: Placed, marginPercent: number): ReadonlyArray<RehearsalFinding> => {
  const { code, rule } = line
  if (rule === null) return []
  return leaves(rule).flatMap((leaf): ReadonlyArray<RehearsalFinding> => {
    const { comparison, gap, says, verdict } = leaf
    // A gap above 0 is missing; the share of a threshold of 0 says nothing, and what has to be equal is never more than it.
    if (verdict !== "met" || comparison === "=" || gap === null || gap.amount > 0 || gap.share === null) return []
    const spare = -gap.share * 100
    if (spare >= marginPercent || isWhole(leaf, unit)) return []
    const [vi, en] =
      gap.amount === 0
        ? ["vừa đúng mức", "meets it exactly"]
        : [`chỉ vượt mức ${formatPercent(spare, 1)}`, `meets it by ${formatNumber(spare, 1)} % only`]
    return [found("nearThreshold", "question", code, `${told.vi} ${vi}: ${says.vi}`, `${told.en} ${en}: ${says.en}`)]
  })
}

/** What the line itself says; of another set, by which it is required, that it is met or not. */
const saidOf = ({ line: { says, verdict }, place }: Placed): Bilingual =>
  place === "requires" ? verdictWords[verdict] : says

const lineFindings = (placed: Placed, marginPercent: number): ReadonlyArray<RehearsalFinding> => {
  const { line, told } = placed
  const { code, verdict } = line
  const old = line.rule === null ? undefined : leaves(line.rule).find(({ value }) => value?.tooOld === true)?.value
  if (old !== undefined && old !== null && old.day !== null) {
    const [vi, en] = [
      `${told.vi}: số liệu ngày ${formatDay(old.day)} quá cũ`,
      `${told.en}: the value of ${old.day} is too old`
    ]
    return [found("valueTooOld", "blocking", code, vi, en)]
  }
  const kinds = { notMet: "notMet", noData: "noData", noThreshold: "noData" } as const
  if (verdict === "notMet" || verdict === "noData" || verdict === "noThreshold") {
    const says = saidOf(placed)
    return [found(kinds[verdict], "blocking", code, `${told.vi}: ${says.vi}`, `${told.en}: ${says.en}`)]
  }
  return nearIn(placed, marginPercent)
}

const setFindings = ({
  explanation,
  marginPercent,
  names,
  overdueDebt
}: Pick<Rehearsing, "explanation" | "marginPercent" | "names" | "overdueDebt">): ReadonlyArray<RehearsalFinding> => {
  if (explanation === null)
    return [
      found(
        "noData",
        "blocking",
        "assessment",
        "Chưa đánh giá được theo bộ tiêu chí của hồ sơ",
        "It could not be judged by the set of the dossier"
      )
    ]
  const { conditions, criteria, grant, requires } = explanation
  const placed = (place: LinePlace, lines: ReadonlyArray<LineExplanation>): ReadonlyArray<Placed> =>
    lines.map((line) => ({
      line,
      place,
      told: lineTold(names, place, line.code),
      unit: names(place, line.code)?.unit ?? null
    }))
  // Debt that is known is told by itself, in money.
  const asked = overdueDebt === null ? grant : grant.filter((line) => !isOfDebt(line))
  return [
    ...placed("requires", requires),
    ...placed("condition", conditions),
    ...placed(
      "indicator",
      criteria.flatMap(({ indicators }) => indicators)
    ),
    ...placed("grant", asked)
  ].flatMap((line) => lineFindings(line, marginPercent))
}

/** Sources that state another value of the same day. */
const disagreeing = ({ input, name, values }: StatedValue): ReadonlyArray<RehearsalFinding> =>
  [...Map.groupBy(values, ({ day }) => day)].flatMap(([day, same]) => {
    const different = new Map(same.map((one) => [one.value, one]))
    if (different.size < 2) return []
    const told = [...different.values()].map(({ source, value }) => `${formatNumber(value)} (${source})`).join("; ")
    return [
      found(
        "sourcesDisagree",
        "question",
        input,
        `${name.vi} ngày ${formatDay(day)} có số liệu khác nhau: ${told}`,
        `${name.en} of ${day} is stated differently: ${told}`
      )
    ]
  })

const taskFindings = (tasks: ReadonlyArray<DossierTask>): ReadonlyArray<RehearsalFinding> =>
  tasks.flatMap(({ due, key, no, state, title, who }): ReadonlyArray<RehearsalFinding> => {
    if (state === "accepted" || state === "cancelled") return []
    const [dueVi, dueEn] = due === null ? ["", ""] : [`, hạn ${formatDay(due)}`, `, due ${due}`]
    return [
      found(
        "taskOpen",
        "blocking",
        key,
        `Nhiệm vụ ${no} chưa xong: ${title}${who === "" ? "" : ` (${who})`}${dueVi}`,
        `Task ${no} is open: ${title}${who === "" ? "" : ` (${who})`}${dueEn}`
      )
    ]
  })

const debtFindings = (debt: Dong | null): ReadonlyArray<RehearsalFinding> => {
  if (debt === 0) return []
  if (debt === null)
    return [
      found("debt", "question", "debt", "Chưa có số liệu về nợ đọng xây dựng cơ bản", "Construction debt is not known")
    ]
  const amount = formatMoney(debt, { unit: "triệu đồng" })
  return [
    found("debt", "blocking", "debt", `Còn nợ đọng xây dựng cơ bản ${amount}`, `Construction debt of ${amount} is left`)
  ]
}

/**
 * Plays the appraisal council over a dossier: everything that it would send it back for, then everything that it would ask about.
 *
 * **Details** A pure function of what it is given: asked again with the same it finds the same. It passes if nothing is blocking. What is not known
 * is never taken as good.
 */
export const rehearse = (rehearsing: Rehearsing): Rehearsal => {
  const { day, marginPercent, overdueDebt, standing, stated, tasks } = rehearsing
  const all = [
    ...paperFindings(standing),
    ...ruleFindings(standing),
    ...setFindings(rehearsing),
    ...debtFindings(overdueDebt),
    ...taskFindings(tasks),
    ...stated.flatMap(disagreeing)
  ]
  const findings = [
    ...all.filter(({ severity }) => severity === "blocking"),
    ...all.filter(({ severity }) => severity === "question")
  ]
  return {
    dossier: standing.dossier.id,
    day,
    marginPercent,
    passes: findings.every(({ severity }) => severity !== "blocking"),
    findings
  }
}
