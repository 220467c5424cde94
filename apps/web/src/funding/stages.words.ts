import { defineWords } from "../language/words.ts"

export const stagesWords = defineWords({
  vi: {
    title: "Từ kế hoạch đến giải ngân",
    lead: (unit: string, year: number, day: string) => `${unit} · niên độ ${year} · tính đến ${day}`,
    calendar: (percent: string, day: string) =>
      `Đã qua ${percent} niên độ; vốn của năm được thanh toán đến hết ${day}.`,
    own: "Tự chủ ngân sách",
    ownText: (own: string, budget: string, stage: string) =>
      `${own} trong ${budget} ngân sách trực tiếp (${stage}) là ngân sách của chính đơn vị`,
    ownNone: "Chưa có ngân sách trực tiếp để tính.",
    bySource: "Theo nguồn vốn",
    bySourceLead: "mỗi thanh so với số lớn nhất của chính nguồn ấy; vạch đứng là nơi giải ngân nên tới theo lịch",
    disbursed: (percent: string) => `giải ngân ${percent}`,
    behind: (points: string) => `chậm ${points} điểm so với lịch`,
    ahead: (points: string) => `nhanh ${points} điểm so với lịch`,
    onTime: "đúng lịch",
    notStated: "chưa ghi nhận",
    notPaid: "chưa ghi nhận giải ngân",
    tier: (tier: string) => `Cộng theo ${tier}.`,
    legend: { planned: "Kế hoạch", given: "Đã giao hoặc huy động", paid: "Đã giải ngân", calendar: "Theo lịch" },
    entries: (source: string) => `Bút toán: ${source}`,
    seeEntries: "Bút toán",
    empty: "Chưa có khoản vốn nào của niên độ này."
  },
  en: {
    title: "From the plan to the payment",
    lead: (unit, year, day) => `${unit} · budget year ${year} · as of ${day}`,
    calendar: (percent, day) => `${percent} of the budget year has passed; its money can be paid until ${day}.`,
    own: "Own budget",
    ownText: (own, budget, stage) => `${own} of ${budget} of direct budget (${stage}) is the unit's own`,
    ownNone: "There is no direct budget to tell it of.",
    bySource: "By source",
    bySourceLead:
      "each bar against the largest amount of its own source; the upright line is where payments should be by the calendar",
    disbursed: (percent) => `${percent} paid`,
    behind: (points) => `${points} points behind the calendar`,
    ahead: (points) => `${points} points ahead of the calendar`,
    onTime: "in step with the calendar",
    notStated: "not recorded",
    notPaid: "no payments recorded",
    tier: (tier) => `Summed at the ${tier}.`,
    legend: { planned: "Planned", given: "Allocated or mobilised", paid: "Paid", calendar: "By the calendar" },
    entries: (source) => `Entries: ${source}`,
    seeEntries: "Entries",
    empty: "No money of this budget year has been recorded."
  }
})
