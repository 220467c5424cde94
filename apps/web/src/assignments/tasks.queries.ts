import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/solid-query"
import { addressOf, api } from "@ntm/contract"
import { useClient } from "../data/client.ts"
import { language } from "../language/language.ts"

/** A day, and a moment until which something had to be recorded to count. */
export interface DayAsked {
  readonly asOf: string | undefined
  readonly knownAt: string | undefined
}

/** Tasks of a document, of one who owes them ("unit:312", "agency:hp-so-nnmt"). */
export interface TasksAsked extends DayAsked {
  readonly document: string | undefined
  readonly holder: string | undefined
}

const dayFields = ({ asOf, knownAt }: DayAsked) => ({ as_of: asOf, known_at: knownAt })

const holderFields = (holder: string | undefined) => {
  const [kind, id] = holder?.split(":") ?? []
  return { unit: kind === "unit" ? id : undefined, agency: kind === "agency" ? id : undefined }
}

const fields = (asked: TasksAsked) => ({
  document: asked.document,
  ...holderFields(asked.holder),
  ...dayFields(asked)
})

/** Where the due days of these tasks can be subscribed to as a calendar. */
export const calendarHref = ({ document, holder }: Pick<TasksAsked, "document" | "holder">): string =>
  addressOf(api.assignments.calendar.path, {
    document,
    ...holderFields(holder),
    lang: language() === "en" ? "en" : undefined
  })

/** Which of the tasks a list shows, and in what order. */
export interface TasksWanted {
  readonly role?: string | undefined
  readonly timeliness?: string | undefined
  readonly q?: string | undefined
  readonly sort?: string | undefined
  readonly limit?: number | undefined
}

/** Tasks one by one, with how many stand how. */
export const useTasks = (asked: () => TasksAsked, wanted: () => TasksWanted) => {
  const client = useClient()
  return useQuery(() => {
    const question = { ...fields(asked()), ...wanted() }
    return {
      queryKey: ["tasks", "list", question],
      queryFn: ({ signal }) => client.assignments.tasks(question, signal),
      placeholderData: keepPreviousData
    }
  })
}

/** What is due within so many days, and all that is overdue. */
export const useDue = (asked: () => TasksAsked, days: () => number) => {
  const client = useClient()
  return useQuery(() => {
    const question = { ...fields(asked()), days: days() }
    return {
      queryKey: ["tasks", "due", question],
      queryFn: ({ signal }) => client.assignments.due(question, signal),
      placeholderData: keepPreviousData
    }
  })
}

/** What each agency and unit owes; of a document where one is named. */
export const useLoad = (asked: () => Omit<TasksAsked, "holder">) => {
  const client = useClient()
  return useQuery(() => {
    const question = { document: asked().document, ...dayFields(asked()) }
    return {
      queryKey: ["tasks", "load", question],
      queryFn: ({ signal }) => client.assignments.load(question, signal),
      placeholderData: keepPreviousData
    }
  })
}

/** The tasks of a document as a timeline. */
export const useTimeline = (document: () => string | undefined, known: () => DayAsked) => {
  const client = useClient()
  return useQuery(() => {
    const question = { document: document() ?? "", ...dayFields(known()) }
    return {
      queryKey: ["tasks", "timeline", question],
      queryFn: ({ signal }) => client.assignments.timeline(question, signal),
      enabled: document() !== undefined,
      placeholderData: keepPreviousData
    }
  })
}

/** One task with everything that happened to it. */
export const useTask = (key: () => string, known: () => DayAsked) => {
  const client = useClient()
  return useQuery(() => {
    const question = { task: key(), ...dayFields(known()) }
    return {
      queryKey: ["tasks", "one", question],
      queryFn: ({ signal }) => client.assignments.task(question, signal),
      enabled: key() !== "",
      placeholderData: keepPreviousData
    }
  })
}

/** An agency with its names in time; asked only where the holder is one. */
export const useAgency = (holder: () => string | undefined, asOf: () => string | undefined) => {
  const client = useClient()
  return useQuery(() => {
    const { agency } = holderFields(holder())
    return {
      queryKey: ["agencies", agency ?? "", asOf() ?? ""],
      queryFn: ({ signal }) => client.agencies.one({ id: agency ?? "", as_of: asOf() }, signal),
      enabled: agency !== undefined
    }
  })
}

/** Records what happened to one task; everything that rests on tasks is asked anew. */
export const useRecordTask = () => {
  const client = useClient()
  const queries = useQueryClient()
  return useMutation(() => ({
    mutationFn: (row: object) => client.assignments.record({ body: { rows: [row] } }),
    onSuccess: () =>
      Promise.all(
        ["tasks", "agencies", "recommendations"].map((room) => queries.invalidateQueries({ queryKey: [room] }))
      )
  }))
}
