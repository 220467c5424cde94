import {
  type CriteriaSet,
  type Recognition,
  recognitionsOn,
  setOn,
  type SetResults,
  standsIn,
  CriteriaSetId
} from "@ntm/domain/criteria"
import { type Chronicle, descendantsOn, type Unit, unitByCode, type UnitId } from "@ntm/domain/units"
import type { SetCodes } from "../set-codes.ts"
import { type Draw, shuffled } from "./draw.ts"
import type { ObservationFile } from "./observations-file.ts"

/** A set in force on the day, the units of a published table, and which of them meet each criterion, by its number. */
export interface Wanted {
  readonly set: CriteriaSet
  readonly units: ReadonlyArray<Unit>
  readonly met: ReadonlyMap<number, ReadonlySet<UnitId>>
}

/** What is known where the table is taken apart. */
export interface Known {
  readonly chronicle: Chronicle
  readonly criteriaSets: ReadonlyArray<CriteriaSet>
  readonly codes: SetCodes
  readonly results: ReadonlyArray<SetResults>
  readonly recognitions: ReadonlyArray<Recognition>
}

type Asked = ObservationFile["results"][number]

/** Units in the order in which they meet the lines: those named first, then as drawn, none of these twice before all were once. */
const ordered = (units: ReadonlyArray<Unit>, first: ReadonlySet<UnitId>, drawn: ReadonlySet<UnitId>, draw: Draw) => {
  const place = ({ id }: Unit): number => (first.has(id) ? 0 : drawn.has(id) ? 2 : 1)
  return shuffled(draw, units, ({ code }) => code).toSorted((a, b) => place(a) - place(b))
}

/**
 * Which units meet which criterion, so that every line of a published table is met by as many as it prints.
 *
 * **Details** A line that prints more units than were judged (8 of 7) is met by all of them: that is a finding, nothing to be
 * made come true. By the province's own set where it has one on the day. Undefined after a report.
 */
export const wantedOf = (
  file: ObservationFile,
  { code, first, units: among }: Asked,
  known: Known,
  draw: Draw,
  wrong: (vi: string, en: string) => void
): Wanted | undefined => {
  const { chronicle, codes, criteriaSets, recognitions } = known
  const { register } = chronicle
  const id = codes.get(code)?.set
  const results = known.results.find((one) => one.document === file.document && one.code === code)
  const own =
    id === null || id === undefined
      ? undefined
      : standsIn(criteriaSets, CriteriaSetId.make(id), file.province, file.day)
  const set = criteriaSets.find((one) => one.id === own)
  if (set === undefined || results === undefined) {
    wrong(`không có bộ tiêu chí hoặc kết quả “${code}”`, `there is no set, or no result, “${code}”`)
    return undefined
  }
  const top = unitByCode(register, file.province, file.day)
  const below = top === undefined ? [] : descendantsOn(register, top.id, file.day)
  const units =
    among === "programme"
      ? below.filter(({ attributes, level }) => level === set.level && attributes?.programme === true)
      : below.filter((unit) => unit.level === set.level && among.includes(unit.code))
  if (units.length !== results.evaluatedCount) {
    const [found, said] = [units.length, results.evaluatedCount]
    wrong(`có ${found} đơn vị, bảng ghi ${said}`, `${found} units, the table says ${said}`)
    return undefined
  }
  const held = typeof first === "string" ? recognitionsOn(chronicle, recognitions, file.day) : undefined
  const named = new Set(
    units
      .filter(({ code: unit, id: one }) =>
        typeof first === "object" ? first.includes(unit) : first !== undefined && held?.get(one)?.tier === first
      )
      .map(({ id: one }) => one)
  )
  const drawn = new Set<UnitId>()
  const met = new Map<number, ReadonlySet<UnitId>>()
  for (const { metCount, no } of results.criteria) {
    if (metCount === null) continue
    const order = ordered(units, named, drawn, (...names) => draw(code, no, ...names))
    const meeting = new Set(order.slice(0, metCount).map(({ id: one }) => one))
    if (meeting.size < units.length) for (const unit of meeting) if (!named.has(unit)) drawn.add(unit)
    met.set(no, meeting)
  }
  return { set: setOn(set, file.day), units, met }
}
