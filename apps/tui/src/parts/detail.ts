import { type Line, span, type Tone } from "./line.ts"
import { fit, wrap } from "./text.ts"

/** One labelled paragraph of a detail pane. */
export interface Field {
  readonly label: string
  readonly text: string
  readonly tone?: Tone
}

/** What Enter opens on a row. */
export interface Detail {
  readonly title: string
  readonly fields: ReadonlyArray<Field>
}

const LABEL = 22

/**
 * A detail pane as lines of `width` cells: labels to the left, wrapped text beside them. Fields of one line stand
 * close together; longer ones have an empty line around them.
 */
export const detailLines = (detail: Detail, width: number): ReadonlyArray<Line> => {
  const label = Math.min(LABEL, Math.floor(width / 3))
  const title = wrap(detail.title, width).map((text): Line => [span(text, "strong")])
  const fields = detail.fields.map((field) =>
    wrap(field.text, width - label - 1).map((text, index): Line => [
      span(fit(index === 0 ? field.label : "", label), "dim"),
      span(" "),
      span(text, field.tone ?? "plain")
    ])
  )
  const apart = (index: number): boolean =>
    index === 0 || (fields[index - 1]?.length ?? 0) > 1 || (fields[index]?.length ?? 0) > 1
  return [...title, ...fields.flatMap((lines, index) => (apart(index) ? [[], ...lines] : lines))]
}
