import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { UnitCode, UnitId } from "../../units/index.ts"
import { addDays, Day } from "../../values/index.ts"
import { testAgencies, testChronicle } from "../testing/tasks.ts"
import { type Agency, AgencyId } from "./agency.ts"
import { checkAgencies } from "./check-agencies.ts"
import { agencyDirectory, agencyHolders, agencyNamed, agencyNameOn, membersOn } from "./directory.ts"
import { partyOf } from "./reading.ts"

const day = Day.make
const directory = agencyDirectory(testAgencies)
const province = UnitCode.make("31")
const ids = (agencies: ReadonlyArray<Agency>) => agencies.map(({ id }) => id)
const holders = (id: string, on: string) => ids(agencyHolders(directory, AgencyId.make(id), day(on)))

describe("an agency", () => {
  it("answers itself while it stands, and then those that it passed to", () => {
    expect(holders("so-nn", "2025-02-28")).toEqual(["so-nn"])
    expect(holders("so-nn", "2025-03-01")).toEqual(["so-nnmt"])
    expect(holders("so-nnmt", "2025-02-01")).toEqual(["so-nnmt"])
    const divided = agencyDirectory(
      testAgencies.map((agency) => ({
        ...agency,
        passesTo: agency.passesTo.flatMap((to) => [{ ...to, agency: AgencyId.make("so-xd"), part: "thủy lợi" }, to])
      }))
    )
    // Of a whole and a part the whole one answers.
    expect(ids(agencyHolders(divided, AgencyId.make("so-nn"), day("2025-03-01")))).toEqual(["so-nnmt"])
  })

  it("is found by the name that it bore on the day; by another of its names only if nobody bears it then", () => {
    const named = (name: string, on: string) => agencyNamed(directory, name, province, day(on))
    expect(named("sở nông nghiệp và môi trường", "2025-03-05")).toMatchObject({
      agency: { id: "so-nnmt" },
      outdated: false
    })
    expect(named("Sở Nông nghiệp và Phát triển nông thôn", "2025-03-05")).toMatchObject({
      agency: { id: "so-nn" },
      outdated: true
    })
    expect(named("Sở Mới", "2025-03-05")).toBeUndefined()
    expect(agencyNamed(directory, "Sở Xây dựng", UnitCode.make("30"), day("2025-03-05"))).toBeUndefined()
  })

  it("of several is each of its members that stands, followed to who took over", () => {
    const group = testAgencies.find(({ kind }) => kind === "group")
    const members = (on: string) => (group === undefined ? [] : ids(membersOn(directory, group, day(on))))
    expect(members("2025-02-01")).toEqual(["so-nn", "so-xd"])
    expect(members("2025-04-01")).toEqual(["so-nnmt", "so-xd"])
  })
})

describe("who is meant in a document", () => {
  const meant = (name: string, on: string) =>
    partyOf(
      name,
      {
        directory,
        chronicle: testChronicle,
        province: { id: UnitId.make(1), code: province },
        askedOn: day("2025-01-10")
      },
      day(on)
    )

  it("are units of the day, and those on their ground once their level ended", () => {
    const names = (on: string) => {
      const party = meant("UBND các huyện", on)
      return party._tag === "units" ? party.holders.map(({ name }) => name) : []
    }
    expect(names("2025-06-30")).toEqual(["An Lão", "Bạch Long Vĩ"])
    // An Lão's communes; Bạch Long Vĩ had none, so the city.
    expect(names("2025-07-01")).toEqual(["Bát Trang", "Trường Thọ", "Hải Phòng"])
  })

  it("are told to be unknown rather than guessed", () => {
    expect(meant("Sở Vũ trụ", "2025-03-05")).toEqual({ _tag: "unknown", printed: "Sở Vũ trụ" })
  })
})

describe("the list of agencies", () => {
  const wrong = (...agencies: ReadonlyArray<Agency>) =>
    checkAgencies(agencies).map(({ path, reason }) => [path, reason.vi])
  const [old, fresh, building] = testAgencies
  const samples =
    old === undefined || fresh === undefined || building === undefined ? undefined : { old, fresh, building }
  if (samples === undefined) throw new Error("agencies")

  it("is refused where one ends and nobody takes over, or the taker is unknown or not there", () => {
    expect(checkAgencies(testAgencies)).toEqual([])
    expect(wrong({ ...samples.old, passesTo: [] })).toEqual([
      ["[0].passesTo", "cơ quan “so-nn” kết thúc ngày 28/02/2025 mà không nói ai tiếp nhận"]
    ])
    expect(wrong(samples.old)).toEqual([["[0].passesTo[0].agency", "không có cơ quan “so-nnmt”"]])
  })

  it("is refused where responsibility passes in a circle, or two bear one name at once", () => {
    const back = {
      agency: samples.building.id,
      from: day("2025-03-01"),
      part: null,
      document: null,
      confidence: "recalled"
    } as const
    const round = [
      { ...samples.building, passesTo: [{ ...back, agency: samples.fresh.id }] },
      { ...samples.fresh, passesTo: [back] }
    ]
    expect(wrong(...round)).toEqual([["[0].passesTo", "chuyển giao vòng tròn: so-xd → so-nnmt → so-xd"]])
    expect(wrong(samples.building, { ...samples.building, id: AgencyId.make("so-xd-2") })).toEqual([
      ["[1].names[0].name", "“Sở Xây dựng” cũng là tên của “so-xd” vào cùng thời gian"]
    ])
  })
})

/** Agencies in a row, each of which ends and passes to some of those behind it; the last stands for ever. */
const lines = fc
  .array(
    fc.record({ lasts: fc.integer({ min: 1, max: 400 }), takers: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }) }),
    {
      minLength: 1,
      maxLength: 8
    }
  )
  .map((steps): ReadonlyArray<Agency> => {
    const idAt = (at: number) => AgencyId.make(`a${at}`)
    const last = steps.length
    let end = day("2020-01-01")
    const ended = steps.map(({ lasts, takers }, at): Agency => {
      end = addDays(end, lasts)
      const passes = [...new Set(takers.map((taker) => at + 1 + (taker % (last - at))))]
      return {
        id: idAt(at),
        province,
        kind: "department",
        names: [{ name: `Sở ${at}`, from: null, to: end, document: null, confidence: "recalled" }],
        alsoWritten: [],
        members: [],
        passesTo: passes.map((to, place) => ({
          agency: idAt(to),
          from: addDays(end, 1),
          part: place === 0 ? null : `phần ${place}`,
          document: null,
          confidence: "recalled"
        }))
      }
    })
    const standing: Agency["names"] = [
      { name: "Sở cuối", from: null, to: null, document: null, confidence: "recalled" }
    ]
    return [
      ...ended,
      { id: idAt(last), province, kind: "department", names: standing, alsoWritten: [], members: [], passesTo: [] }
    ]
  })

describe("the law of mergers", () => {
  it("is that whatever passed on, somebody who stands answers on every day", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 4000 }), (agencies, after) => {
        const on = addDays(day("2019-06-01"), after)
        expect(checkAgencies(agencies)).toEqual([])
        const all = agencyDirectory(agencies)
        for (const { id } of agencies) {
          const answering = agencyHolders(all, id, on)
          expect(answering.length).toBeGreaterThan(0)
          expect(answering.every((one) => agencyNameOn(one, on) !== null)).toBe(true)
        }
      })
    )
  })
})
