import { Schema } from "effect"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"

const decodeFigures = decoder(Schema.Array(Schema.Struct({ id: Schema.NonEmptyString })))

/** The ids of the figures that each document states, by document. Figures themselves are read by whoever needs them. */
export const figureIds = (
  files: DataFiles,
  documents: ReadonlyArray<string>,
  report: Report
): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    documents.map((document) => {
      const file = `documents/${document}/figures.json`
      const json = files.has(file) ? readJson(files, file, report) : []
      const figures = decodeFigures(json, (path, reason) => report(file, { path }, reason.vi, reason.en)) ?? []
      return [document, new Set(figures.map(({ id }) => id))] as const
    })
  )

/** Tells a figure that no document of the folder states. */
export const knownFigure = (
  figures: ReadonlyMap<string, ReadonlySet<string>>,
  ref: { readonly document: string; readonly figure: string },
  wrong: (vi: string, en: string) => void
): void => {
  if (figures.get(ref.document)?.has(ref.figure) === true) return
  const { document, figure } = ref
  wrong(`văn bản “${document}” không có số liệu “${figure}”`, `“${document}” states no figure “${figure}”`)
}
