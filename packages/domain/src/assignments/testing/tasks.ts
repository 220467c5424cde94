import type { Actor } from "../../criteria/index.ts"
import { DocumentId } from "../../documents/index.ts"
import { chronicleOf, type Chronicle, type Unit, UnitCode, UnitId, type UnitLevel } from "../../units/index.ts"
import { Day, Moment } from "../../values/index.ts"
import { type Agency, AgencyId } from "../agencies/agency.ts"
import { agencyDirectory } from "../agencies/directory.ts"
import type { Assignment } from "../assignment.ts"
import type { WorkCalendar } from "../calendar/work-calendar.ts"
import type { Duty } from "../duties/duty.ts"
import { type TaskEvent, TaskEventId, type TaskEventRecording } from "../tasks/event.ts"
import { planOf } from "../tasks/plan-of.ts"
import { TaskKey } from "../tasks/task-key.ts"
import type { Tasking } from "../tasks/tasking.ts"

const day = Day.make

/** Holidays of April and May 2025 alone. */
export const testCalendar: WorkCalendar = {
  from: day("2025-01-01"),
  to: day("2025-12-31"),
  holidays: {
    newYear: { vi: "Tết Dương lịch", en: "New Year" },
    lunarNewYear: { vi: "Tết Âm lịch", en: "Lunar New Year" },
    hungKings: { vi: "Giỗ Tổ", en: "Hùng Kings" },
    reunification: { vi: "30/4", en: "30 April" },
    labour: { vi: "1/5", en: "1 May" },
    nationalDay: { vi: "Quốc khánh", en: "National Day" }
  },
  days: [
    { day: day("2025-04-30"), kind: "holiday", holiday: "reunification", source: "luật", confidence: "recalled" },
    { day: day("2025-05-01"), kind: "holiday", holiday: "labour", source: "luật", confidence: "recalled" }
  ]
}

const row = (id: number, code: string, type: string, name: string, level: UnitLevel, parent: number | null): Unit => ({
  id: UnitId.make(id),
  code: UnitCode.make(code),
  name,
  type,
  level,
  parentId: parent === null ? null : UnitId.make(parent),
  parentCode: null,
  areaKm2: null,
  population: null,
  lon: null,
  lat: null,
  validFrom: null,
  validTo: level === "district" ? day("2025-06-30") : null
})

/** A province with two huyện that end on 2025-06-30, one with two communes, one with none. */
export const testChronicle: Chronicle = chronicleOf([
  row(1, "31", "thành phố trung ương", "Hải Phòng", "province", null),
  row(2, "313", "huyện", "An Lão", "district", 1),
  row(3, "318", "huyện", "Bạch Long Vĩ", "district", 1),
  row(4, "11635", "xã", "Bát Trang", "commune", 2),
  row(5, "11638", "xã", "Trường Thọ", "commune", 2)
])

const agency = (id: string, name: string, more: Partial<Agency> = {}): Agency => ({
  id: AgencyId.make(id),
  province: UnitCode.make("31"),
  kind: "department",
  names: [{ name, from: null, to: null, document: null, confidence: "recalled" }],
  alsoWritten: [],
  passesTo: [],
  members: [],
  ...more
})
const until = (name: string): Agency["names"] => [
  { name, from: null, to: day("2025-02-28"), document: null, confidence: "recalled" }
]
const passing = (to: string, part: string | null = null): Agency["passesTo"][number] => ({
  agency: AgencyId.make(to),
  from: day("2025-03-01"),
  part,
  document: null,
  confidence: "recalled"
})

export const testAgencies: ReadonlyArray<Agency> = [
  agency("so-nn", "Sở Nông nghiệp và Phát triển nông thôn", {
    names: until("Sở Nông nghiệp và Phát triển nông thôn"),
    passesTo: [passing("so-nnmt")]
  }),
  agency("so-nnmt", "Sở Nông nghiệp và Môi trường", {
    names: [
      {
        name: "Sở Nông nghiệp và Môi trường",
        from: day("2025-03-01"),
        to: null,
        document: null,
        confidence: "recalled"
      }
    ]
  }),
  agency("so-xd", "Sở Xây dựng"),
  agency("cac-so", "Các sở, ngành thành phố", {
    kind: "group",
    members: [
      { agency: AgencyId.make("so-nn"), from: null, to: null },
      { agency: AgencyId.make("so-xd"), from: null, to: null }
    ]
  })
]

export const testDocument = DocumentId.make("kh-mau")
export const key = (no: string): TaskKey => TaskKey.make(`kh-mau/${no}`)

export const assignment = (no: string, more: Partial<Assignment> = {}): Assignment => ({
  document: testDocument,
  no,
  parentNo: null,
  title: `Việc ${no}`,
  lead: "Sở Xây dựng",
  coLeads: [],
  coordinating: [],
  start: null,
  due: null,
  dueText: null,
  deliverable: null,
  section: null,
  notes: null,
  ...more
})

/** The tasks of one document of 2025-01-10. */
export const testPlan = (
  assignments: ReadonlyArray<Assignment>,
  more: Partial<Pick<Tasking, "dependencies" | "closing">> & { readonly duties?: ReadonlyArray<Duty> } = {}
) =>
  planOf(
    {
      assignments,
      duties: more.duties ?? [],
      taskings: [
        {
          document: testDocument,
          province: UnitCode.make("31"),
          askedOn: day("2025-01-10"),
          inferred: false,
          note: null,
          dependencies: more.dependencies ?? [],
          closing: more.closing ?? []
        }
      ],
      agencies: agencyDirectory(testAgencies),
      calendar: testCalendar,
      chronicle: testChronicle
    },
    day("2025-12-31")
  )

export const building: Actor = { name: "Chuyên viên", role: "department", scope: "all", agency: "Sở Xây dựng" }
export const office: Actor = { name: "Văn phòng", role: "provincialOffice", scope: "all", agency: null }

export const recording = (no: string, on: string, body: TaskEventRecording["body"]): TaskEventRecording => ({
  task: key(no),
  day: day(on),
  body,
  document: null,
  evidence: [],
  illustrative: false
})

/** Recordings as a journal, one a second from 2025-02-01 on. */
export const recorded = (...all: ReadonlyArray<TaskEventRecording>): ReadonlyArray<TaskEvent> =>
  all.map((one, at) => ({
    ...one,
    id: TaskEventId.make(at + 1),
    recordedAt: Moment.make(`2025-02-01T00:00:${String(at).padStart(2, "0")}Z`),
    recordedBy: { name: "Văn phòng", role: "provincialOffice", agency: null }
  }))

export const to = (
  state: "inProgress" | "submitted" | "accepted" | "returned" | "cancelled" | "notStarted",
  reason: string | null = null
) => ({ _tag: "moved", to: state, reason }) as const
