import { catalogueOf, type InputCatalogue, type Recording } from "@ntm/domain/criteria"
import { unitByCode } from "@ntm/domain/units"
import { formatDay } from "@ntm/domain/values"
import { Schema } from "effect"
import { type DataFiles, readJson } from "../files.ts"
import { decoder, type Report } from "../problem.ts"
import { drawFrom } from "./draw.ts"
import { ObservationFile } from "./observations-file.ts"
import { makeValues } from "./values.ts"
import { type Known, wantedOf } from "./wanted.ts"

const FILE = "pilot/observations.json"

const decodeFile = decoder(ObservationFile)

const decodeFigures = decoder(
  Schema.Array(
    Schema.Struct({
      id: Schema.String,
      value: Schema.Unknown,
      statedPercentOf: Schema.optionalKey(Schema.Struct({ percent: Schema.Finite }))
    })
  )
)

type Published = ObservationFile["published"][number]

/** The number that a document publishes; undefined after a report. */
const publishedValue = (files: DataFiles, { document, value }: Published, wrong: (vi: string, en: string) => void) => {
  if (typeof value === "number") return value
  const file = `documents/${document}/figures.json`
  const figures = files.has(file)
    ? decodeFigures(
        readJson(files, file, () => undefined),
        () => undefined
      )
    : undefined
  const figure = figures?.find(({ id }) => id === value.figure)
  const found = value.take === "percent" ? figure?.statedPercentOf?.percent : figure?.value
  if (typeof found === "number") return found
  wrong(`${file} không có số “${value.figure}”`, `${file} has no number “${value.figure}”`)
  return undefined
}

const common = { kind: "stock", from: null, state: "approved", evidence: [], note: null, supersedes: null } as const

const published = (files: DataFiles, file: ObservationFile, known: Known, report: Report): ReadonlyArray<Recording> =>
  file.published.flatMap((one, at): ReadonlyArray<Recording> => {
    const wrong = (vi: string, en: string) => report(FILE, { path: `published[${at}]` }, vi, en)
    const value = publishedValue(files, one, wrong)
    const unit = unitByCode(known.chronicle.register, one.unit, one.day)
    if (unit === undefined)
      wrong(`không có đơn vị ${one.unit} vào ngày ${formatDay(one.day)}`, `no unit ${one.unit} on ${one.day}`)
    if (value === undefined || unit === undefined) return []
    const source = { from: "document", document: one.document, place: one.place } as const
    return [{ ...common, unit: unit.id, input: one.input, day: one.day, value, source, illustrative: false }]
  })

/** Values to be recorded, and the inputs that they are of. */
export interface PilotObservations {
  readonly recordings: ReadonlyArray<Recording>
  readonly inputs: InputCatalogue
}

export const noObservations: PilotObservations = { recordings: [], inputs: new Map() }

/**
 * Observations of the pilot: what documents publish of the province, and values of communes and districts that are made up so
 * that a published table comes out; none where the folder has no `pilot/observations.json`.
 *
 * **Details** What is made up is marked illustrative and always the same. If the evaluator does not find every unit to meet what it
 * should, each unit and line is reported.
 */
export const readObservations = (files: DataFiles, known: Known, report: Report): PilotObservations => {
  if (!files.has(FILE)) return noObservations
  const json = readJson(files, FILE, report)
  const file =
    json === undefined ? undefined : decodeFile(json, (path, reason) => report(FILE, { path }, reason.vi, reason.en))
  if (file === undefined) return noObservations
  const inputs = catalogueOf(known.criteriaSets)
  const draw = drawFrom(file.seed)
  const wanted = file.results.flatMap((asked, at) => {
    const wrong = (vi: string, en: string) => report(FILE, { path: `results[${at}]` }, vi, en)
    return wantedOf(file, asked, known, draw, wrong) ?? []
  })
  const values = makeValues({
    chronicle: known.chronicle,
    day: file.day,
    wanted,
    inputs,
    stated: new Map(Object.entries(file.stated)),
    draw,
    wrong: ({ code, name, type }, line, vi, en) =>
      report(
        FILE,
        { path: "results" },
        `${type} ${name} (${code}), ${line}: ${vi}`,
        `${type} ${name} (${code}), ${line}: ${en}`
      )
  })
  const source = { from: "import", name: file.import } as const
  const made = values.map(({ day, from, input, unit, value }): Recording => ({
    ...common,
    unit,
    input,
    day,
    value,
    source,
    illustrative: true,
    ...(from === null ? {} : { kind: "flow", from })
  }))
  return { recordings: [...published(files, file, known, report), ...made], inputs }
}
