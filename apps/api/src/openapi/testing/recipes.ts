import type { Recipes } from "./asked.ts"
import type { Pools } from "./pools.ts"
import { factRecipes } from "./recipes/facts.ts"
import { makeCompany, peopleRecipes } from "./recipes/people.ts"
import { referenceRecipes } from "./recipes/reference.ts"
import { sessionRecipes } from "./recipes/session.ts"

/** How each operation is asked so that it succeeds, as far as the document's examples do not say so already. `provider`: where people sign in elsewhere. */
export const makeRecipes = (pools: Pools, provider: string): Recipes => {
  const company = makeCompany()
  const of = (name: string) => pools.get(name) ?? []
  const communes = of("commune")
  return {
    ...peopleRecipes(company),
    ...sessionRecipes(company, provider),
    ...referenceRecipes({ communes }),
    ...factRecipes({ communes, works: of("work"), tasks: of("task"), recommendations: of("recommendation") })
  }
}
