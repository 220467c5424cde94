import type { Tell } from "./check-set-numbers.ts"
import { rulesIn } from "./check-set.ts"
import type { CriteriaSet } from "./criteria-set.ts"
import { partsOf } from "../rules/rule-parts.ts"
import type { CriteriaSetId } from "./set-id.ts"
import { indicatorOf, setOn } from "./set-on.ts"

/** One set named by another, with where it is named. */
interface Link {
  readonly path: string
  readonly to: CriteriaSetId
}

/** A line of another set whose threshold is followed. */
interface Followed extends Link {
  readonly code: string
}

/** A criterion of another set that has to be met. */
interface CriterionLink extends Link {
  readonly criterion: number
}

interface Links {
  readonly all: ReadonlyArray<Link>
  readonly followed: ReadonlyArray<Followed>
  readonly criteria: ReadonlyArray<CriterionLink>
}

const linksOf = (set: CriteriaSet): Links => {
  const rules = rulesIn(set).flatMap(({ of, path }) => {
    const { leaves, rules: inside, thresholds } = partsOf(of)
    return { path, leaves, inside, thresholds }
  })
  const followed = rules.flatMap(({ path, thresholds }) =>
    thresholds.flatMap((one) => ("times" in one ? [{ path, to: one.set, code: one.code }] : []))
  )
  const criteria = rules.flatMap(({ inside, path }) =>
    inside.flatMap((one) => (one.op === "criterionMet" ? [{ path, to: one.set, criterion: one.criterion }] : []))
  )
  const tiers = rules.flatMap(({ inside, leaves, path }) => [
    ...inside.flatMap((one) => (one.op === "holds" && one.set !== null ? [{ path, to: one.set }] : [])),
    ...leaves.flatMap((one) => (one.of === "tierShare" && one.set !== null ? [{ path, to: one.set }] : []))
  ])
  const required = set.requires.map(({ set: to }, index) => ({ path: `/requires/${index}/set`, to }))
  return { all: [...followed, ...criteria, ...tiers, ...required], followed, criteria }
}

/** A way from a set back to itself over the sets that it names; null where there is none. */
const cycleFrom = (
  start: CriteriaSetId,
  next: (id: CriteriaSetId) => ReadonlyArray<CriteriaSetId>
): ReadonlyArray<CriteriaSetId> | null => {
  const seen = new Set<CriteriaSetId>()
  const open: Array<ReadonlyArray<CriteriaSetId>> = [[start]]
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    for (const id of next(way.at(-1) ?? start)) {
      if (id === start) return [...way, id]
      if (seen.has(id)) continue
      seen.add(id)
      open.push([...way, id])
    }
  }
  return null
}

/** What one set says of the others: sets, lines and criteria that do not exist, and sets that rest on each other in a circle. */
export const checkLinks = (set: CriteriaSet, sets: ReadonlyArray<CriteriaSet>, tell: Tell): void => {
  const byId = new Map(sets.map((one) => [one.id, one]))
  const { all, criteria, followed } = linksOf(set)
  for (const { path, to } of all)
    if (!byId.has(to)) tell(path, `không có bộ tiêu chí “${to}”`, `there is no criteria set “${to}”`)
  for (const { code, path, to } of followed) {
    const other = byId.get(to)
    if (other !== undefined && indicatorOf(setOn(other, other.period.to), code) === undefined)
      tell(path, `bộ ${to} không có chỉ tiêu “${code}”`, `${to} has no indicator “${code}”`)
  }
  for (const { criterion, path, to } of criteria) {
    const other = byId.get(to)
    if (other !== undefined && !other.criteria.some(({ no }) => no === criterion))
      tell(path, `bộ ${to} không có tiêu chí số ${criterion}`, `${to} has no criterion ${criterion}`)
  }
  set.counterparts?.forEach(({ criterion, set: to }, index) => {
    const other = byId.get(to)
    if (other !== undefined && !other.criteria.some(({ no }) => no === criterion))
      tell(
        `/counterparts`,
        `bộ ${to} không có tiêu chí số ${criterion} (cặp thứ ${index + 1})`,
        `${to} has no criterion ${criterion} (pair ${index + 1})`
      )
  })
  const next = (id: CriteriaSetId): ReadonlyArray<CriteriaSetId> => {
    const other = byId.get(id)
    return other === undefined ? [] : linksOf(other).all.map(({ to }) => to)
  }
  const cycle = cycleFrom(set.id, next)
  const first = cycle === null ? undefined : all.find(({ to }) => to === cycle[1])
  if (cycle !== null)
    tell(
      first?.path ?? "",
      `các bộ tiêu chí dựa vòng tròn vào nhau: ${cycle.join(" → ")}`,
      `the sets rest on each other in a circle: ${cycle.join(" → ")}`
    )
}
