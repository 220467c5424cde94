import type { ShownFigure } from "@ntm/contract"
import { type DocumentContent, type DocumentId, Documents, figureText } from "@ntm/domain/documents"
import { Effect } from "effect"

interface FigureRef {
  readonly document: DocumentId
  readonly figure: string
}

/** Figures as their documents print them, with how many findings stand on each. A document is read once; a figure that is not there is left out. */
export const shownFigures = Effect.fnUntraced(function* (refs: ReadonlyArray<FigureRef>) {
  const port = yield* Documents
  const ids = [...new Set(refs.map(({ document }) => document))]
  const contents = new Map<DocumentId, DocumentContent>()
  const findings = new Map<string, number>()
  for (const id of ids) {
    const content = yield* Effect.catchTag(port.get(id), "DocumentNotFound", () => Effect.succeed(null))
    if (content === null) continue
    contents.set(id, content)
    for (const { places } of yield* port.findings(id)) {
      const here = new Set(
        places.flatMap(({ document, figure }) => (document === id && figure !== null ? [figure] : []))
      )
      for (const figure of here) findings.set(`${id} ${figure}`, (findings.get(`${id} ${figure}`) ?? 0) + 1)
    }
  }
  return (own: ReadonlyArray<FigureRef>): ReadonlyArray<ShownFigure> =>
    own.flatMap(({ document, figure: id }) => {
      const figure = contents.get(document)?.figures.find((one) => one.id === id)
      if (figure === undefined) return []
      const found = findings.get(`${document} ${id}`) ?? 0
      return [{ document, figure: id, label: figure.label, value: figureText(figure), findings: found }]
    })
})
