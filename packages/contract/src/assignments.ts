import type { Assignment, DueState } from "@ntm/domain/assignments"
import { DocumentId } from "@ntm/domain/documents"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { get } from "./endpoint.ts"
import { Nothing, SearchText } from "./query.ts"

/** An assignment with how it stands on the day asked for. `days` to the due day; negative when past. */
export interface AssignmentOnDay extends Assignment {
  readonly dueState: DueState
  readonly days: number | null
}

export const assignments = {
  /** Without `as_of`: today. */
  list: get<{ readonly asOf: string; readonly items: ReadonlyArray<AssignmentOnDay> }>()(
    "/assignments",
    Nothing,
    Schema.Struct({
      document: Schema.optionalKey(DocumentId),
      q: Schema.optionalKey(SearchText),
      as_of: Schema.optionalKey(Day)
    })
  )
}
