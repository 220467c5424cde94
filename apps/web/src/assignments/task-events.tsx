import { type TaskEvent, taskStateWords } from "@ntm/domain/assignments"
import { For, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { EvidenceList } from "../observations/evidence-link.tsx"
import { Card } from "../parts/card.tsx"
import { formatDay } from "../parts/format.ts"
import { Illustrative } from "../parts/illustrative.tsx"
import { taskWords } from "./task.words.ts"

const useEventText = () => {
  const t = useWords(taskWords)
  return ({ body }: TaskEvent): { readonly title: string; readonly reason: string | null } => {
    switch (body._tag) {
      case "moved":
        return { title: t().movedTo(inLanguage(taskStateWords[body.to])), reason: body.reason }
      case "extended":
        return { title: t().extended(formatDay(body.before), formatDay(body.after)), reason: body.reason }
      case "note":
        return { title: body.text, reason: null }
    }
  }
}

/** Everything that was recorded of the task, the latest first, with its papers. */
export const TaskEvents = (props: { readonly events: ReadonlyArray<TaskEvent> }) => {
  const t = useWords(taskWords)
  const textOf = useEventText()
  const latest = () => props.events.toSorted((a, b) => b.day.localeCompare(a.day) || b.id - a.id)
  return (
    <Card id="dien-bien" title={t().events}>
      <Show when={props.events.length > 0} fallback={<p class="text-sm text-ink-soft">{t().eventsNone}</p>}>
        <ol class="divide-y divide-line text-sm">
          <For each={latest()}>
            {(event) => (
              <li class="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[6rem_minmax(0,1fr)]">
                <span class="text-ink-soft">{formatDay(event.day)}</span>
                <div class="min-w-0">
                  <p class="font-semibold">{textOf(event).title}</p>
                  <Show when={textOf(event).reason}>{(reason) => <p>{t().reason(reason())}</p>}</Show>
                  <Show when={event.document}>{(document) => <p>{t().document(document())}</p>}</Show>
                  <EvidenceList evidence={event.evidence} />
                  <p class="text-xs text-ink-soft">
                    {t().recorded(event.recordedBy.name, formatDay(event.recordedAt.slice(0, 10)))}
                  </p>
                  <Show when={event.illustrative}>
                    <Illustrative />
                  </Show>
                </div>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </Card>
  )
}
