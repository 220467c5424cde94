import { Schema } from "effect"
import { Bilingual } from "../../values/index.ts"
import { pointerName } from "./seal.ts"

/**
 * What about a proof is not right: its version, its form, what is sealed, a verdict, a threshold, a value, where a value
 * comes from, another number of an explanation; or words alone.
 */
export const DisagreementKind = Schema.Literals([
  "version",
  "form",
  "seal",
  "rules",
  "verdict",
  "threshold",
  "value",
  "source",
  "explanation",
  "words"
])
export type DisagreementKind = typeof DisagreementKind.Type

/** One place at which a proof says something else than it should. */
export const Disagreement = Schema.Struct({
  /** JSON pointer into the document. */
  at: Schema.String,
  kind: DisagreementKind,
  says: Bilingual,
  /** What the document says, and what comes out; undefined for what is not there. */
  told: Schema.Unknown,
  found: Schema.Unknown
})
export type Disagreement = typeof Disagreement.Type

const shown = (value: unknown): string => {
  if (value === undefined) return "–"
  const text = JSON.stringify(value) ?? "–"
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

const kindAt = (path: ReadonlyArray<string>): DisagreementKind => {
  const inside = (name: string) => path.includes(name)
  // `says` and `why` are sentences that the program makes of the rest.
  if (inside("says") || inside("why")) return "words"
  if (path.at(-1) === "verdict") return "verdict"
  if (inside("threshold")) return "threshold"
  return inside("value") ? "value" : "explanation"
}

const names: { readonly [K in DisagreementKind]: Bilingual } = {
  version: { vi: "Phiên bản", en: "Version" },
  form: { vi: "Cấu trúc", en: "Form" },
  seal: { vi: "Nội dung đã niêm", en: "What was sealed" },
  rules: { vi: "Quy tắc", en: "Rules" },
  verdict: { vi: "Kết quả", en: "Verdict" },
  threshold: { vi: "Mức phải đạt", en: "Threshold" },
  value: { vi: "Giá trị", en: "Value" },
  source: { vi: "Nguồn của số liệu", en: "Source of a value" },
  explanation: { vi: "Lập luận", en: "Explanation" },
  words: { vi: "Lời giải thích", en: "Wording" }
}

/** A disagreement that says what stands there and what comes out. */
export const differing = (at: string, kind: DisagreementKind, told: unknown, found: unknown): Disagreement => ({
  at,
  kind,
  says: {
    vi: `${names[kind].vi}: tài liệu ghi ${shown(told)}, tính lại được ${shown(found)}`,
    en: `${names[kind].en}: the document says ${shown(told)}, judged again it is ${shown(found)}`
  },
  told,
  found
})

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null

/** Every place at which two values read from JSON differ, by their leaves. */
export const differences = (
  at: string,
  told: unknown,
  found: unknown,
  path: ReadonlyArray<string> = []
): ReadonlyArray<Disagreement> => {
  if (Object.is(told, found) || (told === 0 && found === 0)) return []
  if (!isObject(told) || !isObject(found) || Array.isArray(told) !== Array.isArray(found))
    return [differing(at, kindAt(path), told, found)]
  const [one, other] = [new Map<string, unknown>(Object.entries(told)), new Map<string, unknown>(Object.entries(found))]
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) =>
    differences(`${at}/${pointerName(key)}`, one.get(key), other.get(key), [...path, key])
  )
}
