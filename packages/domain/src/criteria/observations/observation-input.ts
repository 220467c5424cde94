import type { CarryRule } from "../../units/index.ts"
import { InputKey } from "../rules/condition.ts"
import type { CriteriaSet, SetInput } from "../sets/criteria-set.ts"
import { partsOf } from "../rules/rule-parts.ts"

/** What a value of an input can be: yes or no, 0 to 100, a whole number of things, or any amount that is not negative. */
export type InputKind = "attestation" | "percent" | "count" | "amount"

/** An input that some criteria set asks for. */
export interface InputSpec {
  readonly key: InputKey
  readonly kind: InputKind
  /** As a criteria set writes it: "% hộ", "triệu đồng/người/năm". */
  readonly unit: string | null
  /** What a person calls it: in the first set that asks for it. */
  readonly name: string
  /** The agencies in charge in the sets that ask for it; empty where no set names one. */
  readonly agencies: ReadonlyArray<string>
  /** How its values pass to other boundaries, as the first set says. */
  readonly carry: CarryRule
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

/** Where a set does not say, an input is a "count": only a unit of things one by one makes it whole numbers. */
const kindOf = ({ measure, unit }: SetInput): InputKind => {
  if (measure === "attestation" || measure === "percent") return measure
  const word = unit?.normalize("NFC").trim().toLowerCase() ?? ""
  if (word.startsWith("%")) return "percent"
  return counted.has(word) ? "count" : "amount"
}

/** The keys under which an input is reported: apart for men and women, or as it is. */
const keysOf = ({ input, bySex }: SetInput): ReadonlyArray<InputKey> =>
  bySex ? [InputKey.make(`${input}/men`), InputKey.make(`${input}/women`)] : [input]

type Asking = Pick<CriteriaSet, "inputs" | "criteria" | "conditions"> & Partial<Pick<CriteriaSet, "recognition">>

/** What works owe for longer than the programme allows. Reported where the journal of works has none; see `withConstructionDebt`. */
export const overdueDebtInput = InputKey.make("programme-construction-debt")

const overdueDebt: InputSpec = {
  key: overdueDebtInput,
  kind: "amount",
  unit: "đồng",
  name: "Nợ đọng xây dựng cơ bản quá hạn của Chương trình",
  agencies: [],
  carry: { carry: "sum", weight: "population" }
}

/** Whether any rule of a set, or a condition of its titles, asks for construction debt. */
const asksForDebt = ({ conditions, criteria, recognition }: Asking): boolean =>
  [
    ...[...conditions, ...criteria.flatMap(({ indicators }) => indicators)].map(({ rule }) => rule),
    ...(recognition?.grant ?? []).map(({ rule }) => rule),
    recognition?.withdraw ?? null
  ].some((rule) => rule !== null && partsOf(rule).leaves.some(({ of }) => of === "overdueDebt"))

/** The agencies in charge of the lines that ask for each input. */
const agenciesOf = ({ criteria, conditions }: Asking): ReadonlyMap<InputKey, ReadonlySet<string>> => {
  const agencies = new Map<InputKey, Set<string>>()
  for (const { input, leadAgency, rule, versions } of [
    ...criteria.flatMap(({ indicators }) => indicators),
    ...conditions
  ]) {
    if (leadAgency === null) continue
    const rules = [rule, ...versions.map((version) => version.rule)].flatMap((each) => each ?? [])
    for (const key of [input, ...rules.flatMap((each) => partsOf(each).inputs)]) {
      const known = agencies.get(key) ?? new Set()
      agencies.set(key, known.add(leadAgency))
    }
  }
  return agencies
}

/** What two sets ask of one input together: where they differ, whatever fits either. */
const together = (a: InputSpec, b: InputSpec): InputSpec => ({
  ...a,
  kind: a.kind === b.kind ? a.kind : "amount",
  unit: a.unit ?? b.unit,
  agencies: [...new Set([...a.agencies, ...b.agencies])]
})

/** Every input that these sets ask for, in their order; the construction debt last. */
export const catalogueOf = (sets: ReadonlyArray<Asking>): InputCatalogue => {
  const catalogue = new Map<InputKey, InputSpec>()
  for (const set of sets) {
    const agencies = agenciesOf(set)
    for (const input of set.inputs) {
      const { name, unit, carry } = input
      const inCharge = [...(agencies.get(input.input) ?? [])]
      for (const key of keysOf(input)) {
        const spec = { key, kind: kindOf(input), unit, name, agencies: inCharge, carry }
        const known = catalogue.get(key)
        catalogue.set(key, known === undefined ? spec : together(known, spec))
      }
    }
  }
  // No set lists it: the programme keeps it itself, wherever it can.
  if (!catalogue.has(overdueDebtInput) && [...sets].some(asksForDebt)) catalogue.set(overdueDebtInput, overdueDebt)
  return catalogue
}
