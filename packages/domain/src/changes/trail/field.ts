import type { Bilingual } from "../../values/index.ts"
import type { NamedKind } from "./names.ts"
import type { Vocabulary } from "./vocabularies.ts"

/**
 * How what a field holds is told.
 *
 * **Details** `text`: by what it is: days, moments, numbers and yes or no as they are written here. `plain`: a number without dots: a year, a number that
 * names something. `money`: in đồng. `mark`: told where it is so alone. `evidence`: files and links. `inside`: something with parts, each told as a field. `whole`: too much to be told but as it is
 * kept. `kept`: of the program alone, how it finds and orders rows; nobody reads it but as it is kept. Named: a number or key that stands for something else,
 * whose name is told. Coded: a word of the program that has words for people.
 */
export type FieldForm =
  | "text"
  | "plain"
  | "money"
  | "mark"
  | "evidence"
  | "inside"
  | "whole"
  | "kept"
  | { readonly names: NamedKind }
  | { readonly codes: Vocabulary }

/** What a field is called by people, and how what it holds is told. */
export interface Field {
  readonly words: Bilingual
  readonly form: FieldForm
}

export const field = (vi: string, en: string, form: FieldForm = "text"): Field => ({ words: { vi, en }, form })

export const named = (names: NamedKind): FieldForm => ({ names })

export const coded = (codes: Vocabulary): FieldForm => ({ codes })
