import { timingSafeEqual } from "node:crypto"
import { api, API_ROOT, type CalendarAddress } from "@ntm/contract"
import { tasksFor } from "@ntm/domain/assignments"
import { accessOf, type PersonEventId, type PersonStanding } from "@ntm/domain/people"
import { Day } from "@ntm/domain/values"
import { calendarText, taskCalendar } from "@ntm/exchange"
import { Effect } from "effect"
import type { TasksOf } from "../assignments/tasks-book.ts"
import { MethodNotAllowed } from "../http/errors.ts"
import { mountFile, saved } from "../http/mount-file.ts"
import { refuse } from "../http/problems.ts"
import type { Accounts } from "./accounts.ts"
import { type PeopleDesk, register, take, tell, today } from "./desk.ts"
import { AccountNotFound, CredentialRefused } from "./errors.ts"
import { recordPeople } from "./people-routes.ts"

/** What opens a calendar: the event that gave it its address, and what only this installation can say of that event. */
const keyOf = ({ sign }: Pick<Accounts, "sign">, id: PersonEventId): string => `${id}-${sign(`ntm calendar ${id}`)}`

const same = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Whose name goes before the key where it is shown as a password. */
const NAME = "lich"

/** The key that a calendar shows as a password (HTTP Basic); null where it shows none. */
const keyBeside = (header: string | undefined): string | null => {
  const shown = /^basic\s+([\w+/=-]+)$/i.exec(header ?? "")?.[1]
  if (shown === undefined) return null
  const text = Buffer.from(shown, "base64").toString()
  return text.slice(text.indexOf(":") + 1)
}

/** The address as it is given to a calendar: with the key in it, or as a password that programs send beside it. */
const addressWith = ({ accounts, calendarKeysBeside }: PeopleDesk, key: string): string => {
  const address = `${accounts.address}${API_ROOT}${api.session.calendarFile.path}`
  return calendarKeysBeside ? address.replace("://", `://${NAME}:${key}@`) : `${address}?key=${key}`
}

/** `/session/calendar`: the secret address of the caller's own calendar. */
export const calendarAddressRoutes = (desk: PeopleDesk): void => {
  const { session } = api
  const { accounts } = desk
  const addressOf = (id: PersonEventId | null): CalendarAddress => ({
    address: id === null ? null : addressWith(desk, keyOf(accounts, id))
  })
  const own = (id: string) =>
    Effect.flatMap(desk.who.standings, (standings) => {
      const standing = [...standings.values()].find(({ person }) => person.id === id)
      return standing === undefined
        ? Effect.fail(new AccountNotFound({ what: "person", id }))
        : Effect.succeed<PersonStanding>(standing)
    })
  tell(desk, session.calendar, "session.own", ({ access }) =>
    Effect.map(own(access.person?.id ?? ""), ({ calendar }) => addressOf(calendar))
  )
  take(
    desk,
    session.renewCalendar,
    "session.own",
    Effect.fnUntraced(function* ({ access }) {
      const { person } = yield* own(access.person?.id ?? "")
      yield* recordPeople(desk, access, [{ person: person.id, what: { _tag: "calendar" } }])
      return addressOf((yield* own(person.id)).calendar)
    })
  )
  desk.app.all(session.calendar.path, (c) =>
    refuse(c, new MethodNotAllowed({ method: c.req.method, allow: "GET, HEAD, POST" }))
  )
}

/**
 * `/session/calendar.ics`: what concerns whoever the address was given to. Calendars do not sign in: the key opens it, in the address or beside.
 *
 * **Details** Where keys are shown beside addresses alone, one that stands in an address opens nothing: it has been where it should not be.
 */
export const calendarFileRoutes = (desk: PeopleDesk, tasksOn: TasksOf): void => {
  // Programs show a name and a password when they are asked for one.
  desk.app.use(api.session.calendarFile.path, async (c, next) => {
    await next()
    if (c.res.status === 401) c.res.headers.set("www-authenticate", 'Basic realm="ntm", charset="UTF-8"')
  })
  mountFile(
    desk,
    api.session.calendarFile,
    Effect.fnUntraced(function* ({ query: { key: told, lang = "vi", role } }, c) {
      const key = keyBeside(c.req.header("authorization")) ?? (desk.calendarKeysBeside ? null : (told ?? null))
      if (key === null)
        return yield* told === undefined ? new CredentialRefused() : new AccountNotFound({ what: "calendar", id: told })
      const standing = [...(yield* desk.who.standings).values()].find(
        ({ calendar, person }) => person.active && calendar !== null && same(key, keyOf(desk.accounts, calendar))
      )
      if (standing === undefined) return yield* new AccountNotFound({ what: "calendar", id: key })
      const asOf = today(desk)
      const until = Day.make(`${Number(asOf.slice(0, 4)) + 1}-12-31`)
      const { book, events, labels } = yield* tasksOn({ asOf, knownAt: null, until })
      const { grants } = accessOf(yield* register, standing, asOf)
      const standings = tasksFor(book, grants, role)
      const calendar = taskCalendar({ whose: standing.person.name, standings, events, labels, lang })
      const content = new TextEncoder().encode(calendarText(calendar))
      return { name: "ntm.ics", mediaType: "text/calendar; charset=utf-8", content }
    }),
    saved
  )
}
