import type { Key as InkKey } from "ink"
import type { Key, Press } from "../parts/press.ts"

const control: Readonly<Record<string, Key>> = {
  "\r": "enter",
  "\n": "enter",
  "\t": "tab",
  "\u007f": "backspace",
  "\b": "backspace",
  "\u001b": "escape"
}

const named: ReadonlyArray<readonly [keyof InkKey, Key]> = [
  ["upArrow", "up"],
  ["downArrow", "down"],
  ["leftArrow", "left"],
  ["rightArrow", "right"],
  ["pageUp", "pageUp"],
  ["pageDown", "pageDown"],
  ["home", "home"],
  ["end", "end"],
  ["return", "enter"],
  ["escape", "escape"],
  ["backspace", "backspace"],
  ["delete", "backspace"]
]

const letters = new Intl.Segmenter("vi", { granularity: "grapheme" })

/**
 * What was pressed, from one report of the terminal.
 *
 * **Details** Fast typing and pasting arrive as one chunk ("jjj", "/vinh bao\r"): each letter is an event of its own.
 * Chords with Ctrl or Alt mean nothing here.
 */
export const pressesOf = (
  input: string,
  key: Pick<InkKey, "ctrl" | "meta" | "shift" | "tab"> & Partial<InkKey>
): ReadonlyArray<Press> => {
  if (key.tab) return [{ _tag: "Key", key: key.shift ? "backTab" : "tab" }]
  const name = named.find(([flag]) => key[flag] === true)?.[1]
  if (name !== undefined) return [{ _tag: "Key", key: name }]
  if (key.ctrl || key.meta) return []
  return Array.from(letters.segment(input), ({ segment }) => segment).flatMap((text): ReadonlyArray<Press> => {
    // "\r\n" is one grapheme.
    const pressed = control[text[0] ?? ""]
    if (pressed !== undefined) return [{ _tag: "Key", key: pressed }]
    return /^\p{Cc}/u.test(text) ? [] : [{ _tag: "Typed", text }]
  })
}
