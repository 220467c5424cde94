import type { Chronicle } from "../chronicle.ts"
import type { UnitId } from "../unit.ts"
import type { CarryRule } from "./carry-rule.ts"
import { type Epoch, epochsOf } from "./epochs.ts"
import { weighingOf } from "./weighing.ts"

/** By the epoch's index: 1 for all of these units and everything that is come to from there. */
const walked = (
  chronicle: Chronicle,
  units: Iterable<UnitId>,
  next: (epoch: Epoch) => ReadonlyArray<Epoch>
): Uint8Array => {
  const { all, byUnit } = epochsOf(chronicle)
  const found = new Uint8Array(all.length)
  const open = [...units].flatMap((unit) => byUnit.get(unit) ?? [])
  for (let epoch = open.pop(); epoch !== undefined; epoch = open.pop()) {
    if (found[epoch.index] === 1) continue
    found[epoch.index] = 1
    open.push(...next(epoch))
  }
  return found
}

const after = ({ went }: Epoch): ReadonlyArray<Epoch> => went.map(({ to }) => to)
const before = ({ came }: Epoch): ReadonlyArray<Epoch> => came.map(({ from }) => from)

/**
 * Which ground anything may be told of by what these units reported, whenever they did: theirs, and all that it went into or came from, through any
 * number of events. Of other ground `unitsAs` has no value by any of the rules.
 *
 * **Details** Costs what is reached, not what there is: as a rule most of ten thousand units in the country have reported nothing. What was
 * formed of nothing (see `Weighing`) has its sum of 0 without any report.
 */
export const reachedBy = (
  chronicle: Chronicle,
  units: ReadonlyArray<UnitId>,
  rules: ReadonlyArray<CarryRule>
): ((epoch: Epoch) => boolean) => {
  const [later, earlier] = [walked(chronicle, units, after), walked(chronicle, units, before)]
  const weights = new Set(rules.map((rule) => ("weight" in rule ? rule.weight : null)))
  const weighings = [...weights].map((weight) => weighingOf(chronicle, weight))
  return (epoch) =>
    later[epoch.index] === 1 || earlier[epoch.index] === 1 || weighings.some(({ ofNothing }) => ofNothing(epoch))
}

/** Whether anything of these units' ground may have come to an epoch, or to an earlier one of the same unit. */
export const handedOn = (chronicle: Chronicle, units: Iterable<UnitId>): ((epoch: Epoch) => boolean) => {
  const { byUnit } = epochsOf(chronicle)
  const found = walked(chronicle, units, (epoch) => [...after(epoch), ...(byUnit.get(epoch.unit) ?? [])])
  return ({ index }) => found[index] === 1
}
