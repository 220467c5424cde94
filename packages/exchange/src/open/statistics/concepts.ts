import type { Bilingual } from "@ntm/domain/values"
import { illustrativeNote } from "../publisher.ts"

/** What a value is told by: the concepts of dimensions, of the measure and of attributes, in both languages. */
export const concepts = {
  REF_AREA: { vi: "Đơn vị hành chính", en: "Administrative unit" },
  INDICATOR: { vi: "Chỉ tiêu", en: "Indicator" },
  TIME_PERIOD: { vi: "Ngày hoặc kỳ số liệu", en: "Day or period of the value" },
  OBS_VALUE: { vi: "Giá trị", en: "Value" },
  UNIT_MEASURE: { vi: "Đơn vị tính", en: "Unit of measure" },
  OBS_KIND: { vi: "Loại số liệu", en: "Kind of value" },
  OBS_STATUS: { vi: "Tình trạng số liệu", en: "Status of the value" },
  ILLUSTRATIVE: illustrativeNote,
  OBS_ID: { vi: "Số của số liệu trong hệ thống", en: "Number of the value in the system" },
  RECORDED_AT: { vi: "Ghi nhận lúc", en: "Recorded at" },
  OBS_SOURCE: { vi: "Nguồn số liệu", en: "Source of the value" }
} as const satisfies Record<string, Bilingual>
export type ConceptId = keyof typeof concepts

interface Code {
  readonly id: string
  readonly name: Bilingual
}

/** A value at a day, a sum over a period, or a total to date. */
export const kindCodes: ReadonlyArray<Code & { readonly kind: "stock" | "flow" | "toDate" }> = [
  { kind: "stock", id: "S", name: { vi: "Tại một ngày", en: "At a day" } },
  { kind: "flow", id: "F", name: { vi: "Trong kỳ", en: "Over a period" } },
  { kind: "toDate", id: "T", name: { vi: "Lũy kế từ đầu kỳ", en: "Total to date" } }
]

/** What is approved counts; what is not yet is provisional. The codes are those of the cross-domain list of SDMX. */
export const statusCodes: ReadonlyArray<Code> = [
  { id: "A", name: { vi: "Đã duyệt", en: "Normal value" } },
  { id: "P", name: { vi: "Chưa duyệt", en: "Provisional value" } }
]

/** A name in the best language and in both, as SDMX-JSON repeats it. */
export const named = ({ en, vi }: Bilingual) => ({ name: vi, names: { vi, en } })
/** A name that is kept in Vietnamese alone. */
export const inVietnamese = (name: string) => ({ name, names: { vi: name } })

/** A concept with its name. */
export const conceptNamed = (id: ConceptId) => ({ id, ...named(concepts[id]) })
