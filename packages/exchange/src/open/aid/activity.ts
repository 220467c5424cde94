import { type FundingEntry, type FundingSourceKey, firstDayOf, lastDayOf, sourceOf } from "@ntm/domain/funding"
import type { Unit } from "@ntm/domain/units"
import type { Bilingual, Day } from "@ntm/domain/values"
import { illustrativeNote, publisher } from "../publisher.ts"
import type { Xml } from "./xml.ts"

/** Money of one unit from one source: what IATI calls an activity. */
export interface FundedActivity {
  readonly unit: Unit
  readonly source: FundingSourceKey
  readonly entries: ReadonlyArray<FundingEntry>
  /** Who passed an entry's money on, as people name it. */
  readonly giverOf: (entry: FundingEntry) => string | null
}

/** Stages that IATI has a word for. What was mobilised is neither firm commitments nor funds received, and is left out. */
export const toldStages = ["planned", "allocated", "disbursed"] as const satisfies ReadonlyArray<FundingEntry["stage"]>

export const isToldStage = (stage: FundingEntry["stage"]): boolean => toldStages.some((told) => told === stage)

/** Code of the sector "Rural development" in the list of the OECD's Development Assistance Committee. */
const RURAL_DEVELOPMENT = "43040"

const narrative = ({ en, vi }: Bilingual): Xml => ({
  narrative: [vi, { "@xml:lang": "en", "#text": en }]
})

const text = (words: string): Xml => ({ narrative: words })

const marked = (illustrative: boolean) => (illustrative ? { "@ntm:illustrative": "true" } : {})

const value = (amount: number, day: Day): Xml => ({ "@currency": "VND", "@value-date": day, "#text": String(amount) })

/** Kinds of organisation, as far as the source says whose money it is. */
const funderType = (source: FundingSourceKey): string | null => {
  if (source.startsWith("investment") || source.startsWith("career") || source === "budget") return "10"
  return source === "enterprise" ? "70" : null
}

/** What only makes printed totals come out: by how much they differ from their parts. */
const isDifference = ({ kind }: FundingEntry): boolean => kind === "rounding" || kind === "unexplained"

const totalOf = (entries: ReadonlyArray<FundingEntry>): number => entries.reduce((sum, { amount }) => sum + amount, 0)

/** What was planned for one budget year: one budget, revised where anything was adjusted or carried over since. */
const budgetOf = (year: number, entries: ReadonlyArray<FundingEntry>): Xml => {
  const isRevised = entries.some(({ kind }) => kind === "adjustment" || kind === "carryOver")
  const differing = entries.filter(isDifference)
  const last = entries.reduce((day, entry) => (entry.day > day ? entry.day : day), entries[0]?.day ?? firstDayOf(year))
  return {
    "@type": isRevised ? "2" : "1",
    "@status": "1",
    ...marked(entries.some(({ illustrative }) => illustrative)),
    ...(differing.length === 0 ? {} : { "@ntm:difference": String(totalOf(differing)) }),
    "period-start": { "@iso-date": firstDayOf(year) },
    "period-end": { "@iso-date": `${year}-12-31` },
    value: value(totalOf(entries), last)
  }
}

/** Allocated money is an outgoing commitment, what is paid for a work an expenditure, what is paid out else a disbursement. */
const transactionOf = (entry: FundingEntry, giver: string | null): Xml => {
  const { agency, amount, day, document, id, illustrative, place, reason, stage, work, year } = entry
  const difference = isDifference(entry) ? { "@ntm:difference": String(amount) } : {}
  const about = [`Niên độ ${year}`, document, place, reason].filter((part) => part !== null).join(" · ")
  return {
    "@ref": String(id),
    ...marked(illustrative),
    ...difference,
    ...(work === null ? {} : { "@ntm:ocid": `${publisher.id}-${work}` }),
    "transaction-type": { "@code": stage === "allocated" ? "2" : work === null ? "3" : "4" },
    "transaction-date": { "@iso-date": day },
    value: value(amount, day),
    description: text(about),
    ...(giver === null ? {} : { "provider-org": text(giver) }),
    ...(agency === null ? {} : { "receiver-org": text(agency) })
  }
}

/** Pipeline before its first year, implementation until money of its last year can be paid no more, then closed. */
const statusOn = (asOf: Day, first: number, last: number): string =>
  asOf < firstDayOf(first) ? "1" : asOf > lastDayOf(last) ? "4" : "2"

/**
 * An activity of IATI 2.03, elements in the order that its schema wants; null where no entry is of a stage that IATI has a word for.
 *
 * **Details** One activity for each unit and source. Its identifier keeps to the system's own number of the unit, so that a rename or
 * another code leaves it the same.
 */
export const activityOf = ({ entries, giverOf, source, unit }: FundedActivity, asOf: Day): Xml | null => {
  const told = entries.filter(({ stage }) => isToldStage(stage))
  if (told.length === 0) return null
  const { name } = sourceOf(source)
  const place = `${unit.type} ${unit.name}`
  const years = told.map(({ year }) => year)
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const isIllustrative = told.some(({ illustrative }) => illustrative)
  const note = (language: "vi" | "en") => (isIllustrative ? ` (${illustrativeNote[language]})` : "")
  const planned = Map.groupBy(
    told.filter(({ stage }) => stage === "planned"),
    ({ year }) => year
  )
  const type = funderType(source)
  return {
    "@default-currency": "VND",
    "@xml:lang": "vi",
    ...marked(isIllustrative),
    "iati-identifier": `${publisher.id}-${unit.id}-${source}`,
    "reporting-org": { "@ref": publisher.id, "@type": "10", ...narrative(publisher.name) },
    title: narrative({ vi: `Nông thôn mới: ${place}, ${name.vi}`, en: `New rural development: ${place}, ${name.en}` }),
    description: narrative({
      vi: `Vốn của ${place} (mã ${unit.code}) từ nguồn ${name.vi}${note("vi")}`,
      en: `Money of ${place} (code ${unit.code}) from the source ${name.en}${note("en")}`
    }),
    "participating-org": [
      { "@role": "1", ...(type === null ? {} : { "@type": type }), ...narrative(name) },
      { "@role": "2", "@type": "11", ...text(`UBND ${place}`) }
    ],
    "activity-status": { "@code": statusOn(asOf, first, last) },
    "activity-date": [
      { "@iso-date": firstDayOf(first), "@type": "1" },
      { "@iso-date": lastDayOf(last), "@type": "3" }
    ],
    "recipient-country": { "@code": "VN", "@percentage": "100" },
    location: { "@ref": unit.code, name: text(place) },
    sector: { "@vocabulary": "1", "@code": RURAL_DEVELOPMENT, "@percentage": "100" },
    budget: [...planned].toSorted(([a], [b]) => a - b).map(([year, of]) => budgetOf(year, of)),
    transaction: told.filter(({ stage }) => stage !== "planned").map((entry) => transactionOf(entry, giverOf(entry)))
  }
}
