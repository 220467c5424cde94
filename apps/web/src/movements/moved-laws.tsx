import type { MovementAnswer } from "@ntm/contract"
import type { MovementCause } from "@ntm/domain/criteria"
import { For, type JSX, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatDay } from "../parts/format.ts"
import { movementWords } from "./movement.words.ts"

const Part = (props: { readonly title: string; readonly children: JSX.Element }) => (
  <div class="mb-3 text-sm">
    <h3 class="font-semibold">{props.title}</h3>
    <ul class="list-disc pl-5">{props.children}</ul>
  </div>
)

/** The decisions behind a cause: what amended the set, or what reorganised units. Other causes have none. */
export const MovedLaws = (props: { readonly answer: MovementAnswer; readonly cause: MovementCause }) => {
  const t = useWords(movementWords)
  const events = () => props.answer.events.filter(({ cause }) => cause === props.cause)
  return (
    <>
      <Show when={props.cause === "criteria" && props.answer.amendments.length > 0}>
        <Part title={t().amendments}>
          <For each={props.answer.amendments}>
            {({ changes, from, number }) => (
              <li>
                {number} · {t().inForce(formatDay(from))}
                {changes.length === 0 ? "" : ` · ${t().changes(changes.join(", "))}`}
              </li>
            )}
          </For>
        </Part>
      </Show>
      <Show when={events().length > 0}>
        <Part title={t().events}>
          <For each={events()}>
            {({ day, document }) => (
              <li>
                {document} · {t().inForce(formatDay(day))}
              </li>
            )}
          </For>
        </Part>
      </Show>
    </>
  )
}
