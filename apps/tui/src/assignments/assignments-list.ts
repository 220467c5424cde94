import type { AssignmentOnDay } from "@ntm/domain/assignments"
import type { DueState } from "@ntm/domain/assignments"
import { formatDay, isDay } from "@ntm/domain/values"
import { both, type Lang, say } from "../language/lang.ts"
import { words } from "../language/words.ts"
import type { Detail, Field } from "../parts/detail.ts"
import { type Column, gridHeader, gridLine, spread } from "../parts/grid.ts"
import { choose, span, type Tone } from "../parts/line.ts"
import type { OpenList } from "../parts/list.ts"
import { searched } from "../parts/search.ts"

const own = {
  caption: both("Phân công, xếp theo hạn; tính đến ngày", "Assignments by due day, as of"),
  none: both("Văn bản này không có phân công nhiệm vụ.", "This document assigns no tasks."),
  due: both("Hạn", "Due"),
  state: both("Tình trạng", "State"),
  no: both("Số", "No"),
  task: both("Nhiệm vụ", "Task"),
  lead: both("Chủ trì", "Lead"),
  coLeads: both("Cùng chủ trì", "Co-leads"),
  coordinating: both("Phối hợp", "Coordinating"),
  start: both("Bắt đầu", "Start"),
  dueText: both("Tiến độ như in", "Window as printed"),
  deliverable: both("Sản phẩm", "Deliverable"),
  parent: both("Thuộc nhiệm vụ", "Part of"),
  section: both("Mục", "Section"),
  unread: both("không ghi", "not stated")
}

const stateName = {
  noDue: both("không ghi hạn", "no due day"),
  notStarted: both("chưa đến kỳ", "not started"),
  open: both("đang trong kỳ", "open"),
  dueSoon: both("sắp đến hạn", "due soon"),
  overdue: both("đã qua hạn", "past due")
} as const satisfies Record<DueState, unknown>

const stateTone = {
  noDue: "dim",
  notStarted: "dim",
  open: "plain",
  dueSoon: "warn",
  overdue: "bad"
} as const satisfies Record<DueState, Tone>

/** "còn 5 ngày", "hôm nay", "quá 206 ngày". */
export const daysText = (days: number | null, lang: Lang): string => {
  if (days === null) return ""
  if (days === 0) return say(both("hôm nay", "today"), lang)
  const count = Math.abs(days)
  const unit = count === 1 ? "day" : "days"
  return days > 0
    ? say(both(`còn ${count} ngày`, `${count} ${unit} left`), lang)
    : say(both(`quá ${count} ngày`, `${count} ${unit} past`), lang)
}

const stateText = (item: AssignmentOnDay, lang: Lang): string =>
  item.dueState === "overdue" || item.dueState === "dueSoon"
    ? daysText(item.days, lang)
    : say(stateName[item.dueState], lang)

const haystack = (item: AssignmentOnDay): string =>
  [item.no, item.title, item.lead, item.dueText, item.deliverable, item.section, ...item.coLeads, ...item.coordinating]
    .filter((part) => part !== null)
    .join(" ")

const detailOf = (item: AssignmentOnDay, all: ReadonlyArray<AssignmentOnDay>, document: string, lang: Lang): Detail => {
  const parent = all.find((other) => other.no === item.parentNo)
  const field = (label: keyof typeof own, text: string | null, tone?: Tone): ReadonlyArray<Field> =>
    text === null || text === ""
      ? []
      : [{ label: say(own[label], lang), text, ...(tone === undefined ? {} : { tone }) }]
  return {
    title: `${item.no}. ${item.title}`,
    fields: [
      ...field(
        "state",
        [say(stateName[item.dueState], lang), daysText(item.days, lang)].filter((t) => t !== "").join(" · "),
        stateTone[item.dueState]
      ),
      ...field("dueText", item.dueText ?? say(own.unread, lang)),
      ...field("start", item.start === null ? null : formatDay(item.start)),
      ...field("due", item.due === null ? null : formatDay(item.due)),
      ...field("lead", item.lead ?? say(own.unread, lang)),
      ...field("coLeads", item.coLeads.join("; ")),
      ...field("coordinating", item.coordinating.join("; ")),
      ...field("deliverable", item.deliverable),
      ...field("parent", parent === undefined ? item.parentNo : `${parent.no}. ${parent.title}`),
      ...field("section", item.section),
      ...(item.notes === null ? [] : [{ label: say(words.note, lang), text: item.notes }]),
      { label: say(words.source, lang), text: `${document} · ${say(words.appendix03, lang)}` }
    ]
  }
}

/** Nhiệm vụ: Phụ lục 03 in the order of due days that the API gives; those without one last. */
export const openAssignments = (
  items: ReadonlyArray<AssignmentOnDay>,
  asOf: string,
  document: string,
  query: string,
  lang: Lang,
  width: number
): OpenList => {
  const rows = searched(items, query, haystack)
  const columns: ReadonlyArray<Column> = spread(
    [
      { title: say(own.due, lang), width: 10 },
      { title: say(own.state, lang), width: 14 },
      { title: say(own.no, lang), width: 6 },
      { title: say(own.task, lang), width: 16, grow: 3 },
      { title: say(own.lead, lang), width: 12, grow: 2 }
    ],
    width
  )
  return {
    count: rows.length,
    total: items.length,
    caption:
      items.length === 0 ? say(own.none, lang) : `${say(own.caption, lang)} ${isDay(asOf) ? formatDay(asOf) : asOf}`,
    header: gridHeader(columns, 1),
    line: (index, chosen) => {
      const item = rows[index]
      if (item === undefined) return []
      const same = index > 0 && rows[index - 1]?.due === item.due
      const tone = stateTone[item.dueState]
      const line = gridLine(columns, [
        { text: item.due === null ? "–" : formatDay(item.due), tone: same ? "dim" : "plain" },
        { text: stateText(item, lang), tone },
        { text: item.no, tone: "dim" },
        // A heading of a group asks nothing of anybody.
        { text: item.title, tone: item.lead === null && item.due === null ? "accent" : "plain" },
        { text: item.lead ?? "", tone: "dim" }
      ])
      return chosen ? choose(line) : line
    },
    foot: (index) => {
      const item = rows[index]
      return item === undefined
        ? []
        : [span([item.lead, item.dueText].filter((part) => part !== null).join(" · "), "dim")]
    },
    detail: (index) => {
      const item = rows[index]
      return item === undefined ? { title: say(own.none, lang), fields: [] } : detailOf(item, items, document, lang)
    },
    columns: 1,
    tables: 1
  }
}
