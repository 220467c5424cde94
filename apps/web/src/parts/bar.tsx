import type { Tone } from "./badge.tsx"

const fills: Readonly<Record<Tone, string>> = {
  plain: "fill-ink-faint",
  good: "fill-primary-bar",
  warning: "fill-warning-line",
  error: "fill-error-line"
}

/** A share of a whole, 0 to 1 (more is drawn as full). Decoration: the number stands beside it in words. */
export const Bar = (props: { readonly share: number; readonly tone: Tone; readonly class?: string }) => (
  <svg class={props.class ?? "h-2 w-full"} aria-hidden="true" preserveAspectRatio="none">
    <rect width="100%" height="100%" rx="3" class="fill-raised" />
    <rect width={`${Math.min(1, Math.max(0, props.share)) * 100}%`} height="100%" rx="3" class={fills[props.tone]} />
  </svg>
)
