import { useWords } from "../language/words.ts"
import { asHeading } from "../parts/format.ts"
import { unitQuery } from "../units/units.queries.ts"
import { useClient } from "../data/client.ts"
import { useQuery } from "@tanstack/solid-query"
import type { WorksScope } from "./use-works-scope.ts"
import { worksWords } from "./works.words.ts"

/** The unit that the page speaks of, in words; its code until they are known. */
export const useUnitName = (scope: WorksScope): (() => string) => {
  const t = useWords(worksWords)
  const client = useClient()
  const story = useQuery(() => ({
    ...unitQuery(client, scope.unit() ?? "", scope.asOf()),
    enabled: typeof scope.unit() === "string",
    retry: false
  }))
  return () => {
    if (scope.unit() === null) return t().country
    return story.isSuccess ? asHeading(`${story.data.unit.type} ${story.data.unit.name}`) : (scope.unit() ?? "")
  }
}
