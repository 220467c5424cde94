import type { Bilingual } from "@ntm/domain/values"
import { type Kinds, ruledBy } from "../http/problem-kind.ts"
import type { ChangesApiError, EntryAhead } from "./errors.ts"

const reasons = {
  insecure: ["Địa chỉ phải bắt đầu bằng https://", "The address must begin with https://"],
  private: [
    "Địa chỉ thuộc mạng nội bộ của máy chủ; quản trị hệ thống phải cho phép (NTM_WEBHOOKS_PRIVATE=1)",
    "The address is of the server's own network; whoever runs it has to allow that (NTM_WEBHOOKS_PRIVATE=1)"
  ],
  unknown: ["Không tìm được địa chỉ mạng của máy này", "No network address is known for this host"],
  unlisted: [
    "Máy nhận không có trong danh sách mà quản trị hệ thống cho phép (NTM_WEBHOOKS_HOSTS)",
    "The host is not among those that whoever runs the system allows (NTM_WEBHOOKS_HOSTS)"
  ]
} as const

const aheadOf = ({ last, since }: EntryAhead): Bilingual => ({
  vi: `Không gửi được từ mục ${since}: nhật ký mới đến mục ${last}`,
  en: `Nothing can be sent since entry ${since}: the last one is ${last}`
})

/** How what the room of changes refuses is answered. */
export const changesProblems: Kinds<ChangesApiError> = {
  EverythingNeeded: {
    status: 403,
    name: "whole-scope-needed",
    title: { vi: "Chỉ dành cho người xem được toàn bộ", en: "For those who see everything" },
    ruling: ruledBy("audit.read", {
      vi: "Đề nghị quản trị hệ thống, người xem được toàn bộ, kiểm tra",
      en: "Ask an administrator, who sees everything, to verify it"
    }),
    detail: () => ({
      vi: "Chuỗi kiểm toán gồm thay đổi của mọi đơn vị; hãy đề nghị quản trị hệ thống kiểm tra",
      en: "The chain holds changes of all units; ask an administrator to verify it"
    })
  },
  EntryNotFound: {
    status: 404,
    name: "entry-not-found",
    title: { vi: "Không có mục này", en: "No such entry" },
    detail: ({ seq }) => ({
      vi: `Nhật ký không có mục số ${seq}, hoặc mục này không thuộc phạm vi của bạn`,
      en: `The trail has no entry ${seq}, or it is none of your scope`
    })
  },
  EntryAhead: {
    status: 422,
    name: "entry-ahead",
    title: { vi: "Mục này chưa có", en: "This entry is yet to come" },
    ruling: ruledBy("webhooks.manage", {
      vi: "Nêu một mục đã có; bỏ trống khi tạo webhook để nhận từ bây giờ",
      en: "Give an entry that is there; left out where a webhook is made, it receives from now on"
    }),
    detail: (error) => aheadOf(error),
    errors: (error) => {
      const { en, vi } = aheadOf(error)
      return [{ path: "since", message: vi, messageEn: en }]
    }
  },
  WebhookRefused: {
    status: 422,
    name: "webhook-refused",
    title: { vi: "Không gửi được tới địa chỉ này", en: "Nothing can be sent to this address" },
    ruling: ruledBy("webhooks.manage", {
      vi: "Nêu một địa chỉ https:// công khai của hệ thống nhận",
      en: "Give a public https:// address of the receiving system"
    }),
    detail: ({ reason }) => ({ vi: reasons[reason][0], en: reasons[reason][1] }),
    errors: ({ reason }) => [{ path: "url", message: reasons[reason][0], messageEn: reasons[reason][1] }]
  },
  WebhookNotFound: {
    status: 404,
    name: "webhook-not-found",
    title: { vi: "Không có webhook này", en: "No such webhook" },
    detail: ({ id }) => ({ vi: `Không có webhook số ${id}`, en: `There is no webhook ${id}` })
  }
}
