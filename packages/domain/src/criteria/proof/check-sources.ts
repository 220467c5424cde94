import { stateAt } from "../observations/latest.ts"
import { inputColumn } from "../rules/leaf-key.ts"
import { counts } from "../observations/workflow.ts"
import { type Disagreement, differing } from "./disagreement.ts"
import type { ProofValue } from "./proof-values.ts"
import type { VerdictProof } from "./proof.ts"

type Asked = Pick<VerdictProof, "asOf" | "knownAt" | "accept" | "unit">

const bySource = (
  asked: Asked,
  { bounds, column, day, from, value }: ProofValue,
  at: string
): ReadonlyArray<Disagreement> => {
  const wrong = (place: string, told: unknown, found: unknown) =>
    Object.is(told, found) ? [] : [differing(`${at}${place}`, "source", told, found)]
  switch (from.source) {
    case "reported": {
      const { record, state } = from
      const { observation } = record
      const known = stateAt(record, asked.knownAt)
      const late = observation.day > asked.asOf
      return [
        ...wrong("/value", value, observation.value),
        ...(day === null ? [] : wrong("/day", day, observation.day)),
        ...wrong("/from/record/observation/unit", observation.unit, asked.unit.id),
        ...wrong("/from/record/observation/input", inputColumn(observation.input), column),
        ...wrong("/from/state", state, known),
        ...(late ? [differing(`${at}/from/record/observation/day`, "source", observation.day, asked.asOf)] : []),
        ...(known === null || counts(known, asked.accept)
          ? []
          : [differing(`${at}/from/state`, "source", state, asked.accept)])
      ]
    }
    case "derived": {
      const { high, low } = from
      const within = value === null || ((low === null || low <= value) && (high === null || value <= high))
      return [
        ...(within ? [] : [differing(`${at}/value`, "source", value, [low, high])]),
        ...(bounds === null
          ? []
          : [...wrong("/bounds/low", bounds.low, low), ...wrong("/bounds/high", bounds.high, high)])
      ]
    }
    case "works":
      return [
        ...wrong("/value", value, from.overdue),
        ...wrong(
          "/from/overdue",
          from.overdue,
          from.owing.reduce((sum, { overdue }) => sum + overdue, 0)
        )
      ]
    case "none":
      return wrong("/value", value, null)
    case "title":
    case "computed":
      return []
  }
}

/** Places at which a value is another than what is told of its source. */
export const sourceDisagreements = (proof: Asked & Pick<VerdictProof, "values">): ReadonlyArray<Disagreement> =>
  proof.values.flatMap((value, place) => bySource(proof, value, `/values/${place}`))
