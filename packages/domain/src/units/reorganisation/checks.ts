import { formatDay } from "../../values/index.ts"
import { type Chronicle, eventOf } from "../chronicle.ts"
import { type Fate, reaches } from "./fate.ts"
import { checkLevels } from "../level-checks.ts"
import { codeDigits, levelWords, rankOf } from "../levels.ts"
import { labelOf, refusal } from "./naming.ts"
import { unitOn } from "../register.ts"
import { type Draft, draftLabel, type Statements } from "./statements.ts"
import type { UnitCode, UnitId } from "../unit.ts"

/** Everything that is checked once it is known which units end and which live on; findings go to the refusals. */
export const check = (chronicle: Chronicle, statements: Statements, fate: Fate): void => {
  const takers = new Set(statements.gives.filter((give) => give.to !== give.from).map((give) => give.to))
  for (const draft of statements.drafts.values()) {
    checkTime(chronicle, statements, draft)
    if (fate.ended.has(draft.id)) checkEnding(statements, draft, takers)
    else checkLiving(chronicle, statements, fate, draft, takers)
  }
  checkCodes(chronicle, statements, fate)
  checkLevels(chronicle, statements, fate)
}

const say =
  ({ refusals }: Statements, draft: Draft) =>
  (kind: Parameters<typeof refusal>[0], vi: string, en: string) => {
    refusals.push(refusal(kind, draft.change, draftLabel(draft), vi, en))
  }

/** A unit that another event changes on the day or later cannot be changed under it. */
const checkTime = (chronicle: Chronicle, statements: Statements, draft: Draft) => {
  const { before } = draft
  if (before === null || before.validTo === null) return
  const same = before.validTo === statements.lastDay
  const rows = chronicle.register.byId.get(draft.id) ?? []
  const next = rows.find((row) => row.validFrom !== null && row.validFrom > statements.lastDay)?.validFrom
  const event = chronicle.events.findLast(({ ends }) =>
    ends.some((row) => row.id === draft.id && row.validTo === before.validTo)
  )
  const day = event?.reorganisation.day ?? next ?? before.validTo
  const number = event?.reorganisation.document.number
  const by = number === undefined ? { vi: "", en: "" } : { vi: ` theo ${number}`, en: ` by ${number}` }
  const label = draftLabel(draft)
  const vi = same ? "đã thay đổi cùng ngày" : "đã thay đổi sau đó"
  const en = same ? "already changes on the same day" : "changes later"
  say(statements, draft)(
    same ? "sameDay" : "laterEvent",
    `${label} ${vi}, ${formatDay(day)}${by.vi}`,
    `${label} ${en}, ${day}${by.en}`
  )
}

const checkEnding = (statements: Statements, draft: Draft, takers: ReadonlySet<UnitId>) => {
  const label = draftLabel(draft)
  if (takers.has(draft.id) || Object.keys(draft.edit).length > 0) {
    const vi = `${label} kết thúc nên không thể nhận thêm hay thay đổi`
    say(statements, draft)("changedThoughEnding", vi, `${label} ends, so it can neither take nor change`)
  }
}

const checkLiving = (
  chronicle: Chronicle,
  statements: Statements,
  fate: Fate,
  draft: Draft,
  takers: ReadonlySet<UnitId>
) => {
  const { before, fresh, id, edit } = draft
  const { day, lastDay } = statements
  const label = draftLabel(draft)
  const refuse = say(statements, draft)
  if (fresh !== null && !takers.has(id)) {
    refuse("noSource", `${label} là đơn vị mới mà không lập từ đơn vị nào`, `${label} is formed of nothing`)
  }
  const level = fate.levelOf(id)
  const parentId = fate.parentOf(id)
  if (level === null || (before !== null && edit.parent === undefined && edit.code === undefined)) return
  const code = fate.codeOf(id)
  if (code !== null && code.length !== codeDigits[level]) {
    const vi = `Mã ${levelWords[level].vi} có ${codeDigits[level]} chữ số, không phải ${code}`
    refuse("codeForm", vi, `A ${levelWords[level].en} code has ${codeDigits[level]} digits, not ${code}`)
  }
  if (parentId === null) {
    const named = fresh?.parent ?? null
    if (level !== "province" && named === null) {
      refuse("unknownParent", `${label} thiếu đơn vị cấp trên`, `${label} has no parent`)
    }
    return
  }
  const parent = statements.drafts.get(parentId)
  const standing = unitOn(chronicle.register, parentId, day) ?? unitOn(chronicle.register, parentId, lastDay)
  const name = parent === undefined ? (standing === undefined ? `#${parentId}` : labelOf(standing)) : draftLabel(parent)
  const rows = chronicle.register.byId.get(parentId) ?? []
  const last = rows.at(-1)
  if (fate.ended.has(parentId) || (parent === undefined && (last === undefined || !reaches(last, day)))) {
    const vi = `${name} kết thúc nên không thể là cấp trên của ${label}`
    refuse("parentEnds", vi, `${name} ends, so it cannot be the parent of ${label}`)
    return
  }
  const later = rows.find((row) => row.validFrom !== null && row.validFrom > day && row.code !== fate.codeOf(parentId))
  if (parent === undefined && last !== undefined && (last.validTo !== null || later !== undefined)) {
    const from = later?.validFrom ?? last.validTo ?? day
    const document = eventOf(chronicle, parentId, from)?.reorganisation.document.number
    const by = document === undefined ? "" : ` (${document})`
    const vi = `${name} còn kết thúc hoặc đổi mã sau đó, ${formatDay(from)}${by}`
    refuse("laterEvent", vi, `${name} ends or changes its code later, ${from}${by}`)
  }
  if (leadsTo(fate, parentId, id)) {
    refuse("cycle", `${label} và ${name} là cấp trên của nhau`, `${label} and ${name} lie above each other`)
    return
  }
  const above = fate.levelOf(parentId)
  if (above !== null && rankOf[above] >= rankOf[level]) {
    const vi = `${name} (${levelWords[above].vi}) không thể là cấp trên của ${label} (${levelWords[level].vi})`
    refuse("parentLevel", vi, `${name} (${levelWords[above].en}) cannot be above ${label} (${levelWords[level].en})`)
  }
}

const leadsTo = (fate: Fate, from: UnitId, id: UnitId): boolean => {
  const seen = new Set<UnitId>()
  for (let above: UnitId | null = from; above !== null && !seen.has(above); above = fate.parentOf(above)) {
    if (above === id) return true
    seen.add(above)
  }
  return false
}

/** From the day on, a code names one unit. */
const checkCodes = (chronicle: Chronicle, statements: Statements, fate: Fate) => {
  const { drafts, day } = statements
  const taken = new Map<UnitCode, Draft>()
  for (const draft of drafts.values()) {
    const code = fate.ended.has(draft.id) ? null : fate.codeOf(draft.id)
    if (code === null || code === draft.before?.code) continue
    const refuse = say(statements, draft)
    const label = draftLabel(draft)
    const other = taken.get(code)
    taken.set(code, draft)
    const holder = (chronicle.register.byCode.get(code) ?? []).find(
      (row) =>
        reaches(row, day) &&
        row.id !== draft.id &&
        !(drafts.has(row.id) && (fate.ended.has(row.id) || fate.codeOf(row.id) !== code))
    )
    const by = other === undefined ? (holder === undefined ? null : labelOf(holder)) : draftLabel(other)
    if (by === null) continue
    const from = holder?.validFrom ?? day
    const when = from > day ? { vi: ` từ ngày ${formatDay(from)}`, en: ` from ${from} on` } : { vi: "", en: "" }
    const vi = `Mã ${code} của ${label} đã được ${by} dùng${when.vi}`
    refuse("codeInUse", vi, `Code ${code} of ${label} is in use by ${by}${when.en}`)
  }
}
