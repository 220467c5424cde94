import type { Client } from "@ntm/contract"
import { Tier } from "@ntm/domain/criteria"
import type { DossierStanding } from "@ntm/domain/dossiers"
import { Result } from "effect"
import type { Desk, DeskList } from "../desk/desk.ts"
import { mayDo } from "../desk/may-do.ts"
import { turned } from "../desk/turned.ts"
import { both, type Lang, say } from "../language/lang.ts"
import { type Cell, type Column, spread } from "../parts/grid.ts"
import { codeOf, dayText } from "../units/asking.ts"
import { dueText } from "../assignments/tasks-words.ts"
import { dossierLines, unitName } from "./dossier-lines.ts"
import type { DossierPage, DossierRow, DossiersKind, DossiersSpot, DossierSubject } from "./dossiers-kind.ts"
import { dossierMoves } from "./dossiers-moves.ts"
import { isUnderWay } from "./dossiers-tables.ts"
import { dossiersWords, dossierStateTone, dossierStateWords, tierNames } from "./dossiers-words.ts"
import { openingMoves } from "./opening-moves.ts"
import { checkLines, rehearsalLines } from "./rehearsal-lines.ts"

const own = {
  all: both("Hồ sơ xét, công nhận", "Recognition dossiers"),
  unit: both("Xét mở hồ sơ cho đơn vị", "Check an opening for the unit"),
  unitHint: both("mã hoặc tên; t ở trang sau: mức khác", "code or name; t on the next page: another tier"),
  unitNeeded: both("Cần một mã hoặc tên đơn vị", "A code or a name of a unit is needed"),
  number: both("Số", "No.")
} as const

const states: ReadonlyArray<DossierStanding["state"] | null> = [
  null,
  "open",
  "returned",
  "recognised",
  "refused",
  "revoked",
  "expired",
  "closed"
]

/** What a narrow window leaves out: the line below the list and the page tell it. */
const hasMore = (width: number): boolean => width >= 60
const hasDays = (width: number): boolean => width >= 90

const columns = (_: DossiersSpot, width: number, lang: Lang): ReadonlyArray<Column> =>
  spread(
    [
      { title: say(dossiersWords.unit, lang), width: hasMore(width) ? 14 : 10, grow: 2 },
      ...(hasMore(width) ? [{ title: say(dossiersWords.tier, lang), width: width < 96 ? 9 : 19 }] : []),
      { title: say(dossiersWords.state, lang), width: 13 },
      ...(hasMore(width) ? [{ title: say(dossiersWords.at, lang), width: 8, grow: 3 }] : []),
      { title: say(dossiersWords.wanting, lang), width: 7, align: "right" },
      ...(hasMore(width) ? ([{ title: say(dossiersWords.late, lang), width: 8, align: "right" }] as const) : []),
      ...(hasDays(width) ? [{ title: say(dossiersWords.end, lang), width: 12 }] : [])
    ],
    width
  )

const cells = ({ line }: DossierRow, _: DossiersSpot, width: number, lang: Lang): ReadonlyArray<Cell> => [
  { text: `${unitName(line.unit)}${line.illustrative ? " °" : ""}` },
  ...(hasMore(width) ? [{ text: say(tierNames[line.tier], lang), tone: "dim" as const }] : []),
  { text: say(dossierStateWords[line.state], lang), tone: dossierStateTone[line.state] },
  ...(hasMore(width) ? [{ text: line.at === null ? "–" : say(line.at, lang) }] : []),
  isUnderWay(line)
    ? { text: String(line.missing), tone: line.missing > 0 ? "bad" : "dim" }
    : { text: "–", tone: "dim" },
  ...(hasMore(width)
    ? [
        {
          text: line.lateDays > 0 ? `${line.lateDays} ${say(dossiersWords.days, lang)}` : "–",
          tone: line.lateDays > 0 ? ("bad" as const) : ("dim" as const)
        }
      ]
    : []),
  ...(hasDays(width) ? [{ text: dueText(line.expectedEnd), tone: "dim" as const }] : [])
]

const readList = async (
  client: Client,
  { asOf, state, tier }: DossiersSpot,
  _query: string,
  _place: string | null,
  signal: AbortSignal
): Promise<DeskList<DossiersKind>> => {
  const answer = await client.dossiers.list({ as_of: asOf ?? undefined, tier: tier ?? undefined }, signal)
  const items = answer.items.filter((line) => state === null || line.state === state)
  return { asOf: answer.asOf, rows: items.map((line) => ({ id: String(line.id), line })), choices: [], more: false }
}

const checkOf = (unit: string, tier: Tier): DossierSubject => ({ _tag: "Check", id: `${unit} ${tier}`, unit, tier })

/** Whether a dossier could be opened for the unit that was meant, and the sets that it could be judged by. */
const readCheck = async (
  client: Client,
  { tier, unit }: Extract<DossierSubject, { readonly _tag: "Check" }>,
  as_of: string | undefined,
  signal: AbortSignal
): Promise<DossierPage> => {
  const words = { client, words: unit, asOf: as_of, on: undefined, weight: undefined, lang: "vi", signal } as const
  const code = await codeOf(words)
  const [answer, story, sets] = await Promise.all([
    client.dossiers.check({ unit: code, tier, as_of }, signal),
    client.units.get({ code, as_of }, signal),
    client.criteria.list({}, signal)
  ])
  const { level, name, type } = story.unit
  return {
    _tag: "Check",
    answer,
    code,
    label: `${type} ${name} (${code})`,
    sets: sets.items.filter((set) => set.level === level && set.tier === tier)
  }
}

const readPage = async (
  client: Client,
  of: DossierSubject,
  { asOf }: DossiersSpot,
  signal: AbortSignal
): Promise<DossierPage> => {
  const as_of = asOf ?? undefined
  switch (of._tag) {
    case "Dossier":
      return { _tag: of._tag, answer: await client.dossiers.one({ id: of.id, as_of }, signal) }
    case "Rehearsal":
      return { _tag: of._tag, answer: await client.dossiers.rehearsal({ id: of.id, as_of }, signal) }
    case "Check":
      return readCheck(client, of, as_of, signal)
  }
}

const beyond = (key: string, of: DossierSubject): DossierSubject | undefined => {
  if (of._tag === "Dossier" && key === "h") return { _tag: "Rehearsal", id: of.id }
  return of._tag === "Check" && key === "t" ? checkOf(of.unit, turned(Tier.literals, of.tier)) : undefined
}

/** Dossiers with what is wanting; a page of one with its next events, its rehearsal, and whether one could be opened for a unit. */
export const dossiersDesk: Desk<DossiersKind> = {
  room: "dossiers",
  start: { asOf: null, state: null, tier: null },
  isSearchedHere: () => true,
  searchText: ({ line }) =>
    [String(line.id), unitName(line.unit), line.unit?.code ?? "", tierNames[line.tier].vi, line.at?.vi ?? ""].join(" "),
  caption: ({ state, tier }, lang) => [
    say(own.all, lang),
    ...(state === null ? [] : [say(dossierStateWords[state], lang)]),
    ...(tier === null ? [] : [say(tierNames[tier], lang)])
  ],
  columns,
  cells,
  foot: ({ line }, lang) =>
    [
      `${say(own.number, lang)} ${line.id}`,
      unitName(line.unit),
      say(tierNames[line.tier], lang),
      `${say(dossiersWords.opened, lang).toLowerCase()} ${dayText(line.openedOn)}`,
      ...(line.at === null ? [] : [say(line.at, lang)]),
      ...(line.expectedEnd === null
        ? []
        : [`${say(dossiersWords.end, lang).toLowerCase()} ${dayText(line.expectedEnd)}`]),
      ...(line.overridden ? [say(dossiersWords.overridden, lang)] : []),
      ...(line.illustrative ? [`° ${say(dossiersWords.illustrative, lang)}`] : [])
    ].join(" · "),
  empty: dossiersWords.none,
  turn: (key, spot) => {
    switch (key) {
      case "t":
        return { ...spot, state: turned(states, spot.state) }
      case "f":
        return { ...spot, tier: turned([null, ...Tier.literals], spot.tier) }
      default:
        return undefined
    }
  },
  prompts: {
    o: {
      label: own.unit,
      hint: own.unitHint,
      read: (text) =>
        text === "" ? Result.fail(own.unitNeeded) : Result.succeed({ _tag: "Page", of: checkOf(text, "standard") })
    }
  },
  open: ({ id }) => ({ _tag: "Page", of: { _tag: "Dossier", id } }),
  widen: (spot) => {
    if (spot.tier !== null) return { ...spot, tier: null }
    return spot.state === null ? null : { ...spot, state: null }
  },
  page: (page, of, width, lang) => {
    switch (page._tag) {
      case "Dossier":
        return dossierLines(page.answer, width, lang)
      case "Rehearsal":
        return rehearsalLines(page.answer, width, lang)
      case "Check":
        return of._tag === "Check" ? checkLines(page.answer, page.label, of.tier, width, lang) : []
    }
  },
  beyond,
  moves: (of, page, today) => {
    switch (page._tag) {
      case "Dossier":
        return mayDo(page.answer, "dossiers.record") ? dossierMoves(page.answer.standing, today) : []
      case "Check":
        return of._tag === "Check" && mayDo(page.answer, "dossiers.open") ? openingMoves(page, of.tier, today) : []
      case "Rehearsal":
        return []
    }
  },
  readList,
  readPage,
  record: async (client, send, signal) => {
    const body = { rows: [send.row] }
    if (send._tag === "Open") await client.dossiers.open({ body }, signal)
    else await client.dossiers.record({ body }, signal)
  }
}
