import type { Criterion, Indicator } from "@ntm/domain/criteria"
import { type JsonObject, own, pointer } from "../documents/fields.ts"
import { confidenceOf, type SetContext } from "./context.ts"
import { readIndicator } from "./indicator-file.ts"
import { listOf, objectOf, refuseUnknownKeys, requiredText, textOf, wholeOf, words } from "./notation.ts"

const knownKeys = words(
  "no name group leadAgency leadAgencyConfidence guidance nameConfidence nameSource note indicators " +
    "confidence source"
)

/** Tells codes apart where several lines of a set have none yet ("5.?"): the second is "5.?-2". */
export class Keys {
  private readonly counts = new Map<string, number>()
  private readonly prefix: string

  constructor(prefix: string) {
    this.prefix = prefix
  }

  of(code: unknown): string {
    const name = typeof code === "string" && code !== "" ? code.slice(0, 100) : "?"
    const count = (this.counts.get(name) ?? 0) + 1
    this.counts.set(name, count)
    return `${this.prefix}/${name}${count === 1 ? "" : `-${count}`}`
  }
}

const keyOf = (keys: Keys, value: unknown): string =>
  keys.of(
    typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, "code")?.value : undefined
  )

/** The indicators of the list below the key; those that cannot be read are left out after a problem. */
export const readIndicators = (
  context: SetContext,
  path: string,
  object: JsonObject,
  key: string,
  keys: Keys,
  agency: string | null
): ReadonlyArray<Indicator> =>
  listOf(context.reading, path, object, key).flatMap(
    (value, index) =>
      readIndicator(context, pointer(pointer(path, key), index), value, keyOf(keys, value), agency) ?? []
  )

/** One criterion with its indicators; its agency is theirs where they name none. */
export const readCriterion = (context: SetContext, path: string, value: unknown, keys: Keys): Criterion | null => {
  const { reading } = context
  const criterion = objectOf(reading, path, value)
  if (criterion === null) return null
  refuseUnknownKeys(reading, path, criterion, knownKeys)
  const no = wholeOf(reading, path, criterion, "no")
  const name = requiredText(reading, path, criterion, "name")
  if (no === null && (own(criterion, "no") === undefined || own(criterion, "no") === null))
    reading.problem(pointer(path, "no"), "thiếu số thứ tự “no”", "the number “no” is missing")
  const agency = textOf(reading, path, criterion, "leadAgency")
  const indicators = readIndicators(context, path, criterion, "indicators", keys, agency)
  const sure = confidenceOf(reading, path, criterion, "nameConfidence")
  const unsure = sure === null || sure === "verified" ? {} : { nameConfidence: sure }
  return no === null ? null : { no, name, ...unsure, indicators }
}
