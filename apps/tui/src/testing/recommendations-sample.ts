import type { AnswerOf, api, RecommendationLine } from "@ntm/contract"
import { RecommendationEventId, type RecommendationStanding, TaskKey } from "@ntm/domain/assignments"
import { DocumentId } from "@ntm/domain/documents"
import { Day } from "@ntm/domain/values"
import { recorded, sampleDocument, sampleHead, standing } from "./tasks-sample.ts"

const day = Day.make

const report20 = DocumentId.make("tb-20-2025-haiphong")
export const recommendationKey = TaskKey.make("tb-20-2025-haiphong/kn-tp-07")

const recommendationLine: RecommendationLine = {
  key: recommendationKey,
  document: report20,
  documentLabel: "20/TB-BĐT",
  supervisor: "Ban Đô thị HĐND thành phố Hải Phòng",
  addressee: "UBND thành phố Hải Phòng",
  place: 7,
  title: "Bố trí và huy động vốn",
  summary: null,
  state: "answered",
  by: "events",
  answered: 1,
  carriedOut: 0,
  count: 1,
  tasks: 3,
  tasksDone: 1
}

const asked: RecommendationStanding = {
  key: recommendationKey,
  recommendation: {
    document: report20,
    no: "kn-tp-07",
    place: 7,
    supervisor: recommendationLine.supervisor,
    addressee: recommendationLine.addressee,
    title: recommendationLine.title,
    summary: "Cấp vốn đúng định mức.",
    points: ["Xã hội hóa"],
    options: [
      {
        no: 1,
        name: "Theo lĩnh vực",
        method: "ưu tiên giao thông",
        requirements: ["kế hoạch vốn"],
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
  holders: [],
  parent: null,
  children: [],
  state: "answered",
  by: "events",
  since: day("2025-06-10"),
  answers: [
    {
      ...recorded,
      id: RecommendationEventId.make(1),
      recommendation: recommendationKey,
      day: day("2025-06-10"),
      body: { _tag: "answered", text: "Sẽ bố trí đủ vốn", option: 1 },
      document: "12/UBND",
      evidence: []
    }
  ],
  measures: [],
  tasks: [standing],
  condition: null,
  contrasts: [
    {
      says: "Năm 2024 huy động 29.960 tỷ đồng",
      document: sampleDocument,
      place: "I.4",
      figures: [{ document: sampleDocument, figure: "tong" }],
      condition: null,
      outcome: { holds: false, now: 90, wanted: 95, sentence: { vi: "Mới giải ngân 90 %", en: "90 % paid" } }
    }
  ]
}

const limitation = {
  document: report20,
  id: "hc-01",
  kind: "cause",
  nature: "subjective",
  category: "nguồn lực",
  text: "Thiếu nguồn lực đầu tư.",
  section: null,
  figures: [],
  units: [],
  recommendations: ["kn-tp-07"]
} as const

const figure = {
  document: sampleDocument,
  figure: "tong",
  label: "Tổng nguồn lực năm 2024",
  value: "29.960 tỷ đồng",
  findings: 2
}

type Recommendations = typeof api.recommendations

export const recommendationAnswers: {
  readonly list: AnswerOf<Recommendations["list"]>
  readonly one: AnswerOf<Recommendations["one"]>
  readonly limitations: AnswerOf<Recommendations["limitations"]>
} = {
  list: {
    ...sampleHead,
    next: null,
    items: [
      recommendationLine,
      {
        ...recommendationLine,
        key: TaskKey.make("tb-20-2025-haiphong/kn-xa-07"),
        addressee: "UBND cấp xã",
        title: "Xử lý nợ đọng",
        state: "open",
        by: "children",
        answered: 2,
        carriedOut: 23,
        count: 114
      }
    ]
  },
  one: {
    ...sampleHead,
    standing: asked,
    next: ["answered", "measure", "carriedOut", "reopened"],
    figures: [figure],
    children: [],
    limitations: [limitation]
  },
  limitations: {
    ...sampleHead,
    next: null,
    items: [
      {
        ...limitation,
        documentLabel: "20/TB-BĐT",
        shown: [figure],
        concerns: [{ code: "31", name: "Hải Phòng", type: "thành phố" }]
      }
    ]
  }
}
