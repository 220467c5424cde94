import { type AgencyOnDay, api } from "@ntm/contract"
import {
  type Agency,
  agencyCalled,
  type AgencyDirectory,
  agencyDirectory,
  agencyHolders,
  agencyNameOn,
  Agencies,
  loadOf,
  periodTold,
  tasksOf,
  WorkCalendars,
  workingDaysBetween
} from "@ntm/domain/assignments"
import { addDays, compareVietnamese, type Day, formatDay, matchesFolded } from "@ntm/domain/values"
import { Effect } from "effect"
import { refused } from "../assessments/asking.ts"
import { AgencyNotFound } from "../http/errors.ts"
import { type Desk, mount } from "../http/mount.ts"
import { mountListing } from "../http/mount-listing.ts"
import { todayInVietnam } from "../http/today.ts"
import type { TasksOf } from "./tasks-book.ts"

const directoryNow = Effect.gen(function* () {
  return agencyDirectory(yield* (yield* Agencies).list())
})

const onDay =
  (directory: AgencyDirectory, day: Day) =>
  (agency: Agency): AgencyOnDay => ({
    agency,
    name: agencyCalled(agency, day),
    stands: agencyNameOn(agency, day) !== null,
    holders: agencyHolders(directory, agency.id, day).map((holder) => ({
      id: holder.id,
      name: agencyCalled(holder, day)
    }))
  })

const namesOf = ({ alsoWritten, names }: Agency): string => [...names.map(({ name }) => name), ...alsoWritten].join(" ")

/** Days that the calendar tells of; others are refused, for nobody knows their holidays. */
const calendarFor = Effect.fnUntraced(function* (
  days: Readonly<Record<"from" | "to", Day>>,
  last: "to" | "days" = "to"
) {
  const calendar = yield* (yield* WorkCalendars).calendar()
  const [first, end] = [formatDay(calendar.from), formatDay(calendar.to)]
  const known = {
    vi: `lịch làm việc có từ ${first} đến ${end}`,
    en: `the calendar runs from ${calendar.from} to ${calendar.to}`
  }
  if (days.from < calendar.from || days.from > calendar.to) return yield* refused("from", known)
  if (days.to > calendar.to) return yield* refused(last, known)
  return calendar
})

/** `/agencies` with their names in time and whom they passed to; `/calendar`: days off, and when periods end. */
export const agencyRoutes = (desk: Desk, tasksOn: TasksOf): void => {
  const { agencies } = api
  const today = (): Day => todayInVietnam(desk.now())

  mountListing(
    desk,
    agencies.list,
    Effect.fnUntraced(function* ({ query }) {
      const asOf = query.as_of ?? today()
      const directory = yield* directoryNow
      const found = directory.agencies.filter(
        (agency) =>
          (query.unit === undefined || agency.province === query.unit) && matchesFolded(query.q ?? "", namesOf(agency))
      )
      const items = found.map(onDay(directory, asOf)).toSorted((a, b) => compareVietnamese(a.name, b.name))
      return { asOf, items }
    })
  )
  mount(
    desk,
    agencies.one,
    Effect.fnUntraced(function* ({ params, query }) {
      const asOf = query.as_of ?? today()
      const directory = yield* directoryNow
      const agency = directory.byId.get(params.id)
      if (agency === undefined) return yield* new AgencyNotFound({ id: params.id })
      const { book } = yield* tasksOn({ asOf, knownAt: query.known_at ?? null })
      const id = `agency:${agency.id}`
      const tookOver = directory.agencies.flatMap((other) =>
        other.passesTo
          .filter((passing) => passing.agency === agency.id && passing.from <= asOf)
          .map(({ from, part }) => ({ id: other.id, name: agencyCalled(other, from), from, part }))
      )
      return {
        asOf,
        agency: onDay(directory, asOf)(agency),
        tookOver,
        load: loadOf(book, tasksOf(book, id)).find((load) => load.id === id) ?? null
      }
    })
  )
  mount(
    desk,
    agencies.calendar,
    Effect.fnUntraced(function* ({ query }) {
      const { from, to } = query
      if (to < from)
        return yield* refused("to", {
          vi: `ngày ${formatDay(to)} trước ngày bắt đầu ${formatDay(from)}`,
          en: `${to} lies before ${from}`
        })
      const calendar = yield* calendarFor({ from, to })
      return {
        from,
        to,
        workingDays: workingDaysBetween(calendar, addDays(from, -1), to),
        holidays: calendar.holidays,
        days: calendar.days.filter(({ day }) => day >= from && day <= to)
      }
    })
  )
  mount(
    desk,
    agencies.period,
    Effect.fnUntraced(function* ({ query }) {
      const { count = "calendar", days, from } = query
      const calendar = yield* calendarFor({ from, to: from })
      const told = periodTold(calendar, from, { days, count })
      // Beyond its end no holiday is known, and the period might end later than told.
      yield* calendarFor({ from, to: told.end }, "days")
      return { from, ...told }
    })
  )
}
