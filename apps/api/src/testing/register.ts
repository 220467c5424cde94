import {
  apply,
  type Chronicle,
  chronicleOf,
  plan,
  Reorganisation,
  ReorganisationNotFound,
  type Reorganisations,
  RegisterChanged,
  undo,
  Unit
} from "@ntm/domain/units"
import { Effect, Result, Schema } from "effect"

const row = (
  id: number,
  code: string,
  type: string,
  name: string,
  level: string,
  parent: readonly [number, string] | null
) =>
  Schema.decodeUnknownSync(Unit)({
    id,
    code,
    name,
    type,
    level,
    parentId: parent?.[0] ?? null,
    parentCode: parent?.[1] ?? null,
    areaKm2: null,
    population: level === "commune" ? 10_000 : null,
    lon: null,
    lat: null,
    validFrom: null,
    validTo: null
  })

/** Two provinces, a district of each, and their communes, before anything happened to them. */
const before = chronicleOf([
  row(1, "31", "thành phố", "Hải Phòng", "province", null),
  row(2, "30", "tỉnh", "Hải Dương", "province", null),
  row(3, "316", "huyện", "Vĩnh Bảo", "district", [1, "31"]),
  row(4, "294", "huyện", "Thanh Hà", "district", [2, "30"]),
  row(5, "11824", "thị trấn", "Vĩnh Bảo", "commune", [3, "316"]),
  row(6, "11830", "xã", "Vĩnh An", "commune", [3, "316"]),
  row(7, "11836", "xã", "Tân Hưng", "commune", [3, "316"]),
  row(8, "10813", "xã", "Thanh Xuân", "commune", [4, "294"])
])

/** Provinces are joined, districts end, and two communes and a part of a third become one under a code that was used before. */
export const joining = {
  id: "hai-phong-2025-07-01",
  document: { number: "1669/NQ-UBTVQH15", issuer: "Uỷ ban Thường vụ Quốc hội", issuedOn: "2025-06-16" },
  day: "2025-07-01",
  changes: [
    { change: "joinProvinces", from: [{ unit: { code: "30" } }], into: { unit: { code: "31" } } },
    { change: "endLevel", level: "district", within: null },
    {
      change: "merge",
      from: [
        { unit: { code: "11824" } },
        { unit: { code: "11830" } },
        { unit: { code: "11836" }, share: { of: 0.4, by: { population: 0.35 } }, inferred: true }
      ],
      into: {
        new: {
          key: "vinh-bao",
          code: "11824",
          name: "Vĩnh Bảo",
          type: "xã",
          level: "commune",
          parent: { code: "31" }
        }
      }
    }
  ]
} as const

const decoded = Schema.decodeUnknownSync(Reorganisation)(joining)

/** The register after `joining`. */
export const registerInMemory = (): Chronicle => apply(before, Result.getOrThrow(plan(before, decoded)))

const told = ({ id, document, day }: Reorganisation) => ({
  id,
  document,
  day,
  appliedAt: "2025-06-20T08:00:00.000Z",
  undoneAt: null
})

/** The port over one register in memory, which its events change; it knows no past. */
export const reorganisationsInMemory = (start: Chronicle): Reorganisations["Service"] => {
  let version = 1
  let chronicle = start
  const next = (changed: Chronicle) => {
    chronicle = changed
    version += 1
    return version
  }
  return {
    register: () => Effect.sync(() => ({ version, chronicle })),
    registerAt: () => Effect.sync(() => ({ version: String(version), chronicle })),
    list: () => Effect.sync(() => chronicle.events.map(({ reorganisation }) => told(reorganisation))),
    get: (id) =>
      Effect.suspend(() => {
        const event = chronicle.events.find(({ reorganisation }) => reorganisation.id === id)
        if (event === undefined) return Effect.fail(new ReorganisationNotFound({ id }))
        const { reorganisation: body, ends, begins, transfers } = event
        const changed = { ends: ends.length, begins: begins.length, transfers: transfers.length }
        return Effect.succeed({ ...told(body), body, changed })
      }),
    apply: (planned, made) =>
      Effect.suspend(() =>
        made === version
          ? Effect.succeed(next(apply(chronicle, planned)))
          : Effect.fail(new RegisterChanged({ event: planned.reorganisation.id }))
      ),
    undo: (id) => Effect.suspend(() => Effect.map(Effect.fromResult(undo(chronicle, id)), next))
  }
}
