import { type Read, reader, type Typed } from "../works/reading.ts"

export const happenings = ["moved", "note", "extended"] as const
export type Happening = (typeof happenings)[number]

/** What is recorded of a task as it is sent, out of what was typed. `due`: the due day that there is, which is kept beside the new one. */
export const readTaskEvent = (
  task: { readonly key: string; readonly due: string | null },
  kind: Happening,
  typed: Typed,
  evidence: ReadonlyArray<object>
): Read => {
  const read = reader(typed)
  const body = () => {
    switch (kind) {
      case "moved":
        return { _tag: kind, to: read.required("to"), reason: read.optional("reason") }
      case "note":
        return { _tag: kind, text: read.required("text") }
      case "extended":
        return { _tag: kind, before: task.due, after: read.day("after"), reason: read.required("reason") }
    }
  }
  const row = {
    task: task.key,
    day: read.day("day"),
    body: body(),
    document: read.optional("document"),
    evidence
  }
  return read.wrong.size > 0 ? { wrong: read.wrong } : { row }
}

/** The field that what is recorded is about before all others: what is wrong with it as a whole is told there. */
export const mainTaskField: Readonly<Record<Happening, string>> = { moved: "to", note: "text", extended: "after" }
