import { parseDay } from "@ntm/domain/values"
import type { WorkStanding } from "@ntm/domain/works"
import { createMemo } from "solid-js"
import { useWork } from "./works.queries.ts"

/** The unit that the work is in on a day as it is typed: another may have taken it over since. Null while it is not known. */
export const useUnitThen = (
  at: { readonly standing: WorkStanding; readonly asOf: string },
  typed: () => string
): { readonly unit: () => WorkStanding["unit"]; readonly settled: () => boolean } => {
  const day = createMemo(() => {
    const read = parseDay(typed())
    return read._tag === "Success" ? read.success : undefined
  })
  const then = useWork(
    () => String(at.standing.work.id),
    () => ({ asOf: day() ?? at.asOf, knownAt: undefined })
  )
  return {
    unit: () => (then.isSuccess && !then.isPlaceholderData ? then.data.standing.unit : null),
    settled: () => !then.isFetching
  }
}
