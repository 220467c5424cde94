import { daysBetween, formatDay } from "../../values/index.ts"
import type { TaskBook } from "./book.ts"
import type { NetworkNode } from "./network.ts"
import type { TimelineFinding } from "./timeline.ts"

/** An instance says nothing of the timeline that the task which it is an instance of does not say. */
const isInstance = (book: TaskBook, { task }: NetworkNode): boolean =>
  task.parent !== null && book.plan.byKey.get(task.parent)?.kind === "shared" && task.key.includes("@")

const againstBefore = (book: TaskBook, node: NetworkNode): ReadonlyArray<TimelineFinding> =>
  node.before.flatMap((key): ReadonlyArray<TimelineFinding> => {
    const before = book.byKey.get(key)
    const { due, start, task } = node
    if (before === undefined || before.due === null) return []
    const [no, on] = [before.task.no, formatDay(before.due)]
    if (due !== null && due < before.due)
      return [
        {
          kind: "dueBeforePredecessor",
          task: task.key,
          other: key,
          days: daysBetween(due, before.due),
          sentence: {
            vi: `Nhiệm vụ ${task.no} phải xong ngày ${formatDay(due)}, nhưng chờ nhiệm vụ ${no} có hạn ${on}`,
            en: `${task.no} is due on ${due}, but waits for ${no}, due on ${before.due}`
          }
        }
      ]
    if (start !== null && start < before.due)
      return [
        {
          kind: "startsBeforePredecessorEnds",
          task: task.key,
          other: key,
          days: daysBetween(start, before.due),
          sentence: {
            vi: `Nhiệm vụ ${task.no} bắt đầu ngày ${formatDay(start)}, trước hạn ${on} của nhiệm vụ ${no} mà nó chờ`,
            en: `${task.no} begins on ${start}, before ${no} that it waits for is due (${before.due})`
          }
        }
      ]
    return []
  })

const againstParent = (book: TaskBook, { due, task }: NetworkNode): ReadonlyArray<TimelineFinding> => {
  const parent = task.parent === null ? undefined : book.byKey.get(task.parent)
  const set = parent?.task.due === null ? null : (parent?.due ?? null)
  if (parent === undefined || set === null || due === null || due <= set) return []
  return [
    {
      kind: "childAfterParent",
      task: task.key,
      other: parent.task.key,
      days: daysBetween(set, due),
      sentence: {
        vi: `Nhiệm vụ ${task.no} có hạn ${formatDay(due)}, sau hạn ${formatDay(set)} của nhiệm vụ ${parent.task.no} mà nó thuộc về`,
        en: `${task.no} is due on ${due}, after ${parent.task.no} that it is a part of (${set})`
      }
    }
  ]
}

const withoutEnd = ({ due, dueImplied, start, task }: NetworkNode): ReadonlyArray<TimelineFinding> => {
  if (start === null || (due !== null && !dueImplied)) return []
  const implied = due === null ? null : formatDay(due)
  return [
    {
      kind: "endMissing",
      task: task.key,
      other: null,
      days: 0,
      sentence: {
        vi: `Nhiệm vụ ${task.no} bắt đầu ngày ${formatDay(start)} nhưng không đọc được hạn${
          implied === null ? "" : `; việc sau nó cần xong trước đó, muộn nhất ngày ${implied}`
        }`,
        en: `${task.no} begins on ${start} and its due day cannot be read${
          due === null ? "" : `; what follows needs it by ${due}`
        }`
      }
    }
  ]
}

/** Where the days of a document are not consistent with its order, in the order of the document. The text is told, never mended. */
export const timelineFindings = (book: TaskBook, nodes: ReadonlyArray<NetworkNode>): ReadonlyArray<TimelineFinding> =>
  nodes
    .filter((node) => !isInstance(book, node))
    .flatMap((node) => [...againstBefore(book, node), ...againstParent(book, node), ...withoutEnd(node)])
