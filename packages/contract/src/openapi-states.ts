import type { Words } from "./openapi-words.ts"

/** Why a question does not take `as_of`, or `known_at`. */
interface OneState {
  readonly as_of?: Words
  readonly known_at?: Words
}

const t = (vi: string, en: string): Words => ({ vi, en })
const both = (words: Words): OneState => ({ as_of: words, known_at: words })

const program = both(t("nói về chương trình, không phải số liệu", "it is about the program, and no facts"))
const account = both(
  t(
    "tài khoản chỉ có trạng thái hiện tại; ai đã đổi gì nằm trong /audit",
    "accounts are as they are now; what was changed is in /audit"
  )
)
const append = t(
  "nhật ký chỉ ghi thêm: mục nào cũng có thời điểm, không bao giờ đổi",
  "the journal is append-only: every entry has its moment and never changes"
)
const journal = both(append)
const imported = t(
  "văn bản nạp lại thay hẳn bản trước; điều đã đổi nằm trong /audit và /changes",
  "documents that are loaded anew take the place of those before; what changed is in /audit and /changes"
)
const shipped = t(
  "danh mục đi kèm chương trình, chỉ có một trạng thái",
  "data that come with the program have one state"
)
const law = both(
  t(
    "lịch làm việc theo luật đi kèm chương trình; ngày đã nằm trong câu hỏi",
    "the calendar of the law comes with the program; its days are in the question"
  )
)

/** Questions that read and take no `as_of`, or no `known_at`, by their keys, with the reason: all others take both. */
export const oneState: Readonly<Record<string, OneState>> = {
  health: program,
  "session.now": program,
  "session.calendar": account,
  "session.calendarFile": both(
    t("lịch đăng ký theo dõi luôn là của hôm nay", "a calendar that is subscribed to is always that of today")
  ),
  "sessions.list": account,
  "people.list": {
    as_of: t("mọi quyền đều kèm ngày bắt đầu và kết thúc", "every grant says from and to which day it holds")
  },
  "people.history": { as_of: append },
  "people.account": account,
  "keys.list": account,
  "webhooks.list": account,
  "webhooks.deliveries": journal,
  "audit.list": journal,
  "audit.entry": journal,
  "audit.sealed": journal,
  "audit.differences": journal,
  "audit.checkpoint": journal,
  "changes.list": journal,
  "documents.list": { known_at: imported },
  "documents.get": { known_at: imported },
  "documents.figures": { known_at: imported },
  "documents.findings": { known_at: imported },
  "criteria.versions": {
    as_of: t("mọi bản của bộ tiêu chí, với thời điểm của từng bản", "all that the set ever said, each with its moments")
  },
  "criteria.results": { known_at: imported },
  "evidence.file": both(
    t("tệp được gọi bằng mã băm nên không bao giờ đổi", "a file is named by its hash and never changes")
  ),
  "movements.group": both(
    t(
      "mỗi đầu có ngày và thời điểm riêng: from, to, from_known_at, to_known_at",
      "each end has its own: from, to, from_known_at, to_known_at"
    )
  ),
  "funding.tables": { known_at: imported },
  "funding.sources": both(shipped),
  "assignments.list": { known_at: imported },
  "agencies.list": { known_at: shipped },
  "agencies.calendar": law,
  "agencies.period": law
}
