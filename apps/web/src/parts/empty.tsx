import type { JSX } from "solid-js"

/** Nothing to show, and why. */
export const Empty = (props: { readonly children: JSX.Element }) => (
  <p
    role="status"
    class="rounded-card border border-dashed border-line-strong px-4 py-6 text-center text-sm text-ink-soft"
  >
    {props.children}
  </p>
)
