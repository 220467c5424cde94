/** What a stretch of text means; the view gives it a colour. A mark or a word always says the same. */
export type Tone = "plain" | "dim" | "strong" | "good" | "warn" | "bad" | "accent"

export interface Span {
  readonly text: string
  readonly tone: Tone
  /** Under the cursor: drawn inverse. */
  readonly chosen?: boolean
}

/** One line of the screen, already cut to its width. */
export type Line = ReadonlyArray<Span>

export const span = (text: string, tone: Tone = "plain"): Span => ({ text, tone })

/** Where the next letter goes. */
export const CARET: Span = { text: " ", tone: "plain", chosen: true }

/** The line as it looks under the cursor. */
export const choose = (line: Line): Line => line.map((part) => ({ ...part, chosen: true }))

/** The text of a line without its tones. */
export const plain = (line: Line): string => line.map((part) => part.text).join("")
