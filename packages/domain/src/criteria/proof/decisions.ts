import type { Amendment } from "../sets/amendment.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import { codeOf, inOrder } from "../sets/set-on.ts"
import type { Day } from "../../values/index.ts"
import type { Decision, ProofSet } from "./proof.ts"

/** "khoản 2 Điều 1 Quyết định 211/QĐ-TTg", "Phụ lục II": where a citation says so. */
const ARTICLE = /(?:(?:điểm|khoản|mục)\s+[\p{L}\d.]+\s+)*(?:điều\s+\d+\p{L}?|phụ lục\s+[IVXLC\d]+)/iu

const articleIn = (cited: string | null): string | null => ARTICLE.exec(cited ?? "")?.[0] ?? null

/** The decision of the set's list that a citation names; the citation itself where none does. */
export const decisionCited = (set: Pick<CriteriaSet, "legalBases" | "amendments">, cited: string): Decision => {
  const basis = set.legalBases.find(({ number }) => cited.includes(number))
  const amendment = set.amendments.find(({ number }) => cited.includes(number))
  return {
    number: basis?.number ?? amendment?.number ?? cited,
    date: basis?.date ?? amendment?.issuedOn ?? null,
    article: articleIn(cited) ?? articleIn(amendment?.scope ?? null),
    role: basis?.role ?? null
  }
}

/** What an amendment changes, by the codes of indicators and the numbers of criteria. */
const changesOf = ({ changes }: Amendment): ReadonlyArray<string> =>
  changes.map((change) => {
    const code = codeOf(change)
    if (code !== null) return code
    if (change.change === "addCriterion") return `tiêu chí ${change.criterion.no}`
    return "no" in change ? `tiêu chí ${change.no}` : ""
  })

/** What a proof tells of a set: `set` with its whole history, as on the day. */
export const proofSet = (set: CriteriaSet, day: Day): ProofSet => ({
  id: set.id,
  name: set.name,
  level: set.level,
  tier: set.tier,
  period: set.period,
  decisions: set.legalBases.map(({ date, number, role }) => ({
    number,
    date,
    article: articleIn(number) ?? articleIn(role),
    role
  })),
  local:
    set.derivesFrom === null
      ? null
      : { derivesFrom: set.derivesFrom.set, province: set.derivesFrom.province, from: set.derivesFrom.from },
  amendments: inOrder(set.amendments)
    .filter(({ from }) => from <= day)
    .map((one) => ({
      number: one.number,
      issuedOn: one.issuedOn,
      from: one.from,
      scope: one.scope,
      confidence: one.confidence,
      complete: one.complete,
      changes: changesOf(one)
    }))
})
