import type { DossierNext, readSurvey } from "@ntm/domain/dossiers"
import { type Read, reader, type Typed } from "../works/reading.ts"

type FieldReader = ReturnType<typeof reader>
type SurveyContent = Parameters<typeof readSurvey>[0]

/** How sure a survey is to speak for all, in per cent; the usual one first. */
export const confidences = [95, 90, 99] as const

/** Stands in the choice of an input for none. */
export const NO_INPUT = "-"

/** What may be recorded next, as the value of a choice. */
export const nextKey = (next: DossierNext): string => {
  switch (next._tag) {
    case "step":
      return `step:${next.step}:${next.event}`
    case "paper":
      return `paper:${next.paper}`
    case "consultation":
    case "surveyed":
    case "voted":
    case "decided":
      return `${next._tag}:${next.step}`
    default:
      return next._tag
  }
}

/** Contents of a survey that a form has room for. */
export const MOST_CONTENTS = 12

/** The fields of one content of a survey. */
export const contentFields = ["content", "asked", "answered", "satisfied"] as const

const moreThan = {
  answered: { vi: "Nhiều hơn số được hỏi", en: "More than were asked" },
  satisfied: { vi: "Nhiều hơn số trả lời", en: "More than answered" }
} as const

const resultOf = (read: FieldReader, row: number) => {
  const [asked, answered, satisfied] = [
    read.count(`asked-${row}`),
    read.count(`answered-${row}`),
    read.count(`satisfied-${row}`)
  ]
  if (asked !== null && answered !== null && answered > asked) read.refuse(`answered-${row}`, moreThan.answered)
  if (answered !== null && satisfied !== null && satisfied > answered)
    read.refuse(`satisfied-${row}`, moreThan.satisfied)
  return { content: read.required(`content-${row}`), asked, answered, satisfied }
}

/** A survey out of the fields of a form: how many were asked of how many, by content. */
const surveyOf = (read: FieldReader, contents: number) => ({
  population: read.count("population"),
  of: read.required("of"),
  confidence: Number(read.required("confidence")),
  margin: read.required("margin") === null ? null : read.optionalNumber("margin"),
  results: Array.from({ length: contents }, (_, row) => resultOf(read, row)),
  input: read.optional("input") === NO_INPUT ? null : read.optional("input")
})

/** What is recorded of a dossier as it is sent, out of what was typed. `contents`: how many contents a survey has. */
export const readDossierEvent = (
  dossier: number,
  next: DossierNext,
  typed: Typed,
  contents: number,
  evidence: ReadonlyArray<object>
): Read => {
  const read = reader(typed)
  const body = (): object => {
    switch (next._tag) {
      case "step":
        return { ...next, by: read.optional("by") }
      case "paper":
        return { ...next, issuedOn: read.day("issuedOn"), title: read.required("title") }
      case "consultation":
        return {
          ...next,
          from: read.day("from"),
          to: read.day("to"),
          opinions: read.count("opinions"),
          against: read.count("against")
        }
      case "surveyed":
        return { ...next, ...surveyOf(read, contents) }
      case "voted":
        return {
          ...next,
          members: read.count("members"),
          present: read.count("present"),
          inFavour: read.count("inFavour")
        }
      case "returned":
        return { _tag: "returned", to: read.required("backTo"), reason: read.required("reason") }
      case "decided":
        return {
          _tag: "decided",
          recognised: read.required("recognised") === "yes",
          document: read.required("decision"),
          decidedOn: read.day("decidedOn")
        }
      case "revoked":
        return {
          _tag: "revoked",
          document: read.required("decision"),
          from: read.day("from"),
          reason: read.required("reason")
        }
      case "expired":
        return { _tag: "expired", from: read.day("from"), reason: read.required("reason") }
      case "closed":
        return { _tag: "closed", reason: read.required("reason") }
    }
  }
  const said = body()
  const row = {
    dossier,
    day: read.day("day"),
    body: said,
    document:
      next._tag === "decided" || next._tag === "revoked" ? read.optional("decision") : read.optional("document"),
    note: read.optional("note"),
    evidence
  }
  return read.wrong.size > 0 ? { wrong: read.wrong } : { row }
}

/** A survey as far as it was typed; undefined until it can be read. */
export const surveySoFar = (typed: Typed, contents: number): SurveyContent | undefined => {
  const read = reader(typed)
  const { margin, of, population, results, ...said } = surveyOf(read, contents)
  const confidence = confidences.find((each) => each === said.confidence)
  if (read.wrong.size > 0 || population === null || margin === null || confidence === undefined) return undefined
  const [first, ...others] = results.flatMap(({ answered, asked, content, satisfied }) =>
    content === null || asked === null || answered === null || satisfied === null
      ? []
      : [{ content, asked, answered, satisfied }]
  )
  if (first === undefined) return undefined
  return {
    population,
    of: of === "people" ? of : "households",
    confidence,
    margin,
    results: [first, ...others],
    input: null
  }
}
