import { createHash } from "node:crypto"

/**
 * A tag that changes with the content.
 *
 * **Details** Weak, because one content is sent plain and compressed under the same tag.
 */
export const tagOf = (body: Uint8Array): string =>
  `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`

const opaque = (tag: string): string => tag.trim().replace(/^W\//, "")

/** Whether the reader already holds the content with this tag (`If-None-Match`). */
export const alreadyHeld = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((candidate) => opaque(candidate) === opaque(tag)))
