import { api, type SignedIn } from "@ntm/contract"
import { Agencies, agencyDirectory, agencyHolders, isCalled } from "@ntm/domain/assignments"
import { type Access, actionsOf, holdsOn, homeOf, type PersonId, Role } from "@ntm/domain/people"
import { Effect } from "effect"
import { MethodNotAllowed } from "../http/errors.ts"
import { refuse } from "../http/problems.ts"
import { demonstrationEmail } from "./demonstration.ts"
import { namedUnit } from "../assessments/asking.ts"
import { noteAccount } from "./account-notes.ts"
import { askLibrary, type Body, bodyIn, codeOf } from "./ask-library.ts"
import { confirmed, noted, showCode } from "./confirm-routes.ts"
import { type C, type PeopleDesk, register, take, tell } from "./desk.ts"
import { NoSuchWay, SignInRefused } from "./errors.ts"
import { grantLine } from "./lines.ts"
import { needsOf } from "./middleware.ts"
import { passwordRefusal } from "./passwords.ts"

const done = { done: true } as const

const othersEnded = { _tag: "sessionsEnded", which: "others" } as const

const stateOf = (body: Body): SignedIn => ({
  state: body["twoFactorRedirect"] === true ? "secondFactor" : "signedIn"
})

const textOf = (body: Body, name: string): string => {
  const value = body[name]
  return typeof value === "string" ? value : ""
}

/** The agency of the first grant that names one that is known, or whoever took over from it. */
const agencyOf = Effect.fnUntraced(function* ({ day, grants }: Access) {
  const names = grants.flatMap(({ grant }) => grant.agency ?? [])
  if (names.length === 0) return null
  const directory = agencyDirectory(yield* (yield* Agencies).list())
  const [first] = names.flatMap((name) => directory.agencies.filter((agency) => isCalled(agency, name)))
  return first === undefined ? null : (agencyHolders(directory, first.id, day)[0]?.id ?? first.id)
})

/** `/session`: who asks and what they may do, signing in and out, passwords and the second factor. */
export const sessionRoutes = (desk: PeopleDesk): void => {
  const { session } = api
  const ask = (c: C, path: string, body?: unknown) => askLibrary(desk, c, path, body)

  tell(
    desk,
    session.now,
    "public.read",
    Effect.fnUntraced(function* ({ access }, c) {
      const { day, grants, person, sees } = access
      const ways = {
        accounts: true,
        providers: desk.accounts.providers,
        demonstration: desk.demonstration ? Role.literals : []
      }
      const chronicle = yield* register
      const home = homeOf(chronicle.register, access)
      const have = person === null ? null : yield* Effect.promise(() => desk.accounts.waysOf(person.id))
      return {
        asOf: day,
        person:
          person === null || have === null
            ? null
            : {
                id: person.id,
                name: person.name,
                email: person.email,
                demonstration: person.demonstration,
                twoFactor: have.twoFactor,
                password: have.password
              },
        grants: grants.filter(({ grant }) => holdsOn(grant, day)).map(({ grant }) => grantLine(chronicle, grant)),
        actions: actionsOf(access),
        needs: needsOf(c.get("asker"), desk.secondFactor),
        sees: sees === "all" ? "all" : sees.size,
        home: { unit: home === null ? null : namedUnit(home), agency: yield* agencyOf(access) },
        ways
      }
    })
  )
  /** After the ways in have changed nobody stays in by what was before: the session that the library began anew stays alone. */
  const endOthers = (person: PersonId) =>
    Effect.promise(async () => {
      const [newest] = await desk.accounts.sessions(person)
      return desk.accounts.endThose(person, ({ id }) => id !== newest?.id)
    })
  const called = (email: string) =>
    Effect.map(
      desk.who.standings,
      (standings) => [...standings.values()].find(({ person }) => person.email === email)?.person.id ?? null
    )
  take(desk, session.signIn, "public.read", ({ body }, c) => {
    const email = body.email.trim().toLowerCase()
    const asked = ask(c, "/sign-in/email", { email, password: body.password })
    return Effect.map(noted(desk, c, "password", called(email))(asked), stateOf)
  })
  take(
    desk,
    session.secondFactor,
    "public.read",
    Effect.fnUntraced(function* ({ access: { person }, body: { code } }, c) {
      const waiting = yield* person === null
        ? Effect.promise(() => desk.accounts.waitingFor(c.req.raw.headers))
        : Effect.succeed(person.id)
      const had = person === null ? null : yield* Effect.promise(() => desk.accounts.waysOf(person.id))
      const answered = yield* noted(desk, c, "secondFactor", Effect.succeed(waiting))(showCode(desk, c, waiting, code))
      // Who has signed in shows a code to switch the second factor on.
      if (person !== null && had?.twoFactor === false) {
        const ended = yield* endOthers(person.id)
        yield* noteAccount(desk, c, person.id, { _tag: "secondFactorOn" }, ...(ended > 0 ? [othersEnded] : []))
      }
      return stateOf(answered)
    })
  )
  take(desk, session.link, "public.read", ({ body }, c) =>
    Effect.map(ask(c, `/magic-link/verify?token=${encodeURIComponent(body.token)}`), stateOf)
  )
  take(
    desk,
    session.demonstration,
    "public.read",
    Effect.fnUntraced(function* ({ body }, c) {
      if (!desk.demonstration) return yield* new NoSuchWay()
      const email = demonstrationEmail(body.role)
      const made = [...(yield* desk.who.standings).values()].some(
        ({ person }) => person.email === email && person.demonstration
      )
      if (!made) return yield* new NoSuchWay()
      const { token } = yield* Effect.promise(() => desk.accounts.link(email))
      return stateOf(yield* ask(c, `/magic-link/verify?token=${token}`))
    })
  )
  take(
    desk,
    session.provider,
    "public.read",
    Effect.fnUntraced(function* ({ body }, c) {
      if (!desk.accounts.providers.some(({ id }) => id === body.provider)) return yield* new NoSuchWay()
      const again = body.again === true
      const answered = yield* ask(c, "/sign-in/social", {
        provider: body.provider,
        callbackURL: `${desk.accounts.address}/${again ? "tai-khoan" : ""}`,
        ...(again ? { additionalParams: { prompt: "login", max_age: "0" } } : {}),
        errorCallbackURL: `${desk.accounts.address}/dang-nhap?loi=provider`,
        disableRedirect: true
      })
      return { url: textOf(answered, "url") }
    })
  )
  take(desk, session.signOut, "public.read", (_, c) =>
    Effect.map(ask(c, "/sign-out", {}), () => {
      // What a browser has kept of answers is not for whoever sits before it next.
      c.header("clear-site-data", '"cache"')
      return done
    })
  )
  take(
    desk,
    session.password,
    "session.own",
    Effect.fnUntraced(function* ({ access: { person }, body }, c) {
      const weakness = person === null ? null : yield* passwordRefusal(desk, body.password, person)
      if (weakness !== null) return yield* weakness
      yield* confirmed(desk, c)
      if (body.current === undefined) {
        yield* Effect.tryPromise({
          try: () => desk.accounts.setPassword(body.password, c.req.raw.headers),
          catch: (cause) => new SignInRefused({ code: codeOf(bodyIn(cause)) })
        })
        if (person !== null) yield* noteAccount(desk, c, person.id, { _tag: "passwordSet" })
        return done
      }
      yield* ask(c, "/change-password", {
        currentPassword: body.current,
        newPassword: body.password,
        revokeOtherSessions: true
      })
      if (person !== null) yield* noteAccount(desk, c, person.id, { _tag: "passwordSet" }, othersEnded)
      return done
    })
  )
  take(
    desk,
    session.startSecondFactor,
    "session.own",
    Effect.fnUntraced(function* ({ body }, c) {
      yield* confirmed(desk, c)
      const answered = yield* ask(c, "/two-factor/enable", { password: body.password, method: "totp" })
      const codes: unknown = answered["backupCodes"]
      return {
        uri: textOf(answered, "totpURI"),
        codes: Array.isArray(codes) ? codes.filter((code) => typeof code === "string") : []
      }
    })
  )
  take(
    desk,
    session.endSecondFactor,
    "session.own",
    Effect.fnUntraced(function* ({ access: { person }, body }, c) {
      yield* confirmed(desk, c)
      yield* ask(c, "/two-factor/disable", { password: body.password })
      if (person !== null) {
        const ended = yield* endOthers(person.id)
        yield* noteAccount(desk, c, person.id, { _tag: "secondFactorOff" }, ...(ended > 0 ? [othersEnded] : []))
      }
      return done
    })
  )
  /** Answered beside these (`calendar-routes.ts`). */
  const calendars = new Set<string>([session.calendar.path, session.calendarFile.path])
  for (const { path } of Object.values(session)) {
    if (calendars.has(path)) continue
    const allow = path === session.now.path ? undefined : "POST"
    desk.app.all(path, (c) =>
      refuse(c, new MethodNotAllowed({ method: c.req.method, ...(allow === undefined ? {} : { allow }) }))
    )
  }
}
