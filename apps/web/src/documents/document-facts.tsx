import type { Document } from "@ntm/domain/documents"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { documentWords } from "./documents.words.ts"

/** Number, issuer, date, period, and the documents that this one cites as its ground. */
export const DocumentFacts = (props: { readonly document: Document }) => {
  const t = useWords(documentWords)
  const facts = () => [
    { name: t().number, value: props.document.number ?? t().noNumber },
    { name: t().issuer, value: props.document.issuer ?? "–" },
    { name: t().date, value: formatDay(props.document.date) },
    { name: t().period, value: props.document.period ?? "–" },
    { name: t().locality, value: props.document.locality ?? "–" }
  ]
  return (
    <Card id="thong-tin" title={t().fact}>
      <dl class="flex flex-wrap gap-x-10 gap-y-3">
        <For each={facts()}>
          {(fact) => (
            <div>
              <dt class="text-xs text-ink-faint">{fact.name}</dt>
              <dd class="font-semibold">{fact.value}</dd>
            </div>
          )}
        </For>
      </dl>
      <details class="mt-4 border-t border-line pt-3" open={props.document.bases.length <= 4}>
        <summary class="text-sm font-semibold text-primary">
          {t().bases} ({props.document.bases.length})
        </summary>
        <Show when={props.document.bases.length > 0} fallback={<p class="mt-2 text-sm text-ink-soft">{t().noBases}</p>}>
          <ul class="mt-2 grid gap-x-8 gap-y-2 text-sm md:grid-cols-2">
            <For each={props.document.bases}>
              {(basis) => (
                <li>
                  <span class="font-semibold">
                    {basis.kind} {basis.number ?? ""}
                  </span>
                  <span class="text-ink-soft">
                    {basis.date === null ? "" : ` ${formatDay(basis.date)}`}
                    {basis.issuer === null ? "" : ` · ${basis.issuer}`}
                    {basis.about === null ? "" : ` · ${basis.about}`}
                    {basis.amends.length === 0 ? "" : ` (${t().amends(basis.amends.join(", "))})`}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </details>
    </Card>
  )
}
