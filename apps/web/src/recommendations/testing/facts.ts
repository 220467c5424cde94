import type { AnswerOf, api, RecommendationLine } from "@ntm/contract"
import { RecommendationEventId, RecommendationKey, type RecommendationStanding } from "@ntm/domain/assignments"
import { day, plan, planId } from "@ntm/domain/testing"
import { DocumentId } from "@ntm/domain/documents"
import { Moment } from "@ntm/domain/values"
import { standing as taskStanding } from "../../assignments/testing/facts.ts"
import { haiPhong, vinhBao } from "../../units/testing/register.ts"

const head = { asOf: "2025-12-01", knownAt: null }
const notice = DocumentId.make("tb-20-2025-haiphong")
const key = (no: string) => RecommendationKey.make(`${notice}/${no}`)

const line = (no: string, title: string, more: Partial<RecommendationLine> = {}): RecommendationLine => ({
  key: key(no),
  document: notice,
  documentLabel: "20/TB-BĐT",
  supervisor: "Ban Đô thị HĐND thành phố",
  addressee: "UBND thành phố Hải Phòng",
  place: 7,
  title,
  summary: "Cấp vốn đúng định mức",
  state: "answered",
  by: "events",
  answered: 1,
  carriedOut: 0,
  count: 1,
  tasks: 3,
  tasksDone: 1,
  ...more
})

const ofCommunes = line("kn-xa-07", "Xử lý nợ đọng", {
  addressee: "UBND cấp xã",
  state: "open",
  answered: 12,
  carriedOut: 5,
  count: 114
})

const figure = { document: planId, figure: "nguon-luc-2024-tong" }

const standing: RecommendationStanding = {
  key: key("kn-tp-07"),
  recommendation: {
    document: notice,
    no: "kn-tp-07",
    place: 7,
    supervisor: "Ban Đô thị HĐND thành phố",
    addressee: "UBND thành phố Hải Phòng",
    title: "Bố trí và huy động vốn",
    summary: "Cấp vốn đúng định mức",
    points: ["Xã hội hóa", "Lồng ghép nguồn vốn"],
    options: [
      {
        no: 1,
        name: "Theo lĩnh vực",
        method: "ưu tiên giao thông",
        requirements: ["vốn tập trung"],
        drawbacks: ["dàn trải"]
      }
    ],
    section: "3.1(7)",
    dueText: null,
    tasks: [],
    figures: [],
    closing: null,
    contrasts: []
  },
  addressee: null,
  holders: [{ _tag: "unit", unit: haiPhong }],
  parent: null,
  children: [],
  state: "answered",
  by: "events",
  since: day("2025-11-20"),
  answers: [
    {
      id: RecommendationEventId.make(1),
      recommendation: key("kn-tp-07"),
      day: day("2025-11-20"),
      body: { _tag: "answered", text: "Đã bố trí đủ vốn", option: 1 },
      document: "Công văn trả lời",
      evidence: [],
      illustrative: false,
      recordedAt: Moment.make("2025-11-20T02:00:00.000Z"),
      recordedBy: { name: "Văn phòng", role: "provincialOffice", agency: null }
    }
  ],
  measures: [
    {
      id: RecommendationEventId.make(2),
      recommendation: key("kn-tp-07"),
      day: day("2025-11-21"),
      body: { _tag: "measure", task: taskStanding.task.key, text: "Giao vốn đợt 2" },
      document: null,
      evidence: [],
      illustrative: false,
      recordedAt: Moment.make("2025-11-21T02:00:00.000Z"),
      recordedBy: { name: "Văn phòng", role: "provincialOffice", agency: null }
    }
  ],
  tasks: [taskStanding],
  condition: {
    holds: false,
    now: 88,
    wanted: 95,
    sentence: { vi: "Đã giải ngân 88 % vốn được giao, cần 95 %", en: "88 % of 95 % paid" }
  },
  contrasts: [
    {
      says: "Năm 2024 huy động 29.960 tỷ đồng",
      document: planId,
      place: "I.4",
      figures: [figure],
      condition: null,
      outcome: null
    }
  ]
}

const limitation = {
  document: notice,
  id: "hc-01",
  kind: "cause" as const,
  nature: "subjective" as const,
  category: "đất đai",
  text: "Chậm cập nhật quy hoạch.",
  section: null,
  figures: [figure],
  units: [],
  recommendations: ["kn-tp-07"]
}
const shown = { ...figure, label: "Tổng nguồn lực huy động năm 2024", value: "29.960 tỷ đồng", findings: 2 }

/** What the server answers to the pages of recommendations, by path. */
export const recommendationAnswers = {
  "/documents": { items: [plan] },
  "/recommendations": {
    ...head,
    items: [line("kn-tp-07", "Bố trí và huy động vốn"), ofCommunes],
    next: null
  } satisfies AnswerOf<typeof api.recommendations.list>,
  "/recommendations/one": {
    ...head,
    standing,
    figures: [shown],
    children: [line("kn-tp-07@11824", "Bố trí và huy động vốn", { addressee: "xã Vĩnh Bảo" })],
    limitations: [limitation],
    next: ["answered", "measure", "carriedOut", "reopened"]
  } satisfies AnswerOf<typeof api.recommendations.one>,
  "/limitations": {
    ...head,
    items: [
      {
        ...limitation,
        documentLabel: "20/TB-BĐT",
        shown: [shown],
        concerns: [{ code: vinhBao.code, name: vinhBao.name, type: vinhBao.type }]
      }
    ],
    next: null
  } satisfies AnswerOf<typeof api.recommendations.limitations>
}
