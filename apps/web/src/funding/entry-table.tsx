import type { ListedEntry } from "@ntm/contract"
import { stageNames } from "@ntm/domain/funding"
import { levelWords } from "@ntm/domain/units"
import { A } from "@solidjs/router"
import { formatMoney } from "@ntm/domain/values"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { asHeading, formatDay, formatNumber } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { TableFrame } from "../parts/table-frame.tsx"
import { unitAddress } from "../units/unit-day.ts"
import { EntrySource } from "./entry-source.tsx"
import { entryWords } from "./entry.words.ts"
import { shownUnit } from "./money-unit.ts"
import { unitText } from "./money-text.ts"
import { sourceText } from "./pivot-head.tsx"

const kindTones = {
  stated: "plain",
  adjustment: "warning",
  carryOver: "warning",
  rounding: "plain",
  unexplained: "error"
} as const

/** Entries one by one, to the đồng: who, from where, of what, by which document, and why where it was corrected. */
export const EntryTable = (props: { readonly items: ReadonlyArray<ListedEntry> }) => {
  const t = useWords(entryWords)
  const part = createPart(() => props.items)
  return (
    <>
      <TableFrame label={t().table}>
        <table class="w-full border-separate border-spacing-0 text-sm">
          <thead class="text-xs">
            <tr>
              <Head>{t().columns.day}</Head>
              <Head>{t().columns.unit}</Head>
              <Head>{t().columns.source}</Head>
              <Head right>{`${t().columns.amount} (${unitText(shownUnit())})`}</Head>
              <Head>{t().columns.from}</Head>
              <Head>{t().columns.why}</Head>
            </tr>
          </thead>
          <tbody>
            <For each={part.shown()}>{(entry) => <Row entry={entry} />}</For>
          </tbody>
        </table>
      </TableFrame>
      <MoreButton part={part} />
    </>
  )
}

const cell = "border-b border-line px-3 py-2 align-top"

const Head = (props: { readonly right?: boolean; readonly children: string }) => (
  <th
    scope="col"
    class="border-b border-line bg-raised px-3 py-2"
    classList={{ "text-right": props.right === true, "text-left": props.right !== true }}
  >
    {props.children}
  </th>
)

const Row = (props: { readonly entry: ListedEntry }) => {
  const t = useWords(entryWords)
  const entry = () => props.entry
  return (
    <tr id={`but-toan-${entry().id}`}>
      <td class={`${cell} whitespace-nowrap`}>{formatDay(entry().day)}</td>
      <td class={`${cell} min-w-40`}>
        <A class="link" href={unitAddress(entry().unitCode, entry().day)}>
          {entry().unitName}
        </A>
        <span class="block text-xs text-ink-soft">
          <Show when={entry().agency}>{(agency) => <>{agency()} · </>}</Show>
          {t().tier(inLanguage(levelWords[entry().tier]))}
        </span>
        <Show when={entry().giverName}>
          {(name) => <span class="block text-xs text-ink-soft">{t().from(name())}</span>}
        </Show>
        <Show when={entry().work}>
          {(work) => (
            <A class="link block text-xs" href={`/cong-trinh/${work()}`}>
              {asHeading(t().ofTheWork(work()))}
            </A>
          )}
        </Show>
      </td>
      <td class={`${cell} min-w-40`}>
        {sourceText(entry().source)}
        <span class="block text-xs text-ink-soft">{t().year(inLanguage(stageNames[entry().stage]), entry().year)}</span>
      </td>
      <td class={`${cell} text-right`}>
        <span class="font-semibold whitespace-nowrap" classList={{ "text-error": entry().amount < 0 }}>
          {formatMoney(entry().amount, { unit: shownUnit(), withUnit: false })}
        </span>
        <Show when={entry().quantity}>
          {(quantity) => (
            <span class="block text-xs whitespace-nowrap text-ink-soft">
              {formatNumber(quantity().amount)} {quantity().unit}
            </span>
          )}
        </Show>
      </td>
      <td class={`${cell} min-w-44`}>
        <EntrySource entry={entry()} />
        <Show when={entry().content}>{(content) => <span class="block text-xs text-ink-soft">{content()}</span>}</Show>
        <span class="mt-1 flex flex-wrap gap-1">
          <Show when={entry().kind !== "stated"}>
            <Badge tone={kindTones[entry().kind]}>{t().kinds[entry().kind]}</Badge>
          </Show>
          <Show when={entry().illustrative}>
            <Illustrative />
          </Show>
        </span>
      </td>
      <td class={`${cell} min-w-48 text-xs text-ink-soft`}>
        <Show when={entry().reason}>{(reason) => <p class="text-sm text-ink">{reason()}</p>}</Show>
        <Show when={entry().adjusts}>{(id) => <p>{asHeading(t().adjusts(id()))}</p>}</Show>
        <p>{asHeading(t().recorded(formatDay(entry().recordedAt.slice(0, 10)), entry().recordedBy.name))}</p>
      </td>
    </tr>
  )
}
