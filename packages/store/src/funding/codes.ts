import { FundingEntryKind, FundingSourceKey, FundingStage } from "@ntm/domain/funding"
import { UnitLevel } from "@ntm/domain/units"

/** The journal's numbers of the words of an entry, both ways. A number once given keeps its word. */
interface Codes<Word extends string> {
  readonly code: (word: Word) => number
  /** Throws for a number that was never given. */
  readonly word: (code: number) => Word
}

const codesOf = <Word extends string>(
  what: string,
  numbers: Readonly<Record<Word, number>>,
  words: ReadonlyArray<Word>
): Codes<Word> => {
  const byNumber = new Map(words.map((word) => [numbers[word], word]))
  return {
    code: (word) => numbers[word],
    word: (code) => {
      const word = byNumber.get(code)
      if (word === undefined) throw new Error(`no ${what} has the code ${code}`)
      return word
    }
  }
}

export const sourceCodes = codesOf(
  "source",
  {
    all: 0,
    budget: 1,
    investment: 2,
    "investment.central": 3,
    "investment.province": 4,
    "investment.local": 5,
    "investment.district": 6,
    "investment.commune": 7,
    career: 8,
    "career.central": 9,
    "career.province": 10,
    "career.local": 11,
    "career.district": 12,
    "career.commune": 13,
    integrated: 14,
    credit: 15,
    enterprise: 16,
    community: 17,
    "community.cash": 18,
    "community.land": 19,
    "community.labour": 20,
    "community.kind": 21
  },
  FundingSourceKey.literals
)

export const stageCodes = codesOf(
  "stage",
  { planned: 0, allocated: 1, mobilised: 2, disbursed: 3 },
  FundingStage.literals
)

export const tierCodes = codesOf("tier", { province: 0, district: 1, commune: 2, village: 3 }, UnitLevel.literals)

export const entryKindCodes = codesOf(
  "kind",
  { stated: 0, adjustment: 1, carryOver: 2, rounding: 3, unexplained: 4 },
  FundingEntryKind.literals
)
