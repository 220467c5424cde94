import { type AccessRefused, type PeopleRefused, roleWords } from "@ntm/domain/people"
import { type Bilingual, formatDay } from "@ntm/domain/values"
import { type Kinds, mendRows, type Ruled, ruledBy, type Ruling, rulingOf } from "../http/problem-kind.ts"
import type { PeopleApiError } from "./errors.ts"

/** What the library's codes say to a person; any other is told as a failure without a reason. */
const signInSentences: Readonly<Record<string, readonly [string, string]>> = {
  INVALID_EMAIL_OR_PASSWORD: ["Sai địa chỉ thư hoặc mật khẩu", "Wrong e-mail address or password"],
  INVALID_PASSWORD: ["Sai mật khẩu", "Wrong password"],
  INVALID_CODE: ["Mã xác thực không đúng hoặc đã hết hạn", "The code is wrong or has expired"],
  CODE_USED: [
    "Mã xác thực này đã dùng một lần; hãy chờ mã kế tiếp",
    "This code was used once already: wait for the next"
  ],
  CODE_UNREAD: [
    "Máy chủ không mở được xác thực hai bước của bạn, vì bí mật ký đã khác; hãy dùng một mã dự phòng, hoặc nhờ quản trị hệ thống bỏ xác thực hai bước rồi bật lại",
    "The server cannot open your second factor, since its signing secret is another one: use a code for emergencies, or ask an administrator to take the second factor away and switch it on anew"
  ],
  CODE_LATE: [
    "Mã xác thực không phải mã đang hiện; hãy nhập mã mới, và kiểm tra giờ của điện thoại nếu vẫn không được",
    "This is not the code that is shown now: enter the new one, and look at the clock of your telephone if that does not help"
  ],
  CONFIRM_SESSION: ["Chỉ người đang đăng nhập mới xác nhận được", "Only who has signed in can confirm that"],
  CONFIRM_BY_SIGN_IN: [
    "Tài khoản chưa có mật khẩu: hãy đăng nhập lại qua nhà cung cấp, hoặc bằng liên kết mới của quản trị hệ thống",
    "The account has no password: sign in again with the provider, or by another link of the administrator"
  ],
  CONFIRM_PASSWORD: ["Hãy nhập mật khẩu hiện tại", "Give the current password"],
  CONFIRM_CODE: ["Hãy nhập cả mã xác thực", "Give a code of the second factor too"],
  INVALID_BACKUP_CODE: ["Mã dự phòng không đúng hoặc đã dùng", "The emergency code is wrong or was used"],
  INVALID_TWO_FACTOR_COOKIE: [
    "Phiên đăng nhập dở đã hết hạn; hãy nhập lại mật khẩu",
    "The sign-in begun has expired; enter the password again"
  ],
  ACCOUNT_TEMPORARILY_LOCKED: [
    "Nhập sai nhiều lần: tài khoản tạm khóa",
    "Too many wrong codes: the account is locked for a while"
  ],
  INVALID_TOKEN: [
    "Liên kết đăng nhập không đúng, đã dùng hoặc đã hết hạn",
    "The link is wrong, was used or has expired"
  ],
  PASSWORD_TOO_SHORT: ["Mật khẩu phải có ít nhất 10 ký tự", "A password has at least 10 characters"],
  PASSWORD_COMMON: [
    "Mật khẩu này quá phổ biến: ai cũng thử nó trước tiên; hãy chọn một câu của riêng mình",
    "This password is too common, it is tried first by everybody: choose a sentence of your own"
  ],
  PASSWORD_CONTEXT: [
    "Mật khẩu chỉ gồm tên của người dùng, đơn vị hoặc chương trình; hãy chọn một câu của riêng mình",
    "The password has nothing in it but names of yours or the programme's: choose a sentence of your own"
  ],
  PASSWORD_BREACHED: [
    "Mật khẩu này đã lộ ở nơi khác và nằm trong danh sách của kẻ dò: hãy chọn một câu của riêng mình",
    "This password was breached elsewhere and is on the lists of those who guess: choose a sentence of your own"
  ],
  PASSWORD_UNCHECKED: [
    "Chưa đối chiếu được với danh sách mật khẩu đã lộ; mật khẩu chưa đổi, hãy thử lại sau hoặc báo quản trị hệ thống",
    "The list of breached passwords cannot be read now; the password is not changed: try again later, or tell the administrator"
  ],
  PASSWORD_TOO_LONG: ["Mật khẩu dài quá 128 ký tự", "A password has at most 128 characters"],
  PASSWORD_ALREADY_SET: ["Đã có mật khẩu: phải nhập mật khẩu hiện tại", "There is a password: give the current one"],
  CREDENTIAL_ACCOUNT_NOT_FOUND: ["Chưa đặt mật khẩu", "No password was set"],
  TOTP_ALREADY_ENABLED: ["Đã bật xác thực hai bước", "The second factor is on already"],
  TWO_FACTOR_NOT_ENABLED: ["Chưa bật xác thực hai bước", "The second factor is not on"],
  SESSION_NOT_FRESH: ["Hãy đăng nhập lại trước khi thay đổi", "Sign in again before this change"],
  INVALID_ORIGIN: ["Yêu cầu đến từ trang khác", "The request comes from another site"],
  MISSING_OR_NULL_ORIGIN: ["Yêu cầu không nêu trang gửi", "The request does not say which site it comes from"],
  UNAUTHORIZED: ["Phiên đã hết hạn; hãy đăng nhập lại", "The session has ended; sign in again"],
  expired_token: ["Mã thiết bị đã hết hạn; hãy bắt đầu lại", "The device's code has expired; begin again"],
  access_denied: ["Thiết bị đã bị từ chối", "The device was refused"],
  invalid_request: ["Mã thiết bị không đúng hoặc đã dùng", "The device's code is wrong or was used"],
  invalid_grant: ["Mã thiết bị không đúng hoặc đã dùng", "The device's code is wrong or was used"],
  account_closed: ["Tài khoản đã khóa", "The account is closed"],
  provider: ["Không đăng nhập được qua nhà cung cấp này", "Signing in through this provider failed"]
}

/** What is to be done before what was asked is looked at; with the rule that was asked, where the request is an action. */
const asked = (next: Bilingual, ruled: Ruled): Ruling =>
  ruled.action === null ? { asOf: ruled.day, next } : ruledBy(ruled.action, next)(null, ruled)

/** How what people and accounts are refused is answered. */
export const peopleProblems: Kinds<PeopleApiError | AccessRefused | PeopleRefused> = {
  SignInNeeded: {
    status: 401,
    name: "sign-in-needed",
    title: { vi: "Cần đăng nhập", en: "Sign in first" },
    detail: ({ next, sentence }) => ({ vi: `${sentence.vi}. ${next.vi}`, en: `${sentence.en}. ${next.en}` }),
    ruling: ({ next }, ruled) => asked(next, ruled),
    headers: () => ({ "www-authenticate": 'Bearer realm="ntm"' })
  },
  CredentialRefused: {
    status: 401,
    name: "credential-refused",
    title: { vi: "Khóa hoặc phiên không còn hiệu lực", en: "The key or token is not valid" },
    detail: () => ({
      vi: "Khóa không đúng, đã hết hạn hoặc đã bị thu hồi; hãy xin khóa mới hoặc đăng nhập lại",
      en: "It is wrong, has expired or was taken back; ask for another, or sign in again"
    }),
    headers: () => ({ "www-authenticate": 'Bearer realm="ntm", error="invalid_token"' })
  },
  SignInRefused: {
    status: 403,
    name: "sign-in-refused",
    title: { vi: "Không thực hiện được", en: "This cannot be done" },
    detail: ({ code }) => {
      const [vi, en] = signInSentences[code] ?? ["Không rõ lý do; xin thử lại", "No reason is known; try again"]
      return { vi, en }
    },
    errors: ({ code }) => {
      const [message, messageEn] = signInSentences[code] ?? ["không được", "refused"]
      return [{ path: "", kind: code, message, messageEn }]
    }
  },
  SecondFactorNeeded: {
    status: 403,
    name: "second-factor-needed",
    title: { vi: "Cần xác thực hai bước", en: "A second factor is needed" },
    detail: ({ has }) =>
      has
        ? {
            vi: "Phiên này chưa nhập mã xác thực hai bước; hãy xác nhận ở trang Tài khoản",
            en: "Your second factor was not shown in this session; confirm it at your account's page"
          }
        : {
            vi: "Vai trò của bạn chỉ dùng được khi đã bật xác thực hai bước; hãy bật ở trang Tài khoản",
            en: "Your role is for those who have a second factor; switch it on at your account's page"
          },
    ruling: ({ has }, ruled) =>
      asked(
        has
          ? { vi: "Xác nhận bằng mã ở trang Tài khoản", en: "Confirm by a code at your account's page" }
          : { vi: "Bật xác thực hai bước ở trang Tài khoản", en: "Switch the second factor on at your account's page" },
        ruled
      )
  },
  ConfirmNeeded: {
    status: 403,
    name: "confirm-needed",
    title: { vi: "Cần xác nhận lại", en: "Confirm that it is you" },
    detail: () => ({
      vi: "Việc này đổi cách đăng nhập: hãy xác nhận lại bằng mật khẩu (và mã xác thực nếu đã bật), rồi làm lại trong 15 phút",
      en: "This changes how somebody gets in: confirm by your password (and a code, where the second factor is on), then do it again within 15 minutes"
    }),
    ruling: (_error, ruled) =>
      asked({ vi: "Xác nhận ở trang Tài khoản", en: "Confirm at your account's page (POST /session/confirm)" }, ruled)
  },
  TooManyRequests: {
    status: 429,
    name: "too-many-requests",
    title: { vi: "Quá nhiều yêu cầu", en: "Too many requests" },
    detail: ({ seconds }) => ({
      vi: `Đã hỏi quá số lần được phép trong một phút; thử lại sau ${seconds} giây`,
      en: `More was asked than a minute allows; try again in ${seconds} seconds`
    }),
    ruling: ({ seconds }, { day }) => ({
      asOf: day,
      next: { vi: `Chờ ${seconds} giây rồi hỏi lại`, en: `Wait ${seconds} seconds, then ask again` }
    }),
    headers: ({ seconds }) => ({ "retry-after": String(seconds) })
  },
  AccountNotFound: {
    status: 404,
    name: "account-not-found",
    title: { vi: "Không tìm thấy", en: "Not found" },
    detail: ({ id, what }) =>
      what === "person"
        ? { vi: `Không có người dùng “${id}”`, en: `Nobody is known as “${id}”` }
        : what === "key"
          ? { vi: `Không có khóa “${id}”`, en: `No key “${id}”` }
          : what === "session"
            ? { vi: "Không có phiên này, hoặc phiên đã kết thúc", en: "There is no such session, or it has ended" }
            : what === "secondFactor"
              ? { vi: "Người này chưa lập xác thực hai bước", en: "They have set no second factor up" }
              : {
                  vi: "Không có lịch ở địa chỉ này: địa chỉ đã đổi, hoặc tài khoản đã khóa",
                  en: "There is no calendar at this address: it was changed, or the account is closed"
                }
  },
  NoSuchWay: {
    status: 404,
    name: "no-such-way",
    title: { vi: "Không đăng nhập được bằng cách này", en: "Nobody can sign in here in this way" }
  },
  AccessRefused: {
    status: 403,
    name: "access-refused",
    title: { vi: "Không được phép", en: "Not allowed" },
    detail: ({ next, sentence }) => ({ vi: `${sentence.vi}. ${next.vi}`, en: `${sentence.en}. ${next.en}` }),
    ruling: rulingOf,
    errors: ({ action, day, kind, mayAct }) => [
      {
        path: "",
        kind,
        message: `Quy tắc ${action}, ngày ${formatDay(day)}: ${mayAct.map((role) => roleWords[role].vi).join(", ")}`,
        messageEn: `Rule ${action}, ${day}: ${mayAct.map((role) => roleWords[role].en).join(", ")}`
      }
    ]
  },
  PeopleRefused: {
    status: 422,
    name: "people-refused",
    title: { vi: "Không ghi được", en: "This cannot be recorded" },
    ruling: ruledBy("people.manage", mendRows),
    detail: ({ problems }) => ({
      vi: problems.map(({ sentence }) => sentence.vi).join("; "),
      en: problems.map(({ sentence }) => sentence.en).join("; ")
    }),
    errors: ({ problems }) =>
      problems.map(({ field, kind, row, sentence }) => ({
        path: `rows[${row}]${field === null ? "" : `.${field}`}`,
        kind,
        message: sentence.vi,
        messageEn: sentence.en
      }))
  }
}
