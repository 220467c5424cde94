import { A } from "@solidjs/router"
import { For } from "solid-js"
import { criteriaWords } from "../criteria/criteria.words.ts"
import { useResults } from "../criteria/criteria.queries.ts"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { formatNumber } from "../parts/format.ts"
import { Loaded } from "../parts/loaded.tsx"
import { documentWords } from "./documents.words.ts"
import { anchors } from "./place-link.ts"

/** The results by criteria set that a document publishes, in brief; the lines are on the page of the criteria. */
export const DocumentResults = (props: { readonly document: string }) => {
  const t = useWords(documentWords)
  const words = useWords(criteriaWords)
  const results = useResults(() => props.document)
  return (
    <Card id="ket-qua" title={t().results}>
      <Loaded query={results}>
        {(answer) => (
          <ul class="divide-y divide-line rounded-lg border border-line text-sm">
            <For each={answer().items}>
              {(set) => (
                <li id={anchors.results(set.code)} class="flex flex-wrap justify-between gap-x-6 gap-y-1 px-3 py-2">
                  <A href={`/tieu-chi?van-ban=${encodeURIComponent(props.document)}#${set.code}`} class="link">
                    {set.name}
                  </A>
                  <span>
                    {words().stated}{" "}
                    <span class="font-semibold">
                      {formatNumber(set.statedAverage, set.statedAverageDecimals)}/{set.outOf}
                    </span>
                  </span>
                </li>
              )}
            </For>
          </ul>
        )}
      </Loaded>
    </Card>
  )
}
