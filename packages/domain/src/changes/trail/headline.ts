import type { Bilingual } from "../../values/index.ts"
import { formatNumber } from "../../values/index.ts"
import type { Change, ChangeOp, ChangeOrigin } from "../change.ts"
import { type ChangedNoun, nounWords } from "../noun.ts"
import { happeningWords, tagOf } from "./happenings.ts"
import type { Named, Names, Place } from "./names.ts"
import { columnField, tellValue } from "./telling.ts"

const ops: Readonly<Record<ChangeOp, Bilingual>> = {
  insert: { vi: "ghi mới", en: "new" },
  update: { vi: "sửa", en: "changed" },
  delete: { vi: "xóa", en: "removed" },
  truncate: { vi: "xóa hết", en: "all removed" },
  opening: { vi: "có từ trước", en: "there before" }
}

/** The columns that say what a row is about; where a noun has no line, the first of `usual` that is there. */
const subjects: Readonly<Partial<Record<ChangedNoun, ReadonlyArray<string>>>> = {
  observation: ["input", "unit", "day"],
  observationInput: ["key"],
  observedUnit: ["unit"],
  fundingPaper: ["document", "place"],
  observationNote: ["observation"],
  observationMove: ["observation"],
  fundingEntry: ["amount", "unit"],
  fundingNote: ["entry"],
  workReport: ["work"],
  landGift: ["household", "unit"],
  landEvent: ["gift"],
  taskEvent: ["subject"],
  recommendationEvent: ["subject"],
  dossier: ["tier", "unit"],
  dossierEvent: ["dossier"],
  inventoryItem: ["name"],
  inventoryEvent: ["item"],
  recognition: ["tier", "unit"],
  unit: ["type", "name"],
  transfer: ["from_id", "to_id"],
  reorganisation: ["document", "day"],
  boundaryImport: ["file", "as_of"],
  boundary: ["unit_id"],
  document: ["kind", "number"],
  setResultLine: ["name"],
  criteriaSetVersion: ["set_id"],
  dossierProcedureVersion: ["procedure"],
  assignment: ["title"],
  personEvent: ["person"],
  accountEvent: ["person"],
  webhookEndpoint: ["description", "url"],
  sourceImport: ["name", "program_version"]
}
const usual = ["name", "title", "label", "number", "set_id", "document_id"]

/** The page that a row has itself. */
const pageOf = (noun: ChangedNoun, { code, id }: Readonly<Record<string, unknown>>): Place | null => {
  if (noun === "unit") return typeof code === "string" ? { page: "unit", key: code } : null
  if (noun !== "work" && noun !== "dossier" && noun !== "document") return null
  return typeof id === "number" || typeof id === "string" ? { page: noun, key: String(id) } : null
}

/** The page of what a row is about, and its name; null where nothing in it says so. */
const aboutOf = (noun: ChangedNoun, row: Readonly<Record<string, unknown>>, names: Names): Named | null => {
  const wanted = subjects[noun] ?? usual.filter((column) => column in row).slice(0, 1)
  const told = wanted.flatMap((column) => {
    const field = columnField(noun, column)
    return field === undefined ? [] : (tellValue(row[column], field.form, { noun, names }) ?? [])
  })
  if (told.length === 0) return null
  return {
    // A type and a name are one word, all else is told side by side.
    vi: told.map(({ vi }) => vi).join(noun === "unit" || noun === "document" ? " " : ", "),
    en: told.map(({ en }) => en).join(noun === "unit" || noun === "document" ? " " : ", "),
    to: pageOf(noun, row) ?? told.find((one) => one.to !== null)?.to ?? null
  }
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase("vi") + text.slice(1)

/** What somebody did, in a few words, and of what, where the entry is about one thing. */
export interface Headline {
  readonly did: Bilingual
  readonly about: Named | null
}

/** What happened, where rows are events: each where each is another, how often where all are one; null where there are too many to say. */
const happenedIn = (noun: ChangedNoun, rows: ReadonlyArray<Readonly<Record<string, unknown>>>): Bilingual | null => {
  const tags = rows.map((row) => tagOf(noun, row))
  const words = [...new Set(tags)].flatMap((tag) => (tag === null ? [] : (happeningWords(noun, tag) ?? [])))
  if (words.length === 0 || (words.length > 1 && rows.length > words.length)) return null
  const times = rows.length > words.length ? ` (${formatNumber(rows.length)})` : ""
  const all = (each: (one: Bilingual) => string) => `${words.map(each).join(", ")}${times}`
  return { vi: all(({ vi }) => vi), en: all(({ en }) => en) }
}

/** What all rows are about; null where they are not about one thing. Rows behind the first that is about another are not looked at. */
const aboutAll = (
  noun: ChangedNoun,
  [first, ...others]: ReadonlyArray<Readonly<Record<string, unknown>>>,
  names: Names
): Named | null => {
  const about = first === undefined ? null : aboutOf(noun, first, names)
  return about !== null && others.every((row) => aboutOf(noun, row, names)?.vi === about.vi) ? about : null
}

/** So many rows a headline looks at: what more rows have in common it does not say. */
export const HEADLINE_ROWS = 20

/**
 * "Ghi mới công trình" · “Đường trục xã”; "Sửa 12 đơn vị hành chính"; "Cấp quyền" · Nguyễn Thị Lan.
 *
 * **Details** Of an entry its first `HEADLINE_ROWS` rows are enough: one that has more is told by their number alone.
 */
export const headlineOf = ({ after, before, noun, op, rows }: Change, names: Names): Headline => {
  const held = rows > HEADLINE_ROWS ? [] : (after ?? before ?? [])
  const happened = op === "insert" ? happenedIn(noun, held) : null
  const [word, what] = [ops[op], nounWords[noun]]
  const count = formatNumber(rows)
  const did =
    happened ??
    (rows > 1
      ? { vi: `${word.vi} ${count} ${what.vi}`, en: `${what.en}, ${word.en} (${count})` }
      : { vi: `${word.vi} ${what.vi}`, en: `${what.en}, ${word.en}` })
  return { did: { vi: capital(did.vi), en: capital(did.en) }, about: aboutAll(noun, held, names) }
}

const systems: ReadonlyArray<readonly [RegExp, string]> = [
  [/Android/, "Android"],
  [/iPhone|iPad/, "iOS"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux/, "Linux"]
]

/** With what somebody asked, by what it said of itself: "trình duyệt trên Windows", "ntm dòng lệnh", or its own name. */
const toolOf = (agent: string): Bilingual => {
  if (/^(node|ntm|undici)\b/i.test(agent)) return { vi: "chương trình ntm", en: "the ntm program" }
  if (!agent.startsWith("Mozilla/")) {
    const name = agent.split(/[/\s]/)[0] ?? agent
    return { vi: name, en: name }
  }
  const system = systems.find(([sign]) => sign.test(agent))?.[1]
  return system === undefined
    ? { vi: "trình duyệt", en: "a browser" }
    : { vi: `trình duyệt trên ${system}`, en: `a browser on ${system}` }
}

/** From where something was changed, and with what. Where it came by no question: on the machine of the data itself. */
export const originWords = (origin: ChangeOrigin | null): Bilingual => {
  if (origin === null || (origin.address === null && origin.agent === null))
    return { vi: "trên chính máy chủ", en: "on the server itself" }
  const tool = origin.agent === null ? null : toolOf(origin.agent)
  const place = origin.address
  return {
    vi: [place === null ? null : `từ ${place}`, tool === null ? null : `bằng ${tool.vi}`]
      .filter((part) => part !== null)
      .join(", "),
    en: [place === null ? null : `from ${place}`, tool === null ? null : `with ${tool.en}`]
      .filter((part) => part !== null)
      .join(", ")
  }
}
