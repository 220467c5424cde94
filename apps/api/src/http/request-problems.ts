import { formatBytes } from "@ntm/domain/criteria"
import { type Bilingual, formatDay, quoted } from "@ntm/domain/values"
import type { AccessRefused, PeopleRefused } from "@ntm/domain/people"
import type { Hindrance } from "../health/hindrance.ts"
import type { ChangesApiError } from "../changes/errors.ts"
import type { PeopleApiError } from "../people/errors.ts"
import type { ApiError, DomainError, WritingError } from "./errors.ts"
import type { ReadingError } from "./reading-errors.ts"
import { type Kinds, ruledBy, rulingOf } from "./problem-kind.ts"

const READING = "GET, HEAD"

const hindrances: Readonly<Record<Hindrance, Bilingual>> = {
  starting: { vi: "Máy chủ đang chuẩn bị dữ liệu", en: "Data are being prepared" },
  stopping: { vi: "Máy chủ đang dừng; hãy hỏi lại sau giây lát", en: "The server is stopping; ask again in a moment" },
  database: { vi: "Cơ sở dữ liệu chưa trả lời", en: "The database does not answer" },
  schema: {
    vi: "Cơ sở dữ liệu đã được một bản chương trình khác nâng cấp; hãy dùng bản ấy",
    en: "Another version of the program has upgraded the database; use that one"
  },
  facts: { vi: "Chưa nạp dữ liệu nào", en: "No facts are loaded" }
}

/** How requests that cannot be answered, and faults of ours, are told of. */
export const requestProblems: Kinds<
  Exclude<
    ApiError,
    DomainError | WritingError | ChangesApiError | PeopleApiError | ReadingError | AccessRefused | PeopleRefused
  >
> = {
  InvalidParameters: {
    status: 422,
    name: "invalid-request",
    title: { vi: "Tham số không hợp lệ", en: "Invalid parameters" },
    detail: ({ errors }) => ({
      vi: errors.map(({ path, message }) => `${path}: ${message}`).join("; "),
      en: errors.map(({ path, message, messageEn }) => `${path}: ${messageEn ?? message}`).join("; ")
    }),
    errors: ({ errors }) => errors
  },
  InvalidBody: {
    status: 422,
    name: "invalid-body",
    title: { vi: "Nội dung gửi lên không đúng", en: "The body is not of the form asked for" },
    detail: ({ errors }) => ({
      vi: errors.map(({ path, message }) => `${path === "" ? "" : `${path}: `}${message}`).join("; "),
      en: errors
        .map(({ path, message, messageEn }) => `${path === "" ? "" : `${path}: `}${messageEn ?? message}`)
        .join("; ")
    }),
    errors: ({ errors }) => errors
  },
  NotJson: {
    status: 415,
    name: "not-json",
    title: { vi: "Nội dung gửi lên phải là JSON", en: "The body must be JSON" },
    detail: () => ({
      vi: "Gửi kèm tiêu đề content-type: application/json",
      en: "Send the header content-type: application/json"
    })
  },
  NotAFile: {
    status: 415,
    name: "not-a-file",
    title: { vi: "Nội dung gửi lên phải là một tệp", en: "The body must be a file" },
    detail: () => ({
      vi: "Gửi chính nội dung tệp, kèm tiêu đề content-type: application/octet-stream",
      en: "Send the bytes of the file with the header content-type: application/octet-stream"
    })
  },
  BodyEncoded: {
    status: 415,
    name: "body-encoded",
    title: { vi: "Nội dung gửi lên không được nén", en: "The body must not be compressed" },
    detail: () => ({
      vi: "Gửi nguyên nội dung, không kèm tiêu đề content-encoding",
      en: "Send it as it is, without the header content-encoding"
    }),
    headers: () => ({ "accept-encoding": "identity" })
  },
  BodyCutOff: {
    status: 400,
    name: "body-cut-off",
    title: { vi: "Nội dung gửi lên bị đứt giữa chừng", en: "The body broke off before its end" },
    detail: () => ({ vi: "Chưa lưu gì; xin gửi lại", en: "Nothing was kept; send it again" })
  },
  ChangesStayLocal: {
    status: 403,
    name: "changes-stay-local",
    title: { vi: "Chỉ nhận thay đổi từ chính máy này", en: "Changes are taken from this machine only" },
    ruling: ruledBy("values.record", {
      vi: "Mở bằng 127.0.0.1 trên chính máy đang chạy, hoặc bỏ NTM_ACCOUNTS=off rồi đăng nhập",
      en: "Open it by 127.0.0.1 on the machine itself, or run without NTM_ACCOUNTS=off and sign in"
    }),
    detail: () => ({
      vi: "Chạy không có đăng nhập (NTM_ACCOUNTS=off) thì thay đổi chỉ được nhận trên địa chỉ nội bộ (127.0.0.1)",
      en: "Run without signing in (NTM_ACCOUNTS=off), changes are taken on the loopback address (127.0.0.1) only"
    })
  },
  InputNotFound: {
    status: 404,
    name: "input-not-found",
    title: { vi: "Không có chỉ tiêu này", en: "No such input" },
    detail: ({ key }) => ({
      vi: `Không bộ tiêu chí nào hỏi ${quoted(key)}`,
      en: `No criteria set asks for ${quoted(key)}`
    })
  },
  WorkNotFound: {
    status: 404,
    name: "work-not-found",
    title: { vi: "Không có công trình này", en: "No such work" },
    detail: ({ id, asOf }) => ({
      vi: `Chưa có công trình số ${id} vào ngày ${formatDay(asOf)}`,
      en: `There is no work ${id} on ${asOf}`
    })
  },
  TaskNotFound: {
    status: 404,
    name: "task-not-found",
    title: { vi: "Không có nhiệm vụ này", en: "No such task" },
    detail: ({ asOf, key }) => ({
      vi: `Chưa có nhiệm vụ ${quoted(key)} vào ngày ${formatDay(asOf)}`,
      en: `There is no task ${quoted(key)} on ${asOf}`
    })
  },
  RecommendationNotFound: {
    status: 404,
    name: "recommendation-not-found",
    title: { vi: "Không có kiến nghị này", en: "No such recommendation" },
    detail: ({ asOf, key }) => ({
      vi: `Chưa có kiến nghị ${quoted(key)} vào ngày ${formatDay(asOf)}`,
      en: `There is no recommendation ${quoted(key)} on ${asOf}`
    })
  },
  AgencyNotFound: {
    status: 404,
    name: "agency-not-found",
    title: { vi: "Không có cơ quan này", en: "No such agency" },
    detail: ({ id }) => ({ vi: `Không có cơ quan mã ${quoted(id)}`, en: `No agency ${quoted(id)}` })
  },
  MalformedAddress: {
    status: 400,
    name: "malformed-address",
    title: { vi: "Địa chỉ không đọc được", en: "The address cannot be read" },
    detail: () => ({
      vi: "Địa chỉ có ký tự mã hoá sai (phải là UTF-8 mã hoá phần trăm, không có ký tự NUL)",
      en: "The address is wrongly encoded (it must be percent-encoded UTF-8 without NUL)"
    })
  },
  AddressTooLong: {
    status: 414,
    name: "address-too-long",
    title: { vi: "Địa chỉ quá dài", en: "The address is too long" },
    detail: ({ maximum }) => ({ vi: `Địa chỉ được dài tối đa ${maximum} ký tự`, en: `At most ${maximum} characters` })
  },
  BodyTooLarge: {
    status: 413,
    name: "body-too-large",
    title: { vi: "Nội dung gửi lên quá lớn", en: "The body is too large" },
    detail: ({ maximum }) => ({ vi: `Tối đa ${formatBytes(maximum)}`, en: `At most ${formatBytes(maximum)}` })
  },
  UnknownPath: {
    status: 404,
    name: "unknown-path",
    title: { vi: "Không có địa chỉ này", en: "No such address" },
    detail: ({ path }) => ({ vi: `Không có địa chỉ ${path}`, en: `Nothing at ${path}` })
  },
  MethodNotAllowed: {
    status: 405,
    name: "method-not-allowed",
    title: { vi: "Không dùng được phương thức này", en: "Method not allowed" },
    detail: ({ method, allow }) =>
      allow === undefined
        ? {
            vi: `Địa chỉ này chỉ đọc (${READING}), không nhận ${method}`,
            en: `This address can be read only, not ${method}`
          }
        : { vi: `Địa chỉ này nhận ${allow}, không nhận ${method}`, en: `This address takes ${allow}, not ${method}` },
    headers: ({ allow }) => ({ allow: allow ?? READING })
  },
  InternalFault: {
    status: 500,
    name: "internal",
    title: { vi: "Máy chủ gặp lỗi", en: "The server failed" },
    detail: () => ({
      vi: "Máy chủ gặp lỗi khi trả lời; nhật ký có ghi theo mã yêu cầu",
      en: "The server failed to answer; its log has the cause under the request id"
    })
  },
  DataUnavailable: {
    status: 503,
    name: "data-unavailable",
    title: { vi: "Chưa đọc được dữ liệu", en: "The data cannot be read" },
    detail: () => ({
      vi: "Cơ sở dữ liệu chưa trả lời, xin thử lại sau giây lát; nhật ký có ghi theo mã yêu cầu",
      en: "The database does not answer; try again in a moment. The log has the cause under the request id"
    }),
    headers: () => ({ "retry-after": "5" })
  },
  OutsideScope: {
    status: 403,
    name: "outside-scope",
    title: { vi: "Ngoài phạm vi được giao", en: "Outside of your scope" },
    detail: ({ refused: { next, sentence } }) => ({
      vi: `${sentence.vi}. ${next.vi}; chưa ghi gì`,
      en: `${sentence.en}. ${next.en}; nothing was written`
    }),
    ruling: ({ refused }) => rulingOf(refused)
  },
  RowsNotFound: {
    status: 404,
    name: "rows-not-found",
    title: { vi: "Không có cái mà các dòng nêu", en: "What the rows name is not there" }
  },
  NotScanned: {
    status: 503,
    name: "not-scanned",
    title: { vi: "Chưa quét được mã độc", en: "The file could not be scanned" },
    detail: () => ({
      vi: "Phần mềm diệt mã độc chưa trả lời nên tệp chưa được nhận; chưa lưu gì",
      en: "The scanner gave no verdict, so the file was not taken; nothing was kept"
    }),
    ruling: (_error, { day }) => ({
      asOf: day,
      next: {
        vi: "Gửi lại sau giây lát; nếu vẫn vậy, báo quản trị hệ thống (NTM_SCANNER)",
        en: "Send it again in a moment; if it stays so, tell whoever runs the system (NTM_SCANNER)"
      }
    }),
    headers: () => ({ "retry-after": "30" })
  },
  TooManyAtOnce: {
    status: 429,
    name: "too-many-at-once",
    title: { vi: "Quá nhiều yêu cầu cùng lúc", en: "Too many requests at once" },
    detail: ({ most }) => ({
      vi: `Đang trả lời ${most} yêu cầu của cùng một nơi hỏi, là mức tối đa; chưa ghi gì`,
      en: `${most} requests of the same caller are being answered, which is as many as may be; nothing was written`
    }),
    ruling: (_error, { day }) => ({
      asOf: day,
      next: {
        vi: "Chờ các yêu cầu trước xong rồi hỏi lại, hoặc hỏi lần lượt",
        en: "Wait until those before are answered, or ask one after the other"
      }
    }),
    headers: () => ({ "retry-after": "1" })
  },
  TooBusy: {
    status: 503,
    name: "too-busy",
    title: { vi: "Máy chủ đang bận", en: "The server is busy" },
    detail: ({ seconds }) => ({
      vi: `Nhiều câu hỏi nặng đang chờ; thử lại sau ${seconds} giây`,
      en: `Many expensive questions are waiting; try again in ${seconds} seconds`
    }),
    ruling: ({ seconds }, { day }) => ({
      asOf: day,
      next: { vi: `Chờ ${seconds} giây rồi hỏi lại`, en: `Wait ${seconds} seconds, then ask again` }
    }),
    headers: ({ seconds }) => ({ "retry-after": String(seconds) })
  },
  TookTooLong: {
    status: 503,
    name: "took-too-long",
    title: { vi: "Trả lời quá lâu", en: "The answer took too long" },
    detail: ({ seconds }) => ({
      vi: `Chưa trả lời được trong ${seconds} giây nên đã dừng; chưa ghi gì`,
      en: `There was no answer within ${seconds} seconds, so it was given up; nothing was written`
    }),
    ruling: (_error, { day }) => ({
      asOf: day,
      next: {
        vi: "Hỏi hẹp lại (một đơn vị, một năm, ít dòng hơn), hoặc thử lại khi máy chủ bớt bận",
        en: "Ask for less (one unit, one year, fewer rows), or try again when the server is less busy"
      }
    }),
    headers: () => ({ "retry-after": "30" })
  },
  NotReady: {
    status: 503,
    name: "starting",
    title: { vi: "Đang khởi động", en: "Starting" },
    detail: () => ({
      vi: "Máy chủ đang chuẩn bị dữ liệu, xin thử lại sau giây lát",
      en: "Data are being prepared; try again in a moment"
    }),
    headers: () => ({ "retry-after": "1" })
  },
  NotServing: {
    status: 503,
    name: "not-ready",
    title: { vi: "Chưa phục vụ được", en: "Not ready" },
    detail: ({ why }) => hindrances[why],
    headers: () => ({ "retry-after": "1" })
  }
}
