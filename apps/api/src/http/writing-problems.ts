import { API_ROOT } from "@ntm/contract"
import type { Moment } from "@ntm/domain/values"
import type { WritingError } from "./errors.ts"
import type { Kinds } from "./problem-kind.ts"

const clock = (at: Moment): string => `${at.slice(0, 19).replace("T", " ")} UTC`

/** How changes are answered that were asked for before, or that rest on what is not so any more. */
export const writingProblems: Kinds<WritingError> = {
  KeyReused: {
    status: 422,
    name: "idempotency-key-reused",
    title: { vi: "Idempotency-Key đã dùng cho yêu cầu khác", en: "The Idempotency-Key was used for another request" },
    detail: ({ at, key }) => ({
      vi: `“${key}” đã dùng lúc ${clock(at)} cho một nội dung khác; chưa ghi gì`,
      en: `“${key}” was used at ${clock(at)} for something else; nothing was written`
    }),
    ruling: () => ({
      next: {
        vi: "Gửi lại đúng nội dung cũ để nhận câu trả lời cũ, hoặc dùng khóa mới cho nội dung mới",
        en: "Send what was sent then to get its answer, or give the new request a new key"
      }
    })
  },
  KeyInProgress: {
    status: 409,
    name: "idempotency-key-in-progress",
    title: { vi: "Yêu cầu này đang được thực hiện", en: "This request is being answered" },
    detail: ({ key }) => ({
      vi: `Một yêu cầu cùng khóa “${key}” đang chạy`,
      en: `A request with the key “${key}” is under way`
    }),
    ruling: () => ({
      next: {
        vi: "Gửi lại sau giây lát với cùng khóa và nội dung: sẽ nhận câu trả lời của lần trước",
        en: "Send the same again in a moment, with the same key: it gets the answer of the first"
      }
    }),
    headers: () => ({ "retry-after": "1" })
  },
  KeyUnsettled: {
    status: 409,
    name: "idempotency-key-unsettled",
    title: { vi: "Chưa rõ yêu cầu trước đã xong hay chưa", en: "Nobody knows whether the request was done" },
    detail: ({ at, key }) => ({
      vi: `Yêu cầu với khóa “${key}” bắt đầu lúc ${clock(at)} và bị ngắt giữa chừng; không thực hiện lại`,
      en: `The request with the key “${key}” was begun at ${clock(at)} and broke off; it is not done again`
    }),
    ruling: () => ({
      next: {
        vi: "Xem danh sách để biết đã có chưa; nếu chưa, gửi lại với khóa mới",
        en: "Look whether it is there; where it is not, send it under a new key"
      }
    })
  },
  ToldOnce: {
    status: 409,
    name: "told-once",
    title: { vi: "Đã thực hiện; bí mật chỉ được cho biết một lần", en: "It was done; its secret is told once" },
    detail: ({ at, key }) => ({
      vi: `Yêu cầu với khóa “${key}” đã thực hiện lúc ${clock(at)}; câu trả lời có bí mật nên không được giữ lại`,
      en: `The request with the key “${key}” was done at ${clock(at)}; its answer tells a secret and was not kept`
    }),
    ruling: () => ({
      next: {
        vi: "Nếu chưa nhận được bí mật: tạo cái khác (đổi bí mật, lập khóa hoặc liên kết mới) và thu hồi cái cũ",
        en: "If the secret did not arrive, make another (rotate it, create a key or a link) and take this one back"
      }
    })
  },
  ChangedMeanwhile: {
    status: 412,
    name: "changed-meanwhile",
    title: { vi: "Đã có thay đổi từ khi bạn xem", en: "It has changed since you looked at it" },
    detail: ({ reading, tags }) => ({
      vi: `${API_ROOT}${reading} ${tags.length === 0 ? "không có" : `nay là ${tags.join(", ")}`}; chưa ghi gì`,
      en: `${API_ROOT}${reading} ${tags.length === 0 ? "is not there" : `is ${tags.join(", ")} now`}; nothing was written`
    }),
    ruling: ({ reading }) => ({
      next: {
        vi: `Đọc lại ${API_ROOT}${reading}, xem điều gì đã đổi, rồi gửi với If-Match mới`,
        en: `Read ${API_ROOT}${reading} again, see what has changed, and send the change with the new If-Match`
      }
    }),
    headers: ({ tags }): Record<string, string> => {
      const [tag] = tags
      return tag === undefined ? {} : { etag: tag }
    }
  },
  SayWhatYouSaw: {
    status: 428,
    name: "if-match-needed",
    title: { vi: "Cần nêu bản đang thấy (If-Match)", en: "Say what you have seen (If-Match)" },
    detail: ({ reading }) => ({
      vi: `Thay đổi này thay cái đang có của ${API_ROOT}${reading}; chưa ghi gì`,
      en: `This replaces what ${API_ROOT}${reading} has; nothing was written`
    }),
    ruling: () => ({
      next: {
        vi: "Xem trước (hoặc đọc) rồi gửi If-Match với thẻ nhận được",
        en: "Preview it (or read it), and send the tag as If-Match"
      }
    })
  }
}
