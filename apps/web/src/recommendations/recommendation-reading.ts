import type { RecommendationRule } from "@ntm/domain/assignments"
import { type Read, reader, type Typed } from "../works/reading.ts"

type Kind = RecommendationRule["tag"]

/** What is recorded of a recommendation as it is sent, out of what was typed. */
export const readRecommendationEvent = (
  recommendation: string,
  kind: Kind,
  typed: Typed,
  evidence: ReadonlyArray<object>
): Read => {
  const read = reader(typed)
  const body = () => {
    switch (kind) {
      case "answered": {
        const option = read.optional("option")
        return { _tag: kind, text: read.required("text"), option: option === null ? null : Number(option) }
      }
      case "measure": {
        const task = read.optional("task")
        return { _tag: kind, task, text: task === null ? read.required("text") : read.optional("text") }
      }
      case "carriedOut":
        return { _tag: kind, text: read.optional("text") }
      case "reopened":
        return { _tag: kind, reason: read.required("reason") }
    }
  }
  const row = { recommendation, day: read.day("day"), body: body(), document: read.optional("document"), evidence }
  return read.wrong.size > 0 ? { wrong: read.wrong } : { row }
}
