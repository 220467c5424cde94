import type { Leading } from "@ntm/contract"
import type { Action } from "@ntm/domain/people"
import { type JSX, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { allowedWords } from "./allowed.words.ts"
import { useMay } from "./people.queries.ts"

/**
 * What only those are shown who may do something; everybody else nothing, or with `told` that it is not theirs to do. `here`: what the answer
 * that is shown says that they may do with it now; without it, what they may do anywhere.
 */
export const Allowed = (props: {
  readonly action: Action
  readonly here?: Leading["allowed"] | undefined
  readonly told?: boolean
  readonly children: JSX.Element
}) => {
  const t = useWords(allowedWords)
  const may = useMay()
  const isAllowed = () => props.here?.some(({ action }) => action === props.action) ?? may(props.action)
  return (
    <Show
      when={isAllowed()}
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
