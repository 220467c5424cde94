import { Schema } from "effect"
import type { Bilingual } from "../values/index.ts"

/** One for each kind of change, and for each kind of reading that not everybody may do. */
export const Action = Schema.Literals([
  "public.read",
  "session.own",
  "reference.read",
  "facts.read",
  "values.record",
  "values.move",
  "values.rebuild",
  "evidence.keep",
  "funding.record",
  "funding.undo",
  "works.record",
  "works.rules",
  "tasks.report",
  "tasks.give",
  "recommendations.answer",
  "dossiers.open",
  "dossiers.record",
  "registers.record",
  "units.preview",
  "units.reorganise",
  "units.boundaries",
  "sets.load",
  "people.manage",
  "keys.manage",
  "webhooks.manage",
  "audit.read",
  "changes.read"
])
export type Action = typeof Action.Type

/** Actions as sentences name them: "… không được <vi>", "… may not <en>". */
export const actionWords: Readonly<Record<Action, Bilingual>> = {
  "public.read": { vi: "xem thông tin công khai", en: "read what is public" },
  "session.own": { vi: "quản lý phiên của mình", en: "manage a session of their own" },
  "reference.read": { vi: "xem danh mục, bộ tiêu chí, văn bản", en: "read registers, criteria sets and documents" },
  "facts.read": { vi: "xem số liệu", en: "read facts" },
  "values.record": { vi: "ghi số liệu tiêu chí", en: "record values" },
  "values.move": { vi: "chuyển trạng thái số liệu", en: "move values on" },
  "values.rebuild": { vi: "dựng lại bảng số liệu hiện hành", en: "rebuild the values in force" },
  "evidence.keep": { vi: "gửi tệp minh chứng", en: "hand in evidence" },
  "funding.record": { vi: "ghi nguồn vốn", en: "record funding" },
  "funding.undo": { vi: "rút lại bút toán nguồn vốn", en: "take funding entries back" },
  "works.record": { vi: "ghi công trình", en: "record works" },
  "works.rules": { vi: "đặt ngưỡng cảnh báo công trình", en: "set the rules of alerts" },
  "tasks.report": { vi: "báo cáo nhiệm vụ", en: "report on tasks" },
  "tasks.give": { vi: "giao nhiệm vụ", en: "give tasks" },
  "recommendations.answer": { vi: "trả lời, theo dõi kiến nghị", en: "answer and follow recommendations" },
  "dossiers.open": { vi: "mở hồ sơ xét công nhận", en: "open a dossier" },
  "dossiers.record": { vi: "ghi bước của hồ sơ", en: "record steps of a dossier" },
  "registers.record": { vi: "ghi sổ theo dõi", en: "record in the registers" },
  "units.preview": { vi: "lập phương án sắp xếp đơn vị", en: "plan a reorganisation" },
  "units.reorganise": { vi: "áp dụng sắp xếp đơn vị", en: "apply a reorganisation" },
  "units.boundaries": { vi: "nạp ranh giới đơn vị", en: "load boundaries" },
  "sets.load": { vi: "nạp bộ tiêu chí", en: "load criteria sets" },
  "people.manage": { vi: "quản lý người dùng và quyền", en: "manage people and what they may do" },
  "keys.manage": { vi: "quản lý khóa API", en: "manage API keys" },
  "webhooks.manage": { vi: "quản lý webhook", en: "manage webhooks" },
  "audit.read": { vi: "xem nhật ký kiểm toán", en: "read the audit trail" },
  "changes.read": { vi: "nhận dòng thay đổi", en: "follow the feed of changes" }
}
