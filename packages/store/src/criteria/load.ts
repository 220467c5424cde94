import type { CriteriaSet, SetResults } from "@ntm/domain/criteria"
import type { Row } from "../reference/insert.ts"
import type { criteriaSet, criteriaSetBasis, criterion, indicator, setResult, setResultLine } from "./tables.ts"

export const criteriaSetRows = (sets: ReadonlyArray<CriteriaSet>): ReadonlyArray<Row<typeof criteriaSet>> =>
  sets.map(({ criteria: _, legalBases: __, ...fields }, position) => ({ ...fields, position }))

export const criteriaSetBasisRows = (sets: ReadonlyArray<CriteriaSet>): ReadonlyArray<Row<typeof criteriaSetBasis>> =>
  sets.flatMap((set) => set.legalBases.map((basis, position) => ({ ...basis, setId: set.id, position })))

export const criterionRows = (sets: ReadonlyArray<CriteriaSet>): ReadonlyArray<Row<typeof criterion>> =>
  sets.flatMap((set) => set.criteria.map(({ no, name }, position) => ({ setId: set.id, no, name, position })))

export const indicatorRows = (sets: ReadonlyArray<CriteriaSet>): ReadonlyArray<Row<typeof indicator>> =>
  sets.flatMap((set) =>
    set.criteria.flatMap((one) =>
      one.indicators.map((line, position) => ({ ...line, setId: set.id, criterionNo: one.no, position }))
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
