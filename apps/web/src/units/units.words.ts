import { defineWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"
import type { AttributeWords } from "./attribute-texts.ts"

type TypeCounts = ReadonlyArray<readonly [type: string, count: number]>

/** "114 đơn vị: 67 xã, 45 phường, 2 đặc khu" */
const counted = (all: string, types: TypeCounts): string =>
  `${all}: ${types.map(([type, count]) => `${formatNumber(count)} ${type}`).join(", ")}`

const flagsVi: AttributeWords["flags"] = {
  programme: ["Thuộc Chương trình NTM", "Không thuộc Chương trình NTM"],
  urban: ["Đô thị", null],
  border: ["Xã biên giới", null],
  island: ["Xã đảo", null],
  speciallyDifficult: ["Đặc biệt khó khăn", null],
  safeZone: ["Xã an toàn khu", null]
}

const flagsEn: AttributeWords["flags"] = {
  programme: ["In the programme", "Not in the programme"],
  urban: ["Urban", null],
  border: ["Border commune", null],
  island: ["Island commune", null],
  speciallyDifficult: ["Specially difficult", null],
  safeZone: ["Safe zone commune", null]
}

/** Weights besides area and population that have a word of their own. */
const weightsVi: Readonly<Record<string, string>> = { households: "Số hộ" }
const weightsEn: Readonly<Record<string, string>> = { households: "Households" }

export const unitWords = defineWords({
  vi: {
    title: "Đơn vị hành chính",
    scorecard: "Phiếu đánh giá",
    lead: (day: string) => `Danh mục đơn vị tính đến ngày ${day}`,
    country: "Cả nước",
    search: "Tìm theo tên hoặc mã, cả tên cũ",
    searchHint: "ví dụ: vinh bao, h. vb, 11824",
    stops: "Mốc sắp xếp",
    level: "Cấp",
    allLevels: "Mọi cấp",
    levels: { province: "Cấp tỉnh", district: "Cấp huyện", commune: "Cấp xã", village: "Thôn, bản, tổ dân phố" },
    tiers: (count: number) =>
      count === 3 ? "Ba cấp: tỉnh, huyện, xã" : count === 2 ? "Hai cấp: tỉnh, xã" : `${count} cấp`,
    tree: "Cây đơn vị hành chính",
    keys: "Phím mũi tên: lên, xuống, mở, đóng. Gõ chữ đầu của tên để nhảy tới. Enter: mở trang của đơn vị.",
    opening: "Đang mở…",
    notOpened: "Không tải được các đơn vị trực thuộc. Đóng rồi mở lại để thử lại.",
    nothingBelow: "Không có đơn vị trực thuộc trong danh mục.",
    unitCount: (count: number) => `${formatNumber(count)} đơn vị`,
    countsByType: (all: number, types: TypeCounts) => counted(`${formatNumber(all)} đơn vị`, types),
    code: "Mã",
    name: "Tên",
    parent: "Thuộc",
    area: "Diện tích (km²)",
    population: "Dân số",
    km2: (area: string) => `${area} km²`,
    people: (count: string) => `${count} người`,
    noWeights: "chưa có diện tích, dân số",
    unknown: "chưa có số liệu",
    from: "Có từ",
    to: "Đến",
    sinceBefore: "trước kỳ dữ liệu",
    still: "còn hiệu lực",
    found: "Kết quả tìm",
    empty: "Không có đơn vị nào khớp. Thử từ khóa khác, cấp khác hoặc ngày khác.",
    shown: (count: number, most: number, otherTimes: number) =>
      `${count >= most ? `${count} kết quả đầu` : `${count} kết quả`}${otherTimes === 0 ? "" : `, trong đó ${otherTimes} tên của thời khác`}.${count >= most ? " Gõ thêm từ khóa để thu hẹp." : ""}`,
    nameUntil: (name: string, day: string) => `${name} (đến ${day})`,
    nameFrom: (name: string, day: string) => `${name} (từ ${day})`,
    former: "tên cũ",
    future: "chưa có vào ngày này",
    slip: "gần giống",
    nowIs: (name: string) => `nay là ${name}`,
    thenIs: (day: string, name: string) => `ngày ${day} là ${name}`,
    formerly: (names: ReadonlyArray<string>) => `Trước là ${names.join(", ")}`,
    map: "Bản đồ theo thời gian",
    mapOf: (name: string) => `${name} trên bản đồ`,
    ground: (day: string, count: number) =>
      count === 0 ? `Ngày ${day} không còn đơn vị nào kế tục trực tiếp.` : `Ngày ${day}, trên địa bàn này là:`,
    noGround: (day: string) => `Không rõ địa bàn này thuộc tỉnh nào vào ngày ${day}.`,
    lineage: "Từ đâu, thành đâu",
    lineageLead: "Bên trái: trước các lần sắp xếp. Bên phải: sau đó.",
    before: (day: string) => `Ngày ${day}`,
    after: (day: string) => `Ngày ${day}`,
    total: "Cộng:",
    itself: "chính đơn vị này",
    history: "Diễn biến",
    noHistory: "Không có sắp xếp nào đối với đơn vị này trong dữ liệu.",
    kinds: {
      formed: "thành lập",
      took: "nhận thêm",
      gave: "chuyển đi",
      renamed: "đổi tên",
      typed: "đổi loại",
      recoded: "đổi mã",
      moved: "đổi cấp trên",
      restated: "ghi lại số liệu",
      ended: "kết thúc"
    },
    children: "Đơn vị trực thuộc",
    noPredecessors: "Không có sắp xếp nào trước ngày này trong dữ liệu.",
    noSuccessors: "Chưa có sắp xếp nào sau ngày này.",
    endedAlone: (day: string) => `Hoạt động đến ${day}, không có đơn vị kế tục.`,
    whole: "toàn bộ",
    part: "một phần",
    about: (range: string) => `khoảng ${range}`,
    inferred: "suy ra, chưa đối chiếu văn bản",
    facts: "Thông tin đơn vị",
    attributes: "Đặc điểm",
    weights: weightsVi,
    region: (code: string) => `Vùng ${code}`,
    communeGroup: (group: number) => `Nhóm xã ${group}`,
    leftOutOf: (target: string) => `Không tính vào chỉ tiêu ${target}`,
    flags: flagsVi,
    notThen: (code: string, day: string) => `Ngày ${day} không có đơn vị nào mang mã ${code}. Mã này vào thời khác:`,
    neverThen: "Mã này không có trong danh mục ở bất kỳ ngày nào."
  },
  en: {
    title: "Administrative units",
    scorecard: "Scorecard",
    lead: (day) => `Register as of ${day}`,
    country: "The country",
    search: "Search by name or code, old names too",
    searchHint: "for example: vinh bao, h. vb, 11824",
    stops: "Reorganisations",
    level: "Level",
    allLevels: "All levels",
    levels: { province: "Provinces", district: "Districts", commune: "Communes", village: "Villages" },
    tiers: (count) =>
      count === 3
        ? "Three tiers: province, district, commune"
        : count === 2
          ? "Two tiers: province, commune"
          : `Tiers: ${count}`,
    tree: "Tree of administrative units",
    keys: "Arrow keys: up, down, open, close. Type the first letters of a name to go to it. Enter: the unit's page.",
    opening: "Opening…",
    notOpened: "The units below could not be loaded. Close and open again to retry.",
    nothingBelow: "No units below in the register.",
    unitCount: (count) => (count === 1 ? "1 unit" : `${formatNumber(count)} units`),
    countsByType: (all, types) => counted(all === 1 ? "1 unit" : `${formatNumber(all)} units`, types),
    code: "Code",
    name: "Name",
    parent: "Part of",
    area: "Area (km²)",
    population: "Population",
    km2: (area) => `${area} km²`,
    people: (count) => `${count} people`,
    noWeights: "area and population not known",
    unknown: "not known",
    from: "Since",
    to: "Until",
    sinceBefore: "before the data begin",
    still: "still standing",
    found: "Search results",
    empty: "No unit matches. Try other words, another level, or another day.",
    shown: (count, most, otherTimes) =>
      `${count >= most ? `The first ${count} results` : count === 1 ? "1 result" : `${count} results`}${otherTimes === 0 ? "" : `, ${otherTimes} of them names of another time`}.${count >= most ? " Type more to narrow them." : ""}`,
    nameUntil: (name, day) => `${name} (until ${day})`,
    nameFrom: (name, day) => `${name} (from ${day})`,
    former: "former name",
    future: "not yet on this day",
    slip: "similar",
    nowIs: (name) => `now ${name}`,
    thenIs: (day, name) => `on ${day} ${name}`,
    formerly: (names) => `Formerly ${names.join(", ")}`,
    map: "Map over time",
    mapOf: (name) => `${name} on the map`,
    ground: (day, count) => (count === 0 ? `On ${day} no unit follows it directly.` : `On ${day} there stood here:`),
    noGround: (day) => `It is not known to which province this ground belonged on ${day}.`,
    lineage: "From what, into what",
    lineageLead: "On the left: before the reorganisations. On the right: after them.",
    before: (day) => `On ${day}`,
    after: (day) => `On ${day}`,
    total: "Together:",
    itself: "this unit itself",
    history: "Story",
    noHistory: "No reorganisation of this unit in the data.",
    kinds: {
      formed: "formed",
      took: "took",
      gave: "gave",
      renamed: "renamed",
      typed: "changed type",
      recoded: "changed code",
      moved: "changed parent",
      restated: "restated",
      ended: "ended"
    },
    children: "Units below",
    noPredecessors: "No reorganisation before this day in the data.",
    noSuccessors: "No reorganisation after this day.",
    endedAlone: (day) => `Stood until ${day}; no unit followed it.`,
    whole: "whole",
    part: "part",
    about: (range) => `about ${range}`,
    inferred: "inferred, not read in a legal text",
    facts: "About the unit",
    attributes: "Attributes",
    weights: weightsEn,
    region: (code) => `Region ${code}`,
    communeGroup: (group) => `Commune group ${group}`,
    leftOutOf: (target) => `Not counted for ${target}`,
    flags: flagsEn,
    notThen: (code, day) => `On ${day} no unit carries the code ${code}. The code at other times:`,
    neverThen: "The register has no unit with this code on any day."
  }
})
