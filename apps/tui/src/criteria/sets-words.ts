import type { Confidence, DifferenceKind, Rule, Threshold, ThresholdRow } from "@ntm/domain/criteria"
import { formatNumber } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"

/** Sign of how sure a rule is; nothing stands for what was read in a source. */
export const sureMark = {
  verified: "",
  recalled: "~",
  unknown: "?",
  illustrative: "*"
} as const satisfies Record<Confidence, string>

export const setWords = {
  verified: both("đã kiểm chứng", "verified"),
  recalled: both("nhớ lại", "recalled"),
  unknown: both("chưa biết", "unknown"),
  illustrative: both("minh họa", "illustrative"),
  set: both("Bộ tiêu chí", "Set"),
  period: both("Giai đoạn", "Period"),
  criteria: both("Tiêu chí", "Criteria"),
  indicators: both("Chỉ tiêu", "Indicators"),
  conditions: both("Điều kiện", "Conditions"),
  attested: both("đạt theo xác nhận", "attested"),
  noNumber: both("chưa có mức", "no number known"),
  delegated: both("tỉnh quy định", "set by the province"),
  skeleton: both("khung, chưa dùng để đánh giá", "a skeleton, not to be assessed with"),
  notCompared: both(
    "mới có khung: chỉ tiêu và mức phải đạt chưa có trong dữ liệu, nên chưa so được; không có nghĩa là bộ này bỏ chỉ tiêu của bộ kia",
    "only a frame: its indicators and thresholds are not in the data, so nothing can be compared; it does not mean that the set drops what the other asks for"
  ),
  asOf: both("có hiệu lực ngày", "in force on"),
  marks: both("~ nhớ lại, ? chưa biết, * số minh họa", "~ recalled, ? unknown, * illustrative"),
  listMarks: both(
    "! mới có khung, chưa dùng để đánh giá; 0/47: đã có trong dữ liệu / theo văn bản; ~ nhớ lại, ? chưa biết, * số minh họa",
    "! a skeleton, nothing is judged by it; 0/47: in the data / in the decision; ~ recalled, ? unknown, * illustrative"
  ),
  onlyFrom: both("Chỉ có ở", "Only in"),
  fine: both("Không có lỗi", "No problems"),
  read: both("Đã đọc", "Read"),
  files: both("tệp", "files"),
  sets: both("bộ tiêu chí", "sets"),
  problem: both("Lỗi", "Problem"),
  remark: both("Lưu ý", "Note")
} as const

export const differenceWords = {
  same: both("như nhau", "same"),
  stricter: both("chặt hơn", "stricter"),
  looser: both("lỏng hơn", "looser"),
  notComparable: both("không so được", "not comparable"),
  unknown: both("chưa có mức", "no number known")
} as const satisfies Record<DifferenceKind, ReturnType<typeof both>>

/** Signs of the same, for a column of one cell. */
export const differenceMark = {
  same: "=",
  stricter: "▲",
  looser: "▼",
  notComparable: "≠",
  unknown: "?"
} as const satisfies Record<DifferenceKind, string>

const signs: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=" }

const whomOf = (row: ThresholdRow): string => {
  const condition = row.when
  const who =
    condition === null
      ? ""
      : condition.if === "region"
        ? condition.in.join(", ")
        : condition.if === "group"
          ? `G${condition.in.join(", G")}`
          : condition.if === "value"
            ? `${condition.input} ${signs[condition.op] ?? ""} ${condition.than}`
            : "…"
  return [who, row.year === null ? "" : String(row.year)].filter((part) => part !== "").join(" ")
}

const thresholdText = (op: string, threshold: Threshold, lang: Lang): string => {
  const sign = signs[op] ?? op
  if ("times" in threshold) return `${sign} ${formatNumber(threshold.times)} × ${threshold.set}/${threshold.code}`
  if (threshold.rows.length === 0)
    return say(threshold.awaiting === "province" ? setWords.delegated : setWords.noNumber, lang)
  return threshold.rows
    .map((row) => {
      const whom = whomOf(row)
      return `${sign} ${formatNumber(row.value)}${whom === "" ? "" : ` (${whom})`}`
    })
    .join("; ")
}

/** A rule in a line: "≥ 99 (DBSH); ≥ 95", "đạt theo xác nhận". */
export const ruleText = (rule: Rule | null, lang: Lang): string => {
  if (rule === null) return say(setWords.noNumber, lang)
  const inside = (rules: ReadonlyArray<Rule>, word: string) => rules.map((one) => ruleText(one, lang)).join(` ${word} `)
  switch (rule.op) {
    case "attested":
      return say(setWords.attested, lang)
    case "between":
      return `${thresholdText(">=", rule.low, lang)}, ${thresholdText(rule.highExclusive ? "<" : "<=", rule.high, lang)}`
    case "all":
      return inside(rule.rules, lang === "vi" ? "và" : "and")
    case "any":
      return inside(rule.rules, lang === "vi" ? "hoặc" : "or")
    case "atLeast":
      return lang === "vi"
        ? `ít nhất ${rule.count}/${rule.rules.length}`
        : `at least ${rule.count} of ${rule.rules.length}`
    case "when":
      return ruleText(rule.rule, lang)
    case "eachSex":
      return `${ruleText(rule.rule, lang)} ${lang === "vi" ? "(nam và nữ)" : "(men and women)"}`
    case "holds":
      return lang === "vi" ? `giữ hạng ${rule.set ?? rule.tier}` : `holds ${rule.set ?? rule.tier}`
    case "criterionMet":
      return lang === "vi"
        ? `đạt tiêu chí ${rule.criterion} của ${rule.set}`
        : `criterion ${rule.criterion} of ${rule.set}`
    case "criterionLost":
      return rule.names.join(", ")
    case "allCriteria":
      return lang === "vi" ? "đạt mọi tiêu chí" : "every criterion met"
    default:
      return thresholdText(rule.op, rule.threshold, lang)
  }
}
