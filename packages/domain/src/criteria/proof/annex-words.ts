import type { Bilingual } from "../../values/index.ts"
import type { Confidence } from "../sets/indicator.ts"

/** Words of a printed proof. */

const both = (vi: string, en: string): Bilingual => ({ vi, en })

/** Labels and headings. */
export const words = {
  title: both("PHỤ LỤC: CĂN CỨ CỦA KẾT QUẢ ĐÁNH GIÁ", "ANNEX: WHAT THE VERDICT RESTS ON"),
  unit: both("Đơn vị", "Unit"),
  code: both("mã", "code"),
  set: both("Bộ tiêu chí", "Criteria set"),
  asOf: both("Đánh giá vào ngày", "Judged as of"),
  knownAt: both("Theo số liệu ghi nhận đến", "As known at"),
  nothingKnown: both("chưa có số liệu nào được ghi nhận", "nothing was recorded"),
  vietnamTime: both("giờ Việt Nam", "Vietnam time"),
  accept: both("Số liệu được tính từ trạng thái", "Values count from the state"),
  certainty: both("Độ tin cậy", "How sure it is"),
  rules: both("quy tắc", "rules"),
  illustrativeValues: both("số liệu là số minh họa", "values are illustrative"),
  verdict: both("Kết quả", "Verdict"),
  criteria: both("tiêu chí", "criteria"),
  bases: both("I. CĂN CỨ PHÁP LÝ", "I. LEGAL BASES"),
  byCriterion: both("II. KẾT QUẢ THEO TỪNG TIÊU CHÍ, CHỈ TIÊU", "II. CRITERIA AND INDICATORS"),
  values: both("III. SỐ LIỆU VÀ NGUỒN", "III. VALUES AND THEIR SOURCES"),
  check: both("IV. KIỂM TRA LẠI", "IV. TO CHECK"),
  conditions: both("Điều kiện kèm theo", "Conditions"),
  requires: both("Hạng phải đạt trước", "Tiers to be held before"),
  grant: both("Điều kiện công nhận", "What a grant asks"),
  withdraw: both("Thu hồi công nhận", "Withdrawal"),
  of: both("ngày", "of"),
  from: both("từ", "from"),
  to: both("đến", "to"),
  inForceFrom: both("có hiệu lực từ", "in force from"),
  amends: both("Sửa đổi", "Amended by"),
  changes: both("liên quan", "changes"),
  incomplete: both("chưa biết đủ nội dung sửa đổi", "known to change more than is known here"),
  local: both("Bộ tiêu chí của địa phương, cụ thể hóa bộ", "A province's own set, which derives from"),
  line: both("Chỉ tiêu", "Indicator"),
  formula: both("Quy tắc", "Rule"),
  why: both("Vì sao", "Why"),
  threshold: both("Mức áp dụng", "Threshold applied"),
  decision: both("Văn bản", "Decision"),
  sure: both("Độ tin cậy của quy tắc", "How sure the rule is"),
  agency: both("Cơ quan chủ trì", "Agency in charge"),
  unknownRule: both("chưa biết quy tắc của văn bản", "the rule of the law is not known"),
  value: both("Số liệu", "Value"),
  amount: both("Giá trị", "Amount"),
  day: both("Ngày", "Day"),
  source: both("Nguồn, trạng thái, minh chứng", "Source, state, evidence"),
  none: both("chưa có", "none"),
  noReport: both("chưa ai báo cáo", "nobody reported it"),
  document: both("văn bản", "document"),
  import: both("tệp số liệu", "import"),
  form: both("biểu nhập", "form"),
  recordedBy: both("người ghi", "recorded by"),
  derived: both("suy ra qua sắp xếp đơn vị", "derived over reorganisations"),
  share: both("phần", "share"),
  inferred: both("có liên kết suy đoán", "rests on an inferred link"),
  works: both("theo sổ công trình, số công trình đã nghiệm thu", "by the journal of works; works with acceptances"),
  computed: both("chương trình tính từ số liệu khác", "computed by the program from other facts"),
  illustrative: both("SỐ MINH HỌA", "ILLUSTRATIVE"),
  decided: both("theo quyết định", "by decision"),
  revoked: both("đã bị thu hồi", "withdrawn"),
  provisional: both("tạm giữ hạng của các đơn vị trước sắp xếp", "provisionally, by what its predecessors held"),
  toRestore: both("một số đơn vị trước sắp xếp chưa đạt", "some of its predecessors did not hold it"),
  yes: both("có", "yes"),
  no: both("không", "no"),
  page: both("Trang", "Page"),
  hash: both("Mã băm SHA-256", "SHA-256"),
  howTo: both(
    "Chạy “ntm verify TỆP” trên tệp JSON của chứng cứ này (không cần máy chủ): chương trình tính lại mã băm và đánh giá lại từ chính quy tắc, số liệu trong tệp. Đối chiếu mã băm với bản do cơ quan đánh giá công bố.",
    "Run “ntm verify FILE” on this proof's JSON file (no server needed): it computes the hash again and judges again by the rules and values in the file. Hold the hash against the one that the assessing office published."
  ),
  language: both("Phiên bản ngôn ngữ quy tắc", "Version of the rule language")
}

export const confidenceWords: { readonly [C in Confidence]: Bilingual } = {
  verified: both("đã đọc trong nguồn", "read in a source"),
  recalled: both("theo trí nhớ, chưa đối chiếu nguồn", "recalled, not read in a source"),
  unknown: both("chưa biết", "unknown"),
  illustrative: both("số minh họa, không phải của văn bản", "illustrative, not of the law")
}
