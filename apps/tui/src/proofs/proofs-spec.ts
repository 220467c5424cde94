import { both } from "../language/lang.ts"
import type { CommandSpec, OptionSpec } from "../shell/command-spec.ts"

const annex: OptionSpec = {
  name: "annex",
  value: "TỆP",
  about: both("ghi phụ lục để in vào TỆP .docx (Word) hoặc .md", "write the annex to a FILE, .docx (Word) or .md")
}

/** How `ntm proof` is called. */
export const proofSpec = (server: OptionSpec): CommandSpec => ({
  name: "proof",
  operands: { shown: "", least: 0, most: 0 },
  options: [
    { name: "unit", value: "MÃ", about: both("mã đơn vị", "code of the unit") },
    { name: "set", value: "MÃ", about: both("mã bộ tiêu chí", "id of the criteria set") },
    {
      name: "as-of",
      value: "NGÀY",
      about: both(
        "đánh giá vào ngày này (2025-01-14 hoặc 14/1/2025); mặc định hôm nay",
        "judge as of this day; default today"
      )
    },
    {
      name: "known-at",
      value: "THỜI-ĐIỂM",
      about: both(
        "theo số liệu đã ghi đến lúc này (2025-03-01T00:00:00Z); mặc định bây giờ",
        "as known at this moment; default now"
      )
    },
    {
      name: "accept",
      value: "TRẠNG-THÁI",
      about: both(
        "tính số liệu từ trạng thái: submitted, verified, approved (mặc định)",
        "values count from the state: submitted, verified, approved (default)"
      )
    },
    { name: "print", about: both("in thành phụ lục (Markdown)", "print it as an annex (Markdown)") },
    annex,
    server
  ],
  about: both("lấy chứng cứ của một kết quả đánh giá", "get the proof of a verdict"),
  details: [
    both(
      "In ra stdout một tài liệu JSON tự đủ: quy tắc, mức áp dụng, văn bản, từng số liệu với nguồn, kết quả và mã băm. Ai có tệp này đều kiểm tra lại được bằng “ntm verify”, không cần máy chủ.",
      "Prints one JSON document that needs nothing else: rules, thresholds, decisions, every value with its source, the verdict and a hash. Whoever has it can check it with “ntm verify”, without a server."
    ),
    both(
      "Hỏi lại với knownAt ghi trong tài liệu thì được đúng tài liệu ấy, từng byte.",
      "Asked again with the document's knownAt the answer is the same, byte by byte."
    ),
    both(
      "Mã kết thúc: 0 xong, 1 chứng cứ không khớp với chính nó, 2 câu hỏi không đúng, 69 máy chủ không trả lời.",
      "Exit code: 0 done, 1 a proof that does not agree with itself, 2 a wrong question, 69 the server does not answer."
    )
  ],
  examples: [
    "ntm proof --unit 11824 --set xa-ntm-2021-2025 --as-of 2025-07-01 > xa.json",
    "ntm proof --unit 31 --set tinh-hoan-thanh-2021-2025 --as-of 2025-01-15 --print",
    "ntm proof --unit 11824 --set xa-ntm-2021-2025 --annex xa.docx > xa.json"
  ]
})

/** How `ntm verify` is called. */
export const verifySpec: CommandSpec = {
  name: "verify",
  operands: { shown: "TỆP…", least: 1, most: Number.POSITIVE_INFINITY },
  options: [
    {
      name: "print",
      about: both("in chứng cứ thành phụ lục (Markdown) ra stdout", "print the proof as an annex (Markdown) to stdout")
    },
    annex,
    { name: "json", about: both("in một đối tượng JSON ra stdout", "print one JSON object to stdout") }
  ],
  about: both(
    "kiểm tra lại chứng cứ của một kết quả đánh giá, gói hồ sơ công nhận",
    "check the proof of a verdict, or the bundle of a dossier, again"
  ),
  details: [
    both(
      "Mỗi TỆP là chứng cứ JSON của một đơn vị theo một bộ tiêu chí. Chương trình tính lại mã băm và đánh giá lại từ chính quy tắc, số liệu trong tệp, rồi nêu từng chỗ không khớp. Không cần máy chủ hay cơ sở dữ liệu.",
      "Each FILE is the JSON proof of one unit under one set. The hash is computed again, the unit judged again by the rules and values in the file, and every place that disagrees is told. Needs no server and no database."
    ),
    both(
      "TỆP cũng có thể là gói hồ sơ (ntm dossiers rehearse --out): niêm phong, chứng cứ, trạng thái từng bước và thẩm định thử đều được tính lại từ chính nội dung gói.",
      "A FILE may also be the bundle of a dossier (ntm dossiers rehearse --out): its seal, proof, steps and rehearsal are all made again of what it holds."
    ),
    both(
      "Tệp đúng nghĩa là tệp không tự mâu thuẫn. Muốn biết đó đúng là chứng cứ đã công bố thì đối chiếu mã băm với bản của cơ quan đánh giá.",
      "Right means that the file agrees with itself. Whether it is the one that was published is told by its hash, held against that of the assessing office."
    ),
    both(
      "Mã kết thúc: 0 đúng, 1 có chỗ không khớp, 2 tệp không đọc được.",
      "Exit code: 0 right, 1 something disagrees, 2 a file that cannot be read."
    )
  ],
  examples: ["ntm verify vinh-bao.json", "ntm verify --annex phu-luc.docx vinh-bao.json"]
}
