import { recommendationStateWords, taskStateWords } from "../../assignments/index.ts"
import { officeWords, stateWords, tierNames } from "../../criteria/index.ts"
import { findingNames } from "../../documents/index.ts"
import { FundingSourceKey, fundingSources, stageNames } from "../../funding/index.ts"
import { itemKinds } from "../../inventory/index.ts"
import { roleWords } from "../../people/index.ts"
import { levelWords } from "../../units/index.ts"
import type { Bilingual } from "../../values/index.ts"
import { procedure, sectorNames } from "../../works/index.ts"
import { nounWords } from "../noun.ts"

type Words = Readonly<Record<string, Bilingual>>

/** Words of codes that are places in a list. */
const inOrder = (words: ReadonlyArray<Bilingual>): Words =>
  Object.fromEntries(words.map((word, place) => [String(place), word]))

const { approved, draft, returned, submitted, verified } = stateWords
const { allocated, disbursed, mobilised, planned } = stageNames
const { commune, district, province, village } = levelWords

const sourceWords = new Map(fundingSources.map(({ key, name }) => [key, name]))

/**
 * What the program's words, and the numbers that stand for them in tables, are called by people.
 *
 * **Details** Numbers are those of the store's codes; a spec of the store holds both against each other.
 */
export const vocabularies = {
  level: levelWords,
  tier: tierNames,
  role: roleWords,
  office: officeWords,
  sector: sectorNames,
  noun: nounWords,
  taskState: taskStateWords,
  recommendationState: recommendationStateWords,
  workStep: Object.fromEntries(procedure.map(({ key, name }) => [key, name])),
  load: { reference: { vi: "dữ liệu kèm chương trình", en: "what the program brings along" } },
  itemKind: Object.fromEntries(Object.entries(itemKinds).map(([kind, { words }]) => [kind, words])),
  fundingStage: { ...stageNames, ...inOrder([planned, allocated, mobilised, disbursed]) },
  fundingTier: inOrder([province, district, commune, village]),
  fundingSource: inOrder(FundingSourceKey.literals.flatMap((key) => sourceWords.get(key) ?? [])),
  fundingEntryKind: inOrder([
    { vi: "theo văn bản", en: "as stated" },
    { vi: "điều chỉnh", en: "adjustment" },
    { vi: "chuyển nguồn", en: "carried over" },
    { vi: "làm tròn", en: "rounding" },
    { vi: "chưa giải thích được", en: "unexplained" }
  ]),
  observationState: { ...stateWords, ...inOrder([returned, draft, submitted, verified, approved]) },
  observationKind: inOrder([
    { vi: "tại một ngày", en: "on a day" },
    { vi: "trong kỳ", en: "of a period" },
    { vi: "lũy kế", en: "to date" }
  ]),
  personKind: { human: { vi: "người", en: "person" }, system: { vi: "hệ thống đối tác", en: "partner's system" } },
  begunDone: { begun: { vi: "bắt đầu", en: "begun" }, done: { vi: "xong", en: "done" } },
  problem: {
    land: { vi: "mặt bằng", en: "land" },
    money: { vi: "vốn", en: "money" },
    contractor: { vi: "nhà thầu", en: "contractor" },
    design: { vi: "thiết kế", en: "design" },
    weather: { vi: "thời tiết", en: "weather" },
    procedure: { vi: "thủ tục", en: "procedure" },
    other: { vi: "khác", en: "other" }
  },
  asked: { households: { vi: "hộ", en: "households" }, people: { vi: "người", en: "people" } },
  sessions: {
    one: { vi: "một phiên", en: "one session" },
    others: { vi: "mọi phiên khác", en: "all other sessions" },
    all: { vi: "mọi phiên", en: "all sessions" }
  },
  signInStep: {
    password: { vi: "mật khẩu", en: "password" },
    secondFactor: { vi: "xác thực hai bước", en: "second factor" }
  },
  confidence: {
    verified: { vi: "đã đọc trong nguồn", en: "read in a source" },
    recalled: { vi: "theo trí nhớ", en: "recalled" },
    unknown: { vi: "chưa biết", en: "unknown" },
    illustrative: { vi: "số minh họa", en: "illustrative" }
  },
  finding: findingNames,
  severity: { error: { vi: "sai lệch", en: "error" }, warning: { vi: "cần xem", en: "warning" } },
  valueSource: {
    document: { vi: "văn bản", en: "document" },
    import: { vi: "tệp nhập", en: "file" },
    form: { vi: "biểu nhập", en: "form" }
  },
  measure: {
    attestation: { vi: "xác nhận có hay không", en: "attested or not" },
    count: { vi: "số đếm", en: "count" },
    money: { vi: "số tiền", en: "money" },
    percent: { vi: "tỷ lệ phần trăm", en: "percentage" },
    ratio: { vi: "tỷ số", en: "ratio" }
  },
  share: {
    whole: { vi: "toàn bộ", en: "the whole" },
    part: { vi: "một phần", en: "a part" },
    rest: { vi: "phần còn lại", en: "the rest" }
  },
  reorganisation: {
    merge: { vi: "nhập", en: "merged" },
    split: { vi: "chia, tách", en: "split" },
    transfer: { vi: "điều chỉnh địa giới", en: "part transferred" },
    rename: { vi: "đổi tên", en: "renamed" },
    type: { vi: "đổi loại hình", en: "other type" },
    code: { vi: "đổi mã", en: "other code" },
    move: { vi: "chuyển đơn vị cấp trên", en: "moved below another unit" },
    endLevel: { vi: "kết thúc một cấp", en: "end of a level" },
    joinProvinces: { vi: "hợp nhất tỉnh", en: "provinces joined" },
    attributes: { vi: "đổi thuộc tính", en: "other attributes" }
  }
} as const satisfies Readonly<Record<string, Words>>
export type Vocabulary = keyof typeof vocabularies

/** What a code is called; undefined where it is none of the vocabulary. */
export const wordOf = (vocabulary: Vocabulary, code: string): Bilingual | undefined => {
  const words: Words = vocabularies[vocabulary]
  return Object.hasOwn(words, code) ? words[code] : undefined
}
