import type { RecommendationRule } from "@ntm/domain/assignments"
import { both } from "../language/lang.ts"
import type { Move } from "../desk/desk.ts"
import { countField, dayField, type Filled, type FormField, textField } from "../desk/form.ts"
import type { RecommendationAnswer } from "./recommendation-lines.ts"
import type { RecommendationsKind } from "./recommendations-kind.ts"

const own = {
  answered: both("Trả lời", "Answer"),
  measure: both("Nêu biện pháp", "Say what is done about it"),
  carriedOut: both("Kết luận đã thực hiện", "Find that it was carried out"),
  reopened: both("Mở lại", "Reopen"),
  day: both("Ngày", "Day"),
  text: both("Nội dung", "Text"),
  option: both("Phương án số", "Option no."),
  task: both("Mã nhiệm vụ", "Key of a task"),
  reason: both("Lý do", "Why"),
  document: both("Văn bản", "Document")
} as const

const optional = { needed: false } as const

const asked = {
  answered: {
    fields: [textField("text", own.text), countField("option", own.option, optional)],
    body: (filled: Filled) => ({ _tag: "answered", text: filled.text("text"), option: filled.count("option") })
  },
  measure: {
    fields: [textField("text", own.text, optional), textField("task", own.task, optional)],
    body: (filled: Filled) => ({ _tag: "measure", text: filled.text("text"), task: filled.text("task") })
  },
  carriedOut: {
    fields: [textField("text", own.text, optional)],
    body: (filled: Filled) => ({ _tag: "carriedOut", text: filled.text("text") })
  },
  reopened: {
    fields: [textField("reason", own.reason)],
    body: (filled: Filled) => ({ _tag: "reopened", reason: filled.text("reason") })
  }
} as const satisfies Record<
  RecommendationRule["tag"],
  { readonly fields: ReadonlyArray<FormField>; readonly body: (filled: Filled) => object }
>

/** What whoever looks may record of a recommendation now; of one made to several units nothing: each unit's own takes its answers. */
export const recommendationMoves = (
  { children, next, standing: { key, recommendation } }: RecommendationAnswer,
  today: string
): ReadonlyArray<Move<RecommendationsKind>> =>
  children.length > 0
    ? []
    : next.map((tag) => ({
        key: tag,
        label: own[tag],
        fields: [
          dayField("day", own.day, { start: today }),
          ...asked[tag].fields.filter((field) => field.key !== "option" || recommendation.options.length > 0),
          textField("document", own.document, optional)
        ],
        send: (filled) => ({
          recommendation: key,
          day: filled.text("day"),
          body: asked[tag].body(filled),
          document: filled.text("document")
        })
      }))
