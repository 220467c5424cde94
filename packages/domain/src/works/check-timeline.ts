import { type Day, dayNumber, formatDay, formatMoney, Dong, quoted } from "../values/index.ts"
import { fault, type WorksFault } from "./check-fault.ts"
import { mayOverlap, stepName } from "./check-plan.ts"
import type { StepKey } from "./procedure.ts"
import type { ReportBody } from "./report.ts"
import type { Work } from "./work.ts"

/** A report in the life of one work: one that is recorded (`row` null), or a row of the batch. */
export interface TimelineReport {
  readonly row: number | null
  /** Null for one that is not recorded yet. */
  readonly id: number | null
  readonly day: Day
  readonly body: ReportBody
}

/** A fault with the row that it is a fault of. */
export type RowFault = WorksFault & { readonly row: number }

/** Something that holds, with the row that said so; null for what was recorded or approved. */
interface Said<A> {
  readonly value: A
  readonly row: number | null
}

/** What is said of one day is read in the order in which it can have happened. */
const rankInDay = (body: ReportBody): number => {
  switch (body._tag) {
    case "change":
      return 0
    case "step":
      return body.event === "begun" ? 1 : 4
    case "volume":
      return 2
    case "accepted":
      return 3
    case "problem":
    case "paper":
      return 5
    case "solved":
    case "withdrawn":
      return 6
  }
}

const inOrder = (a: TimelineReport, b: TimelineReport): number =>
  dayNumber(a.day) - dayNumber(b.day) ||
  rankInDay(a.body) - rankInDay(b.body) ||
  (a.id ?? Number.POSITIVE_INFINITY) - (b.id ?? Number.POSITIVE_INFINITY) ||
  (a.row ?? -1) - (b.row ?? -1)

const money = (amount: Dong): string => formatMoney(amount, { unit: "đồng" })

/** The state of a work as its reports are read one after the other. */
class WorkState {
  readonly faults: Array<RowFault> = []
  readonly #work: Work
  readonly #begun = new Map<StepKey, Said<Day>>()
  readonly #done = new Map<StepKey, Said<Day>>()
  readonly #due: Map<StepKey, Said<Day>>
  readonly #problems = new Map<number, "open" | "solved">()
  #volume: Said<Dong | null> = { value: null, row: null }
  #value: Said<Dong>
  #scope: Said<string | null> = { value: null, row: null }
  #accepted: Said<number> = { value: 0, row: null }

  constructor(work: Work) {
    this.#work = work
    this.#value = { value: work.cost, row: null }
    this.#due = new Map(work.milestones.map(({ due, step }) => [step, { value: due, row: null }]))
  }

  /** Blames the row that is read, or for what is recorded already the row of the batch that it does not agree with. Whether it was blamed. */
  #refuse(own: number | null, others: ReadonlyArray<Said<unknown>>, found: WorksFault): boolean {
    const row = own ?? others.find((said) => said.row !== null)?.row ?? null
    if (row !== null) this.faults.push({ ...found, row })
    return own !== null
  }

  read({ body, day, id, row }: TimelineReport): void {
    switch (body._tag) {
      case "step":
        return this.#step(body, day, row)
      case "volume":
        return this.#built(body.done, row)
      case "accepted":
        return this.#acceptedVolume(body.amount, row)
      case "change":
        return this.#changed(body.change, row)
      case "problem":
        if (id !== null) this.#problems.set(id, "open")
        return
      case "solved":
        return this.#solved(body.problem, row)
      case "paper":
      case "withdrawn":
        return
    }
  }

  #step({ event, step }: Extract<ReportBody, { readonly _tag: "step" }>, day: Day, row: number | null): void {
    const milestone = this.#work.milestones.find((one) => one.step === step)
    const { en, vi } = stepName(step)
    if (milestone === undefined) {
      this.#refuse(
        row,
        [],
        fault("body.step", "milestoneUnknown", `Tiến độ không có bước “${vi}”`, `The plan has no step “${en}”`)
      )
      return
    }
    const told = event === "begun" ? this.#begun : this.#done
    const before = told.get(step)
    const word = event === "begun" ? { vi: "bắt đầu", en: "begun" } : { vi: "xong", en: "done" }
    if (before !== undefined) {
      this.#refuse(
        row,
        [before],
        fault(
          "body.step",
          "duplicate",
          `“${vi}” đã báo ${word.vi} ngày ${formatDay(before.value)}`,
          `“${en}” is reported as ${word.en} on ${before.value} already`
        )
      )
      return
    }
    const done = this.#done.get(step)
    if (event === "begun" && done !== undefined) {
      this.#refuse(
        row,
        [done],
        fault(
          "day",
          "stepDoneBeforeBegun",
          `“${vi}” đã xong ngày ${formatDay(done.value)}, không thể bắt đầu sau đó`,
          `“${en}” was done on ${done.value} and cannot be begun after that`
        )
      )
      return
    }
    const open = milestone.after.filter(
      (one) => this.#due.has(one) && !this.#done.has(one) && (event === "done" || !mayOverlap.has(one))
    )
    if (open.length > 0 && row !== null)
      this.#refuse(
        row,
        [],
        fault(
          "day",
          "stepBeforePredecessor",
          `“${vi}” không thể ${word.vi} ngày ${formatDay(day)} khi chưa xong ${open.map((one) => `“${stepName(one).vi}”`).join(", ")}`,
          `“${en}” cannot be ${word.en} on ${day}: ${open.map((one) => `“${stepName(one).en}”`).join(", ")} is not done`
        )
      )
    told.set(step, { value: day, row })
  }

  #built(done: Dong, row: number | null): void {
    const before = this.#volume
    if (before.value !== null && done < before.value) {
      const found = fault(
        "body.done",
        "volumeBack",
        `Khối lượng lũy kế ${money(done)} nhỏ hơn lần báo cáo trước (${money(before.value)})`,
        `The volume to date, ${money(done)}, is below the one reported before (${money(before.value)})`
      )
      if (this.#refuse(row, [before], found)) return
    }
    if (
      done > this.#value.value &&
      this.#refuse(row, [this.#value], overContract("body.done", done, this.#value.value))
    )
      return
    this.#volume = { value: done, row }
  }

  #acceptedVolume(amount: Dong, row: number | null): void {
    const [before, built] = [this.#accepted, this.#volume.value ?? 0]
    const sum = before.value + amount
    if (sum > built) {
      const found = fault(
        "body.amount",
        "acceptedOverBuilt",
        `Nghiệm thu cộng dồn ${money(Dong.make(sum))} lớn hơn khối lượng đã làm (${money(Dong.make(built))})`,
        `What was accepted comes to ${money(Dong.make(sum))}, more than what is built (${money(Dong.make(built))})`
      )
      if (this.#refuse(row, [before, this.#volume], found)) return
    }
    this.#accepted = { value: sum, row: row ?? before.row }
  }

  #changed(change: Extract<ReportBody, { readonly _tag: "change" }>["change"], row: number | null): void {
    switch (change._tag) {
      case "value": {
        const differs = change.before !== this.#value.value
        if (differs && this.#refuse(row, [this.#value], beforeDiffers(money(change.before), money(this.#value.value))))
          return
        const built = this.#volume
        if (built.value !== null && change.after < built.value)
          this.#refuse(row, [built], overContract("body.change.after", built.value, change.after))
        this.#value = { value: change.after, row }
        return
      }
      case "scope": {
        const { value } = this.#scope
        const differs = value !== null && change.before !== value
        if (differs && this.#refuse(row, [this.#scope], beforeDiffers(quoted(change.before), quoted(value)))) return
        this.#scope = { value: change.after, row }
        return
      }
      case "time": {
        const due = this.#due.get(change.step)
        const { en, vi } = stepName(change.step)
        if (due === undefined) {
          this.#refuse(
            row,
            [],
            fault(
              "body.change.step",
              "milestoneUnknown",
              `Tiến độ không có bước “${vi}”`,
              `The plan has no step “${en}”`
            )
          )
          return
        }
        const differs = change.before !== due.value
        if (differs && this.#refuse(row, [due], beforeDiffers(formatDay(change.before), formatDay(due.value)))) return
        const start = this.#work.milestones.find(({ step }) => step === change.step)?.start
        if (start !== undefined && change.after < start)
          this.#refuse(
            row,
            [],
            fault(
              "body.change.after",
              "milestoneReversed",
              `Ngày kết thúc mới ${formatDay(change.after)} trước ngày bắt đầu ${formatDay(start)} của “${vi}”`,
              `The new last day ${change.after} is before “${en}” begins (${start})`
            )
          )
        this.#due.set(change.step, { value: change.after, row })
      }
    }
  }

  #solved(problem: number, row: number | null): void {
    const state = this.#problems.get(problem)
    if (state === undefined)
      this.#refuse(
        row,
        [],
        fault(
          "body.problem",
          "unknownReport",
          `Công trình không có vướng mắc số ${problem} vào ngày này`,
          `The work has no problem ${problem} on the day`
        )
      )
    else if (state === "solved")
      this.#refuse(
        row,
        [],
        fault(
          "body.problem",
          "solvedTwice",
          `Vướng mắc số ${problem} đã báo giải quyết xong`,
          `Problem ${problem} is reported as solved already`
        )
      )
    this.#problems.set(problem, "solved")
  }
}

const overContract = (field: string, done: Dong, value: Dong): WorksFault =>
  fault(
    field,
    "volumeOverContract",
    `Khối lượng ${money(done)} vượt giá trị hợp đồng ${money(value)}`,
    `The volume ${money(done)} is above the contract's value ${money(value)}`
  )

const beforeDiffers = (told: string, known: string): WorksFault =>
  fault(
    "body.change.before",
    "changeBeforeDiffers",
    `Giá trị trước khi đổi ghi ${told}, đang có hiệu lực là ${known}`,
    `The change says that it was ${told} before; in force is ${known}`
  )

/**
 * Everything about the rows of a batch that does not agree with what is known of their work, or with each other.
 *
 * **Details** Recorded reports and rows together, day by day. Where a row does not agree with something recorded about a later day it is
 * the row that is wrong. The plan lets a construction begin while land is still to be cleared (`mayOverlap`), nothing else.
 */
export const timelineFaults = (work: Work, reports: ReadonlyArray<TimelineReport>): ReadonlyArray<RowFault> => {
  const state = new WorkState(work)
  for (const report of reports.toSorted(inOrder)) state.read(report)
  return state.faults
}
