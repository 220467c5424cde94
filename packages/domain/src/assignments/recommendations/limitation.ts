import { Schema } from "effect"
import { Written } from "../../criteria/index.ts"
import { DocumentId } from "../../documents/index.ts"
import { FigureRef } from "./recommendation.ts"

/** Hạn chế, nguyên nhân as a document states it, with the figures and the units that it concerns. */
export const Limitation = Schema.Struct({
  document: DocumentId,
  id: Schema.NonEmptyString,
  kind: Schema.Literals(["limitation", "cause", "remark"]),
  /** Of a cause: khách quan, chủ quan. */
  nature: Schema.NullOr(Schema.Literals(["objective", "subjective"])),
  /** As the document sorts it: "đất đai", "môi trường". */
  category: Written,
  text: Written,
  section: Schema.NullOr(Schema.String),
  figures: Schema.Array(FigureRef),
  /** Units as printed; the province of the document where it names none. */
  units: Schema.Array(Written),
  /** Numbers of recommendations of the same document that answer it. */
  recommendations: Schema.Array(Schema.NonEmptyString)
})
export type Limitation = typeof Limitation.Type
