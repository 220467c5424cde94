import { defineWords } from "../language/words.ts"

export const assignmentWords = defineWords({
  vi: {
    title: "Nhiệm vụ theo hạn",
    lead: (day: string, count: number) => `${count} dòng · tính đến ngày ${day}`,
    honest: "Các việc như phụ lục in, hạn tính theo ngày đã chọn; kết quả đã ghi nhận xem ở Danh sách và Tiến trình.",
    search: "Tìm nhiệm vụ, cơ quan",
    searchHint: "gõ không dấu cũng được",
    noDue: "Không có hạn đọc được",
    due: (day: string) => `Hạn ${day}`,
    tasks: (count: number) => `${count} việc`,
    daysPast: (days: number) => `${days} ngày`,
    daysLeft: (days: number) => `còn ${days} ngày`,
    dueToday: "đến hạn trong ngày",
    states: {
      overdue: "Đã qua hạn",
      dueSoon: "Sắp đến hạn",
      open: "Đang trong hạn",
      notStarted: "Chưa bắt đầu",
      noDue: "Không có hạn"
    },
    all: "Tất cả",
    filter: "Lọc theo tình trạng",
    leadAgency: "Chủ trì",
    coLeads: "Cùng chủ trì",
    coordinating: "Phối hợp",
    printed: "Tiến độ ghi",
    deliverable: "Sản phẩm",
    notes: "Ghi chú",
    partOf: (no: string, title: string) => `Thuộc ${no} – ${title}`,
    more: (count: number) => `và ${count} việc nữa`,
    empty: "Không có nhiệm vụ nào khớp điều kiện tìm.",
    none: "Văn bản này không phân công nhiệm vụ.",
    document: "Xem văn bản"
  },
  en: {
    title: "Assignments by due day",
    lead: (day, count) => `${count} lines · as of ${day}`,
    honest:
      "Tasks as the annex prints them, due days counted from the day chosen; what was recorded is on List and Timeline.",
    search: "Search tasks and agencies",
    searchHint: "diacritics not needed",
    noDue: "No readable due day",
    due: (day) => `Due ${day}`,
    tasks: (count) => (count === 1 ? "1 task" : `${count} tasks`),
    daysPast: (days) => `${days} days`,
    daysLeft: (days) => `${days} days left`,
    dueToday: "due on this day",
    states: {
      overdue: "Past due",
      dueSoon: "Due soon",
      open: "Within time",
      notStarted: "Not started",
      noDue: "No due day"
    },
    all: "All",
    filter: "Filter by state",
    leadAgency: "Lead",
    coLeads: "Joint leads",
    coordinating: "Co-ordinating",
    printed: "Timing, as printed",
    deliverable: "Deliverable",
    notes: "Notes",
    partOf: (no, title) => `Part of ${no} – ${title}`,
    more: (count) => `and ${count} more`,
    empty: "No assignment matches.",
    none: "This document assigns no tasks.",
    document: "See the document"
  }
})
