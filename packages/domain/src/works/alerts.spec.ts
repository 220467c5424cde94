import { describe, expect, it } from "vitest"
import { planFrom, toldGift, toldLandEvent, toldPayment, toldReport, toldWork, worksJournal } from "../testing/facts.ts"
import type { FundingEntry } from "../funding/index.ts"
import { country, idOf } from "../units/testing/country.ts"
import { Day, Dong } from "../values/index.ts"
import type { AlertRule } from "./alert.ts"
import { alertsOf } from "./alerts.ts"
import { bookOn } from "./book.ts"
import type { ReportBody } from "./report.ts"
import { scopeOf } from "./scope.ts"
import type { WorksJournal } from "./works.ts"

const commune = idOf("10101")
const plan = planFrom(Day.make("2024-01-01"), ["construction", "acceptance", "handover", "operator"])
const work = toldWork({ id: 1, unit: commune, cost: 1_000_000_000, milestones: plan })
const of = (day: string, body: ReportBody, id = 1) => toldReport(id, 1, day, body)
const volume = (done: number): ReportBody => ({ _tag: "volume", done: Dong.make(done) })
const done = (step: "construction" | "handover" | "operator" | "acceptance", by: string | null = null): ReportBody => ({
  _tag: "step",
  step,
  event: "done",
  by
})

const fired = (
  rule: AlertRule,
  asOf: string,
  told: Partial<WorksJournal> = {},
  entries: ReadonlyArray<FundingEntry> = []
) => {
  const book = bookOn(worksJournal({ works: [work], ...told }), entries, country, {
    asOf: Day.make(asOf),
    knownAt: null,
    overdueAfter: 90
  })
  return alertsOf([rule], book, scopeOf(book, null)).map(({ over, sentence, since }) => [over, since, sentence.vi])
}

describe("alerts", () => {
  it("tell works behind their critical path by more than so many days, until they are finished", () => {
    const rule = { _tag: "behind", days: 20 } as const
    expect(fired(rule, "2024-01-21")).toEqual([])
    expect(fired(rule, "2024-01-22")).toEqual([
      [
        1,
        null,
        "Công trình “Đường số 1” chậm 21 ngày so với đường găng: kế hoạch xong 13/07/2024, dự kiến 03/08/2024; đang ở bước “Thi công”"
      ]
    ])
    const steps = ["construction", "acceptance", "handover", "operator"] as const
    const finished = steps.map((step, at) => of("2024-12-01", done(step), at + 1))
    expect(fired(rule, "2024-12-02", { reports: finished })).toEqual([])
  })

  it("tell disbursement under the calendar of the budget year, which ends on 31 January of the next", () => {
    const rule = { _tag: "disbursement", points: 20 } as const
    const money = [
      toldPayment(1, 1, commune, "2024-01-10", 800_000_000, "allocated"),
      toldPayment(2, 1, commune, "2024-06-01", 200_000_000)
    ]
    expect(fired(rule, "2024-06-20", {}, money)).toEqual([])
    expect(fired(rule, "2024-12-31", {}, money)).toEqual([
      [
        47.2,
        null,
        "Công trình “Đường số 1” giải ngân 25 % vốn năm 2024 (200 triệu đồng trong 800 triệu đồng), đã qua 92,2 % thời gian của niên độ (đến 31/01/2025)"
      ]
    ])
    expect(fired(rule, "2025-01-31", {}, money)[0]?.[0]).toBe(55)
    expect(fired(rule, "2025-02-01", {}, money)).toEqual([])
    expect(fired(rule, "2024-12-31", {}, money.slice(1))).toEqual([])
  })

  it("tell debt older than so many days, with what is owed", () => {
    const rule = { _tag: "debt", days: 90 } as const
    const reports = [
      of("2024-03-01", volume(500_000_000)),
      of("2024-03-01", { _tag: "accepted", amount: Dong.make(400_000_000) }, 2)
    ]
    const paid = [toldPayment(1, 1, commune, "2024-04-01", 150_500_000)]
    expect(fired(rule, "2024-05-30", { reports }, paid)).toEqual([])
    expect(fired(rule, "2024-06-29", { reports }, paid)).toEqual([
      [
        249_500_000,
        "2024-03-01",
        "Công trình “Đường số 1” nợ 249,5 triệu đồng khối lượng đã nghiệm thu quá 90 ngày, lâu nhất từ 01/03/2024 (120 ngày)"
      ]
    ])
  })

  it("tell what is built and not handed over, and what is handed over and nobody operates", () => {
    const handed = { _tag: "notHandedOver", days: 30 } as const
    const operated = { _tag: "withoutOperator", days: 30 } as const
    const built = of("2024-06-01", done("construction"))
    const given = of("2024-07-01", done("handover", "UBND xã"), 2)
    expect(fired(handed, "2024-07-02", { reports: [built] })).toEqual([
      [1, "2024-06-01", "Công trình “Đường số 1” thi công xong đã 31 ngày mà chưa bàn giao"]
    ])
    expect(fired(handed, "2024-08-02", { reports: [built, given] })).toEqual([])
    expect(fired(operated, "2024-08-01", { reports: [built, given] })).toEqual([
      [1, "2024-07-01", "Công trình “Đường số 1” đã bàn giao cho UBND xã 31 ngày mà chưa có đơn vị vận hành"]
    ])
    expect(
      fired(operated, "2024-08-01", { reports: [built, given, of("2024-07-20", done("operator", "HTX"), 3)] })
    ).toEqual([])
    const without = toldWork({ id: 1, unit: commune, milestones: plan.filter(({ step }) => step !== "operator") })
    expect(fired(operated, "2024-08-01", { works: [without], reports: [built, given] })).toEqual([])
  })

  it("tell built ahead of paid, and paid ahead of built", () => {
    const reports = [of("2024-03-01", volume(500_000_000))]
    expect(fired({ _tag: "builtAhead", points: 40 }, "2024-03-02", { reports })).toEqual([
      [
        10,
        null,
        "Công trình “Đường số 1” đã làm 50 %, mới thanh toán 0 % giá trị hợp đồng: 500 triệu đồng sắp thành nợ (50 điểm)"
      ]
    ])
    const paid = [toldPayment(1, 1, commune, "2024-03-01", 900_000_000)]
    expect(fired({ _tag: "builtAhead", points: 40 }, "2024-03-02", { reports }, paid)).toEqual([])
    expect(fired({ _tag: "paidAhead", points: 30 }, "2024-03-02", { reports }, paid)[0]?.[0]).toBe(10)
  })

  it("tell land that was agreed and is not cleared, by the work that waits for it", () => {
    const rule = { _tag: "landNotCleared", days: 60 } as const
    const gifts = [1, 2, 3].map((id) => toldGift(id, commune, "2024-02-01", id === 3 ? {} : { work: work.id }))
    const landEvents = [toldLandEvent(1, "2024-03-01", { _tag: "cleared" })]
    expect(fired(rule, "2024-04-10", { gifts, landEvents })).toEqual([
      [9, "2024-02-01", "1 hộ đã thống nhất hiến 15 m² ở xã Số 10101 mà chưa giải phóng mặt bằng, lâu nhất 69 ngày"],
      [
        9,
        "2024-02-01",
        "1 hộ đã thống nhất hiến 15 m² cho công trình “Đường số 1” mà chưa giải phóng mặt bằng, lâu nhất 69 ngày"
      ]
    ])
  })
})
