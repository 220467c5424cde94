import type { AssessmentMatrix, CriteriaSetSummary, Problem, Scorecard } from "@ntm/contract"
import type { UnitCode, UnitId } from "@ntm/domain/units"
import type { Bilingual, Day } from "@ntm/domain/values"
import type { Lang } from "../language/lang.ts"
import type { Tone } from "../parts/line.ts"
import type { Window } from "../parts/window.ts"
import type { GridView, Sending, SingleEntry } from "./entry-state.ts"
import type { AssessAnswer, AssessRead, Spot, Trial } from "./assess-reads.ts"

/** What came of a question: its answer, or why there is none. */
export type Stored = AssessAnswer | { readonly _tag: "Failed"; readonly problem: Problem }

/** A value that is being typed, to be tried out. */
export interface TrialForm {
  /** Inputs that the chosen line reads, and which of them is typed. */
  readonly inputs: ReadonlyArray<string>
  readonly which: number
  readonly text: string
  readonly problem: Bilingual | null
}

export type View =
  | { readonly _tag: "Map" }
  | { readonly _tag: "Filter" }
  | { readonly _tag: "Day"; readonly text: string; readonly problem: Bilingual | null }
  | { readonly _tag: "Sets"; readonly window: Window }
  /** `shown`: the last text that was answered; its places stay on show while a newer text is on its way. */
  | { readonly _tag: "Places"; readonly query: string; readonly shown: string | null; readonly window: Window }
  | { readonly _tag: "Summary"; readonly top: number }
  | { readonly _tag: "Targets"; readonly window: Window; readonly open: number | null }
  /** `text`: another first day that is being typed; null while none is. */
  | {
      readonly _tag: "Movement"
      readonly from: Day
      readonly text: string | null
      readonly problem: Bilingual | null
      readonly top: number
    }
  /** Another set in the place of that of the heat map. */
  | { readonly _tag: "Replacement"; readonly to: string; readonly window: Window }
  | CardView
  | GridView

/** One unit's scorecard. */
export interface CardView {
  readonly _tag: "Card"
  readonly code: UnitCode
  readonly unit: UnitId
  /** The row under the cursor by its key; null: the first that the criterion of the heat map has. */
  readonly at: string | null
  readonly top: number
  /** Sets whose lines are on show; null: the set of the heat map. */
  readonly open: ReadonlySet<string> | null
  /** Whether only what is not met is on show. */
  readonly failing: boolean
  /** First line of the chosen row's page, where that lies over the card. */
  readonly page: number | null
  readonly trials: ReadonlyArray<Trial>
  readonly typing: TrialForm | null
  /** A value that is being recorded. */
  readonly entry: SingleEntry | null
}

export type ViewOf<Tag extends View["_tag"]> = Extract<View, { readonly _tag: Tag }>

/** A sentence to the person until the next key. */
export interface Said {
  readonly text: Bilingual
  readonly tone: Tone
}

/** The tab of assessments. Only `stepAssess` and what it calls make a new one. */
export interface AssessState {
  readonly sets: ReadonlyArray<CriteriaSetSummary>
  readonly today: Day | null
  /** Where the heat map on show stands; null before the first answer. */
  readonly spot: Spot | null
  readonly matrix: AssessmentMatrix | null
  /** On the way to another day, set or place; what is on show stays until the answer comes. */
  readonly going: Spot | null
  /** Counts the ways gone, so that each is a question of its own. */
  readonly turn: number
  /** Why the tab could not be opened. */
  readonly failed: Problem | null
  /** The unit and the criterion under the cursor, the latter by its place; the first row and the first column drawn. */
  readonly at: UnitId | null
  readonly column: number
  readonly top: number
  readonly query: string
  /** Only units that fail the criterion of this number are on show. */
  readonly failing: number | null
  readonly view: View
  readonly said: Said | null
  /** Values on their way to the server. */
  readonly sending: Sending | null
  readonly answers: ReadonlyMap<string, Stored>
}

/** The room that the tab is drawn in, and the language. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly lang: Lang
  /** Where the API is, for links that a browser opens; without it links are told below the API's origin. */
  readonly server?: string
}

export const noAssessments: AssessState = {
  sets: [],
  today: null,
  spot: null,
  matrix: null,
  going: null,
  turn: 0,
  failed: null,
  at: null,
  column: 0,
  top: 0,
  query: "",
  failing: null,
  view: { _tag: "Map" },
  said: null,
  sending: null,
  answers: new Map()
}

const spotKey = ({ accept, day, parent, set }: Spot): string => `${day} ${set} ${parent.code} ${accept}`

export const openKey = (turn: number): string => `assess open ${turn}`
export const goKey = (turn: number): string => `assess go ${turn}`
export const daysKey = "assess days"
export const groupKey = (spot: Spot): string => `assess group ${spotKey(spot)}`
export const movementKey = (spot: Spot, from: Day): string => `assess movement ${from} ${spotKey(spot)}`
export const replacementKey = (spot: Spot, to: string): string => `assess replacement ${to} ${spotKey(spot)}`
export const placesKey = (query: string, day: Day): string => `assess places ${day} ${query}`
export const targetsKey = (document: string, { accept, day }: Spot): string =>
  `assess targets ${document} ${day} ${accept}`

/** Null where the chosen set is among those in force on the day, which are all asked for at once. */
export const cardSet = ({ sets, spot }: Pick<AssessState, "sets" | "spot">): string | null => {
  if (spot === null) return null
  const set = sets.find(({ id }) => id === spot.set)
  return set === undefined || set.period.from > spot.day || set.period.to < spot.day ? spot.set : null
}

export const cardKey = (assess: AssessState, code: string, trials: ReadonlyArray<Trial> = []): string => {
  const { spot } = assess
  const tried = trials.map(({ input, value }) => `${input}=${value ?? ""}`).join(" ")
  return `assess card ${code} ${spot?.day ?? ""} ${spot?.accept ?? ""} ${cardSet(assess) ?? ""} ${tried}`
}

export const formKey = ({ spot }: Pick<AssessState, "spot">, code: string): string =>
  `assess form ${code} ${spot?.day ?? ""}`

export const columnKey = ({ spot }: Pick<AssessState, "spot">, input: string): string =>
  `assess column ${input} ${spot?.parent.code ?? ""} ${spot?.day ?? ""}`

type Tagged<Tag extends Stored["_tag"]> = Extract<Stored, { readonly _tag: Tag }>

/** The answer of this kind under a key; undefined while there is none. */
export const answered = <Tag extends AssessAnswer["_tag"]>(
  { answers }: Pick<AssessState, "answers">,
  tag: Tag,
  key: string
): Tagged<Tag> | Tagged<"Failed"> | undefined => {
  const stored = answers.get(key)
  const isAsked = (candidate: Stored): candidate is Tagged<Tag> => candidate._tag === tag
  return stored === undefined || stored._tag === "Failed" || isAsked(stored) ? stored : undefined
}

/** A unit's scorecard, once it was read. */
export const cardOf = (assess: AssessState, code: string, trials: ReadonlyArray<Trial> = []): Scorecard | undefined => {
  const read = answered(assess, "Card", cardKey(assess, code, trials))
  return read?._tag === "Card" ? read.card : undefined
}

/** Whether letters are text now, and not keys. */
export const isTyping = ({ view }: Pick<AssessState, "view">): boolean =>
  view._tag === "Filter" ||
  view._tag === "Day" ||
  view._tag === "Places" ||
  view._tag === "Grid" ||
  (view._tag === "Movement" && view.text !== null) ||
  (view._tag === "Card" && (view.typing !== null || view.entry !== null))

/** Whether nothing lies over the heat map. */
export const isHome = ({ view }: Pick<AssessState, "view">): boolean => view._tag === "Map"

export const stored = (assess: AssessState, read: AssessRead, answer: Stored): AssessState => ({
  ...assess,
  answers: new Map(assess.answers).set(read.key, answer)
})
