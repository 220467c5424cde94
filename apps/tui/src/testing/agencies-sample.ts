import type { AgencyOnDay, AnswerOf, api } from "@ntm/contract"
import { AgencyId } from "@ntm/domain/assignments"
import { UnitCode } from "@ntm/domain/units"
import { Day } from "@ntm/domain/values"
import { office, sampleHead, taskAnswers } from "./tasks-sample.ts"

const day = Day.make

const gone: AgencyOnDay = {
  agency: {
    id: AgencyId.make("hp-so-nnptnt"),
    province: UnitCode.make("31"),
    kind: "department",
    names: [
      { name: "Sở Nông nghiệp và PTNT", from: null, to: day("2025-02-28"), document: null, confidence: "recalled" }
    ],
    alsoWritten: [],
    passesTo: [
      {
        agency: AgencyId.make("hp-so-nnmt"),
        from: day("2025-03-01"),
        part: "toàn bộ",
        document: null,
        confidence: "recalled"
      }
    ],
    members: []
  },
  name: "Sở Nông nghiệp và PTNT",
  stands: false,
  holders: [{ id: AgencyId.make("hp-so-nnmt"), name: "Sở Nông nghiệp và Môi trường" }]
}

export const agencyAnswers: {
  readonly list: AnswerOf<typeof api.agencies.list>
  readonly one: AnswerOf<typeof api.agencies.one>
  readonly gone: AnswerOf<typeof api.agencies.one>
} = {
  list: {
    asOf: sampleHead.asOf,
    items: [{ agency: office.agency, name: office.name, stands: true, holders: gone.holders }, gone],
    next: null
  },
  one: {
    asOf: sampleHead.asOf,
    agency: { agency: office.agency, name: office.name, stands: true, holders: gone.holders },
    tookOver: [{ id: gone.agency.id, name: gone.name, from: "2025-03-01", part: "toàn bộ" }],
    load: taskAnswers.load.items[0] ?? null
  },
  gone: { asOf: sampleHead.asOf, agency: gone, tookOver: [], load: null }
}
