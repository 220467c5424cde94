import type { api } from "./client.ts"
import type { EndpointTexts, Words } from "./openapi-words.ts"

const t = (vi: string, en: string): Words => ({ vi, en })

/** What the questions about changes are about. */
export const changeTexts: EndpointTexts<Pick<typeof api, "audit" | "changes" | "webhooks">> = {
  audit: {
    list: t("Ai đã thay đổi gì, trước và sau", "Who changed what, before and after"),
    entry: t("Một mục của nhật ký, từng dòng, trước và sau", "One entry of the trail, row by row, before and after"),
    sealed: t("Chuỗi băm của nhật ký", "The chain of hashes of the trail"),
    differences: t("Dữ liệu không khớp với nhật ký", "Facts that are not what the trail says"),
    checkpoint: t("Điểm mốc của chuỗi băm", "A checkpoint of the chain")
  },
  changes: { list: t("Dòng thay đổi từ một con trỏ", "Everything that changed since a cursor") },
  webhooks: {
    list: t("Các webhook", "Webhooks"),
    create: t("Tạo webhook", "Make a webhook"),
    rotate: t("Đổi khóa ký", "Make another secret"),
    switch: t("Bật, tắt webhook", "Switch a webhook on or off"),
    replay: t("Gửi lại từ một mục", "Send again since an entry"),
    remove: t("Bỏ webhook", "Remove a webhook"),
    deliveries: t("Nhật ký gửi", "The log of deliveries")
  }
}
