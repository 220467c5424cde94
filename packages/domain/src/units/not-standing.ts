import { Schema } from "effect"
import { type Bilingual, type Day, formatDay, quoted } from "../values/index.ts"
import type { Chronicle } from "./chronicle.ts"
import { predecessorsOf, successorsOf } from "./lineage.ts"
import { unitByCode, unitOn } from "./register.ts"
import { type Unit, UnitCode, type UnitId } from "./unit.ts"

const label = ({ type, name, code }: Unit): string => `${type} ${name} (${code})`

/** Other units on the ground of one that does not stand on the day: whom to turn to instead. */
const instead = (chronicle: Chronicle, rows: ReadonlyArray<Unit>, day: Day): Bilingual => {
  const last = rows.findLast((row) => row.validTo !== null && row.validTo < day)
  const first = rows.find((row) => row.validFrom !== null && row.validFrom > day)
  if (last !== undefined && last.validTo !== null) {
    const now = successorsOf(chronicle, last.id, last.validTo, day).map(({ unit }) => label(unit))
    const [vi, en] =
      now.length === 0 ? ["", ""] : [`; ngày đó là ${now.join(", ")}`, `; on that day it is ${now.join(", ")}`]
    return {
      vi: `${label(last)} chỉ có đến ${formatDay(last.validTo)}${vi}`,
      en: `${label(last)} stood to ${last.validTo}${en}`
    }
  }
  if (first !== undefined && first.validFrom !== null) {
    const then = predecessorsOf(chronicle, first.id, first.validFrom, day).map(({ unit }) => label(unit))
    const [vi, en] =
      then.length === 0 ? ["", ""] : [`; ngày đó là ${then.join(", ")}`, `; on that day it is ${then.join(", ")}`]
    return {
      vi: `${label(first)} chỉ có từ ${formatDay(first.validFrom)}${vi}`,
      en: `${label(first)} stands from ${first.validFrom}${en}`
    }
  }
  return { vi: "không có đơn vị nào như vậy", en: "there is no such unit" }
}

/** Why no unit is meant by a code or an id on a day: it never was, or it stood before or after, and who holds its ground then. */
export interface NotStanding {
  readonly kind: "unknownUnit" | "unitNotStanding"
  readonly sentence: Bilingual
}

/** To be asked about a code or an id that names no unit on the day. */
export const notStanding = (chronicle: Chronicle, named: UnitCode | UnitId, day: Day): NotStanding => {
  const { byCode, byId } = chronicle.register
  const rows = (typeof named === "string" ? byCode.get(named) : byId.get(named)) ?? []
  if (rows.length === 0)
    return {
      kind: "unknownUnit",
      sentence: { vi: `Không có đơn vị “${named}”`, en: `There is no unit “${named}”` }
    }
  const { vi, en } = instead(chronicle, rows, day)
  return {
    kind: "unitNotStanding",
    sentence: {
      vi: `Đơn vị “${named}” không tồn tại vào ngày ${formatDay(day)}: ${vi}`,
      en: `The unit “${named}” does not stand on ${day}: ${en}`
    }
  }
}

const isCode = Schema.is(UnitCode)

/** The unit that somebody means on a day by its id or by a text that should be its code; else why there is none. */
export const unitMeant = (chronicle: Chronicle, named: string | UnitId, day: Day): Unit | NotStanding => {
  if (typeof named !== "string") return unitOn(chronicle.register, named, day) ?? notStanding(chronicle, named, day)
  return isCode(named)
    ? (unitByCode(chronicle.register, named, day) ?? notStanding(chronicle, named, day))
    : {
        kind: "unknownUnit",
        sentence: { vi: `Không có đơn vị ${quoted(named)}`, en: `There is no unit ${quoted(named)}` }
      }
}

/** Until when, or from when, a unit stood that does not stand on the day, and who holds its ground then. */
export const insteadOf = (chronicle: Chronicle, unit: UnitId, day: Day): Bilingual =>
  instead(chronicle, chronicle.register.byId.get(unit) ?? [], day)
