import { both, say } from "../language/lang.ts"
import { type Line, span } from "../parts/line.ts"
import { wrap } from "../parts/text.ts"
import { within } from "../parts/within.ts"
import { taskLines } from "./task-lines.ts"
import { type Frame, pageKey, type TasksState } from "./tasks-state.ts"
import { timelineLines } from "./timeline-lines.ts"

const reading = both("đang đọc…", "reading…")

/** The page over the list as lines: what was read, what is being read, or why it could not be. None while there is no page. */
export const tasksPage = ({ answers, spot, view }: TasksState, { lang, width }: Frame): ReadonlyArray<Line> => {
  if (view._tag !== "Page") return []
  const read = answers.get(pageKey(view.of, spot.asOf))
  if (read === undefined) return [[span(say(reading, lang), "dim")]]
  switch (read._tag) {
    case "Failed": {
      const { detail, detailEn, title, titleEn } = read.problem
      const why = lang === "vi" ? (detail ?? title) : (detailEn ?? titleEn)
      return wrap(why, width).map((text): Line => [span(text, "bad")])
    }
    case "Task":
      return taskLines(read.task, width, lang).map((line) => within(line, width))
    case "Timeline":
      return timelineLines(read.timeline, width, lang).map((line) => within(line, width))
    default:
      return []
  }
}
