import { type Chronicle, type Holding, type UnitId, unitOn } from "../../units/index.ts"
import { addDays, type Day, formatDay, formatNumber } from "../../values/index.ts"
import type { ObservationColumns } from "../observations/observations.ts"
import type { HeldRecognition } from "./recognitions-follow.ts"
import { tierWords } from "../sets/tier-words.ts"

/** Recognitions that units hold on the eve of an event, decided or provisional, and plans to restore one. */
export const recognitionHoldings = (
  chronicle: Chronicle,
  held: ReadonlyMap<UnitId, HeldRecognition>,
  eventDay: Day
): ReadonlyArray<Holding> => {
  const eve = addDays(eventDay, -1)
  return [...held].flatMap(([unit, recognition]): ReadonlyArray<Holding> => {
    const row = unitOn(chronicle.register, unit, eve)
    if (row === undefined || recognition.kind === "revoked") return []
    const holding = (vi: string, en: string): Holding => ({ kind: "recognition", unit, count: 1, label: { vi, en } })
    if (recognition.kind === "toRestore") {
      const [{ tier }] = recognition.restore
      const { vi, en } = tierWords(tier, row.level)
      return [holding(`Kế hoạch khôi phục: ${vi}`, `Plan to restore: ${en}`)]
    }
    const { vi, en } = tierWords(recognition.tier, row.level)
    if (recognition.kind === "provisional") return [holding(`${vi} (tạm thời)`, `${en} (provisional)`)]
    const { decidedOn, document } = recognition.recognition
    return [holding(`${vi} (${document}, ${formatDay(decidedOn)})`, `${en} (${document}, ${decidedOn})`)]
  })
}

/** How many values are in force for each unit on the eve of an event: one line a unit. */
export const factHoldings = ({ units, values }: ObservationColumns): ReadonlyArray<Holding> =>
  units.flatMap((unit, at): ReadonlyArray<Holding> => {
    const count = values.reduce((sum, column) => sum + (Number.isNaN(column[at] ?? Number.NaN) ? 0 : 1), 0)
    if (count === 0) return []
    return [{ kind: "facts", unit, count, label: { vi: `${formatNumber(count)} số liệu`, en: `${count} values` } }]
  })
