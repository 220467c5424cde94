import type { Bilingual } from "@ntm/domain/values"
import type { Kinds } from "./problem-kind.ts"
import type { CursorRefused, ReadingError } from "./reading-errors.ts"

const cursors: Readonly<Record<CursorRefused["why"], Bilingual>> = {
  broken: {
    vi: "con trỏ bị sửa, bị cắt hoặc không do máy chủ này trả về; hãy dùng nguyên văn `next` của trang trước, hoặc bỏ cursor để đọc từ đầu",
    en: "the cursor was changed, cut off, or never given by this server; send `next` of the page before as it is, or begin anew without cursor"
  },
  other: {
    vi: "con trỏ này của một câu hỏi khác; giữ nguyên địa chỉ và các tham số (trừ limit, fields) khi đọc trang sau, hoặc bỏ cursor để đọc từ đầu",
    en: "this cursor is of another question; keep path and parameters (but limit and fields) for the next page, or begin anew without cursor"
  },
  gone: {
    vi: "mục mà trang trước dừng lại không còn trong danh sách; hãy bỏ cursor để đọc từ đầu",
    en: "the item at which the page before ended is no longer in the list; begin anew without cursor"
  }
}

/** How what every reading question can come to is told of. */
export const readingProblems: Kinds<ReadingError> = {
  NotAcceptable: {
    status: 406,
    name: "not-acceptable",
    title: { vi: "Không có dạng trả lời này", en: "There is no answer of this form" },
    detail: ({ forms }) => ({
      vi: `Địa chỉ này trả lời bằng ${forms.join(", ")}; hãy sửa tiêu đề Accept`,
      en: `This address answers as ${forms.join(", ")}; ask for one of them by Accept`
    })
  },
  CursorRefused: {
    status: 400,
    name: "cursor-refused",
    title: { vi: "Không đọc tiếp được từ con trỏ này", en: "The list cannot be read on from this cursor" },
    detail: ({ why }) => cursors[why],
    errors: ({ why }) => [{ path: "cursor", kind: why, message: cursors[why].vi, messageEn: cursors[why].en }]
  }
}
