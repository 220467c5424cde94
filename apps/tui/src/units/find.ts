import type { FoundHit } from "@ntm/contract"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import { type Answer, type Asking, labelOf } from "./asking.ts"
import { spanWords } from "./show.ts"
import { ROOM } from "./table.ts"

const own = {
  now: both("vào ngày hỏi là", "on the day asked for"),
  formerly: both("trước là", "formerly"),
  nowhere: both("không rõ nay là đơn vị nào", "not known what it is now"),
  nothing: both("Không tìm thấy đơn vị nào.", "No unit was found.")
} as const

const FOUND = 20
const INDENT = "       "

const noteOf = ({ unit, state, now, formerly }: FoundHit, lang: Lang): string => {
  if (state === "standing")
    return formerly.length === 0 ? "" : `${say(own.formerly, lang)} ${formerly.map(labelOf).join(", ")}`
  const today = now.length === 0 ? say(own.nowhere, lang) : `${say(own.now, lang)} ${now.map(labelOf).join(", ")}`
  return [spanWords(unit, lang), today].filter((part) => part !== "").join(" · ")
}

/** `ntm units find NAME`: the best first; names of other times lead to the units of the day. */
export const find = async ({ client, words, asOf, lang, signal }: Asking): Promise<Answer> => {
  const answer = await client.units.list({ q: words, as_of: asOf, limit: FOUND }, signal)
  const { hits = [] } = answer
  const lines = hits.flatMap((hit) => {
    const { unit } = hit
    const name = [`${unit.type} ${unit.name}`, ...unit.within].join(", ")
    const note = noteOf(hit, lang)
    return [
      ...wrap(name, ROOM - INDENT.length).map(
        (line, at) => (at === 0 ? unit.code.padEnd(INDENT.length) : INDENT) + line
      ),
      ...(note === "" ? [] : wrap(note, ROOM - INDENT.length - 2).map((line) => `${INDENT}  ${line}`))
    ]
  })
  return { json: answer, lines: lines.length === 0 ? [say(own.nothing, lang)] : lines }
}
