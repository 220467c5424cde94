import type { FundingEntry } from "@ntm/domain/funding"
import { type Day, dayNumber } from "@ntm/domain/values"
import { type StepKey, StepKey as Steps, type WorksJournal } from "@ntm/domain/works"

/** What the loops give: first and last day of the batch's longest way, and built and paid per cent at each sample. */
export interface ByHand {
  readonly start: number
  readonly finish: number
  readonly planned: Float64Array
  readonly built: Float64Array
  readonly paid: Float64Array
}

const places = new Map<StepKey, number>(Steps.literals.map((step, at) => [step, at]))
const COUNT = Steps.literals.length
const [CONSTRUCTION, SETTLEMENT] = [places.get("construction") ?? 0, places.get("settlement") ?? 0]

/**
 * The longest way and the curve as somebody would write them for these works alone: flat arrays, one pass over reports and payments, one
 * over steps.
 *
 * **Details** It knows that no contract was changed and nothing taken back, that steps stand in order, and that all of it counts up to the
 * day: what the product has to find out.
 */
export const byHand = (
  { reports, works }: WorksJournal,
  entries: ReadonlyArray<FundingEntry>,
  asOf: Day,
  samples: ReadonlyArray<number>
): ByHand => {
  const today = dayNumber(asOf)
  const [begun, done] = [new Int32Array(works.length * COUNT), new Int32Array(works.length * COUNT)]
  const volume = new Float64Array(works.length)
  const volumeOn = new Int32Array(works.length)
  const line = () => new Float64Array(samples.length)
  const [planned, built, paid] = [line(), line(), line()]
  const sampleOf = (day: number): number => {
    let at = 0
    while (at < samples.length && (samples[at] ?? 0) < day) at++
    return at
  }
  let value = 0
  for (const { body, day, work } of reports) {
    if (day > asOf) continue
    const [at, on] = [work - 1, dayNumber(day)]
    if (body._tag === "step") {
      const into = body.event === "begun" ? begun : done
      into[at * COUNT + (places.get(body.step) ?? 0)] = on
    } else if (body._tag === "volume") {
      const sample = sampleOf(on)
      built[sample] = (built[sample] ?? 0) + body.done - (volume[at] ?? 0)
      volume[at] = body.done
      volumeOn[at] = on
    }
  }
  for (const { amount, day, stage, work } of entries) {
    if (work === null || stage !== "disbursed" || day > asOf) continue
    const sample = sampleOf(dayNumber(day))
    paid[sample] = (paid[sample] ?? 0) + amount
  }
  let [start, finish] = [Number.POSITIVE_INFINITY, 0]
  const [starts, ends, due] = [new Int32Array(COUNT), new Int32Array(COUNT), new Int32Array(COUNT)]
  const driver = new Int8Array(COUNT)
  for (const [at, { cost, milestones }] of works.entries()) {
    value += cost
    let [last, lastStep] = [0, 0]
    for (const { after, due: dueDay, start: startDay, step } of milestones) {
      const place = places.get(step) ?? 0
      const [from, to] = [dayNumber(startDay), dayNumber(dueDay)]
      due[place] = to
      let bound = 0
      driver[place] = -1
      for (const one of after) {
        const before = places.get(one) ?? 0
        const lets = (ends[before] ?? 0) + 1 - Math.max(0, (due[before] ?? 0) - from + 1)
        if (lets > bound) {
          bound = lets
          driver[place] = before
        }
      }
      const [begunOn = 0, doneOn = 0] = [begun[at * COUNT + place], done[at * COUNT + place]]
      const takes = to - from + 1
      if (doneOn !== 0) {
        ends[place] = doneOn
        starts[place] = begunOn === 0 ? Math.min(doneOn, Math.max(doneOn - takes + 1, bound)) : begunOn
      } else if (begunOn === 0) {
        const first = Math.max(after.length === 0 ? from : bound, today)
        starts[place] = first
        ends[place] = first + takes - 1
      } else {
        const share = (volume[at] ?? 0) / cost
        const known = place === CONSTRUCTION && (volumeOn[at] ?? 0) > 0
        const own = known ? (volumeOn[at] ?? 0) + Math.ceil(takes * Math.max(0, 1 - share)) : begunOn + takes - 1
        starts[place] = begunOn
        ends[place] = Math.max(own, today)
      }
      const end = ends[place] ?? 0
      if (place !== SETTLEMENT && end > last) {
        last = end
        lastStep = place
      }
      if (place === CONSTRUCTION)
        for (let sample = 0; sample < samples.length; sample++) {
          const day = samples[sample] ?? 0
          if (day >= from) planned[sample] = (planned[sample] ?? 0) + cost * Math.min(1, (day - from + 1) / takes)
        }
    }
    for (let place = lastStep; place >= 0; place = driver[place] ?? -1) lastStep = place
    start = Math.min(start, starts[lastStep] ?? 0)
    finish = Math.max(finish, last)
  }
  for (const line of [built, paid])
    for (let at = 1; at < line.length; at++) line[at] = (line[at] ?? 0) + (line[at - 1] ?? 0)
  for (const line of [planned, built, paid])
    for (let at = 0; at < line.length; at++) line[at] = ((line[at] ?? 0) / value) * 100
  return { start, finish, planned, built, paid }
}
