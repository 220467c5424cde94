import type { Day } from "../values/index.ts"
import type { DossierEventBody, DossierEventRecording } from "./event.ts"
import { fromStep, type Steps } from "./path.ts"
import type { DossierStanding } from "./standing.ts"

type Body<Tag extends DossierEventBody["_tag"]> = Extract<DossierEventBody, { _tag: Tag }>

/** What a step with a rule came to. */
export type StepResult = Body<"consultation"> | Body<"surveyed"> | Body<"voted">

/** An event as far as a history looks at it; one that is being checked has no number yet. */
export type Told = DossierEventRecording

/** A dossier as far as events go: only what is said of it, not how it stands to any day. */
export interface DossierHistory<Event extends Told = Told> {
  readonly state: DossierStanding["state"]
  readonly begun: ReadonlyMap<string, Day>
  readonly done: ReadonlyMap<string, Day>
  /** The last result of each step that asks for one. */
  readonly results: ReadonlyMap<string, { readonly event: Event; readonly body: StepResult }>
  /** The last paper handed in, by its key. */
  readonly papers: ReadonlyMap<string, { readonly event: Event; readonly body: Body<"paper"> }>
  readonly decided: { readonly event: Event; readonly body: Body<"decided"> } | null
  /** The first day on which a recognition holds no longer. */
  readonly until: Day | null
  /** The day on which it was last sent back, and the steps that were to be done again; null where it never was. */
  readonly returned: { readonly on: Day; readonly steps: ReadonlySet<string> } | null
  readonly lastDay: Day | null
}

export const newHistory: DossierHistory<never> = {
  state: "open",
  begun: new Map(),
  done: new Map(),
  results: new Map(),
  papers: new Map(),
  decided: null,
  until: null,
  returned: null,
  lastDay: null
}

const without = <A>(map: ReadonlyMap<string, A>, keys: ReadonlySet<string>): ReadonlyMap<string, A> =>
  new Map([...map].filter(([key]) => !keys.has(key)))

const set = <A>(map: ReadonlyMap<string, A>, key: string, value: A): ReadonlyMap<string, A> =>
  new Map(map).set(key, value)

/** The step that the procedure decides in; a dossier is decided by its event, which is that step. */
export const decisionStep = ({ steps }: Steps): string | null =>
  steps.find(({ rule }) => rule?._tag === "decision")?.key ?? null

const returnedTo = <Event extends Told>(
  history: DossierHistory<Event>,
  to: string,
  day: Day,
  procedure: Steps
): DossierHistory<Event> => {
  const again = fromStep(procedure, to)
  const { begun, done, results } = history
  return {
    ...history,
    state: "returned",
    begun: without(begun, again),
    done: without(done, again),
    results: without(results, again),
    returned: { on: day, steps: again }
  }
}

/**
 * A history with one event more. It says nothing of whether the event may be: that is `checkDossierEvents`.
 *
 * **Details** What was sent back is under way again with the next thing that is done to it. Papers stay: who sends a dossier back says which are
 * wanting, and a newer one takes the place of an older.
 */
export const withEvent = <Event extends Told>(
  history: DossierHistory<Event>,
  event: Event,
  procedure: Steps
): DossierHistory<Event> => {
  const { body, day } = event
  const at = { ...history, lastDay: history.lastDay === null || day > history.lastDay ? day : history.lastDay }
  const moving = at.state === "returned" ? { ...at, state: "open" as const } : at
  switch (body._tag) {
    case "step": {
      const begun = moving.begun.has(body.step) ? moving.begun : set(moving.begun, body.step, day)
      return { ...moving, begun, done: body.event === "done" ? set(moving.done, body.step, day) : moving.done }
    }
    case "paper":
      return { ...moving, papers: set(moving.papers, body.paper, { event, body }) }
    case "consultation":
    case "surveyed":
    case "voted": {
      const from = body._tag === "consultation" ? body.from : day
      const begun = moving.begun.has(body.step) ? moving.begun : set(moving.begun, body.step, from)
      return { ...moving, begun, results: set(moving.results, body.step, { event, body }) }
    }
    case "returned":
      return returnedTo(at, body.to, day, procedure)
    case "decided": {
      const step = decisionStep(procedure)
      const decided = { event, body }
      const state = body.recognised ? ("recognised" as const) : ("refused" as const)
      if (step === null) return { ...moving, state, decided }
      const begun = moving.begun.has(step) ? moving.begun : set(moving.begun, step, body.decidedOn)
      return { ...moving, state, decided, begun, done: set(moving.done, step, body.decidedOn) }
    }
    case "revoked":
    case "expired":
      return { ...at, state: body._tag, until: body.from }
    case "closed":
      return { ...at, state: "closed" }
  }
}

/** What events of one dossier, in the order of recording, come to. */
export const historyOf = <Event extends Told>(events: ReadonlyArray<Event>, procedure: Steps): DossierHistory<Event> =>
  events.reduce<DossierHistory<Event>>((history, event) => withEvent(history, event, procedure), newHistory)
