import type { Line, Span } from "./line.ts"
import { cut, width as cells } from "./text.ts"

/** The spans of a line as far as there is room. */
export const within = (line: ReadonlyArray<Span>, width: number): Line => {
  let left = width
  return line.flatMap((part): ReadonlyArray<Span> => {
    if (left <= 0) return []
    const text = cut(part.text, left)
    left -= cells(text)
    return [{ ...part, text }]
  })
}
