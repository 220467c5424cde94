import { For } from "solid-js"
import type { Look } from "./type-look.ts"

const grounds: Readonly<Record<Look, string>> = {
  plain: "fill-primary-soft",
  lines: "fill-warning-soft",
  dots: "fill-raised",
  net: "fill-surface"
}

const drawn: Readonly<Record<Look, string>> = {
  plain: "",
  lines: "M-2 2 2-2M0 10 10 0M8 12 12 8",
  dots: "",
  net: "M-2 2 2-2M0 10 10 0M8 12 12 8M-2 8 2 12M0 0 10 10M8-2 12 2"
}

const strokes: Readonly<Record<Look, string>> = {
  plain: "",
  lines: "stroke-warning-line",
  dots: "",
  net: "stroke-primary-bar"
}

const looks: ReadonlyArray<Look> = ["plain", "lines", "dots", "net"]

/** The grounds of a map's types; `scale` keeps them the same on the screen however near the map is looked at. */
export const MapPatterns = (props: { readonly id: string; readonly scale: number }) => (
  <defs>
    <For each={looks}>
      {(look) => (
        <pattern
          id={`${props.id}-${look}`}
          width="10"
          height="10"
          patternUnits="userSpaceOnUse"
          patternTransform={`scale(${props.scale})`}
        >
          <rect width="10" height="10" class={grounds[look]} />
          <path d={drawn[look]} fill="none" class={strokes[look]} stroke-width="1.4" />
          <circle cx="5" cy="5" r={look === "dots" ? 1.6 : 0} class="fill-ink-faint" />
        </pattern>
      )}
    </For>
  </defs>
)

/** How a type looks on the map, small. */
export const Swatch = (props: { readonly id: string; readonly look: Look }) => (
  <svg class="h-4 w-6 shrink-0 rounded-sm" viewBox="0 0 24 16" aria-hidden="true">
    <MapPatterns id={props.id} scale={1} />
    <rect width="24" height="16" fill={`url(#${props.id}-${props.look})`} class="stroke-ink-faint" />
  </svg>
)
