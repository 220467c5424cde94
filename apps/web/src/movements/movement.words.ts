import type { Until } from "../assessments/known-at.ts"
import type { MovedNumber } from "@ntm/domain/criteria"
import { defineWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"

type Of = MovedNumber["of"]

const numbersVi: Readonly<Record<Exclude<Of, "criterion">, string>> = {
  units: "Số đơn vị được đánh giá",
  holding: "Số đơn vị giữ danh hiệu",
  set: "Số đơn vị đạt cả bộ",
  total: "Tổng số tiêu chí đạt",
  average: "Bình quân tiêu chí mỗi đơn vị"
}
const numbersEn: Readonly<Record<Exclude<Of, "criterion">, string>> = {
  units: "Units assessed",
  holding: "Units that hold the title",
  set: "Units that meet the whole set",
  total: "Criteria met in total",
  average: "Criteria met per unit"
}

const attributesVi: Readonly<Record<string, string>> = {
  region: "vùng",
  communeGroup: "nhóm xã",
  type: "loại đơn vị",
  border: "xã biên giới",
  island: "xã đảo",
  speciallyDifficult: "đặc biệt khó khăn",
  safeZone: "an toàn khu",
  urban: "đô thị",
  programme: "thuộc chương trình"
}
const attributesEn: Readonly<Record<string, string>> = {
  region: "region",
  communeGroup: "group of communes",
  type: "type",
  border: "border commune",
  island: "island commune",
  speciallyDifficult: "specially difficult",
  safeZone: "safe zone",
  urban: "urban",
  programme: "in the programme"
}

export const movementWords = defineWords({
  vi: {
    title: "Vì sao số thay đổi",
    lead: (parent: string, from: string, to: string) => `${parent} · từ ngày ${from} đến ngày ${to}`,
    known: (from: Until | undefined, to: Until | undefined) =>
      [
        ...(from === undefined ? [] : [`ngày đầu theo số liệu ghi đến ${from.wholeDay ? "hết " : ""}${from.text}`]),
        ...(to === undefined ? [] : [`ngày cuối theo số liệu ghi đến ${to.wholeDay ? "hết " : ""}${to.text}`])
      ].join("; "),
    back: "Trang đánh giá",
    compare: "So với ngày…",
    why: (name: string) => `Vì sao số này thay đổi: ${name}`,
    from: "Từ ngày",
    to: "Đến ngày",
    yearBefore: "Cuối năm trước",
    fromKnown: "Ngày đầu: số liệu ghi đến hết",
    toKnown: "Ngày cuối: số liệu ghi đến hết",
    askFromKnown: "Ngày đầu: ghi đến…",
    askToKnown: "Ngày cuối: ghi đến…",
    numbers: numbersVi,
    criterion: (no: number, name: string) => `Tiêu chí ${no}. ${name}`,
    table: "Các số và phần thay đổi theo nguyên nhân",
    tableLead: "Mỗi dòng cộng ngang đúng bằng số cuối. Chọn một số hoặc một phần để xem căn cứ.",
    heads: { number: "Số", before: "Ngày đầu", change: "Thay đổi", after: "Ngày cuối" },
    showStill: "Hiện cả số không đổi",
    nothing: "Không số nào thay đổi giữa hai thời điểm này.",
    noOne: "Không có đơn vị nào được đánh giá theo bộ này ở cả hai ngày.",
    steps: (name: string) => `Từ đầu đến cuối: ${name}`,
    start: (day: string) => `Ngày ${day}`,
    sum: (before: string, parts: string, after: string) => `${before} ${parts} = ${after}`,
    part: (name: string, cause: string, text: string) => `${name}, ${cause}: ${text}`,
    records: (cause: string) => `Căn cứ: ${cause}`,
    unitsBehind: (count: number) => `${formatNumber(count)} đơn vị`,
    averageNote: "Bình quân thay đổi khi số tiêu chí đạt hoặc số đơn vị thay đổi; các đơn vị liên quan:",
    order: "Cách tách",
    left: "không còn",
    came: "mới",
    gained: (numbers: string) => `thêm tiêu chí ${numbers}`,
    lost: (numbers: string) => `mất tiêu chí ${numbers}`,
    holds: "nay giữ danh hiệu",
    holdsNot: "không còn giữ danh hiệu",
    line: (code: string, name: string | undefined) => (name === undefined ? `Chỉ tiêu ${code}` : `${code}. ${name}`),
    noLine: "không có dòng này",
    noValue: "chưa có",
    onDay: (day: string) => `ngày ${day}`,
    derived: "suy ra từ đơn vị khác hoặc do chương trình tính",
    rule: (before: string, after: string) => `Quy định: ${before} → ${after}`,
    noBasis: "chưa rõ văn bản",
    attribute: (name: string) => attributesVi[name] ?? name,
    yes: "có",
    no: "không",
    unknown: "chưa rõ",
    amendments: "Văn bản sửa đổi bộ tiêu chí giữa hai ngày",
    events: "Sự kiện sắp xếp giữa hai ngày",
    inForce: (day: string) => `hiệu lực từ ${day}`,
    loads: "Bộ tiêu chí được nạp giữa hai thời điểm",
    withProgram: "kèm chương trình",
    titles: "Quyết định công nhận được biết, sửa hoặc rút giữa hai thời điểm",
    none: "chưa có",
    revoked: (day: string) => `thu hồi ${day}`,
    changes: (codes: string) => `liên quan: ${codes}`,
    recordedBy: (who: string, day: string) => `${who} ghi ngày ${day}`,
    source: { form: "biểu nhập", import: (name: string) => `tệp ${name}` },
    returned: "bị trả lại"
  },
  en: {
    title: "Why the number moved",
    lead: (parent, from, to) => `${parent} · from ${from} to ${to}`,
    known: (from, to) =>
      [
        ...(from === undefined
          ? []
          : [`the first day as recorded until ${from.wholeDay ? "the end of " : ""}${from.text}`]),
        ...(to === undefined ? [] : [`the last day as recorded until ${to.wholeDay ? "the end of " : ""}${to.text}`])
      ].join("; "),
    back: "Assessment",
    compare: "Compare with a day…",
    why: (name) => `Why this number moved: ${name}`,
    from: "From",
    to: "To",
    yearBefore: "End of the year before",
    fromKnown: "First day: recorded until the end of",
    toKnown: "Last day: recorded until the end of",
    askFromKnown: "First day: recorded until…",
    askToKnown: "Last day: recorded until…",
    numbers: numbersEn,
    criterion: (no, name) => `Criterion ${no}. ${name}`,
    table: "Numbers and what each cause did to them",
    tableLead: "Each row adds up exactly. Choose a number or a part to see what it rests on.",
    heads: { number: "Number", before: "First day", change: "Change", after: "Last day" },
    showStill: "Show numbers that did not move too",
    nothing: "No number moved between the two.",
    noOne: "No unit is assessed under this set on either day.",
    steps: (name) => `From first to last: ${name}`,
    start: (day) => `On ${day}`,
    sum: (before, parts, after) => `${before} ${parts} = ${after}`,
    part: (name, cause, text) => `${name}, ${cause}: ${text}`,
    records: (cause) => `What it rests on: ${cause}`,
    unitsBehind: (count) => (count === 1 ? "1 unit" : `${formatNumber(count)} units`),
    averageNote: "An average moves with the criteria met and with the number of units; those concerned:",
    order: "How it is told apart",
    left: "gone",
    came: "new",
    gained: (numbers) => `gained criterion ${numbers}`,
    lost: (numbers) => `lost criterion ${numbers}`,
    holds: "holds the title now",
    holdsNot: "holds the title no more",
    line: (code, name) => (name === undefined ? `Indicator ${code}` : `${code}. ${name}`),
    noLine: "no such line",
    noValue: "none",
    onDay: (day) => `of ${day}`,
    derived: "derived from other units, or computed by the program",
    rule: (before, after) => `Rule: ${before} → ${after}`,
    noBasis: "decision not known",
    attribute: (name) => attributesEn[name] ?? name,
    yes: "yes",
    no: "no",
    unknown: "not known",
    amendments: "Decisions that amended the set between the two days",
    events: "Reorganisations between the two days",
    inForce: (day) => `in force from ${day}`,
    loads: "Criteria sets loaded between the two moments",
    withProgram: "with the program",
    titles: "Decisions on titles made known, put right or taken back between the two moments",
    none: "none",
    revoked: (day) => `revoked ${day}`,
    changes: (codes) => `changes: ${codes}`,
    recordedBy: (who, day) => `recorded by ${who}, ${day}`,
    source: { form: "entry form", import: (name) => `file ${name}` },
    returned: "returned"
  }
})
