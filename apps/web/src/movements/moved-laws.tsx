import type { MovementAnswer } from "@ntm/contract"
import { type MovementCause, type Recognition, tierWords } from "@ntm/domain/criteria"
import type { UnitLevel } from "@ntm/domain/units"
import { formatMoment } from "@ntm/domain/values"
import { For, type JSX, Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { formatDay } from "../parts/format.ts"
import { movementWords } from "./movement.words.ts"

const Part = (props: { readonly title: string; readonly children: JSX.Element }) => (
  <div class="mb-3 text-sm">
    <h3 class="font-semibold">{props.title}</h3>
    <ul class="list-disc pl-5">{props.children}</ul>
  </div>
)

/**
 * The decisions behind a cause: what amended the set, what reorganised units, what of sets and titles became known in between. Other
 * causes have none.
 */
export const MovedLaws = (props: { readonly answer: MovementAnswer; readonly cause: MovementCause }) => {
  const t = useWords(movementWords)
  const titleText = (one: Recognition | null, level: UnitLevel) =>
    one === null
      ? t().none
      : [
          `${inLanguage(tierWords(one.tier, level))} (${one.document}, ${formatDay(one.decidedOn)})`,
          ...(one.revokedOn === null ? [] : [t().revoked(formatDay(one.revokedOn))])
        ].join(", ")
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
      <Show when={props.cause === "knowledge" && props.answer.loads.length > 0}>
        <Part title={t().loads}>
          <For each={props.answer.loads}>
            {({ file, knownFrom, name, programVersion, recordedBy }) => (
              <li>
                {name} · {formatMoment(knownFrom)} · {recordedBy?.name ?? `${t().withProgram} ${programVersion ?? ""}`}
                {file === null ? "" : ` · ${file}`}
              </li>
            )}
          </For>
        </Part>
      </Show>
      <Show when={props.cause === "knowledge" && props.answer.recognitions.length > 0}>
        <Part title={t().titles}>
          <For each={props.answer.recognitions}>
            {({ after, before, unit }) => (
              <li>
                {unit.type} {unit.name}: {titleText(before, unit.level)} → {titleText(after, unit.level)}
              </li>
            )}
          </For>
        </Part>
      </Show>
    </>
  )
}
