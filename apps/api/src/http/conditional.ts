import { createHash } from "node:crypto"

/**
 * A tag that changes with every byte that is sent.
 *
 * **Details** Strong: what is sent compressed has a tag of its own. Of a thing that is changed (`things.ts`) it begins with the version of
 * the thing, which is all that a change is held to, however much or little of it was asked for and in which form.
 */
export const tagOf = (digest: string, version?: string, encoding?: string): string =>
  `"${version === undefined ? "" : `${version}.`}${digest}${encoding === undefined ? "" : `~${encoding}`}"`

/** What of a tag tells one content from another. */
export const digestOf = (body: Uint8Array): string => createHash("sha256").update(body).digest("base64url").slice(0, 27)

/** The tag by which a thing is named as it stands, whatever of it was seen. */
export const tagOfVersion = (version: string): string => `"${version}"`

/** What is between the quotes, without how it was sent. */
const opaque = (tag: string): string =>
  tag
    .trim()
    .replace(/^W\//, "")
    .replace(/~\w+"$/, '"')

/** Whether the reader already holds the content with this tag (`If-None-Match`). */
export const alreadyHeld = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch !== undefined &&
  (ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((candidate) => opaque(candidate) === opaque(tag)))

/** Versions that a change is held to (`If-Match`): those named, or "any" of a thing that is there. A weak tag names none. */
export const versionsIn = (ifMatch: string): ReadonlySet<string> | "any" =>
  ifMatch.trim() === "*"
    ? "any"
    : new Set([...ifMatch.matchAll(/(?<!W\/)"([^".~]+)[^"]*"/g)].map(([, version = ""]) => version))
