import { defineWords } from "../language/words.ts"
import { formatNumber } from "../parts/format.ts"

export const targetWords = defineWords({
  vi: {
    title: "Chỉ tiêu kế hoạch",
    lead: (plan: string, day: string) => `${plan} · tính đến ngày ${day}`,
    empty: "Văn bản này không nêu chỉ tiêu nào.",
    all: (count: number) => `Tất cả ${formatNumber(count)}`,
    filter: "Lọc theo kết quả",
    states: {
      reached: "Đạt",
      onCourse: "Đúng tiến độ",
      behind: "Chậm",
      missed: "Không đạt",
      noData: "Chưa có số liệu",
      notMeasured: "Không đo"
    },
    group: (no: string, title: string) => `${no}. ${title}`,
    planned: "Kế hoạch",
    actual: "Thực hiện",
    noActual: "–",
    of: (reached: string, all: string) => `${reached}/${all}`,
    unknown: (count: number) => `${formatNumber(count)} đơn vị chưa có số liệu`,
    needed: (count: string) => `cần ${count}`,
    rate: (each: string, by: string) => `cần thêm ${each} mỗi tháng đến ${by}`,
    expected: (count: string) => `theo tiến độ đều phải có ${count}`,
    illustrative: "dựa trên số minh họa",
    until: (by: string) => `hạn ${by}`,
    faults: "Văn bản tự mâu thuẫn",
    orientation: "Định hướng, không có số để đo",
    perUnit: (count: string) => `${count} đơn vị`,
    criteria: (numbers: string) => `tiêu chí ${numbers}`
  },
  en: {
    title: "Targets of the plan",
    lead: (plan, day) => `${plan} · as of ${day}`,
    empty: "This document states no targets.",
    all: (count) => `All ${formatNumber(count)}`,
    filter: "Filter by standing",
    states: {
      reached: "Reached",
      onCourse: "On course",
      behind: "Behind",
      missed: "Missed",
      noData: "No data",
      notMeasured: "Not measured"
    },
    group: (no, title) => `${no}. ${title}`,
    planned: "Planned",
    actual: "Actual",
    noActual: "–",
    of: (reached, all) => `${reached}/${all}`,
    unknown: (count) => `${formatNumber(count)} without data`,
    needed: (count) => `${count} needed`,
    rate: (each, by) => `${each} more each month until ${by}`,
    expected: (count) => `${count} at a steady pace by now`,
    illustrative: "rests on illustrative values",
    until: (by) => `due ${by}`,
    faults: "The document disagrees with itself",
    orientation: "A direction, without a number to measure",
    perUnit: (count) => `${count} units`,
    criteria: (numbers) => `criteria ${numbers}`
  }
})
