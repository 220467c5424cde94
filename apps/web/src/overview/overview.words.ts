import { defineWords } from "../language/words.ts"

export const overviewWords = defineWords({
  vi: {
    title: "Tổng quan",
    keyResults: "Kết quả chính",
    resources: (year: number) => `Tổng nguồn lực năm ${year}`,
    findings: "Phát hiện về số liệu",
    noFindings: "không có",
    paid: (year: number) => `Giải ngân vốn năm ${year}`,
    paidBelow: (paid: string, given: string) => `${paid} trong ${given} đã giao`,
    lateWorks: "Công trình chậm tiến độ",
    ofWorks: (count: string) => `trong ${count} công trình`,
    lateBelow: (days: string) => `chậm nhất ${days} ngày`,
    noneLate: "không công trình nào chậm",
    assignments: (day: string) => `Nhiệm vụ, tính đến ${day}`,
    dueSoon: (count: number) => `${count} sắp đến hạn`,
    nextDue: (day: string, count: number) => `Hạn kế tiếp ${day}: ${count} việc`,
    noNextDue: "Không còn hạn nào phía trước",
    criteria: "Kết quả theo bộ tiêu chí",
    funding: "Nguồn lực theo nguồn và đơn vị",
    due: "Nhiệm vụ theo hạn",
    allOf: { criteria: "Xem từng tiêu chí", funding: "Xem bảng đầy đủ", assignments: "Xem từng nhiệm vụ" },
    noPlan: "Chưa có kế hoạch nào trong hệ thống. Nạp văn bản của tỉnh rồi mở lại trang này."
  },
  en: {
    title: "Overview",
    keyResults: "Key results",
    resources: (year) => `Total resources, ${year}`,
    findings: "Findings about figures",
    noFindings: "none",
    paid: (year) => `Paid of the money of ${year}`,
    paidBelow: (paid, given) => `${paid} of ${given} allocated`,
    lateWorks: "Works behind schedule",
    ofWorks: (count) => `of ${count} works`,
    lateBelow: (days) => `the worst by ${days} days`,
    noneLate: "no work is late",
    assignments: (day) => `Assignments as of ${day}`,
    dueSoon: (count) => `${count} due soon`,
    nextDue: (day, count) => `Next due ${day}: ${count} tasks`,
    noNextDue: "Nothing more falls due",
    criteria: "Results by criteria set",
    funding: "Resources by source and unit",
    due: "Assignments by due day",
    allOf: { criteria: "See each criterion", funding: "See the full table", assignments: "See each assignment" },
    noPlan: "No plan has been loaded yet. Load the province's documents, then open this page again."
  }
})
