import type { InputKey } from "./condition.ts"

/** What a value of an input can be: yes or no, 0 to 100, a whole number of things, or any amount that is not negative. */
export type InputKind = "attestation" | "percent" | "count" | "amount"

/** An input that some criteria set asks for. */
export interface InputSpec {
  readonly key: InputKey
  readonly kind: InputKind
  /** As a criteria set writes it: "% hộ", "triệu đồng/người/năm". */
  readonly unit: string | null
  /** What a person calls it: the first indicator that asks for it. */
  readonly name: string
  /** The departments in charge in the sets that ask for it; empty where no set names one. */
  readonly agencies: ReadonlyArray<string>
}

/** Every input that is known, by its key. */
export type InputCatalogue = ReadonlyMap<InputKey, InputSpec>

/** Things that are counted one by one; what is not among them may have a fraction. */
const counted = new Set([
  "mô hình",
  "công trình",
  "tổ chức",
  "htx",
  "sản phẩm",
  "vụ",
  "nhà",
  "người",
  "hộ",
  "trường",
  "thôn",
  "xã",
  "huyện"
])

/** The kind of a measured input, from the unit in which a set writes it. */
export const inputKindOf = (unit: string | null): InputKind => {
  const word = unit?.normalize("NFC").trim().toLowerCase() ?? ""
  if (word.startsWith("%")) return "percent"
  return counted.has(word) ? "count" : "amount"
}
