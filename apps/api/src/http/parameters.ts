import type { api, Endpoint } from "@ntm/contract"
import type { Bilingual } from "@ntm/domain/values"

/** Every name that a path or a query of the contract can carry. */
type Names<Group> = {
  [K in keyof Group]: Group[K] extends Endpoint<infer Params, infer Query, infer _Answer>
    ? keyof Params["Type"] | keyof Query["Type"]
    : Names<Group[K]>
}[keyof Group]

type Name = Extract<Names<typeof api>, string>

/** What each parameter must look like, told to whoever sent something else. A name without a row does not compile. */
const expectations: Readonly<Record<Name, Bilingual>> = {
  id: { vi: "phải là mã, không để trống", en: "must be an identifier" },
  code: {
    vi: "phải là mã đơn vị hành chính: 2 chữ số (tỉnh), 3 (huyện), 5 (xã) hoặc 8 (thôn)",
    en: "must be a unit code of 2 (province), 3 (district), 5 (commune) or 8 (village) digits"
  },
  document: { vi: "phải là mã văn bản, không để trống", en: "must be the identifier of a document" },
  q: { vi: "tối đa 200 ký tự", en: "at most 200 characters" },
  cursor: {
    vi: "phải là `next` của trang trước, giữ nguyên; bỏ trống để đọc từ đầu",
    en: "must be `next` of the page before, as it is; left out to begin anew"
  },
  fields: {
    vi: "phải là tên trường cách nhau bằng dấu phẩy, trường con sau dấu chấm, ví dụ code,name",
    en: "must be names of fields with commas between them, what is nested after a dot, as code,name"
  },
  limit: { vi: "phải là số nguyên từ 1 đến 1000", en: "must be a whole number from 1 to 1000" },
  bands: {
    vi: "phải là các khoảng số tiêu chí không trùng nhau, ví dụ 0-6,7-9,10-14,15-18,19",
    en: "must be ranges of numbers of criteria that do not overlap, as 0-6,7-9,10-14,15-18,19"
  },
  person: { vi: "phải là mã hoặc địa chỉ thư của một người", en: "must be the id or the e-mail address of somebody" },
  noun: {
    vi: "phải là loại thay đổi, ví dụ observation, fundingEntry, work, dossierEvent",
    en: "must be what changed, such as observation, fundingEntry, work, dossierEvent"
  },
  top: { vi: "phải là số nguyên từ 1 đến 1000", en: "must be a whole number from 1 to 1000" },
  each: { vi: "phải là số nguyên từ 1 đến 1000", en: "must be a whole number from 1 to 1000" },
  after: { vi: "phải là số thứ tự của một mục nhật ký", en: "must be the number of an entry" },
  include: { vi: "phải là technical, hoặc bỏ trống", en: "must be technical, or left out" },
  seq: { vi: "phải là số thứ tự của một mục nhật ký", en: "must be the number of an entry" },
  since: {
    vi: "phải là con trỏ mà dòng thay đổi đã trả về, hoặc 0",
    en: "must be a cursor that the feed answered, or 0"
  },
  wait: { vi: "phải là số giây từ 0 đến 30", en: "must be a number of seconds from 0 to 30" },
  grant: { vi: "phải là số của một quyền", en: "must be the number of a grant" },
  version: { vi: "phải là số nguyên không âm", en: "must be a whole number, not negative" },
  with: { vi: "phải là mã của bộ tiêu chí đem so", en: "must be the identifier of the set to compare with" },
  severity: { vi: "phải là error hoặc warning", en: "must be error or warning" },
  as_of: {
    vi: "phải là một ngày có thật, dạng YYYY-MM-DD, ví dụ 2025-07-01",
    en: "must be a day that exists, as YYYY-MM-DD"
  },
  on: {
    vi: "phải là một ngày có thật, dạng YYYY-MM-DD, ví dụ 2024-12-31",
    en: "must be a day that exists, as YYYY-MM-DD"
  },
  boundaries: {
    vi: "phải là một ngày có thật, dạng YYYY-MM-DD, ví dụ 2025-07-01",
    en: "must be a day that exists, as YYYY-MM-DD"
  },
  level: {
    vi: "phải là province, district, commune hoặc village",
    en: "must be province, district, commune or village"
  },
  weight: {
    vi: "phải là tên một đại lượng, ví dụ population, areaKm2, households",
    en: "must be the name of a weight, such as population, areaKm2, households"
  },
  parent: {
    vi: "phải là mã đơn vị cấp trên: 2, 3, 5 hoặc 8 chữ số",
    en: "must be the code of the unit above: 2, 3, 5 or 8 digits"
  },
  province: { vi: "phải là mã của một tỉnh, thành phố: 2 chữ số", en: "must be the code of a province: 2 digits" },
  file: { vi: "phải là tên tệp, tối đa 200 ký tự", en: "must be the name of a file, at most 200 characters" },
  margin: { vi: "phải là số phần trăm từ 0 đến 100", en: "must be a number of per cent from 0 to 100" },
  format: { vi: "phải là docx, md hoặc json", en: "must be docx, md or json" },
  lang: { vi: "phải là vi hoặc en", en: "must be vi or en" },
  name: { vi: "phải là tên tệp, không để trống", en: "must be the name of a file" },
  sha256: {
    vi: "phải là mã băm SHA-256: 64 chữ số thập lục phân (0–9, a–f)",
    en: "must be a SHA-256: 64 digits 0–9, a–f"
  },
  unit: {
    vi: "phải là mã đơn vị hành chính: 2, 3, 5 hoặc 8 chữ số",
    en: "must be a unit code of 2, 3, 5 or 8 digits"
  },
  input: { vi: "phải là mã chỉ tiêu, không để trống", en: "must be the key of an input" },
  key: { vi: "phải là mã chỉ tiêu, không để trống", en: "must be the key of an input" },
  known_at: {
    vi: "phải là một thời điểm theo giờ UTC, ví dụ 2025-03-05T02:30:00Z",
    en: "must be a moment in UTC, as 2025-03-05T02:30:00Z"
  },
  accept: {
    vi: "phải là draft, submitted, verified hoặc approved",
    en: "must be draft, submitted, verified or approved"
  },
  set: { vi: "phải là mã của một bộ tiêu chí", en: "must be the identifier of a criteria set" },
  from: {
    vi: "phải là một ngày có thật, dạng YYYY-MM-DD, ví dụ 2024-12-31; khi so sánh nguồn vốn là năm, ví dụ 2024",
    en: "must be a day that exists, as YYYY-MM-DD; of funding a year, as 2024"
  },
  to: {
    vi: "phải là một ngày có thật, dạng YYYY-MM-DD, ví dụ 2025-01-01; khi so sánh nguồn vốn là năm, ví dụ 2025",
    en: "must be a day that exists, as YYYY-MM-DD; of funding a year, as 2025"
  },
  from_known_at: {
    vi: "phải là một thời điểm theo giờ UTC, ví dụ 2025-01-10T00:00:00Z",
    en: "must be a moment in UTC, such as 2025-01-10T00:00:00Z"
  },
  to_known_at: {
    vi: "phải là một thời điểm theo giờ UTC, ví dụ 2025-03-05T02:30:00Z",
    en: "must be a moment in UTC, such as 2025-03-05T02:30:00Z"
  },
  batch: { vi: "phải là mã của một đợt công trình", en: "must be the identifier of a batch of works" },
  sector: {
    vi: "phải là transport, education, culture, health, environment, irrigation, power, trade hoặc other",
    en: "must be transport, education, culture, health, environment, irrigation, power, trade or other"
  },
  state: {
    vi: "của công trình: phải là planned, preparing, building, accepted, handedOver hoặc operating; của kiến nghị: open, answered, carriedOut hoặc reopened",
    en: "of works: must be planned, preparing, building, accepted, handedOver or operating; of recommendations: open, answered, carriedOut or reopened"
  },
  late: { vi: "phải là số ngày chậm, từ 0 đến 3650", en: "must be the days late, from 0 to 3650" },
  sort: {
    vi: "của công trình: phải là late, value, name hoặc debt; của nhiệm vụ: document, due hoặc late",
    en: "of works: must be late, value, name or debt; of tasks: document, due or late"
  },
  work: { vi: "phải là số của một công trình", en: "must be the number of a work" },
  year: { vi: "phải là năm ngân sách, từ 2000 đến 2100", en: "must be a budget year from 2000 to 2100" },
  stage: {
    vi: "phải là planned, allocated, mobilised hoặc disbursed",
    en: "must be planned, allocated, mobilised or disbursed"
  },
  from_stage: {
    vi: "phải là planned, allocated, mobilised hoặc disbursed",
    en: "must be planned, allocated, mobilised or disbursed"
  },
  tier: {
    vi: "của nguồn vốn: phải là province, district, commune hoặc village; của hồ sơ: standard, advanced, model, modern, special, completed hoặc civilised",
    en: "of funding: must be province, district, commune or village; of dossiers: standard, advanced, model, modern, special, completed or civilised"
  },
  zoom: { vi: "phải là 0, 1 hoặc 2", en: "must be 0, 1 or 2" },
  agency: { vi: "phải là mã cơ quan, ví dụ hp-so-nnmt", en: "must be the identifier of an agency, as hp-so-nnmt" },
  role: { vi: "phải là lead hoặc any", en: "must be lead or any" },
  task: {
    vi: "phải là mã nhiệm vụ, ví dụ kh-61-2025-haiphong/1.2.a@312",
    en: "must be the key of a task, as kh-61-2025-haiphong/1.2.a@312"
  },
  timeliness: {
    vi: "phải là notBegun, open, dueSoon, overdue, awaiting, done, doneLate, cancelled hoặc noDue",
    en: "must be notBegun, open, dueSoon, overdue, awaiting, done, doneLate, cancelled or noDue"
  },
  days: { vi: "phải là số ngày, từ 0 đến 3650", en: "must be a number of days from 0 to 3650" },
  count: { vi: "phải là working hoặc calendar", en: "must be working or calendar" },
  recommendation: {
    vi: "phải là mã kiến nghị, ví dụ tb-20-2025-haiphong/kn-tp-01",
    en: "must be the key of a recommendation, as tb-20-2025-haiphong/kn-tp-01"
  },
  expiring: { vi: "phải là số ngày, từ 0 đến 3650", en: "must be a number of days from 0 to 3650" },
  kind: {
    vi: "phải là limitation, cause hoặc remark; của sổ theo dõi: modelArea, modelGarden, smartVillage, smartCommune, ocop, training, meeting hoặc issued",
    en: "must be limitation, cause or remark; of registers modelArea, modelGarden, smartVillage, smartCommune, ocop, training, meeting or issued"
  }
}

const known = new Map<string, Bilingual>(Object.entries(expectations))

/** What `name` must look like. */
export const expectationOf = (name: string): Bilingual => known.get(name) ?? { vi: "không hợp lệ", en: "invalid" }

/** Rows of a list when the caller does not say how many. */
export const DEFAULT_LIMIT = 100
