import { Schema } from "effect"
import { type Bilingual, bothLanguages, problemLines, rowProblemFields } from "../values/index.ts"

/** Why a dossier cannot be opened or moved. */
export const DossierProblemKind = Schema.Literals([
  "form",
  "unknownUnit",
  "unitNotStanding",
  "unknownProcedure",
  "procedureOfOther",
  "unknownSet",
  "alreadyOpen",
  "alreadyHeld",
  "notAllowedByAssessment",
  "unknownDossier",
  "decided",
  "unknownStep",
  "stepBeforePredecessor",
  "stepDoneTwice",
  "unknownPaper",
  "papersMissing",
  "ruleNotMet",
  "consultationTooShort",
  "votesOver",
  "futureDay",
  "dayBeforeOpening",
  "notAllowed",
  "notInScope",
  "notRecognised",
  "alreadyEnded",
  "stepNotOfRule",
  "surveyWrong",
  "dayBack",
  "duplicate",
  "unknownTask"
])
export type DossierProblemKind = typeof DossierProblemKind.Type

export const DossierProblem = Schema.Struct(rowProblemFields(DossierProblemKind))
export type DossierProblem = typeof DossierProblem.Type

/** What is wrong with a batch, by row; nothing of it was written. */
export class DossiersRefused extends Schema.TaggedError<DossiersRefused>()("DossiersRefused", {
  problems: Schema.NonEmptyArray(DossierProblem)
}) {
  override get message() {
    return problemLines(this.problems)
  }
}

export class DossierNotFound extends Schema.TaggedError<DossierNotFound>()("DossierNotFound", { id: Schema.Int }) {
  get sentence(): Bilingual {
    return { vi: `Không có hồ sơ số ${this.id}`, en: `There is no dossier ${this.id}` }
  }
  override get message() {
    return bothLanguages(this.sentence)
  }
}
