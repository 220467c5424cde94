import type { Chronicle } from "./chronicle.ts"
import type { Fate } from "./reorganisation/fate.ts"
import { levelWords, rankOf } from "./levels.ts"
import { labelOf, refusal } from "./reorganisation/naming.ts"
import { ancestorsOn, unitOn } from "./register.ts"
import { draftLabel, type Statements } from "./reorganisation/statements.ts"
import { UnitLevel, type UnitId } from "./unit.ts"

/** Types that belong to some levels only. Others are let through: laws invent new ones. */
const levelsOf: ReadonlyMap<string, ReadonlyArray<UnitLevel>> = new Map<string, ReadonlyArray<UnitLevel>>([
  ["tỉnh", ["province"]],
  ["thành phố trung ương", ["province"]],
  ["thành phố", ["province", "district"]],
  ["quận", ["district"]],
  ["huyện", ["district"]],
  ["thị xã", ["district"]],
  ["thành phố thuộc tỉnh", ["district"]],
  ["xã", ["commune"]],
  ["phường", ["commune"]],
  ["thị trấn", ["commune"]],
  // One of the level of a province stood from 1979 to 1991.
  ["đặc khu", ["commune", "province"]],
  ["thôn", ["village"]],
  ["tổ dân phố", ["village"]]
])

const checkTypes = (statements: Statements, fate: Fate): void => {
  for (const draft of statements.drafts.values()) {
    const type = draft.edit.type ?? draft.fresh?.type
    const level = fate.levelOf(draft.id)
    if (type === undefined || level === null || levelsOf.get(type.toLowerCase())?.includes(level) !== false) continue
    const label = draftLabel(draft)
    const vi = `${label}: đơn vị ${levelWords[level].vi} không thể có loại là “${type}”`
    const en = `${label}: a ${levelWords[level].en} cannot be of the type “${type}”`
    statements.refusals.push(refusal("wrongLevel", draft.change, label, vi, en))
  }
}

const sharedAbove = (chronicle: Chronicle, statements: Statements, fate: Fate, from: UnitId, to: UnitId) => {
  const [giver, taker] = [fate.levelOf(from), fate.levelOf(to)]
  if (giver === null || taker === null || giver === taker) return undefined
  if (rankOf[taker] < rankOf[giver])
    return ancestorsOn(chronicle.register, from, statements.lastDay).find(({ level }) => level === taker)
  let next = fate.parentOf(to)
  for (let step = 0; next !== null && step < UnitLevel.literals.length; step++) {
    if (fate.levelOf(next) === giver) {
      const { before = null, fresh = null } = statements.drafts.get(next) ?? {}
      return before ?? fresh ?? unitOn(chronicle.register, next, statements.day)
    }
    next = fate.parentOf(next)
  }
  return undefined
}

/**
 * Ground passes between levels only where no unit of the higher one counts it besides: a district without communes becomes
 * a commune, but no commune goes into a province, its own or another, whose people would then be counted twice.
 */
const checkGives = (chronicle: Chronicle, statements: Statements, fate: Fate): void => {
  for (const { from, to, change } of statements.gives) {
    const [giver, taker] = [statements.drafts.get(from), statements.drafts.get(to)]
    const above = sharedAbove(chronicle, statements, fate, from, to)
    if (giver === undefined || taker === undefined || above === undefined) continue
    const [label, into, counted] = [draftLabel(giver), draftLabel(taker), labelOf(above)]
    const vi = `${label} không thể nhập vào ${into}, khác cấp: đất và dân ở đó được tính trong ${counted}`
    const en = `${label} cannot go into ${into}, of another level: its land and people are counted in ${counted}`
    statements.refusals.push(refusal("wrongLevel", change, label, vi, en))
  }
}

/** What cannot be right about levels; findings go to the refusals. */
export const checkLevels = (chronicle: Chronicle, statements: Statements, fate: Fate): void => {
  checkTypes(statements, fate)
  checkGives(chronicle, statements, fate)
}
