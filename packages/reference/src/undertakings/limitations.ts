import { Limitation } from "@ntm/domain/assignments"
import { Schema } from "effect"
import type { ReferenceDocument } from "../documents.ts"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"
import { knownFigure } from "./figures.ts"

const text = Schema.optionalKey(Schema.NullOr(Schema.String))
const names = Schema.optionalKey(Schema.Array(Schema.NonEmptyString))

/** Kinds by the words with which the transcriptions name them. */
const kinds: ReadonlyMap<string, Limitation["kind"]> = new Map([
  ["limitation", "limitation"],
  ["hạn chế", "limitation"],
  ["nhược điểm phương án", "limitation"],
  ["cause", "cause"],
  ["nguyên nhân", "cause"],
  ["khó khăn, nguyên nhân", "cause"],
  ["nhận định", "remark"]
])

const natures: ReadonlyMap<string, Limitation["nature"]> = new Map([
  ["khách quan", "objective"],
  ["chủ quan", "subjective"]
])

const Row = Schema.Struct({
  id: Schema.NonEmptyString,
  /** One document says `type`, others `kind`; one `summary`, others `text`. */
  kind: Schema.optionalKey(Schema.NonEmptyString),
  type: Schema.optionalKey(Schema.NonEmptyString),
  category: Limitation.fields.category,
  text: Schema.optionalKey(Limitation.fields.text),
  summary: Schema.optionalKey(Limitation.fields.text),
  section: text,
  figures: names,
  scope: text,
  units: names,
  nature: Schema.optionalKey(Schema.NonEmptyString)
})
type Row = typeof Row.Type

const Link = Schema.Struct({ id: Schema.NonEmptyString, recommendations: names, units: names })
type Link = typeof Link.Type

const decodeRows = decoder(Schema.Array(Row))
const decodeLinks = decoder(Schema.Array(Link))

const limitationOf = (document: Limitation["document"], row: Row, link: Link | undefined): Limitation => ({
  document,
  id: row.id,
  kind: kinds.get(row.kind ?? row.type ?? "") ?? "remark",
  nature: natures.get(row.nature ?? "") ?? null,
  category: row.category,
  text: row.text ?? row.summary ?? row.category,
  section: row.section ?? null,
  figures: (row.figures ?? []).map((figure) => ({ document, figure })),
  units: [
    ...(row.scope === undefined || row.scope === null ? [] : [row.scope]),
    ...(row.units ?? []),
    ...(link?.units ?? [])
  ],
  recommendations: link?.recommendations ?? []
})

const readLinks = (files: DataFiles, file: string, report: Report): ReadonlyArray<Link> => {
  if (!files.has(file)) return []
  return (
    decodeLinks(readJson(files, file, report), (path, reason) => report(file, { path }, reason.vi, reason.en)) ?? []
  )
}

/**
 * Limitations and causes of a document (`limitations.json`, `issues-and-causes.json`) with the recommendations that answer them
 * (`limitation-links.json`).
 *
 * **Details** Refused: an id twice, a kind or a nature of no name, neither text nor summary, figures and recommendations that do not exist.
 */
export const readLimitations = (
  files: DataFiles,
  documents: ReadonlyArray<ReferenceDocument>,
  known: {
    readonly figures: ReadonlyMap<string, ReadonlySet<string>>
    readonly recommendations: ReadonlySet<string>
  },
  report: Report
): ReadonlyArray<Limitation> =>
  documents.flatMap(({ id: document }): ReadonlyArray<Limitation> => {
    const base = `documents/${document}`
    const linksFile = `${base}/limitation-links.json`
    const links = readLinks(files, linksFile, report)
    const ids = new Set<string>()
    const read = ["limitations.json", "issues-and-causes.json"].flatMap((name): ReadonlyArray<Row> => {
      const file = `${base}/${name}`
      if (!files.has(file)) return []
      const json = readJson(files, file, report)
      const rows = decodeRows(json, (path, reason) => report(file, { path }, reason.vi, reason.en)) ?? []
      for (const [at, row] of rows.entries()) {
        const wrong = (path: string) => (vi: string, en: string) => report(file, { path: `[${at}].${path}` }, vi, en)
        if (ids.has(row.id)) wrong("id")(`“${row.id}” có hai lần`, `“${row.id}” stands twice`)
        ids.add(row.id)
        const kind = row.kind ?? row.type
        if (kind === undefined || !kinds.has(kind))
          wrong("kind")(`không biết loại “${kind ?? ""}”`, `the kind “${kind ?? ""}” is not known`)
        if (row.nature !== undefined && !natures.has(row.nature))
          wrong("nature")(`phải là khách quan hoặc chủ quan`, `must be khách quan or chủ quan`)
        if (row.text === undefined && row.summary === undefined) wrong("text")("thiếu nội dung", "the text is missing")
        for (const [place, figure] of (row.figures ?? []).entries())
          knownFigure(known.figures, { document, figure }, wrong(`figures[${place}]`))
      }
      return rows
    })
    for (const [at, { id, recommendations }] of links.entries()) {
      const wrong = (path: string, vi: string, en: string) => report(linksFile, { path: `[${at}].${path}` }, vi, en)
      if (!ids.has(id)) wrong("id", `không có hạn chế “${id}”`, `there is no limitation “${id}”`)
      for (const [place, no] of (recommendations ?? []).entries()) {
        if (!known.recommendations.has(`${document}/${no}`))
          wrong(`recommendations[${place}]`, `không có kiến nghị “${no}”`, `there is no recommendation “${no}”`)
      }
    }
    return read.map((row) =>
      limitationOf(
        document,
        row,
        links.find(({ id }) => id === row.id)
      )
    )
  })
