import { sectorNames } from "@ntm/domain/works"
import { defineWords } from "../language/words.ts"

type Sectors = Readonly<Record<keyof typeof sectorNames, string>>

const sectors = (side: "vi" | "en"): Sectors => ({
  transport: sectorNames.transport[side],
  education: sectorNames.education[side],
  culture: sectorNames.culture[side],
  health: sectorNames.health[side],
  environment: sectorNames.environment[side],
  irrigation: sectorNames.irrigation[side],
  power: sectorNames.power[side],
  trade: sectorNames.trade[side],
  other: sectorNames.other[side]
})

export const worksWords = defineWords({
  vi: {
    title: "Công trình",
    pages: "Các trang về công trình",
    tabs: { overview: "Tổng hợp", list: "Danh sách", debt: "Nợ đọng", land: "Đất hiến", alerts: "Cảnh báo" },
    lead: (unit: string, day: string) => `${unit} · tính đến ${day}`,
    lastReport: (day: string) => `báo cáo mới nhất ngày ${day}`,
    toLastReport: "xem tại ngày ấy",
    country: "Cả nước",
    batch: "Đợt",
    anyBatch: "Mọi đợt",
    empty: "Chưa có công trình nào của đơn vị này được ghi nhận tính đến ngày này.",
    sectors: sectors("vi"),
    states: {
      planned: "Chưa bắt đầu",
      preparing: "Chuẩn bị đầu tư",
      building: "Đang thi công",
      accepted: "Đã nghiệm thu",
      handedOver: "Đã bàn giao",
      operating: "Đang vận hành"
    },
    works: (count: string) => `${count} công trình`,
    behind: (days: string) => `chậm ${days} ngày`,
    onTime: "đúng hạn",
    list: {
      title: "Danh sách công trình",
      search: "Tìm công trình",
      searchHint: "tên, mã, xã; không cần dấu",
      sector: "Lĩnh vực",
      anySector: "Mọi lĩnh vực",
      state: "Tình trạng",
      anyState: "Mọi tình trạng",
      late: "Chậm",
      anyLate: "Không kể",
      lateBy: (days: number) => `từ ${days} ngày`,
      sort: "Xếp theo",
      sorts: { late: "Chậm nhất", value: "Giá trị lớn nhất", name: "Tên", debt: "Nợ lớn nhất" },
      found: (shown: string) => `${shown} công trình`,
      foundMore: (shown: string) => `Hiện ${shown} công trình đầu tiên; hãy lọc thêm để thấy phần còn lại.`,
      columns: {
        work: "Công trình",
        state: "Tình trạng",
        progress: "Thi công · kế hoạch · thanh toán",
        behind: "Tiến độ",
        value: "Giá trị",
        debt: "Nợ"
      },
      built: "Thi công",
      planned: "Kế hoạch",
      paid: "Thanh toán",
      expected: (day: string) => `dự kiến xong ${day}`,
      problems: (count: number) => `${count} vướng mắc`,
      none: "Không có công trình nào khớp với điều kiện đã chọn."
    }
  },
  en: {
    title: "Works",
    pages: "Pages about works",
    tabs: { overview: "Summary", list: "List", debt: "Debt", land: "Land given", alerts: "Alerts" },
    lead: (unit, day) => `${unit} · as of ${day}`,
    lastReport: (day) => `newest report on ${day}`,
    toLastReport: "see that day",
    country: "The country",
    batch: "Batch",
    anyBatch: "Any batch",
    empty: "No works of this unit have been recorded as of this day.",
    sectors: sectors("en"),
    states: {
      planned: "Not begun",
      preparing: "In preparation",
      building: "Under construction",
      accepted: "Accepted",
      handedOver: "Handed over",
      operating: "In operation"
    },
    works: (count) => `${count} works`,
    behind: (days) => `${days} days late`,
    onTime: "on time",
    list: {
      title: "List of works",
      search: "Find a work",
      searchHint: "name, code, commune",
      sector: "Sector",
      anySector: "Any sector",
      state: "State",
      anyState: "Any state",
      late: "Late",
      anyLate: "Either way",
      lateBy: (days) => `by ${days} days or more`,
      sort: "Sort by",
      sorts: { late: "Latest", value: "Largest value", name: "Name", debt: "Largest debt" },
      found: (shown) => `${shown} works`,
      foundMore: (shown) => `The first ${shown} works are shown; narrow the list to see the others.`,
      columns: {
        work: "Work",
        state: "State",
        progress: "Built · planned · paid",
        behind: "Progress",
        value: "Value",
        debt: "Debt"
      },
      built: "Built",
      planned: "Planned",
      paid: "Paid",
      expected: (day) => `expected end ${day}`,
      problems: (count) => `${count} problems`,
      none: "No work fits what was chosen."
    }
  }
})
