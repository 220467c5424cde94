import {
  bookOn,
  holderName,
  isOwed,
  TaskEvent,
  TaskEventId,
  type TaskKey,
  timelineOf,
  waitingChain
} from "@ntm/domain/assignments"
import { DocumentId } from "@ntm/domain/documents"
import { Day, Moment } from "@ntm/domain/values"
import { describe, expect, it } from "vitest"
import { plan61, realBook, realPlan } from "../testing/undertakings.ts"

const plan = DocumentId.make("kh-61-2025-haiphong")
const isAnnex = (section: string | null) => section === "Phụ lục 03"
const book = realBook("2025-06-20")
const annex = book.standings.filter(({ task }) => task.document === plan && isAnnex(task.section))
const short = (key: TaskKey) => key.slice(plan.length + 1)
const keysThat = (timeliness: string) =>
  annex.filter((one) => isOwed(one) && one.timeliness === timeliness).map(({ task }) => short(task.key))
const standing = (no: string) => book.byKey.get(plan61(no))

const districts = ["313", "314", "315", "316", "317", "318"]

describe("Phụ lục 03 on 2025-06-20, nothing recorded of it", () => {
  it("is overdue in fourteen tasks: the reports of April, one for each huyện, and the consultation", () => {
    expect(keysThat("overdue")).toEqual([
      "1.1",
      "1.1.a",
      "1.1.b",
      "1.1.c",
      ...districts.map((code) => `1.2.a@${code}`),
      "1.2.b",
      "1.2.c",
      "2"
    ])
    expect(["1.1", "1.2.a@313", "2"].map((no) => standing(no)?.lateDays)).toEqual([51, 61, 4])
  })

  it("is due soon in three, open in one whose end cannot be read, and has not begun four", () => {
    expect(keysThat("dueSoon")).toEqual(["3", "4", "6"])
    expect(["3", "4", "6"].map((no) => standing(no)?.days)).toEqual([5, 5, 10])
    expect(keysThat("open")).toEqual(["1"])
    expect(standing("1")?.due).toBeNull()
    expect(keysThat("notBegun")).toEqual(["5", "II", "II.a", "II.b"])
    expect(annex.filter(isOwed)).toHaveLength(13 + 3 + 1 + 4)
  })

  it("has every row of the annex, and the heading is due when the last of its parts is", () => {
    const nos = [...new Set(annex.map(({ task }) => task.no))]
    expect(nos).toHaveLength(18)
    expect(standing("I")).toMatchObject({ due: "2025-06-30", dueStated: null, childrenCount: 6, childrenDone: 0 })
  })

  it("gives “UBND các huyện” to each huyện of the day, and what several owe to their own rows where there are such", () => {
    expect(standing("1.2.a")?.task).toMatchObject({ kind: "shared", owners: [] })
    expect(standing("1.2.a")?.task.children.map(short)).toEqual(districts.map((code) => `1.2.a@${code}`))
    expect(standing("1.2.a@318")?.holders.map(holderName)).toEqual(["huyện Bạch Long Vĩ"])
    // 1.2 is led by the huyện, An Dương and Thủy Nguyên together: its rows a, b and c are what they owe.
    expect(standing("1.2")?.task).toMatchObject({ kind: "shared", children: ["1.2.a", "1.2.b", "1.2.c"].map(plan61) })
    expect(standing("1.2.c")?.holders.map(holderName)).toEqual(["thành phố Thủy Nguyên"])
  })

  it("asks whoever took over an agency that it calls by an old name", () => {
    expect(standing("2")?.task.owners).toMatchObject([{ printed: "Sở Nông nghiệp và Phát triển nông thôn" }])
    expect(standing("2")?.holders.map(holderName)).toEqual(["Sở Nông nghiệp và Môi trường"])
    expect(standing("1.1.a")?.holders.map(holderName)).toEqual(["Sở Xây dựng"])
  })

  it("keeps quarters and windows as they are printed: the centre's part begins with the quarter", () => {
    expect(standing("II")).toMatchObject({ due: "2025-09-30", days: 102 })
    expect(standing("II")?.task).toMatchObject({ start: "2025-07-01", dueText: "Quý III/2025" })
    expect(realBook("2025-06-25").byKey.get(plan61("5"))?.timeliness).toBe("dueSoon")
    expect(realBook("2025-07-01").byKey.get(plan61("II"))?.timeliness).toBe("open")
    expect(realBook("2025-10-01").byKey.get(plan61("II"))).toMatchObject({ timeliness: "overdue", lateDays: 1 })
  })

  it("was not there on the eve of the plan", () => {
    expect(realBook("2025-03-04").byKey.has(plan61("1"))).toBe(false)
    expect(realBook("2025-03-05").byKey.has(plan61("1"))).toBe(true)
  })
})

describe("the province's dossier on 2025-06-20", () => {
  const chain = waitingChain(book, plan61("II"))

  it("waits, from the decision back, for the dossier, the vote, report and survey, consultation, draft, and the reports", () => {
    const by = (depth: number) => chain.filter((link) => link.depth === depth).map(({ task }) => short(task))
    expect(by(0)).toEqual(["II"])
    expect(by(1)).toEqual(["II.a", "II.b"])
    expect([2, 3, 4, 5, 6, 7, 8].map(by)).toEqual([["I"], ["6"], ["5"], ["3", "4"], ["2"], ["1"], ["1.1", "1.2"]])
    expect(by(9)).toEqual(["1.1.a", "1.1.b", "1.1.c", "1.2.a", "1.2.b", "1.2.c"])
    expect(by(10)).toEqual(districts.map((code) => `1.2.a@${code}`))
    expect(chain).toHaveLength(annex.length)
  })

  it("says why and how each stands, in both languages", () => {
    const sending = chain.find(({ task }) => task === plan61("5"))
    expect(sending).toMatchObject({ heldUp: plan61("6"), why: expect.stringContaining("đủ hồ sơ mới gửi") })
    expect(chain.find(({ task }) => task === plan61("2"))?.sentence).toEqual({
      vi: "2. Lấy ý kiến dự thảo báo cáo và đăng công khai 15 ngày (Sở Nông nghiệp và Môi trường): chưa bắt đầu, hạn 16/06/2025, quá hạn 4 ngày",
      en: "2. Lấy ý kiến dự thảo báo cáo và đăng công khai 15 ngày (Sở Nông nghiệp và Môi trường): not started, due 2025-06-16, 4 days overdue"
    })
  })

  it("would be sent 50 days late if what is left takes as long as planned", () => {
    const { criticalPath, daysBehind, expectedEnd } = timelineOf(book, plan, plan61("6"))
    expect(criticalPath.map(short)).toEqual(["1.1.c", "1.1", "1", "2", "3", "5", "6"])
    expect(expectedEnd).toBe("2025-08-19")
    expect(daysBehind).toBe(50)
  })

  it("waits for less as soon as something is accepted, and on the days before for what was not yet", () => {
    const moves = ["submitted", "accepted"] as const
    const reports = ["1.1.a", "1.1.b", "1.1.c", "1.1", "1.2.b", "1.2.c", ...districts.map((code) => `1.2.a@${code}`)]
    const events = reports.flatMap((no, at) =>
      moves.map((to, step) =>
        TaskEvent.make({
          id: TaskEventId.make(at * 2 + step + 1),
          task: plan61(no),
          day: Day.make(step === 0 ? "2025-04-18" : "2025-04-29"),
          body: { _tag: "moved", to, reason: null },
          document: null,
          evidence: [],
          illustrative: true,
          recordedAt: Moment.make("2025-04-29T08:00:00Z"),
          recordedBy: { name: "Phòng Phát triển nông thôn", role: "provincialOffice", agency: null }
        })
      )
    )
    const on = (day: string) => bookOn(realPlan, { events, day: Day.make(day), knownAt: null, facts: null })
    const later = waitingChain(on("2025-06-20"), plan61("II")).map(({ task }) => short(task))
    expect(later).toEqual(["II", "II.a", "II.b", "I", "6", "5", "3", "4", "2", "1"])
    expect(on("2025-06-20").byKey.get(plan61("1.2"))).toMatchObject({
      state: "accepted",
      by: "children",
      timeliness: "done"
    })
    expect(on("2025-04-28").byKey.get(plan61("1.2"))?.state).toBe("submitted")
    expect(on("2025-04-17").byKey.get(plan61("1.2"))?.state).toBe("notStarted")
  })
})

describe("the timeline of Phụ lục 03", () => {
  const timeline = timelineOf(book, plan)

  it("agrees with its order, but for the end that cannot be read; what follows needs it by the eve of 1 June", () => {
    expect(timeline.findings).toMatchObject([{ kind: "endMissing", task: plan61("1") }])
    expect(timeline.steps.find(({ task }) => task === plan61("1"))).toMatchObject({
      dueImplied: true,
      due: "2025-05-31"
    })
  })

  it("as it stood when the plan was issued comes to its own end", () => {
    expect(timelineOf(realBook("2025-03-05"), plan)).toMatchObject({
      plannedEnd: "2025-09-30",
      expectedEnd: "2025-09-30",
      daysBehind: 0
    })
  })
})
