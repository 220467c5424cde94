import type { InputKey } from "@ntm/domain/criteria"
import { type Day, daysBetween } from "@ntm/domain/values"
import { publisher } from "../publisher.ts"

/** What the structures of a day are called together: agency, name, and as version the day that units and indicators are listed of. */
export const STRUCTURE = "NTM_INDICATORS"

/** The day as a semantic version, as SDMX wants one: "2025.12.31". */
export const versionOf = (day: Day): string => day.split("-").map(Number).join(".")

/** A link to what is maintained, as SDMX names it. */
export const urnOf = (kind: string, id: string, day: Day, item?: string): string =>
  `urn:sdmx:org.sdmx.infomodel.${kind}=${publisher.plainId}:${id}(${versionOf(day)})${item === undefined ? "" : `.${item}`}`

/**
 * The key of an input as a code of SDMX (letters, digits, "_", "-", "@", "$").
 *
 * **Details** Anything else, and "@" itself, is "@" with the two hexadecimal digits of each of its bytes, as in an address "%" would be:
 * no two keys share a code, and `inputKeyText` reads it back.
 */
export const inputCode = (key: InputKey): string =>
  encodeURIComponent(key)
    .replace(/[.!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%", "@")

/** The key that a code was made of. */
export const inputKeyText = (code: string): string => decodeURIComponent(code.replaceAll("@", "%"))

/** A day, or for what is of a period its first day with its length in days (an SDMX time range): "2024-01-01/P366D". */
export const timePeriod = ({ day, from }: { readonly day: Day; readonly from: Day | null }): string =>
  from === null ? day : `${from}/P${daysBetween(from, day) + 1}D`
