import type { FieldProblem, Problem } from "@ntm/contract"
import { type Bilingual, formatDay, quoted } from "@ntm/domain/values"
import type { Context } from "hono"
import type { RequestIdVariables } from "hono/request-id"
import type { ApiError } from "./errors.ts"

type ErrorByTag = { readonly [E in ApiError as E["_tag"]]: E }

const READING = "GET, HEAD"

interface Kind<E> {
  readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 414 | 415 | 422 | 500 | 503
  /** Last part of the `type` urn. Partners switch on it: it never changes. */
  readonly name: string
  readonly title: Bilingual
  readonly detail?: (error: E) => Bilingual
  readonly errors?: (error: E) => ReadonlyArray<FieldProblem>
  readonly headers?: (error: E) => Readonly<Record<string, string>>
}

/**
 * The one table from error to answer; a new error without a row does not compile.
 *
 * **Details** 400 is an address that cannot be read at all, 422 an address that reads well and asks for something that
 * cannot be: a day that does not exist, an unknown key.
 */
const kinds: { readonly [Tag in keyof ErrorByTag]: Kind<ErrorByTag[Tag]> } = {
  DocumentNotFound: {
    status: 404,
    name: "document-not-found",
    title: { vi: "Không có văn bản này", en: "No such document" },
    detail: ({ id }) => ({ vi: `Không có văn bản “${id}”`, en: `No document “${id}”` })
  },
  UnitNotFound: {
    status: 404,
    name: "unit-not-found",
    title: { vi: "Không có đơn vị này", en: "No such unit" },
    detail: ({ code, asOf }) => ({
      vi: `Không có đơn vị hành chính mã ${code} vào ngày ${formatDay(asOf)}`,
      en: `No unit with code ${code} on ${asOf}`
    })
  },
  CriteriaSetNotFound: {
    status: 404,
    name: "criteria-set-not-found",
    title: { vi: "Không có bộ tiêu chí này", en: "No such criteria set" },
    detail: ({ id }) => ({ vi: `Không có bộ tiêu chí “${id}”`, en: `No criteria set “${id}”` })
  },
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
  BodyCutOff: {
    status: 400,
    name: "body-cut-off",
    title: { vi: "Nội dung gửi lên bị đứt giữa chừng", en: "The body broke off before its end" },
    detail: () => ({ vi: "Chưa lưu gì; xin gửi lại", en: "Nothing was kept; send it again" })
  },
  EvidenceRefused: {
    status: 422,
    name: "evidence-refused",
    title: { vi: "Không nhận được tệp minh chứng này", en: "The file cannot be taken as evidence" },
    detail: ({ problems }) => ({
      vi: problems.map(({ sentence }) => sentence.vi).join("; "),
      en: problems.map(({ sentence }) => sentence.en).join("; ")
    }),
    errors: ({ problems }) =>
      problems.map(({ kind, sentence }) => ({
        path: kind === "name" ? "name" : "",
        kind,
        message: sentence.vi,
        messageEn: sentence.en
      }))
  },
  EvidenceNotFound: {
    status: 404,
    name: "evidence-not-found",
    title: { vi: "Không có tệp minh chứng này", en: "No such evidence" },
    detail: ({ sha256 }) => ({
      vi: `Chưa lưu tệp nào có mã băm ${sha256}`,
      en: `No file with the hash ${sha256} is kept`
    })
  },
  ChangesStayLocal: {
    status: 403,
    name: "changes-stay-local",
    title: { vi: "Chỉ nhận thay đổi từ chính máy này", en: "Changes are taken from this machine only" },
    detail: () => ({
      vi: "Khi chưa có tài khoản đăng nhập, thay đổi chỉ được nhận trên địa chỉ nội bộ (127.0.0.1); hãy bỏ HOST và gửi từ chính máy chủ",
      en: "While there are no accounts, changes are taken on the loopback address (127.0.0.1) only: unset HOST and send from the server itself"
    })
  },
  ReorganisationNotFound: {
    status: 404,
    name: "reorganisation-not-found",
    title: { vi: "Không có sự kiện sắp xếp này", en: "No such reorganisation" },
    detail: ({ id }) => ({ vi: `Không có sự kiện sắp xếp “${id}”`, en: `No reorganisation “${id}”` })
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
  ObservationsRefused: {
    status: 422,
    name: "observations-refused",
    title: { vi: "Không ghi được số liệu", en: "The values cannot be recorded" },
    detail: ({ count, rows }) => ({
      vi: `${count} lỗi ở ${rows} dòng; chưa ghi gì`,
      en: `${count} problems in ${rows} rows; nothing was written`
    }),
    errors: ({ problems }) =>
      problems.map(({ row, field, kind, sentence, next }) => ({
        path: `rows[${row}]${field === null ? "" : `.${field}`}`,
        kind,
        message: next === null ? sentence.vi : `${sentence.vi}. ${next.vi}`,
        messageEn: next === null ? sentence.en : `${sentence.en}. ${next.en}`
      }))
  },
  FundingRefused: {
    status: 422,
    name: "funding-refused",
    title: { vi: "Không ghi được nguồn vốn", en: "The funding cannot be recorded" },
    detail: ({ count, rows }) => ({
      vi: `${count} lỗi ở ${rows} dòng; chưa ghi gì`,
      en: `${count} problems in ${rows} rows; nothing was written`
    }),
    errors: ({ problems }) =>
      problems.map(({ field, kind, row, sentence }) => ({
        path: `rows[${row}]${field === null ? "" : `.${field}`}`,
        kind,
        message: sentence.vi,
        messageEn: sentence.en
      }))
  },
  WorksRefused: {
    status: 422,
    name: "works-refused",
    title: { vi: "Không ghi được công trình", en: "The works cannot be recorded" },
    detail: ({ problems }) => {
      const rows = new Set(problems.map(({ row }) => row)).size
      return {
        vi: `${problems.length} lỗi ở ${rows} dòng; chưa ghi gì`,
        en: `${problems.length} problems in ${rows} rows; nothing was written`
      }
    },
    errors: ({ problems }) =>
      problems.map(({ field, kind, row, sentence }) => ({
        path: `rows[${row}]${field === null ? "" : `.${field}`}`,
        kind,
        message: sentence.vi,
        messageEn: sentence.en
      }))
  },
  ReorganisationRefused: {
    status: 409,
    name: "reorganisation-refused",
    title: { vi: "Không thực hiện được sự kiện này", en: "The event cannot be right" },
    detail: ({ refusals }) => ({
      vi: refusals.map(({ sentence }) => sentence.vi).join("; "),
      en: refusals.map(({ sentence }) => sentence.en).join("; ")
    }),
    errors: ({ refusals }) =>
      refusals.map(({ change, kind, sentence }) => ({
        path: change === null ? "" : `changes[${change}]`,
        kind,
        message: sentence.vi,
        messageEn: sentence.en
      }))
  },
  RegisterChanged: {
    status: 409,
    name: "register-changed",
    title: { vi: "Danh mục đã thay đổi", en: "The register has changed" },
    detail: ({ event }) => ({
      vi: `Danh mục đã thay đổi từ khi lập phương án ${event}; hãy xem trước lại`,
      en: `The register changed since ${event} was planned; preview it again`
    })
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
    detail: ({ maximum }) => ({ vi: `Tối đa ${maximum} byte`, en: `At most ${maximum} bytes` })
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
  NotReady: {
    status: 503,
    name: "starting",
    title: { vi: "Đang khởi động", en: "Starting" },
    detail: () => ({
      vi: "Máy chủ đang chuẩn bị dữ liệu, xin thử lại sau giây lát",
      en: "Data are being prepared; try again in a moment"
    }),
    headers: () => ({ "retry-after": "1" })
  }
}

const describe = <Tag extends keyof ErrorByTag>(tag: Tag, error: ErrorByTag[Tag], instance: string | undefined) => {
  const kind: Kind<ErrorByTag[Tag]> = kinds[tag]
  const detail = kind.detail?.(error)
  const errors = kind.errors?.(error)
  const problem: Problem = {
    type: `urn:ntm:problem:${kind.name}`,
    title: kind.title.vi,
    titleEn: kind.title.en,
    status: kind.status,
    ...(detail === undefined ? {} : { detail: detail.vi, detailEn: detail.en }),
    ...(instance === undefined ? {} : { instance: `urn:ntm:request:${instance}` }),
    ...(errors === undefined ? {} : { errors })
  }
  return { problem, headers: kind.headers?.(error) }
}

/** The answer for an error: `application/problem+json` in both languages. */
export const refuse = (c: Context<{ Variables: RequestIdVariables }>, error: ApiError): Response => {
  const { problem, headers } = describe(error._tag, error, c.get("requestId"))
  return c.body(JSON.stringify(problem), problem.status as 400, {
    ...headers,
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store"
  })
}
