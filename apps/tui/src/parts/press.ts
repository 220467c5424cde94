import type { Motion } from "./window.ts"

/** A key without a letter. */
export type Key = Motion | "left" | "right" | "enter" | "escape" | "tab" | "backTab" | "backspace"

/** What a person pressed: a key, or one typed letter. */
export type Press = { readonly _tag: "Key"; readonly key: Key } | { readonly _tag: "Typed"; readonly text: string }

/** Letters that stand for motions where nothing is being typed. */
const typedMotion: Readonly<Record<string, Motion>> = { j: "down", k: "up", g: "home", G: "end", " ": "pageDown" }

const motions: ReadonlySet<string> = new Set<Motion>(["up", "down", "pageUp", "pageDown", "home", "end"])
const isMotion = (key: Key): key is Motion => motions.has(key)

/** The motion that a key means, also while a person is typing. */
export const keyMotion = (press: Press): Motion | undefined =>
  press._tag === "Key" && isMotion(press.key) ? press.key : undefined

/** The motion that a press means where nothing is being typed. */
export const motionOf = (press: Press): Motion | undefined =>
  press._tag === "Typed" ? typedMotion[press.text] : keyMotion(press)

/** The text after a press while a person is typing it; undefined where the press is no typing. A letter goes with its marks. */
export const typed = (text: string, press: Press): string | undefined =>
  press._tag === "Typed"
    ? text + press.text
    : press.key === "backspace"
      ? Array.from(text).slice(0, -1).join("")
      : undefined
