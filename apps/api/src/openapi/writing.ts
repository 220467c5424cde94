import { API_ROOT, writingOf } from "@ntm/contract"
import type { Shape } from "./given.ts"

/** What a change is sent with besides its body: the key of the request, and what was seen of what it changes. */
export const changeHeaders = (endpoint: object): ReadonlyArray<Shape> => {
  const { changes = null, replaces = false, writes = "nothing" } = writingOf(endpoint) ?? {}
  if (writes === "nothing") return []
  const key = {
    name: "idempotency-key",
    in: "header",
    required: false,
    description:
      "Khóa riêng của yêu cầu, chẳng hạn một UUID: gửi lại cùng khóa trong 24 giờ thì nhận lại câu trả lời cũ, không ghi lần hai · A key of the request's own, a UUID for instance: sent again within 24 hours it gets the same answer, and nothing is written twice",
    schema: { type: "string", pattern: '^"?[\\u0020-\\u0021\\u0023-\\u007e]{1,200}"?$' },
    example: '"8e03978e-40d5-43e8-bc93-6894a57f9324"'
  }
  if (changes === null) return [key]
  const match = {
    name: "if-match",
    in: "header",
    required: false,
    description: replaces
      ? `Bản đã xem của ${API_ROOT}${changes} (ETag, hoặc tag của bản xem trước); bắt buộc khi thay cái đang có · What was seen of ${API_ROOT}${changes} (its ETag, or the tag of a preview); needed where something is replaced`
      : `Bản đã xem của ${API_ROOT}${changes} (ETag hoặc tag): chỉ ghi khi chưa có gì đổi · What was seen of ${API_ROOT}${changes} (its ETag or tag): written only where nothing has changed since`,
    schema: { type: "string" }
  }
  return [key, match]
}

/** What the answer to a change says besides. */
export const changedHeaders = (endpoint: object): Shape =>
  (writingOf(endpoint)?.writes ?? "nothing") === "nothing"
    ? {}
    : {
        "idempotent-replayed": {
          schema: { type: "string", enum: ["true"] },
          description: "Câu trả lời của lần trước cùng khóa · The answer given before under the same key"
        }
      }

/** The problems that a change can come to because of its key, and of what was seen. */
export const changeRefusals = (endpoint: object): ReadonlyArray<string> => {
  const { changes = null, replaces = false, secret = false, writes = "nothing" } = writingOf(endpoint) ?? {}
  if (writes === "nothing") return []
  return [
    "KeyReused",
    "KeyInProgress",
    ...(writes === "accounts" ? ["KeyUnsettled"] : []),
    ...(secret ? ["ToldOnce"] : []),
    ...(changes === null ? [] : ["ChangedMeanwhile"]),
    ...(replaces ? ["SayWhatYouSaw"] : [])
  ]
}
