import type { Amendment, AmendmentChange } from "./amendment.ts"
import type { Tell } from "./check-set-numbers.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import { codeOf, indicatorOf } from "./set-on.ts"

const topicOf = (change: AmendmentChange): string => {
  switch (change.change) {
    case "addCriterion":
      return `tiêu chí ${change.criterion.no}`
    case "dropCriterion":
    case "rewordCriterion":
      return `tiêu chí ${change.no}`
    default:
      return codeOf(change) ?? ""
  }
}

/** What a change does, whatever its source says of it. */
const effectOf = (change: AmendmentChange): string =>
  JSON.stringify(change.change === "replace" ? { ...change, confidence: null, note: null } : change)

const againstVersions = (set: CriteriaSet, by: Amendment, change: AmendmentChange): boolean => {
  if (change.change !== "replace") return false
  const version = indicatorOf(set, change.code)?.versions.find(({ from }) => from === by.from)
  return version !== undefined && JSON.stringify(version.rule) !== JSON.stringify(change.rule)
}

/**
 * Decisions that cannot both hold: on one line, from one day, with another effect; against the line's own versions; or from a
 * day before the set's own time.
 */
export const checkAmendments = (set: CriteriaSet, tell: Tell): void => {
  const first = new Map<string, { readonly by: Amendment; readonly change: AmendmentChange }>()
  set.amendments.forEach((by, outer) => {
    const at = `/amendments/${outer}`
    if (by.from < set.period.from)
      tell(
        `${at}/from`,
        `${by.number} có hiệu lực từ ${by.from}, trước khi bộ tiêu chí có hiệu lực (${set.period.from})`,
        `${by.number} holds from ${by.from}, before the set itself does (${set.period.from})`
      )
    by.changes.forEach((change, inner) => {
      if (change.change === "mention") return
      const path = `${at}/changes/${inner}`
      if (againstVersions(set, by, change))
        tell(
          path,
          `${by.number} trái với bản từ ${by.from} ghi ngay ở chỉ tiêu ${topicOf(change)}`,
          `${by.number} contradicts the version from ${by.from} that indicator ${topicOf(change)} itself has`
        )
      const key = `${by.from} ${topicOf(change)}`
      const earlier = first.get(key)
      if (earlier === undefined) first.set(key, { by, change })
      else if (effectOf(earlier.change) !== effectOf(change))
        tell(
          path,
          `${by.number} và ${earlier.by.number} cùng từ ${by.from} sửa ${topicOf(change)} khác nhau`,
          `${by.number} and ${earlier.by.number} change ${topicOf(change)} differently from the same day ${by.from}`
        )
    })
  })
}
