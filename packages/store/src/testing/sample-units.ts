import { LineageLink, Unit } from "@ntm/domain/units"
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

export const sampleLineage = decodeList(LineageLink)([
  { fromId: 1, toId: 6, day: "2025-07-01", share: "whole", note: null, inferred: false },
  { fromId: 5, toId: 7, day: "2025-07-01", share: "whole", note: "1669/NQ-UBTVQH15, clause 1", inferred: false },
  { fromId: 4, toId: 7, day: "2025-07-01", share: "part", note: null, inferred: true },
  { fromId: 4, toId: 8, day: "2025-07-01", share: "part", note: null, inferred: false }
])
