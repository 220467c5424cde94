import type { Plan, Transfer, Unit } from "@ntm/domain/units"
import type { Row } from "../reference/insert.ts"
import type { transfer, unit } from "./tables.ts"

const key = (id: number, day: string | null): string => `${id} ${day}`

/** Which event (by sequence) began and ended each row: an event is found by the unit and the day. */
export const eventsOfRows = (events: ReadonlyArray<{ readonly sequence: number; readonly plan: Plan }>) => {
  const begun = new Map<string, number>()
  const ended = new Map<string, number>()
  for (const { sequence, plan } of events) {
    for (const { id, validFrom } of plan.begins) begun.set(key(id, validFrom), sequence)
    for (const { id, validTo } of plan.ends) ended.set(key(id, validTo), sequence)
  }
  return {
    begunBy: ({ id, validFrom }: Unit): number | null => begun.get(key(id, validFrom)) ?? null,
    endedBy: ({ id, validTo }: Unit): number | null => ended.get(key(id, validTo)) ?? null
  }
}

export const unitRow = (one: Unit, begunBy: number | null, endedBy: number | null): Row<typeof unit> => ({
  ...one,
  begunBy,
  endedBy,
  folded: ` ${one.name}`
})

export const transferRow = ({ share, ...one }: Transfer, event: number): Row<typeof transfer> => ({
  ...one,
  event,
  shareAll: share.all,
  shareBy: share.by
})
