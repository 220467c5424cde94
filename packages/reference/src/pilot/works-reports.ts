import { WorkId } from "@ntm/domain/funding"
import { dayAt, dayNumber, Day, Dong } from "@ntm/domain/values"
import { type ReportBody, ReportId, type StepKey, type WorkReport } from "@ntm/domain/works"
import type { Draw } from "./draw.ts"
import { type Account, acceptedOn, valueOn } from "./works-account.ts"
import { builtOn, type BuiltWork } from "./works-course.ts"
import type { PaidWork } from "./works-money.ts"
import { preparation } from "./works-plan.ts"

/** A report as the pilot tells it: numbered on from 1 over all works. */
export type PilotReport = Omit<WorkReport, "recordedAt" | "recordedBy">

/** What is said on a day; `key` names a snag, `solves` the one that it ends. */
interface Said {
  readonly day: number
  readonly body: Exclude<ReportBody, { readonly _tag: "solved" | "withdrawn" }> | null
  readonly key?: string
  readonly solves?: string
  readonly text?: string
}

const step = (day: number, key: StepKey, event: "begun" | "done", by: string | null = null): Said => ({
  day,
  body: { _tag: "step", step: key, event, by }
})

/** Bão số 3 (Yagi) came on 07/09/2024. */
const STORM = dayNumber(Day.make("2024-09-07"))

const snags = [
  { category: "land", text: "Một số hộ chưa thống nhất hiến đất làm vỉa hè" },
  { category: "contractor", text: "Nhà thầu huy động nhân lực, máy thi công chưa đủ theo hợp đồng" },
  { category: "design", text: "Thiết kế chưa khớp hiện trạng, phải điều chỉnh cao độ và thoát nước" },
  { category: "procedure", text: "Hồ sơ điều chỉnh phải qua nhiều bước thẩm định, phê duyệt" }
] as const

const snagsOf = ({ begun, code, ...rest }: BuiltWork, draw: Draw): ReadonlyArray<Said> => {
  const end = builtOn({ begun, code, ...rest })
  const said: Array<Said> = []
  const add = (key: string, day: number, days: number, snag: (typeof snags)[number] | null): void => {
    said.push(
      {
        day,
        key,
        body:
          snag === null
            ? {
                _tag: "problem",
                category: "weather",
                text: "Bão số 3 (Yagi) làm gián đoạn thi công, hư hỏng vật tư tại công trường"
              }
            : { _tag: "problem", ...snag }
      },
      { day: day + days, body: null, solves: key, text: "Đã xử lý xong" }
    )
  }
  if (begun <= STORM && end > STORM + 20 && draw("storm", code) < 0.35)
    add("storm", STORM + 2 + Math.floor(4 * draw("stormed", code)), 10 + Math.floor(25 * draw("repaired", code)), null)
  const which = Math.floor(snags.length * draw("which", code))
  if (draw("snag", code) < 0.14)
    add(
      "snag",
      begun + 15 + Math.floor(40 * draw("snagged", code)),
      20 + Math.floor(60 * draw("solved", code)),
      snags[which] ?? null
    )
  return said
}

const changesOf = (work: BuiltWork, { cost }: Account, draw: Draw): ReadonlyArray<Said> => {
  const { code, plan, prepared, size, kind, worth } = work
  const change = (day: number, body: Omit<Extract<ReportBody, { readonly _tag: "change" }>, "_tag">): Said => ({
    day,
    body: { _tag: "change", ...body }
  })
  const tendered = prepared.get("contractor")?.to ?? 0
  const value = valueOn(work, cost, tendered)
  const said = [
    change(tendered, {
      change: { _tag: "value", before: Dong.make(cost), after: Dong.make(value) },
      reason: "Giá trúng thầu thấp hơn tổng mức đầu tư được duyệt"
    })
  ]
  if (worth.added !== null) {
    const after = valueOn(work, cost, worth.added.day)
    const before = `${size.toLocaleString("vi-VN")} ${kind.unit}`
    said.push(
      change(worth.added.day, {
        change: { _tag: "value", before: Dong.make(value), after: Dong.make(after) },
        reason: "Bổ sung khối lượng thoát nước, đấu nối với công trình hiện có"
      }),
      change(worth.added.day, {
        change: { _tag: "scope", before, after: `${before}, thêm thoát nước và đấu nối` },
        reason: "Theo kiến nghị của xã và ban giám sát đầu tư cộng đồng"
      })
    )
  }
  const due = plan.get("construction")?.to ?? 0
  const end = builtOn(work)
  if (end > due + 15 && draw("extended", code) < 0.6) {
    const after = Math.min(end, due + 30 + Math.floor(60 * draw("more", code)))
    const byStorm = work.begun <= STORM && end > STORM
    said.push(
      change(Math.max(work.begun + 1, due - 7), {
        change: { _tag: "time", step: "construction", before: dayAt(due), after: dayAt(after) },
        reason: byStorm
          ? "Ảnh hưởng của bão số 3 (Yagi) và mưa kéo dài"
          : "Chậm giải phóng mặt bằng, điều chỉnh biện pháp thi công"
      })
    )
  }
  return said
}

/** Some are handed over, or get somebody to operate them, only months later; a few not until the end of what is told. */
const lateness = (code: string, what: string, often: number, draw: Draw): number => {
  const drawn = draw(what, code)
  if (drawn < often / 8) return 900
  return drawn < often ? 80 + Math.floor(150 * draw(what, "late", code)) : 4 + Math.floor(18 * draw(what, "soon", code))
}

const stepsOf = (work: BuiltWork, draw: Draw): ReadonlyArray<Said> => {
  const { begun, code, commune, kind, prepared } = work
  const keys: ReadonlyArray<StepKey> = ["survey", "listing", ...preparation, "land"]
  const before = keys.flatMap((key): ReadonlyArray<Said> => {
    const span = prepared.get(key)
    if (span === undefined) return []
    return key === "land" || key === "design"
      ? [step(span.from, key, "begun"), step(span.to, key, "done")]
      : [step(span.to, key, "done")]
  })
  const end = builtOn(work)
  const accepted = acceptedOn(work, draw)
  const owner = `UBND ${commune.unit.type} ${commune.unit.name}`
  const handed = accepted + lateness(code, "handover", 0.12, draw)
  const operated = accepted + lateness(code, "operator", kind.each === "tuyến" ? 0.4 : 0.1, draw)
  return [
    ...before,
    step(begun, "construction", "begun"),
    step(end, "construction", "done"),
    step(accepted, "acceptance", "done"),
    step(handed, "handover", "done", owner),
    ...(kind.operated === true ? [step(Math.max(operated, handed), "operator", "done", owner)] : []),
    step(accepted + 60 + Math.floor(90 * draw("settled", code)), "settlement", "done")
  ]
}

const saidOf = (work: BuiltWork, account: Account, draw: Draw): ReadonlyArray<Said> => [
  ...stepsOf(work, draw),
  ...changesOf(work, account, draw),
  ...snagsOf(work, draw),
  ...account.volumes.map(({ amount, day }): Said => ({ day, body: { _tag: "volume", done: Dong.make(amount) } })),
  ...account.certificates.map(({ amount, day }): Said => ({
    day,
    body: { _tag: "accepted", amount: Dong.make(amount) }
  }))
]

/** On one day the work begins before it is built, and its contract changes before its volume is told. */
const order = ({ body }: Said): number => {
  if (body === null) return 5
  switch (body._tag) {
    case "step":
      return body.event === "begun" ? 0 : body.step === "construction" ? 3 : body.step === "acceptance" ? 3 : 1
    case "change":
      return 1.5
    case "volume":
      return 2
    default:
      return 4
  }
}

/** Everything that is told of works until a day, work by work in the order of days. */
export const reportsOf = (works: ReadonlyArray<PaidWork>, until: number, draw: Draw): ReadonlyArray<PilotReport> => {
  const reports: Array<PilotReport> = []
  for (const { account, id, work } of works) {
    const snag = new Map<string, ReportId>()
    const said = saidOf(work, account, draw)
      .filter(({ day }) => day <= until)
      .toSorted((a, b) => a.day - b.day || order(a) - order(b))
    for (const { body, day, key, solves, text } of said) {
      const problem = solves === undefined ? undefined : snag.get(solves)
      const told: ReportBody | undefined =
        body ?? (problem === undefined ? undefined : { _tag: "solved", problem, text: text ?? null })
      if (told === undefined) continue
      const report = ReportId.make(reports.length + 1)
      if (key !== undefined) snag.set(key, report)
      reports.push({
        id: report,
        work: WorkId.make(id),
        day: dayAt(day),
        body: told,
        document: null,
        evidence: [],
        note: null,
        illustrative: true
      })
    }
  }
  return reports
}
