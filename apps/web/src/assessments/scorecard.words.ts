import type { Until } from "./known-at.ts"
import type { Confidence, ObservationState } from "@ntm/domain/criteria"
import { defineWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"

const statesVi: Readonly<Record<ObservationState, string>> = {
  draft: "nháp",
  submitted: "đã nộp",
  verified: "đã thẩm tra",
  approved: "đã phê duyệt",
  returned: "bị trả lại"
}
const statesEn: Readonly<Record<ObservationState, string>> = {
  draft: "draft",
  submitted: "submitted",
  verified: "verified",
  approved: "approved",
  returned: "returned"
}

const confidenceVi: Readonly<Record<Confidence, string>> = {
  verified: "đã đối chiếu",
  recalled: "theo trí nhớ",
  unknown: "chưa biết",
  illustrative: "minh họa"
}
const confidenceEn: Readonly<Record<Confidence, string>> = {
  verified: "checked",
  recalled: "from memory",
  unknown: "not known",
  illustrative: "illustrative"
}

const many = (count: number, word: string): string => `${formatNumber(count)} ${count === 1 ? word : `${word}s`}`
const criteriaEn = (count: number): string => (count === 1 ? "1 criterion" : `${formatNumber(count)} criteria`)

export const scorecardWords = defineWords({
  vi: {
    title: (unit: string) => `Phiếu đánh giá: ${unit}`,
    waiting: "Phiếu đánh giá",
    asOf: (day: string) => `Tính đến ngày ${day}`,
    known: ({ text, wholeDay }: Until) => `chỉ tính số liệu ghi đến ${wholeDay ? "hết " : ""}${text}`,
    unitPage: "Trang của đơn vị",
    entry: "Nhập số liệu",
    heat: "Xem cả tỉnh",
    print: "In phiếu",
    annex: { docx: "Tải phụ lục (Word)", json: "Tải chứng cứ (JSON)" },
    annexAbout: {
      docx: "Căn cứ của kết quả theo bộ tiêu chí này, để in và đính kèm hồ sơ",
      json: "Tệp có mã băm; ai cũng kiểm tra lại được bằng “ntm verify”, không cần máy chủ"
    },
    sets: "Bộ tiêu chí áp dụng",
    noSets: "Không có bộ tiêu chí nào áp dụng cho đơn vị này vào ngày này.",
    notThen: (code: string, day: string) => `Ngày ${day} không có đơn vị nào mang mã ${code}.`,
    criteriaMet: "tiêu chí đạt",
    done: (title: string) => `Đủ điều kiện công nhận ${title}.`,
    setMet: (title: string) => `Đạt cả bộ tiêu chí ${title}`,
    gates: (count: number) => `${formatNumber(count)} điều kiện công nhận chưa đạt`,
    gatesOpen: (count: number) => `${formatNumber(count)} điều kiện công nhận chưa kết luận được`,
    lacking: (count: number, title: string) => `Còn thiếu ${formatNumber(count)} tiêu chí để được công nhận ${title}`,
    noneLacking: (title: string) => `Chưa kết luận được về ${title}`,
    open: (count: number) => `${formatNumber(count)} tiêu chí chưa đủ số liệu để kết luận`,
    besides: (count: number) => `${formatNumber(count)} điều kiện khác chưa đạt`,
    besidesOpen: (count: number) => `${formatNumber(count)} điều kiện khác chưa kết luận được`,
    held: {
      decided: (title: string, document: string, day: string) =>
        `Đang giữ danh hiệu ${title}, theo ${document} ngày ${day}`,
      provisional: (title: string) => `Tạm giữ danh hiệu ${title} theo các đơn vị trước sắp xếp`,
      revoked: (document: string) => `Đã bị thu hồi danh hiệu; lần công nhận trước theo ${document}`,
      toRestore: (title: string) => `Phải đạt lại: một phần các đơn vị trước sắp xếp đã là ${title}`
    },
    noneHeld: "Chưa có quyết định công nhận nào trong dữ liệu",
    illustrative: "số minh họa",
    conditions: "Điều kiện của bộ tiêu chí",
    requires: "Phải giữ hạng dưới",
    grant: "Điều kiện công nhận",
    withdraw: "Xét thu hồi",
    withdrawWords: {
      met: "Thuộc diện thu hồi theo tỷ lệ tiêu chí không còn đạt.",
      notMet: "Không thuộc diện thu hồi.",
      other: "Chưa đủ số liệu để xét thu hồi."
    },
    criterion: (no: number, name: string) => `${no}. ${name}`,
    indicators: (met: number, all: number) => `${met}/${all} chỉ tiêu`,
    onlyOpen: "Chỉ hiện phần chưa đạt",
    unfold: "Mở mọi tiêu chí",
    nothingOpen: "Mọi tiêu chí của bộ đều đạt.",
    heads: { line: "Chỉ tiêu", value: "Giá trị", asked: "Mức yêu cầu", gap: "Chênh lệch", verdict: "Kết quả" },
    noValue: "chưa có số liệu",
    attested: "có xác nhận",
    notAttested: "không được xác nhận",
    attestation: "phải có xác nhận",
    age: (days: number) => `${formatNumber(days)} ngày trước`,
    tooOld: "quá cũ, không tính",
    states: statesVi,
    confidence: confidenceVi,
    short: "thiếu",
    over: "vượt",
    spare: "dư",
    off: "lệch",
    equal: "vừa đủ",
    noThreshold: "chưa có mức",
    follows: (times: string, code: string, value: string) => `= ${times} × mức của chỉ tiêu ${code} (${value})`,
    ops: {
      all: "Phải đạt tất cả:",
      any: "Chỉ cần đạt một trong các ý:",
      atLeast: "Phải đạt đủ số ý:",
      eachSex: "Tính riêng nam và nữ:"
    },
    sexes: { men: "nam", women: "nữ" },
    wholeSet: "Đạt đủ các tiêu chí của bộ",
    more: "Căn cứ và nguồn số liệu",
    agency: "Cơ quan phụ trách",
    evidenceAsked: "Hồ sơ minh chứng",
    evidence: "Minh chứng kèm theo",
    legalBasis: "Quy định",
    inForce: (from: string | null, to: string | null) =>
      ["áp dụng", ...(from === null ? [] : [`từ ${from}`]), ...(to === null ? [] : [`đến ${to}`])].join(" "),
    ofValues: (count: number) => `${formatNumber(count)} giá trị cùng nguồn`,
    recorded: "Ghi nhận",
    recordedBy: (who: string, day: string) => `${who}, ${day}`,
    source: "Nguồn",
    sources: { form: "biểu nhập", import: (name: string) => `tệp nhập: ${name}` },
    place: (place: string) => `mục ${place}`,
    note: "Ghi chú",
    derivedShort: "tạm tính",
    derived: "Suy ra từ các đơn vị trước sắp xếp",
    debtOfWorks: "Nợ đọng theo công trình",
    inferred: "liên hệ giữa các đơn vị là suy ra, chưa đối chiếu văn bản",
    part: (share: string) => `phần góp ${share}`,
    whole: "toàn bộ",
    unknownPart: "một phần",
    try: {
      start: "Thử thay số",
      title: "Đang thử: không ghi gì vào hệ thống",
      lead: "Sửa giá trị ở cột “Giá trị” để xem kết quả thay đổi ra sao.",
      changed: (count: number) => `${formatNumber(count)} giá trị đã thử`,
      result: (count: number) =>
        count === 0 ? "chưa chỉ tiêu nào đổi kết quả" : `${formatNumber(count)} chỉ tiêu đổi kết quả`,
      reset: "Bỏ các giá trị thử",
      end: "Thôi thử",
      field: (name: string) => `Giá trị thử: ${name}`,
      yes: "Có",
      no: "Không",
      none: "Chưa có",
      was: (text: string) => `đang là ${text}`,
      before: "Trước:"
    }
  },
  en: {
    title: (unit) => `Scorecard: ${unit}`,
    waiting: "Scorecard",
    asOf: (day) => `As of ${day}`,
    known: ({ text, wholeDay }) => `only values recorded until ${wholeDay ? "the end of " : ""}${text}`,
    unitPage: "The unit's page",
    entry: "Enter values",
    heat: "See the whole province",
    print: "Print",
    annex: { docx: "Annex (Word)", json: "Sealed proof (JSON)" },
    annexAbout: {
      docx: "What the verdict under this set rests on, to print and to attach",
      json: "A file with its hash; anybody can check it with “ntm verify”, without a server"
    },
    sets: "Criteria sets that apply",
    noSets: "No criteria set is for this unit on this day.",
    notThen: (code, day) => `On ${day} no unit carries the code ${code}.`,
    criteriaMet: "criteria met",
    done: (title) => `Meets everything for: ${title}.`,
    setMet: (title) => `The whole set is met: ${title}`,
    gates: (count) => `${many(count, "condition")} of recognition not met`,
    gatesOpen: (count) => `${many(count, "condition")} of recognition without a conclusion`,
    lacking: (count, title) => `${criteriaEn(count)} missing for: ${title}`,
    noneLacking: (title) => `No conclusion yet on: ${title}`,
    open: (count) => `${criteriaEn(count)} without enough data to conclude`,
    besides: (count) => `${many(count, "other condition")} not met`,
    besidesOpen: (count) => `${many(count, "other condition")} without a conclusion`,
    held: {
      decided: (title, document, day) => `Holds: ${title}, by ${document} of ${day}`,
      provisional: (title) => `Holds provisionally: ${title}, as the units before the reorganisation did`,
      revoked: (document) => `Its title was withdrawn; recognised before by ${document}`,
      toRestore: (title) => `To be restored: some of the units before the reorganisation were: ${title}`
    },
    noneHeld: "No decision of recognition in the data",
    illustrative: "illustrative",
    conditions: "Conditions of the set",
    requires: "A lower tier has to be held",
    grant: "Conditions of recognition",
    withdraw: "Withdrawal",
    withdrawWords: {
      met: "So many criteria are lost that the title is to be withdrawn.",
      notMet: "No ground for withdrawal.",
      other: "Not enough data to tell whether there is ground for withdrawal."
    },
    criterion: (no, name) => `${no}. ${name}`,
    indicators: (met, all) => `${met}/${all} indicators`,
    onlyOpen: "Only what is not met",
    unfold: "Unfold every criterion",
    nothingOpen: "Every criterion of the set is met.",
    heads: { line: "Indicator", value: "Value", asked: "Asked", gap: "Gap", verdict: "Verdict" },
    noValue: "no data",
    attested: "attested",
    notAttested: "attested not to be so",
    attestation: "has to be attested",
    age: (days) => `${many(days, "day")} ago`,
    tooOld: "too old to count",
    states: statesEn,
    confidence: confidenceEn,
    short: "short by",
    over: "over by",
    spare: "to spare",
    off: "off by",
    equal: "exactly",
    noThreshold: "no threshold",
    follows: (times, code, value) => `= ${times} × the threshold of ${code} (${value})`,
    ops: {
      all: "All of these:",
      any: "One of these is enough:",
      atLeast: "A number of these:",
      eachSex: "Men and women apart:"
    },
    sexes: { men: "men", women: "women" },
    wholeSet: "Every criterion of the set is met",
    more: "Grounds and source",
    agency: "Agency in charge",
    evidenceAsked: "Evidence asked for",
    evidence: "Evidence given",
    legalBasis: "Rule",
    inForce: (from, to) =>
      ["in force", ...(from === null ? [] : [`from ${from}`]), ...(to === null ? [] : [`to ${to}`])].join(" "),
    ofValues: (count) => `${many(count, "value")} of one source`,
    recorded: "Recorded",
    recordedBy: (who, day) => `${who}, ${day}`,
    source: "Source",
    sources: { form: "entry form", import: (name) => `imported file: ${name}` },
    place: (place) => `at ${place}`,
    note: "Note",
    derivedShort: "provisional",
    derived: "Derived from the units before the reorganisation",
    debtOfWorks: "Debt of the works",
    inferred: "the link between the units is inferred, not read in a legal text",
    part: (share) => `share ${share}`,
    whole: "whole",
    unknownPart: "a part",
    try: {
      start: "Try other values",
      title: "Trying out: nothing is recorded",
      lead: "Change values in the column “Value” and see what becomes of the verdicts.",
      changed: (count) => `${many(count, "value")} tried`,
      result: (count) => (count === 0 ? "no verdict changes" : `${many(count, "indicator")} changed verdict`),
      reset: "Drop the tried values",
      end: "Stop trying",
      field: (name) => `Tried value: ${name}`,
      yes: "Yes",
      no: "No",
      none: "None",
      was: (text) => `is ${text}`,
      before: "Before:"
    }
  }
})
