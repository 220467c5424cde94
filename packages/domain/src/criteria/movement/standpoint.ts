import { Schema } from "effect"
import type { Bilingual, Day, Moment } from "../../values/index.ts"

/** From where a group of units is judged. In an ordinary question all days are one. */
export interface Standpoint {
  /** The day of judging: how old values are, and which years they are of. */
  readonly day: Day
  readonly knownAt: Moment | null
  readonly valuesAsOf: Day
  /** The day whose criteria sets, amendments and thresholds apply. */
  readonly setsOn: Day
  /** The day whose units are judged, with values that others reported carried to them. */
  readonly boundariesOn: Day
  /** The day whose attributes the units have; of a unit that does not stand on it, the nearest on which it does. */
  readonly attributesOn: Day
}

/** A day, as known at a moment (null: everything that is known). */
export interface AsKnownOn {
  readonly day: Day
  readonly knownAt: Moment | null
}

/**
 * Why a number moves: values, decisions, registers or sets that came late or were corrected; units that ended, began or became of another type; what units are
 * (region, group of communes, the programme); what criteria ask; and what really changed.
 */
export const MovementCause = Schema.Literals(["knowledge", "boundaries", "group", "criteria", "change"])
export type MovementCause = typeof MovementCause.Type

export const causeWords: { readonly [C in MovementCause]: Bilingual } = {
  knowledge: { vi: "Số liệu đến muộn hoặc được đính chính", en: "Late or corrected data" },
  boundaries: { vi: "Sắp xếp đơn vị", en: "Boundaries" },
  group: { vi: "Vùng, nhóm xã, diện của đơn vị", en: "Group of the unit" },
  criteria: { vi: "Bộ tiêu chí thay đổi", en: "Criteria" },
  change: { vi: "Thay đổi thực tế", en: "Real change" }
}

/** What the causes mean, and in which order they are told apart: where two go together, the earlier has it. */
export const orderWords: Bilingual = {
  vi:
    "Tách lần lượt, mỗi bước đổi một yếu tố và giữ nguyên các yếu tố còn lại: (1) số liệu, quyết định của ngày đầu như nay đã biết; " +
    "(2) đơn vị của ngày cuối, số liệu cũ được chuyển sang; (3) vùng, nhóm, diện của đơn vị; (4) bộ tiêu chí và mức của ngày cuối; " +
    "(5) số liệu đến ngày cuối. Tổng các phần đúng bằng mức thay đổi.",
  en:
    "Told apart one after the other, each step changing one thing: (1) the first day's values and decisions as known by now; (2) the last " +
    "day's units, with values carried to them; (3) their region, group, programme; (4) the last day's criteria and thresholds; " +
    "(5) values up to the last day. The parts add up exactly."
}

/** From where the group is judged before the first step, and after each. */
export const standpointsOf = (from: AsKnownOn, to: AsKnownOn): ReadonlyArray<Standpoint> => {
  const { day } = from
  const start = { day, valuesAsOf: day, setsOn: day, boundariesOn: day, attributesOn: day, knownAt: from.knownAt }
  const steps: { readonly [C in MovementCause]: Partial<Standpoint> } = {
    knowledge: { knownAt: to.knownAt },
    boundaries: { boundariesOn: to.day },
    group: { attributesOn: to.day },
    criteria: { setsOn: to.day },
    change: { valuesAsOf: to.day, day: to.day }
  }
  return MovementCause.literals.reduce<ReadonlyArray<Standpoint>>(
    (before, cause) => [...before, { ...(before.at(-1) ?? start), ...steps[cause] }],
    [start]
  )
}

/** Whether two standpoints see the same. */
export const sameStandpoint = (a: Standpoint, b: Standpoint): boolean =>
  a.day === b.day &&
  a.knownAt === b.knownAt &&
  a.valuesAsOf === b.valuesAsOf &&
  a.setsOn === b.setsOn &&
  a.boundariesOn === b.boundariesOn &&
  a.attributesOn === b.attributesOn
