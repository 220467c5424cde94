type Key = "language" | "scheme" | "moneyUnit"

/** A choice kept on this machine; null where none was made, or where the browser closes its storage to the page. */
export const kept = (key: Key): string | null => {
  try {
    return localStorage.getItem(`ntm.${key}`)
  } catch {
    return null
  }
}

/** Keeps a choice on this machine; without storage the choice lasts as long as the page. */
export const keep = (key: Key, value: string): void => {
  try {
    localStorage.setItem(`ntm.${key}`, value)
  } catch {
    return
  }
}
