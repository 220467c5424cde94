import type { AssignmentOnDay } from "@ntm/domain/assignments"
import { DocumentId } from "@ntm/domain/documents"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import { get } from "./endpoint.ts"
import { Nothing, SearchText } from "./query.ts"

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
