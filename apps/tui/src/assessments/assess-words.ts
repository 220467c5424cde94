import type { AssessedSet } from "@ntm/contract"
import { type Acceptance, type Confidence, type HeldRecognition, type Tier, Verdict } from "@ntm/domain/criteria"
import type { Bilingual } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import type { Tone } from "../parts/line.ts"

/** How a verdict is drawn: a sign of one cell that says the same without colour. */
export const verdictSign = {
  met: { sign: "✓", tone: "good" },
  notMet: { sign: "✗", tone: "bad" },
  exempt: { sign: "–", tone: "dim" },
  noData: { sign: "?", tone: "warn" },
  noThreshold: { sign: "§", tone: "accent" }
} as const satisfies Record<Verdict, { readonly sign: string; readonly tone: Tone }>

const letters: Readonly<Record<string, Verdict>> = {
  m: "met",
  n: "notMet",
  e: "exempt",
  d: "noData",
  t: "noThreshold"
}

/** The verdict that a letter of a matrix stands for; undefined where the unit's own set has no such criterion. */
export const verdictAt = (verdicts: string, at: number): Verdict | undefined => letters[verdicts[at] ?? ""]

/** As `verdictSign`, and blank where there is no verdict. */
export const signOf = (verdict: Verdict | undefined): { readonly sign: string; readonly tone: Tone } =>
  verdict === undefined ? { sign: " ", tone: "plain" } : verdictSign[verdict]

/** Verdicts as counts name them. */
export const countedWords = {
  met: both("đạt", "met"),
  notMet: both("chưa đạt", "not met"),
  exempt: both("không áp dụng", "exempt"),
  noData: both("chưa có số liệu", "no data"),
  noThreshold: both("chưa có mức", "no threshold")
} as const satisfies Record<Verdict, Bilingual>

/** "✓ đạt, ✗ chưa đạt, …": what the signs mean. */
export const signsText = (lang: Lang): string =>
  Verdict.literals.map((verdict) => `${verdictSign[verdict].sign} ${say(countedWords[verdict], lang)}`).join(", ")

/** Tiers in a word or two, where the level is plain. */
export const tierShort = {
  standard: both("đạt chuẩn", "standard"),
  advanced: both("nâng cao", "advanced"),
  model: both("kiểu mẫu", "model"),
  modern: both("hiện đại", "modern"),
  special: both("đặc thù", "special"),
  completed: both("hoàn thành nhiệm vụ", "completed"),
  civilised: both("đô thị văn minh", "civilised")
} as const satisfies Record<Tier, Bilingual>

export const heldWords = {
  decided: both("đã công nhận", "recognised"),
  revoked: both("đã bị thu hồi", "withdrawn"),
  provisional: both("tạm giữ theo các đơn vị cũ", "held provisionally from former units"),
  toRestore: both("phải xây dựng lại", "to be restored")
} as const satisfies Record<HeldRecognition["kind"], Bilingual>

/** How sure a rule is, as a person reads it beside the line. */
export const confidenceWords = {
  verified: both("đã đọc trong nguồn", "read in a source"),
  recalled: both("chưa kiểm chứng: ghi theo trí nhớ", "not verified: from memory"),
  unknown: both("chưa rõ quy định", "the rule is not known"),
  illustrative: both("số minh họa, không phải của văn bản", "an illustrative number, not of the law")
} as const satisfies Record<Confidence, Bilingual>

export const acceptWords = {
  draft: both("kể cả số liệu dự thảo", "drafts counted too"),
  submitted: both("tính cả số liệu mới nộp", "submitted values count"),
  verified: both("tính số liệu đã thẩm tra", "verified values count"),
  approved: both("chỉ tính số liệu đã duyệt", "approved values count")
} as const satisfies Record<Acceptance, Bilingual>

/** Marks of one cell; the words that explain them stand where they show. */
export const mark = { provisional: "~", illustrative: "°", unverified: "*" } as const

export const markWords = {
  provisional: both("tạm tính từ số liệu của đơn vị khác", "provisional, from other units' values"),
  illustrative: both("số liệu minh họa", "illustrative values"),
  unverified: both("quy định chưa kiểm chứng", "rule not verified")
} as const

/** Lines of a set whose rule was not read in a source. */
export const unverifiedLines = ({ confidence }: AssessedSet): number => confidence.recalled + confidence.unknown
