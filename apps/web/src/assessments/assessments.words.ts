import type { Until } from "./known-at.ts"
import type { Tier } from "@ntm/domain/criteria"
import { defineWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"

type Level = "province" | "district" | "commune" | "village"

const levelsVi: Readonly<Record<Level, string>> = {
  province: "tỉnh",
  district: "huyện",
  commune: "xã",
  village: "thôn"
}
const levelsEn: Readonly<Record<Level, string>> = {
  province: "province",
  district: "district",
  commune: "commune",
  village: "village"
}

const tiersVi: Readonly<Record<Tier, string>> = {
  standard: "Đạt chuẩn",
  advanced: "Nâng cao",
  model: "Kiểu mẫu",
  modern: "Hiện đại",
  special: "Đặc thù",
  completed: "Hoàn thành nhiệm vụ",
  civilised: "Đô thị văn minh"
}
const tiersEn: Readonly<Record<Tier, string>> = {
  standard: "Standard",
  advanced: "Advanced",
  model: "Model",
  modern: "Modern",
  special: "Special",
  completed: "Task completed",
  civilised: "Civilised urban"
}

const countedEn = (count: number, word: string): string => `${formatNumber(count)} ${word}${count === 1 ? "" : "s"}`

export const assessmentWords = defineWords({
  vi: {
    title: "Đánh giá theo tiêu chí",
    lead: (parent: string, day: string) => `${parent} · tính đến ngày ${day}`,
    country: "Cả nước",
    set: "Bộ tiêu chí",
    setGroup: { commune: "Cấp xã", district: "Cấp huyện", province: "Cấp tỉnh" },
    judgedBy: (set: string) => `Áp dụng bộ của tỉnh: ${set}`,
    province: "Tỉnh, thành phố",
    knownAt: "Theo số liệu ghi đến hết ngày",
    askKnown: "Số liệu ghi đến…",
    now: "Đến nay",
    knownNote: ({ text, wholeDay }: Until) =>
      `Chỉ tính số liệu đã ghi vào hệ thống đến ${wholeDay ? "hết ngày " : ""}${text}.`,
    view: "Cách xem",
    views: { bang: "Bảng ô", "tieu-chi": "Theo tiêu chí", "ban-do": "Bản đồ" },
    units: (count: number, level: Level) => `${formatNumber(count)} ${levelsVi[level]}`,
    order: "Sắp xếp",
    orders: { ten: "Theo tên", dat: "Đạt nhiều trước", gan: "Gần đạt trước" },
    find: "Tìm đơn vị",
    findHint: "tên hoặc mã",
    failing: "Chỉ đơn vị chưa đạt",
    anyCriterion: "Không lọc theo tiêu chí",
    criterion: (no: number, name: string) => `${no}. ${name}`,
    shown: (shown: number, all: number) =>
      shown === all ? `${formatNumber(all)} đơn vị` : `${formatNumber(shown)} trên ${formatNumber(all)} đơn vị`,
    clear: "Bỏ lọc",
    noneFound: "Không có đơn vị nào khớp điều kiện lọc.",
    noUnits: "Không có đơn vị nào được đánh giá theo bộ này vào ngày này.",
    heat: (set: string) => `Đơn vị theo tiêu chí: ${set}`,
    unit: "Đơn vị",
    met: "Đạt",
    legend: "Chú giải",
    provisional: "tạm tính",
    provisionalLong: "Tạm tính: dựa trên số liệu của đơn vị trước sắp xếp, đơn vị mới chưa báo cáo",
    illustrative: "số minh họa",
    illustrativeLong:
      "Số minh họa: giá trị của từng đơn vị chưa được công bố, được tạo khớp với số công bố để trình diễn",
    frame: (name: string) => `${name} (mới có khung)`,
    illustrativeUnits: (count: string) => `${count} đơn vị có số liệu minh họa, không phải số đã công bố`,
    marks: { provisional: "T", illustrative: "M" },
    foot: { met: "Đạt", notMet: "Chưa đạt", open: "Chưa có số liệu" },
    footNote: (units: string) => `Cộng cả ${units}`,
    readout: (unit: string, criterion: string, verdict: string) => `${unit} · ${criterion}: ${verdict}`,
    readoutHint: "Trỏ vào ô, hoặc dùng phím mũi tên, để đọc. Enter: mở phiếu của đơn vị.",
    average: "Bình quân",
    averageUnit: (outOf: number) => `/${outOf} tiêu chí`,
    whole: "Đạt cả bộ",
    share: (percent: string) => `${percent} %`,
    judged: "Được đánh giá",
    tiers: "Danh hiệu đang giữ",
    holds: (tier: string) => `Danh hiệu ${tier.toLocaleLowerCase("vi")}`,
    tierNames: tiersVi,
    provisionalTier: (count: number) => `trong đó ${formatNumber(count)} tạm giữ`,
    toRestore: (count: number) => `${formatNumber(count)} đơn vị phải đạt lại`,
    bands: "Phân bố theo số tiêu chí đạt",
    band: (from: number, to: number) => (from === to ? `${from} tiêu chí` : `${from}–${to} tiêu chí`),
    missing: "Thiếu nhiều nhất",
    missingCount: (notMet: number, open: number) =>
      [
        ...(notMet > 0 ? [`${formatNumber(notMet)} chưa đạt`] : []),
        ...(open > 0 ? [`${formatNumber(open)} chưa có số liệu`] : [])
      ].join(", "),
    noneMissing: "Không tiêu chí nào thiếu.",
    nearest: "Gần đạt nhất",
    lacks: (notMet: ReadonlyArray<number>, open: ReadonlyArray<number>) =>
      [
        ...(notMet.length > 0 ? [`thiếu tiêu chí ${notMet.join(", ")}`] : []),
        ...(open.length > 0 ? [`chưa có số liệu tiêu chí ${open.join(", ")}`] : [])
      ].join("; ") || "đủ tiêu chí, còn vướng điều kiện khác",
    noneNear: "Mọi đơn vị đều đã đạt.",
    debt: "Nợ tiêu chí",
    debtLead: "Đơn vị đã được công nhận, nay không còn đạt",
    table: "Số đơn vị đạt từng tiêu chí",
    no: "TT",
    criterionName: "Tiêu chí",
    shareHead: "Tỷ lệ đạt",
    mapNone: "không thuộc diện đánh giá",
    mapFacts: (met: number, all: number) => `đạt ${met}/${all} tiêu chí`,
    confidence: {
      verified: "đã đối chiếu",
      recalled: "theo trí nhớ",
      unknown: "chưa biết",
      illustrative: "minh họa"
    },
    confidenceNote: "Căn cứ của các dòng:"
  },
  en: {
    title: "Assessment by criteria",
    lead: (parent, day) => `${parent} · as of ${day}`,
    country: "The country",
    set: "Criteria set",
    setGroup: { commune: "Communes", district: "Districts", province: "Provinces" },
    judgedBy: (set) => `The province's own set applies: ${set}`,
    province: "Province",
    knownAt: "Values recorded until the end of",
    askKnown: "Recorded until…",
    now: "Until now",
    knownNote: ({ text, wholeDay }) =>
      `Only values recorded until ${wholeDay ? "the end of " : ""}${text} are counted.`,
    view: "View",
    views: { bang: "Cells", "tieu-chi": "By criterion", "ban-do": "Map" },
    units: (count, level) => countedEn(count, levelsEn[level]),
    order: "Order",
    orders: { ten: "By name", dat: "Most met first", gan: "Nearest first" },
    find: "Find a unit",
    findHint: "name or code",
    failing: "Only units that fail",
    anyCriterion: "Any criterion",
    criterion: (no, name) => `${no}. ${name}`,
    shown: (shown, all) =>
      shown === all ? countedEn(all, "unit") : `${formatNumber(shown)} of ${countedEn(all, "unit")}`,
    clear: "Clear",
    noneFound: "No unit matches.",
    noUnits: "No unit is assessed under this set on this day.",
    heat: (set) => `Units by criteria: ${set}`,
    unit: "Unit",
    met: "Met",
    legend: "Legend",
    provisional: "provisional",
    provisionalLong:
      "Provisional: rests on values of the units before the reorganisation; the new unit has not reported",
    illustrative: "illustrative",
    illustrativeLong:
      "Illustrative: the unit's values are not public; they were made up to agree with what is published",
    frame: (name) => `${name} (frame only)`,
    illustrativeUnits: (count) => `${count} units rest on illustrative values, not on published ones`,
    marks: { provisional: "P", illustrative: "I" },
    foot: { met: "Met", notMet: "Not met", open: "No data" },
    footNote: (units) => `All ${units} together`,
    readout: (unit, criterion, verdict) => `${unit} · ${criterion}: ${verdict}`,
    readoutHint: "Point at a cell, or use the arrow keys, to read it. Enter opens the unit's scorecard.",
    average: "Average",
    averageUnit: (outOf) => `/${outOf} criteria`,
    whole: "Meet the whole set",
    share: (percent) => `${percent} %`,
    judged: "Assessed",
    tiers: "Titles held",
    holds: (tier) => `Title ${tier.toLocaleLowerCase("en")}`,
    tierNames: tiersEn,
    provisionalTier: (count) => `${formatNumber(count)} of them provisionally`,
    toRestore: (count) => `${countedEn(count, "unit")} to restore`,
    bands: "By number of criteria met",
    band: (from, to) => (from === to ? `${from} criteria` : `${from}–${to} criteria`),
    missing: "Missing most",
    missingCount: (notMet, open) =>
      [
        ...(notMet > 0 ? [`${formatNumber(notMet)} not met`] : []),
        ...(open > 0 ? [`${formatNumber(open)} without data`] : [])
      ].join(", "),
    noneMissing: "No criterion is missing.",
    nearest: "Nearest to the set",
    lacks: (notMet, open) =>
      [
        ...(notMet.length > 0 ? [`lacks criterion ${notMet.join(", ")}`] : []),
        ...(open.length > 0 ? [`no data for criterion ${open.join(", ")}`] : [])
      ].join("; ") || "all criteria met, another condition is not",
    noneNear: "Every unit meets it.",
    debt: "Criteria debt",
    debtLead: "Recognised units that no longer meet",
    table: "Units that meet each criterion",
    no: "No.",
    criterionName: "Criterion",
    shareHead: "Share",
    mapNone: "not assessed under this set",
    mapFacts: (met, all) => `meets ${met}/${all} criteria`,
    confidence: {
      verified: "checked against the source",
      recalled: "from memory",
      unknown: "not known",
      illustrative: "illustrative"
    },
    confidenceNote: "What the lines rest on:"
  }
})
