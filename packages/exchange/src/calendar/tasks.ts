import { holderName, isOwed, taskStateWords, type TaskEvent, type TaskStanding } from "@ntm/domain/assignments"
import type { DocumentId } from "@ntm/domain/documents"
import { type Bilingual, formatDay, Moment } from "@ntm/domain/values"
import type { Calendar, CalendarAlarm, CalendarEvent } from "./icalendar.ts"

type Lang = Calendar["lang"]

/** What a calendar of tasks is made of. */
export interface TaskCalendar {
  /** Whose tasks they are; null for all. */
  readonly whose: string | null
  readonly standings: ReadonlyArray<TaskStanding>
  readonly events: ReadonlyArray<TaskEvent>
  readonly labels: ReadonlyMap<DocumentId, string>
  readonly lang: Lang
}

const words = {
  tasks: { vi: "Nhiệm vụ nông thôn mới", en: "New rural development tasks" },
  lead: { vi: "Thực hiện", en: "Owed by" },
  source: { vi: "Văn bản", en: "Document" },
  due: { vi: "Hạn", en: "Due" },
  put: { vi: "đã gia hạn, hạn cũ", en: "put off, was due" },
  state: { vi: "Trạng thái", en: "State" },
  product: { vi: "Sản phẩm", en: "Deliverable" },
  waits: { vi: "Đang chờ", en: "Waits for" },
  others: { vi: "nhiệm vụ khác", en: "other tasks" },
  left: { vi: "Còn", en: "Left:" },
  days: { vi: "ngày", en: "days" }
} as const satisfies Record<string, Bilingual>

const ALARMS = [7, 1]

const on = (day: Parameters<typeof formatDay>[0], lang: Lang): string => (lang === "vi" ? formatDay(day) : day)

/** Long names would hide the rest of a line. */
const MOST_NAMES = 3

const namesOf = ({ holders }: TaskStanding): string =>
  `${holders.slice(0, MOST_NAMES).map(holderName).join(", ")}${holders.length > MOST_NAMES ? ", …" : ""}`

const descriptionOf = (standing: TaskStanding, { labels, lang }: TaskCalendar): string => {
  const { due, dueStated, extensions, state, task, waitsFor } = standing
  const line = (word: Bilingual, said: string) => `${word[lang]}: ${said}`
  const before = extensions.length === 0 || dueStated === null ? "" : ` (${words.put[lang]} ${on(dueStated, lang)})`
  return [
    line(words.lead, namesOf(standing)),
    line(words.source, `${labels.get(task.document) ?? task.document}, ${task.no}`),
    ...(due === null ? [] : [line(words.due, `${on(due, lang)}${before}`)]),
    // How it stands to the day changes every night, and the calendar shows it anyway.
    line(words.state, taskStateWords[state][lang]),
    ...(task.deliverable === null ? [] : [line(words.product, task.deliverable)]),
    ...(waitsFor.length === 0 ? [] : [line(words.waits, `${waitsFor.length} ${words.others[lang]}`)])
  ].join("\n")
}

const alarmsOf = ({ state, task }: TaskStanding, lang: Lang): ReadonlyArray<CalendarAlarm> =>
  state === "submitted"
    ? []
    : ALARMS.map((daysBefore) => ({
        daysBefore,
        text: `${words.left[lang]} ${daysBefore} ${words.days[lang]}: ${task.no}. ${task.title}`
      }))

/**
 * The days on which tasks are due as a calendar: one event of a whole day for each that is neither accepted nor cancelled and has a due day.
 *
 * **Details** An event keeps its UID however often its day is put off. Headings, and what instances stand for, are left out. What was handed
 * in reminds nobody any more.
 */
export const taskCalendar = (of: TaskCalendar): Calendar => {
  const { events: told, lang, standings, whose } = of
  const last = new Map<string, Moment>(told.map(({ recordedAt, task }) => [task, recordedAt]))
  const events = standings.flatMap((standing): ReadonlyArray<CalendarEvent> => {
    const { due, extensions, state, task } = standing
    if (due === null || !isOwed(standing) || state === "accepted" || state === "cancelled") return []
    return [
      {
        uid: `urn:ntm:task:${task.key}`,
        day: due,
        changedAt: last.get(task.key) ?? Moment.make(`${task.askedOn}T00:00:00Z`),
        sequence: extensions.length,
        summary: `${task.no}. ${task.title}${whose === null ? ` (${namesOf(standing)})` : ""}`,
        description: descriptionOf(standing, of),
        categories: [of.labels.get(task.document) ?? task.document],
        alarms: alarmsOf(standing, lang)
      }
    ]
  })
  return { name: whose === null ? words.tasks[lang] : `${words.tasks[lang]}: ${whose}`, lang, events }
}
