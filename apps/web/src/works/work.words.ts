import { defineWords } from "../language/words.ts"

/** Words about one work. */
export const workWords = defineWords({
  vi: {
    waiting: "Công trình",
    lead: (day: string) => `tính đến ${day}`,
    missing: "Chưa có công trình này vào ngày đang xem. Đổi ngày, hoặc về danh sách.",
    toList: "Về danh sách công trình",
    report: "Báo cáo tiến độ, ghi thanh toán",
    investor: (name: string) => `Chủ đầu tư: ${name}`,
    batch: (name: string) => `đợt ${name}`,
    figures: {
      title: "Số chính",
      value: "Giá trị hợp đồng",
      valueBelow: (cost: string) => `tổng mức được duyệt ${cost}`,
      built: "Đã thi công",
      builtBelow: (planned: string, done: string) => `kế hoạch ${planned} · ${done}`,
      paid: "Đã thanh toán",
      paidBelow: (paid: string) => paid,
      debt: "Nợ đọng",
      debtBelow: (overdue: string) => `quá hạn ${overdue}`,
      noDebt: "không nợ",
      finish: "Dự kiến xong",
      finishBelow: (planned: string) => `kế hoạch ${planned}`,
      operator: "Bàn giao",
      handedOver: (day: string, to: string) => `${day} cho ${to}`,
      notHandedOver: "chưa bàn giao",
      operates: (name: string) => `vận hành: ${name}`,
      noOperator: "chưa có đơn vị vận hành"
    },
    builtAhead: (amount: string) => `Đã thi công nhiều hơn đã thanh toán ${amount}: nợ đang hình thành.`,
    paidAhead: (amount: string) => `Đã thanh toán nhiều hơn đã thi công ${amount}: cần kiểm tra.`,
    forecast: (day: string, perDay: string) => `Theo nhịp thi công đến nay (${perDay} mỗi ngày), xong vào ${day}.`,
    chain: {
      title: "Chậm thì giữ lại điều gì",
      lead: "từ công trình đến chỉ tiêu, tiêu chí, danh hiệu và kế hoạch năm",
      indicator: "Chỉ tiêu",
      criterion: (no: number, name: string) => `Tiêu chí ${no} · ${name}`,
      recognition: "Danh hiệu phải chờ",
      targets: "Chỉ tiêu kế hoạch có nguy cơ lỡ",
      by: (day: string) => `hạn ${day}`,
      none: "Công trình không chậm, hoặc không chỉ tiêu nào phải chờ."
    },
    steps: {
      title: "Các bước",
      lead: (days: string) =>
        `đường găng dài ${days} ngày; bước trên đường găng chậm ngày nào thì cả công trình chậm ngày ấy`,
      step: "Bước",
      chart: "Biểu đồ",
      planned: "Kế hoạch",
      actual: "Thực tế, dự kiến",
      slack: "Dự phòng",
      days: (days: string) => `${days} ngày`,
      critical: "đường găng",
      done: "xong",
      running: "đang làm",
      waiting: "chưa làm",
      begun: (day: string) => `từ ${day}`,
      expected: (from: string, to: string) => `dự kiến ${from} – ${to}`,
      until: (day: string) => `dự kiến xong ${day}`,
      legend: { planned: "Kế hoạch", done: "Đã làm", expected: "Dự kiến", today: "Ngày xem" }
    },
    curve: "Đường cong tiến độ",
    changes: {
      title: "Điều chỉnh hợp đồng",
      day: "Ngày",
      what: "Nội dung",
      before: "Trước",
      after: "Sau",
      reason: "Lý do",
      none: "Hợp đồng chưa điều chỉnh lần nào."
    },
    money: {
      title: "Tiền theo giai đoạn",
      all: "Xem từng bút toán",
      source: "Nguồn vốn",
      none: "Chưa có bút toán nào cho công trình.",
      entries: "Bút toán",
      amount: "Số tiền"
    },
    debt: {
      title: "Nợ theo tuổi",
      accepted: "Nghiệm thu ngày",
      age: "Tuổi nợ",
      amount: "Chưa thanh toán"
    },
    land: "Đất hiến cho công trình",
    problems: {
      title: "Vướng mắc chưa gỡ",
      none: "Không có vướng mắc nào đang chờ gỡ.",
      categories: {
        land: "Mặt bằng",
        money: "Vốn",
        contractor: "Nhà thầu",
        design: "Thiết kế",
        weather: "Thời tiết",
        procedure: "Thủ tục",
        other: "Khác"
      }
    },
    reports: {
      title: "Nhật ký công trình",
      lead: "mọi báo cáo, mới nhất trước; không báo cáo nào bị sửa hay xóa",
      no: (id: number) => `báo cáo số ${id}`,
      by: (day: string, name: string) => `ghi ngày ${day}, ${name}`,
      none: "Chưa có báo cáo nào.",
      step: (step: string, event: string) => `${step}: ${event}`,
      events: { begun: "bắt đầu", done: "xong" },
      to: (name: string) => `cho ${name}`,
      volume: (amount: string) => `Khối lượng đã thi công, lũy kế: ${amount}`,
      accepted: (amount: string) => `Nghiệm thu khối lượng ${amount}`,
      changed: "Điều chỉnh hợp đồng",
      problem: (category: string) => `Vướng mắc (${category})`,
      solved: (id: number) => `Đã gỡ vướng mắc số ${id}`,
      withdrawn: (id: number) => `Rút báo cáo số ${id}`,
      paper: "Hồ sơ, ảnh"
    }
  },
  en: {
    waiting: "Work",
    lead: (day) => `as of ${day}`,
    missing: "This work does not exist on the day shown. Change the day, or go back to the list.",
    toList: "Back to the list of works",
    report: "Report progress, record a payment",
    investor: (name) => `Investor: ${name}`,
    batch: (name) => `batch ${name}`,
    figures: {
      title: "Key numbers",
      value: "Value of the contract",
      valueBelow: (cost) => `approved cost ${cost}`,
      built: "Built",
      builtBelow: (planned, done) => `planned ${planned} · ${done}`,
      paid: "Paid",
      paidBelow: (paid) => paid,
      debt: "Construction debt",
      debtBelow: (overdue) => `${overdue} overdue`,
      noDebt: "no debt",
      finish: "Expected end",
      finishBelow: (planned) => `planned ${planned}`,
      operator: "Handover",
      handedOver: (day, to) => `${day} to ${to}`,
      notHandedOver: "not handed over",
      operates: (name) => `operated by ${name}`,
      noOperator: "no operator"
    },
    builtAhead: (amount) => `Built ahead of paid by ${amount}: debt in the making.`,
    paidAhead: (amount) => `Paid ahead of built by ${amount}: to be looked at.`,
    forecast: (day, perDay) => `At the pace so far (${perDay} a day), done on ${day}.`,
    chain: {
      title: "What its delay holds back",
      lead: "from the work to the indicator, the criterion, the title and the plan of the year",
      indicator: "Indicator",
      criterion: (no, name) => `Criterion ${no} · ${name}`,
      recognition: "Title that has to wait",
      targets: "Targets of the plan at risk",
      by: (day) => `due ${day}`,
      none: "The work is not late, or no indicator has to wait for it."
    },
    steps: {
      title: "Steps",
      lead: (days) => `the critical path is ${days} days long; each day that a step on it slips, the work slips`,
      step: "Step",
      chart: "Chart",
      planned: "Planned",
      actual: "Actual, expected",
      slack: "Slack",
      days: (days) => `${days} days`,
      critical: "critical",
      done: "done",
      running: "running",
      waiting: "not begun",
      begun: (day) => `since ${day}`,
      expected: (from, to) => `expected ${from} – ${to}`,
      until: (day) => `expected end ${day}`,
      legend: { planned: "Planned", done: "Done", expected: "Expected", today: "Day of the page" }
    },
    curve: "S-curve",
    changes: {
      title: "Changes of the contract",
      day: "Day",
      what: "What",
      before: "Before",
      after: "After",
      reason: "Reason",
      none: "The contract has not been changed."
    },
    money: {
      title: "Money by stage",
      all: "See the entries",
      source: "Source",
      none: "There are no entries for this work.",
      entries: "Entries",
      amount: "Amount"
    },
    debt: { title: "Debt by age", accepted: "Accepted on", age: "Age", amount: "Unpaid" },
    land: "Land given for the work",
    problems: {
      title: "Open problems",
      none: "No problem waits to be solved.",
      categories: {
        land: "Land",
        money: "Money",
        contractor: "Contractor",
        design: "Design",
        weather: "Weather",
        procedure: "Procedure",
        other: "Other"
      }
    },
    reports: {
      title: "Journal of the work",
      lead: "every report, the latest first; none is edited or removed",
      no: (id) => `report no. ${id}`,
      by: (day, name) => `recorded on ${day}, ${name}`,
      none: "No reports yet.",
      step: (step, event) => `${step}: ${event}`,
      events: { begun: "begun", done: "done" },
      to: (name) => `to ${name}`,
      volume: (amount) => `Built to date: ${amount}`,
      accepted: (amount) => `Volume accepted: ${amount}`,
      changed: "Change of the contract",
      problem: (category) => `Problem (${category})`,
      solved: (id) => `Problem no. ${id} solved`,
      withdrawn: (id) => `Report no. ${id} withdrawn`,
      paper: "Papers, photos"
    }
  }
})
