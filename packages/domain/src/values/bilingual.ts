import { Schema } from "effect"

/** A sentence that a person reads: Vietnamese first, English by switch. */
export const Bilingual = Schema.Struct({ vi: Schema.String, en: Schema.String })
export type Bilingual = typeof Bilingual.Type
