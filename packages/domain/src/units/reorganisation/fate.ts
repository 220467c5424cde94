import { formatDay } from "../../values/index.ts"
import type { Chronicle } from "../chronicle.ts"
import { eventOf } from "../chronicle.ts"
import type { Giving } from "./giving.ts"
import { levelWords } from "../levels.ts"
import { labelOf, refusal } from "./naming.ts"
import { descendantsOn, unitOn, unitsOn } from "../register.ts"
import { type Draft, draftLabel, draftOf, type Statements } from "./statements.ts"
import type { Unit, UnitCode, UnitId, UnitLevel } from "../unit.ts"

/** What becomes of the units that an event concerns: which end, and the code and parent of the others from the day on. */
export interface Fate {
  readonly ended: ReadonlySet<UnitId>
  readonly parentOf: (id: UnitId) => UnitId | null
  readonly codeOf: (id: UnitId) => UnitCode | null
  readonly levelOf: (id: UnitId) => UnitLevel | null
}

/** Whether a row reaches into the day: it was not already closed by another event of that day. */
export const reaches = (row: Unit, day: string): boolean => row.validTo === null || row.validTo >= day

const endLevels = (chronicle: Chronicle, statements: Statements, given: ReadonlySet<UnitId>): ReadonlySet<UnitId> => {
  const ended = new Set<UnitId>()
  const { day, lastDay, refusals } = statements
  for (const { level, within, change } of statements.levelEnds) {
    const all =
      within === null ? unitsOn(chronicle.register, lastDay) : descendantsOn(chronicle.register, within, lastDay)
    const standing = all.filter((unit) => unit.level === level)
    const word = levelWords[level]
    if (standing.length === 0) {
      const vi = `Không có đơn vị ${word.vi} nào vào ngày ${formatDay(lastDay)} để kết thúc`
      refusals.push(refusal("levelMissing", change, null, vi, `No ${word.en} stands on ${lastDay}`))
    }
    for (const unit of standing) {
      if (!given.has(unit.id) && reaches(unit, day)) {
        draftOf(statements, chronicle, unit.id, change)
        ended.add(unit.id)
      }
    }
    if (within !== null) continue
    const fresh = [...statements.drafts.values()].find((draft) => draft.fresh?.level === level)
    if (fresh !== undefined) {
      const label = draftLabel(fresh)
      const vi = `${label} được lập ở ${word.vi} đúng ngày cấp này kết thúc`
      refusals.push(
        refusal("wrongLevel", fresh.change, label, vi, `${label} is formed on the day on which its level ends`)
      )
    }
    const later = chronicle.register.rows.find(
      (row) => row.level === level && row.validFrom !== null && row.validFrom >= day
    )
    if (later !== undefined) {
      const label = labelOf(later)
      const vi = `${label} còn là đơn vị ${word.vi} từ ngày ${formatDay(later.validFrom ?? day)}`
      refusals.push(
        refusal("laterEvent", change, label, vi, `${label} stands as a ${word.en} from ${later.validFrom ?? day} on`)
      )
    }
  }
  return ended
}

/**
 * Decides which units end and where children go. Children that have to be touched (a parent that ends, or changes its
 * code) become drafts; one that is left without a parent goes to the refusals.
 */
export const readFate = (chronicle: Chronicle, statements: Statements, giving: ReadonlyMap<UnitId, Giving>): Fate => {
  const { register } = chronicle
  const { day, lastDay, drafts, refusals } = statements
  const ended = new Set([...giving].filter(([, { ends }]) => ends).map(([id]) => id))
  const levelEnded = endLevels(chronicle, statements, ended)
  for (const id of levelEnded) ended.add(id)

  const levelOf = (id: UnitId): UnitLevel | null => {
    const draft = drafts.get(id)
    return (
      draft?.fresh?.level ??
      draft?.before?.level ??
      (unitOn(register, id, day) ?? unitOn(register, id, lastDay))?.level ??
      null
    )
  }
  const codeOf = (id: UnitId): UnitCode | null => {
    const draft = drafts.get(id)
    const standing = draft?.before ?? unitOn(register, id, day)
    return draft?.edit.code ?? draft?.fresh?.code ?? standing?.code ?? null
  }
  /** Where children of a unit go: itself if it lives on, what it went whole into, the next above if its level ended. */
  const survivor = (id: UnitId, steps = 8): UnitId | null => {
    if (!ended.has(id)) return id
    if (steps === 0) return null
    const [only, ...others] = giving.get(id)?.given ?? []
    if (only !== undefined && others.length === 0 && levelOf(only.to) === levelOf(id))
      return survivor(only.to, steps - 1)
    const above = unitOn(register, id, lastDay)?.parentId ?? null
    return levelEnded.has(id) && above !== null ? survivor(above, steps - 1) : null
  }

  const recoded = (draft: Draft) => draft.edit.code !== undefined && draft.edit.code !== draft.before?.code
  for (const draft of drafts.values()) {
    if (draft.before === null || !(ended.has(draft.id) || recoded(draft))) continue
    for (const child of register.byParent.get(draft.id) ?? []) {
      if (!reaches(child, day)) continue
      const own = drafts.get(child.id)
      if (child.validFrom !== null && child.validFrom >= day) {
        const label = labelOf(child)
        const document = eventOf(chronicle, child.id, child.validFrom)?.reorganisation.document.number
        const source = document === undefined ? "" : ` (${document})`
        const vi = `${label} nằm dưới ${draftLabel(draft)} từ ngày ${formatDay(child.validFrom)}${source}`
        const en = `${label} lies below ${draftLabel(draft)} from ${child.validFrom} on${source}`
        refusals.push(refusal("laterEvent", draft.change, label, vi, en))
      } else if (!ended.has(child.id) && own?.edit.parent === undefined) {
        const touched = draftOf(statements, chronicle, child.id)
        const parent = survivor(draft.id)
        if (parent !== null) touched.edit = parent === draft.id ? touched.edit : { ...touched.edit, parent }
        else {
          const label = labelOf(child)
          const vi = `${label} không còn đơn vị cấp trên khi ${draftLabel(draft)} kết thúc`
          refusals.push(
            refusal("orphan", draft.change, label, vi, `${label} is left without a parent as ${draftLabel(draft)} ends`)
          )
        }
      }
    }
  }
  const parentOf = (id: UnitId): UnitId | null => {
    const draft = drafts.get(id)
    return draft?.edit.parent ?? (draft?.before ?? unitOn(register, id, day))?.parentId ?? null
  }
  return { ended, parentOf, codeOf, levelOf }
}
