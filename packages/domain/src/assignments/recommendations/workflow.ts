import type { Bilingual } from "../../values/index.ts"
import type { RecommendationState } from "./event.ts"

/** States as sentences name them. */
export const recommendationStateWords = {
  open: { vi: "chưa trả lời", en: "open" },
  answered: { vi: "đã trả lời", en: "answered" },
  carriedOut: { vi: "đã thực hiện", en: "carried out" },
  reopened: { vi: "mở lại", en: "reopened" }
} as const satisfies Record<RecommendationState, Bilingual>

/** `addressee`: answers and does; `office`: the supervising body itself, or the provincial office, which keeps its findings. */
export type RecommendationActor = "addressee" | "office"

export interface RecommendationRule {
  readonly tag: "answered" | "measure" | "carriedOut" | "reopened"
  readonly from: ReadonlyArray<RecommendationState>
  readonly to: RecommendationState | null
  readonly who: RecommendationActor
  readonly withReason: boolean
  readonly why: Bilingual
}

const any: ReadonlyArray<RecommendationState> = ["open", "answered", "carriedOut", "reopened"]

/** Who may do what to a recommendation, as data. The office may answer in the addressee's place. `to` null: its state stays. */
export const recommendationWorkflow: ReadonlyArray<RecommendationRule> = [
  {
    tag: "answered",
    from: ["open", "answered", "reopened"],
    to: "answered",
    who: "addressee",
    withReason: false,
    why: { vi: "cơ quan được kiến nghị trả lời", en: "the addressee answers" }
  },
  {
    tag: "measure",
    from: any,
    to: null,
    who: "addressee",
    withReason: false,
    why: { vi: "cơ quan được kiến nghị nêu biện pháp", en: "the addressee says what it does" }
  },
  {
    tag: "carriedOut",
    from: ["open", "answered", "reopened"],
    to: "carriedOut",
    who: "office",
    withReason: false,
    why: {
      vi: "cơ quan giám sát hoặc văn phòng điều phối cấp tỉnh ghi kết luận đã thực hiện",
      en: "the supervising body or the provincial office records that it was carried out"
    }
  },
  {
    tag: "reopened",
    from: ["answered", "carriedOut"],
    to: "reopened",
    who: "office",
    withReason: true,
    why: {
      vi: "cơ quan giám sát hoặc văn phòng điều phối cấp tỉnh mở lại và nêu lý do",
      en: "the supervising body or the provincial office reopens it and says why"
    }
  }
]
