import { formatMoment, Moment } from "@ntm/domain/values"

/** A moment of an answer as people read it: "03/06/2025 14:05". */
export const momentOf = (text: string): string => formatMoment(Moment.make(text))
