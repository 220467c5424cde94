import type { Action } from "@ntm/domain/people"
import { type JSX, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { allowedWords } from "./allowed.words.ts"
import { useMay } from "./people.queries.ts"

/** What only those are shown who may do something; everybody else nothing, or with `told` that it is not theirs to do. */
export const Allowed = (props: {
  readonly action: Action
  readonly told?: boolean
  readonly children: JSX.Element
}) => {
  const t = useWords(allowedWords)
  const may = useMay()
  return (
    <Show
      when={may(props.action)}
      fallback={
        <Show when={props.told === true}>
          <p class="text-sm text-ink-soft">{t().readsOnly(props.action)}</p>
        </Show>
      }
    >
      {props.children}
    </Show>
  )
}
