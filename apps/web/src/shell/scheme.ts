import { createSignal } from "solid-js"
import { keep, kept } from "../data/kept.ts"

/** Colour scheme: the system's, or one that the reader chose. */
export type Scheme = "system" | "light" | "dark"

const read = (): Scheme => {
  const value = kept("scheme")
  return value === "light" || value === "dark" ? value : "system"
}

const [scheme, setSignal] = createSignal<Scheme>(read())

export { scheme }

/** Chooses the scheme and remembers it on this machine. */
export const setScheme = (next: Scheme): void => {
  setSignal(next)
  keep("scheme", next)
  if (next === "system") delete document.documentElement.dataset["scheme"]
  else document.documentElement.dataset["scheme"] = next
}
