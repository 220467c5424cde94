import type { Kin } from "@ntm/contract"
import { type Unit, UnitAttributeNames, type UnitAttributes, weightsOf } from "@ntm/domain/units"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { detailLines, type Field } from "../parts/detail.ts"
import { bar } from "../parts/grid.ts"
import { choose, type Line, span } from "../parts/line.ts"
import { cut, fit, wrap } from "../parts/text.ts"
import { dayText, labelOf } from "./asking.ts"
import { shareText } from "./lineage.ts"
import { spanWords } from "./show.ts"
import type { Story } from "./unit-reads.ts"
import { unitWords } from "./unit-words.ts"
import { answered, type Frame, pageOf, storyKey, type UnitsState } from "./units-state.ts"

const own = {
  above: both("Trực thuộc", "Part of"),
  asOf: both("Xem vào ngày", "As of"),
  stands: both("Tồn tại", "Stands"),
  unbounded: both("không rõ từ ngày nào", "not known since when"),
  unknown: both("chưa có số liệu", "not known"),
  density: both("Mật độ", "Density"),
  people: both("người", "people"),
  perKm2: both("người/km²", "people/km²"),
  attributes: both("Đặc điểm", "Attributes"),
  history: both("Lịch sử", "History"),
  noHistory: both("Chưa có sự kiện nào về đơn vị này được ghi.", "No event of this unit is recorded."),
  before: both("Trước đó, vào ngày", "Before, on"),
  after: both("Về sau, vào ngày", "Afterwards, on"),
  came: both("phần của mỗi đơn vị đã về đây", "the part of each that came here"),
  went: both("phần đã về mỗi đơn vị", "the part that went to each"),
  inferred: both("suy ra", "inferred"),
  kin: both("Đi tới đơn vị nào?", "Go to which unit?"),
  was: both("trước", "before"),
  became: both("sau", "after"),
  yes: both("có", "yes"),
  no: both("không", "no")
} as const

const attributeWords = {
  region: both("vùng", "region"),
  communeGroup: both("nhóm xã", "commune group"),
  border: both("biên giới", "border"),
  island: both("đảo", "island"),
  speciallyDifficult: both("đặc biệt khó khăn", "specially difficult"),
  safeZone: both("an toàn khu", "safe zone"),
  urban: both("đô thị", "urban"),
  programme: both("thuộc Chương trình", "in the programme"),
  leftOutOf: both("không tính vào", "left out of")
} as const satisfies Record<keyof UnitAttributes, unknown>

const weightWords: Readonly<Record<string, ReturnType<typeof both>>> = {
  households: both("Số hộ", "Households"),
  roadKm: both("Đường (km)", "Roads (km)")
}

const attributesText = (attributes: UnitAttributes, lang: Lang): string =>
  UnitAttributeNames.flatMap((name) => {
    const value = attributes[name]
    if (value === undefined) return []
    const word = say(attributeWords[name], lang)
    if (value === true) return [word]
    if (value === false) return [`${word}: ${say(own.no, lang)}`]
    return [`${word}: ${typeof value === "object" ? value.join(", ") : value}`]
  }).join(" · ")

const factsOf = ({ facts: { unit, above = [], asOf } }: Story, lang: Lang): ReadonlyArray<Field> => {
  const { areaKm2, population, attributes = {} } = unit
  const amount = (value: number | null, word: string) =>
    value === null ? say(own.unknown, lang) : `${formatNumber(value)} ${word}`
  const dense = areaKm2 === null || population === null || areaKm2 === 0 ? null : Math.round(population / areaKm2)
  const told = attributesText(attributes, lang)
  const others = Object.entries(weightsOf(unit)).flatMap(([name, value]): ReadonlyArray<Field> =>
    name === "areaKm2" || name === "population"
      ? []
      : [{ label: weightWords[name] === undefined ? name : say(weightWords[name], lang), text: formatNumber(value) }]
  )
  return [
    { label: say(own.asOf, lang), text: dayText(asOf) },
    ...(above.length === 0
      ? []
      : [{ label: say(own.above, lang), text: above.map(({ type, name }) => `${type} ${name}`).join(", ") }]),
    { label: say(own.stands, lang), text: spanWords(unit, lang) || say(own.unbounded, lang) },
    { label: say(unitWords.area, lang), text: amount(areaKm2, "km²") },
    { label: say(unitWords.population, lang), text: amount(population, say(own.people, lang)) },
    ...(dense === null ? [] : [{ label: say(own.density, lang), text: amount(dense, say(own.perKm2, lang)) }]),
    ...others,
    ...(told === "" ? [] : [{ label: say(own.attributes, lang), text: told }])
  ]
}

const SHARE = 10
const BAR = 8

const lineageLines = (
  { unit: of }: Story["facts"],
  kin: Kin | null,
  side: "before" | "after",
  { lang, width }: Pick<Frame, "lang" | "width">
): ReadonlyArray<Line> => {
  if (kin === null || kin.items.every(({ unit }) => unit.id === of.id)) return []
  const title = `${say(own[side], lang)} ${dayText(kin.on)}`
  const about = say(side === "before" ? own.came : own.went, lang)
  return [
    [],
    [span(cut(title, width), "accent"), span(cut(`  ${about}`, width - title.length), "dim")],
    ...kin.items.map(({ inferred, share, unit }): Line => {
      const mark = inferred ? ` [${say(own.inferred, lang)}]` : ""
      const drawn = width < 60 ? "" : ` ${bar((share.low + share.high) / 2, BAR)}`
      const room = Math.max(8, width - SHARE - drawn.length - 1 - mark.length)
      return [
        span(fit(shareText(share, lang), SHARE, "right")),
        span(drawn, "dim"),
        span(` ${cut(labelOf(unit), room)}`),
        span(mark, "warn")
      ]
    })
  ]
}

const historyLines = (story: Story, { lang, width }: Pick<Frame, "lang" | "width">): ReadonlyArray<Line> => [
  [],
  [span(say(own.history, lang), "accent")],
  ...(story.history.length === 0
    ? wrap(say(own.noHistory, lang), width).map((text): Line => [span(text, "dim")])
    : story.history.flatMap(({ inferred, notes, own: mine, sentence }) => {
        const indent = mine ? "" : "  "
        const mark = inferred ? ` [${say(own.inferred, lang)}]` : ""
        return wrap(`${[say(sentence, lang), ...notes].join(" · ")}${mark}`, width - 2 - indent.length).map(
          (text, at): Line => [span(`${indent}${at === 0 ? "• " : "  "}`, "dim"), span(text, mine ? "plain" : "dim")]
        )
      }))
]

/** A unit's story: facts, what happened to it, and what its land was before and is after, each with its share. */
export const storyLines = (story: Story, frame: Pick<Frame, "lang" | "width">): ReadonlyArray<Line> => [
  ...detailLines({ title: labelOf(story.facts.unit), fields: factsOf(story, frame.lang) }, frame.width),
  ...historyLines(story, frame),
  ...lineageLines(story.facts, story.lineage.predecessors, "before", frame),
  ...lineageLines(story.facts, story.lineage.successors, "after", frame)
]

/** Which lines of the story on show are seen; undefined where none is read or the choice lies over it. */
export const storyPart = (
  units: UnitsState,
  frame: Frame
): { readonly top: number; readonly count: number } | undefined => {
  const page = pageOf(units)
  const story = page === undefined ? undefined : answered(units, "Story", storyKey(page))
  return page === undefined || story?._tag !== "Story" || (units.view._tag === "Story" && units.view.kin !== null)
    ? undefined
    : { top: page.top, count: storyLines(story, frame).length }
}

/** A unit that a story leads to. */
export interface Link {
  readonly side: "was" | "became"
  readonly unit: Unit
  readonly share: "whole" | "part"
  readonly inferred: boolean
}

/** The units that the unit was formed from and that it became, directly. */
export const kinOf = ({ facts }: Story): ReadonlyArray<Link> => [
  ...facts.predecessors.map((link): Link => ({ side: "was", ...link })),
  ...facts.successors.map((link): Link => ({ side: "became", ...link }))
]

/** The choice between them, the chosen one kept on show. */
export const kinLines = (story: Story, cursor: number, { height, lang, width }: Frame): ReadonlyArray<Line> => {
  const rows = kinOf(story).map(({ inferred, share, side, unit }, at): Line => {
    const marks = [
      ...(share === "part" ? [say(unitWords.part, lang)] : []),
      ...(inferred ? [say(own.inferred, lang)] : [])
    ]
    const text = fit(`${labelOf(unit)}${marks.length === 0 ? "" : ` · ${marks.join(", ")}`}`, width - 10)
    const line: Line = [span(fit(`${side === "was" ? "←" : "→"} ${say(own[side], lang)}`, 10), "dim"), span(text)]
    return at === cursor ? choose(line) : line
  })
  const room = Math.max(1, height - 2)
  const top = Math.max(0, Math.min(cursor - room + 1, rows.length - room))
  return [[span(fit(say(own.kin, lang), width), "strong")], [], ...rows.slice(top, top + room)]
}
