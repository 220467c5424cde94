import { api } from "./client.ts"
import { changeTexts } from "./openapi-changes.ts"
import type { Deprecation } from "./endpoint.ts"
import { factTexts } from "./openapi-facts.ts"
import { referenceTexts } from "./openapi-reference.ts"
import type { EndpointTexts, Words } from "./openapi-words.ts"

/** What each question of the API is about, in a line. A question without words does not compile. */
export const endpointTexts: EndpointTexts<typeof api> = { ...referenceTexts, ...factTexts, ...changeTexts }

/** The nouns of the API. A noun without words does not compile. */
export const nounTexts: Readonly<Record<keyof typeof api, Words>> = {
  health: { vi: "Tình trạng", en: "Health" },
  session: { vi: "Phiên đăng nhập", en: "Session" },
  sessions: { vi: "Các phiên đăng nhập", en: "Sessions" },
  devices: { vi: "Thiết bị", en: "Devices" },
  people: { vi: "Người dùng", en: "People" },
  keys: { vi: "Khóa đối tác", en: "Keys" },
  documents: { vi: "Văn bản", en: "Documents" },
  units: { vi: "Đơn vị hành chính", en: "Units" },
  map: { vi: "Bản đồ", en: "Map" },
  boundaries: { vi: "Ranh giới", en: "Boundaries" },
  reorganisations: { vi: "Sắp xếp đơn vị", en: "Reorganisations" },
  criteria: { vi: "Bộ tiêu chí", en: "Criteria sets" },
  observations: { vi: "Số liệu", en: "Observations" },
  evidence: { vi: "Minh chứng", en: "Evidence" },
  series: { vi: "Chuỗi số liệu", en: "Series" },
  assessments: { vi: "Đánh giá", en: "Assessments" },
  proofs: { vi: "Chứng cứ", en: "Proofs" },
  movements: { vi: "Biến động", en: "Movements" },
  funding: { vi: "Nguồn vốn", en: "Funding" },
  works: { vi: "Công trình", en: "Works" },
  assignments: { vi: "Nhiệm vụ", en: "Tasks" },
  agencies: { vi: "Cơ quan", en: "Agencies" },
  recommendations: { vi: "Kiến nghị", en: "Recommendations" },
  dossiers: { vi: "Hồ sơ công nhận", en: "Dossiers" },
  inventory: { vi: "Sổ theo dõi", en: "Registers" },
  audit: { vi: "Nhật ký kiểm toán", en: "Audit trail" },
  changes: { vi: "Dòng thay đổi", en: "Changes" },
  webhooks: { vi: "Webhook", en: "Webhooks" }
}

export { detailsInVietnamese } from "./openapi-details.ts"
export { oneState } from "./openapi-states.ts"

/** One question of the API with everything that the contract says of it. */
export interface DescribedEndpoint {
  /** "units.list": its noun and name. */
  readonly key: string
  readonly noun: keyof typeof api
  readonly endpoint: object & { readonly path: string; readonly deprecated?: Deprecation }
  readonly words: Words
}

const isWords = (member: object): member is Words => "vi" in member && typeof member.vi === "string"

const described = (noun: keyof typeof api, key: string, member: object, texts: object): Array<DescribedEndpoint> => {
  if ("path" in member && typeof member.path === "string")
    return isWords(texts) ? [{ key, noun, endpoint: { ...member, path: member.path }, words: texts }] : []
  const told = new Map<string, object>(Object.entries(texts))
  return Object.entries(member).flatMap(([name, each]: [string, object]) =>
    described(noun, `${key}.${name}`, each, told.get(name) ?? {})
  )
}

/** Every question of the API, noun by noun. */
export const describedEndpoints: ReadonlyArray<DescribedEndpoint> = (
  Object.keys(api) as ReadonlyArray<keyof typeof api>
).flatMap((noun) => described(noun, noun, api[noun], endpointTexts[noun]))
