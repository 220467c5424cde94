import type { Unit } from "../units/index.ts"
import { type Bilingual, type Dong, formatMoney } from "../values/index.ts"
import type { FundingFlag } from "./pivot.ts"
import type { FundingSourceKey } from "./source.ts"
import { sourceOf } from "./source-tree.ts"

/** "2.775 triệu đồng": exact, in the unit in which plans print their tables. */
export const inMillions = (amount: Dong): string => formatMoney(amount, { unit: "triệu đồng" })

/** A unit as flags name it. */
export const flagUnit = (unit: Unit | null): FundingFlag["unit"] =>
  unit === null ? null : { id: unit.id, code: unit.code, name: unit.name, type: unit.type }

/** "huyện An Lão, vốn đầu tư công": whose money of which source. */
export const whose = (unit: Unit | null, agency: string | null, source: FundingSourceKey): Bilingual => {
  const holder = agency ?? (unit === null ? null : `${unit.type} ${unit.name}`)
  const { name } = sourceOf(source)
  const vi = name.vi.toLocaleLowerCase("vi")
  const en = name.en.toLocaleLowerCase("en")
  return { vi: `${holder ?? "Cả nước"}, ${vi}`, en: `${holder ?? "The country"}, ${en}` }
}
