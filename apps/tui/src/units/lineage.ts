import type { Kin } from "@ntm/contract"
import type { Relative } from "@ntm/domain/units"
import { formatPercent } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { wrap } from "../parts/text.ts"
import { type Answer, type Asking, codeOf, dayText, labelOf } from "./asking.ts"
import { ROOM, table } from "./table.ts"
import { unitWords } from "./unit-words.ts"

const own = {
  onDay: both("Ngày", "On"),
  land: both("đất của đơn vị này thuộc", "its land belongs to"),
  brought: both("Phần góp vào", "Share that came"),
  went: both("Phần chuyển đi", "Share that went"),
  note: both("Ghi chú", "Note"),
  inferred: both("suy ra", "inferred"),
  shares: both("Tỷ lệ tính theo", "Shares of"),
  nothing: both("Chưa có sự kiện nào về đơn vị này được ghi.", "No event of this unit is recorded.")
} as const

const weightWords: ReadonlyMap<string, ReturnType<typeof both>> = new Map([
  ["population", both("dân số", "population")],
  ["areaKm2", both("diện tích", "area")],
  ["households", both("số hộ", "households")]
])

const percent = (share: number): string => formatPercent(Math.round(share * 1000) / 10)

/** "100 %", "40 %", "20–60 %"; a part of which nothing is known is said in words. */
export const shareText = ({ low, high }: Relative["share"], lang: Lang): string =>
  low === high
    ? percent(low)
    : low === 0 && high === 1
      ? say(unitWords.part, lang)
      : `${percent(low).replace(" %", "")}–${percent(high)}`

/** Notes below a table, each once with the units that it is about: long ones are not cut. */
const notesLines = ({ items }: Kin): ReadonlyArray<string> =>
  [...new Set(items.flatMap(({ notes }) => notes))].flatMap((note) => {
    const units = items.flatMap(({ notes, unit }) => (notes.includes(note) ? [`${unit.type} ${unit.name}`] : []))
    return wrap(`${note}: ${units.join(", ")}`, ROOM - 2).map((line, at) => (at === 0 ? line : `  ${line}`))
  })

const kinLines = (kin: Kin | null, side: "before" | "after", lang: Lang): ReadonlyArray<string> =>
  kin === null
    ? []
    : [
        "",
        `${say(own.onDay, lang)} ${dayText(kin.on)}, ${say(own.land, lang)}:`,
        "",
        ...table(
          [
            { title: say(unitWords.code, lang) },
            { title: say(unitWords.unit, lang) },
            { title: say(side === "before" ? own.brought : own.went, lang), align: "right" },
            { title: say(own.note, lang) }
          ],
          kin.items.map(({ unit, share, inferred }) => [
            unit.code,
            `${unit.type} ${unit.name}`,
            shareText(share, lang),
            inferred ? say(own.inferred, lang) : ""
          ])
        ),
        ...notesLines(kin)
      ]

/** `ntm units lineage CODE|NAME [--on DAY] [--weight NAME]`: what it was or became, through any number of events, with shares. */
export const lineage = async (asking: Asking): Promise<Answer> => {
  const { client, lang, on, weight, signal } = asking
  const answer = await client.units.lineage({ code: await codeOf(asking), as_of: asking.asOf, on, weight }, signal)
  const { unit, asOf, predecessors, successors } = answer
  const nothing = predecessors === null && successors === null ? ["", say(own.nothing, lang)] : []
  return {
    json: answer,
    lines: [
      `${labelOf(unit)} · ${say(unitWords.onDay, lang).toLowerCase()} ${dayText(asOf)}`,
      ...(weight === undefined
        ? []
        : [`${say(own.shares, lang)} ${say(weightWords.get(weight) ?? both(weight, weight), lang)}.`]),
      ...kinLines(predecessors, "before", lang),
      ...kinLines(successors, "after", lang),
      ...nothing
    ]
  }
}
