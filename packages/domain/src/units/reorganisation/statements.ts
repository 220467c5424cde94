import { addDays, type Day, formatDay } from "../../values/index.ts"
import type { Chronicle } from "../chronicle.ts"
import { type Edit, edited } from "./edit.ts"
import { labelOf, refLabel, refusal } from "./naming.ts"
import type { Refusal } from "./refusal.ts"
import type { Change, NewUnit, Piece, Reorganisation, Target, UnitRef } from "./reorganisation.ts"
import { unitByCode, unitOn } from "../register.ts"
import type { StatedShare } from "../share.ts"
import { type Unit, UnitId, type UnitLevel } from "../unit.ts"

/** One unit (or part of one) given to another, as stated. */
export interface Give {
  readonly from: UnitId
  readonly to: UnitId
  readonly share: StatedShare
  readonly change: number
  readonly note: string | null
  readonly inferred: boolean
}

/** A unit that the event speaks of, with everything that it states of it. */
export interface Draft {
  readonly id: UnitId
  /** As it stands on the day before; null for a new one. */
  readonly before: Unit | null
  readonly fresh: NewUnit | null
  /** The first change that speaks of it; null where it is only concerned through others. */
  readonly change: number | null
  edit: Edit
}

/** What the changes of an event say, with references resolved. */
export interface Statements {
  readonly day: Day
  readonly lastDay: Day
  readonly drafts: Map<UnitId, Draft>
  readonly gives: Array<Give>
  /** Units split without being among the targets. */
  readonly splitUp: Set<UnitId>
  readonly levelEnds: Array<{ readonly level: UnitLevel; readonly within: UnitId | null; readonly change: number }>
  readonly refusals: Array<Refusal>
}

/** The name of a draft in sentences. */
export const draftLabel = (draft: Draft): string => {
  const named = draft.before ?? draft.fresh
  return named === null ? `#${draft.id}` : labelOf(named)
}

/** The draft of a unit that lives on the day before or is new; made if the event did not speak of it yet. */
export const draftOf = (
  statements: Statements,
  chronicle: Chronicle,
  id: UnitId,
  change: number | null = null
): Draft => {
  const known = statements.drafts.get(id)
  if (known !== undefined) return known
  const draft: Draft = {
    id,
    before: unitOn(chronicle.register, id, statements.lastDay) ?? null,
    fresh: null,
    change,
    edit: {}
  }
  statements.drafts.set(id, draft)
  return draft
}

/** Reads all changes; what they name wrongly or state twice is among the refusals. `firstId`: of the new units. */
export const readStatements = (chronicle: Chronicle, reorganisation: Reorganisation, firstId: number): Statements => {
  const { day, changes } = reorganisation
  const lastDay = addDays(day, -1)
  const { register } = chronicle
  const keys = new Map<string, UnitId>()
  const statements: Statements = {
    day,
    lastDay,
    drafts: new Map(),
    gives: [],
    splitUp: new Set(),
    levelEnds: [],
    refusals: []
  }
  const { drafts, gives, refusals } = statements

  const form = (change: number, fresh: NewUnit) => {
    if (keys.has(fresh.key)) {
      const label = labelOf(fresh)
      const vi = `Khóa “${fresh.key}” của đơn vị mới đã dùng cho đơn vị khác; lần sau hãy gọi tên bằng khóa`
      refusals.push(
        refusal("keyTwice", change, label, vi, `The key “${fresh.key}” names another new unit; refer to it by its key`)
      )
      return
    }
    const id = UnitId.make(firstId + keys.size)
    keys.set(fresh.key, id)
    drafts.set(id, { id, before: null, fresh, change, edit: {} })
  }

  const find = (change: number, ref: UnitRef, isParent: boolean): UnitId | undefined => {
    if ("key" in ref) {
      const id = keys.get(ref.key)
      if (id !== undefined) return id
    } else {
      const on = (at: Day) => ("id" in ref ? unitOn(register, ref.id, at) : unitByCode(register, ref.code, at))
      const unit = on(lastDay) ?? (isParent ? on(day) : undefined)
      if (unit !== undefined) return unit.id
    }
    const label = refLabel(ref)
    const known = "id" in ref ? register.byId.has(ref.id) : "code" in ref && register.byCode.has(ref.code)
    const kind = isParent ? "unknownParent" : known ? "notLiving" : "unknownUnit"
    const as = isParent ? { vi: "đơn vị cấp trên", en: "parent unit" } : { vi: "đơn vị", en: "unit" }
    const when = known ? { vi: ` vào ngày ${formatDay(lastDay)}`, en: ` on ${lastDay}` } : { vi: "", en: "" }
    refusals.push(
      refusal(kind, change, label, `Không có ${as.vi} ${label}${when.vi}`, `There is no ${as.en} ${label}${when.en}`)
    )
    return undefined
  }

  const named = (change: number, ref: UnitRef): Draft | undefined => {
    const id = find(change, ref, false)
    return id === undefined ? undefined : draftOf(statements, chronicle, id, change)
  }
  const target = (change: number, into: Target) => named(change, "new" in into ? { key: into.new.key } : into.unit)

  const give = (
    change: number,
    from: Draft | undefined,
    to: Draft | undefined,
    share: StatedShare,
    { note = null, inferred = false }: { readonly note?: string | null; readonly inferred?: boolean }
  ) => {
    if (from !== undefined && to !== undefined) {
      gives.push({ from: from.id, to: to.id, share, change, note, inferred })
    }
  }

  const join = (change: number, from: ReadonlyArray<Piece>, into: Target, level: UnitLevel | null) => {
    const taker = target(change, into)
    for (const piece of from) {
      const giver = named(change, piece.unit)
      const wrong = level !== null && giver !== undefined && (giver.before ?? giver.fresh)?.level !== level
      if (wrong) {
        const label = draftLabel(giver)
        refusals.push(
          refusal("wrongLevel", change, label, `${label} không phải là đơn vị cấp tỉnh`, `${label} is not a province`)
        )
      }
      give(change, giver, taker, piece.share ?? "whole", piece)
    }
  }

  const edit = (change: number, ref: UnitRef, stated: Edit) => {
    const draft = named(change, ref)
    if (draft === undefined) return
    const result = edited(draft.edit, stated)
    draft.edit = result.edit
    for (const field of result.twice) {
      const label = draftLabel(draft)
      const vi = `${label} được đổi ${field.vi} hai lần với hai nội dung khác nhau`
      refusals.push(refusal("statedTwice", change, label, vi, `${label} is given two different ${field.en}s`))
    }
  }

  const read = (change: Change, index: number) => {
    switch (change.change) {
      case "merge":
        return join(index, change.from, change.into, null)
      case "joinProvinces":
        return join(index, change.from, change.into, "province")
      case "split": {
        const giver = named(index, change.unit)
        const takers = change.into.map((part) => ({ part, taker: target(index, part.target) }))
        for (const { part, taker } of takers) give(index, giver, taker, part.share, part)
        if (giver !== undefined && !takers.some(({ taker }) => taker === giver)) statements.splitUp.add(giver.id)
        return
      }
      case "transfer":
        return give(index, named(index, change.from), target(index, change.to), change.share, change)
      case "rename":
        return edit(index, change.unit, { name: change.name })
      case "type":
        return edit(index, change.unit, { type: change.type })
      case "code":
        return edit(index, change.unit, { code: change.code })
      case "move": {
        const parent = find(index, change.parent, true)
        return parent === undefined ? undefined : edit(index, change.unit, { parent })
      }
      case "endLevel": {
        const within = change.within === null ? null : find(index, change.within, false)
        if (within !== undefined) statements.levelEnds.push({ level: change.level, within, change: index })
        return
      }
      case "attributes":
        return edit(index, change.unit, change)
    }
  }

  changes.forEach((change, index) => {
    const targets =
      change.change === "split"
        ? change.into.map((part) => part.target)
        : change.change === "transfer"
          ? [change.to]
          : change.change === "merge" || change.change === "joinProvinces"
            ? [change.into]
            : []
    for (const into of targets) if ("new" in into) form(index, into.new)
  })
  for (const draft of drafts.values()) {
    const parent = draft.fresh?.parent ?? null
    const id = parent === null ? undefined : find(draft.change ?? 0, parent, true)
    if (id !== undefined) draft.edit = { parent: id }
  }
  changes.forEach(read)
  return statements
}
