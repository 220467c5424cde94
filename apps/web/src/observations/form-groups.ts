import { type Indicator, partsOf } from "@ntm/domain/criteria"

/** Inputs of a form that belong together: those of a criterion, or null for what is asked beside the criteria. */
export interface FormGroup<Item> {
  readonly criterion: { readonly no: number; readonly name: string } | null
  readonly items: ReadonlyArray<Item>
}

interface Lines {
  readonly criteria: ReadonlyArray<{
    readonly no: number
    readonly name: string
    readonly indicators: ReadonlyArray<Pick<Indicator, "input" | "rule">>
  }>
}

/**
 * Groups the inputs of a form by the criterion of the set that asks for them first; what no criterion asks for comes last.
 *
 * **Details** An input reported for men and women apart stands with the criterion that asks for both.
 */
export const formGroups = <Item extends { readonly input: { readonly key: string } }>(
  { criteria }: Lines,
  items: ReadonlyArray<Item>
): ReadonlyArray<FormGroup<Item>> => {
  const placeOf = new Map<string, number>()
  criteria.forEach(({ indicators }, place) => {
    for (const { input, rule } of indicators) {
      for (const key of [input, ...(rule === null ? [] : partsOf(rule).inputs)]) {
        if (!placeOf.has(key)) placeOf.set(key, place)
      }
    }
  })
  const place = ({ input }: Item) =>
    placeOf.get(input.key) ?? placeOf.get(input.key.replace(/\/(men|women)$/u, "")) ?? criteria.length
  const grouped = Map.groupBy(items, place)
  return [...grouped]
    .toSorted(([a], [b]) => a - b)
    .map(([at, inputs]) => {
      const criterion = criteria[at]
      return { criterion: criterion === undefined ? null : { no: criterion.no, name: criterion.name }, items: inputs }
    })
}
