import type { Recognition } from "@ntm/domain/criteria"
import { standInOn } from "@ntm/domain/funding"
import { type Chronicle, descendantsOn, type Unit, unitByCode, type UnitId } from "@ntm/domain/units"
import { dayNumber } from "@ntm/domain/values"
import { type Draw, shuffled } from "./draw.ts"
import type { BatchPlan } from "./works-file.ts"

/** A commune whose works a batch is, in the district that it lies in then. */
export interface BatchCommune {
  readonly unit: Unit
  readonly district: Unit
  /** The day on which its preparation begins, as a number (see `dayNumber`). */
  readonly begins: number
  /** The last day on which one unit holds all of its ground; what divides it ends its works. */
  readonly wholeUntil: number
}

/** In which year each commune got the model tier, as far as known on the last day of 2024. */
const yearsOf = (recognitions: ReadonlyArray<Recognition>): ReadonlyMap<UnitId, string> =>
  new Map(
    recognitions.flatMap(({ decidedOn, tier, unit }) => (tier === "model" ? [[unit, decidedOn.slice(0, 4)]] : []))
  )

/** The day before the first one on which no commune holds all of the ground, of the days that the register knows. */
const wholeUntil = (chronicle: Chronicle, unit: UnitId): number => {
  const divided = chronicle.events.find(
    ({ reorganisation: { day } }) => standInOn(chronicle, unit, day)?.level !== "commune"
  )
  return divided === undefined ? Number.POSITIVE_INFINITY : dayNumber(divided.reorganisation.day) - 1
}

/**
 * The communes of a batch, by districts as the file asks; undefined after a report.
 *
 * **Details** Drawn among those that take part in the programme, by the year in which they are recognised, and so that no two of a batch
 * are one commune on any day on which its progress is published: documents count them all.
 */
export const communesOf = (
  chronicle: Chronicle,
  recognitions: ReadonlyArray<Recognition>,
  plan: BatchPlan,
  taken: ReadonlySet<UnitId>,
  draw: Draw,
  wrong: (path: string, vi: string, en: string) => void
): ReadonlyArray<BatchCommune> | undefined => {
  const { approvedOn, districts, progress, recognised } = plan
  const { register } = chronicle
  const years = yearsOf(recognitions)
  const rankOf = (unit: Unit): number => recognised.indexOf(years.get(unit.id) ?? "none")
  const dividedLast = ({ id }: Unit): number => (Number.isFinite(wholeUntil(chronicle, id)) ? 1 : 0)
  const found: Array<BatchCommune> = []
  for (const [at, { begins, code, communes, within }] of districts.entries()) {
    const district = unitByCode(register, code, approvedOn)
    const among =
      district === undefined
        ? []
        : shuffled(draw, descendantsOn(register, district.id, approvedOn), ({ code }) => code)
            .filter((unit) => unit.type === "xã" && unit.attributes?.programme !== false)
            .filter((unit) => !taken.has(unit.id) && rankOf(unit) >= 0)
            .toSorted((a, b) => rankOf(a) - rankOf(b) || dividedLast(a) - dividedLast(b))
    const held = new Set<string>()
    const chosen: Array<BatchCommune> = []
    for (const unit of among) {
      const places = progress.map(({ day }) => `${day} ${standInOn(chronicle, unit.id, day)?.id}`)
      if (district === undefined || chosen.length === communes || places.some((place) => held.has(place))) continue
      for (const place of places) held.add(place)
      const late = Math.floor(draw("begins", plan.id, unit.code) * within)
      chosen.push({
        unit,
        district,
        begins: dayNumber(begins) + late,
        wholeUntil: wholeUntil(chronicle, unit.id)
      })
    }
    if (chosen.length < communes) {
      wrong(
        `districts[${at}]`,
        `chỉ chọn được ${chosen.length} trong ${communes} xã của huyện ${code}`,
        `only ${chosen.length} of ${communes} communes of district ${code} can be chosen`
      )
      return undefined
    }
    found.push(...chosen)
  }
  return found
}
