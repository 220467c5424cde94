import type { CriteriaSet, SetChange, SetDifferences, SetResults, SetVersion } from "@ntm/domain/criteria"
import { CriteriaSetId } from "@ntm/domain/criteria"
import { DocumentId } from "@ntm/domain/documents"
import { Day, Moment } from "@ntm/domain/values"
import { Schema } from "effect"
import { get, listing, post } from "./endpoint.ts"
import type { FieldProblem } from "./problem.ts"
import { Nothing } from "./query.ts"
import { asking, type Previewed, writing } from "./writing.ts"

/** A set in a list, as it is at the end of its period: without its lines, its history and its source. */
export interface CriteriaSetSummary extends Omit<
  CriteriaSet,
  "conditions" | "criteria" | "amendments" | "inputs" | "recognition" | "source"
> {
  readonly criteriaCount: number
  readonly indicatorCount: number
  /** Indicators by how sure their rule is. */
  readonly verified: number
  readonly recalled: number
  readonly unknown: number
  readonly illustrative: number
}

/** A set of which only the frame is known, and the decision that issues it. */
export interface FrameSet {
  readonly id: string
  readonly name: string
  readonly document: string | null
}

/** What an office's file makes, or would make, of the sets that are known. What stands in its way comes as a problem (422) instead. */
export interface SetsTaken {
  /** Those of the file first, then those that read differently because of them (`follows`). */
  readonly sets: ReadonlyArray<{
    readonly id: string
    readonly name: string
    /** "unchanged": it reads as before, and is not written again. */
    readonly change: SetChange
    readonly follows: string | null
    /** Only its frame is known, before and after; null where it was not known before. */
    readonly frameBefore: boolean | null
    readonly frame: boolean
    readonly criteria: number
    readonly indicators: number
  }>
  /** `path` is a JSON pointer into the file. */
  readonly warnings: ReadonlyArray<FieldProblem>
}

/** The notation that people write, read whole by the server: a set, a decision that amends one, or a province's own. */
const SetNotation = Schema.Unknown

const FileName = Schema.Struct({
  /** Name of the file, kept with what it brings. */
  file: Schema.optionalKey(Schema.NonEmptyString.check(Schema.isMaxLength(200)))
})

const Known = Schema.Struct({ known_at: Schema.optionalKey(Moment) })

export const criteria = {
  /** As known at a moment (now): sets as they were loaded by then; with `as_of` those whose period holds the day. */
  list: listing<CriteriaSetSummary>()(
    "/criteria-sets",
    Nothing,
    Schema.Struct({ ...Known.fields, as_of: Schema.optionalKey(Day) })
  ),
  /** Without `as_of` the set with its whole history; with it, as in force on that day, and `asOf` says so. */
  get: get<CriteriaSet>()(
    "/criteria-sets/:id",
    Schema.Struct({ id: CriteriaSetId }),
    Schema.Struct({ ...Known.fields, as_of: Schema.optionalKey(Day) })
  ),
  /** Everything that the set ever said, the newest first: when, from whom, out of which file. */
  versions: listing<SetVersion>()("/criteria-sets/:id/versions", Schema.Struct({ id: CriteriaSetId }), Known),
  /** What a file would do; nothing is written. */
  preview: asking(post<SetsTaken & Previewed>()("/criteria-sets/preview", Nothing, FileName, SetNotation)),
  /**
   * Loads the sets of a file, wholly or not at all, in the place of those of the same id.
   *
   * **Details** `knownFrom`: the moment from which they are known; asked as of an earlier one, every answer is what it was. Null where
   * every set of the file reads as before.
   */
  load: writing({ changes: "/criteria-sets/:id", replaces: true })(
    post<SetsTaken & { readonly knownFrom: Moment | null }>()("/criteria-sets", Nothing, FileName, SetNotation)
  ),
  /** What the set `with` asks for beside this one: on `as_of`, or each at the end of its own period. `frames`: of these only a
   * frame is known, so that what the other asks for is not dropped by them: it is not known. */
  differences: get<SetDifferences & { readonly asOf: string | null; readonly frames: ReadonlyArray<FrameSet> }>()(
    "/criteria-sets/:id/differences",
    Schema.Struct({ id: CriteriaSetId }),
    Schema.Struct({ ...Known.fields, with: CriteriaSetId, as_of: Schema.optionalKey(Day) })
  ),
  /** Phụ lục 01 of a document. */
  results: listing<SetResults>()(
    "/documents/:id/results",
    Schema.Struct({ id: DocumentId }),
    Schema.Struct({ as_of: Schema.optionalKey(Day) })
  )
}
