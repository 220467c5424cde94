import type { Recognition, Recording } from "../criteria/index.ts"
import type { Bilingual, Day } from "../values/index.ts"
import type { Dossier } from "./dossier.ts"
import type { DossierEventRecording } from "./event.ts"
import { readSurvey, surveyObservation } from "./reading-survey.ts"

/** The recognition that an event makes; null for every event but a decision that recognises. */
export const recognitionOf = (
  { criteriaSet, note, tier, unit }: Dossier,
  { body, illustrative }: DossierEventRecording
): Recognition | null =>
  body._tag === "decided" && body.recognised
    ? {
        unit,
        tier,
        criteriaSet,
        document: body.document,
        decidedOn: body.decidedOn,
        revokedOn: null,
        note,
        illustrative
      }
    : null

/** The first day on which the recognition of its dossier no longer holds by an event; null for every event that ends none. */
export const endOf = ({ body }: DossierEventRecording): Day | null =>
  body._tag === "revoked" || body._tag === "expired" ? body.from : null

/** The value that an event gives to a criterion, or none and why. */
export type EventObservation =
  | { readonly observation: Recording; readonly why: null }
  | { readonly observation: null; readonly why: Bilingual }

const none = (vi: string, en: string): EventObservation => ({ observation: null, why: { vi, en } })

/**
 * Which observation a survey of a dossier gives, to be recorded in the same transaction; none for any other event, and why.
 *
 * **Details** Its day, document, evidence and whether it is illustrative are those of the event.
 */
export const observationOf = ({ unit }: Dossier, event: DossierEventRecording): EventObservation => {
  const { body, day, document, evidence, illustrative } = event
  if (body._tag !== "surveyed")
    return none("chỉ kết quả khảo sát cho số liệu của tiêu chí", "only surveys give values to criteria")
  const { confidence, input, margin, of, population, results } = body
  const survey = { confidence, input, margin, of, population, results, unit, day }
  const recording = surveyObservation(survey, document)
  if (recording !== null) return { observation: { ...recording, evidence, illustrative }, why: null }
  const { sentence } = readSurvey(survey)
  return input === null
    ? none("không có số liệu nào của bộ tiêu chí hỏi kết quả này", "no input of criteria asks for its result")
    : none(`chưa đủ người trả lời: ${sentence.vi}`, `too few answered: ${sentence.en}`)
}
