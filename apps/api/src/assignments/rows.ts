import { RecommendationBody, TaskEventBody } from "@ntm/contract"
import {
  type RecommendationProblem,
  type RecommendationRecording,
  RecommendationsRefused,
  type TaskEventRecording,
  type TaskProblem,
  TasksRefused
} from "@ntm/domain/assignments"
import { Effect, Result, Schema } from "effect"
import { bodyProblems } from "../http/body.ts"

const strict = { errors: "all", onExcessProperty: "error" } as const
const decodeTask = Schema.decodeUnknownResult(TaskEventBody, strict)
const decodeRecommendation = Schema.decodeUnknownResult(RecommendationBody, strict)

type Failed = Parameters<typeof bodyProblems>[0]

/** What of a row is of no form that can be read. */
const formProblems = (row: number, issue: Failed): ReadonlyArray<RecommendationProblem> =>
  bodyProblems(issue).map(({ path, message, messageEn }) => ({
    row,
    field: path === "" ? null : path,
    kind: "form",
    sentence: {
      // Where it stands is told by the field.
      vi: path === "" ? `dòng này: ${message}` : message,
      en: path === "" ? `the row: ${messageEn ?? message}` : (messageEn ?? message)
    }
  }))

/** Rows that can be read, and what is wrong with the form of the others. */
const reading = <Body>(
  decode: (row: unknown) => Result.Result<Body, { readonly issue: Failed }>,
  rows: ReadonlyArray<unknown>
) => {
  const read = rows.map((row) => decode(row))
  return {
    bodies: read.flatMap((each) => (Result.isSuccess(each) ? [each.success] : [])),
    problems: read.flatMap((each, row) => (Result.isFailure(each) ? formProblems(row, each.failure.issue) : []))
  }
}

/** What a row may leave out: it is then nothing, and not made up for illustration. */
const unsaid = { document: null, evidence: [], illustrative: false }

/** Events of tasks; refused with what is wrong with the form of each row. */
export const readTaskRows = (
  rows: ReadonlyArray<unknown>
): Effect.Effect<ReadonlyArray<TaskEventRecording>, TasksRefused> => {
  const { bodies, problems } = reading(decodeTask, rows)
  const [first, ...others] = problems.map((problem): TaskProblem => ({
    ...problem,
    kind: "form",
    rule: null,
    next: null
  }))
  return first === undefined
    ? Effect.succeed(bodies.map((body) => ({ ...unsaid, ...body })))
    : Effect.fail(new TasksRefused({ problems: [first, ...others] }))
}

/** Events of recommendations, likewise. */
export const readRecommendationRows = (
  rows: ReadonlyArray<unknown>
): Effect.Effect<ReadonlyArray<RecommendationRecording>, RecommendationsRefused> => {
  const { bodies, problems } = reading(decodeRecommendation, rows)
  const [first, ...others] = problems
  return first === undefined
    ? Effect.succeed(bodies.map((body) => ({ ...unsaid, ...body })))
    : Effect.fail(new RecommendationsRefused({ problems: [first, ...others] }))
}
