import type { OneTimeLink } from "@ntm/contract"
import { Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { peopleWords } from "./people.words.ts"

/** A link that signs somebody in once: to be handed over by whoever made it. */
export const LinkShown = (props: { readonly name: string; readonly link: OneTimeLink | null }) => {
  const t = useWords(peopleWords)
  return (
    <Show when={props.link}>
      {(shown) => (
        <p role="status" class="mt-2 rounded-card border border-line bg-raised px-3 py-2 text-sm">
          {t().linkIs(props.name)} <code class="break-all select-all">{shown().link}</code>
        </p>
      )}
    </Show>
  )
}
