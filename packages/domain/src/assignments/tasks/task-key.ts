import { Schema } from "effect"

/**
 * Names a task for ever, whatever is generated again: `document/no`, with the period of a recurring duty and who owes it where it is owed
 * by several: "kh-61-2025-haiphong/1.2.a@312", "kh-61-2025-haiphong/vi-3-04@2025-H1@312".
 *
 * **Details** A unit is named by the code that it carried on the day of the document, an agency by its id, a period as 2025, 2025-H1, 2025-Q2
 * or 2025-06. So an instance IS its key: nothing is stored to have generated it.
 */
export const TaskKey = Schema.String.check(
  Schema.isMaxLength(240),
  Schema.isPattern(
    /^[a-z0-9-]+\/[^/@\s]+(@\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?)?(@(\d{2,3}|\d{5}|\d{8}|[a-z][a-z0-9-]*))?$/
  )
).pipe(Schema.brand("TaskKey"))
export type TaskKey = typeof TaskKey.Type
