import { createEffect, type JSX, Show } from "solid-js"
import { useWords } from "../language/words.ts"
import { shellWords } from "./shell.words.ts"

/** The head of a page: its title (also the window's), a line below it, and its controls. */
export const Page = (props: {
  readonly title: string
  readonly lead?: JSX.Element
  readonly controls?: JSX.Element
  readonly children: JSX.Element
}) => {
  const t = useWords(shellWords)
  createEffect(() => {
    document.title = `${props.title} · ${t().product}`
  })
  return (
    <>
      <div class="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div class="min-w-0 max-w-3xl">
          <h1 class="text-2xl font-semibold text-balance">{props.title}</h1>
          <Show when={props.lead}>
            <div class="mt-1 text-sm text-ink-soft">{props.lead}</div>
          </Show>
        </div>
        <Show when={props.controls}>
          <div class="no-print flex max-w-full min-w-0 flex-wrap items-end gap-3">{props.controls}</div>
        </Show>
      </div>
      {props.children}
    </>
  )
}
