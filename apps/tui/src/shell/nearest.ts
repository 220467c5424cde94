/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
export const distance = (a: string, b: string): number => {
  let before: ReadonlyArray<number> = []
  let last: ReadonlyArray<number> = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : replace
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replace, swap))
    }
    before = last
    last = row
  }
  return last[b.length] ?? 0
}

/** The known word that was probably meant: within two edits and a third of its length, or one that starts so. */
export const nearest = (word: string, known: ReadonlyArray<string>): string | undefined => {
  const typed = word.toLowerCase()
  const near = known
    .map((name) => ({ name, edits: distance(typed, name) }))
    .filter(({ name, edits }) => edits <= Math.max(1, Math.min(2, Math.floor(name.length / 3 + 0.5))))
    .sort((a, b) => a.edits - b.edits)[0]
  return near?.name ?? (typed.length >= 2 ? known.find((name) => name.startsWith(typed)) : undefined)
}
