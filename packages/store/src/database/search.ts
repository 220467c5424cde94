/** A person's text as a pattern's inside: blanks joined, the pattern's own signs taken as they are. Folding is PostgreSQL's (`vn_fold`). */
export const patternOf = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Null where there is nothing to search for. */
export const searched = (text: string | null): string | null =>
  text === null || text.trim() === "" ? null : patternOf(text)
