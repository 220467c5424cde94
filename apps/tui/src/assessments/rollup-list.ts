import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import { ROOM } from "../units/table.ts"
import { mark } from "./assess-words.ts"

const own = {
  illustrative: both(
    "đơn vị có số liệu minh họa, không phải số đã công bố",
    "units rest on illustrative values, not on published ones"
  )
} as const

/** How many units rest on values that were made up; nothing where none does. */
export const madeUpLines = (units: number, lang: Lang): ReadonlyArray<string> =>
  units === 0 ? [] : wrap(`${mark.illustrative} ${formatNumber(units)} ${say(own.illustrative, lang)}`, ROOM)

/** Lines below their title, within the room; nothing for none. */
export const listOf = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0
    ? []
    : ["", `${title}:`, ...lines.flatMap((line) => wrap(line, ROOM - 2).map((text) => `  ${text}`))]
