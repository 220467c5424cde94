import type { DocumentId } from "@ntm/domain/documents"
import { ItemTarget } from "@ntm/domain/inventory"
import { type Chronicle, unitByCode, UnitCode } from "@ntm/domain/units"
import { formatNumber } from "@ntm/domain/values"
import { Schema } from "effect"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"

const FILE = "inventory/targets.json"

/** The link of a figure to the register that it is about; what it says is the figure's own. */
const Link = Schema.Struct({
  document: ItemTarget.fields.document,
  figure: Schema.NonEmptyString,
  kind: ItemTarget.fields.kind,
  year: ItemTarget.fields.year,
  counts: ItemTarget.fields.counts,
  day: ItemTarget.fields.day,
  /** With their names, so that a code which means another unit on the day is seen. */
  units: Schema.NonEmptyArray(Schema.Struct({ code: UnitCode, name: Schema.NonEmptyString })),
  per: ItemTarget.fields.per,
  types: ItemTarget.fields.types,
  leftOut: ItemTarget.fields.leftOut
})
const decodeLinks = decoder(Schema.Array(Link))

const LinkedFigure = Schema.Struct({
  id: Schema.NonEmptyString,
  label: Schema.NonEmptyString,
  value: Schema.Finite,
  unit: Schema.optionalKey(Schema.NullOr(Schema.String)),
  qualifier: Schema.optionalKey(Schema.NullOr(Schema.String)),
  scope: Schema.optionalKey(Schema.NullOr(Schema.String))
})
type LinkedFigure = typeof LinkedFigure.Type
const decodeFigures = decoder(Schema.Array(Schema.Struct({ id: Schema.NonEmptyString })))
const decodeFigure = decoder(LinkedFigure)

/** "Mô hình thôn thông minh tối thiểu mỗi xã: ít nhất 1 mô hình/xã (xã NTM kiểu mẫu)" */
const textOf = ({ label, qualifier, scope, unit, value }: LinkedFigure): string =>
  [
    `${label}:`,
    qualifier ?? "",
    formatNumber(value),
    unit ?? "",
    scope === undefined || scope === null ? "" : `(${scope})`
  ]
    .filter((part) => part !== "")
    .join(" ")

/** The figure of a document; undefined after a report where it states none of that id, or not a number of things. */
const figureOf = (
  files: DataFiles,
  document: DocumentId,
  id: string,
  wrong: (path: string, vi: string, en: string) => void
): LinkedFigure | undefined => {
  const file = `documents/${document}/figures.json`
  const json = files.has(file) ? readJson(files, file, () => undefined) : []
  const all: ReadonlyArray<unknown> = Array.isArray(json) ? json : []
  const at = (decodeFigures(json, () => undefined) ?? []).findIndex((figure) => figure.id === id)
  const figure = at < 0 ? undefined : decodeFigure(all[at], () => undefined)
  if (figure === undefined)
    wrong("figure", `văn bản “${document}” không có số liệu “${id}”`, `“${document}” states no figure “${id}”`)
  else if (!Number.isInteger(figure.value) || figure.value <= 0) {
    wrong("figure", `số liệu “${id}” không phải là một số đếm`, `the figure “${id}” is not a count`)
    return undefined
  }
  return figure
}

/**
 * What documents want of the registers: figures of theirs, linked to a register, a year and units.
 *
 * **Details** `chronicle` undefined: it could not be made, so units are not held against it. Refused: a figure that its document does not state
 * or that is not a count, and units that are called otherwise on the day.
 */
export const readItemTargets = (
  files: DataFiles,
  chronicle: Chronicle | undefined,
  report: Report
): ReadonlyArray<ItemTarget> => {
  if (!files.has(FILE)) return []
  const json = readJson(files, FILE, report)
  const links = decodeLinks(json, (path, reason) => report(FILE, { path }, reason.vi, reason.en)) ?? []
  return links.flatMap(({ figure: id, units, ...link }, index): ReadonlyArray<ItemTarget> => {
    const wrong = (path: string, vi: string, en: string) => report(FILE, { path: `[${index}].${path}` }, vi, en)
    const figure = figureOf(files, link.document, id, wrong)
    for (const [at, { code, name }] of units.entries()) {
      const unit = chronicle === undefined ? undefined : unitByCode(chronicle.register, code, link.day)
      if (chronicle !== undefined && unit?.name !== name)
        wrong(
          `units[${at}]`,
          `mã ${code} ngày ${link.day} không phải là ${name}`,
          `the code ${code} does not mean ${name} on ${link.day}`
        )
    }
    const [first, ...others] = units
    return figure === undefined
      ? []
      : [
          {
            ...link,
            id,
            text: textOf(figure),
            value: figure.value,
            units: [first.code, ...others.map(({ code }) => code)]
          }
        ]
  })
}
