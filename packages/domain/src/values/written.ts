import type { Bilingual } from "./bilingual.ts"
import { formatMoment } from "./moment.ts"
import type { Moment } from "./provenance.ts"

/** Whose something is that was written down, and since when. */
export interface WrittenBy {
  readonly name: string
  readonly at: Moment
}

/** "do Sở Xây dựng ghi lúc 03/06/2025 14:05": so that whoever comes second knows whom to ask. */
export const writtenWords = ({ at, name }: WrittenBy): Bilingual => ({
  vi: `do ${name} ghi lúc ${formatMoment(at)}`,
  en: `recorded by ${name} at ${at}`
})

/** The same in brackets behind what is said to be so; nothing where it is nobody's, or of the very batch that is told about. */
export const writtenAside = (by: WrittenBy | null): Bilingual => {
  if (by === null) return { vi: "", en: "" }
  const { en, vi } = writtenWords(by)
  return { vi: ` (${vi})`, en: ` (${en})` }
}
