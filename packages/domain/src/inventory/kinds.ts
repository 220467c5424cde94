import type { UnitLevel } from "../units/index.ts"
import type { Bilingual } from "../values/index.ts"
import type { ItemKind } from "./item.ts"

/** What is true of all entries of a kind. */
interface KindRules {
  readonly words: Bilingual
  /** Held in a year, and counted by it; else it stands until something ends it. */
  readonly held: boolean
  /** Levels of the units that can have one; null: any. */
  readonly levels: ReadonlyArray<UnitLevel> | null
}

const inCommunes = ["commune", "village"] as const

export const itemKinds: Readonly<Record<ItemKind, KindRules>> = {
  modelArea: {
    words: { vi: "khu dân cư kiểu mẫu", en: "model residential area" },
    held: false,
    levels: inCommunes
  },
  modelGarden: { words: { vi: "vườn mẫu", en: "model garden" }, held: false, levels: inCommunes },
  smartVillage: { words: { vi: "thôn thông minh", en: "smart village" }, held: false, levels: inCommunes },
  smartCommune: {
    words: { vi: "xã thí điểm thông minh", en: "pilot smart commune" },
    held: false,
    levels: ["commune"]
  },
  ocop: { words: { vi: "sản phẩm OCOP", en: "OCOP product" }, held: false, levels: null },
  training: { words: { vi: "lớp tập huấn", en: "training class" }, held: true, levels: null },
  meeting: { words: { vi: "hội nghị, cuộc họp", en: "meeting" }, held: true, levels: null },
  issued: { words: { vi: "văn bản ban hành", en: "document issued" }, held: true, levels: null }
}
