import type { Effect } from "effect"
import type { CarryRule, Chronicle, UnitId } from "../../units/index.ts"
import type { Day } from "../../values/index.ts"
import type { InputKey } from "../rules/condition.ts"
import type { CriteriaSet } from "../sets/criteria-set.ts"
import { catalogueOf } from "../observations/observation-input.ts"
import type { ColumnsQuestion, ObservationColumns, Observations } from "../observations/observations.ts"
import type { Recognition } from "../recognitions/recognition.ts"
import { type HeldRecognition, recognitionsOn } from "../recognitions/recognitions-follow.ts"
import { setOn } from "../sets/set-on.ts"
import { lately } from "./lately.ts"
import { regroundedOn } from "./sources.ts"
import type { Stack } from "./judged.ts"
import type { JudgingQuestion } from "./question.ts"

/** Everything but values that verdicts rest on, as known at one moment. */
export interface Facts {
  readonly chronicle: Chronicle
  /** National sets and those of provinces. */
  readonly sets: ReadonlyArray<CriteriaSet>
  readonly recognitions: ReadonlyArray<Recognition>
}

/** Provinces whose decisions hold, by unit; lists that read alike are one and the same. */
export interface Jurisdictions {
  readonly byUnit: Map<UnitId, ReadonlyArray<UnitId>>
  readonly alike: Map<string, ReadonlyArray<UnitId>>
}

/** The facts, with what follows from them for the days that were asked lately. */
export interface Known extends Facts {
  /** What units hold on the day. */
  readonly held: (day: Day) => ReadonlyMap<UnitId, HeldRecognition>
  /** Undefined for a set that is not known. */
  readonly setOn: (id: string, day: Day) => CriteriaSet | undefined
  /** How the values of an input pass to other boundaries; none for an input that no set asks for. */
  readonly carry: (input: InputKey) => CarryRule
  /** Units whose ground changed while they lived on, by the day. */
  readonly regrounded: (day: Day) => ReadonlySet<UnitId>
  /** Provinces whose decisions hold for units on the day, as far as they were asked; see `jurisdictionsOn`. */
  readonly places: (day: Day) => Jurisdictions
  /** Compiled sets; see `stackOf`. */
  readonly stacks: (key: string, make: () => Stack) => Stack
}

/**
 * Where values are read: the two questions of `Observations` that verdicts need.
 *
 * **Details** What is answered out of something else than reports (debts of works) is asked on the boundaries of the judging.
 */
export interface Values extends Pick<Observations["Service"], "series"> {
  readonly columns: (
    question: ColumnsQuestion & Pick<JudgingQuestion, "boundariesOn">
  ) => Effect.Effect<ObservationColumns>
}

/** Reports look at a day, its eve, the ends of some years. */
const DAYS = 12

/** Sets in force on some days, for some provinces with sets of their own. */
const STACKS = 64

export const knownOf = ({ chronicle, sets, recognitions }: Facts): Known => {
  const byId = new Map<string, CriteriaSet>(sets.map((set) => [set.id, set]))
  const inputs = catalogueOf(sets)
  const held = lately<ReadonlyMap<UnitId, HeldRecognition>>(DAYS)
  const regrounded = lately<ReadonlySet<UnitId>>(DAYS)
  const places = lately<Jurisdictions>(DAYS)
  const onDay = lately<ReadonlyMap<string, CriteriaSet>>(DAYS)
  const dated = (day: Day) => onDay(day, () => new Map(sets.map((set) => [set.id, setOn(set, day)])))
  return {
    chronicle,
    sets,
    recognitions,
    held: (day) => held(day, () => recognitionsOn(chronicle, recognitions, day)),
    setOn: (id, day) => (byId.has(id) ? dated(day).get(id) : undefined),
    carry: (input) => inputs.get(input)?.carry ?? { carry: "none" },
    places: (day) => places(day, () => ({ byUnit: new Map(), alike: new Map() })),
    regrounded: (day) => regrounded(day, () => regroundedOn(chronicle, day)),
    stacks: lately<Stack>(STACKS)
  }
}
