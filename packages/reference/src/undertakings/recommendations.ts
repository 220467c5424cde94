import { Contrast, FigureRef, Recommendation, RecommendedOption } from "@ntm/domain/assignments"
import { Schema } from "effect"
import type { ReferenceDocument } from "../documents.ts"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"
import { knownFigure } from "./figures.ts"

const text = Schema.optionalKey(Schema.NullOr(Schema.String))
const names = Schema.optionalKey(Schema.Array(Schema.NonEmptyString))
const { drawbacks, requirements, ...option } = RecommendedOption.fields

const Row = Schema.Struct({
  id: Schema.NonEmptyString,
  no: Schema.optionalKey(Schema.Int),
  addressee: Recommendation.fields.addressee,
  title: Recommendation.fields.title,
  summary: text,
  points: names,
  options: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({
        ...option,
        requirements: Schema.optionalKey(requirements),
        drawbacks: Schema.optionalKey(drawbacks)
      })
    )
  ),
  section: text,
  dueText: text,
  frequency: text,
  tasks: names,
  figures: names
})
type Row = typeof Row.Type

const Link = Schema.Struct({
  no: Schema.NonEmptyString,
  closing: Schema.optionalKey(Recommendation.fields.closing),
  contrasts: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({
        says: Contrast.fields.says,
        document: Contrast.fields.document,
        place: Schema.optionalKey(Contrast.fields.place),
        figures: Schema.optionalKey(Schema.Array(FigureRef)),
        condition: Schema.optionalKey(Contrast.fields.condition)
      })
    )
  )
})
type Link = typeof Link.Type

const decodeRows = decoder(Schema.Array(Row))
const decodeLinks = decoder(Schema.Array(Link))
const decodeIssuer = decoder(Schema.Struct({ issuer: Schema.NonEmptyString }))

const joined = (...parts: ReadonlyArray<string | null | undefined>): string | null => {
  const told = parts.filter((part) => part !== null && part !== undefined && part !== "")
  return told.length === 0 ? null : told.join("; ")
}

const recommendationOf = (
  { id: document }: ReferenceDocument,
  supervisor: string,
  row: Row,
  link: Link | undefined
): Recommendation => ({
  document,
  no: row.id,
  place: row.no ?? null,
  supervisor,
  addressee: row.addressee,
  title: row.title,
  summary: row.summary ?? null,
  points: row.points ?? [],
  options: (row.options ?? []).map((one) => ({ requirements: [], drawbacks: [], ...one })),
  section: row.section ?? null,
  dueText: joined(row.dueText, row.frequency),
  tasks: row.tasks ?? [],
  figures: (row.figures ?? []).map((figure) => ({ document, figure })),
  closing: link?.closing ?? null,
  contrasts: (link?.contrasts ?? []).map((contrast) => ({ place: null, figures: [], condition: null, ...contrast }))
})

/**
 * Recommendations of a document (`recommendations.json`) with what closes them and what is said against what is shown
 * (`recommendation-links.json`).
 *
 * **Details** Refused: an id twice, an assignment or a figure that does not exist, a link to no recommendation.
 */
export const readRecommendations = (
  files: DataFiles,
  documents: ReadonlyArray<ReferenceDocument>,
  figures: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report
): ReadonlyArray<Recommendation> =>
  documents.flatMap((document): ReadonlyArray<Recommendation> => {
    const base = `documents/${document.id}`
    const [rowsFile, linksFile, headFile] = [
      `${base}/recommendations.json`,
      `${base}/recommendation-links.json`,
      `${base}/document.json`
    ]
    if (!files.has(rowsFile)) return []
    const json = readJson(files, rowsFile, report)
    const rows = decodeRows(json, (path, reason) => report(rowsFile, { path }, reason.vi, reason.en)) ?? []
    if (rows.length === 0) return []
    const head = decodeIssuer(readJson(files, headFile, report), (path, { vi, en }) =>
      report(headFile, { path }, vi, en)
    )
    const linked = files.has(linksFile) ? readJson(files, linksFile, report) : []
    const links = decodeLinks(linked, (path, reason) => report(linksFile, { path }, reason.vi, reason.en)) ?? []
    const byNo = new Map(links.map((link) => [link.no, link]))
    const assigned = new Set(document.assignments.map(({ no }) => no))
    const ids = new Set<string>()
    for (const [at, { figures: stated, id, tasks }] of rows.entries()) {
      const wrong = (path: string) => (vi: string, en: string) => report(rowsFile, { path: `[${at}].${path}` }, vi, en)
      if (ids.has(id)) wrong("id")(`kiến nghị “${id}” có hai lần`, `recommendation “${id}” stands twice`)
      ids.add(id)
      for (const [place, no] of (tasks ?? []).entries()) {
        if (document.places !== undefined && !assigned.has(no))
          wrong(`tasks[${place}]`)(`không có nhiệm vụ “${no}”`, `there is no task “${no}”`)
      }
      for (const [place, figure] of (stated ?? []).entries())
        knownFigure(figures, { document: document.id, figure }, wrong(`figures[${place}]`))
    }
    for (const [at, { contrasts, no }] of links.entries()) {
      const wrong = (path: string) => (vi: string, en: string) => report(linksFile, { path: `[${at}].${path}` }, vi, en)
      if (!ids.has(no)) wrong("no")(`không có kiến nghị “${no}”`, `there is no recommendation “${no}”`)
      for (const [place, contrast] of (contrasts ?? []).entries()) {
        for (const [index, ref] of (contrast.figures ?? []).entries())
          knownFigure(figures, ref, wrong(`contrasts[${place}].figures[${index}]`))
      }
    }
    return rows.map((row) => recommendationOf(document, head?.issuer ?? "", row, byNo.get(row.id)))
  })
