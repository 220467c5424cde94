import type { UnitLevel } from "../../units/index.ts"
import type { Bilingual } from "../../values/index.ts"
import type { Tier } from "./tier.ts"

const levels: Readonly<Record<UnitLevel, Bilingual>> = {
  province: { vi: "Tỉnh, thành phố", en: "Province" },
  district: { vi: "Huyện", en: "District" },
  commune: { vi: "Xã", en: "Commune" },
  village: { vi: "Thôn", en: "Village" }
}

/** What a tier is called where the level is told beside it. */
export const tierNames: Readonly<Record<Tier, Bilingual>> = {
  standard: { vi: "đạt chuẩn nông thôn mới", en: "new rural standard" },
  advanced: { vi: "nông thôn mới nâng cao", en: "advanced" },
  model: { vi: "nông thôn mới kiểu mẫu", en: "model" },
  modern: { vi: "nông thôn mới hiện đại", en: "modern" },
  special: { vi: "nông thôn mới đặc thù", en: "special" },
  completed: { vi: "hoàn thành nhiệm vụ xây dựng nông thôn mới", en: "task completed" },
  civilised: { vi: "đạt chuẩn đô thị văn minh", en: "civilised urban" }
}

/** A tier as people say it of a unit of a level: "Xã nông thôn mới nâng cao". */
export const tierWords = (tier: Tier, level: UnitLevel): Bilingual => ({
  vi: `${levels[level].vi} ${tierNames[tier].vi}`,
  en: `${levels[level].en}, ${tierNames[tier].en}`
})
