import { Plan, Unit } from "@ntm/domain/units"
import { decodeList } from "./decode-list.ts"

const unit = (
  id: number,
  code: string,
  name: string,
  type: string,
  level: string,
  parent: readonly [number, string] | null,
  span: object
) => ({
  id,
  code,
  name,
  type,
  level,
  parentId: parent?.[0] ?? null,
  parentCode: parent?.[1] ?? null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: null,
  ...span
})

const before = { validTo: "2025-06-30" }
const after = { validFrom: "2025-07-01" }

export const sampleUnits = decodeList(Unit)([
  unit(1, "31", "Hải Phòng", "thành phố trung ương", "province", null, before),
  unit(2, "313", "An Lão", "huyện", "district", [1, "31"], before),
  unit(3, "11629", "An Lão", "thị trấn", "commune", [2, "313"], before),
  unit(4, "11824", "Vĩnh An", "xã", "commune", [2, "313"], before),
  unit(5, "11825", "Vĩnh Bảo", "thị trấn", "commune", [2, "313"], before),
  unit(6, "31", "Hải Phòng", "thành phố", "province", null, {
    ...after,
    areaKm2: 3194.72,
    population: 4_664_124,
    lon: 106.6,
    lat: 20.8
  }),
  unit(7, "11824", "Vĩnh Bảo", "xã", "commune", [6, "31"], { ...after, areaKm2: 31.5, population: 51_000 }),
  unit(8, "11629", "An Lão", "xã", "commune", [6, "31"], after),
  unit(9, "11630", "Ân Thi", "xã", "commune", [6, "31"], after),
  unit(10, "11631", "Đồ Sơn", "phường", "commune", [6, "31"], after),
  unit(11, "11632", "Dương Kinh", "phường", "commune", [6, "31"], after)
])

const given = (fromId: number, toId: number, all: number | null, note: string | null, inferred: boolean) => ({
  event: "sample-2025-07-01",
  day: "2025-07-01",
  fromId,
  toId,
  share: { all, by: all === null ? { population: 0.25 } : {} },
  note,
  inferred,
  implied: false
})

export const sampleReorganisations = decodeList(Plan)([
  {
    reorganisation: {
      id: "sample-2025-07-01",
      document: { number: "1669/NQ-UBTVQH15", issuer: null, issuedOn: "2025-06-16" },
      day: "2025-07-01",
      changes: [{ change: "rename", unit: { code: "31" }, name: "Hải Phòng" }]
    },
    ends: sampleUnits.filter((one) => one.validTo !== null),
    begins: sampleUnits.filter((one) => one.validFrom !== null),
    transfers: [
      given(1, 6, 1, null, false),
      given(4, 7, null, null, true),
      given(4, 8, null, null, false),
      given(5, 7, 1, "1669/NQ-UBTVQH15, clause 1", false)
    ]
  }
])
