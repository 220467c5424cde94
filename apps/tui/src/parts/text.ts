import stringWidth from "string-width"

/**
 * Text measured in terminal cells. A Vietnamese letter is one cell wide whether it is stored composed (NFC) or with
 * combining marks (NFD); what a file of another system writes may be either.
 */
export const width = (text: string): number => stringWidth(text)

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" })

/** The longest start of `text` that fits in `room` cells, never cutting a letter from its marks. */
export const take = (text: string, room: number): string => {
  let taken = ""
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    used += width(segment)
    if (used > room) break
    taken += segment
  }
  return taken
}

/** Cuts to `room` cells, with an ellipsis where something was cut. */
export const cut = (text: string, room: number): string => {
  if (width(text) <= room) return text
  return room < 1 ? "" : `${take(text, room - 1).trimEnd()}…`
}

/** Cuts or fills to exactly `room` cells. */
export const fit = (text: string, room: number, align: "left" | "right" = "left"): string => {
  const shown = cut(text, room)
  const space = " ".repeat(Math.max(0, room - width(shown)))
  return align === "left" ? shown + space : space + shown
}

/** Breaks at spaces into lines of at most `room` cells, and inside longer words. An empty text is one empty line. */
export const wrap = (text: string, room: number): ReadonlyArray<string> => {
  const limit = Math.max(1, room)
  return text.split("\n").flatMap((paragraph) => {
    const lines: Array<string> = []
    let line = ""
    for (const word of paragraph.split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`
      if (width(longer) <= limit) {
        line = longer
        continue
      }
      if (line !== "") lines.push(line)
      let rest = word
      while (width(rest) > limit) {
        const head = take(rest, limit)
        // A letter wider than the room still has to go somewhere.
        const piece = head === "" ? (Array.from(graphemes.segment(rest))[0]?.segment ?? rest) : head
        if (piece === rest) break
        lines.push(piece)
        rest = rest.slice(piece.length)
      }
      line = rest
    }
    lines.push(line)
    return lines
  })
}
