import { defineWords } from "../language/words.ts"

export const fundingWords = defineWords({
  vi: {
    title: "Nguồn lực thực hiện",
    lead: (name: string, year: number, printedUnit: string) => `${name} · năm ${year} · văn bản in bằng ${printedUnit}`,
    unit: "Đơn vị",
    sum: "Cộng",
    money: "Đơn vị tiền",
    pages: "Các trang về nguồn lực",
    tabs: {
      pivot: "Bảng nguồn vốn",
      stages: "Kế hoạch đến giải ngân",
      years: "So sánh năm",
      entries: "Bút toán",
      printed: "Bản in"
    },
    moneyUnits: { đồng: "Đồng", "triệu đồng": "Triệu đồng", "tỷ đồng": "Tỷ đồng" },
    stages: { planned: "Kế hoạch", allocated: "Giao vốn", mobilised: "Huy động", disbursed: "Giải ngân" },
    shares: "Cơ cấu nguồn vốn",
    sharesLead: "tỷ trọng trong tổng nguồn lực",
    found: (errors: number, warnings: number) =>
      errors + warnings === 0
        ? "Các hàng và cột cộng khớp."
        : `${errors} sai lệch, ${warnings} chỗ cần kiểm tra; mở ô được đánh dấu để xem chi tiết.`,
    empty: "Văn bản này không công bố bảng nguồn lực.",
    legend: "Ô tô màu: số bị nghi. Ô viền đứt: số này mâu thuẫn với một số ở chỗ khác. “–”: ô trống."
  },
  en: {
    title: "Resources",
    lead: (name, year, printedUnit) => `${name} · ${year} · printed in ${printedUnit}`,
    unit: "Unit",
    sum: "Sum",
    money: "Unit of money",
    pages: "Pages about resources",
    tabs: {
      pivot: "Table of sources",
      stages: "Plan to payment",
      years: "Year against year",
      entries: "Entries",
      printed: "As printed"
    },
    moneyUnits: { đồng: "Đồng", "triệu đồng": "Million đồng", "tỷ đồng": "Billion đồng" },
    stages: { planned: "Planned", allocated: "Allocated", mobilised: "Mobilised", disbursed: "Disbursed" },
    shares: "Resources by source",
    sharesLead: "share of the total",
    found: (errors, warnings) =>
      errors + warnings === 0
        ? "All rows and columns add up."
        : `${errors} contradictions, ${warnings} to be checked; open a marked cell for details.`,
    empty: "This document publishes no table of resources.",
    legend: "Filled cells: the number is in doubt. Dashed cells: it contradicts a number elsewhere. “–”: blank."
  }
})
