import type { Bilingual, Day, Moment } from "@ntm/domain/values"

/**
 * Who publishes, as the standards want it named.
 *
 * **Details** Nobody has registered an identifier with Open Contracting, IATI or SDMX: every identifier that a register would give says
 * so (`unregistered-…`), so that it is never taken for a registered one.
 */
export const publisher = {
  id: "unregistered-ntm",
  /** Where a standard allows letters, digits and "_" only. */
  plainId: "NTM",
  name: {
    vi: "Hệ thống điều hành Chương trình MTQG xây dựng nông thôn mới",
    en: "Management system of the National Target Programme on New Rural Development"
  }
} as const satisfies { readonly id: string; readonly plainId: string; readonly name: Bilingual }

/** What marks made-up data wherever a standard has a place for words only. */
export const illustrativeNote: Bilingual = {
  vi: "Số liệu minh họa, không phải số liệu thật",
  en: "Illustrative data, not real"
}

/** As of which day, as known at which moment (null: nothing was recorded yet) a message is. */
export interface AsOf {
  readonly asOf: Day
  readonly knownAt: Moment | null
}

/** The beginning of a day in Việt Nam, as a moment. */
export const dayStart = (day: Day): string => `${day}T00:00:00+07:00`

/** When what a message says changed last: so the same question has the same answer. */
export const changedAt = ({ asOf, knownAt }: AsOf): string => knownAt ?? dayStart(asOf)
