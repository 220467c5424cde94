import type { FundingFlag } from "@ntm/domain/funding"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Card } from "../parts/card.tsx"
import { ErrorIcon, WarningIcon } from "../parts/icons.tsx"
import { pivotWords } from "./pivot.words.ts"

/** What a person should look at, each as a sentence with both amounts; errors first. */
export const FlagList = (props: { readonly flags: ReadonlyArray<FundingFlag> }) => {
  const t = useWords(pivotWords)
  const sorted = () =>
    props.flags.toSorted((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"))
  return (
    <Card id="diem-can-xem" title={t().flags} lead={t().flagsLead}>
      <Show when={props.flags.length > 0} fallback={<p class="text-sm text-ink-soft">{t().noFlags}</p>}>
        <ul class="divide-y divide-line text-sm">
          <For each={sorted()}>
            {(flag) => (
              <li class="flex gap-3 py-2.5">
                <span
                  classList={{ "text-error": flag.severity === "error", "text-warning": flag.severity === "warning" }}
                >
                  {flag.severity === "error" ? (
                    <ErrorIcon class="mt-0.5 size-4 shrink-0" />
                  ) : (
                    <WarningIcon class="mt-0.5 size-4 shrink-0" />
                  )}
                </span>
                <span>
                  <span class="block text-xs font-semibold text-ink-soft">{t().flagKinds[flag.kind]}</span>
                  {inLanguage(flag.sentence)}
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Card>
  )
}
