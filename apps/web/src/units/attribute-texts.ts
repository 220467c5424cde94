import type { UnitAttributes } from "@ntm/domain/units"

/** The words of what criteria ask of a unit. */
export interface AttributeWords {
  readonly region: (code: string) => string
  readonly communeGroup: (group: number) => string
  readonly leftOutOf: (target: string) => string
  /** What is said where the attribute holds, and where it is known not to. */
  readonly flags: Readonly<
    Record<
      "border" | "island" | "speciallyDifficult" | "safeZone" | "urban" | "programme",
      readonly [holds: string, holdsNot: string | null]
    >
  >
}

const flagNames = ["programme", "urban", "border", "island", "speciallyDifficult", "safeZone"] as const

/** What is known of a unit, in words; nothing for what is not known. */
export const attributeTexts = (attributes: UnitAttributes, words: AttributeWords): ReadonlyArray<string> => [
  ...(attributes.region === undefined ? [] : [words.region(attributes.region)]),
  ...(attributes.communeGroup === undefined ? [] : [words.communeGroup(attributes.communeGroup)]),
  ...flagNames.flatMap((name) => {
    const value = attributes[name]
    return value === undefined ? [] : (words.flags[name][value ? 0 : 1] ?? [])
  }),
  ...(attributes.leftOutOf ?? []).map(words.leftOutOf)
]
