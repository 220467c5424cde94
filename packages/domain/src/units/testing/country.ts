import { type Chronicle, chronicleOf } from "../chronicle.ts"
import type { Change, Reorganisation } from "../reorganisation/reorganisation.ts"
import { Day } from "../../values/index.ts"
import { type Unit, UnitCode, UnitId, type UnitLevel } from "../unit.ts"

/** A small invented country: two provinces of two districts of four communes each, weights adding up at each level. */
export const provinces = ["10", "20"]
export const districts = ["101", "102", "201", "202"]
export const communes = districts.flatMap((district) => [1, 2, 3, 4].map((n) => `${district}0${n}`))

const parentOf = (code: string) => (code.length === 5 ? code.slice(0, 3) : code.length === 3 ? `${code[0]}0` : null)
const all = [...provinces, ...districts, ...communes]
export const idOf = (code: string) => UnitId.make(all.indexOf(code) + 1)
const people = (code: string) => 1000 + communes.indexOf(code) * 37
const area = (code: string) => 10 + communes.indexOf(code) / 4
const below = (code: string) =>
  communes.filter(
    (commune) => commune === code || parentOf(commune) === code || (commune[0] === code[0] && code.length === 2)
  )
const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((total, number) => total + number, 0)

const row = (code: string, level: UnitLevel, type: string): Unit => {
  const parent = parentOf(code)
  return {
    id: idOf(code),
    code: UnitCode.make(code),
    name: `Số ${code}`,
    type,
    level,
    parentId: parent === null ? null : idOf(parent),
    parentCode: parent === null ? null : UnitCode.make(parent),
    areaKm2: sum(below(code).map(area)),
    population: sum(below(code).map(people)),
    lon: null,
    lat: null,
    validFrom: null,
    validTo: null,
    weights: { households: sum(below(code).map((commune) => Math.floor(people(commune) / 4))) }
  }
}

export const country: Chronicle = chronicleOf([
  ...provinces.map((code) => row(code, "province", "tỉnh")),
  ...districts.map((code) => row(code, "district", "huyện")),
  ...communes.map((code) => row(code, "commune", "xã"))
])

export const code = (text: string) => ({ code: UnitCode.make(text) })
export const newCommune = (text: string, parent: string) => ({
  new: {
    key: text,
    code: UnitCode.make(text),
    name: `Mới ${text}`,
    type: "xã",
    level: "commune",
    parent: code(parent)
  } as const
})

export const event = (id: string, day: string, ...changes: readonly [Change, ...Array<Change>]): Reorganisation => ({
  id,
  document: { number: `${id}/NQ`, issuer: null, issuedOn: null },
  day: Day.make(day),
  changes
})
