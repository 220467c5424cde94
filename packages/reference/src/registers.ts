import { ReorganisationDocument, UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { type DataFiles, readJson } from "./files.ts"
import { decoder, type Report } from "./problem.ts"

const Counts = Schema.Struct({
  province: Schema.Int,
  district: Schema.Int,
  commune: Schema.Int,
  village: Schema.optionalKey(Schema.Int)
})

/**
 * `units/registers.json`: which registers there are, oldest first, and what became of one in the next.
 *
 * **Details** A later reorganisation is a register and a lineage file more, named here; no code changes.
 * Registers are appended, never reordered: the ids of units count on in this order.
 */
export const RegisterIndex = Schema.Struct({
  /** The file that says what criteria and targets ask about units of the registers. */
  attributes: Schema.optionalKey(Schema.NonEmptyString),
  registers: Schema.NonEmptyArray(
    Schema.Struct({
      file: Schema.NonEmptyString,
      /** Units of each level that the register must hold, so that a lost line does not pass. */
      counts: Counts,
      /** The same for units below a province, by the code of the province. */
      within: Schema.Record(UnitCode, Schema.Record(Schema.Literals(["district", "commune"]), Schema.Int))
    })
  ),
  reorganisations: Schema.Array(
    Schema.Struct({
      file: Schema.NonEmptyString,
      /** The first day on which the units of `to` stand. */
      day: Day,
      from: Schema.NonEmptyString,
      to: Schema.NonEmptyString
    })
  ),
  /** The legal event of each day of reorganisation; what it does follows from the registers and their lineage. */
  events: Schema.Array(
    Schema.Struct({
      id: Schema.NonEmptyString,
      day: Day,
      document: ReorganisationDocument,
      /** Whether its text merges units *into* one of them, which keeps its code and lives on; else all are formed anew. */
      keepCodes: Schema.Boolean
    })
  )
})
export type RegisterIndex = typeof RegisterIndex.Type

export const registerIndexFile = "units/registers.json"

const decodeIndex = decoder(RegisterIndex)

/** The index of the registers, or `undefined` after a report. */
export const readRegisterIndex = (files: DataFiles, report: Report): RegisterIndex | undefined => {
  const json = readJson(files, registerIndexFile, report)
  if (json === undefined) return undefined
  const index = decodeIndex(json, (path, reason) => report(registerIndexFile, { path }, reason.vi, reason.en))
  const known = new Set(index?.registers.map((register) => register.file))
  index?.reorganisations.forEach((reorganisation, position) => {
    for (const end of ["from", "to"] as const) {
      const file = reorganisation[end]
      if (known.has(file)) continue
      const path = `reorganisations[${position}].${end}`
      report(registerIndexFile, { path }, `“${file}” không có trong “registers”`, `“registers” does not name “${file}”`)
    }
  })
  const days = index?.events.map((event) => event.day) ?? []
  index?.reorganisations.forEach(({ day }, position) => {
    if (days.filter((known) => known === day).length === 1) return
    const path = `reorganisations[${position}].day`
    const vi = `“events” phải có đúng một sự kiện ngày ${day}`
    report(registerIndexFile, { path }, vi, `“events” must name one event on ${day}`)
  })
  return index
}
