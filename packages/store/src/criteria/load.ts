import type { CriteriaSet, SetResults } from "@ntm/domain/criteria"
import type { Row } from "../reference/insert.ts"
import type { criteriaSet, criteriaSetBasis, criterion, indicator, setResult, setResultLine } from "./tables.ts"

export const criteriaSetRows = (sets: ReadonlyArray<CriteriaSet>): ReadonlyArray<Row<typeof criteriaSet>> =>
  sets.map((set, position) => ({
    id: set.id,
    position,
    name: set.name,
    level: set.level,
    tier: set.tier,
    periodFrom: set.periodFrom,
    periodTo: set.periodTo,
    officialCriteria: set.officialCriteria,
    officialIndicators: set.officialIndicators,
    doNotEvaluate: set.doNotEvaluate,
    source: set
  }))

export const criteriaSetBasisRows = (sets: ReadonlyArray<CriteriaSet>): ReadonlyArray<Row<typeof criteriaSetBasis>> =>
  sets.flatMap((set) => set.legalBases.map((basis, position) => ({ ...basis, setId: set.id, position })))

export const criterionRows = (sets: ReadonlyArray<CriteriaSet>): ReadonlyArray<Row<typeof criterion>> =>
  sets.flatMap((set) => set.criteria.map(({ no, name }, position) => ({ setId: set.id, no, name, position })))

export const indicatorRows = (sets: ReadonlyArray<CriteriaSet>): ReadonlyArray<Row<typeof indicator>> =>
  sets.flatMap((set) =>
    set.criteria.flatMap((one) =>
      one.indicators.map((line, position) => ({
        setId: set.id,
        criterionNo: one.no,
        position,
        code: line.code,
        name: line.name,
        measure: line.measure,
        unit: line.unit,
        rule: line.rule,
        confidence: line.confidence,
        nameConfidence: line.nameConfidence,
        leadAgency: line.leadAgency
      }))
    )
  )

/** Results with their place in their own document. */
const placed = (results: ReadonlyArray<SetResults>): ReadonlyArray<readonly [SetResults, number]> => {
  const seen = new Map<string, number>()
  return results.map((result) => {
    const position = seen.get(result.document) ?? 0
    seen.set(result.document, position + 1)
    return [result, position] as const
  })
}

export const setResultRows = (results: ReadonlyArray<SetResults>): ReadonlyArray<Row<typeof setResult>> =>
  placed(results).map(([{ criteria: _, document: documentId, ...fields }, position]) => ({
    ...fields,
    evaluatedUnits: [...fields.evaluatedUnits],
    documentId,
    position
  }))

export const setResultLineRows = (results: ReadonlyArray<SetResults>): ReadonlyArray<Row<typeof setResultLine>> =>
  placed(results).flatMap(([result, resultPosition]) =>
    result.criteria.map((line, position) => ({ ...line, documentId: result.document, resultPosition, position }))
  )
