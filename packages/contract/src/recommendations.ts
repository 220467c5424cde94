import {
  type Limitation,
  RecommendationKey,
  RecommendationRecording,
  type RecommendationEventId,
  type RecommendationRule,
  type RecommendationStanding,
  RecommendationState
} from "@ntm/domain/assignments"
import { DocumentId } from "@ntm/domain/documents"
import { UnitCode } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { get, listing, post } from "./endpoint.ts"
import { Nothing, SearchText } from "./query.ts"
import { writing } from "./writing.ts"

/** As of a day (today), as known at a moment (now). */
const AsOf = { as_of: Schema.optionalKey(Day), known_at: Schema.optionalKey(Moment) }

export interface Answered {
  readonly asOf: string
  readonly knownAt: string | null
}

/** A figure as it stands beside what was said. */
export interface ShownFigure {
  readonly document: DocumentId
  readonly figure: string
  readonly label: string
  readonly value: string
  /** How many findings stand on it. */
  readonly findings: number
}

/** A recommendation as lists show it; one made to several counts those of its units. */
export interface RecommendationLine {
  readonly key: RecommendationKey
  readonly document: DocumentId
  readonly documentLabel: string
  readonly supervisor: string
  readonly addressee: string
  readonly place: number | null
  readonly title: string
  readonly summary: string | null
  readonly state: RecommendationState
  readonly by: RecommendationStanding["by"]
  readonly answered: number
  readonly carriedOut: number
  readonly count: number
  readonly tasks: number
  readonly tasksDone: number
}

export const recommendations = {
  /** In the order in which documents print them; one made to several units is one line. */
  list: listing<RecommendationLine, Answered>()(
    "/recommendations",
    Nothing,
    Schema.Struct({
      ...AsOf,
      document: Schema.optionalKey(DocumentId),
      unit: Schema.optionalKey(UnitCode),
      state: Schema.optionalKey(RecommendationState),
      q: Schema.optionalKey(SearchText)
    })
  ),
  /** One with its answers, measures and tasks, and what is said beside what is shown. */
  one: get<
    Answered & {
      readonly standing: RecommendationStanding
      /** What whoever asks may record of it now. */
      readonly next: ReadonlyArray<RecommendationRule["tag"]>
      readonly figures: ReadonlyArray<ShownFigure>
      readonly children: ReadonlyArray<RecommendationLine>
      readonly limitations: ReadonlyArray<Limitation>
    }
  >()("/recommendations/one", Nothing, Schema.Struct({ ...AsOf, recommendation: RecommendationKey })),
  /** Limitations and causes that documents state, by category, with the figures and units that they concern. */
  limitations: listing<
    Limitation & {
      readonly documentLabel: string
      readonly shown: ReadonlyArray<ShownFigure>
      readonly concerns: ReadonlyArray<{ readonly code: string; readonly name: string; readonly type: string }>
    },
    Answered
  >()(
    "/limitations",
    Nothing,
    Schema.Struct({
      ...AsOf,
      document: Schema.optionalKey(DocumentId),
      kind: Schema.optionalKey(Schema.Literals(["limitation", "cause", "remark"])),
      unit: Schema.optionalKey(UnitCode),
      q: Schema.optionalKey(SearchText)
    })
  ),
  /** Records answers, measures and findings, wholly or not at all. */
  record: writing({ changes: "/recommendations/one" })(
    post<{
      readonly recordedAt: Moment
      readonly items: ReadonlyArray<{ readonly row: number; readonly id: RecommendationEventId }>
    }>()(
      "/recommendations/events",
      Nothing,
      Nothing,
      Schema.Struct({ rows: Schema.Array(Schema.Unknown).check(Schema.isMaxLength(20_000)) })
    )
  )
}

/** An event to be recorded. What is left out: without a document or evidence, not illustrative. */
export const RecommendationBody = Schema.Struct({
  recommendation: RecommendationKey,
  day: Day,
  body: RecommendationRecording.fields.body,
  document: Schema.optionalKey(RecommendationRecording.fields.document),
  evidence: Schema.optionalKey(RecommendationRecording.fields.evidence),
  illustrative: Schema.optionalKey(Schema.Boolean)
})
export type RecommendationBody = typeof RecommendationBody.Type
