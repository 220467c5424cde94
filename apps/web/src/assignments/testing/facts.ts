import type { AnswerOf, api, TaskLine } from "@ntm/contract"
import { AgencyId, type Task, TaskEventId, TaskKey, type TaskStanding } from "@ntm/domain/assignments"
import { day, plan, planId } from "@ntm/domain/testing"
import { Moment } from "@ntm/domain/values"
import { oldHaiPhong } from "../../units/testing/register.ts"

const head = { asOf: "2025-06-20", knownAt: "2025-06-20T10:00:00.000Z" }
const key = (no: string) => TaskKey.make(`${planId}/${no}`)

const agency = {
  id: AgencyId.make("hp-so-nnmt"),
  province: oldHaiPhong.code,
  kind: "department" as const,
  names: [
    {
      name: "Sở Nông nghiệp và Môi trường",
      from: day("2025-03-01"),
      to: null,
      document: null,
      confidence: "recalled" as const
    }
  ] as const,
  alsoWritten: [],
  passesTo: [],
  members: []
}
const holder = { _tag: "agency" as const, agency, name: "Sở Nông nghiệp và Môi trường" }

const line = (no: string, title: string, more: Partial<TaskLine> = {}): TaskLine => ({
  key: key(no),
  document: planId,
  documentLabel: "Kế hoạch 61/KH-UBND",
  no,
  kind: "task",
  parent: null,
  title,
  period: null,
  state: "notStarted",
  by: "nothing",
  timeliness: "open",
  start: null,
  due: "2025-09-30",
  dueText: null,
  days: 102,
  lateDays: 0,
  extended: false,
  holders: [{ id: "agency:hp-so-nnmt", name: "Sở Nông nghiệp và Môi trường" }],
  waitsFor: 0,
  childrenDone: 0,
  childrenCount: 0,
  ...more
})

const draft = line("1", "Soạn dự thảo báo cáo", {
  timeliness: "overdue",
  due: "2025-05-31",
  days: -20,
  lateDays: 20,
  start: "2025-04-30"
})
const survey = line("2.1", "Khảo sát mức hài lòng", { timeliness: "dueSoon", due: "2025-06-20", days: 0 })
const send = line("6", "Gửi hồ sơ", { timeliness: "dueSoon", due: "2025-06-25", days: 5, waitsFor: 1, extended: true })
const ofUnit = line("7", "Công khai kết quả", { parent: key("8"), holders: [{ id: "unit:313", name: "huyện An Lão" }] })
const ofAll = line("8", "Công khai ở các huyện", { kind: "shared", holders: [], childrenCount: 1 })

const task: Task = {
  key: send.key,
  document: planId,
  no: "6",
  kind: "task",
  parent: null,
  children: [],
  title: send.title,
  owners: [{ _tag: "agency", agency: agency.id, printed: "Sở Nông nghiệp và PTNT" }],
  coordinating: [],
  start: null,
  due: day("2025-06-15"),
  dueText: "trước 15/6/2025",
  deliverable: "Hồ sơ",
  section: null,
  notes: null,
  period: null,
  after: [key("1")],
  closing: null,
  province: oldHaiPhong.id,
  askedOn: day("2025-03-05")
}

export const standing: TaskStanding = {
  task,
  state: "submitted",
  by: "events",
  since: day("2025-06-18"),
  timeliness: "awaiting",
  due: day("2025-06-25"),
  dueStated: day("2025-06-15"),
  extensions: [
    {
      event: TaskEventId.make(1),
      day: day("2025-06-10"),
      before: day("2025-06-15"),
      after: day("2025-06-25"),
      reason: "Chờ kết quả khảo sát"
    }
  ],
  days: 5,
  lateDays: 0,
  submittedOn: day("2025-06-18"),
  acceptedOn: null,
  condition: {
    holds: false,
    now: 88,
    wanted: 95,
    sentence: { vi: "Đã giải ngân 88 % vốn được giao, cần 95 %", en: "88 % of 95 % paid" }
  },
  holders: [holder],
  coHolders: [],
  waitsFor: [key("1")],
  childrenDone: 0,
  childrenCount: 0,
  notes: []
}

const tally = {
  notBegun: 0,
  open: 2,
  dueSoon: 2,
  overdue: 1,
  awaiting: 0,
  done: 0,
  doneLate: 0,
  cancelled: 0,
  noDue: 0
}
const step = (of: TaskLine, more: { readonly critical: boolean; readonly slack: number }) => ({
  task: of.key,
  start: day("2025-04-30"),
  due: day(of.due ?? "2025-09-30"),
  dueImplied: false,
  expectedStart: day("2025-06-20"),
  expectedEnd: day("2025-07-21"),
  ...more
})

/** What the server answers to the pages of tasks, by path. */
export const tasksAnswers = {
  "/documents": { items: [plan] },
  "/tasks/due": { ...head, within: 14, overdue: [draft], due: [survey, send] } satisfies AnswerOf<
    typeof api.assignments.due
  >,
  "/tasks": { ...head, tally, items: [draft, survey, send, ofAll], next: null } satisfies AnswerOf<
    typeof api.assignments.tasks
  >,
  "/tasks/load": {
    ...head,
    items: [
      {
        holder,
        id: "agency:hp-so-nnmt",
        label: { vi: "Sở Nông nghiệp và Môi trường", en: "Sở Nông nghiệp và Môi trường" },
        open: 2,
        dueSoon: 2,
        overdue: 1,
        awaiting: 0,
        done: 0,
        doneLate: 0,
        worstDays: 20,
        lateDays: 20,
        nextDue: day("2025-06-20"),
        coordinating: 3,
        tasks: [draft.key]
      }
    ],
    next: null
  } satisfies AnswerOf<typeof api.assignments.load>,
  "/tasks/timeline": {
    ...head,
    timeline: {
      steps: [
        step(draft, { critical: true, slack: 0 }),
        step(ofAll, { critical: false, slack: 12 }),
        step(ofUnit, { critical: false, slack: 12 })
      ],
      criticalPath: [draft.key],
      plannedEnd: day("2025-09-30"),
      expectedEnd: day("2025-11-18"),
      daysBehind: 49,
      findings: [
        {
          kind: "endMissing",
          task: draft.key,
          other: null,
          days: 0,
          sentence: { vi: "Nhiệm vụ 1 không đọc được hạn", en: "Task 1 has no end" }
        }
      ]
    },
    items: [draft, ofAll, ofUnit],
    next: null
  } satisfies AnswerOf<typeof api.assignments.timeline>,
  "/tasks/one": {
    ...head,
    standing,
    tasking: null,
    condition: null,
    events: [
      {
        id: TaskEventId.make(2),
        task: task.key,
        day: day("2025-06-18"),
        body: { _tag: "moved", to: "submitted", reason: null },
        document: "Tờ trình",
        evidence: [],
        illustrative: false,
        recordedAt: Moment.make("2025-06-18T02:00:00.000Z"),
        recordedBy: { name: "Sở Nông nghiệp và Môi trường", role: "department", agency: null }
      }
    ],
    children: [],
    waiting: [
      { task: task.key, depth: 0, heldUp: null, why: null, sentence: { vi: "6", en: "6" }, line: send },
      {
        task: draft.key,
        depth: 1,
        heldUp: task.key,
        why: "hồ sơ phải có báo cáo",
        sentence: { vi: "6 chờ 1: quá hạn 20 ngày", en: "6 waits for 1: 20 days overdue" },
        line: draft
      }
    ],
    next: [
      { _tag: "moved", to: "inProgress", withReason: true },
      { _tag: "moved", to: "accepted", withReason: false },
      { _tag: "moved", to: "returned", withReason: true },
      { _tag: "moved", to: "cancelled", withReason: true },
      { _tag: "extended" },
      { _tag: "note" }
    ]
  } satisfies AnswerOf<typeof api.assignments.task>,
  "/agencies/hp-so-nnmt": {
    asOf: head.asOf,
    agency: { agency, name: holder.name, stands: true, holders: [] },
    tookOver: [
      { id: AgencyId.make("hp-so-tnmt"), name: "Sở Tài nguyên và Môi trường", from: "2025-03-01", part: null }
    ],
    load: null
  } satisfies AnswerOf<typeof api.agencies.one>
}
