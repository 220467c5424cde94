import { Schema } from "effect"
import { InputKey, Written } from "../criteria/index.ts"
import { UnitId } from "../units/index.ts"
import { Day } from "../values/index.ts"

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))

/** Of one content of a survey: how many were asked, how many answered, how many of these are satisfied. */
export const SurveyResult = Schema.Struct({
  content: Written,
  asked: Count,
  answered: Count,
  satisfied: Count
}).check(
  Schema.makeFilter(
    ({ answered, asked, content, satisfied }) =>
      (answered <= asked && satisfied <= answered) ||
      (answered > asked
        ? `“${content}”: số trả lời (${answered}) vượt số được hỏi (${asked}) · “${content}”: more answered (${answered}) than were asked (${asked})`
        : `“${content}”: số hài lòng (${satisfied}) vượt số trả lời (${answered}) · “${content}”: more are satisfied (${satisfied}) than answered (${answered})`)
  )
)
export type SurveyResult = typeof SurveyResult.Type

/** What a survey says, whoever was asked: of how many households or people, with what confidence and margin it is to speak for them. */
export const surveyContent = {
  population: Count,
  /** "households" for most; "people" where voters are asked. */
  of: Schema.Literals(["households", "people"]),
  confidence: Schema.Literals([90, 95, 99]),
  /** In percentage points: 5 for ± 5 %. */
  margin: Schema.Finite.check(Schema.isBetween({ minimum: 0.1, maximum: 50 })),
  results: Schema.NonEmptyArray(SurveyResult),
  /** The input of criteria that its share goes into; null where none asks. */
  input: Schema.NullOr(InputKey)
} as const

/** Khảo sát sự hài lòng of a unit on a day. */
export const Survey = Schema.Struct({ unit: UnitId, day: Day, ...surveyContent })
export type Survey = typeof Survey.Type

/** A survey wherever and whenever it was. */
export type SurveyContent = Omit<Survey, "unit" | "day">
