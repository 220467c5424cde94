import type { AuditEntry } from "@ntm/contract"
import { nounWords } from "@ntm/domain/changes"
import { formatMoment } from "@ntm/domain/values"
import { createSignal, For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { BLANK, formatNumber } from "../parts/format.ts"
import { TableFrame } from "../parts/table-frame.tsx"
import { changesWords } from "./changes.words.ts"

/** What became of each row, field by field. */
const Changed = (props: { readonly entry: AuditEntry }) => {
  const t = useWords(changesWords)
  return (
    <TableFrame label={t().entry(formatNumber(props.entry.seq))}>
      <table class="w-full text-sm">
        <thead>
          <tr class="border-b border-line text-left">
            <th scope="col" class="px-3 py-1.5">
              {t().field}
            </th>
            <th scope="col" class="px-3 py-1.5">
              {t().before}
            </th>
            <th scope="col" class="px-3 py-1.5">
              {t().after}
            </th>
          </tr>
        </thead>
        <For each={props.entry.changed}>
          {(fields, at) => (
            <tbody>
              <Show when={props.entry.changed.length > 1}>
                <tr>
                  <th scope="rowgroup" colspan="3" class="bg-raised px-3 py-1 text-left text-xs text-ink-soft">
                    {t().row(formatNumber(at() + 1))}
                  </th>
                </tr>
              </Show>
              <For each={fields}>
                {(field) => (
                  <tr class="border-t border-line align-top">
                    <th scope="row" class="px-3 py-1.5 text-left font-normal text-ink-soft">
                      {inLanguage(field.words)}
                    </th>
                    <td class="px-3 py-1.5 break-words">{field.before ?? BLANK}</td>
                    <td class="px-3 py-1.5 break-words">{field.after ?? BLANK}</td>
                  </tr>
                )}
              </For>
            </tbody>
          )}
        </For>
      </table>
    </TableFrame>
  )
}

/**
 * An entry of the trail: who, when, what, where from; before and after on asking.
 *
 * **Details** Rows are drawn when they are first asked for: an import has twenty of them in every entry, and nobody reads them all.
 */
export const AuditItem = (props: { readonly entry: AuditEntry }) => {
  const t = useWords(changesWords)
  const [asked, ask] = createSignal(false)
  const places = () => props.entry.units.map(({ code, name }) => `${name} (${code})`).join(", ")
  const more = () => props.entry.unitCount - props.entry.units.length
  const from = () => [props.entry.origin?.question, props.entry.origin?.address].flatMap((part) => part ?? [])
  return (
    <div class="min-w-0">
      <p class="flex flex-wrap gap-x-3 text-sm text-ink-soft">
        <span>{t().entry(formatNumber(props.entry.seq))}</span>
        <time datetime={props.entry.moment}>{formatMoment(props.entry.moment)}</time>
      </p>
      <p class="font-semibold">
        {props.entry.person?.name ?? t().program}
        {": "}
        {inLanguage(nounWords[props.entry.noun])}, {t().ops[props.entry.op]}
        {", "}
        {t().rows(formatNumber(props.entry.rows))}
      </p>
      <Show when={places() !== ""}>
        <p class="text-sm">
          {places()} <Show when={more() > 0}>{t().others(formatNumber(more()))}</Show>
        </p>
      </Show>
      <Show when={from().length > 0}>
        <p class="text-sm break-words text-ink-soft">{from().join(" · ")}</p>
      </Show>
      <Show
        when={props.entry.changed.length > 0}
        fallback={
          <Show when={props.entry.firstId !== null}>
            <p class="text-sm text-ink-soft">
              {t().batch(formatNumber(props.entry.firstId), formatNumber(props.entry.lastId))}
            </p>
          </Show>
        }
      >
        <details class="mt-1" onToggle={() => ask(true)}>
          <summary class="cursor-pointer text-sm font-semibold text-primary">{t().shown}</summary>
          <Show when={asked()}>
            <div class="mt-2">
              <Changed entry={props.entry} />
            </div>
          </Show>
        </details>
      </Show>
    </div>
  )
}
