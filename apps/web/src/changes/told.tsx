import type { Named } from "@ntm/domain/changes"
import { A } from "@solidjs/router"
import { Show } from "solid-js"
import { inLanguage, useWords } from "../language/words.ts"
import { BLANK } from "../parts/format.ts"
import { changesWords } from "./changes.words.ts"
import { placeHref } from "./place-href.ts"

/** More than this is folded, with its beginning in sight. */
const LONG = 240

/** A text as it was written, line by line; a long one is opened by whoever wants all of it. */
const Text = (props: { readonly text: string }) => {
  const t = useWords(changesWords)
  return (
    <Show when={props.text.length > LONG} fallback={<span class="whitespace-pre-line">{props.text}</span>}>
      <details class="group">
        <summary class="cursor-pointer">
          <span class="whitespace-pre-line group-open:hidden">{props.text.slice(0, LONG * 0.75).trimEnd()}…</span>{" "}
          <span class="link text-sm">
            <span class="group-open:hidden">{t().unfold}</span>
            <span class="hidden group-open:inline">{t().fold}</span>
          </span>
        </summary>
        <span class="whitespace-pre-line">{props.text}</span>
      </details>
    </Show>
  )
}

/** What a value says in words, with a link to what it names; "–" where there is none. */
export const Told = (props: { readonly value: Named | null }) => (
  <Show when={props.value} fallback={<span class="text-ink-soft">{BLANK}</span>}>
    {(value) => (
      <Show when={value().to} fallback={<Text text={inLanguage(value())} />}>
        {(place) => (
          <A class="link" href={placeHref(place())}>
            {inLanguage(value())}
          </A>
        )}
      </Show>
    )}
  </Show>
)
