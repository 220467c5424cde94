import type { Figure } from "@ntm/domain/documents"
import { cycleIn, formatCycle } from "./cycle.ts"
import { pointer } from "./fields.ts"
import type { Reading } from "../files/problem.ts"

/** A figure with the paths at which it names others. */
export interface ReadFigure {
  readonly figure: Figure
  readonly path: string
  readonly references: ReadonlyArray<{ readonly path: string; readonly id: string }>
}

/** The figures that a figure names, and where it does. */
export const referencesOf = (figure: Figure, path: string): ReadFigure["references"] => {
  const named: ReadonlyArray<readonly [string, string | number | null | undefined]> = [
    ["breakdownOf", figure.breakdownOf],
    ["outOf", figure.outOf],
    ["statedPercentOf/of", figure.statedPercentOf?.of],
    ["restates", figure.restates],
    ["differenceOf/of", figure.differenceOf?.of],
    ["differenceOf/less", figure.differenceOf?.less]
  ]
  return named.flatMap(([key, id]) => (typeof id === "string" ? [{ path: `${path}/${key}`, id }] : []))
}

/** Refuses ids used twice, and relations to nothing or to the figure itself. */
export const checkIds = (reading: Reading, figures: ReadonlyArray<ReadFigure>): void => {
  const firsts = new Map<string, string>()
  for (const { figure, path } of figures) {
    const first = firsts.get(figure.id)
    if (first === undefined) firsts.set(figure.id, path)
    else {
      reading.problem(
        pointer(path, "id"),
        `mã “${figure.id}” đã dùng cho số liệu ở ${first}`,
        `the id “${figure.id}” is already used by the figure at ${first}`
      )
    }
  }
  for (const { figure, references } of figures) {
    for (const { path, id } of references) {
      if (id === figure.id) reading.problem(path, "số liệu trỏ tới chính nó", "the figure refers to itself")
      else if (!firsts.has(id)) {
        reading.problem(
          path,
          `trỏ tới số liệu “${id}” không có trong văn bản`,
          `refers to the figure “${id}”, which is not in the document`
        )
      }
    }
  }
}

/** Refuses parts that are in the end parts of themselves. */
export const checkPartCycles = (reading: Reading, figures: ReadonlyArray<ReadFigure>): void => {
  const totals = new Map(
    figures.map(({ figure }) => [
      figure.id,
      figure.breakdownOf === null || figure.breakdownOf === figure.id ? [] : [figure.breakdownOf]
    ])
  )
  const cycle = cycleIn(totals)
  if (cycle === null) return
  const at = figures.find(({ figure }) => figure.id === cycle[0])?.path ?? ""
  const round = formatCycle(cycle)
  reading.problem(pointer(at, "breakdownOf"), `các phần tạo thành vòng: ${round}`, `parts form a cycle: ${round}`)
}
