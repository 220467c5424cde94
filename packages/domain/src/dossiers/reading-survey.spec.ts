import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { InputKey } from "../criteria/index.ts"
import { UnitId } from "../units/index.ts"
import { Day } from "../values/index.ts"
import { checkSurvey, marginOf, readSurvey, sampleSize, surveyObservation } from "./reading-survey.ts"
import { type Survey, SurveyResult } from "./survey.ts"

const survey = (more: Partial<Survey> = {}): Survey => ({
  unit: UnitId.make(1),
  day: Day.make("2025-06-25"),
  population: 1000,
  of: "households",
  confidence: 95,
  margin: 5,
  results: [{ content: "Kết quả xây dựng nông thôn mới", asked: 300, answered: 280, satisfied: 266 }],
  input: InputKey.make("satisfaction"),
  ...more
})

describe("how many must answer", () => {
  it.each([
    [1_000_000, 95, 5, 385],
    [1000, 95, 5, 278],
    [500, 95, 5, 218],
    [20, 95, 5, 20],
    [1000, 99, 5, 400],
    [1000, 90, 10, 64],
    [1, 95, 5, 1],
    [0, 95, 5, 0]
  ] as const)("of %i at %i %% and ± %i is %i", (population, confidence, margin, needed) => {
    expect(sampleSize({ population, confidence, margin })).toBe(needed)
  })

  it("never falls as there are more to speak for, and is never more than there are; what is needed keeps the margin", () => {
    const asked = fc.record({
      population: fc.integer({ min: 1, max: 3_000_000 }),
      confidence: fc.constantFrom(90, 95, 99),
      margin: fc.double({ min: 0.5, max: 20, noNaN: true })
    })
    fc.assert(
      fc.property(asked, fc.nat(100_000), (one, more) => {
        const needed = sampleSize(one)
        expect(needed).toBeLessThanOrEqual(one.population)
        expect(sampleSize({ ...one, population: one.population + more })).toBeGreaterThanOrEqual(needed)
        expect(marginOf(needed, one) ?? 100).toBeLessThanOrEqual(one.margin * 1.001)
      })
    )
  })
})

describe("a survey", () => {
  it("tells shares of those who answered, and whether enough did", () => {
    expect(readSurvey(survey())).toMatchObject({ satisfiedPercent: 95, needed: 278, answered: 280, enough: true })
    expect(readSurvey(survey()).sentence.vi).toBe(
      "95 % hài lòng; 280/278 hộ cần trả lời (tổng số 1.000, độ tin cậy 95 %), sai số ± 5,0 %"
    )
  })

  it("speaks for all only if enough answered of every content", () => {
    const results = [
      { content: "Giao thông", asked: 300, answered: 290, satisfied: 261 },
      { content: "Môi trường", asked: 300, answered: 200, satisfied: 100 }
    ] as const
    expect(readSurvey(survey({ results }))).toMatchObject({
      enough: false,
      answered: 200,
      satisfiedPercent: 73.67,
      results: [{ satisfiedPercent: 90 }, { satisfiedPercent: 50 }]
    })
    expect(surveyObservation(survey({ results }), null)).toBeNull()
  })

  it("has no share of a content that nobody answered", () => {
    const results = [{ content: "Giao thông", asked: 300, answered: 0, satisfied: 0 }] as const
    expect(readSurvey(survey({ results }))).toMatchObject({ satisfiedPercent: null, enough: false, margin: null })
  })

  it("gives its share to the criterion that asks for it", () => {
    expect(surveyObservation(survey(), "12/BC-MTTQ")).toMatchObject({
      input: "satisfaction",
      unit: 1,
      day: "2025-06-25",
      value: 95,
      kind: "stock",
      source: { from: "document", document: "12/BC-MTTQ" }
    })
    expect(surveyObservation(survey({ input: null }), null)).toBeNull()
  })

  it("is refused where more answered than were asked, or more were asked than there are", () => {
    const over = { content: "Giao thông", asked: 10, answered: 11, satisfied: 1 }
    expect(Result.isFailure(Schema.decodeUnknownResult(SurveyResult)(over))).toBe(true)
    expect(Result.isFailure(Schema.decodeUnknownResult(SurveyResult)({ ...over, answered: 10, satisfied: 11 }))).toBe(
      true
    )
    const content = { content: "Giao thông", asked: 1001, answered: 10, satisfied: 1 }
    expect(checkSurvey(survey({ results: [content, { ...content, asked: 10 }] }))).toMatchObject([
      { field: "results[0].asked", sentence: { vi: "hỏi 1.001, nhiều hơn tổng số 1.000" } },
      { field: "results[1].content", sentence: { vi: "nội dung “Giao thông” có hai lần" } }
    ])
    expect(checkSurvey(survey())).toEqual([])
  })
})
