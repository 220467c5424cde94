import { both, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import { type Answer, type Asking, codeOf, labelOf } from "./asking.ts"
import { ROOM } from "./table.ts"
import { unitWords } from "./unit-words.ts"

const nothing = both("Chưa có sự kiện nào về đơn vị này được ghi.", "No event of this unit is recorded.")

/** `ntm units history CODE|NAME`: the unit's life, oldest first; what happened to its predecessors is set in. */
export const history = async (asking: Asking): Promise<Answer> => {
  const { client, lang, signal } = asking
  const answer = await client.units.history({ code: await codeOf(asking), as_of: asking.asOf }, signal)
  const sentences = answer.items.flatMap(({ sentence, own, inferred, notes }) => {
    const indent = own ? "" : "  "
    const said = [say(sentence, lang), ...notes].join(" · ")
    const text = `${said}${inferred ? ` [${say(unitWords.inferred, lang)}]` : ""}`
    return wrap(text, ROOM - 4).map((line, at) => `${indent}${at === 0 ? "• " : "  "}${line}`)
  })
  return {
    json: answer,
    lines: [labelOf(answer.unit), "", ...(sentences.length === 0 ? [say(nothing, lang)] : sentences)]
  }
}
