import type { Shape } from "./given.ts"

/** What is to be known of the API as a whole. */
export const info = {
  title: "ntm",
  summary: "Chương trình MTQG xây dựng nông thôn mới · National programme on new rural development",
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  description: [
    "Một bộ số liệu cho chương trình nông thôn mới. Câu hỏi đọc nhận `as_of` (vào ngày nào) và `known_at` (theo những gì đã biết lúc nào). Từ chối là RFC 9457 (`application/problem+json`), `type` không đổi, có cả hai ngôn ngữ. Tham số lạ bị từ chối chứ không bị bỏ qua. Ghi theo lô: ghi cả lô hoặc không ghi gì.",
    "One set of facts of the programme. Reading questions take `as_of` (on which day) and `known_at` (as known when). Refusals are RFC 9457 (`application/problem+json`) with a stable `type`, in both languages. Unknown parameters are refused, not passed over. Batches are written wholly or not at all.",
    "Danh sách: `limit` và `cursor` (lấy từ `next` của trang trước, hoặc theo tiêu đề `Link`); mọi trang cùng một trạng thái dù có gì được ghi xen vào. `fields=a,b.c` chọn trường. `Accept: application/x-ndjson` hoặc `text/csv` cho cả danh sách. Tên tham số giống nhau ở mọi nơi: `unit` (đơn vị và cấp dưới), `parent` (trực thuộc, chỉ ở /units), `set`, `document`, `year`, `state`, `q`, `sort`.",
    "Lists: `limit` and `cursor` (`next` of the page before, or the `Link` header); all pages are of one state, whatever is written in between. `fields=a,b.c` picks fields. `Accept: application/x-ndjson` or `text/csv` for the whole list. Parameters have the same names everywhere: `unit` (it and all below), `parent` (right below it, /units only), `set`, `document`, `year`, `state`, `q`, `sort`.",
    "Đăng nhập: hệ thống đối tác gửi khóa ở tiêu đề `x-api-key`; khóa do quản trị hệ thống lập. Mọi câu trả lời nói còn được hỏi bao nhiêu lần trong phút (`RateLimit`); quá thì 429 với `Retry-After`. Câu trả lời mang `x-request-id` như nhật ký ghi; mã gửi kèm được giữ.",
    "Signing in: a partner's system sends its key in the header `x-api-key`; an administrator makes keys. Every answer tells how much of the minute is left (`RateLimit`); what is too much is a 429 with `Retry-After`. Answers bear an `x-request-id` as the log has it; one that is sent is kept.",
    "Ghi: gửi `Idempotency-Key` (chẳng hạn một UUID) với mọi thay đổi: gửi lại trong 24 giờ thì nhận đúng câu trả lời cũ, không ghi lần hai. Câu trả lời khi đọc có `ETag`: gửi lại ở `If-None-Match` thì 304 khi không có gì mới, ở `If-Match` thì chỉ ghi khi chưa ai đổi (412 nếu đã đổi, 428 khi bắt buộc mà thiếu). Từ chối một lô nêu mọi lỗi của mọi dòng.",
    "Writing: send an `Idempotency-Key` (a UUID, for instance) with every change: sent again within 24 hours it gets the very same answer, and nothing is written twice. Readings have an `ETag`: in `If-None-Match` it brings a 304 where nothing is new, in `If-Match` a change is written only where nobody has changed it since (412 where somebody has, 428 where it is needed and missing). A batch that is refused tells every problem of every row.",
    "Ngừng dùng: một địa chỉ sắp bỏ được đánh dấu `deprecated`, trả lời kèm `Deprecation` (RFC 9745), `Sunset` (RFC 8594) và liên kết `successor-version`, và còn chạy ít nhất 12 tháng sau ngày đó. Trong /api/v1 chỉ thêm, không bớt và không đổi nghĩa.",
    "Deprecation: an address that will go is marked `deprecated`, answers with `Deprecation` (RFC 9745), `Sunset` (RFC 8594) and a link to its `successor-version`, and works for at least 12 months from then. Within /api/v1 things are added; nothing is taken away or changes its meaning."
  ].join("\n\n")
}

export const securitySchemes: Shape = {
  session: {
    type: "apiKey",
    in: "cookie",
    name: "ntm.session_token",
    description:
      "Phiên của trình duyệt; tên có thêm tiền tố __Secure- khi chạy HTTPS · A browser's session; over HTTPS its name begins with __Secure-"
  },
  bearer: {
    type: "http",
    scheme: "bearer",
    description: "Mã của thiết bị (`ntm login`) · A device's token (`ntm login`)"
  },
  key: { type: "apiKey", in: "header", name: "x-api-key", description: "Khóa của hệ thống đối tác · A partner's key" }
}

const text = { type: "string" }
const words = {
  type: "object",
  properties: { vi: text, en: text },
  required: ["vi", "en"],
  additionalProperties: false
}

/** `Problem` of the contract. */
export const problemShape: Shape = {
  type: "object",
  description: "RFC 9457, cả hai ngôn ngữ · RFC 9457 in both languages",
  properties: {
    type: { ...text, format: "uri", description: "Không bao giờ đổi · Never changes" },
    title: text,
    titleEn: text,
    status: { type: "integer" },
    detail: text,
    detailEn: text,
    instance: { ...text, description: "Mã yêu cầu như nhật ký ghi · The request as the log names it" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: { path: text, kind: text, message: text, messageEn: text, rule: text, next: words },
        required: ["path", "message"],
        additionalProperties: false
      }
    },
    written: {
      const: 0,
      description: "Số dòng đã ghi: cả lô hoặc không dòng nào · Rows written: all of a batch or none"
    },
    rule: { ...text, description: "Quy tắc từ chối · The rule that refuses" },
    asOf: { ...text, format: "date", description: "Ngày xét quy tắc · The day on which it was asked" },
    whoMay: {
      type: "array",
      description: "Ai được làm · Who may do it",
      items: {
        type: "object",
        properties: { role: text, vi: text, en: text },
        required: ["role", "vi", "en"],
        additionalProperties: false
      }
    },
    next: { ...words, description: "Bước tiếp theo · The next step" }
  },
  required: ["type", "title", "titleEn", "status"],
  additionalProperties: false
}

/** Headers of every answer, problems among them. */
export const everyAnswer: Shape = {
  "x-request-id": {
    schema: text,
    description:
      "Mã yêu cầu, như nhật ký ghi; gửi kèm mã của mình thì được giữ · The request as the log names it; one that is sent is kept"
  },
  "ratelimit-policy": {
    schema: text,
    description:
      'Hạn mức một phút (draft-ietf-httpapi-ratelimit-headers), ví dụ "key";q=600;w=60 · What a minute allows, as "key";q=600;w=60'
  },
  ratelimit: {
    schema: text,
    description:
      'Còn lại và số giây đến khi đủ lại, ví dụ "key";r=598;t=41 · What is left, and the seconds until all of it is there again'
  }
}
