import { Result } from "effect"
import fc from "fast-check"
import { Day } from "../../values/index.ts"
import { apply } from "../reorganisation/applying.ts"
import type { Chronicle } from "../chronicle.ts"
import { plan } from "../reorganisation/planning.ts"
import type { Change, Reorganisation } from "../reorganisation/reorganisation.ts"
import { code, country, districts, event, newCommune } from "./country.ts"
import { UnitCode } from "../unit.ts"

export const dayBefore = Day.make("2024-12-31")
export const first = "2025-01-01"
export const second = "2025-07-01"

/** Changes that speak of the communes of one district only, or hand one over to another district. */
export const changeWithin = (district: string, mark: string): fc.Arbitrary<readonly [Change, ...Array<Change>]> => {
  const [a, b, c, d] = [1, 2, 3, 4].map((n) => `${district}0${n}`)
  const refs = { a: code(a ?? ""), b: code(b ?? ""), c: code(c ?? ""), d: code(d ?? "") }
  const fresh = `${district}${mark}`
  const share = fc.integer({ min: 1, max: 99 }).map((n) => n / 100)
  return fc.oneof(
    fc.constant([
      { change: "merge", from: [{ unit: refs.a }, { unit: refs.b }], into: newCommune(`${fresh}1`, district) }
    ] as const),
    share.map(
      (part) =>
        [
          {
            change: "merge",
            from: [{ unit: refs.a }, { unit: refs.b, share: part }, { unit: refs.c, share: part }],
            into: newCommune(`${fresh}1`, district)
          }
        ] as const
    ),
    share.map((part) => [{ change: "transfer", from: refs.a, to: { unit: refs.b }, share: part }] as const),
    share.map(
      (part) =>
        [
          {
            change: "split",
            unit: refs.c,
            into: [
              { target: newCommune(`${fresh}1`, district), share: part },
              { target: newCommune(`${fresh}2`, district), share: "rest" }
            ]
          }
        ] as const
    ),
    fc.constant([
      { change: "merge", from: [{ unit: refs.d }], into: { unit: refs.a } },
      { change: "rename", unit: refs.a, name: "Đổi tên" },
      { change: "type", unit: refs.b, type: "phường" }
    ] as const)
  )
}

const joined = {
  new: {
    key: "30",
    code: UnitCode.make("30"),
    name: "Hợp nhất",
    type: "tỉnh",
    level: "province",
    parent: null
  }
} as const

const handOver: fc.Arbitrary<readonly [Change, ...Array<Change>]> = fc.constantFrom(
  [{ change: "move", unit: code("10103"), parent: code("102") }],
  [{ change: "move", unit: code("10103"), parent: code("201") }],
  [{ change: "endLevel", level: "district", within: null }],
  [{ change: "code", unit: code("101"), code: UnitCode.make("999") }],
  [{ change: "transfer", from: code("10101"), to: { unit: code("20101") }, share: 0.25 }],
  [{ change: "joinProvinces", from: [{ unit: code("20") }], into: { unit: code("10") } }],
  [{ change: "joinProvinces", from: [{ unit: code("10") }, { unit: code("20") }], into: joined }],
  [
    { change: "joinProvinces", from: [{ unit: code("20") }], into: { unit: code("10") } },
    { change: "endLevel", level: "district", within: null },
    {
      change: "merge",
      from: [{ unit: code("10104") }, { unit: code("20101"), share: 0.4 }],
      into: newCommune("10191", "10")
    }
  ]
)

export const eventOn = (id: string, day: string, changes: fc.Arbitrary<readonly [Change, ...Array<Change>]>) =>
  changes.map((all): Reorganisation => event(id, day, ...all))

export const anyEvent = (id: string, day: string, mark: string) =>
  eventOn(
    id,
    day,
    fc.oneof(
      fc.constantFrom(...districts).chain((district) => changeWithin(district, mark)),
      handOver
    )
  )

export const applied = (chronicle: Chronicle, reorganisation: Reorganisation): Chronicle =>
  apply(chronicle, Result.getOrThrow(plan(chronicle, reorganisation)))

/** Both events one after the other; the second is left out where it cannot follow the first. */
export const chain = fc.tuple(anyEvent("E1", first, "6"), anyEvent("E2", second, "7")).map(([one, two]) => {
  const after = applied(country, one)
  return Result.match(plan(after, two), { onFailure: () => after, onSuccess: (planned) => apply(after, planned) })
})

export const days = [dayBefore, Day.make(first), Day.make("2025-06-30"), Day.make(second)]
