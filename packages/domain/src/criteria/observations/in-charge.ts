import { type Day, foldVietnamese } from "../../values/index.ts"
import { type FieldDepartment, type MinistryField, ministryFields } from "./ministry-fields.ts"

/** A name as it is compared: without case, marks and signs. */
const plain = (name: string): string =>
  foldVietnamese(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** The agencies that a set names at once: "Bộ Nội vụ / Bộ Công an"; what stands in brackets narrows them and is no name. */
const namesIn = (printed: string): ReadonlyArray<string> =>
  printed
    .replaceAll(/\s*\([^)]*\)/g, "")
    .split("/")
    .map((name) => name.trim())
    .filter((name) => name !== "")

/** Fields by their ministries, and by departments that are no more: what was put under one is its successors'. */
const fields: ReadonlyMap<string, MinistryField> = new Map(
  ministryFields.flatMap((field) => {
    const ended = field.departments.flatMap(({ names, to }) => (to === null ? [] : names))
    return [...field.ministries, ...ended].map((name) => [plain(name), field] as const)
  })
)

const standsOn = ({ from, to }: FieldDepartment, day: Day): boolean =>
  (from === null || from <= day) && (to === null || day <= to)

/**
 * The departments of a province that are in charge on a day of what criteria sets put under these agencies, each under every name that it may bear.
 *
 * **Details** National sets name ministries: whoever has a ministry's field in the province is in charge there (`ministryFields`). What
 * is neither a ministry nor a department that is no more is named as it stands, without what brackets say of it.
 */
const inChargeOn = (agencies: ReadonlyArray<string>, day: Day): ReadonlyArray<ReadonlyArray<string>> => {
  const found = agencies.flatMap(namesIn).flatMap((name): ReadonlyArray<ReadonlyArray<string>> => {
    const field = fields.get(plain(name))
    if (field === undefined) return [[name]]
    return field.departments.filter((one) => standsOn(one, day)).map(({ names }) => names)
  })
  return [...new Map(found.map((names) => [plain(names[0] ?? ""), names])).values()]
}

/** As `inChargeOn`, each by its usual name: for sentences. */
export const departmentsInCharge = (agencies: ReadonlyArray<string>, day: Day): ReadonlyArray<string> =>
  inChargeOn(agencies, day).flatMap(([name]) => name ?? [])

/** Whether an office of this name is in charge on a day of what criteria sets put under these agencies. */
export const isInCharge = (agency: string, agencies: ReadonlyArray<string>, day: Day): boolean =>
  inChargeOn(agencies, day).some((names) => names.some((name) => plain(name) === plain(agency)))
