import { Result } from "effect"
import { foldVietnamese } from "../../values/index.ts"
import { labelOf, refusal } from "./naming.ts"
import { type Refusal, ReorganisationRefused } from "./refusal.ts"
import type { Change, NewUnit, Piece, Reorganisation, UnitRef } from "./reorganisation.ts"
import type { StatedShare } from "../share.ts"
import type { LineageLink, Unit, UnitId } from "../unit.ts"
import { weightsOf } from "../unit-weights.ts"

/** A register before and one after, each with ids of its own, and what went where between them. */
export interface RegisterPair {
  readonly before: ReadonlyArray<Unit>
  readonly after: ReadonlyArray<Unit>
  /** From ids of `before` to ids of `after`. */
  readonly links: ReadonlyArray<LineageLink>
}

/** What the wording of a link says of land and people ("một phần diện tích, không có dân số"). */
const sharesInNote = (note: string | null): Readonly<Record<string, number>> => {
  const text = foldVietnamese(note ?? "")
  const of = (name: string, words: string) =>
    text.includes(`khong co ${words}`) ? { [name]: 0 } : text.includes(`toan bo ${words}`) ? { [name]: 1 } : {}
  return { ...of("areaKm2", "dien tich"), ...of("population", "dan so") }
}

const shareOfLink = (link: LineageLink, isRest: boolean): StatedShare => {
  if (link.share === "whole") return "whole"
  const of = isRest ? ("rest" as const) : ("part" as const)
  const by = sharesInNote(link.note)
  return Object.keys(by).length === 0 ? of : { of, by }
}

/**
 * The event that makes the register `after` out of the register `before`.
 *
 * **Details** A unit with one link, whole, to a unit of its level that has no other source lives on, whatever is new
 * about it. With `keepCodes` a unit also lives on in the unit that carries its code afterwards, if it goes there whole
 * or keeps a part there: as a text has it that merges units *into* one of them. All others are formed anew. A level of
 * which nothing is left ends, in the provinces of `before` or with `wholeCountry` everywhere. Units are named by code, so the chronicle may have other ids than `before`.
 *
 * Fails where a unit of a level that goes on has no link.
 */
export const reorganisationFromRegisters = (
  { before, after, links }: RegisterPair,
  event: Pick<Reorganisation, "id" | "document" | "day">,
  { keepCodes = false, wholeCountry = false }: { readonly keepCodes?: boolean; readonly wholeCountry?: boolean } = {}
): Result.Result<Reorganisation, ReorganisationRefused> => {
  const givers = new Map(before.map((unit) => [unit.id, unit]))
  const takers = new Map(after.map((unit) => [unit.id, unit]))
  const given = Map.groupBy(links, (link) => link.fromId)
  const taken = Map.groupBy(links, (link) => link.toId)
  const refusals: Array<Refusal> = []

  /** The unit before that lives on as this one. */
  const continues = (taker: Unit): Unit | undefined => {
    const sources = taken.get(taker.id) ?? []
    for (const link of sources) {
      const giver = givers.get(link.fromId)
      if (giver === undefined || giver.level !== taker.level) continue
      const alone = sources.length === 1 && link.share === "whole"
      if (alone || (keepCodes && giver.code === taker.code)) return giver
    }
    return undefined
  }
  const origin = new Map(after.flatMap((taker) => [[taker.id, continues(taker)] as const]))
  const refOf = (id: UnitId): UnitRef | null => {
    const unit = takers.get(id)
    const old = origin.get(id)
    return unit === undefined ? null : old === undefined ? { key: unit.code } : { code: old.code }
  }
  /** Of the parts of a unit that ends, the one that is the rest: as its wording says, else the last. */
  const restOf = (id: UnitId): LineageLink | undefined => {
    const parts = given.get(id) ?? []
    return parts.find(({ note }) => foldVietnamese(note ?? "").includes("con lai")) ?? parts.at(-1)
  }
  const livesOn = new Set([...origin.values()].map((unit) => unit?.id))
  const piece = (link: LineageLink): ReadonlyArray<Piece> => {
    const giver = givers.get(link.fromId)
    if (giver === undefined) return []
    const share = shareOfLink(link, !livesOn.has(giver.id) && restOf(giver.id) === link)
    const { note, inferred } = link
    return [
      { unit: { code: giver.code }, share, ...(note === null ? {} : { note }), ...(inferred ? { inferred } : {}) }
    ]
  }
  const centreOf = ({ lon, lat }: Unit) => (lon === null || lat === null ? {} : { centre: { lon, lat } })
  const formed = (unit: Unit): NewUnit => ({
    key: unit.code,
    code: unit.code,
    name: unit.name,
    type: unit.type,
    level: unit.level,
    parent: unit.parentId === null ? null : refOf(unit.parentId),
    weights: weightsOf(unit),
    ...(unit.attributes === undefined ? {} : { attributes: unit.attributes }),
    ...centreOf(unit)
  })

  const changesOf = (unit: Unit): ReadonlyArray<Change> => {
    const old = origin.get(unit.id)
    const sources = taken.get(unit.id) ?? []
    if (old === undefined) {
      const from = sources.flatMap(piece)
      const joins = unit.level === "province" && from.length > 1 && from.every(({ share }) => share === "whole")
      return [{ change: joins ? "joinProvinces" : "merge", from, into: { new: formed(unit) } }]
    }
    const ref = { code: old.code }
    const others = sources.filter((link) => link.fromId !== old.id).flatMap(piece)
    const parent = unit.parentId === null ? null : refOf(unit.parentId)
    const parentBefore = old.parentCode
    const stays = parent === null || ("code" in parent && parent.code === parentBefore)
    const weights = weightsOf(unit)
    const restated = Object.keys(weights).length > 0 || unit.attributes !== undefined || unit.lon !== null
    return [
      ...(others.length === 0 ? [] : [{ change: "merge", from: others, into: { unit: ref } } as const]),
      ...(unit.name === old.name ? [] : [{ change: "rename", unit: ref, name: unit.name } as const]),
      ...(unit.type === old.type ? [] : [{ change: "type", unit: ref, type: unit.type } as const]),
      ...(unit.code === old.code ? [] : [{ change: "code", unit: ref, code: unit.code } as const]),
      ...(stays ? [] : [{ change: "move", unit: ref, parent } as const]),
      ...(restated
        ? [
            {
              change: "attributes",
              unit: ref,
              weights,
              ...(unit.attributes === undefined ? {} : { set: unit.attributes }),
              ...centreOf(unit)
            } as const
          ]
        : [])
    ]
  }

  const levelsAfter = new Set(after.map((unit) => unit.level))
  const ending = new Set(before.map((unit) => unit.level).filter((level) => !levelsAfter.has(level)))
  for (const unit of before) {
    if (given.has(unit.id) || ending.has(unit.level)) continue
    const label = labelOf(unit)
    const vi = `${label} không có đơn vị kế tiếp ngày ${event.day}`
    refusals.push(refusal("noSuccessor", null, label, vi, `${label} has no successor on ${event.day}`))
  }
  const provinces = before.filter((unit) => unit.level === "province").map(({ code }) => ({ code }))
  const scopes = wholeCountry ? [null] : provinces
  const [first, ...others] = [
    ...after.flatMap(changesOf),
    ...[...ending].flatMap((level) => scopes.map((within) => ({ change: "endLevel", level, within }) as const))
  ]
  const [refused, ...more] = refusals
  if (refused !== undefined || first === undefined) {
    const empty = refusal("noSuccessor", null, null, "Hai danh mục đều trống", "Both registers are empty")
    return Result.fail(new ReorganisationRefused({ event: event.id, refusals: [refused ?? empty, ...more] }))
  }
  return Result.succeed({ ...event, changes: [first, ...others] })
}
