import { manyWorks, toldPayment, toldReport, toldWork, worksJournal } from "@ntm/domain/testing"
import type { FundingEntry } from "@ntm/domain/funding"
import { chronicleOf, type Unit, UnitCode, UnitId } from "@ntm/domain/units"
import { Day, Dong, Moment } from "@ntm/domain/values"
import { bookOn, type WorksJournal } from "@ntm/domain/works"
import { describe, expect, it } from "vitest"
import { ocdsValidator, standardsHere } from "../testing/standards.ts"
import { recordPackage, releasedWorks, releasePackage } from "./index.ts"

const commune: Unit = {
  id: UnitId.make(1),
  code: UnitCode.make("11824"),
  name: "Vĩnh Bảo",
  type: "xã",
  level: "commune",
  parentId: null,
  parentCode: null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: null
}
const chronicle = chronicleOf([commune], [])

const packagesOf = (
  journal: WorksJournal,
  entries: ReadonlyArray<FundingEntry>,
  day: string,
  knownAt: string | null = null
) => {
  const moment = knownAt === null ? null : Moment.make(knownAt)
  const book = bookOn(journal, entries, chronicle, { asOf: Day.make(day), knownAt: moment, overdueAfter: 90 })
  const payments = entries.filter(
    (entry) => entry.stage === "disbursed" && entry.day <= day && (moment === null || entry.recordedAt <= moment)
  )
  const works = releasedWorks(book.works, { book, journal, payments })
  const head = { uri: "https://ntm.example/api/v1/works/ocds/releases", asOf: book.asOf, knownAt: book.knownAt }
  return {
    book,
    releases: JSON.parse([...releasePackage(works, head)].join("")),
    records: JSON.parse([...recordPackage(works, head)].join(""))
  }
}

const step = (
  id: number,
  day: string,
  key: "contractor" | "construction",
  event: "begun" | "done",
  by: string | null = null
) => toldReport(id, 1, day, { _tag: "step", step: key, event, by })

const road = {
  ...toldWork({
    id: 1,
    unit: 1,
    illustrative: true,
    document: "12/QĐ-UBND",
    size: { amount: 1.2, unit: "km" },
    investor: "UBND xã Vĩnh Bảo"
  })
}
const story = worksJournal({
  works: [road],
  reports: [
    step(1, "2024-05-10", "contractor", "begun"),
    step(2, "2024-06-01", "contractor", "done", "Công ty A"),
    step(3, "2024-06-10", "construction", "begun"),
    toldReport(4, 1, "2024-08-01", {
      _tag: "change",
      change: { _tag: "value", before: road.cost, after: Dong.make(1_100_000_000) },
      reason: "Bổ sung rãnh thoát nước"
    }),
    toldReport(5, 1, "2024-09-01", {
      _tag: "change",
      change: { _tag: "time", step: "construction", before: Day.make("2024-11-01"), after: Day.make("2025-01-15") },
      reason: "Mưa bão"
    })
  ]
})
const paid = [toldPayment(7, 1, 1, "2024-07-01", 300_000_000), toldPayment(9, 1, 1, "2024-09-15", 200_000_000)]

describe("works as packages of Open Contracting 1.1", () => {
  it("tell the contractor, what the contract is worth now, what changed of it, and every payment", () => {
    const { releases } = packagesOf(story, paid, "2024-09-30")
    const [release] = releases.releases
    expect(release).toMatchObject({
      ocid: "unregistered-ntm-1",
      date: "2024-09-15T01:00:00.000Z",
      tag: ["planning", "tender", "award", "contract", "implementation"],
      illustrative: true,
      planning: { budget: { amount: { amount: 1_000_000_000, currency: "VND" } } },
      tender: { id: "CT-1", status: "complete", items: [{ quantity: 1.2, unit: { name: "km" } }] },
      awards: [{ date: "2024-06-01T00:00:00+07:00", suppliers: [{ name: "Công ty A" }] }]
    })
    expect(release.tender.description).toBe(
      "Giao thông · xã Vĩnh Bảo (mã đơn vị 11824) · Số liệu minh họa, không phải số liệu thật"
    )
    const [contract] = release.contracts
    expect(contract).toMatchObject({
      status: "active",
      awardID: release.awards[0].id,
      value: { amount: 1_100_000_000 },
      period: { startDate: "2024-06-10T00:00:00+07:00", endDate: "2025-01-15T00:00:00+07:00" }
    })
    expect(contract.amendments.map(({ rationale }: { rationale: string }) => rationale)).toEqual([
      "Bổ sung rãnh thoát nước",
      "Mưa bão"
    ])
    expect(
      contract.implementation.transactions.map((one: { id: string; value: { amount: number } }) => [
        one.id,
        one.value.amount
      ])
    ).toEqual([
      ["7", 300_000_000],
      ["9", 200_000_000]
    ])
    expect(release.parties.map(({ id, roles }: { id: string; roles: ReadonlyArray<string> }) => [id, roles])).toEqual([
      ["UBND xã Vĩnh Bảo", ["procuringEntity"]],
      ["Công ty A", ["supplier"]]
    ])
  })

  it("tell no contract before a contractor was chosen, and nothing of later days or later knowledge", () => {
    const [before] = packagesOf(story, paid, "2024-05-31").releases.releases
    expect(before).toMatchObject({ tag: ["planning", "tender"], tender: { status: "active" } })
    expect(before).not.toHaveProperty("contracts")
    const [known] = packagesOf(story, paid, "2024-12-31", "2024-08-01T00:00:00.000Z").releases.releases
    expect(known.contracts[0]).toMatchObject({ value: { amount: 1_000_000_000 } })
    expect(known.contracts[0]).not.toHaveProperty("amendments")
    expect(known.contracts[0].implementation.transactions).toHaveLength(1)
  })

  it("say of every milestone whether it was met, was not by its day, or is yet to come", () => {
    const [release] = packagesOf(story, paid, "2024-09-30").releases.releases
    const all = [
      ...release.planning.milestones,
      ...release.tender.milestones,
      ...release.contracts[0].implementation.milestones
    ]
    expect(all).toHaveLength(14)
    const statusOf = new Map(all.map(({ id, status }: { id: string; status: string }) => [id, status]))
    expect(["survey", "contractor", "construction"].map((id) => statusOf.get(id))).toEqual([
      "notMet",
      "met",
      "scheduled"
    ])
  })

  const many = manyWorks(40, [commune.id])

  it("come to what the works themselves tell: paid, worth, and one process each", () => {
    const { book, records, releases } = packagesOf(many.journal, many.entries, "2024-12-31")
    expect(releases.releases).toHaveLength(book.works.length)
    for (const [at, own] of book.works.entries()) {
      const { paid: sum, value } = own.standing()
      const [contract] = releases.releases[at].contracts ?? []
      const told: ReadonlyArray<{ value: { amount: number } }> = contract?.implementation.transactions ?? []
      expect(told.reduce((all, one) => all + one.value.amount, 0)).toBe(sum)
      if (contract !== undefined) expect(contract.value.amount).toBe(value)
      const { compiledRelease, ocid } = records.records[at]
      expect(compiledRelease).toEqual({
        ...releases.releases[at],
        tag: ["compiled"],
        id: `${ocid}-${compiledRelease.date}`
      })
    }
  })

  it.skipIf(!standardsHere.ocds)("are valid by the standard's own schemas", () => {
    const objections = ocdsValidator()
    for (const { records, releases } of [
      packagesOf(story, paid, "2024-05-31"),
      packagesOf(story, paid, "2024-09-30"),
      packagesOf(many.journal, many.entries, "2024-12-31")
    ]) {
      expect(objections("release", releases)).toEqual([])
      expect(objections("record", records)).toEqual([])
      expect(objections("release", { ...releases, releases: [] })).not.toEqual([])
      const [first] = releases.releases
      expect(objections("release", { ...releases, releases: [{ ...first, tag: ["paid"] }] })).not.toEqual([])
    }
  })
})
