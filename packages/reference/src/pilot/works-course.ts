import type { StepKey } from "@ntm/domain/works"
import type { Draw } from "./draw.ts"
import type { DrawnWork } from "./works-list.ts"
import { LAND_AFTER, type Plan, planOf, prepared, type Span } from "./works-plan.ts"

/** A share of the volume, 0 to 1, that is built by the end of a day. */
export interface Reached {
  readonly day: number
  readonly share: number
}

/** What a contract is worth beside the approved cost: less by the tender, more by what was added while building. */
export interface Worth {
  readonly saved: number
  readonly added: { readonly day: number; readonly share: number } | null
}

/** A work with what it was to be and how it went until its construction began. */
export interface BegunWork extends DrawnWork {
  readonly plan: Plan
  /** The steps of the preparation as they went. */
  readonly prepared: ReadonlyMap<StepKey, Span>
  readonly begun: number
  /** Days that the construction would take at its own pace. */
  readonly takes: number
  readonly worth: Worth
}

/** A work with its construction: shares reached on some days, the last one 1. Between them it goes evenly. */
export interface BuiltWork extends BegunWork {
  readonly reached: ReadonlyArray<Reached>
}

/** Works of a commune begin within so many days. */
const STAGGER = 45

/** Of a hundred works so many get something added to their contract. */
const ADDED = 0.06

const worthOf = (code: string, begun: number, takes: number, draw: Draw): Worth => ({
  saved: 0.07 + 0.04 * draw("saved", code),
  added:
    draw("added", code) < ADDED
      ? { day: begun + Math.round(takes * 0.3), share: 0.01 + 0.01 * draw("add", code) }
      : null
})

/** How a work went until its construction began: the commune's pace, and the wait for land. */
export const begunWork = (work: DrawnWork, draw: Draw): BegunWork => {
  const { code, commune, isFirst } = work
  const name = `${work.batch.id} ${commune.unit.code}`
  const stagger = isFirst ? 0 : Math.floor(STAGGER * draw("stagger", code))
  const plan = planOf(work, stagger)
  const steps = prepared(commune.begins, (step) => 0.9 + 0.22 * draw("pace", name, step))
  const ready = steps.get("contractor")?.to ?? 0
  const land = {
    from: commune.begins + LAND_AFTER,
    to: Math.min(ready, commune.begins + LAND_AFTER + Math.round(50 + 45 * draw("land", code)))
  }
  steps.set("land", land)
  for (const step of ["survey", "listing"] as const) {
    const span = plan.get(step)
    if (span !== undefined) steps.set(step, span)
  }
  const begun = ready + 1 + (isFirst ? 0 : stagger + Math.floor(8 * draw("begun", code)))
  const takes = Math.round(work.days * (0.82 + 0.36 * draw("takes", code)))
  return { ...work, plan, prepared: steps, begun, takes, worth: worthOf(code, begun, takes, draw) }
}

/** What a contract is worth on a day, in parts of the approved cost. */
export const worthOn = ({ worth: { added, saved } }: Pick<BegunWork, "worth">, day: number): number =>
  (1 - saved) * (1 + (added !== null && added.day <= day ? added.share : 0))

/** The share built by the end of a day. */
export const shareOn = ({ begun, reached }: BuiltWork, day: number): number => {
  let before: Reached = { day: begun - 1, share: 0 }
  for (const next of reached) {
    if (day < next.day)
      return day <= before.day
        ? before.share
        : before.share + ((next.share - before.share) * (day - before.day)) / (next.day - before.day)
    before = next
  }
  return before.share
}

/** The day by which all of it is built. */
export const builtOn = ({ reached }: BuiltWork): number => reached.at(-1)?.day ?? Number.POSITIVE_INFINITY
