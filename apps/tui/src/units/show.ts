import type { Unit } from "@ntm/domain/units"
import { both, type Lang, say } from "../language/lang.ts"
import { fit, width, wrap } from "../parts/text.ts"
import { type Answer, type Asking, codeOf, dayText, labelOf } from "./asking.ts"
import { attributeWords } from "./attribute-words.ts"
import { ROOM } from "./table.ts"
import { numberText, unitWords } from "./unit-words.ts"

const own = {
  above: both("Trực thuộc", "Part of"),
  stands: both("Tồn tại", "Stands"),
  attributes: both("Đặc điểm", "Attributes"),
  before: both("Trước là", "Formerly"),
  after: both("Sau là", "Later")
} as const

const LABEL = 18

const labelled = (label: string, text: string): ReadonlyArray<string> =>
  text === ""
    ? []
    : wrap(text, ROOM - LABEL - 2).map((line, at) => `  ${fit(at === 0 ? label : "", LABEL)}${line}`.trimEnd())

/** "từ 01/07/2025 đến 31/12/2025"; an end that is not known is left out. */
export const spanWords = ({ validFrom, validTo }: Pick<Unit, "validFrom" | "validTo">, lang: Lang): string =>
  [
    validFrom === null ? "" : `${lang === "vi" ? "từ" : "from"} ${dayText(validFrom)}`,
    validTo === null ? "" : `${lang === "vi" ? "đến" : "to"} ${dayText(validTo)}`
  ]
    .filter((part) => part !== "")
    .join(" ")

interface Link {
  readonly unit: Unit
  readonly share: "whole" | "part"
  readonly inferred: boolean
}

/** `ntm units show CODE|NAME`: one unit as it stood on the day, and its neighbours in time. */
export const show = async (asking: Asking): Promise<Answer> => {
  const { client, lang, signal } = asking
  const answer = await client.units.get({ code: await codeOf(asking), as_of: asking.asOf }, signal)
  const { unit, above = [], predecessors, successors } = answer
  const links = (items: ReadonlyArray<Link>) =>
    items
      .map((link) => {
        const marks = [
          ...(link.share === "part" ? [say(unitWords.part, lang)] : []),
          ...(link.inferred ? [say(unitWords.inferred, lang)] : [])
        ]
        return marks.length === 0 ? labelOf(link.unit) : `${labelOf(link.unit)}, ${marks.join(", ")}`
      })
      .join("; ")
  const title = labelOf(unit)
  return {
    json: answer,
    lines: [
      title,
      "─".repeat(Math.min(ROOM, width(title))),
      ...labelled(say(own.above, lang), above.map(({ type, name }) => `${type} ${name}`).join(", ")),
      ...labelled(say(own.stands, lang), spanWords(unit, lang)),
      ...labelled(say(unitWords.area, lang), numberText(unit.areaKm2)),
      ...labelled(say(unitWords.population, lang), numberText(unit.population)),
      ...labelled(say(own.attributes, lang), attributeWords(unit.attributes ?? {}, lang)),
      ...labelled(say(own.before, lang), links(predecessors)),
      ...labelled(say(own.after, lang), links(successors))
    ]
  }
}
