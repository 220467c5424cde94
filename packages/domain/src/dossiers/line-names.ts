import {
  type CriteriaSet,
  indicatorOf,
  type LineExplanation,
  type LinePlace,
  type VerdictProof
} from "../criteria/index.ts"
import type { Bilingual } from "../values/index.ts"

/** The column of debt as explanations name it. */
const OVERDUE_DEBT = "overdueDebt"

/** A line of a set as the set tells it; `unit`: of what is measured, null where it tells none. */
export interface LineName {
  readonly name: string
  readonly unit: string | null
}

/** What a line of a set is called, by where it stands and its code; null where nobody knows. */
export type LineNames = (place: LinePlace, code: string) => LineName | null

export const nameless: LineNames = () => null

/** The names of a set as in force on the day. */
export const namesOfSet =
  (set: CriteriaSet): LineNames =>
  (place, code) => {
    if (place === "requires") {
      const required = set.requires.find((one) => one.set === code)
      return required === undefined ? null : { name: required.text, unit: null }
    }
    if (place === "indicator" || place === "condition") {
      const line = indicatorOf(set, code)
      return line === undefined ? null : { name: line.name, unit: line.unit }
    }
    const gate = set.recognition.grant.find(({ id }) => id === code)
    return gate === undefined ? null : { name: gate.name, unit: null }
  }

/** The names that a proof tells of the set that it is about: those who hold it need no other source. */
export const namesOfProof = (proof: VerdictProof | null): LineNames => {
  if (proof === null) return nameless
  const own = proof.lines.filter(({ set }) => set === proof.set)
  return (place, code) => own.find((line) => line.place === place && line.code === code) ?? null
}

/** A line as people speak of it: an indicator by its number and name, what else a set asks for by its name alone. */
export const lineTold = (names: LineNames, place: LinePlace, code: string): Bilingual => {
  const name = names(place, code)?.name ?? code
  switch (place) {
    case "indicator": {
      const called = name === code ? "" : ` (${name})`
      return { vi: `Chỉ tiêu ${code}${called}`, en: `Indicator ${code}${called}` }
    }
    case "requires":
      return { vi: `Yêu cầu “${name}”`, en: `What is required, “${name}”` }
    case "condition":
      return { vi: `Điều kiện “${name}”`, en: `Condition “${name}”` }
    case "grant":
    case "withdraw":
      return { vi: `Điều kiện công nhận “${name}”`, en: `Condition of the grant “${name}”` }
  }
}

/** Whether a line asks for overdue construction debt and nothing else. */
export const isOfDebt = ({ rule }: LineExplanation): boolean =>
  rule !== null && rule.value !== null && rule.value.columns.every((column) => column === OVERDUE_DEBT)
