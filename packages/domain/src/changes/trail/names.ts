import { Schema } from "effect"
import { type Bilingual, Day, Dong, formatDay, formatMoney } from "../../values/index.ts"
import { wordOf } from "./vocabularies.ts"

/** What rows name by a number or a key. People, units and inputs are known to whoever asks; the others are the store's to look up. */
export const KeptKind = Schema.Literals([
  "batch",
  "boundaryImport",
  "criteriaSet",
  "document",
  "dossier",
  "entry",
  "fundingAgency",
  "fundingPaper",
  "gift",
  "inputAt",
  "item",
  "observation",
  "observationSource",
  "paper",
  "procedure",
  "recorder",
  "reorganisation",
  "step",
  "task",
  "work"
])
export type KeptKind = typeof KeptKind.Type
export type NamedKind = KeptKind | "input" | "person" | "unit"

/** Something that a row names: a unit by its identity (`#7`) or a code, an input by its key, all others by what their tables know them by. */
export interface Reference {
  readonly kind: NamedKind
  readonly key: string
}

/**
 * What the store knows of something that is named; what it does not have is null.
 *
 * **Details** `name` in words, or a code of `vocabularies` (a dossier's tier); `code`: a recorder's office, from where a value is, the English of what has both. `page`: the key of its
 * page. `input`: the key of an input of criteria.
 */
export const NameFound = Schema.Struct({
  kind: KeptKind,
  key: Schema.String,
  name: Schema.NullOr(Schema.String),
  code: Schema.NullOr(Schema.String),
  page: Schema.NullOr(Schema.String),
  unit: Schema.NullOr(Schema.Int),
  day: Schema.NullOr(Day),
  input: Schema.NullOr(Schema.String)
})
export type NameFound = typeof NameFound.Type

/** Where more is told of something: the page of a kind of thing, by its key. */
export interface Place {
  readonly page: "unit" | "work" | "dossier" | "document" | "criteriaSet" | "task" | "recommendation"
  readonly key: string
}

/** What something is called, and where more is told of it. */
export interface Named extends Bilingual {
  readonly to: Place | null
}

/** The name of what is referred to; undefined where it is not known, or not for who asks. */
export type Names = (reference: Reference) => Named | undefined

/** Who knows the names that the store does not. */
export interface KnownNames {
  /** By identity or by code. */
  readonly unit: (key: number | string) => { readonly code: string; readonly name: string } | undefined
  readonly person: (id: string) => string | undefined
  readonly input: (key: string) => string | undefined
}

const plain = (text: string): Bilingual => ({ vi: text, en: text })

const joined = (parts: ReadonlyArray<Bilingual | undefined>): Bilingual => {
  const there = parts.flatMap((part) => part ?? [])
  return { vi: there.map(({ vi }) => vi).join(", "), en: there.map(({ en }) => en).join(", ") }
}

const pages: Readonly<Partial<Record<KeptKind, Place["page"]>>> = {
  work: "work",
  dossier: "dossier",
  document: "document",
  criteriaSet: "criteriaSet",
  task: "task"
}

/** What is told of a thing of the store before the unit and the day that it is of. */
const own = ({ code, input, kind, name }: NameFound, known: KnownNames): ReadonlyArray<Bilingual | undefined> => {
  switch (kind) {
    case "dossier": {
      const tier = wordOf("tier", name ?? "") ?? plain(name ?? "")
      return [{ vi: `hồ sơ ${tier.vi}`, en: `dossier for ${tier.en}` }]
    }
    case "entry":
      return [plain(formatMoney(Dong.make(Number(name)), { unit: "đồng" }))]
    case "gift":
      return [{ vi: `hiến đất của ${name ?? ""}`, en: `land given by ${name ?? ""}` }]
    case "recorder":
      return [plain(name ?? ""), wordOf("office", code ?? "")]
    case "paper":
    case "procedure":
    case "step":
      return [{ vi: name ?? "", en: code ?? name ?? "" }]
    case "observationSource":
      if (code === "form") return [{ vi: "biểu nhập", en: "form" }]
      return [code === "import" ? { vi: `tệp ${name ?? ""}`, en: `file ${name ?? ""}` } : plain(name ?? "")]
    default: {
      const asked = input === null ? undefined : (known.input(input) ?? input)
      return [asked === undefined ? undefined : plain(asked), name === null ? undefined : plain(name)]
    }
  }
}

const nameOf = (found: NameFound, known: KnownNames): Named => {
  const unit = found.unit === null ? undefined : known.unit(found.unit)
  // Tasks and recommendations have keys of one form: what was found says which it is.
  const page = found.kind === "task" && found.code === "recommendation" ? found.code : pages[found.kind]
  return {
    ...joined([
      ...own(found, known),
      unit === undefined ? undefined : plain(unit.name),
      found.day === null ? undefined : plain(formatDay(found.day))
    ]),
    to: page === undefined || found.page === null ? null : { page, key: found.page }
  }
}

/** Names of everything that was found, and of what is known besides. */
export const namesOf = (found: ReadonlyArray<NameFound>, known: KnownNames): Names => {
  const kept = new Map(found.map((one) => [`${one.kind} ${one.key}`, nameOf(one, known)]))
  return ({ key, kind }) => {
    switch (kind) {
      case "unit": {
        const unit = known.unit(key.startsWith("#") ? Number(key.slice(1)) : key)
        return unit && { ...plain(`${unit.name} (${unit.code})`), to: { page: "unit", key: unit.code } }
      }
      case "person": {
        const name = known.person(key)
        return name === undefined ? undefined : { ...plain(name), to: null }
      }
      case "input": {
        const name = known.input(key)
        return name === undefined ? undefined : { ...plain(name), to: null }
      }
      default:
        return kept.get(`${kind} ${key}`)
    }
  }
}
