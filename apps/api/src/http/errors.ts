import type { FieldProblem } from "@ntm/contract"
import type {
  CriteriaSetNotFound,
  CriteriaSetRefused,
  EvidenceNotFound,
  EvidenceRefused,
  ObservationsRefused
} from "@ntm/domain/criteria"
import type { DocumentNotFound } from "@ntm/domain/documents"
import type { RegisterChanged, ReorganisationNotFound, ReorganisationRefused, UnitNotFound } from "@ntm/domain/units"
import type { FundingRefused, WorkId } from "@ntm/domain/funding"
import type {
  AgencyId,
  RecommendationsRefused,
  RecommendationKey,
  TaskKey,
  TasksRefused
} from "@ntm/domain/assignments"
import type { AccessRefused, PeopleRefused } from "@ntm/domain/people"
import type { Day } from "@ntm/domain/values"
import type { WorksRefused } from "@ntm/domain/works"
import type { InventoryRefused } from "@ntm/domain/inventory"
import type { DossierNotFound, DossiersRefused, ProceduresRefused } from "@ntm/domain/dossiers"
import type { KeyInProgress, KeyReused, KeyUnsettled, ToldOnce } from "@ntm/domain/changes"
import { Data } from "effect"
import type { Hindrance } from "../health/hindrance.ts"
import type { ChangesApiError } from "../changes/errors.ts"
import type { PeopleApiError } from "../people/errors.ts"
import type { ReadingError } from "./reading-errors.ts"

/** Path parameters or query could not be read; one entry a field. */
export class InvalidParameters extends Data.TaggedError("InvalidParameters")<{
  readonly errors: ReadonlyArray<FieldProblem>
}> {}

/** The body is not JSON of the form asked for; one entry a place in it. */
export class InvalidBody extends Data.TaggedError("InvalidBody")<{
  readonly errors: ReadonlyArray<FieldProblem>
}> {}

/** The body does not say that it is JSON. A page of another site cannot say so without being asked whether it may. */
export class NotJson extends Data.TaggedError("NotJson")<{}> {}

/** The body is not said to be a file of a kind that is taken. A page of another site cannot say so without being asked. */
export class NotAFile extends Data.TaggedError("NotAFile")<{}> {}

/** The body is compressed or otherwise encoded: how large it would be is not known before it is read. */
export class BodyEncoded extends Data.TaggedError("BodyEncoded")<{}> {}

/** The body broke off before its end. */
export class BodyCutOff extends Data.TaggedError("BodyCutOff")<{}> {}

/** The address itself is broken: percent-encoding that is no text, or a NUL in it. */
export class MalformedAddress extends Data.TaggedError("MalformedAddress")<{}> {}

export class AddressTooLong extends Data.TaggedError("AddressTooLong")<{ readonly maximum: number }> {}

export class BodyTooLarge extends Data.TaggedError("BodyTooLarge")<{ readonly maximum: number }> {}

/** A change asked for from beyond this machine, while nobody can sign in. */
export class ChangesStayLocal extends Data.TaggedError("ChangesStayLocal") {}

export class UnknownPath extends Data.TaggedError("UnknownPath")<{ readonly path: string }> {}

export class MethodNotAllowed extends Data.TaggedError("MethodNotAllowed")<{
  readonly method: string
  /** Methods that the address takes; without it those that read. */
  readonly allow?: string
}> {}

/** A fault of ours. Its cause goes to the log under the request's id, never into the answer. */
export class InternalFault extends Data.TaggedError("InternalFault")<{}> {}

/** The data cannot be reached at the moment: the database is away, or being restarted. */
export class DataUnavailable extends Data.TaggedError("DataUnavailable")<{}> {}

/** What is asked to be done lies outside of what who asks may, as the database found. */
export class OutsideScope extends Data.TaggedError("OutsideScope")<{ readonly refused: AccessRefused }> {}

/** Rows of a batch name what is not there for who asks, whether or not it is there for others. */
export class RowsNotFound extends Data.TaggedError("RowsNotFound")<{}> {}

/** The scanner gave no verdict on a file, and none is taken unseen. */
export class NotScanned extends Data.TaggedError("NotScanned")<{}> {}

/** A caller has as many requests under way as one may have. */
export class TooManyAtOnce extends Data.TaggedError("TooManyAtOnce")<{ readonly most: number }> {}

/** Too many expensive questions are waiting already, whoever asked them. */
export class TooBusy extends Data.TaggedError("TooBusy")<{ readonly seconds: number }> {}

/** The answer took longer than one may take; what it had begun to write was rolled back. */
export class TookTooLong extends Data.TaggedError("TookTooLong")<{ readonly seconds: number }> {}

/** The program is still preparing its data; asking again in a moment helps. */
export class NotReady extends Data.TaggedError("NotReady")<{}> {}

/** The program cannot be sent requests just now. */
export class NotServing extends Data.TaggedError("NotServing")<{ readonly why: Hindrance }> {}

/** A work that was not approved by the day, as known then. */
export class WorkNotFound extends Data.TaggedError("WorkNotFound")<{ readonly id: WorkId; readonly asOf: Day }> {}

/** A task that no document had given by the day. */
export class TaskNotFound extends Data.TaggedError("TaskNotFound")<{ readonly key: TaskKey; readonly asOf: Day }> {}

/** A recommendation that no document had made by the day. */
export class RecommendationNotFound extends Data.TaggedError("RecommendationNotFound")<{
  readonly key: RecommendationKey
  readonly asOf: Day
}> {}

/** An agency that is not known under this id. */
export class AgencyNotFound extends Data.TaggedError("AgencyNotFound")<{ readonly id: AgencyId }> {}

/** An input that no criteria set asks for. */
export class InputNotFound extends Data.TaggedError("InputNotFound")<{ readonly key: string }> {}

/** What is to be changed is not any more what whoever asks has seen. */
export class ChangedMeanwhile extends Data.TaggedError("ChangedMeanwhile")<{
  /** Path of the question that reads it. */
  readonly reading: string
  /** Its tags as it stands; none where it is not there. */
  readonly tags: ReadonlyArray<string>
}> {}

/** What is there would be replaced, and whoever asks does not say what they have seen of it. */
export class SayWhatYouSaw extends Data.TaggedError("SayWhatYouSaw")<{ readonly reading: string }> {}

/** How a change can be refused because of what was asked for or changed before. */
export type WritingError = KeyReused | KeyInProgress | KeyUnsettled | ToldOnce | ChangedMeanwhile | SayWhatYouSaw

/** What the domain can refuse. */
export type DomainError =
  | DocumentNotFound
  | UnitNotFound
  | CriteriaSetNotFound
  | CriteriaSetRefused
  | ObservationsRefused
  | FundingRefused
  | WorksRefused
  | InventoryRefused
  | TasksRefused
  | RecommendationsRefused
  | DossiersRefused
  | ProceduresRefused
  | DossierNotFound
  | EvidenceNotFound
  | EvidenceRefused
  | ReorganisationRefused
  | ReorganisationNotFound
  | RegisterChanged

/** Everything that the API can answer instead of a success. */
export type ApiError =
  | DomainError
  | ChangesApiError
  | PeopleApiError
  | ReadingError
  | AccessRefused
  | PeopleRefused
  | InvalidParameters
  | InputNotFound
  | WorkNotFound
  | TaskNotFound
  | RecommendationNotFound
  | AgencyNotFound
  | InvalidBody
  | NotJson
  | NotAFile
  | BodyCutOff
  | BodyEncoded
  | MalformedAddress
  | AddressTooLong
  | BodyTooLarge
  | ChangesStayLocal
  | WritingError
  | UnknownPath
  | MethodNotAllowed
  | InternalFault
  | DataUnavailable
  | NotScanned
  | TooManyAtOnce
  | TooBusy
  | TookTooLong
  | OutsideScope
  | RowsNotFound
  | NotReady
  | NotServing
