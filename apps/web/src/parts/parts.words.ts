import { defineWords } from "../language/words.ts"

export const partsWords = defineWords({
  vi: {
    loading: "Đang tải số liệu…",
    retry: "Thử lại",
    close: "Đóng",
    asOf: "Tính đến ngày",
    today: "Hôm nay",
    dayHint: "ngày/tháng/năm",
    calendar: "Chọn trên lịch",
    source: "Xem trong văn bản",
    errorTitle: "Không tải được số liệu",
    unreachable: "Không kết nối được máy chủ. Kiểm tra mạng và máy chủ của hệ thống, rồi bấm “Thử lại”.",
    notFound: "Địa chỉ có thể đã cũ hoặc gõ sai. Hãy mở lại từ danh sách.",
    badQuestion: "Chưa trả lời được câu hỏi này vì:",
    failed: "Máy chủ gặp lỗi khi trả lời. Thử lại sau ít phút; nếu vẫn lỗi, báo người quản trị hệ thống.",
    scroll: "cuộn ngang để xem hết bảng",
    illustrative: "số minh họa",
    illustrativePart: "có số minh họa",
    showMore: (next: string, left: string) => `Hiện thêm ${next} dòng (còn ${left})`,
    csv: "Tải CSV",
    csvFailed: "Không tải được tệp CSV. Thử lại sau ít phút."
  },
  en: {
    loading: "Loading…",
    retry: "Try again",
    close: "Close",
    asOf: "As of",
    today: "Today",
    dayHint: "dd/mm/yyyy",
    calendar: "Pick from a calendar",
    source: "See in the document",
    errorTitle: "The numbers could not be loaded",
    unreachable: "The server cannot be reached. Check the network and the server, then press “Try again”.",
    notFound: "The address may be old or mistyped. Open it again from the list.",
    badQuestion: "The question cannot be answered as it stands:",
    failed: "The server failed to answer. Try again in a few minutes; if it persists, tell the administrator.",
    scroll: "scroll sideways to see the whole table",
    illustrative: "illustrative",
    illustrativePart: "partly illustrative",
    showMore: (next, left) => `Show ${next} more rows (${left} left)`,
    csv: "Download CSV",
    csvFailed: "The CSV file could not be loaded. Try again in a few minutes."
  }
})
