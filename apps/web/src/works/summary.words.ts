import { defineWords } from "../language/words.ts"

/** Words about works together: key numbers, S-curve, batches. */
export const summaryWords = defineWords({
  vi: {
    tally: {
      title: "Số chính",
      works: "Công trình",
      communes: (count: string) => `tại ${count} xã, phường, đặc khu`,
      built: "Khối lượng thi công",
      builtBelow: (planned: string, mean: string) => `kế hoạch đến ngày này ${planned} · bình quân các xã ${mean}`,
      paid: "Đã thanh toán",
      paidBelow: (paid: string, value: string) => `${paid} trong ${value} giá trị hợp đồng`,
      debt: "Nợ đọng XDCB",
      debtBelow: (overdue: string) => `quá hạn ${overdue}`,
      late: "Công trình chậm",
      lateBelow: (days: string) => `chậm nhất ${days} ngày`,
      noneLate: "không công trình nào",
      notHandedOver: "Xong, chưa bàn giao",
      notHandedOverBelow: (without: string) => `${without} công trình chưa có đơn vị vận hành`
    },
    bySector: "Theo lĩnh vực",
    byState: "Theo tình trạng",
    curve: {
      title: "Đường cong tiến độ",
      lead: "theo phần trăm giá trị hợp đồng, cộng dồn",
      planned: "Kế hoạch",
      done: "Đã thi công",
      paid: "Đã thanh toán",
      behind: (points: string) => `chậm ${points} điểm so với kế hoạch`,
      ahead: (points: string) => `nhanh ${points} điểm so với kế hoạch`,
      onTime: "đúng kế hoạch",
      forecast: (day: string) => `Theo nhịp 90 ngày gần đây, xong vào ${day}.`,
      noForecast: "Chưa đủ nhịp thi công gần đây để dự báo ngày xong.",
      describe: (from: string, to: string, day: string, planned: string, done: string, paid: string) =>
        `Từ ${from} đến ${to}. Ngày ${day}: kế hoạch ${planned}, đã thi công ${done}, đã thanh toán ${paid}.`,
      table: "Số liệu của biểu đồ",
      day: "Ngày",
      today: "Ngày xem"
    },
    batches: {
      title: "Các đợt, huyện với huyện",
      lead: "thanh xanh: đã thi công; vạch đứng: kế hoạch đến ngày này; thanh vàng: đã thanh toán",
      path: (start: string, due: string, expected: string) =>
        `đường găng từ ${start} · kế hoạch xong ${due} · dự kiến ${expected}`,
      days: (days: string) => `dài ${days} ngày`,
      behind: (days: string) => `chậm ${days} ngày`,
      onTime: "đúng hạn",
      late: (count: string) => `${count} chậm`,
      unit: "Huyện",
      built: "thi công",
      paid: "thanh toán"
    },
    worst: "Công trình chậm nhất",
    worstLead: "xếp theo số ngày dự kiến xong muộn hơn kế hoạch",
    seeAll: "Xem tất cả",
    holding: "Công trình đang giữ tiêu chí lại",
    holdingLead: "công trình chậm mà xã cần để đạt chỉ tiêu; bấm để xem từ công trình đến chỉ tiêu kế hoạch năm",
    holds: (criteria: string) => `giữ tiêu chí ${criteria}`,
    waits: (title: string) => `${title} phải chờ`,
    targets: (count: number) => `${count} chỉ tiêu kế hoạch có nguy cơ lỡ`,
    none: "Không có công trình nào."
  },
  en: {
    tally: {
      title: "Key numbers",
      works: "Works",
      communes: (count) => `in ${count} communes`,
      built: "Built",
      builtBelow: (planned, mean) => `planned by this day ${planned} · mean of communes ${mean}`,
      paid: "Paid",
      paidBelow: (paid, value) => `${paid} of ${value} of contracts`,
      debt: "Construction debt",
      debtBelow: (overdue) => `${overdue} overdue`,
      late: "Late works",
      lateBelow: (days) => `the worst by ${days} days`,
      noneLate: "none",
      notHandedOver: "Done, not handed over",
      notHandedOverBelow: (without) => `${without} works without an operator`
    },
    bySector: "By sector",
    byState: "By state",
    curve: {
      title: "S-curve",
      lead: "in per cent of the value of contracts, to date",
      planned: "Planned",
      done: "Built",
      paid: "Paid",
      behind: (points) => `${points} points behind the plan`,
      ahead: (points) => `${points} points ahead of the plan`,
      onTime: "in step with the plan",
      forecast: (day) => `At the pace of the last 90 days, done on ${day}.`,
      noForecast: "There is too little recent pace to forecast the end.",
      describe: (from, to, day, planned, done, paid) =>
        `From ${from} to ${to}. On ${day}: planned ${planned}, built ${done}, paid ${paid}.`,
      table: "Numbers of the chart",
      day: "Day",
      today: "Day of the page"
    },
    batches: {
      title: "Batches, district by district",
      lead: "green bar: built; upright line: planned by this day; amber bar: paid",
      path: (start, due, expected) => `critical path from ${start} · planned end ${due} · expected ${expected}`,
      days: (days) => `${days} days long`,
      behind: (days) => `${days} days late`,
      onTime: "on time",
      late: (count) => `${count} late`,
      unit: "District",
      built: "built",
      paid: "paid"
    },
    worst: "The latest works",
    worstLead: "by how many days the expected end lies after the planned one",
    seeAll: "See all",
    holding: "Works that hold criteria back",
    holdingLead: "late works that a commune needs for an indicator; open one to follow it to the target of the year",
    holds: (criteria) => `holds back ${criteria}`,
    waits: (title) => `${title} has to wait`,
    targets: (count) => `${count} targets of the plan at risk`,
    none: "No works."
  }
})
