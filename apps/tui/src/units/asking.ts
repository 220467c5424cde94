import { ApiProblem, type Client } from "@ntm/contract"
import type { Unit } from "@ntm/domain/units"
import { formatDay, isDay } from "@ntm/domain/values"
import type { Lang } from "../language/lang.ts"

/** One question about units, as it was typed. */
export interface Asking {
  readonly client: Client
  /** A code or a name; "" where none was given. */
  readonly words: string
  /** Undefined: today, by the server's clock. */
  readonly asOf: string | undefined
  readonly on: string | undefined
  /** Name of the weight whose shares are asked for; undefined: of everything. */
  readonly weight: string | undefined
  readonly lang: Lang
  readonly signal: AbortSignal
}

/** What is printed: one JSON object, or lines of text. */
export interface Answer {
  readonly json: object
  readonly lines: ReadonlyArray<string>
}

/** "xã Vĩnh Bảo (11824)" */
export const labelOf = (unit: Pick<Unit, "type" | "name" | "code">): string =>
  `${unit.type} ${unit.name} (${unit.code})`

/** "30/06/2025"; what is no day stays as it is. */
export const dayText = (day: string): string => (isDay(day) ? formatDay(day) : day)

const isCode = (words: string): boolean => /^\d{2,8}$/.test(words)

const SHOWN = 5

/**
 * The code that words mean on the day: a code itself, or the only unit of exactly that name.
 *
 * **Details** Rejects with `ApiProblem` (404, 422) for a name that nothing, or more than one unit, answers to.
 */
export const codeOf = async ({ client, words, asOf, signal }: Asking): Promise<string> => {
  if (isCode(words)) return words
  const { items, hits = [], asOf: day } = await client.units.list({ q: words, as_of: asOf, limit: 100 }, signal)
  const exact = hits.filter((hit) => hit.match === "exact" && hit.state === "standing").map((hit) => hit.unit)
  const meant = exact.length > 0 ? exact : items
  const [only, ...others] = meant
  if (only === undefined)
    throw new ApiProblem({
      type: "urn:ntm:problem:unit-not-found",
      title: `Không tìm thấy đơn vị “${words}” vào ngày ${dayText(day)}`,
      titleEn: `No unit “${words}” was found on ${day}`,
      status: 404
    })
  if (others.length > 0) {
    const names = meant.slice(0, SHOWN).map(labelOf).join(", ") + (meant.length > SHOWN ? ", …" : "")
    throw new ApiProblem({
      type: "urn:ntm:problem:invalid-request",
      title: `Có ${meant.length} đơn vị ứng với “${words}”; hãy nêu mã: ${names}`,
      titleEn: `${meant.length} units answer to “${words}”; give a code: ${names}`,
      status: 422
    })
  }
  return only.code
}
