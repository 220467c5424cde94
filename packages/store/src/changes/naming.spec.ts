import { vocabularies } from "@ntm/domain/changes"
import { ObservationState, stateWords } from "@ntm/domain/criteria"
import { fundingSources, FundingStage, stageNames } from "@ntm/domain/funding"
import { levelWords, UnitLevel } from "@ntm/domain/units"
import { expect, it } from "vitest"
import { entryKindCodes, sourceCodes, stageCodes, tierCodes } from "../funding/codes.ts"
import { kindCode, stateCodes } from "../observations/codes.ts"

it("tells entries with the numbers that the store keeps for words", () => {
  const { fundingEntryKind, fundingSource, fundingStage, fundingTier, observationKind, observationState } = vocabularies
  const told = (words: Readonly<Record<string, { readonly vi: string }>>, code: number) => words[code]?.vi
  for (const { key, name } of fundingSources) expect(told(fundingSource, sourceCodes.code(key))).toBe(name.vi)
  for (const stage of FundingStage.literals)
    expect(told(fundingStage, stageCodes.code(stage))).toBe(stageNames[stage].vi)
  for (const level of UnitLevel.literals) expect(told(fundingTier, tierCodes.code(level))).toBe(levelWords[level].vi)
  for (const state of ObservationState.literals)
    expect(told(observationState, stateCodes[state])).toBe(stateWords[state].vi)
  expect(told(fundingEntryKind, entryKindCodes.code("carryOver"))).toBe("chuyển nguồn")
  expect(told(observationKind, kindCode("toDate"))).toBe("lũy kế")
})
