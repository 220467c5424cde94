import type { Unit } from "@ntm/domain/units"
import { defineWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"

const facts = (unit: Unit, people: string, unknown: string): string => {
  const known = [
    ...(unit.population === null ? [] : [`${formatNumber(unit.population)} ${people}`]),
    ...(unit.areaKm2 === null ? [] : [`${formatNumber(unit.areaKm2)} km²`])
  ]
  return known.length === 0 ? unknown : known.join(", ")
}

export const mapWords = defineWords({
  vi: {
    label: (province: string, day: string) => `Bản đồ ${province} ngày ${day}`,
    time: "Thời điểm",
    until: (day: string, count: number) => `Đến ${day}: ${formatNumber(count)} đơn vị cấp xã`,
    since: (day: string, count: number, documents: ReadonlyArray<string>) =>
      [`Từ ${day}: ${formatNumber(count)} đơn vị cấp xã`, documents.join(", ")]
        .filter((part) => part !== "")
        .join(" · "),
    unchanged: (count: number) => `${formatNumber(count)} đơn vị cấp xã; chưa có sắp xếp nào trong dữ liệu`,
    facts: (unit: Unit) => facts(unit, "người", "chưa có dân số, diện tích"),
    zoom: "Phóng bản đồ",
    nearer: "Phóng to",
    farther: "Thu nhỏ",
    reset: "Xem toàn bộ",
    keys: "Phím mũi tên: sang đơn vị bên cạnh. Enter: mở đơn vị. Phím cộng, trừ: phóng to, thu nhỏ. Shift và mũi tên: dời bản đồ. Phím 0: xem toàn bộ.",
    legend: "Chú giải",
    cells: (cells: number, all: number) =>
      cells === all
        ? "Chưa có ranh giới: vẽ ô quanh tâm đơn vị."
        : `${formatNumber(cells)} đơn vị chưa có ranh giới: vẽ ô quanh tâm đơn vị.`,
    joined: (count: number) => `${formatNumber(count)} ranh giới ghép từ ranh giới của các đơn vị khác.`,
    undrawn: (count: number) =>
      `${formatNumber(count)} đơn vị chưa có ranh giới và tọa độ nên không vẽ được; xem trong danh sách.`
  },
  en: {
    label: (province, day) => `Map of ${province} on ${day}`,
    time: "Time",
    until: (day, count) => `Until ${day}: ${formatNumber(count)} communes`,
    since: (day, count, documents) =>
      [`From ${day}: ${formatNumber(count)} communes`, documents.join(", ")].filter((part) => part !== "").join(" · "),
    unchanged: (count) => `${formatNumber(count)} communes; no reorganisation in the data`,
    facts: (unit) => facts(unit, "people", "population and area not known"),
    zoom: "Zoom",
    nearer: "Zoom in",
    farther: "Zoom out",
    reset: "Show the whole",
    keys: "Arrow keys: to the neighbouring unit. Enter: open the unit. Plus and minus: zoom. Shift and arrows: move the map. 0: show the whole.",
    legend: "Legend",
    cells: (cells, all) =>
      cells === all
        ? "No boundaries are known: cells are drawn around the units' centres."
        : `${formatNumber(cells)} units have no known boundary: cells are drawn around their centres.`,
    joined: (count) => `${formatNumber(count)} boundaries are put together from those of other units.`,
    undrawn: (count) =>
      `${formatNumber(count)} units have neither boundary nor centre and cannot be drawn; see the list.`
  }
})
