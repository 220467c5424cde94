import {
  apply,
  type Chronicle,
  chronicleOf,
  type LineageLink,
  plan,
  reorganisationFromRegisters,
  type ReorganisationRefused,
  standsOn,
  type Unit,
  unitByCode,
  UnitId,
  unitsOn
} from "@ntm/domain/units"
import { addDays, type Day, formatDay } from "@ntm/domain/values"
import { Result } from "effect"
import type { Report } from "./problem.ts"
import { type RegisterIndex, registerIndexFile } from "./registers.ts"
import type { Register } from "./units.ts"

/** The units that stood before the first event, as standing still, with ids 1, 2, 3 … in the order of the files. */
const firstUnits = (registers: ReadonlyArray<Register>): ReadonlyArray<Unit> => {
  const first = registers.flatMap(({ units }) => [...units.values()]).filter((unit) => unit.validFrom === null)
  const ids = new Map(first.map(({ id }, position): [UnitId, number] => [id, position + 1]))
  const idOf = (id: UnitId): UnitId => UnitId.make(ids.get(id) ?? id)
  return first.map((unit) => ({
    ...unit,
    id: idOf(unit.id),
    parentId: unit.parentId === null ? null : idOf(unit.parentId),
    validTo: null
  }))
}

/** Whether the row says anything else than the register prints; a figure that is left empty may follow from the units before. */
const differs = (row: Unit, printed: Unit): boolean =>
  row.name !== printed.name ||
  row.type !== printed.type ||
  row.level !== printed.level ||
  row.parentCode !== printed.parentCode ||
  (["areaKm2", "population", "lon", "lat"] as const).some(
    (field) => printed[field] !== null && row[field] !== printed[field]
  )

/** On the days around every event the chronicle must say what the registers say: no unit more, none less, none different. */
const checkArrival = (
  { register }: Chronicle,
  registers: ReadonlyArray<Register>,
  days: ReadonlyArray<Day>,
  report: Report
) => {
  for (const day of days) {
    let printed = 0
    for (const { file, units, rows } of registers) {
      for (const unit of units.values()) {
        if (!standsOn(unit, day)) continue
        printed += 1
        const row = unitByCode(register, unit.code, day)
        if (row !== undefined && !differs(row, unit)) continue
        const label = `${unit.type} ${unit.name} (${unit.code})`
        const vi = `${label} không khớp với kết quả các sự kiện sắp xếp vào ngày ${formatDay(day)}`
        report(file, { row: rows.get(unit.code) ?? 0 }, vi, `${label} is not what the events make of it on ${day}`)
      }
    }
    const standing = unitsOn(register, day).length
    if (standing === printed) continue
    const vi = `ngày ${formatDay(day)} các sự kiện cho ra ${standing} đơn vị, các danh mục có ${printed}`
    report(registerIndexFile, {}, vi, `on ${day} the events lead to ${standing} units, the registers hold ${printed}`)
  }
}

/**
 * The first registers with the events of the index applied to them, oldest first.
 *
 * **Details** Units that an event leaves as themselves keep their id; others get ids that count on. The order of the
 * files, their lines and the events decides every id: the same folder always gives the same. What an event cannot be,
 * and where its outcome is not the next register, is reported.
 */
export const chronicleOfRegisters = (
  index: RegisterIndex,
  registers: ReadonlyArray<Register>,
  links: ReadonlyArray<LineageLink>,
  report: Report
): Chronicle => {
  let chronicle = chronicleOf(firstUnits(registers))
  const printed = registers.flatMap(({ units }) => [...units.values()])
  const refused = (position: number, { refusals }: ReorganisationRefused) => {
    for (const { sentence } of refusals) {
      report(registerIndexFile, { path: `events[${position}]` }, sentence.vi, sentence.en)
    }
  }
  for (const [position, { keepCodes, ...event }] of index.events.entries()) {
    const lastDay = addDays(event.day, -1)
    const before = printed.filter((unit) => unit.validTo === lastDay)
    // Where nothing stands through the day, a level that is gone is gone for the whole country.
    const wholeCountry = printed.every((unit) => unit.validTo !== null || unit.validFrom === event.day)
    const result = reorganisationFromRegisters(
      {
        before,
        after: printed.filter((unit) => unit.validFrom === event.day),
        links: links.filter((link) => link.day === event.day)
      },
      event,
      { keepCodes, wholeCountry }
    ).pipe(Result.flatMap((reorganisation) => plan(chronicle, reorganisation)))
    if (Result.isFailure(result)) {
      refused(position, result.failure)
      return chronicle
    }
    chronicle = apply(chronicle, result.success)
  }
  const days = index.events.flatMap(({ day }) => [addDays(day, -1), day])
  checkArrival(chronicle, registers, days, report)
  return chronicle
}
