import { labelOf, refusal } from "./naming.ts"
import type { Refusal } from "./refusal.ts"
import type { Share, StatedShare } from "../share.ts"
import { type Draft, draftLabel, type Give, type Statements } from "./statements.ts"
import type { UnitId } from "../unit.ts"

/** Fractions that are written in decimals need not add up to the last bit. */
const SLACK = 1e-9

/** A give with its share as it counts. */
export interface Given extends Give {
  readonly counted: Share
}

/** Everything that one unit gives, with what it keeps (a give to itself) if it lives on; and whether it ends by it. */
export interface Giving {
  readonly given: ReadonlyArray<Given>
  readonly ends: boolean
}

const sizeOf = (share: StatedShare): "part" | "rest" | number => {
  const of = typeof share === "object" ? share.of : share
  return of === "whole" ? 1 : of
}

const byOf = (share: StatedShare): Readonly<Record<string, number>> => (typeof share === "object" ? share.by : {})

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, number) => total + number, 0)

/** Parts of one whole: what is unknown is what the known ones leave, where only one is unknown or nothing is left. */
const completed = (parts: ReadonlyArray<number | null>): ReadonlyArray<number | null> => {
  const left = Math.max(0, 1 - sum(parts.map((part) => part ?? 0)))
  const unknown = parts.filter((part) => part === null).length
  if (unknown === 1) return parts.map((part) => part ?? (left < SLACK ? 0 : left))
  return left < SLACK ? parts.map((part) => part ?? 0) : parts
}

const counted = (gives: ReadonlyArray<Give>): ReadonlyArray<Given> => {
  const sizes = gives.map(({ share }) => sizeOf(share))
  const all = completed(sizes.map((size) => (typeof size === "number" ? size : null)))
  const names = [...new Set(gives.flatMap(({ share }) => Object.keys(byOf(share))))]
  const apart = names.map((name) => ({
    name,
    shares: completed(
      gives.map(({ share }, index) => {
        const size = sizes[index]
        return byOf(share)[name] ?? (typeof size === "number" ? size : null)
      })
    )
  }))
  return gives.map((give, index) => ({
    ...give,
    counted: {
      all: all[index] ?? null,
      by: Object.fromEntries(
        apart.flatMap(({ name, shares }) => {
          const share = shares[index] ?? null
          return share === null || share === all[index] ? [] : [[name, share]]
        })
      )
    }
  }))
}

/** What cannot be right about the gives of one unit. */
const faults = (draft: Draft, gives: ReadonlyArray<Give>, complete: boolean): ReadonlyArray<Refusal> => {
  const label = draftLabel(draft)
  const found: Array<Refusal> = []
  const change = (at: number) => gives[at]?.change ?? null
  const twice = (at: number, vi: string, en: string) =>
    found.push(refusal("givenTwice", change(at), label, `${label} ${vi}`, `${label} ${en}`))
  const { fresh, before } = draft
  if (before === null && fresh !== null) {
    const vi = `${labelOf(fresh)} do chính sự kiện này lập ra nên chưa thể chuyển đi`
    found.push(refusal("notLiving", change(0), label, vi, `${labelOf(fresh)} is formed by this very event`))
  }
  const sizes = gives.map(({ share }) => sizeOf(share))
  const takers = gives.map((give) => give.to)
  const repeated = takers.findIndex((taker, index) => takers.indexOf(taker) !== index)
  const whole = gives.findIndex(({ share }) => share === "whole")
  if (repeated >= 0) twice(repeated, "được chuyển hai lần về cùng một đơn vị", "is given twice to the same unit")
  else if (whole >= 0 && gives.length > 1) {
    twice(gives.length - 1, "đã chuyển toàn bộ mà còn chuyển thêm phần khác", "is given whole and in part as well")
  }
  const rest = sizes.lastIndexOf("rest")
  if (rest !== sizes.indexOf("rest")) twice(rest, "có phần còn lại được chuyển hai lần", "has its rest given twice")
  if (found.length > 0) return found
  const names = [...new Set(gives.flatMap(({ share }) => Object.keys(byOf(share))))]
  const totals = [
    sum(sizes.filter((size) => typeof size === "number")),
    ...names.map((name) => sum(gives.map(({ share }) => byOf(share)[name] ?? 0)))
  ]
  const over = Math.max(...totals)
  const percent = `${Math.round(over * 1000) / 10}`
  if (over > 1 + SLACK) {
    const vi = `Các phần của ${label} cộng lại là ${percent.replace(".", ",")} %, quá 100 %`
    found.push(refusal("sharesOver", change(gives.length - 1), label, vi, `Parts of ${label} make ${percent} %`))
  } else if (complete && sizes.every((size) => typeof size === "number") && over < 1 - SLACK) {
    const vi = `Các phần của ${label} cộng lại là ${percent.replace(".", ",")} %, chưa đủ 100 %`
    found.push(refusal("sharesUnder", change(gives.length - 1), label, vi, `Parts of ${label} make ${percent} % only`))
  }
  return found
}

/** What each unit gives away by the event, and which units end by that. Wrong shares go to the refusals. */
export const readGiving = (statements: Statements): ReadonlyMap<UnitId, Giving> => {
  const giving = new Map<UnitId, Giving>()
  for (const [id, gives] of Map.groupBy(statements.gives, (give) => give.from)) {
    const draft = statements.drafts.get(id)
    if (draft === undefined) continue
    const others = gives.filter((give) => give.to !== id)
    const keeps = others.length < gives.length
    const sizes = others.map(({ share }) => sizeOf(share))
    const full = sum(sizes.filter((size) => typeof size === "number")) >= 1 - SLACK
    const ends = !keeps && (full || sizes.includes("rest") || statements.splitUp.has(id))
    const wrong = faults(draft, gives, keeps || statements.splitUp.has(id))
    statements.refusals.push(...wrong)
    const [first] = others
    // A unit that is named among those merged into itself gives nothing.
    if (first === undefined || wrong.length > 0) continue
    const kept: Give = { from: id, to: id, share: "rest", change: first.change, note: null, inferred: false }
    giving.set(id, { given: counted(ends || keeps ? gives : [...others, kept]), ends })
  }
  return giving
}
