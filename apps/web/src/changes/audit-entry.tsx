import type { AuditEntry } from "@ntm/contract"
import { originWords } from "@ntm/domain/changes"
import { formatMoment } from "@ntm/domain/values"
import { A } from "@solidjs/router"
import { createSignal, For, type JSX, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import { AuditRaw } from "./audit-raw.tsx"
import { AuditRows } from "./audit-rows.tsx"
import { changesWords } from "./changes.words.ts"
import { placeHref } from "./place-href.ts"
import { Told } from "./told.tsx"
import { WholeEntry } from "./whole-entry.tsx"

/** Something to be opened, which is drawn when it is first asked for: an import has twenty rows in every entry, and nobody reads them all. */
const Asked = (props: { readonly title: string; readonly quiet?: boolean; readonly children: JSX.Element }) => {
  const [asked, ask] = createSignal(false)
  return (
    <details class="mt-1" onToggle={() => ask(true)}>
      <summary
        class="cursor-pointer text-sm"
        classList={{ "font-semibold text-primary": props.quiet !== true, "text-ink-soft": props.quiet === true }}
      >
        {props.title}
      </summary>
      <Show when={asked()}>
        <div class="mt-2">{props.children}</div>
      </Show>
    </details>
  )
}

/** Units that are named; of more their number is told. */
const NAMED = 5

/** Units that an entry is about, each with its page. */
const Places = (props: { readonly entry: AuditEntry }) => {
  const t = useWords(changesWords)
  const named = () => props.entry.units.slice(0, NAMED)
  const more = () => props.entry.unitCount - named().length
  return (
    <p class="text-sm text-ink-soft">
      {t().places}:{" "}
      <For each={named()}>
        {({ code, name }, at) => (
          <>
            {at() > 0 ? ", " : ""}
            <A class="link" href={placeHref({ page: "unit", key: code })}>
              {name} ({code})
            </A>
          </>
        )}
      </For>
      {more() > 0 ? ` ${t().others(formatNumber(more()))}` : ""}
    </p>
  )
}

/** An entry of the trail: what was done, by whom, when, from where; before and after on asking, and the entry as it is kept. */
export const AuditItem = (props: { readonly entry: AuditEntry }) => {
  const t = useWords(changesWords)
  return (
    <div class="min-w-0">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4">
        <p class="min-w-0 font-semibold break-words">
          {inLanguage(props.entry.headline.did)}
          <Show when={props.entry.headline.about}>
            {(about) => (
              <>
                {": "}
                <Told value={about()} />
              </>
            )}
          </Show>
        </p>
        <p class="text-sm text-ink-soft">
          <time datetime={props.entry.moment}>{formatMoment(props.entry.moment)}</time>
          {" · "}
          {t().entry(formatNumber(props.entry.seq))}
        </p>
      </div>
      <p class="text-sm">
        {props.entry.person?.name ?? t().program}
        <span class="text-ink-soft">
          {", "}
          {inLanguage(originWords(props.entry.origin))}
        </span>
      </p>
      <Show when={props.entry.units.length > 0}>
        <Places entry={props.entry} />
      </Show>
      <Show when={props.entry.changed.length === 0 && props.entry.firstId !== null}>
        <p class="text-sm text-ink-soft">
          {t().batch(formatNumber(props.entry.firstId), formatNumber(props.entry.lastId))}
        </p>
      </Show>
      <Show when={props.entry.changed.length > 0 || props.entry.more}>
        <Asked title={props.entry.op === "update" ? t().shown : t().shownWhole}>
          <WholeEntry entry={props.entry}>{(rows) => <AuditRows entry={props.entry} rows={rows()} />}</WholeEntry>
        </Asked>
      </Show>
      <Asked title={t().raw} quiet>
        <WholeEntry entry={props.entry}>{(rows) => <AuditRaw entry={props.entry} rows={rows()} />}</WholeEntry>
      </Asked>
    </div>
  )
}
