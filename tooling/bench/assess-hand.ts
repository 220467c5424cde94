import type { AssessableSet, Columns, Rule } from "@ntm/domain/criteria"

/** One comparison as somebody would lay it out by hand: "at least", with a table of numbers by region. */
export interface Atom {
  readonly column: string
  /** −1 turns "at most" into "at least": values and numbers are both multiplied. */
  readonly sign: 1 | -1
  readonly values: Float64Array
  /** By place of the region; −∞ where nothing is asked, +∞ where nothing passes. */
  readonly than: Float64Array
  /** The same number for every region. */
  readonly flat: boolean
}

/** For each criterion everything that has to hold. */
export type Layout = ReadonlyArray<ReadonlyArray<Atom>>

const everywhere = (): boolean => true

/** Lays out the sets of `communeSets`; throws for a rule that it has no hand-written form for. */
export const layOut = (sets: ReadonlyArray<AssessableSet>, columns: Columns): Layout => {
  const { regions } = columns.profile
  const indicatorsOf = (id: string) => sets.find((set) => set.id === id)?.criteria ?? []
  const tableOf = (rule: Rule | null): ReadonlyArray<number | null> => {
    if (rule === null || !("threshold" in rule)) throw new Error("no threshold to follow")
    const { threshold } = rule
    if ("times" in threshold) {
      const lines = indicatorsOf(threshold.set).flatMap(({ indicators }) => indicators)
      const followed = tableOf(lines.find(({ code }) => code === threshold.code)?.rule ?? null)
      return followed.map((number) => (number === null ? null : Math.round(number * threshold.times * 1e9) / 1e9))
    }
    const rowFor = (region: string) =>
      threshold.rows.find(({ when }) => when === null || (when.if === "region" && when.in.includes(region)))
    return regions.map((region) => rowFor(region)?.value ?? null)
  }
  const atom = (column: string, sign: 1 | -1, table: ReadonlyArray<number>): Atom => {
    const raw = columns.values.get(column)?.values ?? new Float64Array(columns.size)
    const values = sign === 1 ? raw : raw.map((value) => -value)
    return { column, sign, values, than: Float64Array.from(table), flat: new Set(table).size === 1 }
  }
  const atomsOf = (rule: Rule | null, only: (region: string) => boolean, sex = ""): ReadonlyArray<Atom> => {
    if (rule === null) throw new Error("no hand-written form of a rule that is not known")
    switch (rule.op) {
      case "all":
        return rule.rules.flatMap((inner) => atomsOf(inner, only, sex))
      case "eachSex":
        return ["/men", "/women"].flatMap((each) => atomsOf(rule.rule, only, each))
      case "attested":
        return [
          atom(
            `input:${rule.input}${sex}`,
            1,
            regions.map((region) => (only(region) ? 1 : Number.NEGATIVE_INFINITY))
          )
        ]
      case "criterionMet": {
        const criterion = indicatorsOf(rule.set).find(({ no }) => no === rule.criterion)
        return (criterion?.indicators ?? []).flatMap((line) => atomsOf(line.rule, only))
      }
      case "when": {
        const { condition } = rule
        const inner = condition.if === "not" ? condition.of : condition
        if (inner.if !== "region") throw new Error("no hand-written form of this condition")
        return atomsOf(rule.rule, (region) => inner.in.includes(region) === (condition.if !== "not"), sex)
      }
      case ">=":
      case "<=":
      case "=": {
        if (rule.measure.of !== "input") throw new Error("no hand-written form of this measure")
        // The one "=" of these sets asks for none of something that is never below 0.
        const sign = rule.op === ">=" ? 1 : -1
        const numbers = tableOf(rule).map((number, at) => {
          if (!only(regions[at] ?? "")) return Number.NEGATIVE_INFINITY
          return number === null ? Number.POSITIVE_INFINITY : number * sign
        })
        return [atom(`input:${rule.measure.input}${sex}`, sign, numbers)]
      }
      default:
        throw new Error(`no hand-written form of ${rule.op}`)
    }
  }
  return sets.flatMap(({ criteria }) =>
    criteria.map(({ indicators }) => indicators.flatMap(({ rule }) => atomsOf(rule, everywhere)))
  )
}

/**
 * The least that any program must do: whether each criterion is met, and how many are, for all units, in loops over
 * typed arrays without branches. No reasons, no missing numbers told from failed ones.
 */
export const judgeByHand = (
  layout: Layout,
  region: Int16Array,
  met: ReadonlyArray<Uint8Array>,
  counts: Uint16Array
): void => {
  const size = region.length
  counts.fill(0)
  for (const [criterion, atoms] of layout.entries()) {
    const ok = met[criterion]
    if (ok === undefined) continue
    ok.fill(1)
    for (const { flat, than, values } of atoms) {
      if (flat) {
        const number = than[0] ?? 0
        for (let at = 0; at < size; at++) ok[at] = (ok[at] ?? 0) & Number((values[at] ?? Number.NaN) >= number)
      } else {
        for (let at = 0; at < size; at++) {
          ok[at] = (ok[at] ?? 0) & Number((values[at] ?? Number.NaN) >= (than[region[at] ?? 0] ?? 0))
        }
      }
    }
    for (let at = 0; at < size; at++) counts[at] = (counts[at] ?? 0) + (ok[at] ?? 0)
  }
}
