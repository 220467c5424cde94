import { createEffect, createSignal, on, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { formatNumber } from "./format.ts"
import { partsWords } from "./parts.words.ts"

/** Rows that a long list shows at first, and more of at a press. */
const STEP = 60

/** How much of a long list is drawn: the beginning, and more on asking; back to the beginning with other items. */
export const createPart = <T,>(items: () => ReadonlyArray<T>) => {
  const [count, setCount] = createSignal(STEP)
  createEffect(on(items, () => setCount(STEP), { defer: true }))
  return {
    shown: () => items().slice(0, count()),
    left: () => Math.max(0, items().length - count()),
    more: () => setCount((now) => now + STEP)
  }
}

/** Asks for the next rows of a list, and says how many are left. */
export const MoreButton = (props: { readonly part: { readonly left: () => number; readonly more: () => void } }) => {
  const t = useWords(partsWords)
  return (
    <Show when={props.part.left() > 0}>
      <p class="no-print mt-3 text-center">
        <button type="button" class="button" onClick={() => props.part.more()}>
          {t().showMore(formatNumber(Math.min(STEP, props.part.left())), formatNumber(props.part.left()))}
        </button>
      </p>
    </Show>
  )
}
