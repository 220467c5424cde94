import type { Alert, AlertRule } from "@ntm/domain/works"
import { A } from "@solidjs/router"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { formatDay, formatNumber } from "../parts/format.ts"
import { WarningIcon } from "../parts/icons.tsx"
import { ledgerWords } from "./ledger.words.ts"

/** A rule in words, with its limit. */
export const useRuleText = () => {
  const t = useWords(ledgerWords)
  return (rule: AlertRule): string =>
    t().alerts.rules[rule._tag](formatNumber("days" in rule ? rule.days : rule.points))
}

/** Alerts as sentences, each leading to its work. */
export const AlertList = (props: { readonly items: ReadonlyArray<Alert>; readonly hrefOf: (id: number) => string }) => {
  const t = useWords(ledgerWords)
  return (
    <ul class="divide-y divide-line text-sm">
      <For each={props.items}>
        {(alert) => (
          <li class="flex gap-3 py-2.5">
            <WarningIcon class="mt-0.5 size-4 shrink-0 text-warning" />
            <span class="min-w-0">
              <Show when={alert.work} fallback={inLanguage(alert.sentence)}>
                {(id) => (
                  <A class="link" href={props.hrefOf(id())}>
                    {inLanguage(alert.sentence)}
                  </A>
                )}
              </Show>
              <span class="block text-xs text-ink-soft">
                {[
                  ...(alert.unit === null ? [] : [`${alert.unit.type} ${alert.unit.name}`]),
                  ...(alert.since === null ? [] : [t().alerts.since(formatDay(alert.since))])
                ].join(" · ")}
              </span>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}
