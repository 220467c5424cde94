import type { AnswerOf, api, TaskLine } from "@ntm/contract"
import { AgencyId, type Holder, TaskEventId, TaskKey, type TaskStanding } from "@ntm/domain/assignments"
import { DocumentId } from "@ntm/domain/documents"
import { UnitCode, UnitId } from "@ntm/domain/units"
import { Day, Moment } from "@ntm/domain/values"

export const sampleHead = { asOf: "2025-06-20", knownAt: null }
const day = Day.make
export const sampleDocument = DocumentId.make("kh-61-2025-haiphong")
export const taskKey = (no: string) => TaskKey.make(`kh-61-2025-haiphong/${no}`)

export const taskLine = (no: string, more: Partial<TaskLine> = {}): TaskLine => ({
  key: taskKey(no),
  document: sampleDocument,
  documentLabel: "61/KH-UBND",
  no: no.replace(/@.*/, ""),
  kind: "task",
  parent: null,
  title: `Việc số ${no.replace(/@.*/, "")}`,
  period: null,
  state: "notStarted",
  by: "nothing",
  timeliness: "open",
  start: null,
  due: "2025-08-30",
  dueText: null,
  days: 71,
  lateDays: 0,
  extended: false,
  holders: [{ id: "agency:hp-so-nnmt", name: "Sở Nông nghiệp và Môi trường" }],
  waitsFor: 0,
  childrenDone: 0,
  childrenCount: 0,
  ...more
})

const late = { timeliness: "overdue", due: "2025-04-20", days: -61, lateDays: 61 } as const
const report = { parent: taskKey("1.2.a"), title: "Báo cáo của từng huyện về Chương trình", ...late }
const district = (code: string, name: string): Partial<TaskLine> => ({
  ...report,
  holders: [{ id: `unit:${code}`, name }]
})

const lines = {
  shared: taskLine("1.2.a", { ...report, parent: null, kind: "shared", holders: [], childrenCount: 2 }),
  anLao: taskLine("1.2.a@313", district("313", "huyện An Lão")),
  kienThuy: taskLine("1.2.a@314", district("314", "huyện Kiến Thụy")),
  survey: taskLine("4", {
    title: "Khảo sát mức hài lòng của dân về việc đề nghị công nhận",
    timeliness: "dueSoon",
    due: "2025-06-25",
    days: 5
  }),
  send: taskLine("6", {
    title: "Chốt hồ sơ và gửi Trung ương",
    timeliness: "dueSoon",
    due: "2025-06-30",
    days: 10,
    waitsFor: 2,
    extended: true
  }),
  done: taskLine("7", {
    state: "accepted",
    by: "evidence",
    timeliness: "doneLate",
    due: "2025-05-31",
    days: -20,
    lateDays: 3
  })
}

export const office: Extract<Holder, { readonly _tag: "agency" }> = {
  _tag: "agency",
  name: "Sở Nông nghiệp và Môi trường",
  agency: {
    id: AgencyId.make("hp-so-nnmt"),
    province: UnitCode.make("31"),
    kind: "department",
    names: [
      {
        name: "Sở Nông nghiệp và Môi trường",
        from: day("2025-03-01"),
        to: null,
        document: "Nghị quyết tháng 02/2025",
        confidence: "recalled"
      }
    ],
    alsoWritten: [],
    passesTo: [],
    members: []
  }
}

export const standing: TaskStanding = {
  task: {
    key: taskKey("6"),
    document: sampleDocument,
    no: "6",
    kind: "task",
    parent: null,
    children: [],
    title: "Chốt hồ sơ và gửi Trung ương",
    owners: [{ _tag: "agency", agency: AgencyId.make("hp-so-nnptnt"), printed: "Sở Nông nghiệp và PTNT" }],
    coordinating: [],
    start: null,
    due: day("2025-06-25"),
    dueText: "trước 25/6/2025",
    deliverable: "Hồ sơ gửi Trung ương",
    section: "Phụ lục 03",
    notes: null,
    period: null,
    after: [taskKey("4")],
    closing: { _tag: "noOverdueDebt", of: "own" },
    province: UnitId.make(1),
    askedOn: day("2025-03-05")
  },
  state: "inProgress",
  by: "events",
  since: day("2025-06-10"),
  timeliness: "dueSoon",
  due: day("2025-06-30"),
  dueStated: day("2025-06-25"),
  extensions: [
    {
      event: TaskEventId.make(2),
      day: day("2025-06-12"),
      before: day("2025-06-25"),
      after: day("2025-06-30"),
      reason: "chờ khảo sát"
    }
  ],
  days: 10,
  lateDays: 0,
  submittedOn: null,
  acceptedOn: null,
  condition: {
    holds: false,
    now: 5,
    wanted: 0,
    sentence: { vi: "Không còn nợ đọng quá hạn: còn 5 triệu đồng", en: "No overdue debt: 5 million left" }
  },
  holders: [office],
  coHolders: [],
  waitsFor: [taskKey("4")],
  childrenDone: 0,
  childrenCount: 0,
  notes: []
}

export const recorded = {
  document: null,
  illustrative: false,
  recordedAt: Moment.make("2025-06-12T02:00:00Z"),
  recordedBy: { name: "Văn phòng Điều phối", role: "provincialOffice", agency: null }
} as const

const tally = {
  notBegun: 0,
  open: 0,
  dueSoon: 2,
  overdue: 2,
  awaiting: 0,
  done: 0,
  doneLate: 1,
  cancelled: 0,
  noDue: 0
}

const step = (task: TaskKey, from: string | null, due: string | null, expectedEnd: string, critical: boolean) => ({
  task,
  start: from === null ? null : day(from),
  due: due === null ? null : day(due),
  dueImplied: false,
  expectedStart: day("2025-06-20"),
  expectedEnd: day(expectedEnd),
  slack: critical ? 0 : 12,
  critical
})

type Tasks = typeof api.assignments

/** What the API answers about tasks on 20/06/2025: two huyện late, a dossier that waits for a survey. */
export const taskAnswers: {
  readonly list: AnswerOf<Tasks["tasks"]>
  readonly due: AnswerOf<Tasks["due"]>
  readonly one: AnswerOf<Tasks["task"]>
  readonly timeline: AnswerOf<Tasks["timeline"]>
  readonly load: AnswerOf<Tasks["load"]>
} = {
  list: { ...sampleHead, tally, items: Object.values(lines), next: null },
  due: { ...sampleHead, within: 14, overdue: [lines.anLao, lines.kienThuy], due: [lines.survey, lines.send] },
  one: {
    ...sampleHead,
    standing,
    next: [{ _tag: "note" }],
    tasking: null,
    condition: standing.task.closing,
    children: [],
    events: [
      {
        ...recorded,
        id: TaskEventId.make(1),
        task: taskKey("6"),
        day: day("2025-06-10"),
        evidence: [],
        body: { _tag: "moved", to: "inProgress", reason: null }
      },
      {
        ...recorded,
        id: TaskEventId.make(2),
        task: taskKey("6"),
        day: day("2025-06-12"),
        evidence: [{ link: "https://haiphong.gov.vn/bb.pdf", title: "Biên bản họp" }],
        body: { _tag: "extended", before: day("2025-06-25"), after: day("2025-06-30"), reason: "chờ khảo sát" }
      }
    ],
    waiting: [
      {
        task: taskKey("6"),
        depth: 0,
        heldUp: null,
        why: null,
        sentence: { vi: "6. Chốt hồ sơ", en: "6. The dossier" },
        line: lines.send
      },
      {
        task: taskKey("4"),
        depth: 1,
        heldUp: taskKey("6"),
        why: "đủ hồ sơ mới gửi",
        sentence: { vi: "4. Khảo sát: chưa bắt đầu, còn 5 ngày", en: "4. The survey: not started, 5 days left" },
        line: lines.survey
      }
    ]
  },
  timeline: {
    ...sampleHead,
    timeline: {
      steps: [
        step(lines.shared.key, null, "2025-04-20", "2025-06-20", false),
        step(lines.anLao.key, null, "2025-04-20", "2025-06-20", false),
        step(lines.survey.key, "2025-06-10", "2025-06-25", "2025-07-05", true),
        step(lines.send.key, null, "2025-06-30", "2025-07-05", true)
      ],
      criticalPath: [lines.survey.key, lines.send.key],
      plannedEnd: day("2025-06-30"),
      expectedEnd: day("2025-07-05"),
      daysBehind: 5,
      findings: [
        {
          kind: "endMissing",
          task: lines.survey.key,
          other: null,
          days: 0,
          sentence: { vi: "Nhiệm vụ 4 không đọc được hạn", en: "Task 4 has no due day" }
        }
      ]
    },
    items: Object.values(lines),
    next: null
  },
  load: {
    ...sampleHead,
    next: null,
    items: [
      {
        holder: office,
        id: "agency:hp-so-nnmt",
        label: { vi: "Sở Nông nghiệp và Môi trường", en: "Sở Nông nghiệp và Môi trường" },
        open: 35,
        dueSoon: 2,
        overdue: 4,
        awaiting: 1,
        done: 2,
        doneLate: 1,
        worstDays: 81,
        lateDays: 217,
        nextDue: day("2025-06-25"),
        coordinating: 17,
        tasks: []
      }
    ]
  }
}
