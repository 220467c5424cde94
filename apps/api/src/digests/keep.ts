import { mkdir, rename, rm, writeFile } from "node:fs/promises"
import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Day } from "@ntm/domain/values"
import { type DueAnswer, dueDigest } from "@ntm/exchange"

/** Where digests go, and who answers what is due on a day. */
export interface DigestPlace {
  readonly folder: string
  readonly ask: (day: Day) => Promise<DueAnswer>
}

const languages = ["vi", "en"] as const

/**
 * Writes the digest of a day below the folder, in both languages as text and HTML: `2025-06-20/digest.vi.txt`. True if it was written.
 *
 * **Details** A day that is there is left alone, so it may be asked as often as one likes, by several programs. The folder of the day comes
 * into its place whole.
 */
export const keepDigest = async ({ ask, folder }: DigestPlace, day: Day): Promise<boolean> => {
  const place = join(folder, day)
  if (existsSync(place)) return false
  const answer = await ask(day)
  const making = join(folder, `.${day}-${process.pid}`)
  await mkdir(making, { recursive: true })
  for (const lang of languages) {
    const { html, text } = dueDigest(answer, lang)
    await writeFile(join(making, `digest.${lang}.txt`), text)
    await writeFile(join(making, `digest.${lang}.html`), html)
  }
  try {
    await rename(making, place)
    return true
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    // Another program was faster.
    if (existsSync(place)) return false
    throw error
  }
}
