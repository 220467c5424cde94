/** A file that came as an answer. */
export interface FileAnswer {
  /** What the server would have it called; null where it does not say. */
  readonly name: string | null
  readonly mediaType: string
  readonly content: Uint8Array<ArrayBuffer>
}

/** What is between the quotation marks or after the charset of a `content-disposition` (RFC 6266). */
const nameIn = (disposition: string): string | null => {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? []
  if (encoded === undefined) return null
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}

/** A file with its name and type, as the headers of its answer tell them. */
export const fileOf = (headers: Headers, content: FileAnswer["content"]): FileAnswer => ({
  name: nameIn(headers.get("content-disposition") ?? ""),
  mediaType: headers.get("content-type") ?? "application/octet-stream",
  content
})

/**
 * The `content-disposition` of a file: shown by the browser itself, or saved.
 *
 * **Details** Names are told in UTF-8 with everything escaped that a header gives a meaning (RFC 8187).
 */
export const dispositionOf = (how: "inline" | "attachment", name: string): string => {
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  )
  return `${how}; filename*=UTF-8''${encoded}`
}
