import type { JSX } from "solid-js"

export type Tone = "plain" | "good" | "warning" | "error"

const tones: Readonly<Record<Tone, string>> = {
  plain: "border-line bg-raised text-ink-soft",
  good: "border-primary-bar/50 bg-primary-soft text-primary",
  warning: "border-warning-line bg-warning-soft text-warning",
  error: "border-error-line bg-error-soft text-error"
}

/** A short state beside a name. The words carry the meaning; the colour repeats it. */
export const Badge = (props: { readonly tone: Tone; readonly children: JSX.Element }) => (
  <span
    class={`inline-flex items-center gap-1 rounded-full border px-2 py-px text-xs font-semibold whitespace-nowrap ${tones[props.tone]}`}
  >
    {props.children}
  </span>
)
