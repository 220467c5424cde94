import type { HistoryEntry } from "@ntm/domain/units"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { Badge } from "../parts/badge.tsx"
import { formatDay } from "../parts/format.ts"
import { UnitLink } from "./unit-link.tsx"
import { unitWords } from "./units.words.ts"

interface Event {
  readonly id: string
  readonly day: string
  readonly document: HistoryEntry["document"]
  readonly entries: ReadonlyArray<HistoryEntry>
}

/** Entries of one event on one day stand together. */
const eventsOf = (entries: ReadonlyArray<HistoryEntry>): ReadonlyArray<Event> => {
  const events: Array<{ id: string; day: string; document: HistoryEntry["document"]; entries: Array<HistoryEntry> }> =
    []
  for (const entry of entries) {
    const last = events.at(-1)
    if (last?.id === entry.event && last.day === entry.day) last.entries.push(entry)
    else events.push({ id: entry.event, day: entry.day, document: entry.document, entries: [entry] })
  }
  return events
}

/** A unit's life as one story, oldest first; what happened to units that later went into it stands among its own. */
export const UnitTimeline = (props: { readonly entries: ReadonlyArray<HistoryEntry> }) => {
  const t = useWords(unitWords)
  return (
    <Show when={props.entries.length > 0} fallback={<p class="text-sm text-ink-soft">{t().noHistory}</p>}>
      <ol class="ml-2 border-l-2 border-line">
        <For each={eventsOf(props.entries)}>
          {(event) => (
            <li class="relative pb-5 pl-5 last:pb-1">
              <span
                class="absolute top-1.5 -left-1.75 size-3 rounded-full border-2 border-surface bg-primary-bar"
                aria-hidden="true"
              />
              <h3 class="flex flex-wrap items-baseline gap-x-3 font-semibold">
                {formatDay(event.day)}
                <span class="text-sm font-normal text-ink-soft">
                  {event.document.number} · {event.document.issuer}
                </span>
              </h3>
              <ul class="mt-1 space-y-2 text-sm">
                <For each={event.entries}>
                  {(entry) => (
                    <li classList={{ "border-l-2 border-dotted border-line-strong pl-3 text-ink-soft": !entry.own }}>
                      <p class="max-w-4xl text-pretty">{[inLanguage(entry.sentence), ...entry.notes].join(" · ")}.</p>
                      <p class="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
                        <For each={entry.kinds}>{(kind) => <Badge tone="plain">{t().kinds[kind]}</Badge>}</For>
                        <Show when={entry.inferred}>
                          <Badge tone="warning">{t().inferred}</Badge>
                        </Show>
                        <Show when={!entry.own}>
                          <UnitLink unit={entry.unit} asOf={entry.day} />
                        </Show>
                      </p>
                    </li>
                  )}
                </For>
              </ul>
            </li>
          )}
        </For>
      </ol>
    </Show>
  )
}
