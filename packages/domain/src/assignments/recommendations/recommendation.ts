import { Schema } from "effect"
import { Written } from "../../criteria/index.ts"
import { DocumentId } from "../../documents/index.ts"
import { ClosingCondition } from "../closing/condition.ts"

/** A way that a recommendation leaves open: "ưu tiên theo lĩnh vực", "cuốn chiếu theo xã". */
export const RecommendedOption = Schema.Struct({
  no: Schema.Int,
  name: Written,
  method: Written,
  requirements: Schema.Array(Written),
  drawbacks: Schema.Array(Written)
})
export type RecommendedOption = typeof RecommendedOption.Type

/** A figure of a document of the system. */
export const FigureRef = Schema.Struct({ document: DocumentId, figure: Schema.NonEmptyString })
export type FigureRef = typeof FigureRef.Type

/** What the supervised body says about the matter, where it says it, and the figures and conditions that show how it is. */
export const Contrast = Schema.Struct({
  says: Written,
  document: DocumentId,
  place: Schema.NullOr(Written),
  figures: Schema.Array(FigureRef),
  condition: Schema.NullOr(ClosingCondition)
})
export type Contrast = typeof Contrast.Type

/** Kiến nghị of a supervising body: to whom, what, and the assignments of its document that carry it out. */
export const Recommendation = Schema.Struct({
  document: DocumentId,
  /** Unique in the document: "kn-tp-07". */
  no: Schema.NonEmptyString,
  /** Its number as printed, among those to the same addressee. */
  place: Schema.NullOr(Schema.Int),
  /** Who supervises: the issuer of the document. */
  supervisor: Written,
  addressee: Written,
  title: Written,
  summary: Schema.NullOr(Schema.String),
  points: Schema.Array(Written),
  options: Schema.Array(RecommendedOption),
  section: Schema.NullOr(Schema.String),
  dueText: Schema.NullOr(Schema.String),
  /** Numbers of the assignments of the document that carry it out. */
  tasks: Schema.Array(Schema.NonEmptyString),
  figures: Schema.Array(FigureRef),
  closing: Schema.NullOr(ClosingCondition),
  contrasts: Schema.Array(Contrast)
})
export type Recommendation = typeof Recommendation.Type
