import { defineWords } from "../language/words.ts"

/** Words about debt, land and alerts. */
export const ledgerWords = defineWords({
  vi: {
    debt: {
      title: "Nợ đọng xây dựng cơ bản",
      rule: (days: number) =>
        `Khối lượng đã nghiệm thu mà chưa thanh toán; quá ${days} ngày thì tính là nợ đọng khi xét tiêu chí. Thanh toán trừ vào lần nghiệm thu cũ nhất trước.`,
      total: "Tổng nợ",
      overdue: (days: number) => `Quá ${days} ngày`,
      byUnit: "Theo đơn vị",
      byWork: "Theo công trình",
      ages: "Theo tuổi nợ",
      age: (days: string) => `${days} ngày`,
      accepted: (day: string) => `nghiệm thu ${day}`,
      columns: {
        unit: "Đơn vị",
        work: "Công trình",
        works: "Công trình nợ",
        amount: "Nợ",
        overdue: "Quá hạn",
        oldest: "Cũ nhất"
      },
      bins: ["Đến 30 ngày", "31–60 ngày", "61–90 ngày", "91–180 ngày", "Trên 180 ngày"],
      none: "Không còn khối lượng đã nghiệm thu nào chưa thanh toán."
    },
    land: {
      title: "Đất hiến và chỉnh lý biến động",
      households: "Hộ, cá nhân, tổ chức",
      area: "Diện tích hiến",
      areaBelow: (residential: string, agricultural: string) =>
        `${residential} m² đất ở · ${agricultural} m² đất nông nghiệp`,
      structures: "Công trình, vật kiến trúc",
      structuresBelow: (eligible: string, not: string) => `${eligible} đủ điều kiện hỗ trợ · ${not} không`,
      parcels: "Thửa đã chỉnh lý",
      parcelsBelow: (left: string) => `còn ${left} thửa`,
      toClear: "Chưa giải phóng mặt bằng",
      toClearBelow: "trường hợp đã đồng ý hiến",
      support: "Đã hỗ trợ",
      byUnit: "Theo đơn vị",
      columns: {
        unit: "Đơn vị",
        households: "Hộ, tổ chức",
        residential: "Đất ở (m²)",
        agricultural: "Đất nông nghiệp (m²)",
        structures: "Vật kiến trúc",
        eligible: "Đủ điều kiện hỗ trợ",
        toClear: "Chưa giải phóng",
        parcels: "Thửa phải chỉnh lý",
        updated: "Đã chỉnh lý"
      },
      none: "Chưa ghi nhận trường hợp hiến đất nào."
    },
    alerts: {
      title: "Cảnh báo",
      lead: "ngưỡng là số liệu của tỉnh, đổi được mà không phải sửa chương trình",
      none: "Không có cảnh báo nào vào ngày này.",
      since: (day: string) => `từ ${day}`,
      all: (count: string) => `Xem cả ${count} cảnh báo`,
      limited: (count: string) => `Hiện ${count} cảnh báo nặng nhất.`,
      rules: {
        behind: (limit: string) => `Chậm đường găng quá ${limit} ngày`,
        disbursement: (limit: string) => `Giải ngân chậm hơn lịch quá ${limit} điểm`,
        debt: (limit: string) => `Nợ quá ${limit} ngày`,
        notHandedOver: (limit: string) => `Xong quá ${limit} ngày chưa bàn giao`,
        withoutOperator: (limit: string) => `Xong quá ${limit} ngày chưa có đơn vị vận hành`,
        landNotCleared: (limit: string) => `Đã đồng ý hiến đất quá ${limit} ngày chưa giải phóng`,
        paidAhead: (limit: string) => `Thanh toán vượt thi công quá ${limit} điểm`,
        builtAhead: (limit: string) => `Thi công vượt thanh toán quá ${limit} điểm`
      }
    }
  },
  en: {
    debt: {
      title: "Construction debt",
      rule: (days) =>
        `Volume that was accepted and is not paid; after ${days} days it counts against the criterion. Payments settle the oldest acceptance first.`,
      total: "All debt",
      overdue: (days) => `Older than ${days} days`,
      byUnit: "By unit",
      byWork: "By work",
      ages: "By age",
      age: (days) => `${days} days`,
      accepted: (day) => `accepted ${day}`,
      columns: {
        unit: "Unit",
        work: "Work",
        works: "Works in debt",
        amount: "Debt",
        overdue: "Overdue",
        oldest: "Oldest"
      },
      bins: ["Up to 30 days", "31–60 days", "61–90 days", "91–180 days", "Over 180 days"],
      none: "No accepted volume is left unpaid."
    },
    land: {
      title: "Land given, records to follow",
      households: "Households, persons, organisations",
      area: "Land given",
      areaBelow: (residential, agricultural) => `${residential} m² residential · ${agricultural} m² agricultural`,
      structures: "Structures",
      structuresBelow: (eligible, not) => `${eligible} eligible for support · ${not} not`,
      parcels: "Parcels updated",
      parcelsBelow: (left) => `${left} parcels left`,
      toClear: "Not cleared yet",
      toClearBelow: "gifts that were agreed",
      support: "Support paid",
      byUnit: "By unit",
      columns: {
        unit: "Unit",
        households: "Households",
        residential: "Residential (m²)",
        agricultural: "Agricultural (m²)",
        structures: "Structures",
        eligible: "Eligible",
        toClear: "Not cleared",
        parcels: "Parcels",
        updated: "Updated"
      },
      none: "No gift of land has been recorded."
    },
    alerts: {
      title: "Alerts",
      lead: "the limits are the province's data; they change without changing the program",
      none: "No alerts on this day.",
      since: (day) => `since ${day}`,
      all: (count) => `See all ${count} alerts`,
      limited: (count) => `The worst ${count} alerts are shown.`,
      rules: {
        behind: (limit) => `More than ${limit} days behind the critical path`,
        disbursement: (limit) => `Payments more than ${limit} points behind the calendar`,
        debt: (limit) => `Debt older than ${limit} days`,
        notHandedOver: (limit) => `Done for more than ${limit} days, not handed over`,
        withoutOperator: (limit) => `Done for more than ${limit} days, without an operator`,
        landNotCleared: (limit) => `Land agreed more than ${limit} days ago, not cleared`,
        paidAhead: (limit) => `Paid ahead of built by more than ${limit} points`,
        builtAhead: (limit) => `Built ahead of paid by more than ${limit} points`
      }
    }
  }
})
