import { describe, expect, it } from "vitest"
import { agencyDirectory } from "../agencies/directory.ts"
import { UnitCode } from "../../units/index.ts"
import { Day } from "../../values/index.ts"
import type { Duty } from "../duties/duty.ts"
import { assignment, testAgencies, testChronicle, testDocument } from "../testing/tasks.ts"
import { askedAlone, type AskingSources } from "./asked-alone.ts"

const askedOn = Day.make("2025-01-10")
const tasking = {
  document: testDocument,
  province: UnitCode.make("31"),
  askedOn,
  inferred: false,
  note: null,
  dependencies: [],
  closing: []
}
const duty: Duty = {
  document: testDocument,
  no: "vi-1",
  section: "VI",
  kind: "report",
  title: "Báo cáo năm",
  lead: "UBND huyện Bạch Long Vĩ",
  coordinating: [],
  reportsTo: null,
  frequency: "năm",
  rules: [],
  from: askedOn,
  to: null,
  by: null,
  notes: null
}

const asked = (sources: Partial<AskingSources>) =>
  askedAlone({
    assignments: [],
    duties: [],
    recommendations: [],
    taskings: [tasking],
    agencies: agencyDirectory(testAgencies),
    chronicle: testChronicle,
    ...sources
  }).map(({ asks, code, no }) => [asks, no, code])

describe("what one unit alone is asked", () => {
  it("has the unit, named by its code on the day of the document", () => {
    const assignments = [assignment("1", { lead: "UBND huyện An Lão" }), assignment("2", { lead: null })]
    expect(asked({ assignments, duties: [duty] })).toEqual([
      ["task", "1", "313"],
      ["task", duty.no, "318"]
    ])
  })

  it("is not what several owe, each of whom has an instance, nor what agencies or the province owe", () => {
    const assignments = [
      assignment("1", { lead: "UBND các huyện" }),
      assignment("2", { lead: "UBND huyện An Lão", coLeads: ["Sở Xây dựng"] }),
      assignment("3", { lead: "Sở Xây dựng" }),
      assignment("4", { lead: "UBND thành phố Hải Phòng" }),
      assignment("5", { lead: "Không ai biết" })
    ]
    expect(asked({ assignments })).toEqual([])
  })

  it("is not what a document asks that nothing says how to read", () => {
    expect(asked({ assignments: [assignment("1", { lead: "UBND huyện An Lão" })], taskings: [] })).toEqual([])
  })
})
