import type { MapTopology } from "@ntm/contract"
import { type Relative, Unit, UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { Schema } from "effect"
import type { FoundHit } from "@ntm/contract"
import type { Branch, Place, UnitAnswer, UnitRead } from "../units/unit-reads.ts"

/** A small register of two days: three levels until 2025-06-30, two since. */

export const day = Schema.decodeUnknownSync(Day)
export const code = Schema.decodeUnknownSync(UnitCode)
const decode = Schema.decodeUnknownSync(Unit)

export const eve = day("2025-06-30")
export const change = day("2025-07-01")
export const today = day("2026-11-22")

const unit = (
  id: number,
  code: string,
  type: string,
  name: string,
  level: string,
  parent: Unit | null,
  ends: boolean
) =>
  decode({
    id,
    code,
    type,
    name,
    level,
    parentId: parent?.id ?? null,
    parentCode: parent?.code ?? null,
    areaKm2: ends ? null : 23.5,
    population: ends ? null : 28_879,
    lon: null,
    lat: null,
    validFrom: ends ? null : change,
    validTo: ends ? eve : null
  })

const oldCity = unit(1, "31", "thành phố trung ương", "Hải Phòng", "province", null, true)
const haiDuong = unit(2, "30", "tỉnh", "Hải Dương", "province", null, true)
const vinhBao = unit(14, "316", "huyện", "Vĩnh Bảo", "district", oldCity, true)
const dungTien = unit(193, "11827", "xã", "Dũng Tiến", "commune", vinhBao, true)
const vinhAn = unit(198, "11842", "xã", "Vĩnh An", "commune", vinhBao, true)
const city = unit(10850, "31", "thành phố", "Hải Phòng", "province", null, false)
const vinhThuan = unit(11960, "11842", "xã", "Vĩnh Thuận", "commune", city, false)
const aiQuoc = unit(11961, "10660", "phường", "Ái Quốc", "commune", city, false)

export const sample = { oldCity, haiDuong, vinhBao, dungTien, vinhAn, city, vinhThuan, aiQuoc }
const all = Object.values(sample)

const standing = (on: Day): ReadonlyArray<Unit> => all.filter(({ validTo }) => (validTo !== null) === on < change)

/** What each was formed from. */
const formed: ReadonlyArray<readonly [Unit, ReadonlyArray<Unit>]> = [
  [city, [haiDuong, oldCity]],
  [vinhThuan, [dungTien, vinhAn]]
]

const whole = (units: ReadonlyArray<Unit>): ReadonlyArray<Relative> =>
  units.map((unit) => ({ unit, share: { low: 1, high: 1 }, inferred: unit === dungTien, notes: [] }))

/** As the API would answer `lineage`. */
export const kinOn = (id: number, from: string, on: Day): ReadonlyArray<Relative> => {
  const of = all.filter((unit) => unit.id === id)
  if (from < change === on < change) return whole(of)
  return whole(
    from < change
      ? formed.flatMap(([later, earlier]) => (earlier.some((unit) => unit.id === id) ? [later] : []))
      : formed.flatMap(([later, earlier]) => (later.id === id ? earlier : []))
  )
}

export const aboveOf = (unit: Unit): ReadonlyArray<Unit> => {
  const parent = all.find(({ id }) => id === unit.parentId)
  return parent === undefined ? [] : [parent, ...aboveOf(parent)]
}

export const below = (code: Branch["code"], on: Day): ReadonlyArray<Unit> =>
  standing(on).filter(({ parentCode }) => (parentCode ?? "") === code)

export const countsOn = (on: Day) => {
  const of = (level: Unit["level"]) => standing(on).filter((unit) => unit.level === level).length
  return { province: of("province"), district: of("district"), commune: of("commune"), village: 0 }
}

const placeOn = (on: Day, from: Extract<UnitRead, { _tag: "Place" }>["from"]): Place => {
  const ways = from === null ? [] : [from.unit, ...from.above].map((of) => ({ of, kin: kinOn(of.id, from.day, on) }))
  const way = ways.find(({ kin }) => kin.length > 0)
  const at = (way?.kin.find(({ unit }) => unit.name === way.of.name) ?? way?.kin[0])?.unit
  const above = at === undefined ? [] : aboveOf(at)
  return {
    _tag: "Place",
    day: on,
    counts: countsOn(on),
    at: at?.id ?? null,
    of: way?.of ?? null,
    kin: way?.kin ?? [],
    above,
    branches: [{ code: "", items: below("", on) }, ...above.map(({ code }) => ({ code, items: below(code, on) }))]
  }
}

const found = ({ id, code, name, type, level, validFrom, validTo }: Unit, within: ReadonlyArray<string>) => ({
  id,
  code,
  name,
  type,
  level,
  validFrom,
  validTo,
  within
})

export const hits: ReadonlyArray<FoundHit> = [
  {
    unit: found(vinhThuan, ["thành phố Hải Phòng"]),
    match: "exact",
    state: "standing",
    now: [],
    formerly: [found(dungTien, []), found(vinhAn, [])]
  },
  {
    unit: found(vinhAn, ["huyện Vĩnh Bảo", "thành phố trung ương Hải Phòng"]),
    match: "exact",
    state: "former",
    now: [found(vinhThuan, [])],
    formerly: []
  }
]

/** Two squares side by side, of the two communes of today: one border is of both. */
export const squares: MapTopology = {
  type: "Topology",
  bbox: [106, 20, 108, 21],
  transform: { scale: [1, 1], translate: [106, 20] },
  objects: {
    units: {
      type: "GeometryCollection",
      geometries: [
        { type: "MultiPolygon", id: "11842", properties: { source: "cell" }, arcs: [[[0, 1]]] },
        { type: "MultiPolygon", id: "10660", properties: { source: "boundary" }, arcs: [[[2, ~0]]] }
      ]
    }
  },
  arcs: [
    [
      [1, 0],
      [0, 1]
    ],
    [
      [1, 1],
      [-1, 0],
      [0, -1],
      [1, 0]
    ],
    [
      [1, 0],
      [1, 0],
      [0, 1],
      [-1, 0]
    ]
  ]
}

const storyOf = (of: Unit, on: Day): UnitAnswer => {
  const earlier = formed.find(([later]) => later.id === of.id)?.[1] ?? []
  const later = formed.flatMap(([later, before]) => (before.some(({ id }) => id === of.id) ? [later] : []))
  const links = (units: ReadonlyArray<Unit>) =>
    units.map((unit) => ({ unit, share: "whole" as const, inferred: unit === dungTien }))
  const sentence = { vi: `Ngày 01/07/2025, ${of.type} ${of.name} (${of.code}) …`, en: `On 2025-07-01, ${of.name} …` }
  return {
    _tag: "Story",
    facts: { unit: of, asOf: on, above: aboveOf(of), predecessors: links(earlier), successors: links(later) },
    lineage: {
      asOf: on,
      unit: of,
      predecessors: earlier.length === 0 ? null : { on: day("2024-12-31"), items: whole(earlier) },
      successors: later.length === 0 ? null : { on: change, items: whole(later) }
    },
    history: [
      {
        day: change,
        event: "202-2025-QH15",
        document: { number: "202/2025/QH15", issuer: "Quốc hội", issuedOn: null },
        unit: of,
        own: true,
        kinds: ["formed"],
        sentence,
        inferred: false,
        notes: []
      }
    ]
  }
}

/** The unit that carries the code on the day. */
export const unitAt = (code: string, on: Day): Unit => {
  const unit = standing(on).find((candidate) => candidate.code === code)
  if (unit === undefined) throw new Error(`no unit ${code} on ${on}`)
  return unit
}

/** What the API would answer. */
export const answerTo = (read: UnitRead): UnitAnswer => {
  switch (read._tag) {
    case "Place":
      return placeOn(read.day ?? today, read.from)
    case "Below":
      return { _tag: "Below", items: below(read.code, read.day) }
    case "Days":
      return { _tag: "Days", days: [{ day: change, documents: ["202/2025/QH15"] }] }
    case "Search":
      return { _tag: "Search", hits: read.query === "zzz" ? [] : hits }
    case "Story":
      return storyOf(unitAt(read.code, read.day), read.day)
    case "Map":
      return {
        _tag: "Map",
        map: {
          asOf: read.day,
          province: unitAt(read.province, read.day),
          level: "commune",
          zoom: 1,
          units: standing(read.day).filter(({ level }) => level === "commune"),
          undrawn: [],
          days: [],
          topology: squares
        }
      }
  }
}
