import type { ShownFigure } from "@ntm/contract"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { anchors, documentHref } from "../documents/place-link.ts"
import { useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { formatNumber } from "../parts/format.ts"
import { recommendationWords } from "./recommendations.words.ts"

/** Figures of documents, each leading to where it stands; those that findings stand on say so. */
export const ShownFigures = (props: { readonly figures: ReadonlyArray<ShownFigure> }) => {
  const t = useWords(recommendationWords)
  return (
    <ul class="space-y-1 text-sm">
      <For each={props.figures}>
        {(figure) => (
          <li>
            <A class="link" href={documentHref(figure.document, anchors.figure(figure.figure))}>
              {figure.label}
            </A>{" "}
            <span class="font-semibold">{figure.value}</span>{" "}
            <Show when={figure.findings > 0}>
              <Badge tone="warning">{t().one.findings(formatNumber(figure.findings))}</Badge>
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}
