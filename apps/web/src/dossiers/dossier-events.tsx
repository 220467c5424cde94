import type { DossierEvent, DossierStanding } from "@ntm/domain/dossiers"
import { For, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { EvidenceList } from "../observations/evidence-link.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { createPart, MoreButton } from "../parts/more-button.tsx"
import { dossierWords } from "./dossier.words.ts"
import { useEventText } from "./event-text.ts"

/** Everything that was recorded of the dossier, the latest first, with its papers. */
export const DossierEvents = (props: { readonly standing: DossierStanding }) => {
  const t = useWords(dossierWords)
  const latest = () => props.standing.events.toSorted((a, b) => b.day.localeCompare(a.day) || b.id - a.id)
  const part = createPart(latest)
  return (
    <Card id="dien-bien" title={t().events}>
      <Show when={props.standing.events.length > 0} fallback={<p class="text-sm text-ink-soft">{t().eventsNone}</p>}>
        <ol class="divide-y divide-line text-sm">
          <For each={part.shown()}>{(event) => <Event event={event} standing={props.standing} />}</For>
        </ol>
        <MoreButton part={part} />
      </Show>
    </Card>
  )
}

const Event = (props: { readonly event: DossierEvent; readonly standing: DossierStanding }) => {
  const t = useWords(dossierWords)
  const textOf = useEventText()
  const said = () => textOf(props.event, props.standing.procedure)
  return (
    <li
      id={`dien-bien-${props.event.id}`}
      class="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[6rem_minmax(0,1fr)]"
      tabindex="-1"
    >
      <span class="text-ink-soft">{formatDay(props.event.day)}</span>
      <div class="min-w-0">
        <p class="flex flex-wrap items-center gap-2">
          <span class="font-semibold">{said().title}</span>
          <Show when={props.event.illustrative}>
            <Illustrative />
          </Show>
        </p>
        <Show when={said().text}>{(text) => <p>{text()}</p>}</Show>
        <Show when={props.event.document}>{(document) => <p>{t().documentIs(document())}</p>}</Show>
        <Show when={props.event.note}>{(note) => <p class="text-ink-soft">{note()}</p>}</Show>
        <EvidenceList evidence={props.event.evidence} />
        <p class="text-xs text-ink-soft">
          {t().recorded(props.event.recordedBy.name, formatDay(props.event.recordedAt.slice(0, 10)))}
        </p>
      </div>
    </li>
  )
}
