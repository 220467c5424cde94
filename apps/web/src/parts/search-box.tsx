import { createUniqueId, onCleanup } from "solid-js"
import { SearchIcon } from "./icons.tsx"

/** Milliseconds without a key after which the search is asked. */
const PAUSE_MS = 150

/** A search box that asks when the typing rests, or at once on Enter. */
export const SearchBox = (props: {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onSearch: (text: string) => void
  /** One of several that narrow the same list: no landmark of the page. */
  readonly narrows?: boolean
}) => {
  const id = createUniqueId()
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  const ask = (text: string) => {
    clearTimeout(timer)
    props.onSearch(text.trim())
  }
  return (
    <form
      role={props.narrows === true ? undefined : "search"}
      class="flex min-w-0 flex-col gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        const input = event.currentTarget.elements.namedItem("q")
        if (input instanceof HTMLInputElement) ask(input.value)
      }}
    >
      <label for={id} class="text-xs font-semibold text-ink-soft">
        {props.label}
      </label>
      <span class="relative block">
        <SearchIcon class="pointer-events-none absolute top-3 left-3 size-4 text-ink-faint" />
        <input
          id={id}
          name="q"
          type="search"
          maxlength="200"
          autocomplete="off"
          class="field w-full min-w-0 pl-9 sm:w-72"
          placeholder={props.hint}
          value={props.value}
          onInput={(event) => {
            const text = event.currentTarget.value
            clearTimeout(timer)
            timer = setTimeout(() => ask(text), PAUSE_MS)
          }}
        />
      </span>
    </form>
  )
}
